"""graphbuild/export/rdf.py: the graph in rdflib."""

from __future__ import annotations

import pytest
from rdflib import RDF, Graph, Namespace

from graphbuild.export.rdf import to_rdflib
from graphbuild.export.terms import PREFIXES
from graphbuild.export.triples import triples
from graphbuild.export.turtle import to_turtle
from graphbuild.ontology import NAMESPACE
from tests import samples
from tests.export.test_turtle import HOSTILE, hostile_graph

GB = Namespace(NAMESPACE)


def test_holds_every_triple() -> None:
    """The rdflib graph has as many triples as were written."""
    assert len(to_rdflib(samples.sample())) == len(triples(samples.sample()))


@pytest.mark.parametrize("text", HOSTILE)
def test_terms_are_those_that_rdflib_reads_from_the_turtle(text: str) -> None:
    """The short cut past rdflib's parser leaves the same graph as the parser does."""
    data = hostile_graph(text)
    assert set(to_rdflib(data)) == set(Graph().parse(data=to_turtle(data), format="turtle"))


def test_prefixes_are_bound() -> None:
    """Queries in a notebook need no prefix declarations, the user's base included."""
    bound = {
        prefix: str(iri) for prefix, iri in to_rdflib(samples.sample(), "https://example.org/").namespaces()
    }
    assert {**PREFIXES, "id": "https://example.org/"}.items() <= bound.items()
    rows = to_rdflib(samples.sample()).query("SELECT ?o WHERE { ?o gb:visited id:" + samples.JINSUI + " }")
    assert [str(row[0]).rpartition("/")[2] for row in rows] == [samples.LU]


def test_edges_are_plain_triples() -> None:
    """Who visited what is one pattern away."""
    graph = to_rdflib(samples.sample())
    assert len(list(graph.subject_objects(GB.visited))) == 3
    assert len(list(graph.subjects(RDF.type, GB.Visit))) == 1
