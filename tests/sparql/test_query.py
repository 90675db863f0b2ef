"""graphbuild.query: graphs of every kind, and answers as values."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
from datetime import date
from decimal import Decimal
from pathlib import Path

import pyoxigraph
import pytest
from pyoxigraph import RdfFormat, Store

import graphbuild
from graphbuild.errors import QueryError
from graphbuild.graph import Graph
from graphbuild.sparql import Answer, dataset, find_source, location, open_store
from tests.samples import sample

COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
FORMATS = {
    "graph.ttl": RdfFormat.TURTLE,
    "graph.nt": RdfFormat.N_TRIPLES,
    "graph.nq": RdfFormat.N_QUADS,
    "graph.trig": RdfFormat.TRIG,
    "graph.rdf": RdfFormat.RDF_XML,
    "graph.jsonld": RdfFormat.JSON_LD,
    "graph.ttl.gz": RdfFormat.TURTLE,
}


@pytest.fixture
def graph() -> Graph:
    """Return the hand-written sample."""
    return Graph(sample())


def write(graph: Graph, path: Path, form: RdfFormat) -> None:
    """Write a graph in a format, the quads of N-Quads and TriG into a named graph."""
    store = open_store(graph)
    quads = list(store)
    if form in {RdfFormat.N_QUADS, RdfFormat.TRIG}:
        name = pyoxigraph.NamedNode("https://example.org/one")
        quads = [pyoxigraph.Quad(each.subject, each.predicate, each.object, name) for each in quads]
    data = pyoxigraph.serialize(
        quads if "q" in path.name or "trig" in path.name else [q.triple for q in quads], format=form
    )
    assert data is not None
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_asked_alike(graph: Graph, name: str, tmp_path: Path) -> None:
    """A file, packed or not, with named graphs or without, and the folder it is in all give the same."""
    write(graph, tmp_path / name, FORMATS[name])
    whole = graphbuild.query(graph, COUNT).rows
    assert graphbuild.query(tmp_path / name, COUNT).rows == whole
    assert graphbuild.query(str(tmp_path), COUNT).rows == whole


def test_values_are_those_of_python(graph: Graph) -> None:
    """Numbers, days and truth values come as such, IRIs and texts as str, and None where nothing is bound."""
    days = '("2024-05-16"^^xsd:date AS ?day)'
    text = f"SELECT (1 AS ?i) (1.5 AS ?d) (true AS ?b) {days} (gb:visited AS ?iri) ?none {{}}"
    row = next(iter(graphbuild.query(graph, text)))
    assert row == {
        "i": 1, "d": Decimal("1.5"), "b": True, "day": date(2024, 5, 16),
        "iri": "https://w3id.org/graphbuild/ns#visited", "none": None,
    }  # fmt: skip
    assert graphbuild.query(graph, "ASK { ?s a gb:Dragon }").rows == [(False,)]


def test_a_table_for_pandas(graph: Graph) -> None:
    """The rows become a frame with the columns of the query."""
    pytest.importorskip("pandas", reason="pandas is not installed")
    frame = graphbuild.query(graph, "posts", who="Han Moyu").to_pandas()
    assert list(frame["title"]) == ["Deputy Mayor"]


def test_no_cell_of_csv_is_a_formula() -> None:
    """What a spreadsheet would compute is text; the rest is as it was."""
    cells = ["=1+1", "+1", "-1", "@x", "\tx", "plain", 'a,"b"\nc']
    values = " ".join(json.dumps(cell) for cell in cells)
    answer = graphbuild.query(Store(), f"SELECT ?x WHERE {{ VALUES ?x {{ {values} }} }}")
    rows = list(csv.reader(io.StringIO(answer.to_csv())))
    assert [row[0] for row in rows] == ["x", "'=1+1", "'+1", "'-1", "'@x", "'\tx", "plain", 'a,"b"\nc']


@pytest.mark.parametrize(
    "text", ["SELECT * WHERE { ?s skos:prefLabel ?o ; ?p 1 }", "ASK { ?s ?p ?o }", "posts"]
)
def test_json_is_that_of_sparql(graph: Graph, text: str) -> None:
    """Any reader of SPARQL 1.1 results takes the JSON, and finds the same rows."""
    answer = graphbuild.query(graph, text)
    read = pyoxigraph.parse_query_results(answer.to_json(), format=pyoxigraph.QueryResultsFormat.JSON)
    if isinstance(read, pyoxigraph.QueryBoolean):
        assert answer.rows == [(bool(read),)]
    else:
        assert isinstance(read, pyoxigraph.QuerySolutions)
        assert [tuple(row) for row in read] == list(answer.terms)


def test_triples_are_turtle_and_rows_are_not(graph: Graph) -> None:
    """CONSTRUCT gives Turtle that can be read again, the same in every run; SELECT has none to give."""
    answer = graphbuild.query(graph, "profile", who="Lu Qinghe")
    again = Store()
    again.load(answer.to_turtle(), RdfFormat.TURTLE)
    assert len(again) == len(answer) > 10
    assert answer.to_turtle() == graphbuild.query(graph, "profile", who="Lu Qinghe").to_turtle()
    with pytest.raises(QueryError, match="CONSTRUCT"):
        graphbuild.query(graph, "posts").to_turtle()


def test_a_limit_says_that_there_is_more(graph: Graph) -> None:
    """A limit cuts the rows, and tells."""
    whole = graphbuild.query(graph, "posts")
    part = graphbuild.query(graph, "posts", limit=2)
    assert (len(part), part.more, whole.more) == (2, True, False)
    assert part.rows == whole.rows[:2]


def test_html_is_escaped() -> None:
    """A notebook shows values and runs none."""
    answer = Answer(("<b>",), (("<script>",),))
    assert "<script>" not in answer._repr_html_()
    assert "&lt;script&gt;" in answer._repr_html_()


def test_a_long_query_is_given_up() -> None:
    """A time limit is kept while oxigraph is deep in a query."""
    store = Store()
    store.bulk_load("".join(f"<urn:a> <urn:b> {n} ." for n in range(4000)), RdfFormat.TURTLE)
    with pytest.raises(QueryError, match=r"no answer within 0\.2 s"):
        graphbuild.query(store, "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f }", timeout=0.2)


def test_a_name_that_nobody_bears_is_told(graph: Graph) -> None:
    """An unknown name is an error with near names; a known one without an answer is not."""
    with pytest.raises(QueryError, match="did you mean Han Moyu"):
        graphbuild.query(graph, "visits", who="Han Moju")
    assert not graphbuild.query(graph, "visits", who="Han Moyu")
    node = next(entity.id for entity in graph.entities("Official"))
    assert not graphbuild.query(
        graph, "encounters", who=f"https://w3id.org/graphbuild/id/{node}", until="1990-01-01"
    )


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("graph.txt", "x", "not an RDF file by its name"),
        ("graph.ttl", "gb:a gb:b", "not well-formed"),
        ("graph.ttl.gz", "no gzip", "not well-formed"),
        ("elsewhere.ttl", None, "no such file"),
        (".", None, "a folder without graph.ttl"),
    ],
)
def test_what_is_no_graph_is_told(name: str, content: str | None, said: str, tmp_path: Path) -> None:
    """A file that is none, is broken or is missing is one line that names it."""
    if content is not None:
        (tmp_path / name).write_text(content)
    with pytest.raises(QueryError, match=said):
        graphbuild.query(tmp_path / name, COUNT)


def test_a_large_file_is_kept_in_a_store(
    graph: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A large file is loaded once; its store is used again while the file is the same."""
    monkeypatch.setattr(dataset, "LARGE", 1)
    path = tmp_path / "graph.ttl"
    path.write_text(graph.to_turtle(), encoding="utf-8")
    whole = graphbuild.query(path, COUNT).rows
    made = find_source(path).cache
    first = made.stat().st_ino
    assert graphbuild.query(path, COUNT).rows == whole == graphbuild.query(graph, COUNT).rows
    assert made.stat().st_ino == first
    path.write_text("<urn:a> <urn:b> <urn:c> .", encoding="utf-8")
    assert graphbuild.query(path, COUNT).rows == [(1,)]
    assert [each.name for each in made.parent.iterdir()] == ["graph.ttl"]


def test_a_half_made_store_is_cleared(graph: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a killed process left goes; what a living one makes stays."""
    monkeypatch.setattr(dataset, "LARGE", 1)
    path = tmp_path / "graph.ttl"
    path.write_text(graph.to_turtle(), encoding="utf-8")
    cache = find_source(path).cache
    for pid in ("999999999", str(os.getppid())):
        (cache.parent / f"graph.ttl.{pid}.part").mkdir(parents=True)
    graphbuild.query(path, COUNT)
    assert sorted(each.name for each in cache.parent.iterdir()) == [
        "graph.ttl",
        f"graph.ttl.{os.getppid()}.part",
    ]


def test_where_no_store_can_be_kept_there_is_a_temporary_one(graph: Graph, tmp_path: Path) -> None:
    """A folder that takes no store is served and asked all the same."""
    path = tmp_path / "graph.ttl"
    path.write_text(graph.to_turtle(), encoding="utf-8")
    (tmp_path / ".graphbuild").write_text("a file where a folder should be")
    with location(find_source(path)) as place:
        assert len(Store.read_only(str(place))) == len(open_store(path))
    assert not place.exists()
