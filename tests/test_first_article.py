"""The article that the project started from, by the independent scorer, where both are at hand."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest

import graphbuild
from graphbuild.graph import Graph

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
GOLD = SHARED / "gold" / "en-seed"
SCORER = SHARED / "eval" / "score.py"
NS = "https://w3id.org/graphbuild/ns#"

pytestmark = pytest.mark.skipif(
    not (GOLD.is_dir() and SCORER.is_file()),
    reason="needs the first article in ../shared/gold/en-seed and the scorer ../shared/eval/score.py",
)


@pytest.fixture(scope="module")
def graphs() -> dict[str, Graph]:
    """Return one graph for each article of the set."""
    return {path.stem: graphbuild.build([path]) for path in sorted(GOLD.glob("*.txt"))}


@pytest.fixture(scope="module")
def scores(graphs: dict[str, Graph], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return what the scorer says of the Turtle of these graphs."""
    folder = tmp_path_factory.mktemp("scored")
    for name, graph in graphs.items():
        (folder / f"{name}.ttl").write_text(graph.to_turtle(), encoding="utf-8")
    command = [sys.executable, str(SCORER), str(GOLD), str(folder), "--json"]
    run = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, Any] = json.loads(run.stdout)["scores"]
    return found


@pytest.fixture(scope="module")
def store(graphs: dict[str, Graph]) -> pyoxigraph.Store:
    """Return the Turtle of these graphs, loaded."""
    loaded = pyoxigraph.Store()
    for graph in graphs.values():
        loaded.load(graph.to_turtle().encode(), format=pyoxigraph.RdfFormat.TURTLE)
    return loaded


def _of_projects(store: pyoxigraph.Store, term: str) -> set[str]:
    query = f"PREFIX gb: <{NS}> SELECT ?value {{ ?node a gb:Project ; gb:{term} ?value }}"
    return {solution["value"].value for solution in store.query(query)}


@pytest.mark.parametrize("measure", ["entity", "post", "relation"])
def test_scores(scores: dict[str, Any], measure: str) -> None:
    """Entities, posts and relations are right, with hardly any missing or made up."""
    assert scores[measure]["f1"] >= 0.95


def test_names_are_resolved(scores: dict[str, Any]) -> None:
    """What the article leaves out of a name is filled in."""
    assert scores["resolved"]["r"] >= 0.90


def test_the_day_is_found(scores: dict[str, Any]) -> None:
    """The visit has the day that the article gives."""
    assert scores["event date"]["r"] == 1


def test_the_release_date_is_flagged(store: pyoxigraph.Store) -> None:
    """The release date does not fit the visit: both stand in the graph, and the conflict is flagged."""
    (published,) = _published()
    query = f"""PREFIX gb: <{NS}> SELECT ?released ?edtf {{
        ?document a gb:Document ; gb:releaseDate ?released .
        ?event a gb:Visit ; gb:dateEdtf ?edtf ; gb:dateConflict true }}"""
    rows = [(row["released"].value, row["edtf"].value) for row in store.query(query)]
    assert rows
    assert {released for released, _ in rows} == {published}
    assert all(edtf.startswith("XXXX-") for _, edtf in rows)


def _published() -> set[str]:
    return {json.loads(path.read_text(encoding="utf-8"))["published"] for path in GOLD.glob("*.json")}


def test_the_investment(store: pyoxigraph.Store) -> None:
    """Seventy billion yuan, as stated, stand on the project."""
    assert _of_projects(store, "amount") == {"70000000000"}
    assert _of_projects(store, "currency") == {"CNY"}


def test_quotes_are_the_text(graphs: dict[str, Graph], store: pyoxigraph.Store) -> None:
    """Every sentence and mention in the Turtle is the text of the page at its offsets."""
    texts = {document.id: document.text for graph in graphs.values() for document in graph.data.documents}
    (text,) = texts.values()
    query = f"""PREFIX gb: <{NS}> SELECT ?text ?start ?end {{
        ?quote gb:text ?text ; gb:start ?start ; gb:end ?end }}"""
    rows = [(row["text"].value, int(row["start"].value), int(row["end"].value)) for row in store.query(query)]
    assert len(rows) > 20
    assert [row for row in rows if text[row[1] : row[2]] != row[0]] == []
    assert (GOLD / "seed-jiaohe.txt").read_bytes().decode("utf-8") == text
