"""RDF terms as Turtle writes them: names of the vocabularies used, and literals that any reader takes.

Strings may hold anything that an article holds. What XML 1.0 forbids (NUL and other control
characters, lone surrogates) becomes U+FFFD, one for one, so that offsets stay right and the graph
can be converted to RDF/XML. https://www.w3.org/TR/xml/#charsets
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Final

from graphbuild.errors import ExportError
from graphbuild.ontology import ontology

PREFIXES: Final = {
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "gb": "https://w3id.org/graphbuild/ns#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""Prefixes of the vocabularies that a graph uses."""

_FORBIDDEN: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPECIAL: Final = re.compile("[^ !#-\\[\\]-~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufffd]")
_ESCAPES: Final = str.maketrans(
    {
        "\\": "\\\\",
        '"': '\\"',
        "\t": "\\t",
        "\n": "\\n",
        "\r": "\\r",
        "\u2028": "\\u2028",  # not special to Turtle, but a line break to many tools that count lines
        "\u2029": "\\u2029",
        "\x85": "\\u0085",
    }
)
_DECIMAL: Final = re.compile(r"-?[0-9]{1,40}(\.[0-9]{1,20})?")


@cache
def gb(name: str) -> str:
    """Return the prefixed name of a term of ours; raise `OntologyError` if the ontology has none such."""
    ontology().require(name)
    return f"gb:{name}"


def clean(text: str) -> str:
    """Return a text with every character that XML 1.0 forbids replaced by U+FFFD."""
    return _FORBIDDEN.sub("\ufffd", text)


def string(text: str) -> str:
    """Return a plain string literal with its escapes (https://www.w3.org/TR/turtle/#sec-escapes)."""
    if _SPECIAL.search(text):
        text = clean(text).translate(_ESCAPES)
    return f'"{text}"'


def tagged(text: str, language: str) -> str:
    """Return a text in a language; one that is no BCP 47 tag counts as undetermined (``und``)."""
    return f"{string(text)}@{_tag(language)}"


@cache
def _tag(language: str) -> str:
    from pyoxigraph import Literal

    try:
        return Literal("", language=clean(language)).language or "und"
    except ValueError:
        return "und"


def integer(number: int) -> str:
    """Return a whole number from 0, as offsets are."""
    return f'"{number}"^^xsd:nonNegativeInteger'


def ordinal(number: int) -> str:
    """Return a whole number from 1, as positions are."""
    return f'"{number}"^^xsd:positiveInteger'


def confidence(value: float) -> str:
    """Return a confidence as a decimal with at most four digits behind the point."""
    whole, fraction = f"{value:.4f}".split(".")
    return f"{whole}.{fraction.rstrip('0') or '0'}"


def decimal(text: str, owner: str) -> str:
    """Return a decimal; raise `ExportError` that names its owner if the text is none."""
    if not _DECIMAL.fullmatch(text):
        message = f"{owner}: {text!r} is not a decimal number; write digits alone, as 70000000000"
        raise ExportError(message)
    return f'"{text}"^^xsd:decimal'


def day(text: str) -> str:
    """Return an ISO 8601 day as xsd:date; a text that is none stays a string, and validation says so."""
    try:
        return f'"{date.fromisoformat(text).isoformat()}"^^xsd:date'
    except ValueError:
        return string(text)


def comment(text: str) -> str:
    """Return a text as one line that begins with ``#``, whatever it holds, cut to what a line should be."""
    return f"# {' '.join(clean(text).split())[:100]}\n"
