"""graphbuild/export/sections.py: a graph as Turtle in sections that can be kept and used again."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import BytesIO

import pytest
from pyoxigraph import RdfFormat, parse

from graphbuild.errors import ExportError
from graphbuild.export.documents import document_turtle
from graphbuild.export.parts import DocumentPart, document_parts, in_order
from graphbuild.export.sections import Section, sections, turtle_header
from graphbuild.export.triples import triples
from graphbuild.export.turtle import to_turtle, write_sections, write_turtle
from graphbuild.model import Claim, Document, Entity, Evidence, GraphData, Sentence, Span
from tests.samples import MEETING_DOCUMENT, VISIT_DOCUMENT, sample


class Streamed:
    """A graph of which nothing can be asked but to iterate over its parts."""

    def __init__(self, data: GraphData) -> None:
        self._data = in_order(data)

    def __getattr__(self, name: str) -> Iterator[object]:
        return iter(getattr(self._data, name))


def part_of(data: GraphData, document: str) -> DocumentPart:
    """Return the part of one document."""
    (found,) = [part for part in document_parts(in_order(data)) if part.id == document]
    return found


def test_sections_make_the_file() -> None:
    """A header, what documents share and each document, joined, are the Turtle of the graph."""
    kept = [Section(section.turtle, section.document) for section in sections(sample())]
    stream = BytesIO()
    write_sections(kept, stream)
    assert stream.getvalue().decode() == to_turtle(sample())
    assert [section.document for section in kept if section.document] == sorted(
        document.id for document in sample().documents
    )


def test_each_section_is_turtle_of_its_own() -> None:
    """With the header before it, any section can be parsed alone, and none is missing or said twice."""
    texts = [turtle_header() + section.turtle for section in sections(sample())]
    found = [quad.triple for text in texts for quad in parse(text, format=RdfFormat.TURTLE)]
    assert len(found) == len(set(found))
    assert set(found) == set(triples(sample()))


def test_a_document_is_written_the_same_whatever_is_around_it() -> None:
    """The section of a document depends on the values of that document alone."""
    whole = sample()
    alone = replace(
        whole,
        documents=tuple(each for each in whole.documents if each.id == VISIT_DOCUMENT.id),
        sentences=tuple(each for each in whole.sentences if each.document == VISIT_DOCUMENT.id),
        mentions=tuple(each for each in whole.mentions if each.document == VISIT_DOCUMENT.id),
        claims=tuple(each for each in whole.claims if each.evidence.document == VISIT_DOCUMENT.id),
        entities=(),
    )
    written = document_turtle(part_of(alone, VISIT_DOCUMENT.id))
    assert written == document_turtle(part_of(whole, VISIT_DOCUMENT.id))
    assert written != document_turtle(part_of(whole, MEETING_DOCUMENT.id))


def test_every_block_is_the_only_one_of_its_subject() -> None:
    """All that is said of a node stands in one place, but what only the corpus knows of a document."""
    lines = [line for line in to_turtle(sample()).splitlines() if " gb:nearDuplicateOf " not in line]
    subjects = [line.split()[0] for line in lines if line[:1] not in {"", " ", "#", "@"}]
    assert len(subjects) == len(set(subjects))


def test_a_graph_that_can_only_be_iterated_is_written_the_same() -> None:
    """A writer asks of a graph for nothing but its parts, one after the other."""
    assert to_turtle(Streamed(sample())) == to_turtle(sample())


def test_a_stream_out_of_order_is_refused() -> None:
    """A graph that is not in memory must be sorted, and is never written with a subject in two places."""
    unsorted = Streamed(GraphData())
    unsorted._data = GraphData(entities=(Entity("place-b", "Place", "B"), Entity("place-a", "Place", "A")))
    with pytest.raises(ExportError, match="'place-a' comes after 'place-b'"):
        to_turtle(unsorted)


class Many:
    """As many documents as are asked for, each with a person and a claim, made when they are read."""

    def __init__(self, number: int) -> None:
        self._marks = [f"{each:05}" for each in range(number)]

    @property
    def documents(self) -> Iterator[Document]:
        """The documents."""
        for mark in self._marks:
            document = Document("words " * 50, (), mark)
            object.__setattr__(document, "id", mark)
            yield document

    @property
    def entities(self) -> Iterator[Entity]:
        """The officials."""
        return (Entity(f"official-{mark}", "Official", f"Number {mark}") for mark in self._marks)

    @property
    def claims(self) -> Iterator[Claim]:
        """One for each document."""
        for mark in self._marks:
            evidence = Evidence(mark, (Span(0, 5),), (), "by-hand")
            yield Claim(f"official-{mark}", "met", "official-00000", evidence)

    @property
    def sentences(self) -> Iterator[Sentence]:
        """One for each document."""
        return (Sentence(mark, Span(0, 5), "words") for mark in self._marks)

    mentions = posts = edges = events = tenures = ()


class Counting(BytesIO):
    """Counts what is written and keeps nothing."""

    size = 0

    def write(self, data: bytes) -> int:
        """Forget the bytes."""
        self.size += len(data)
        return len(data)

    def writelines(self, lines: Iterable[bytes]) -> None:
        """Forget the lines, one after the other."""
        for line in lines:
            self.write(line)


def test_memory_does_not_grow_with_the_graph() -> None:
    """A graph that comes part by part is written part by part: most of it is never in memory at once."""
    stream = Counting()
    write_turtle(Many(10), stream)  # loads what is loaded once
    tracemalloc.start()
    write_turtle(Many(5_000), stream)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < stream.size / 3  # what is left are tuples that Python keeps at hand, some thousands


def test_heads_are_comments_of_one_line() -> None:
    """A title with line breaks cannot leave the comment at the head of its section."""
    document = replace(VISIT_DOCUMENT, title="One\r\n<a> <b> <c> .\u2028two\x85three")
    text = document_turtle(DocumentPart(document.id, document))
    assert text.startswith(f"# Document {document.id} (2021-05-03): One <a> <b> <c> . two three\n\n")
    subjects = {str(quad.subject) for quad in parse(turtle_header() + text, format=RdfFormat.TURTLE)}
    assert subjects == {f"<https://w3id.org/graphbuild/id/doc-{document.id}>"}


def test_claims_can_be_reifiers() -> None:
    """On request a claim is a reifier of RDF 1.2: what it says is a triple term."""
    part = part_of(sample(), MEETING_DOCUMENT.id)
    text = document_turtle(part, reified=True)
    assert text.count("rdf:reifies <<( ") == len(part.claims)
    assert "rdf:Statement" not in text
    assert "rdf:subject" not in text
