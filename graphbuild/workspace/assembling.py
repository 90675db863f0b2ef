"""From the shards of a workspace to the tables of its graph.

What documents share is assembled in memory. Their mentions, which are the bulk, are not: a large corpus
leaves them in the shards, and they pass one document at a time into the tables.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from graphbuild import pipeline
from graphbuild.decisions import NONE, Decisions
from graphbuild.errors import DecisionError
from graphbuild.graph import Graph, Summary
from graphbuild.model import (
    Claim,
    Document,
    Edge,
    Entity,
    Event,
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


class Made(NamedTuple):
    """What came of the shards: counts, the graph, and the decisions that found nothing to apply to."""

    summary: Summary
    source: GraphSource
    unused: tuple[DecisionError, ...]


def assemble_into(tables: Path, home: Path, shards: tuple[str, ...], decisions: Decisions = NONE) -> Made:
    """Assemble the graph of some shards into a new folder of tables.

    The bytes are the same whichever way the size of the corpus leads.
    """
    if corpus.count(home, shards) < LARGE:
        data, unused = pipeline.assembled(corpus.extractions(home, shards), decisions)
        write(tables, data, data.sentences_read)
        return Made(Graph(data).summary(), data, unused)
    pipeline.release()  # the spaCy pipeline is done, and larger than what comes now
    made = _streamed(tables, home, shards, decisions)
    release_unused()
    return made


def _streamed(tables: Path, home: Path, shards: tuple[str, ...], decisions: Decisions) -> Made:
    found = pipeline.assembly(corpus.extractions(home, shards, whole=False), decisions)
    release_unused()
    write(tables, _Joined(found.data, home, shards, found.entities), found.data.sentences_read)
    return Made(Graph(found.data).summary(), Tables(tables), found.unused)


@dataclass(frozen=True, slots=True)
class _Joined:
    """A graph whose mentions come from the shards: `data` has the other parts."""

    data: GraphData
    home: Path
    shards: tuple[str, ...]
    entity_of: Mapping[str, str]

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        return self.data.sentences

    @property
    def mentions(self) -> Iterator[Mention]:
        for extraction in corpus.by_document(self.home, self.shards):
            yield from sorted(set(pipeline.mentions_of(extraction, self.entity_of)))

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
