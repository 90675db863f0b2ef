"""RDF terms: names of the vocabularies used, and literals that any reader can take.

Strings may hold anything that an article holds. What XML 1.0 forbids (NUL and other control
characters, lone surrogates) becomes U+FFFD, one for one, so that offsets stay right and the graph
can be converted to RDF/XML. https://www.w3.org/TR/xml/#charsets
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Final

from pyoxigraph import Literal, NamedNode

from graphbuild.errors import ExportError
from graphbuild.ontology import ontology

PREFIXES: Final = {
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "gb": "https://w3id.org/graphbuild/ns#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""Prefixes of the vocabularies that a graph uses."""

_FORBIDDEN: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DECIMAL: Final = re.compile(r"-?[0-9]{1,40}(\.[0-9]{1,20})?")


@cache
def gb(name: str) -> NamedNode:
    """Return a term of our ontology; raise `OntologyError` if it defines none of that name."""
    return NamedNode(ontology().require(name))


@cache
def term(name: str) -> NamedNode:
    """Return a term by its prefixed name, such as ``rdf:type``; those of ours are checked by `gb`."""
    prefix, local = name.split(":")
    return gb(local) if prefix == "gb" else NamedNode(PREFIXES[prefix] + local)


def clean(text: str) -> str:
    """Return a text with every character that XML 1.0 forbids replaced by U+FFFD."""
    return _FORBIDDEN.sub("\ufffd", text)


def string(text: str) -> Literal:
    """Return a plain string literal."""
    return Literal(clean(text))


def tagged(text: str, language: str) -> Literal:
    """Return a text in a language; one that is no BCP 47 tag counts as undetermined (``und``)."""
    try:
        return Literal(clean(text), language=clean(language))
    except ValueError:
        return Literal(clean(text), language="und")


def integer(number: int, datatype: str = "xsd:nonNegativeInteger") -> Literal:
    """Return a whole number of the given XML Schema datatype."""
    return Literal(str(number), datatype=term(datatype))


def confidence(value: float) -> Literal:
    """Return a confidence as a decimal with at most four digits behind the point."""
    whole, fraction = f"{value:.4f}".split(".")
    return Literal(f"{whole}.{fraction.rstrip('0') or '0'}", datatype=term("xsd:decimal"))


def decimal(text: str, owner: str) -> Literal:
    """Return a decimal; raise `ExportError` that names its owner if the text is none."""
    if not _DECIMAL.fullmatch(text):
        message = f"{owner}: {text!r} is not a decimal number; write digits alone, as 70000000000"
        raise ExportError(message)
    return Literal(text, datatype=term("xsd:decimal"))


def day(text: str) -> Literal:
    """Return an ISO 8601 day as xsd:date; a text that is none stays a string, and validation says so."""
    try:
        return Literal(date.fromisoformat(text).isoformat(), datatype=term("xsd:date"))
    except ValueError:
        return string(text)
