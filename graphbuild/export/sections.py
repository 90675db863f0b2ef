"""The sections of a graph in Turtle: a header, what all documents share, and one for each document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graphbuild.export.corpus import corpus_turtle
from graphbuild.export.documents import document_turtle
from graphbuild.export.iris import DEFAULT_BASE, check_base
from graphbuild.export.parts import document_parts, in_order
from graphbuild.export.terms import PREFIXES
from graphbuild.model import GraphSource


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of Turtle without prefixes; `document` is the id of the one it is of, else None."""

    turtle: str
    document: str | None = None


def turtle_header(base: str = DEFAULT_BASE) -> str:
    """Return the prefixes with which every section is written: the vocabularies, and ``id:`` for `base`."""
    prefixes = sorted({**PREFIXES, "id": check_base(base)}.items())
    return "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in prefixes) + "\n"


def sections(source: GraphSource, base: str = DEFAULT_BASE, *, reified: bool = False) -> Iterator[Section]:
    """Yield a graph as sections: what all documents share, in blocks, and then each document.

    Only one section is in memory. Raises as `corpus_turtle` and `document_turtle` do.
    """
    ordered = in_order(source)
    for text in corpus_turtle(ordered, base):
        yield Section(text)
    for part in document_parts(ordered):
        yield Section(document_turtle(part, base, reified=reified), part.id)
