"""RDF 1.1 Turtle (https://www.w3.org/TR/turtle/): the same bytes for the same graph.

Written by hand rather than by a serialiser, because a section must depend on its own values alone
to be kept and used again, and because a file that people open deserves comments, empty lines and
labels before identifiers. Every other RDF format is made from this one by oxigraph.
"""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import BinaryIO

from graphbuild.export.iris import DEFAULT_BASE
from graphbuild.export.sections import Section, sections, turtle_header
from graphbuild.model import GraphSource


def to_turtle(source: GraphSource, base: str = DEFAULT_BASE) -> str:
    """Return a graph as Turtle, with the vocabularies' prefixes and ``id:`` for `base`.

    Raises as `write_turtle` does.
    """
    stream = BytesIO()
    write_turtle(source, stream, base)
    return stream.getvalue().decode("utf-8")


def write_turtle(source: GraphSource, stream: BinaryIO, base: str = DEFAULT_BASE) -> None:
    """Write a graph as Turtle in UTF-8, in memory that does not grow with the graph.

    `base` is an absolute http or https IRI that ends in ``/`` or ``#``. Raises `ExportError` if it
    is not, the graph lacks a claim that it rests on or is not sorted, `OntologyError` if the graph
    uses a class or relation that the ontology does not define.
    """
    write_sections(sections(source, base), stream, base)


def write_sections(found: Iterable[Section], stream: BinaryIO, base: str = DEFAULT_BASE) -> None:
    """Write sections as one Turtle file, be they fresh or kept from an earlier build."""
    stream.write(turtle_header(base).encode())
    stream.writelines(section.turtle.encode() for section in found)
