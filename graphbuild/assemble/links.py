"""Items of Wikidata as an attribute of the entities that a table says they are."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from graphbuild.errors import DecisionError
from graphbuild.ontology import ontology

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphbuild.decisions import Link, Links
    from graphbuild.model import Entity, GraphData

ATTRIBUTE: Final = "wikidata"
"""The attribute of an entity that holds the id of its item, "Q42"; exports write it as owl:sameAs."""

_ABOVE: Final = frozenset({"partOf", "locatedIn", "jurisdiction"})
"""Relations from an entity to what it is of."""


def link(data: GraphData, links: Links) -> tuple[GraphData, tuple[DecisionError, ...]]:
    """Return the graph with the items of its entities, and what is to be said of rows without effect.

    A row counts when exactly one entity is meant by it. An entity has one item and an item one
    entity: of rows that contradict each other the first in the table counts.
    """
    if not links.rows:
        return data, ()
    linker = _Linker(data)
    told = ((row, linker.apply(row)) for row in links.rows)
    problems = tuple(DecisionError(links.source, row.line, problem) for row, problem in told if problem)
    return replace(data, entities=tuple(map(linker.linked, data.entities))), problems


class _Linker:
    """Finds the entities that rows mean."""

    def __init__(self, data: GraphData) -> None:
        self._entities = {each.id: each for each in data.entities}
        self._bearers: defaultdict[str, set[str]] = defaultdict(set)
        for each in data.entities:
            for name in {each.id, *map(_folded, _names(each))}:
                self._bearers[name].add(each.id)
        self._posts = {each.id: each for each in data.posts}
        self._held: defaultdict[str, set[str]] = defaultdict(set)
        self._above: defaultdict[str, set[str]] = defaultdict(set)
        for edge in data.edges:
            if edge.relation == "holdsPost":
                self._held[edge.subject].add(edge.object)
            elif edge.relation in _ABOVE:
                self._above[edge.subject].add(edge.object)
        self._items: dict[str, Link] = {}
        self._owners: dict[str, str] = {}

    def linked(self, entity: Entity) -> Entity:
        """Return an entity with its item, if it has one."""
        row = self._items.get(entity.id)
        if row is None:
            return entity
        attributes = {**dict(entity.attributes), ATTRIBUTE: row.wikidata}
        return replace(entity, attributes=tuple(sorted(attributes.items())))

    def apply(self, row: Link) -> str:
        """Note the item of the entity that a row means; return what is wrong otherwise."""
        found = self._meant(row)
        if not found:
            return f"no entity of the graph is meant by {_described(row)}"
        if len(found) > 1:
            return f"{_described(row)} could be any of {', '.join(found)}: add post or home, or write the id"
        known, owner = self._items.get(found[0], row), self._owners.get(row.wikidata, found[0])
        if known.wikidata != row.wikidata:
            return f"{row.name} is {known.wikidata} already, by line {known.line}"
        if owner != found[0]:
            return f"{row.wikidata} is {owner} already; if {row.name} is the same, decide so with [[merge]]"
        self._items[found[0]], self._owners[row.wikidata] = known, owner
        return ""

    def _meant(self, row: Link) -> list[str]:
        bearers = self._bearers.get(row.name) or self._bearers.get(_folded(row.name), set())
        return sorted(each for each in bearers if self._fits(each, row))

    def _fits(self, name: str, row: Link) -> bool:
        if row.type and row.type not in ontology().types(self._entities[name].type):
            return False
        posts = [self._posts[post] for post in sorted(self._held.get(name, ()))]
        held = [each for each in posts if not row.post or _folded(each.title) == _folded(row.post)]
        if row.post and not held:
            return False
        homes = {home for each in held if each.post_in for home in self._upward(each.post_in)}
        around = homes if row.post else homes | set(self._upward(name)) - {name}
        return not row.home or any(self._bears(each, row.home) for each in around)

    def _upward(self, name: str) -> Iterator[str]:
        """Yield an entity and all that it is of, nearest first."""
        seen, waiting = {name}, [name]
        while waiting:
            current = waiting.pop(0)
            yield current
            fresh = sorted(self._above.get(current, set()) - seen)
            seen.update(fresh)
            waiting += fresh

    def _bears(self, name: str, wanted: str) -> bool:
        entity = self._entities.get(name)
        return entity is not None and (
            name == wanted or _folded(wanted) in {_folded(each) for each in _names(entity)}
        )


def _names(entity: Entity) -> tuple[str, ...]:
    return (entity.label, *(text for text, _ in entity.labels))


def _described(row: Link) -> str:
    """Return what a row says of its entity, for messages."""
    told = (f"{column} {value}" for column in ("type", "post", "home") if (value := getattr(row, column)))
    return ", ".join((row.name, *told))


def _folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())
