"""RDF 1.1 Turtle: the same bytes for the same graph, whatever the order of its parts.

Sorted triples go through oxigraph's serialiser. https://www.w3.org/TR/turtle/
"""

from __future__ import annotations

from io import BytesIO
from typing import BinaryIO

from pyoxigraph import RdfFormat, serialize

from graphbuild.export.iris import DEFAULT_BASE
from graphbuild.export.terms import PREFIXES
from graphbuild.export.triples import triples
from graphbuild.model import GraphData


def to_turtle(data: GraphData, base: str = DEFAULT_BASE) -> str:
    """Return a graph as Turtle, with the vocabularies' prefixes and ``id:`` for `base`.

    Raises as `write_turtle` does.
    """
    stream = BytesIO()
    write_turtle(data, stream, base)
    return stream.getvalue().decode("utf-8")


def write_turtle(data: GraphData, stream: BinaryIO, base: str = DEFAULT_BASE) -> None:
    """Write a graph as Turtle in UTF-8.

    `base` is an absolute http or https IRI that ends in ``/`` or ``#``. Raises `ExportError` if it
    is not or the graph lacks a claim that it rests on, `OntologyError` if the graph uses a class or
    relation that the ontology does not define.
    """
    prefixes = dict(sorted({**PREFIXES, "id": base}.items()))
    serialize(triples(data, base), stream, RdfFormat.TURTLE, prefixes=prefixes)
