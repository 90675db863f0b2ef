"""The pairs that may be one, for a curator to decide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from graphbuild.decisions import append_decision

if TYPE_CHECKING:
    from graphbuild.graph import Graph
    from graphbuild.model import Edge

MERGE: Final = "merge"
SPLIT: Final = "split"
_MOST: Final = 6


@dataclass(frozen=True, slots=True)
class Side:
    """One of two entities: its names and posts, and sentences that name it, each with its day and title."""

    entity: str
    label: str
    names: tuple[str, ...]
    posts: tuple[str, ...]
    sentences: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entities that may be one, with score and reasons."""

    left: Side
    right: Side
    score: float
    reasons: tuple[str, ...]


def pairs(graph: Graph) -> list[Pair]:
    """Return the undecided pairs of a graph, the likeliest first."""
    found = [_pair(graph, edge) for edge in graph.possibly_same()]
    return sorted(found, key=lambda pair: (-pair.score, pair.left.entity, pair.right.entity))


def _pair(graph: Graph, edge: Edge) -> Pair:
    claims = [claim for claim, _ in graph.evidence(edge)]
    first = claims[0]
    left, right = (_side(graph, name) for name in (edge.subject, edge.object))
    return Pair(left, right, first.confidence, tuple(first.evidence.rule.split("; ")))


def _side(graph: Graph, entity: str) -> Side:
    node = next(each for each in graph.data.entities if each.id == entity)
    held = [each for each in graph.data.tenures if each.holder == entity]
    posts = [
        f"{graph.label(each.post)} ({each.first_seen or '?'} – {each.last_seen or '?'})" for each in held
    ]
    return Side(
        entity,
        node.label,
        tuple(text for text, _ in node.labels),
        tuple(sorted(posts)),
        tuple(_sentences(graph, entity)),
    )


def _sentences(graph: Graph, entity: str) -> list[tuple[str, str]]:
    """Return the first sentences that name an entity, by day, each once."""
    documents = {each.id: each for each in graph.data.documents}
    spans = [(each.document, each.span) for each in graph.data.mentions if each.refers_to == entity]
    named = {document for document, _ in spans}
    found = {
        (documents[each.document].published or "undated", each.text)
        for each in graph.data.sentences
        if each.document in named
        and any(each.document == document and each.span.covers(span) for document, span in spans)
    }
    return sorted(found)[:_MOST]


def decided(text: str, pair: Pair, kind: str) -> str:
    """Return the text of a file of decisions with the verdict on a pair added: `MERGE` or `SPLIT`."""
    note = f"{pair.left.label} / {pair.right.label}"
    return append_decision(text, kind, (pair.left.entity, pair.right.entity), note)
