"""The graph of a large corpus as its parts come from disk: no part of a single document is held."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import groupby
from pathlib import Path

from graphbuild.assemble import Gathered, mentions_of, place_of_mention, place_of_sentence
from graphbuild.model import (
    Claim,
    Document,
    Edge,
    Entity,
    Event,
    Extraction,
    GraphData,
    Mention,
    Post,
    Sentence,
    Tenure,
)
from graphbuild.store import corpus


@dataclass(frozen=True, slots=True)
class Shards:
    """The extractions of shards, of which no more is read than is asked for."""

    home: Path
    names: tuple[str, ...]

    def parts(self, fields: Sequence[str]) -> Iterator[Extraction]:
        """Yield each extraction with some of its fields."""
        return corpus.parts_of(self.home, self.names, fields)

    def by_document(self, *fields: str) -> Iterator[Extraction]:
        """Yield them with their documents and some fields by the id of the document."""
        return corpus.by_document(self.home, self.names, ("document", *fields))


@dataclass(frozen=True, slots=True)
class Streamed:
    """A graph: `data` is what documents share, the rest comes from the shards and the claims `said`."""

    data: GraphData
    gathered: Gathered
    shards: Shards
    said: Iterable[Claim]

    @property
    def documents(self) -> Iterator[Document]:
        """The articles, by id."""
        added = sorted(self.gathered.documents, key=_id)
        found = (each.document for each in self.shards.by_document())
        return map(self.gathered.document, merge(found, added, key=_id))

    @property
    def sentences(self) -> Iterator[Sentence]:
        """The sentences that are evidence, by document and offset."""
        told = self.shards.by_document("sentences")
        own = (sentence for each in told for sentence in self.gathered.sentences(each.sentences))
        quoted = self.gathered.sentences(self.gathered.quoted)
        return (sentence for sentence, _ in groupby(merge(own, quoted, key=place_of_sentence)))

    @property
    def mentions(self) -> Iterator[Mention]:
        """The spans that name entities, by document and offset."""
        for extraction in self.shards.by_document("mentions", "chains"):
            yield from sorted(set(mentions_of(extraction, self.gathered.chains)), key=place_of_mention)

    @property
    def claims(self) -> Iterator[Claim]:
        """All that the documents say, by id."""
        return map(self.gathered.claim, self.said)

    @property
    def entities(self) -> tuple[Entity, ...]:
        """The nodes, by id."""
        return self.data.entities

    @property
    def posts(self) -> tuple[Post, ...]:
        """Titles in bodies, enterprises and places, by id."""
        return self.data.posts

    @property
    def edges(self) -> tuple[Edge, ...]:
        """Merged claims, by subject, relation and object."""
        return self.data.edges

    @property
    def events(self) -> tuple[Event, ...]:
        """Visits, meetings and talks, by id."""
        return self.data.events

    @property
    def tenures(self) -> tuple[Tenure, ...]:
        """Holders seen in posts, by id."""
        return self.data.tenures


def _id(document: Document) -> str:
    return document.id
