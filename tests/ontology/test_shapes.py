"""ontology/shapes.ttl: what graphbuild writes conforms, and what is wrong is caught."""

from __future__ import annotations

import warnings
from typing import TypeAlias

import pytest
from pyshacl import validate
from rdflib import RDF, RDFS, SH, SKOS, XSD, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from graphbuild.export.rdf import to_rdflib
from graphbuild.model import EDGE_CONFIDENCE, FACTUAL
from graphbuild.ontology import NAMESPACE, ontology_folder
from tests import samples

Triple: TypeAlias = tuple[Node, Node, Node]
Pattern: TypeAlias = tuple[Node, Node | None, Node | None]
Result: TypeAlias = tuple[Node, Node | None]

GB = Namespace(NAMESPACE)
ID = Namespace("https://w3id.org/graphbuild/id/")

VISIT, TALKS, MEETING = ID[samples.VISIT], ID[samples.TALKS], ID[samples.MEETING]
LU, HAN, QIAO, PENG, TAO = (
    ID[name] for name in (samples.LU, samples.HAN, samples.QIAO, samples.PENG, samples.TAO)
)
JINSUI, MARKET, GUESTHOUSE = ID[samples.JINSUI], ID[samples.MARKET], ID[samples.GUESTHOUSE]
HARBOUR, SILO, YUNMO, XIAOZHOU = (
    ID[name] for name in (samples.HARBOUR, samples.SILO, samples.YUNMO, samples.XIAOZHOU)
)
MAYOR = ID[samples.MAYOR.id]


def claim_node(relation: str) -> URIRef:
    """Return the node of the first claim of a relation."""
    return ID[f"claim-{next(claim.id for claim in samples.CLAIMS if claim.relation == relation)}"]


def sentence_node(document: str, text: str) -> URIRef:
    """Return the node of a sentence of the sample."""
    article = next(each for each in samples.DOCUMENTS if each.id == document)
    span = samples.span_of(article, text)
    return ID[f"doc-{document}-{span.start}-{span.end}"]


CHAIRS, OPERATES, MET = claim_node("chairs"), claim_node("operates"), claim_node("met")
CHINESE = sentence_node(samples.CHINESE_DOCUMENT.id, samples.CHINESE_SENTENCES[0])
TENURE = ID[next(tenure.id for tenure in samples.sample().tenures if tenure.holder == samples.PENG)]
PART = ID[f"{samples.MEETING}-attendee-{samples.QIAO}"]
NAMELESS = Literal("Yunmo Province")
SECOND, EXCESSIVE = (Literal(value, datatype=XSD.decimal) for value in ("0.8", "1.2"))

# What is added, and the node and the path or value that must be objected to.
ADDED: dict[str, tuple[Triple, Result]] = {
    "an edge without a claim": ((PENG, GB.visited, YUNMO), (PENG, YUNMO)),
    "an edge whose only claim is negated": ((QIAO, GB.visited, MARKET), (QIAO, MARKET)),
    "an edge whose only claim is planned": ((LU, GB.visited, MARKET), (LU, MARKET)),
    "an edge whose only claim is directed": ((HAN, GB.visited, XIAOZHOU), (HAN, XIAOZHOU)),
    "an edge whose only claim is too unsure": ((HAN, GB.visited, JINSUI), (HAN, JINSUI)),
    "an identity without a score": ((TAO, GB.possiblySameAs, LU), (TAO, LU)),
    "a literal where a node is due": ((YUNMO, GB.locatedIn, NAMELESS), (NAMELESS, NAMELESS)),
    "an edge to the wrong class": ((QIAO, GB.attended, XIAOZHOU), (XIAOZHOU, XIAOZHOU)),
    "a literal as the object of a claim": ((MET, RDF.object, Literal("Anders")), (MET, RDF.object)),
    "a second confidence": ((CHAIRS, GB.confidence, SECOND), (CHAIRS, GB.confidence)),
    "a confidence above one": ((CHAIRS, GB.confidence, EXCESSIVE), (CHAIRS, GB.confidence)),
    "a modality that is none": ((CHAIRS, GB.modality, Literal("rumoured")), (CHAIRS, GB.modality)),
    "a second preferred label": ((TAO, SKOS.prefLabel, Literal("Tao R.", lang="en")), (TAO, SKOS.prefLabel)),
    "a label without a language": ((MARKET, SKOS.altLabel, Literal("Baiyan")), (MARKET, SKOS.altLabel)),
    "a date that is no EDTF": ((TALKS, GB.dateEdtf, Literal("April the 4th")), (TALKS, GB.dateEdtf)),
    "a status that is none": ((TENURE, GB.status, Literal("retired")), (TENURE, GB.status)),
    "a sum that is no number": ((SILO, GB.amount, Literal("plenty")), (SILO, GB.amount)),
    "an event of both kinds": ((VISIT, RDF.type, GB.Meeting), (VISIT, VISIT)),
    "a second home of a post": ((MAYOR, GB.postIn, ID[samples.QINGWU]), (MAYOR, GB.postIn)),
    "a role that is none": ((PART, GB.role, GB.visited), (PART, GB.role)),
    "a literal topic": ((MEETING, GB.topic, Literal("fire")), (MEETING, GB.topic)),
}  # fmt: skip
REMOVED: dict[str, tuple[Pattern, Result]] = {
    "a claim without evidence": ((OPERATES, GB.evidence, None), (OPERATES, GB.evidence)),
    "a visit without a principal": ((VISIT, GB.principal, None), (VISIT, GB.principal)),
    "a node without a preferred label": ((GUESTHOUSE, SKOS.prefLabel, None), (GUESTHOUSE, SKOS.prefLabel)),
    "an rdfs:label that is missing": ((HARBOUR, RDFS.label, None), (HARBOUR, RDFS.label)),
    "a sentence without a document": ((CHINESE, GB.inDocument, None), (CHINESE, GB.inDocument)),
}


def objections(graph: Graph) -> set[Result]:
    """Return the node of each result together with its path, and with its value."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # pySHACL's own, of rdflib's new names
        shapes = Graph().parse(ontology_folder() / "shapes.ttl")
        _, report, _ = validate(graph, shacl_graph=shapes, inference="none")
    results = report.objects(None, SH.result)
    return {
        (focus, report.value(result, predicate))
        for result in results
        for focus in report.objects(result, SH.focusNode)
        for predicate in (SH.resultPath, SH.value)
    }


@pytest.fixture(scope="module")
def spoilt() -> set[Result]:
    """Return what is objected to in a graph that is spoilt in every way at once."""
    graph = to_rdflib(samples.sample())
    for added, _ in ADDED.values():
        graph.add(added)
    for removed, _ in REMOVED.values():
        assert removed in graph
        graph.remove(removed)
    return objections(graph)


def test_the_sample_conforms() -> None:
    """The shapes object to nothing in a graph that holds every term, planned and negated claims too."""
    assert objections(to_rdflib(samples.sample())) == set()


@pytest.mark.parametrize("name", [*ADDED, *REMOVED])
def test_what_is_wrong_is_caught(name: str, spoilt: set[Result]) -> None:
    """Each way of spoiling a graph is objected to where it is."""
    _, expected = {**ADDED, **REMOVED}[name]
    assert expected in spoilt


def test_only_what_is_wrong_is_caught(spoilt: set[Result]) -> None:
    """No other node is objected to than those spoilt and two that suffer with them."""
    wrong = {focus for _, (focus, _) in [*ADDED.values(), *REMOVED.values()]}
    orphan = ID[f"{samples.VISIT}-principal-{samples.LU}"]  # its event no longer shows the principal
    assert {focus for focus, _ in spoilt} == wrong | {orphan, YUNMO}  # an edge to a literal has no claim


def test_a_text_of_the_wrong_length_is_caught() -> None:
    """A quote that is not as long as its offsets say is objected to."""
    graph = to_rdflib(samples.sample())
    quote = next(graph.subjects(RDF.type, GB.Mention))
    graph.set((quote, GB.text, Literal("not what stands there, and longer")))
    assert {focus for focus, _ in objections(graph)} == {quote}


def test_a_mention_outside_its_sentence_is_caught() -> None:
    """A mention belongs to a sentence that covers it."""
    graph = to_rdflib(samples.sample())
    quote = next(graph.subjects(GB.refersTo, TAO))
    graph.set((quote, GB.inSentence, CHINESE))
    assert {focus for focus, _ in objections(graph)} == {quote}


def test_an_edge_needs_what_the_model_calls_factual() -> None:
    """The threshold and the modalities in the shapes are those of the model."""
    text = (ontology_folder() / "shapes.ttl").read_text("utf-8")
    modalities = ", ".join(f'"{each}"' for each in sorted(FACTUAL, reverse=True))
    assert f"?modality IN ({modalities}) && ?confidence >= {EDGE_CONFIDENCE}" in text
