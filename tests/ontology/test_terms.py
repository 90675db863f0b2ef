"""ontology/graphbuild.ttl: every term is described, declared, written and used."""

from __future__ import annotations

import re

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS

from graphbuild.export.triples import triples
from graphbuild.ontology import NAMESPACE, ontology, ontology_folder
from tests.samples import sample

KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
BUILT_IN = (str(RDF), str(RDFS), str(OWL), "http://www.w3.org/2001/XMLSchema#")


@pytest.fixture(scope="module")
def source() -> Graph:
    """Return the ontology file."""
    return Graph().parse(ontology_folder() / "graphbuild.ttl")


def defined() -> set[str]:
    """Return the local names of all terms of the ontology."""
    loaded = ontology()
    return {*loaded.classes, *loaded.relations, *loaded.properties}


def local_names(text: str) -> set[str]:
    """Return the local names of our terms that a text uses."""
    return set(re.findall(r"\bgb:(\w+)", text))


def test_every_term_has_labels_and_definitions_in_two_languages(source: Graph) -> None:
    """Each term has exactly one label and one definition in English and one in Chinese."""
    ours = {term for term in source.subjects(RDF.type) if str(term).startswith(NAMESPACE)}
    for term in ours:
        for predicate in (RDFS.label, SKOS.definition):
            languages = [o.language for o in source.objects(term, predicate) if isinstance(o, Literal)]
            assert sorted(languages) == ["en", "zh"], (term, predicate)


def test_every_term_has_an_example() -> None:
    """Each term shows what it is for."""
    loaded = ontology()
    terms = {**loaded.classes, **loaded.relations, **loaded.properties}
    assert [name for name, term in terms.items() if not term.example] == []


def test_every_class_is_aligned() -> None:
    """Each class has a superclass or close match in another vocabulary, or is below one of ours."""
    assert [name for name, term in ontology().classes.items() if not term.aligned and not term.parents] == []


def test_every_property_has_domain_and_range(source: Graph) -> None:
    """Each property says what it may join."""
    for kind in (OWL.ObjectProperty, OWL.DatatypeProperty):
        ours = {term for term in source.subjects(RDF.type, kind) if str(term).startswith(NAMESPACE)}
        for term in ours:
            ends = (len(list(source.objects(term, end))) for end in (RDFS.domain, RDFS.range))
            assert list(ends) == [1, 1], term


def test_labels_of_edges_differ_from_each_other() -> None:
    """No two terms of a kind share a label, in either language."""
    loaded = ontology()
    for terms in (loaded.classes, {**loaded.relations, **loaded.properties}):
        for language in ("en", "zh"):
            labels = [term.labels[language] for term in terms.values()]
            assert len(labels) == len(set(labels))


def test_terms_of_others_are_declared(source: Graph) -> None:
    """A term of another vocabulary that ours builds on is declared, so that nothing is fetched."""
    declared = {term for kind in KINDS for term in source.subjects(RDF.type, kind)}
    for predicate in (RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range):
        for target in source.objects(None, predicate):
            if isinstance(target, URIRef) and not str(target).startswith(BUILT_IN):
                assert target in declared, target


def test_written_terms_of_others_are_declared(source: Graph) -> None:
    """Every property of others that the writer uses is declared in the ontology."""
    declared = {str(term) for kind in KINDS for term in source.subjects(RDF.type, kind)}
    used = {triple.predicate.value for triple in triples(sample())}
    assert {iri for iri in used if not iri.startswith(BUILT_IN)} <= declared


def test_every_defined_term_is_written_and_every_written_one_defined() -> None:
    """The sample graph produces all classes and properties of the ontology, and no others."""
    iris = {
        str(getattr(term, "value", ""))
        for triple in triples(sample())
        for term in (triple.predicate, triple.object)
    }
    assert {iri.removeprefix(NAMESPACE) for iri in iris if iri.startswith(NAMESPACE)} == defined()


def test_shapes_and_queries_use_defined_terms() -> None:
    """Shapes and queries speak of no term that the ontology lacks."""
    folder = ontology_folder()
    texts = [path.read_text("utf-8") for path in (folder / "shapes.ttl", *folder.glob("queries/*.rq"))]
    assert local_names(" ".join(texts)) <= defined()


def test_shapes_speak_of_every_class_and_edge() -> None:
    """No class and no edge goes unchecked."""
    shapes = (ontology_folder() / "shapes.ttl").read_text("utf-8")
    assert {*ontology().classes, *ontology().relations} <= local_names(shapes)


def test_version_iri_ends_in_the_version(source: Graph) -> None:
    """The version IRI is the ontology's IRI and its version."""
    head = URIRef(NAMESPACE.rstrip("#"))
    assert str(source.value(head, OWL.versionIRI)) == f"{head}/{ontology().version}"
    assert source.value(head, DCTERMS.license) is not None
