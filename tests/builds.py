"""What the tests of whole graphs share: the examples, and what a graph says in names.

Graphs are built with the default pipeline, whose spaCy model loads once for the whole run.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import graphbuild
from graphbuild.graph import Graph
from graphbuild.model import Event
from graphbuild.read import read_bytes

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
CORPORA = ("jilin", "fiction")
"""Folders of `EXAMPLES` whose articles are built together."""
PATHS = {path.stem: path for corpus in CORPORA for path in sorted((EXAMPLES / corpus).glob("*.txt"))}
NAMES = tuple(PATHS)
PLACES = EXAMPLES / "fiction" / "places.tsv"
"""Places of the fiction; they bear names that no other article uses."""
FACTS: dict[str, dict[str, Any]] = {
    corpus: tomllib.loads((EXAMPLES / corpus / "facts.toml").read_text(encoding="utf-8"))
    for corpus in CORPORA
}

Triple = tuple[str, str, str]


class Said(NamedTuple):
    """What a graph says, by labels alone; a post is written "title @ home"."""

    edges: frozenset[Triple]
    events: frozenset[tuple[object, ...]]
    held_back: frozenset[tuple[str, str, str, str]]


def page(name: str) -> str:
    """Return the text of an example."""
    return PATHS[name].read_text(encoding="utf-8")


def facts(name: str) -> dict[str, Any]:
    """Return what an example says."""
    found: dict[str, Any] = FACTS[PATHS[name].parent.name][name]
    return found


def build_page(text: str, **options: Any) -> Graph:
    """Return the graph of one page."""
    document = read_bytes(text.encode(), source="article.txt")
    return graphbuild.build([document], **options)


@cache
def example(name: str) -> Graph:
    """Return the graph of one example."""
    return graphbuild.build([PATHS[name]], places=[PLACES])


@cache
def corpus(name: str) -> Graph:
    """Return the graph of all examples of a folder."""
    return graphbuild.build([EXAMPLES / name], places=[PLACES])


def labels(graph: Graph) -> dict[str, str]:
    """Return what each entity and post is called, by id."""
    found = {entity.id: entity.label for entity in graph.entities()}
    posts = {post.id: f"{post.title} @ {found.get(post.post_in or '', '')}" for post in graph.data.posts}
    return found | posts


def said(graph: Graph, rename: Callable[[str], str] = str) -> Said:
    """Return what a graph says; `rename` restates each label."""
    names = {key: rename(tidy(label)) for key, label in labels(graph).items()}
    claims = (claim for claim in graph.data.claims if not claim.factual)
    return Said(
        frozenset((names[edge.subject], edge.relation, names[edge.object]) for edge in graph.edges()),
        frozenset(_told(event, names) for event in graph.data.events),
        frozenset(
            (claim.modality, names[claim.subject], claim.relation, names[claim.object]) for claim in claims
        ),
    )


def tidy(text: str) -> str:
    """Return a name as typed on a plain keyboard: spaces and apostrophes in one form."""
    return re.sub(r"\s+", " ", text).translate(str.maketrans("‘’“”", "''\"\"")).strip()


def _told(event: Event, names: dict[str, str]) -> tuple[object, ...]:
    people = sorted((part.role, part.position or 0, names[part.official]) for part in event.participations)
    stops = tuple(names[stop] for stop in event.stops)
    return event.type, event.date and event.date.edtf, names.get(event.venue or ""), tuple(people), stops
