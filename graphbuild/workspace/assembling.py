"""From the shards of a workspace to the tables of its graph.

What documents share is assembled in memory. Their sentences and mentions, which are the bulk, are not:
a large corpus leaves them in the shards, and they pass one document at a time into the tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from heapq import merge
from itertools import chain, groupby
from pathlib import Path
from typing import Final, TypeVar

from graphbuild import pipeline
from graphbuild.graph import Graph, Summary
from graphbuild.model import (
    Claim,
    Document,
    Edge,
    Entity,
    Event,
    Extraction,
    GraphData,
    GraphSource,
    Mention,
    Post,
    Sentence,
    Tenure,
)
from graphbuild.store import corpus
from graphbuild.store.codec import release_unused
from graphbuild.store.tables import Tables, write

LARGE: Final = 2_000
"""Documents from which the graph is no longer held whole: below, memory is the faster way."""

T = TypeVar("T", Sentence, Mention)


def assemble_into(tables: Path, home: Path, shards: tuple[str, ...]) -> tuple[Summary, GraphSource]:
    """Assemble the graph of some shards into a new folder of tables; return its counts, and the graph.

    The bytes are the same whichever way the size of the corpus leads.
    """
    if corpus.count(home, shards) < LARGE:
        data = pipeline.assembled(corpus.extractions(home, shards))
        write(tables, data, data.sentences_read)
        return Graph(data).summary(), data
    return _streamed(tables, home, shards)


def _streamed(tables: Path, home: Path, shards: tuple[str, ...]) -> tuple[Summary, GraphSource]:
    pipeline.release()  # the spaCy pipeline is done, and larger than what comes now
    shared = list(corpus.extractions(home, shards, whole=False))
    identities = pipeline.identified(shared)
    data = pipeline.assembled(shared, identities)
    del shared
    release_unused()
    entities = {identity.chain: identity.entity for identity in identities}
    del identities
    write(tables, _Joined(data, home, shards, entities), data.sentences_read)
    summary = Graph(data).summary()
    del data, entities
    release_unused()
    return summary, Tables(tables)


@dataclass(frozen=True, slots=True)
class _Joined:
    """A graph whose sentences and mentions come from the shards: `data` has the other parts."""

    data: GraphData
    home: Path
    shards: tuple[str, ...]
    entity_of: Mapping[str, str]

    @property
    def sentences(self) -> Iterator[Sentence]:
        found = (extraction.sentences for extraction in self._details())
        return _unique(merge(self.data.sentences, _each_sorted(found)))

    @property
    def mentions(self) -> Iterator[Mention]:
        mapped = (pipeline.mentions_of(each, self.entity_of) for each in self._details())
        return _unique(merge(self.data.mentions, _each_sorted(mapped)))

    def _details(self) -> Iterator[Extraction]:
        return corpus.by_document(self.home, self.shards)

    @property
    def documents(self) -> tuple[Document, ...]:
        return self.data.documents

    @property
    def entities(self) -> tuple[Entity, ...]:
        return self.data.entities

    @property
    def posts(self) -> tuple[Post, ...]:
        return self.data.posts

    @property
    def claims(self) -> tuple[Claim, ...]:
        return self.data.claims

    @property
    def edges(self) -> tuple[Edge, ...]:
        return self.data.edges

    @property
    def events(self) -> tuple[Event, ...]:
        return self.data.events

    @property
    def tenures(self) -> tuple[Tenure, ...]:
        return self.data.tenures


def _each_sorted(groups: Iterable[Iterable[T]]) -> Iterator[T]:
    """Yield the values of documents that come by id, sorted within each."""
    return chain.from_iterable(sorted(set(group)) for group in groups)


def _unique(values: Iterable[T]) -> Iterator[T]:
    return (value for value, _ in groupby(values))
