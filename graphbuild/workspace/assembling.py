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
from graphbuild.workspace.shortcuts import NAME, last_shortcuts, save

LARGE: Final = 2_000
"""Documents from which the graph is no longer held whole: below, memory is the faster way."""


class Made(NamedTuple):
    """What came of the shards: counts, the graph, what is to be said of it, and where old ids lead."""

    summary: Summary
    source: GraphSource
    remarks: tuple[str, ...]
    unused: tuple[DecisionError, ...]
    redirects: Mapping[str, str]


def assemble_into(
    tables: Path,
    home: Path,
    shards: tuple[str, ...],
    decisions: Decisions = NONE,
    older: frozenset[str] = frozenset(),
    last: str = "",
) -> Made:
    """Assemble the graph of some shards into a new folder of tables.

    The bytes are the same whichever way the size of the corpus leads. `older` are the ids of the
    entities of the graph before, `last` the name of the folder of its tables.
    """
    if not is_large(home, shards):
        used = last_shortcuts(home / last / NAME, home, shards)
        graph = pipeline.assembled(corpus.extractions(home, shards), decisions, older, used)
        write(tables, graph.data, graph.data.sentences_read)
        save(tables / NAME, used)
        return _made(graph, graph.data)
    pipeline.release()  # the spaCy pipeline is done, and larger than what comes now
    found = pipeline.assembly(_Shards(home, shards), decisions, older)
    release_unused()
    data = found.graph.data
    write(tables, _Joined(data, home, shards, found.entities), data.sentences_read)
    return _made(found.graph, Tables(tables))


def is_large(home: Path, shards: tuple[str, ...]) -> bool:
    """Whether shards hold so many documents that their graph is not held whole."""
    return corpus.count(home, shards) >= LARGE


@dataclass(frozen=True, slots=True)
class _Shards:
    """The extractions of shards, read anew each time they are iterated."""

    home: Path
    names: tuple[str, ...]

    def __iter__(self) -> Iterator[Extraction]:
        return corpus.extractions(self.home, self.names, whole=False)


def _made(graph: Graph, source: GraphSource) -> Made:
    return Made(graph.summary(), source, tuple(_remarks(graph)), graph.unused, dict(graph.redirects))


def _remarks(graph: Graph) -> Iterator[str]:
    """Say which posts two people seem to hold at once, and how many pairs may be one."""
    holders = {tenure.id: graph.label(tenure.holder) for tenure in graph.data.tenures}
    for each in graph.contradictions():
        people = f"{holders[each.left]} and {holders[each.right]}"
        yield f"contradiction: {graph.label(each.post)}: {people}, {each.since} to {each.until}"
    if unsure := len(graph.possibly_same()):
        yield f"{unsure} pairs may be one; decide with: graphbuild review"


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
