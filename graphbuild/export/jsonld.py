"""JSON-LD (https://www.w3.org/TR/json-ld11/) in a context of ours, one node to a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import groupby
from typing import Any, BinaryIO, Final, TypeAlias, TypeVar

from pyoxigraph import Literal, NamedNode, Triple

from graphbuild.export.iris import DEFAULT_BASE, is_prefixable
from graphbuild.export.sections import sections
from graphbuild.export.serializations import blocks_together, parsed
from graphbuild.export.terms import PREFIXES
from graphbuild.model import GraphSource
from graphbuild.ontology import Relation, ontology

_T = TypeVar("_T")
_Term: TypeAlias = Mapping[str, str]

_XSD: Final = PREFIXES["xsd"]
_TYPE: Final = PREFIXES["rdf"] + "type"
_WHOLE: Final = frozenset({_XSD + "nonNegativeInteger", _XSD + "positiveInteger"})
_LARGEST: Final = 2**53
"""Whole numbers below this are the same in every reader of JSON."""

_OTHERS: Final[dict[str, dict[str, str]]] = {
    "prefLabel": {"@id": "skos:prefLabel", "@container": "@language"},
    "altLabel": {"@id": "skos:altLabel", "@container": "@language"},
    "label": {"@id": "rdfs:label", "@container": "@language"},
    "headline": {"@id": "dcterms:title", "@container": "@language"},
    "language": {"@id": "dcterms:language"},
    "identifier": {"@id": "dcterms:identifier"},
    "publisher": {"@id": "dcterms:publisher", "@type": "@id"},
    "versionOf": {"@id": "dcterms:isVersionOf", "@type": "@id"},
    "source": {"@id": "dcterms:source", "@type": "@id"},
    "subject": {"@id": "rdf:subject", "@type": "@id"},
    "predicate": {"@id": "rdf:predicate", "@type": "@id"},
    "object": {"@id": "rdf:object", "@type": "@id"},
    "derivedFrom": {"@id": "prov:wasDerivedFrom", "@type": "@id"},
    "Statement": {"@id": "rdf:Statement"},
    "Concept": {"@id": "skos:Concept"},
    "Agent": {"@id": "foaf:Agent"},
}
"""What the names of other vocabularies are called in the JSON, and how their values are written."""


@cache
def context() -> dict[str, str | dict[str, str]]:
    """Return the context in which graphs are written: a name for each term that a graph may use.

    Processors of JSON-LD 1.0 and 1.1 take it alike. It is made from the ontology;
    ``ontology/context.jsonld`` is a copy for those who link to it.
    """
    terms = ontology()
    classes = {name: {"@id": f"gb:{name}"} for name in terms.classes}
    properties = {
        each.name: _property(each) for each in (*terms.relations.values(), *terms.properties.values())
    }
    named = {**classes, **properties, **_OTHERS}
    return {**PREFIXES, **{name: named[name] for name in sorted(named)}}


def _property(term: Relation) -> dict[str, str]:
    found = {"@id": f"gb:{term.name}"}
    kinds = {each.removeprefix(_XSD) for each in term.range if each.startswith(_XSD)}
    if not kinds:
        found["@type"] = "@id"
    elif kinds != {"string"}:
        found["@type"] = f"xsd:{min(kinds)}"
    return found


def write_jsonld(source: GraphSource, stream: BinaryIO, base: str = DEFAULT_BASE) -> None:
    """Write JSON-LD in UTF-8, its context within it; raises as `write_turtle` does."""
    own = {"id": base, **context()}
    first = True
    for node in _nodes(source, base):
        opening = f'{{"@context": {json.dumps(own, indent=1)},\n"@graph": [\n' if first else ",\n"
        stream.write((opening + json.dumps(node, ensure_ascii=False)).encode())
        first = False
    stream.write(b"\n]}\n" if not first else b'{"@graph": []}\n')


def _nodes(source: GraphSource, base: str) -> Iterator[dict[str, Any]]:
    writer = _Writer(base)
    for section in blocks_together(sections(source, base)):
        found = (quad.triple for quad in parsed(section, base))
        for subject, said in groupby(found, key=lambda triple: triple.subject):
            yield writer.node(str(getattr(subject, "value", subject)), said)


class _Writer:
    """Says the triples of a node by the names of the context."""

    def __init__(self, base: str) -> None:
        self.prefixes = {"id": base, **PREFIXES}
        self.names: dict[str, tuple[str, _Term]] = {}
        for name, term in context().items():
            if isinstance(term, dict):
                self.names[_expanded(term["@id"])] = (name, term)

    def node(self, subject: str, said: Iterable[Triple]) -> dict[str, Any]:
        grouped: dict[str, list[NamedNode | Literal]] = {}
        for triple in said:
            if isinstance(triple.object, NamedNode | Literal):  # always: no node of ours is blank
                grouped.setdefault(triple.predicate.value, []).append(triple.object)
        types = [self.names[str(each.value)][0] for each in grouped.pop(_TYPE, ())]
        node: dict[str, Any] = {"@id": self.compact(subject), **({"@type": _one(types)} if types else {})}
        for predicate, values in grouped.items():
            name, term = self.names[predicate]
            listed: object = _one([self.value(value, term) for value in values])
            node[name] = self.by_language(values) or listed
        return node

    def by_language(self, values: Iterable[NamedNode | Literal]) -> dict[str, Any]:
        """Return texts by their languages; nothing where a value has none."""
        found: dict[str, list[str]] = {}
        for value in values:
            if not isinstance(value, Literal) or value.language is None:
                return {}
            found.setdefault(value.language, []).append(value.value)
        return {language: _one(texts) for language, texts in found.items()}

    def value(self, value: NamedNode | Literal, term: _Term) -> object:
        kind = term.get("@type")
        if isinstance(value, NamedNode):
            return self.compact(value.value)
        if kind is None and value.datatype.value == _XSD + "string":
            return value.value
        if kind is not None and value.datatype.value == _expanded(kind):
            return _native(value)
        return {"@value": value.value, "@type": value.datatype.value}

    def compact(self, iri: str) -> str:
        for prefix, namespace in self.prefixes.items():
            if iri.startswith(namespace) and is_prefixable(iri.removeprefix(namespace)):
                return f"{prefix}:{iri.removeprefix(namespace)}"
        return iri


def _expanded(name: str) -> str:
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local if prefix in PREFIXES else name


def _native(value: Literal) -> object:
    """Return a literal as JSON has it, where reading it back gives the same lexical form."""
    if value.datatype.value == _XSD + "boolean" and value.value in {"true", "false"}:
        return value.value == "true"
    if (
        value.datatype.value in _WHOLE
        and str(int(value.value)) == value.value
        and int(value.value) < _LARGEST
    ):
        return int(value.value)
    return value.value


def _one(values: list[_T]) -> _T | list[_T]:
    return values[0] if len(values) == 1 else values
