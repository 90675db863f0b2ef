"""graph.ttl written again: the sections of documents that say the same are copied from the last one."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from operator import attrgetter
from pathlib import Path
from typing import BinaryIO, Final

from graphbuild.export.corpus import corpus_turtle
from graphbuild.export.documents import document_turtle
from graphbuild.export.parts import DocumentPart
from graphbuild.export.sections import turtle_header
from graphbuild.model import GraphData, digest
from graphbuild.ontology import ontology_folder
from graphbuild.store.settings import code_digest

INDEX: Final = "turtle.json"
"""Beside the tables: where each document's section stands in the graph.ttl that was written with them."""

_WRITERS: Final = ("export", "model")


@dataclass(frozen=True, slots=True)
class Sections:
    """The sections of a graph.ttl by document: the key of what each says, its offset and length in bytes."""

    text: bytes = b""
    known: Mapping[str, tuple[str, int, int]] = field(default_factory=dict)

    def get(self, document: str, key: str) -> bytes | None:
        """Return the section of a document if it says what the key stands for."""
        found, start, length = self.known.get(document, ("", 0, 0))
        return self.text[start : start + length] if found == key else None


def last_sections(turtle: Path, index: Path) -> Sections:
    """Return the sections of the last graph.ttl; none if it is gone, or is not as it was written."""
    try:
        text, found = turtle.read_bytes(), json.loads(index.read_bytes())
        if found["digest"] != sha256(text).hexdigest():
            return Sections()
        return Sections(text, {name: tuple(place) for name, place in found["documents"].items()})
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Sections()  # it is only a shortcut


def write_turtle(stream: BinaryIO, data: GraphData, base: str, last: Sections) -> bytes:
    """Write a graph as `graphbuild.export.turtle` does, and return the index for the next time."""
    total, at = sha256(), 0
    places: dict[str, tuple[str, int, int]] = {}
    for name, key, text in _sections(data, base, last):
        stream.write(text)
        total.update(text)
        if name:
            places[name] = (key, at, len(text))
        at += len(text)
    return json.dumps({"digest": total.hexdigest(), "documents": places}).encode("ascii")


def _sections(data: GraphData, base: str, last: Sections) -> Iterator[tuple[str, str, bytes]]:
    """Yield the document, the key and the text of each section; what documents share has neither.

    The graph must be sorted, as those that were assembled are.
    """
    yield "", "", turtle_header(base).encode()
    for text in corpus_turtle(data, base):
        yield "", "", text.encode()
    seed = digest(base, _code())
    for part in _parts(data):
        key = digest(seed, said(part))
        kept = last.get(part.id, key)
        yield part.id, key, kept if kept is not None else document_turtle(part, base).encode()


def _parts(data: GraphData) -> Iterator[DocumentPart]:
    """Yield the part of each document of a graph in memory, by id."""
    values: defaultdict[str, tuple[list, list, list]] = defaultdict(lambda: ([], [], []))  # type: ignore[type-arg]
    for sentence in data.sentences:
        values[sentence.document][0].append(sentence)
    for mention in data.mentions:
        values[mention.document][1].append(mention)
    for claim in data.claims:
        values[claim.evidence.document][2].append(claim)
    documents = {document.id: document for document in data.documents}
    events = {event.id for event in data.events}
    for name in sorted({*documents, *values}):
        sentences, mentions, claims = map(tuple, values[name])
        own = frozenset(claim.event for claim in claims if claim.event in events)
        yield DocumentPart(name, documents.get(name), sentences, mentions, claims, own)


def said(part: DocumentPart) -> str:
    """Return a text that differs wherever the sections of two parts of one document do.

    It is read from the fields that a section shows, since the `repr` of whole values takes longer than
    to write them; the id of a claim stands for all that its hash is of.
    """
    document = _DOCUMENT(part.document) if part.document is not None else None
    values = (_SENTENCE, part.sentences), (_MENTION, part.mentions), (_CLAIM, part.claims)
    shown = [list(map(fields, group)) for fields, group in values]
    return repr((part.id, document, shown, sorted(part.events)))


_DOCUMENT: Final = attrgetter(
    "id", "title", "url", "publisher", "published", "language", "locus", "near_duplicate_of"
)
_SENTENCE: Final = attrgetter("document", "span.start", "span.end", "text")
_MENTION: Final = attrgetter("document", "span.start", "span.end", "type", "text", "name", "refers_to")
_CLAIM: Final = attrgetter("id", "confidence", "event", "position", "date")


@cache
def _code() -> str:
    """Return a digest of what writes the sections: another version may write otherwise."""
    terms = (ontology_folder() / "graphbuild.ttl").read_bytes()
    return digest(code_digest(_WRITERS), sha256(terms).hexdigest())
