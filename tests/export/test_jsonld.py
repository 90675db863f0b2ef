"""graphbuild/export/jsonld.py: JSON that is pleasant as JSON, and RDF by its context."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from graphbuild.export.jsonld import context, write_jsonld
from graphbuild.export.terms import PREFIXES
from graphbuild.model import Document, GraphData
from graphbuild.ontology import ontology, ontology_folder
from tests.samples import CLAIMS, LU, VISIT, sample


def document_of(data: GraphData, base: str = "https://w3id.org/graphbuild/id/") -> dict[str, Any]:
    """Return the JSON of a graph."""
    stream = BytesIO()
    write_jsonld(data, stream, base)
    return json.loads(stream.getvalue())


def node(name: str) -> dict[str, Any]:
    """Return a node of the sample by its local name."""
    (found,) = [each for each in document_of(sample())["@graph"] if each["@id"] == f"id:{name}"]
    return found


def test_a_node_reads_as_json() -> None:
    """Types and properties have plain names, labels are by language, and numbers are numbers."""
    official = node(LU)
    assert official["@type"] == "Official"
    assert official["prefLabel"] == {"en": "Lu Qinghe"}
    assert official["altLabel"] == {"en": "Secretary Lu", "zh": "陆清河"}
    assert node(VISIT)["@type"] == ["Visit", "Event"]
    claim = next(claim for claim in CLAIMS if claim.position == 1)
    assert node(f"claim-{claim.id}")["position"] == 1


def test_every_term_of_the_ontology_has_a_name() -> None:
    """The context names each class and property once, and no two terms alike."""
    terms = ontology()
    defined = {each["@id"] for each in context().values() if isinstance(each, dict)}
    assert {f"gb:{name}" for name in (*terms.classes, *terms.relations, *terms.properties)} <= defined
    named = [name for name, each in context().items() if isinstance(each, dict)]
    assert len(defined) == len(named)
    assert not set(named) & set(PREFIXES)


def test_the_published_context_is_the_one_in_use() -> None:
    """ontology/context.jsonld is what graphs are written in; scripts/make_context.py writes it anew."""
    published = json.loads((ontology_folder() / "context.jsonld").read_text(encoding="utf-8"))
    assert published == {"@context": context()}


def test_the_base_is_a_prefix() -> None:
    """Nodes are named with id:, wherever their IRIs begin."""
    found = document_of(sample(), "https://example.org/kg#")
    assert found["@context"]["id"] == "https://example.org/kg#"
    assert f"id:{LU}" in {each["@id"] for each in found["@graph"]}


def test_a_value_that_does_not_fit_its_property_keeps_its_own_type() -> None:
    """A release date that is no day is written as the string it is, against the context."""
    document = Document("text", (), published="last Tuesday")
    stream = BytesIO()
    write_jsonld(GraphData(documents=(document,)), stream)
    release = NamedNode(PREFIXES["gb"] + "releaseDate")
    quads = parse(stream.getvalue(), format=RdfFormat.JSON_LD)
    assert [quad.object for quad in quads if quad.predicate == release] == [Literal("last Tuesday")]
