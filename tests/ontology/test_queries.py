"""ontology/queries: each question runs in rdflib and in oxigraph, with the same rows."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store
from rdflib import Graph

from graphbuild.export.rdf import to_rdflib
from graphbuild.export.turtle import to_turtle
from graphbuild.model import GraphData
from graphbuild.ontology import ontology_folder
from tests.samples import sample

QUERIES = sorted(ontology_folder().glob("queries/*.rq"))


def rdflib_rows(graph: Graph, query: str) -> list[tuple[str, ...]]:
    """Return the rows of a query in rdflib, sorted, as strings."""
    found = ([None if value is None else str(value) for value in row] for row in graph.query(query))
    return sorted(tuple(value or "" for value in row) for row in found)


def oxigraph_rows(store: Store, query: str) -> list[tuple[str, ...]]:
    """Return the rows of a query in oxigraph, sorted, as strings."""
    found = ([getattr(value, "value", "") for value in row] for row in store.query(query))
    return sorted(map(tuple, found))


@pytest.fixture(scope="module")
def stores() -> tuple[Graph, Store]:
    """Return the sample in both libraries."""
    store = Store()
    store.load(to_turtle(sample()), format=RdfFormat.TURTLE)
    return to_rdflib(sample()), store


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_both_libraries_give_the_same_rows(path: Path, stores: tuple[Graph, Store]) -> None:
    """The sample has an answer to every question, and the libraries agree on it."""
    graph, store = stores
    query = path.read_text("utf-8")
    rows = oxigraph_rows(store, query)
    assert rows
    assert rdflib_rows(graph, query) == rows


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_an_empty_graph_answers_nothing(path: Path) -> None:
    """A question to an empty graph gives no rows, not an error."""
    query = path.read_text("utf-8")
    assert rdflib_rows(to_rdflib(GraphData()), query) == oxigraph_rows(Store(), query) == []


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_the_first_line_is_the_question(path: Path) -> None:
    """Each file begins with its question, for lists of questions to show."""
    first = path.read_text("utf-8").splitlines()[0]
    assert first.startswith("# ")
    assert first.endswith("?")


def test_there_are_ten_questions_or_more() -> None:
    """The questions cover the graph."""
    assert len(QUERIES) >= 10
