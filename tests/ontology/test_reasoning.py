"""The ontology under OWL RL: consistent with the data, and deriving the shortcut edges from the events."""

from __future__ import annotations

import warnings

import pytest
from rdflib import RDF, Graph, Namespace
from rdflib.term import Node

from graphbuild.export.rdf import to_rdflib
from graphbuild.ontology import NAMESPACE, ontology_folder
from tests import samples

GB = Namespace(NAMESPACE)
ID = Namespace("https://w3id.org/graphbuild/id/")
ERROR = "http://www.daml.org/2002/03/agents/agent-ont#error"


def closure(data: Graph) -> Graph:
    """Return the ontology with the data and all that OWL 2 RL derives."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of owlrl's own making
        from owlrl import DeductiveClosure, OWLRL_Semantics

        graph = Graph().parse(ontology_folder() / "graphbuild.ttl")
        for triple in data:
            graph.add(triple)
        DeductiveClosure(OWLRL_Semantics).expand(graph)
    return graph


def errors(graph: Graph) -> list[str]:
    """Return the contradictions that the reasoner found."""
    return [str(value) for _, predicate, value in graph if str(predicate) == ERROR]


def ours(graph: Graph, predicate: Node) -> set[tuple[Node, Node]]:
    """Return the pairs that a predicate joins."""
    return set(graph.subject_objects(predicate))


@pytest.fixture(scope="module")
def expanded() -> Graph:
    """Return the closure of the sample, whose shortcut edges were taken out first."""
    data = to_rdflib(samples.sample())
    data.remove((None, GB.visited, None))
    data.remove((None, GB.accompanied, None))
    return closure(data)


def test_sample_is_consistent(expanded: Graph) -> None:
    """No class is disjoint with another that a node of the sample also has, written or derived."""
    assert errors(expanded) == []


@pytest.mark.parametrize("name", ["visited", "accompanied"])
def test_shortcut_edges_follow_from_the_events(expanded: Graph, name: str) -> None:
    """What is derived from principals, companions and stops is exactly what the writer asserts."""
    written = to_rdflib(samples.sample())
    assert ours(expanded, GB[name]) == ours(written, GB[name]) != set()


def test_a_node_of_two_kinds_is_inconsistent() -> None:
    """An official that is also a place is an error."""
    data = Graph()
    data.add((ID["x"], RDF.type, GB.Official))
    data.add((ID["x"], RDF.type, GB.Place))
    assert errors(closure(data)) != []


def test_a_misused_edge_is_inconsistent() -> None:
    """An enterprise that is the object of an edge between officials is an error by the range alone."""
    data = Graph()
    data.add((ID["a"], GB.met, ID["b"]))
    data.add((ID["b"], RDF.type, GB.Enterprise))
    assert errors(closure(data)) != []
