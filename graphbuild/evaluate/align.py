"""Which node of the graph is which entity of gold: one to one, the surest pairs first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from graphbuild.evaluate.agreement import plain, same_title
from graphbuild.evaluate.found import Found, FoundEntity
from graphbuild.evaluate.gold import GoldArticle, GoldEntity, GoldPost


@dataclass(frozen=True, slots=True)
class Wanted:
    """An entity of gold with its plain names."""

    gold: GoldEntity
    name: frozenset[str]
    names: frozenset[str]


_Test = Callable[[Wanted, FoundEntity], bool]


def _typed(wanted: Wanted, node: FoundEntity) -> bool:
    return bool(wanted.gold.types & node.types)


_TESTS: Final[tuple[_Test, ...]] = (
    lambda wanted, node: _typed(wanted, node) and node.preferred in wanted.name,
    lambda wanted, node: _typed(wanted, node) and bool(node.names & wanted.name),
    lambda wanted, node: _typed(wanted, node) and node.preferred in wanted.names,
    lambda wanted, node: _typed(wanted, node) and bool(node.names & wanted.names),
    lambda wanted, node: bool(node.names & wanted.name),
    lambda wanted, node: bool(node.names & wanted.names),
)
"""From the surest to the loosest: the right type and the full name as the preferred one come first."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """The pairs, looked up from either side; what has no partner is in neither."""

    node_of: Mapping[str, str]
    gold_of: Mapping[str, str]


def align(gold: GoldArticle, found: Found) -> Alignment:
    """Pair the entities of gold with nodes of the graph that bear one of their names.

    Of several pairs that a test allows for one entity or one node (two people of one name), those go
    first whose posts and edges agree best; then the order of gold decides, and last that of the ids.
    """
    wanted = [_wanted(entity) for entity in gold.entities]
    support = _Support(gold, found, {each.gold.id: each for each in wanted})
    node_of: dict[str, str] = {}
    free = dict(found.entities)
    for test in _TESTS:
        left = [each for each in wanted if each.gold.id not in node_of]
        pairs = [(one.gold, node) for one in left for node in free.values() if test(one, node)]
        for entity, node in _ordered(pairs, wanted, support):
            if entity.id not in node_of and node.id in free:
                node_of[entity.id] = node.id
                del free[node.id]
    return Alignment(node_of, {node: entity for entity, node in node_of.items()})


def _wanted(entity: GoldEntity) -> Wanted:
    name = frozenset({plain(entity.name)})
    return Wanted(entity, name, name | frozenset(map(plain, entity.other_names)))


def _ordered(
    pairs: list[tuple[GoldEntity, FoundEntity]], wanted: list[Wanted], support: _Support
) -> list[tuple[GoldEntity, FoundEntity]]:
    entities = {entity.id for entity, _ in pairs}
    nodes = {node.id for _, node in pairs}
    tied = len(entities) < len(pairs) or len(nodes) < len(pairs)
    order = {each.gold.id: place for place, each in enumerate(wanted)}

    def key(pair: tuple[GoldEntity, FoundEntity]) -> tuple[int, int, str]:
        entity, node = pair
        return -support.of(entity.id, node.id) if tied else 0, order[entity.id], node.id

    return sorted(pairs, key=key)


@dataclass(frozen=True, slots=True)
class _Support:
    """Counts how many posts and edges speak for a pair; their other ends are compared by name alone."""

    gold: GoldArticle
    found: Found
    wanted: Mapping[str, Wanted]

    def of(self, entity: str, node: str) -> int:
        held = (self._post(post, node) for post in self.gold.posts if post.holder == entity)
        return sum(held) + self._edges(entity, node)

    def _post(self, post: GoldPost, node: str) -> int:
        titles = tuple(map(plain, (post.title, *post.other_titles)))
        scores = (
            1 + self._same(post.home, found.home)
            for found in self.found.posts
            if found.holder == node and same_title(titles, [found.title])
        )
        return max(scores, default=0)

    def _edges(self, entity: str, node: str) -> int:
        count = 0
        for relation in self.gold.relations:
            edges = self.found.edges[relation.type]
            if relation.subject == entity:
                count += any(s == node and self._same(relation.object, o) for s, o in edges)
            if relation.object == entity:
                count += any(o == node and self._same(relation.subject, s) for s, o in edges)
        return count

    def _same(self, entity: str | None, node: str | None) -> bool:
        wanted, found = self.wanted.get(entity or ""), self.found.entities.get(node or "")
        return wanted is not None and found is not None and bool(wanted.names & found.names)
