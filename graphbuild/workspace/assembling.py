"""From the shards of a workspace to the tables of its graph.

What documents share is assembled in memory. What is of a single one, which is the bulk, is not: of a large
corpus it stays on disk, and passes one document at a time into the tables.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from operator import attrgetter
from pathlib import Path
from typing import Final, NamedTuple

from graphbuild import pipeline
from graphbuild.decisions import NONE, Decisions
from graphbuild.errors import DecisionError
from graphbuild.graph import Graph, Summary, counted, held_back_as
from graphbuild.model import Claim, GraphSource
from graphbuild.store import corpus
from graphbuild.store.codec import release_unused
from graphbuild.store.runs import Runs
from graphbuild.store.tables import Tables, write
from graphbuild.workspace.shortcuts import NAME, last_shortcuts, save
from graphbuild.workspace.streaming import Shards, Streamed

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
    if is_large(home, shards):
        return _streamed_into(tables, Shards(home, shards), decisions, older)
    used = last_shortcuts(home / last / NAME, home, shards)
    graph = pipeline.assembled(corpus.extractions(home, shards), decisions, older, used)
    write(tables, graph.data, graph.data.sentences_read)
    save(tables / NAME, used)
    return _made(graph, graph.summary(), graph.data)


def _streamed_into(tables: Path, shards: Shards, decisions: Decisions, older: frozenset[str]) -> Made:
    """Do it without holding a document, or what is of a single one."""
    pipeline.release()  # the spaCy pipeline is done, and larger than what comes now
    tables.mkdir(parents=True)
    held_back: list[str] = []
    with Runs(tables, Claim, attrgetter("id")) as said:

        def keep(claims: Collection[Claim]) -> None:
            said.extend(claims)
            held_back.extend(filter(None, map(held_back_as, claims)))

        graph, gathered = pipeline.assembly(shards.parts, keep, decisions, older)
        release_unused()
        write(tables, Streamed(graph.data, gathered, shards, said), graph.data.sentences_read)
    source = Tables(tables)
    summary = replace(
        graph.summary(),
        documents=source.count("documents"),
        held_back=counted(held_back),
        unread=corpus.unread(shards.home, shards.names),
    )
    return _made(graph, summary, source)


def is_large(home: Path, shards: tuple[str, ...]) -> bool:
    """Whether shards hold so many documents that their graph is not held whole."""
    return corpus.count(home, shards) >= LARGE


def _made(graph: Graph, summary: Summary, source: GraphSource) -> Made:
    return Made(summary, source, tuple(_remarks(graph)), graph.unused, dict(graph.redirects))


def _remarks(graph: Graph) -> Iterator[str]:
    """Say which posts two people seem to hold at once, and how many pairs may be one."""
    holders = {tenure.id: graph.label(tenure.holder) for tenure in graph.data.tenures}
    for each in graph.contradictions():
        people = f"{holders[each.left]} and {holders[each.right]}"
        yield f"contradiction: {graph.label(each.post)}: {people}, {each.since} to {each.until}"
    if unsure := len(graph.possibly_same()):
        yield f"{unsure} pairs may be one; decide with: graphbuild review"
