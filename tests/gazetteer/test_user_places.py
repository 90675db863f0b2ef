"""Places of a user's list are known while they are in use, and a list with a mistake is told of."""

from __future__ import annotations

import pickle
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

import graphbuild
import graphbuild.gazetteer as gaz
from graphbuild.errors import ReadError
from graphbuild.read import read_text

HEADER = "name\tkind\tparent"
LIST = f"""# Towns of the hills.
{HEADER}\tnative\tpopulation
Yunmo City\tPrefecture-level City\tJilin Province\t云墨市\t900000

Tanshu County\tCounty\tYunmo City\t\t
Tanshu Town\tTown\tTanshu County\t\t
Beilu Zone\tDevelopment Zone\tTanshu County\t\t
"""


def _write(folder: Path, text: str, name: str = "places.tsv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def places(tmp_path: Path) -> tuple[gaz.Place, ...]:
    """Return the places of `LIST`."""
    return gaz.read_places([_write(tmp_path, LIST)])


def _names(name: str) -> list[str]:
    return [place.name for place in gaz.lookup(name)]


# --- what is read --------------------------------------------------------------------------------


def test_a_list(places: tuple[gaz.Place, ...]) -> None:
    """Names, kinds, levels and codes follow from the lines; kinds are in the gazetteer's words."""
    told = [(place.code, place.bare, place.kind, place.level, place.parent) for place in places]
    assert told == [
        ("user-beilu-zone", "Beilu Zone", "Development Zone", 4, "user-tanshu-county"),
        ("user-tanshu-county", "Tanshu", "County", 3, "user-yunmo-city"),
        ("user-tanshu-town", "Tanshu", "Town", 4, "user-tanshu-county"),
        ("user-yunmo-city", "Yunmo", "City", 2, "cn-220000"),
    ]
    assert (places[-1].native, places[-1].population) == ("云墨市", 900_000)


def test_known_while_in_use(places: tuple[gaz.Place, ...]) -> None:
    """Within the block places are found by every name, with those above them; afterwards they are not."""
    with gaz.using(places):
        assert _names("Tanshu") == ["Tanshu County", "Tanshu Town"]
        assert _names("云墨市") == _names("Yunmo Municipality") == ["Yunmo City"]
        town = gaz.place("user-tanshu-town")
        above = [place.name for place in gaz.ancestors(town)]
        assert above == ["Tanshu County", "Yunmo City", "Jilin Province", "China"]
        assert gaz.in_china(town)
        assert _names("Jiaohe City")
    assert _names("Tanshu") == []


def test_an_error_ends_the_use(places: tuple[gaz.Place, ...]) -> None:
    """A block that fails leaves nothing behind."""
    with suppress(ValueError), gaz.using(places):
        raise ValueError
    assert _names("Yunmo City") == []


def test_blocks_in_blocks(places: tuple[gaz.Place, ...], tmp_path: Path) -> None:
    """An inner block adds to the outer one; a block without places changes nothing."""
    with gaz.using(places):
        inner = gaz.read_places(_write(tmp_path, f"{HEADER}\nLowa Village\tVillage\tTanshu Town\n"))
        with gaz.using(inner):
            assert len(_names("Lowa Village")) == len(_names("Yunmo City")) == 1
        with gaz.using(()) as known:
            assert len(_names("Yunmo City")) == 1
            assert known is gaz.gazetteer()
        assert _names("Lowa Village") == []


def test_other_threads_do_not_see_them(places: tuple[gaz.Place, ...]) -> None:
    """Two builds at once do not share their places."""
    seen: list[list[str]] = []
    with gaz.using(places):
        thread = Thread(target=lambda: seen.append(_names("Yunmo City")))
        thread.start()
        thread.join()
    assert seen == [[]]


def test_places_travel(places: tuple[gaz.Place, ...]) -> None:
    """Places can be sent to another process."""
    assert pickle.loads(pickle.dumps(places)) == places  # noqa: S301 - made here


def test_several_files(tmp_path: Path) -> None:
    """A place may lie in one of another file, whatever the order of the files."""
    town = _write(tmp_path, f"{HEADER}\nTanshu Town\tTown\tTanshu County\n", "towns.tsv")
    county = _write(tmp_path, f"{HEADER}\nTanshu County\tCounty\tJilin City\n", "counties.tsv")
    assert gaz.read_places([town, county]) == gaz.read_places([county, town])
    assert len(gaz.read_places([town, county])) == 2


def test_namesakes(tmp_path: Path) -> None:
    """Places of one name get codes that say where each lies."""
    rows = "Tanshu Town\tTown\tJiaohe City\nTanshu Town\tTown\tcn-220283\n"
    found = gaz.read_places([_write(tmp_path, f"{HEADER}\n{rows}")])
    assert [place.code for place in found] == ["user-tanshu-town-cn-220283", "user-tanshu-town-jiaohe-city"]
    assert [place.parent for place in found] == ["cn-220283", "cn-220281"]


def test_columns_in_any_order(tmp_path: Path) -> None:
    """Columns are found by their names; line ends and a byte order mark do not matter."""
    path = tmp_path / "places.tsv"
    text = "\ufeffCode\tParent\tKind\tName\r\nmine-1\tFinland\tcity\tKuusilahti\r\n"
    path.write_bytes(text.encode("utf-8"))
    (place,) = gaz.read_places([str(path)])
    assert (place.code, place.name, place.kind, place.level) == ("mine-1", "Kuusilahti", "City", 2)
    assert not gaz.in_china(gaz.place("country-FI"))


@given(st.permutations(LIST.splitlines()[2:]))
def test_lines_in_any_order(lines: list[str]) -> None:
    """The order of the lines leaves no trace."""
    header = LIST.splitlines()[1]
    text = "\n".join([header, *lines])
    with TemporaryDirectory() as folder:
        found = gaz.read_places([_write(Path(folder), text)])
        assert found == gaz.read_places([_write(Path(folder), LIST)])


# --- what is wrong -------------------------------------------------------------------------------

MISTAKES = {
    "empty": ("", "empty list"),
    "only comments": ("# nothing\n", "empty list"),
    "no kind": ("name\tparent\nA\tChina\n", "no column kind"),
    "a column too many": (f"{HEADER}\tcolour\nA Town\tTown\tJiaohe City\tred\n", "'colour' is unknown"),
    "a column twice": (f"{HEADER}\tname\n", "'name' is unknown or repeated"),
    "a cell too many": (f"{HEADER}\nA Town\tTown\tJiaohe City\tred\n", "line 2: 4 cells under 3"),
    "no name": (f"{HEADER}\n\tTown\tJiaohe City\n", "line 2: a place without a name"),
    "unknown kind": (
        f"{HEADER}\nYunmo\tTwon\tJiaohe City\n",
        "line 2: kind 'Twon' is unknown; did you mean Town?",
    ),
    "unknown parent": (
        f"{HEADER}\nYunmo Town\tTown\tNowhere County\n",
        "line 2: parent 'Nowhere County' is unknown",
    ),
    "no parent": (f"{HEADER}\nYunmo Town\tTown\t\n", "line 2: Yunmo Town has no parent"),
    "several parents": (
        f"{HEADER}\nYunmo Town\tTown\tChaoyang District\n",
        "could be any of cn-110105, cn-220104",
    ),
    "twice": (
        f"{HEADER}\nA Town\tTown\tJiaohe City\nA Town\tTown\tJiaohe City\n",
        "line 3: A Town has the code",
    ),
    "known": (f"{HEADER}\nJiaohe City\tCounty-level City\tJilin City\n", "is known already, as cn-220281"),
    "a code that is taken": (f"{HEADER}\tcode\nA Town\tTown\tJilin City\tcn-110000\n", "that of Beijing"),
    "in a smaller place": (
        f"{HEADER}\nYunmo\tProvince\tJiaohe City\n",
        "Yunmo, a Province, cannot lie in Jiaohe",
    ),
    "in itself": (f"{HEADER}\nA Town\tTown\tB Town\nB Town\tTown\tA Town\n", "lies in itself"),
    "not a number": (f"{HEADER}\tpopulation\nA Town\tTown\tJiaohe City\tmany\n", "population 'many'"),
    "control characters": (f"{HEADER}\nA\x1b[2J Town\tTown\tJiaohe City\n", "do not print"),
    "endless": (f"{HEADER}\n{'A' * 300}\tTown\tJiaohe City\n", "more than 200"),
}


@pytest.mark.parametrize(("text", "problem"), MISTAKES.values(), ids=MISTAKES.keys())
def test_mistakes(text: str, problem: str, tmp_path: Path) -> None:
    """A mistake is told in one line that begins with the file."""
    path = _write(tmp_path, text)
    with pytest.raises(ReadError) as caught:
        gaz.read_places([path])
    message = str(caught.value)
    assert message.startswith(f"{path}: ")
    assert problem in message
    assert message.isprintable()


def test_no_such_file(tmp_path: Path) -> None:
    """A list that is not there is told of."""
    with pytest.raises(ReadError, match="cannot be read: No such file"):
        gaz.read_places([tmp_path / "missing.tsv"])


def test_not_text(tmp_path: Path) -> None:
    """A list in another encoding is told of."""
    path = tmp_path / "places.tsv"
    path.write_bytes(f"{HEADER}\n云墨市\tCity\tChina\n".encode("gb18030"))
    with pytest.raises(ReadError, match="UTF-8"):
        gaz.read_places(path)


# --- in a build ----------------------------------------------------------------------------------

ARTICLE = (
    "On May 6, 2023, Qian Duofu, secretary of the County Party Committee, visited Tanshu Town in our county."
)


def test_a_build_knows_them(tmp_path: Path) -> None:
    """A build with a list knows its places, and the next build without it does not."""
    document = read_text(ARTICLE, source="visit.txt", locus="Tanshu County")
    graph = graphbuild.build([document], places=[_write(tmp_path, LIST)])
    (town,) = graph.find("Tanshu Town")
    (county,) = graph.find("Tanshu County")
    assert dict(town.attributes)["code"] == "user-tanshu-town"
    assert dict(county.attributes)["code"] == "user-tanshu-county"
    assert (town.id, county.id) in {(edge.subject, edge.object) for edge in graph.edges("locatedIn")}
    (without,) = graphbuild.build([document]).find("Tanshu Town")
    assert "code" not in dict(without.attributes)


def test_a_build_stops_at_a_mistake(tmp_path: Path) -> None:
    """A list with a mistake stops the build: places that are missed would change the graph unseen."""
    with pytest.raises(ReadError, match="no column kind"):
        graphbuild.build([], places=[_write(tmp_path, "name\tparent\n")])
