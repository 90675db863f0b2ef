"""Graphs of real articles hold to the ontology: they conform to the shapes and contradict nothing."""

from __future__ import annotations

import gzip
import json
import warnings
from itertools import islice
from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import Graph as Triples

import graphbuild
from graphbuild.graph import Graph
from graphbuild.ontology import ontology_folder
from graphbuild.read import read_text

ROOT = Path(__file__).resolve().parent.parent
FIRST_ARTICLE = ROOT.parent / "shared" / "gold" / "en-seed"
READOUTS = ROOT.parent / "shared" / "corpus" / "wh-readouts.jsonl.gz"
CONTRADICTION = "http://www.daml.org/2002/03/agents/agent-ont#error"
SOURCES = {"examples": ROOT / "examples", "the first article": FIRST_ARTICLE}


@pytest.fixture(scope="module", params=sorted(SOURCES))
def graph(request: pytest.FixtureRequest) -> Graph:
    """Build the articles of one source, or skip where they are not at hand."""
    folder = SOURCES[request.param]
    if not folder.is_dir():
        pytest.skip(f"{request.param} needs {folder.relative_to(ROOT.parent)} beside the checkout")
    return graphbuild.build([folder])


def test_conforms_to_the_shapes(graph: Graph) -> None:
    """Every node has what its class asks for, and every edge a factual claim with evidence."""
    shapes = Triples().parse(ontology_folder() / "shapes.ttl")
    terms = Triples().parse(ontology_folder() / "graphbuild.ttl")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of pyshacl's own making
        conforms, _, report = validate(graph.to_rdflib(), shacl_graph=shapes, ont_graph=terms, inplace=False)
    assert conforms, report


def test_readouts_conform_to_the_shapes() -> None:
    """Fifty articles of a government that the examples do not know conform as well."""
    if not READOUTS.is_file():
        pytest.skip(f"needs {READOUTS.relative_to(ROOT.parent)} beside the checkout")
    with gzip.open(READOUTS, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in islice(lines, 50)]
    pages = [
        read_text(f"{each['title']}\n\nrelease time: {each['published']}\n\n{each['text']}\n")
        for each in records
    ]
    test_conforms_to_the_shapes(graphbuild.build(pages))


def test_contradicts_nothing(graph: Graph) -> None:
    """Under OWL 2 RL no node falls into two disjoint classes."""
    triples = Triples().parse(ontology_folder() / "graphbuild.ttl")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of owlrl's own making
        from owlrl import DeductiveClosure, OWLRL_Semantics

        for triple in graph.to_rdflib():
            triples.add(triple)
        DeductiveClosure(OWLRL_Semantics).expand(triples)
    assert [str(o) for _, p, o in triples if str(p) == CONTRADICTION] == []


def test_every_edge_has_evidence(graph: Graph) -> None:
    """No edge stands without a claim, no claim without a sentence that its document holds."""
    texts = {document.id: document.text for document in graph.data.documents}
    for edge in graph.edges():
        claims = graph.evidence(edge)
        assert claims
        for claim, sentences in claims:
            quoted = [texts[claim.evidence.document][s.start : s.end] for s in claim.evidence.sentences]
            assert list(sentences) == quoted
