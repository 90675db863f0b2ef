"""graphbuild/diff: what came, went or changed between two output folders."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from graphbuild import cli
from graphbuild.diff import Turn, compare, to_html, to_json
from graphbuild.errors import StoreError
from graphbuild.model import Edge, Entity, GraphData, Post, Tenure
from graphbuild.store import manifest, tables
from graphbuild.store.manifest import WORKSPACE, Manifest

HOSTILE = "<img src=x onerror=alert(1)>\x1b[2J"
PERSON = Entity("official-a", "Official", "Tao An")
CITY = Entity("place-b", "Place", "Beihe City", attributes=(("level", "2"),))
FIRM = Entity("enterprise-c", "Enterprise", HOSTILE)
POST = Post("post-mayor", "Mayor", CITY.id)
VISIT = Edge(PERSON.id, "visited", CITY.id, ("c1",), "2024-01-01", "2024-01-01")
HELD = Tenure("tenure-1", PERSON.id, POST.id, "held", "2024-01-01", "2024-01-01", ("c2",))
OLD = GraphData(entities=(PERSON, CITY), posts=(POST,), edges=(VISIT,), tenures=(HELD,))
NEW = GraphData(
    entities=(FIRM, replace(PERSON, label="Tao An'an"), CITY),
    posts=(POST,),
    edges=(
        Edge(PERSON.id, "visited", FIRM.id, ("c3",)),
        replace(VISIT, last="2024-05-05", claims=("c1", "c4")),
    ),
)


def folder(path: Path, data: GraphData) -> Path:
    """Return an output folder with the tables of a graph."""
    tables.write(path / WORKSPACE / "graph-1", data, 0)
    manifest.save(path, Manifest(graph="graph-1"))
    return path


@pytest.fixture
def both(tmp_path: Path) -> tuple[Path, Path]:
    """Return the folders of the two graphs."""
    return folder(tmp_path / "old", OLD), folder(tmp_path / "new", NEW)


def test_changes_are_found(both: tuple[Path, Path]) -> None:
    """What came, went and changed is named, each once, with what is otherwise."""
    found = [(change.how, change.kind, change.id) for change in compare(*both).changes]
    assert found == [
        ("came", "entity", FIRM.id),
        ("changed", "entity", PERSON.id),
        ("went", "tenure", HELD.id),
        ("came", "edge", "official-a visited enterprise-c"),
        ("changed", "edge", "official-a visited place-b"),
    ]
    changed = {change.id: change.turns for change in compare(*both).changes if change.how == "changed"}
    assert changed == {
        PERSON.id: (Turn("name", "Tao An", "Tao An'an"),),
        "official-a visited place-b": (Turn("last", "2024-01-01", "2024-05-05"), Turn("claims", "1", "2")),
    }
    (went,) = (change for change in compare(*both).changes if change.how == "went")
    assert went.said == "Tao An: Mayor, Beihe City"


def test_the_other_way_round(both: tuple[Path, Path]) -> None:
    """What came from one side went from the other."""
    there, back = compare(*both).counts(), compare(*both[::-1]).counts()
    turned = {"came": "went", "went": "came", "changed": "changed"}
    assert {(kind, turned[how]): count for (kind, how), count in there.items()} == back
    assert sum(there.values()) == 5


def test_a_graph_does_not_differ_from_itself(both: tuple[Path, Path]) -> None:
    """Nothing changed is no change."""
    assert compare(both[0], both[0]).changes == ()


def test_the_page_shows_all_and_escapes_it(both: tuple[Path, Path]) -> None:
    """Every change stands in the page; names cannot become elements; there is no script."""
    page = to_html(compare(*both))
    assert len(re.findall(r'<tr class="(?:came|went|changed)"', page)) == 5
    assert "<img" not in page
    assert "\x1b" not in page
    assert "<script" not in page
    assert "&lt;img src=x onerror=alert(1)&gt;\\u001b[2J" in page
    page.encode("utf-8")


def test_json_has_all(both: tuple[Path, Path]) -> None:
    """The JSON says what the values say."""
    record = json.loads(to_json(compare(*both)))
    assert record["counts"]["edge"] == {"came": 1, "went": 0, "changed": 1}
    assert [change["id"] for change in record["changes"]] == [each.id for each in compare(*both).changes]


def test_the_command(both: tuple[Path, Path], tmp_path: Path) -> None:
    """In the terminal lines with signs, as JSON on request, or as a page."""
    old, new = map(str, both)
    shown = CliRunner().invoke(cli.app, ["diff", old, new])
    assert shown.exit_code == 0
    assert "- held Tao An: Mayor, Beihe City" in shown.stdout
    assert "~ Official Tao An'an  (name Tao An → Tao An'an)" in shown.stdout
    assert "\x1b[2J" not in shown.stdout
    few = CliRunner().invoke(cli.app, ["diff", old, new, "--most", "1"])
    assert "and 1 more" in few.stdout
    data = CliRunner().invoke(cli.app, ["diff", old, new, "--json"])
    assert len(json.loads(data.stdout)["changes"]) == 5
    page = CliRunner().invoke(cli.app, ["diff", old, new, "--html", str(tmp_path / "d.html")])
    assert (page.exit_code, page.stdout) == (0, "")
    assert (tmp_path / "d.html").read_text(encoding="utf-8") == to_html(compare(old, new))
    same = CliRunner().invoke(cli.app, ["diff", old, old])
    assert "nothing changed" in same.stdout


def test_a_folder_without_a_graph_is_told(both: tuple[Path, Path], tmp_path: Path) -> None:
    """A folder in which nothing was built is an error with its name."""
    with pytest.raises(StoreError, match="empty: no graph was built here"):
        compare(both[0], tmp_path / "empty")
    result = CliRunner().invoke(cli.app, ["diff", str(both[0]), str(tmp_path / "empty")])
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
