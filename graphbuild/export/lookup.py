"""What writers must look up across a graph, kept in a temporary file so that memory stays small."""

from __future__ import annotations

import json
import pickle
import sqlite3
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Any, Final, NamedTuple, Self

from graphbuild.export.posts import post_label
from graphbuild.model import Claim, Document, Entity, Event, Post, Sentence, Span

_TABLES: Final = """
PRAGMA cache_size = -4000;  -- kilobytes
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE claim (document BLOB, id BLOB, value BLOB, PRIMARY KEY (document, id)) WITHOUT ROWID;
CREATE TABLE evidence (id BLOB PRIMARY KEY, value BLOB) WITHOUT ROWID;
CREATE TABLE node (id BLOB PRIMARY KEY, value BLOB) WITHOUT ROWID;
CREATE TABLE document (id BLOB PRIMARY KEY, value BLOB) WITHOUT ROWID;
CREATE TABLE sentence (id BLOB PRIMARY KEY, value BLOB) WITHOUT ROWID;
CREATE TABLE thing (node BLOB, value BLOB, PRIMARY KEY (node, value)) WITHOUT ROWID;
CREATE TABLE event (id BLOB PRIMARY KEY) WITHOUT ROWID;
"""


class Read(NamedTuple):
    """Where a claim was read: its document, and the sentences there, that of the act first."""

    document: str
    sentences: tuple[Span, ...]


class Lookup:
    """Finds labels, dates and evidence by id, and gives claims by document.

    The file has no name and goes with the process. Close it, or use it as a context manager. Ids
    are stored as bytes, because an id may hold what SQLite takes for no text (a lone surrogate).
    """

    def __init__(self) -> None:
        self._rows = sqlite3.connect("")  # a temporary database on disk
        self._rows.executescript(_TABLES)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._rows.close()

    def add_entities(self, entities: Iterable[Entity]) -> None:
        """Remember label, language and class of entities."""
        rows = ((_key(each.id), _packed((each.label, each.language, each.type))) for each in entities)
        self._rows.executemany("INSERT OR REPLACE INTO node VALUES (?, ?)", rows)

    def add_posts(self, posts: Iterable[Post]) -> None:
        """Remember what posts are called; the entities that are their homes must be known before."""
        labels = ((post.id, post_label(post, self.label(post.post_in or ""))) for post in posts)
        rows = ((_key(name), _packed((*label, "Post"))) for name, label in labels)
        self._rows.executemany("INSERT OR IGNORE INTO node VALUES (?, ?)", rows)

    def add_event_labels(self, events: Iterable[Event]) -> None:
        """Remember what events are called that no entity names."""
        rows = ((_key(event.id), _packed((event.label, "en", event.type))) for event in events)
        self._rows.executemany("INSERT OR IGNORE INTO node VALUES (?, ?)", rows)

    def add_sentences(self, sentences: Iterable[Sentence]) -> None:
        """Remember the texts of sentences by document and span."""
        rows = ((_place(each.document, each.span), _packed(each.text)) for each in sentences)
        self._rows.executemany("INSERT OR REPLACE INTO sentence VALUES (?, ?)", rows)

    def add_documents(self, documents: Iterable[Document]) -> None:
        """Remember day of release and language of documents."""
        rows = ((_key(each.id), _packed((each.published, each.language))) for each in documents)
        self._rows.executemany("INSERT OR REPLACE INTO document VALUES (?, ?)", rows)

    def add_events(self, events: Iterable[Event]) -> None:
        """Remember which events there are."""
        rows = ((_key(event.id),) for event in events)
        self._rows.executemany("INSERT OR IGNORE INTO event VALUES (?)", rows)

    def add_evidence(self, claims: Iterable[Claim]) -> None:
        """Remember where claims were read."""
        rows = ((_key(claim.id), _packed(_read(claim))) for claim in claims)
        self._rows.executemany("INSERT OR REPLACE INTO evidence VALUES (?, ?)", rows)

    def add_claims(self, claims: Iterable[Claim]) -> None:
        """Remember claims whole, by document."""
        rows = (
            (_key(claim.evidence.document), _key(claim.id), pickle.dumps(claim, pickle.HIGHEST_PROTOCOL))
            for claim in claims
        )
        self._rows.executemany("INSERT OR REPLACE INTO claim VALUES (?, ?, ?)", rows)

    def add_thing(self, node: str, kind: str, name: str, language: str) -> None:
        """Remember something that is known by its name alone, such as a topic."""
        row = (_key(node), _packed((kind, name, language)))
        self._rows.execute("INSERT OR IGNORE INTO thing VALUES (?, ?)", row)

    def things(self) -> Iterator[tuple[str, str, str, str]]:
        """Yield node, class, name and language of what was added by `add_thing`, by node."""
        for node, value in self._rows.execute("SELECT node, value FROM thing ORDER BY node, value"):
            kind, name, language = json.loads(value)
            yield node.decode(), kind, name, language

    def label(self, node: str) -> tuple[str, str] | None:
        """Return label and language of an entity, and of a post or event whose labels were added."""
        found = self._value("SELECT value FROM node WHERE id = ?", node)
        return (found[0], found[1]) if found else None

    def kind(self, node: str) -> str | None:
        """Return the class of an entity, and of a post or event whose labels were added."""
        found = self._value("SELECT value FROM node WHERE id = ?", node)
        return str(found[2]) if found else None

    def document(self, document: str) -> tuple[str | None, str] | None:
        """Return day of release and language of a document."""
        found = self._value("SELECT value FROM document WHERE id = ?", document)
        return (found[0], found[1]) if found else None

    def evidence(self, claim: str) -> Read | None:
        """Return where a claim was read."""
        found = self._value("SELECT value FROM evidence WHERE id = ?", claim)
        return Read(found[0], tuple(Span(start, end) for start, end in found[1])) if found else None

    def quotes(self, claims: Iterable[str]) -> tuple[str, ...]:
        """Return the sentences that claims rest on, each once, the act of a claim first."""
        read = (found for name in claims if (found := self.evidence(name)) is not None)
        places = (_place(each.document, span) for each in read for span in each.sentences)
        query = "SELECT value FROM sentence WHERE id = ?"
        rows = (self._rows.execute(query, (place,)).fetchone() for place in dict.fromkeys(places))
        return tuple(json.loads(row[0]) for row in rows if row)

    def has_event(self, event: str) -> bool:
        """Whether there is an event of that id."""
        return self._rows.execute("SELECT 1 FROM event WHERE id = ?", (_key(event),)).fetchone() is not None

    def claims(self) -> Iterator[Claim]:
        """Yield the claims by document and id."""
        for (value,) in self._rows.execute("SELECT value FROM claim ORDER BY document, id"):
            yield pickle.loads(value)  # noqa: S301 - written by this very process, in a file without a name

    def _value(self, query: str, name: str) -> list[Any] | None:
        row = self._rows.execute(query, (_key(name),)).fetchone()
        return None if row is None else json.loads(row[0])


def _key(name: str) -> bytes:
    return name.encode("utf-8", "surrogatepass")


def _place(document: str, span: Span) -> bytes:
    return _key(f"{span.start}-{span.end}-{document}")


def _packed(value: object) -> str:
    return json.dumps(value)  # in ASCII, whatever the strings hold


def _read(claim: Claim) -> tuple[str, list[tuple[int, int]]]:
    return claim.evidence.document, [(span.start, span.end) for span in claim.evidence.sentences]
