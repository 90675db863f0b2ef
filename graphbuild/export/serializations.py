"""The other formats of RDF, made from the sections of the Turtle as they come, one at a time.

N-Quads and TriG put what a document says into a graph that has the document's IRI as its name, so
that a store can drop and replace it; what documents share is in the default graph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO, cast

from pyoxigraph import Quad, RdfFormat, parse, serialize

from graphbuild.export.iris import DEFAULT_BASE, Names
from graphbuild.export.sections import Section, sections, turtle_header
from graphbuild.export.terms import PREFIXES
from graphbuild.export.turtle import write_sections
from graphbuild.model import GraphSource

_AT_ONCE = 200
"""Blocks of what documents share that are parsed in one go: few enough to be small, many to be quick."""


def write_ntriples(source: GraphSource, stream: BinaryIO, base: str = DEFAULT_BASE) -> None:
    """Write N-Triples (https://www.w3.org/TR/n-triples/) in UTF-8; raises as `write_turtle` does."""
    _serialize(_quads(sections(source, base), base), stream, RdfFormat.N_TRIPLES)


def write_rdfxml(source: GraphSource, stream: BinaryIO, base: str = DEFAULT_BASE) -> None:
    """Write RDF/XML (https://www.w3.org/TR/rdf-syntax-grammar/); raises as `write_turtle` does."""
    _serialize(_quads(sections(source, base), base), _Returns(stream), RdfFormat.RDF_XML)


def write_nquads(source: GraphSource, stream: BinaryIO, base: str = DEFAULT_BASE) -> None:
    """Write N-Quads (https://www.w3.org/TR/n-quads/), a graph for each document; raises as `write_turtle`."""
    found = _quads(_in_graphs(sections(source, base), base), base, RdfFormat.TRIG)
    serialize(found, stream, RdfFormat.N_QUADS)


def write_trig(source: GraphSource, stream: BinaryIO, base: str = DEFAULT_BASE) -> None:
    """Write TriG (https://www.w3.org/TR/trig/), a graph for each document; raises as `write_turtle` does."""
    write_sections(_in_graphs(sections(source, base), base), stream, base)


def write_turtle_12(source: GraphSource, stream: BinaryIO, base: str = DEFAULT_BASE) -> None:
    """Write Turtle of RDF 1.2 (https://www.w3.org/TR/rdf12-turtle/), in which claims are reifiers.

    A claim says ``rdf:reifies <<( subject predicate object )>>`` in place of `rdf:subject` and the
    rest. Raises as `write_turtle` does.
    """
    write_sections(sections(source, base, reified=True), stream, base)


def blocks_together(found: Iterable[Section]) -> Iterator[Section]:
    """Yield sections with those of the blocks that documents share joined, some hundred to a section."""
    shared: list[str] = []
    for section in found:
        if section.document is None and len(shared) < _AT_ONCE:
            shared.append(section.turtle)
            continue
        if shared:
            yield Section("".join(shared))
        shared = [section.turtle] if section.document is None else []
        if section.document is not None:
            yield section
    if shared:
        yield Section("".join(shared))


def parsed(section: Section, base: str, syntax: RdfFormat = RdfFormat.TURTLE) -> Iterable[Quad]:
    """Return the statements of a section, in its order."""
    return parse((turtle_header(base) + section.turtle).encode(), format=syntax)


def _quads(found: Iterable[Section], base: str, syntax: RdfFormat = RdfFormat.TURTLE) -> Iterator[Quad]:
    for section in blocks_together(found):
        yield from parsed(section, base, syntax)


def _in_graphs(found: Iterable[Section], base: str) -> Iterator[Section]:
    names = Names(base)
    for section in found:
        if section.document is None:
            yield section
        else:
            graph = names.document(section.document)
            yield Section(f"{graph} {{\n\n{section.turtle}}}\n\n", section.document)


class _Returns:
    """Passes XML on with its carriage returns escaped: a bare one would be read as a line feed.

    https://www.w3.org/TR/xml/#sec-line-ends
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def write(self, data: bytes) -> int:
        self._stream.write(data.replace(b"\r", b"&#xD;"))
        return len(data)

    def flush(self) -> None:
        self._stream.flush()


def _serialize(found: Iterable[Quad], stream: BinaryIO | _Returns, syntax: RdfFormat) -> None:
    serialize((quad.triple for quad in found), cast("BinaryIO", stream), syntax, prefixes=PREFIXES)
