"""What a graph says, in the terms in which gold says what it should say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from graphbuild.evaluate.agreement import plain
from graphbuild.evaluate.gold import RELATIONS, TYPES
from graphbuild.model import GraphData
from graphbuild.ontology import ontology

_HIERARCHY: Final = frozenset({"partOf", "locatedIn", "jurisdiction"})
_HOLDS: Final = "holdsPost"
_DATED: Final = frozenset({"Visit", "Meeting"})

Pair = tuple[str, str]
"""Subject and object of an edge, as ids of a graph."""


@dataclass(frozen=True, slots=True)
class FoundEntity:
    """A node of the graph: `preferred` is its plain preferred name, `names` all its plain names.

    `background` is a place or body that stands above others and that nothing else names.
    """

    id: str
    label: str
    types: frozenset[str]
    preferred: str
    names: frozenset[str]
    background: bool = False

    @property
    def type(self) -> str:
        """The type to name it by."""
        return min(self.types)


@dataclass(frozen=True, slots=True)
class FoundPost:
    """A post that someone holds in the graph; `title` is plain, `home` an id or None."""

    holder: str
    post: str
    label: str
    title: str
    home: str | None


@dataclass(frozen=True, slots=True)
class Found:
    """What one graph says: `edges` by the relations of gold, `dates` those of visits and meetings."""

    entities: Mapping[str, FoundEntity]
    edges: Mapping[str, frozenset[Pair]]
    posts: tuple[FoundPost, ...]
    dates: frozenset[str]

    def label(self, identifier: str) -> str:
        """Return the name of a node, or its id when the graph has none of that id."""
        entity = self.entities.get(identifier)
        return entity.label if entity else identifier


def found_in(data: GraphData) -> Found:
    """Return what a graph says."""
    named = set(_named(data))
    above = {edge.object for edge in data.edges if edge.relation in _HIERARCHY} - named
    return Found(
        {entity.id: entity for entity in _entities(data, above)},
        {
            relation: frozenset((e.subject, e.object) for e in data.edges if e.relation == name)
            for relation, name in RELATIONS.items()
        },
        tuple(_posts(data)),
        frozenset(_dates(data)),
    )


def _dates(data: GraphData) -> Iterator[str]:
    """Yield the dates of visits and meetings, and those that their words state where these say less."""
    for event in data.events:
        if event.date is not None and _DATED & set(ontology().types(event.type)):
            yield from filter(None, (event.date.edtf, event.date.stated))


def _entities(data: GraphData, above: set[str]) -> Iterator[FoundEntity]:
    for entity in data.entities:
        types = frozenset(ontology().types(entity.type)) & frozenset(TYPES)
        if types:
            names = frozenset(map(plain, (entity.label, *(text for text, _ in entity.labels))))
            background = entity.id in above and types <= {"Place", "Body"}
            yield FoundEntity(entity.id, entity.label, types, plain(entity.label), names, background)


def _posts(data: GraphData) -> Iterator[FoundPost]:
    posts = {post.id: post for post in data.posts}
    for edge in data.edges:
        if edge.relation == _HOLDS:
            post = posts.get(edge.object)
            title = post.title if post else ""
            yield FoundPost(edge.subject, edge.object, title, plain(title), post.post_in if post else None)


def _named(data: GraphData) -> Iterable[str | None]:
    """Yield all that anything but an edge of the hierarchy names."""
    for edge in data.edges:
        if edge.relation not in _HIERARCHY:
            yield edge.object
    for claim in data.claims:
        yield from (claim.subject, claim.object)
    for post in data.posts:
        yield post.post_in
    for mention in data.mentions:
        yield mention.refers_to
    for event in data.events:
        yield from (*event.stops, event.venue, *(part.official for part in event.participations))
    for tenure in data.tenures:
        yield tenure.holder
