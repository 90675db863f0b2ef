"""The formats of RDF: each read back by other libraries, without a warning and with nothing lost."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import pytest
import rdflib
from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, Triple, parse
from rdflib.compare import isomorphic

from graphbuild.export.jsonld import write_jsonld
from graphbuild.export.serializations import (
    write_nquads,
    write_ntriples,
    write_rdfxml,
    write_trig,
    write_turtle_12,
)
from graphbuild.export.triples import triples
from graphbuild.export.turtle import write_turtle
from graphbuild.model import GraphData, GraphSource
from tests.export.test_turtle import HOSTILE, hostile_graph
from tests.jena import needs_jena, riot
from tests.samples import MEETING_DOCUMENT, VISIT_DOCUMENT, sample

Write = Callable[[GraphSource, BinaryIO], None]

BASE = "https://w3id.org/graphbuild/id/"
REIFIES = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies")
FORMATS: dict[str, tuple[Write, RdfFormat, str]] = {
    "ttl": (write_turtle, RdfFormat.TURTLE, "turtle"),
    "nt": (write_ntriples, RdfFormat.N_TRIPLES, "nt"),
    "nq": (write_nquads, RdfFormat.N_QUADS, "nquads"),
    "trig": (write_trig, RdfFormat.TRIG, "trig"),
    "jsonld": (write_jsonld, RdfFormat.JSON_LD, "json-ld"),
    "rdf": (write_rdfxml, RdfFormat.RDF_XML, "xml"),
}
each_format = pytest.mark.parametrize("name", FORMATS)
WITH_GRAPHS = {"nq", "trig"}


def written(data: GraphSource, name: str) -> bytes:
    """Return a graph in a format."""
    stream = BytesIO()
    FORMATS[name][0](data, stream)
    return stream.getvalue()


def by_rdflib(text: bytes, name: str) -> rdflib.Graph:
    """Parse a format with rdflib, all graphs in one."""
    graph = rdflib.Graph()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of rdflib's own making
        if name not in WITH_GRAPHS:
            return graph.parse(data=text, format=FORMATS[name][2])
        dataset = rdflib.Dataset().parse(data=text, format=FORMATS[name][2])
        for subject, predicate, value, _ in dataset.quads():
            graph.add((subject, predicate, value))
    return graph


@each_format
def test_oxigraph_reads_every_triple(name: str) -> None:
    """Whatever the format, oxigraph reads back the triples of the graph and no others."""
    found = {quad.triple for quad in parse(written(sample(), name), format=FORMATS[name][1])}
    assert found == set(triples(sample()))


@each_format
def test_rdflib_reads_the_same_graph_and_warns_of_nothing(
    name: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Whatever the format, rdflib reads a graph that is isomorphic to that of the Turtle, in silence."""
    with caplog.at_level(logging.WARNING):
        found = by_rdflib(written(sample(), name), name)
    assert isomorphic(found, by_rdflib(written(sample(), "ttl"), "ttl"))
    assert caplog.records == []


@needs_jena
@each_format
def test_jena_reads_every_triple_and_warns_of_nothing(name: str, tmp_path: Path) -> None:
    """Whatever the format, Jena reads back the triples of the graph and complains of nothing."""
    path = tmp_path / f"graph.{name}"
    path.write_bytes(written(sample(), name))
    # Debian ships Jena's JSON-LD 1.1 without the JSON library that it needs; 1.0 is whole.
    quads, complaints = riot(path, *(["--syntax=jsonld10"] if name == "jsonld" else []))
    assert complaints == ""
    assert {quad.triple for quad in parse(quads, format=RdfFormat.N_QUADS)} == set(triples(sample()))


@needs_jena
@pytest.mark.parametrize("name", ["ttl", "rdf", "jsonld"])
def test_jena_reads_hostile_strings(name: str, tmp_path: Path) -> None:
    """Whatever stands in names and titles, Jena reads it as data."""
    path = tmp_path / f"graph.{name}"
    data = hostile_graph(" ".join(text for text in HOSTILE if text))
    path.write_bytes(written(data, name))
    quads, complaints = riot(path, *(["--syntax=jsonld10"] if name == "jsonld" else []))
    assert [line for line in complaints.splitlines() if "ERROR" in line] == []
    assert {quad.triple for quad in parse(quads, format=RdfFormat.N_QUADS)} == set(triples(data))


@each_format
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_strings_come_back_whole(name: str, text: str) -> None:
    """Whatever stands in names, titles, addresses and ids is data in every format."""
    data = hostile_graph(text)
    found = {quad.triple for quad in parse(written(data, name), format=FORMATS[name][1])}
    assert found == set(triples(data))


@each_format
def test_the_same_bytes_again(name: str) -> None:
    """A format has one text for a graph."""
    assert written(sample(), name) == written(sample(), name)


@each_format
def test_an_empty_graph_is_a_file_that_can_be_read(name: str) -> None:
    """A graph of nothing is valid in every format."""
    assert list(parse(written(GraphData(), name), format=FORMATS[name][1])) == []


@pytest.mark.parametrize("name", sorted(WITH_GRAPHS))
def test_what_a_document_says_can_be_replaced_in_a_store(name: str) -> None:
    """Each document is a graph of its own: dropping it takes what it says and leaves the rest."""
    store = Store()
    store.load(written(sample(), name), format=FORMATS[name][1])
    document = NamedNode(f"{BASE}doc-{VISIT_DOCUMENT.id}")
    before = {quad.graph_name for quad in store}
    store.remove_graph(document)
    assert before - {quad.graph_name for quad in store} == {document}
    other = NamedNode(f"{BASE}doc-{MEETING_DOCUMENT.id}")
    assert {DefaultGraph(), other} <= before
    assert not any(store.quads_for_pattern(document, None, None))


def test_reifiers_say_what_statements_say() -> None:
    """In RDF 1.2 each claim reifies the triple that its statement of RDF 1.1 spells out."""
    stream = BytesIO()
    write_turtle_12(sample(), stream)
    found = list(parse(stream.getvalue(), format=RdfFormat.TURTLE))
    reified = {quad.subject: quad.object for quad in found if quad.predicate == REIFIES}
    assert reified == _statements()
    rest = {quad.triple for quad in found if quad.predicate != REIFIES}
    assert rest == {triple for triple in triples(sample()) if not _of_statement(triple)}


def _statements() -> dict[object, Triple]:
    ends: dict[object, dict[str, object]] = {}
    for triple in triples(sample()):
        name = triple.predicate.value.partition("#")[2]
        if _of_statement(triple) and name != "type":
            ends.setdefault(triple.subject, {})[name] = triple.object
    return {each: Triple(said["subject"], said["predicate"], said["object"]) for each, said in ends.items()}


def _of_statement(triple: Triple) -> bool:
    rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    ends = {NamedNode(rdf + name) for name in ("subject", "predicate", "object")}
    return triple.predicate in ends or triple.object == NamedNode(rdf + "Statement")


def test_quads_name_only_documents() -> None:
    """Every named graph is a document that the default graph or the graph itself describes."""
    quads: list[Quad] = list(parse(written(sample(), "nq"), format=RdfFormat.N_QUADS))
    names = {quad.graph_name.value for quad in quads if isinstance(quad.graph_name, NamedNode)}
    assert names == {f"{BASE}doc-{document.id}" for document in sample().documents}
