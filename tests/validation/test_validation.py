"""graphbuild/validation: the shapes as SPARQL find what pySHACL finds, and say where it came from."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store
from pyshacl import validate as pyshacl_validate
from rdflib import SH, Graph, Literal, Namespace, URIRef

import graphbuild
from graphbuild.errors import OntologyError
from graphbuild.export.rdf import to_rdflib
from graphbuild.ontology import NAMESPACE, ontology_folder
from graphbuild.validation import Violation, validate
from graphbuild.validation.shapes import read_shapes
from tests import samples

ROOT = Path(__file__).resolve().parents[2]
GB = Namespace(NAMESPACE)
ID = Namespace("https://w3id.org/graphbuild/id/")
PREFIXES = "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix gb: <https://w3id.org/graphbuild/ns#> .\n"
_COMPUTED = {GB.start, GB.end, GB.text, GB.inSentence, GB.confidence}


def in_oxigraph(graph: Graph) -> Store:
    """Return an rdflib graph in oxigraph."""
    store = Store()
    store.bulk_load(graph.serialize(format="nt").encode(), RdfFormat.N_TRIPLES)
    return store


def by_pyshacl(graph: Graph) -> set[tuple[str, str]]:
    """Return the nodes and paths that pySHACL objects to."""
    _, report, _ = pyshacl_validate(graph, shacl_graph=Graph().parse(ontology_folder() / "shapes.ttl"))
    assert isinstance(report, Graph)
    results = set(report.objects(None, SH.result))  # without the details of sh:node
    return {
        (str(report.value(each, SH.focusNode)), str(report.value(each, SH.resultPath) or ""))
        for each in results
    }


def by_us(graph: Graph) -> set[tuple[str, str]]:
    """Return the nodes and paths that we object to."""
    return {(each.node, each.path) for each in validate(in_oxigraph(graph))}


def damaged(seed: int) -> Graph:
    """Return the sample with thirty triples changed, taken out or added at random."""
    graph = to_rdflib(samples.sample())
    chance = random.Random(seed)  # noqa: S311 - the same graph for the same seed
    # Numbers and texts stay: rdflib computes with what is no number, and oxigraph does not.
    triples = sorted(each for each in graph if each[1] not in _COMPUTED)
    for subject, predicate, value in chance.sample(triples, 30):
        graph.remove((subject, predicate, value))
        other = chance.choice(triples)
        change = chance.choice(("drop", "object", "subject", "text", "twice"))
        if change == "object":
            graph.add((subject, predicate, other[2]))
        elif change == "subject":
            graph.add((other[0], predicate, value))
        elif change == "text":
            graph.add((subject, predicate, Literal("2021-13-01")))
        elif change == "twice":
            graph.add((subject, predicate, value))
            graph.add((subject, predicate, other[2]))
    return graph


@pytest.mark.parametrize("seed", range(6))
def test_we_agree_with_pyshacl(seed: int) -> None:
    """On a graph that is damaged at random, nodes and paths are those that pySHACL finds."""
    graph = damaged(seed)
    expected = by_pyshacl(graph)
    assert expected
    assert by_us(graph) == expected


@pytest.mark.parametrize("name", ["graph.ttl", "fiction/graph.ttl"])
def test_the_examples_conform(name: str) -> None:
    """Nothing is wrong with the shipped examples."""
    assert graphbuild.validate(ROOT / "output" / name) == ()


FAULTS = {
    "an edge without a claim": (ID[samples.PENG], GB.visited, ID[samples.YUNMO]),
    "a wrong domain": (ID[samples.JINSUI], GB.met, ID[samples.LU]),
    "a bad date": (ID[samples.TALKS], GB.dateEdtf, Literal("April the 4th")),
    "a dangling post": (ID[samples.LU], GB.holdsPost, ID["post-nowhere"]),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_planted_faults_are_caught(fault: str) -> None:
    """Each fault is found at a node that it touches, and the node's name and sentence are told."""
    graph = to_rdflib(samples.sample())
    graph.add(FAULTS[fault])
    found = validate(in_oxigraph(graph))
    subject, _, value = FAULTS[fault]
    assert {each.node for each in found} & {str(subject), str(value)}
    assert any(each.name and each.sentence for each in found)


def test_a_violation_reads_as_a_line() -> None:
    """Node, name, property, value, what is wrong and the sentence stand in one line."""
    text = str(Violation(ID["x"], GB.amount, "plenty", "must be a number", "Silo", "A silo stands."))
    assert text == "id:x (Silo) gb:amount 'plenty': must be a number; from: A silo stands."


def test_an_invalid_day_is_no_date() -> None:
    """A day that no calendar has is found although its type is right."""
    graph = to_rdflib(samples.sample())
    node = ID[samples.VISIT]
    graph.set(
        (node, GB.notAfter, Literal("2021-02-30", datatype=URIRef("http://www.w3.org/2001/XMLSchema#date")))
    )
    assert (str(node), str(GB.notAfter)) in by_us(graph)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("gb:S a sh:NodeShape ; sh:targetClass gb:Body ; sh:closed true .", "sh:closed"),
        ("gb:S sh:targetClass gb:Body ; sh:or ( [ sh:nodeKind sh:IRI ] ) .", "sh:or"),
        ("gb:S sh:targetClass", "shapes.ttl"),
    ],
)
def test_shapes_that_are_not_understood_are_refused(text: str, said: str, tmp_path: Path) -> None:
    """No rule is passed over in silence."""
    path = tmp_path / "shapes.ttl"
    path.write_text(PREFIXES + text, encoding="utf-8")
    with pytest.raises(OntologyError, match=said):
        read_shapes(path)


def test_the_command_lists_violations(tmp_path: Path) -> None:
    """`graphbuild validate` ends with status 1 and a line for each violation, or with 0 and none."""
    graph = to_rdflib(samples.sample())
    path = tmp_path / "graph.ttl"
    for wrong, status in ((False, 0), (True, 1)):
        if wrong:
            graph.add(FAULTS["an edge without a claim"])
        graph.serialize(path, format="turtle")
        command = [sys.executable, "-m", "graphbuild", "validate", str(path), "--json"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == status
        assert [json.loads(line)["node"] for line in done.stdout.splitlines()] == [
            str(ID[samples.PENG])
        ] * wrong
        assert done.stderr == f"{path}: {'1 violation' if wrong else '0 violations'}\n"
