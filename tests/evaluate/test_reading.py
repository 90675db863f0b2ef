"""Gold files, and what is said of those that are malformed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.errors import GoldError
from graphbuild.evaluate import read_gold, read_gold_file

MAYOR = {"id": "m", "type": "Official", "name": "Qian Duofu"}
FIRM = {"id": "f", "type": "Enterprise", "name": "Pingtan Tea"}
BARE: dict[str, Any] = {"entities": [MAYOR, FIRM], "posts": [], "relations": []}


def _write(folder: Path, content: object, name: str = "a") -> Path:
    (folder / f"{name}.txt").write_text("An article.", encoding="utf-8")
    path = folder / f"{name}.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def test_the_smallest_gold(tmp_path: Path) -> None:
    """Entities, posts and relations are enough."""
    gold = read_gold_file(_write(tmp_path, BARE))
    assert [entity.name for entity in gold.entities] == ["Qian Duofu", "Pingtan Tea"]
    assert (gold.name, gold.set, gold.article.name) == ("a", tmp_path.name, "a.txt")


def test_one_is_a_list_of_one(tmp_path: Path) -> None:
    """What may be several may be one without brackets, and null is none."""
    entity = {**MAYOR, "aliases": "Mayor Qian", "type_alt": "Body", "name_en": None}
    gold = read_gold_file(_write(tmp_path, {**BARE, "entities": [entity]}))
    assert gold.entities[0].other_names == ("Mayor Qian",)
    assert gold.entities[0].types == {"Official", "Body"}


def test_fields_of_ones_own_are_let_be(tmp_path: Path) -> None:
    """Notes of annotators do not disturb."""
    gold = read_gold_file(_write(tmp_path, {**BARE, "annotator": "A", "_note": {"any": "thing"}}))
    assert len(gold.entities) == 2


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"entities": None}, "entities is missing; give a list"),
        ({"entities": ["x"]}, "entities[0] is 'x'; give an object with id, type, name"),
        ({"entities": [{**MAYOR, "type": "Person"}]}, "entities[0].type is 'Person'; choose from Official,"),
        ({"entities": [{**MAYOR, "name": " "}]}, "entities[0].name is ' '; give the full name"),
        (
            {"entities": [{**MAYOR, "alias": []}]},
            "entities[0].alias is no field of the format; did you mean 'aliases'?",
        ),
        ({"entities": [{**MAYOR, "optional": "yes"}]}, "entities[0].optional is 'yes'; give true or false"),
        ({"entities": [{**MAYOR, "aliases": [3]}]}, "entities[0].aliases holds 3; give other names"),
        ({"entities": [MAYOR, MAYOR]}, "entities two of them have the id 'm'"),
        (
            {"posts": [{"holder": "mm", "title": "Mayor"}]},
            "posts[0].holder is 'mm', which no entity bears; did you mean 'm'?",
        ),
        ({"posts": [{"holder": "m", "title": ""}]}, "posts[0].title is ''; give the title without its body"),
        (
            {"relations": [{"type": "visits", "subject": "m", "object": "f"}]},
            "relations[0].type is 'visits'; choose from visited,",
        ),
        (
            {"relations": [{"type": "visited", "subject": "m"}]},
            "relations[0].object is missing; give the id of an entity",
        ),
        ({"event_date": "6 May"}, "event_date is '6 May'; give a day such as 2024-05-13"),
        ({"event_date": "2024-13-01"}, "event_date is '2024-13-01'; give a day"),
        ({"locus": 4}, "locus is 4; give a seat"),
        ({"relation": []}, "relation is no field of the format; did you mean 'relations'?"),
        (
            {"claims": [{"type": "visited", "subject": "m", "object": "f", "modality": "stated"}]},
            "what is a fact belongs to `relations`",
        ),
        (
            {"companions_order": [{"principal": "m", "companions": ["f", "f"]}]},
            "companions names someone twice",
        ),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, changes: dict[str, Any], problem: str) -> None:
    """The message names the file, the field, what is wrong and what would be right."""
    path = _write(tmp_path, {**BARE, **changes})
    with pytest.raises(GoldError) as caught:
        read_gold_file(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert problem in str(caught.value)


@pytest.mark.parametrize("content", ["", "{", "[1]", "nonsense", "[" * 100_000, '"text"'])
def test_what_is_no_gold(tmp_path: Path, content: str) -> None:
    """A file that is not JSON, or not an object, is one error."""
    with pytest.raises(GoldError):
        read_gold_file(_write(tmp_path, content))


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    """A file that is not UTF-8 is one error."""
    path = _write(tmp_path, BARE)
    path.write_bytes(b'{"entities": "\xff"}')
    with pytest.raises(GoldError, match="is not JSON in UTF-8"):
        read_gold_file(path)


def test_gold_without_an_article(tmp_path: Path) -> None:
    """The article has to stand beside the gold."""
    path = _write(tmp_path, BARE)
    (tmp_path / "a.txt").unlink()
    with pytest.raises(GoldError, match=r"has no article beside it; put a\.txt into the same folder"):
        read_gold_file(path)


def test_pages_are_articles(tmp_path: Path) -> None:
    """The article may be an HTML page."""
    path = _write(tmp_path, BARE)
    (tmp_path / "a.txt").rename(tmp_path / "a.html")
    assert read_gold_file(path).article.suffix == ".html"


def test_a_folder_is_read_in_order(tmp_path: Path) -> None:
    """Gold comes in the order of names, and a file that is named twice comes once."""
    for name in ("b", "a"):
        path = _write(tmp_path, BARE, name)
    assert [gold.name for gold in read_gold([tmp_path, path])] == ["a", "b"]


def test_an_article_stands_for_its_gold(tmp_path: Path) -> None:
    """A pattern that also matches the articles names each pair once."""
    path = _write(tmp_path, BARE)
    assert [gold.name for gold in read_gold([path, path.with_suffix(".txt")])] == ["a"]


def test_all_problems_are_told(tmp_path: Path) -> None:
    """With someone to tell, every malformed file is told, and the others are read."""
    _write(tmp_path, "{", "a")
    _write(tmp_path, BARE, "b")
    _write(tmp_path, "[]", "c")
    problems: list[GoldError] = []
    assert [gold.name for gold in read_gold([tmp_path], on_problem=problems.append)] == ["b"]
    assert len(problems) == 2


def test_sources_without_gold(tmp_path: Path) -> None:
    """A folder without gold says where there is some; what is not there says so."""
    inner = tmp_path / "inner"
    inner.mkdir()
    with pytest.raises(GoldError, match=r"holds no gold: one <name>\.json beside each <name>\.txt"):
        read_gold([inner])
    _write(inner, BARE)
    with pytest.raises(GoldError, match=r"holds no gold itself; name the folders in it, such as .*inner"):
        read_gold([tmp_path])
    with pytest.raises(GoldError, match="no such file or folder"):
        read_gold([tmp_path / "nothing"])
    (tmp_path / "a.txt").touch()
    with pytest.raises(GoldError, match="is no gold file"):
        read_gold([tmp_path / "a.txt"])


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


@given(_JSON, st.sampled_from(["entities", "posts", "relations", "claims", "companions_order", "event_date"]))
def test_anything_is_gold_or_an_error(
    tmp_path_factory: pytest.TempPathFactory, value: object, name: str
) -> None:
    """Whatever stands in a field, it is read or it is an error of ours."""
    path = _write(tmp_path_factory.mktemp("gold"), {**BARE, name: value})
    problems: list[GoldError] = []
    read = read_gold([path], on_problem=problems.append)
    assert len(read) + len(problems) == 1
    assert all(str(path) in str(problem) for problem in problems)
