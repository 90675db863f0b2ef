"""All that a judge is given: gold, what the graph says, and which node is which entity."""

from __future__ import annotations

from dataclasses import dataclass

from graphbuild.evaluate.align import Alignment, align
from graphbuild.evaluate.found import Found, found_in
from graphbuild.evaluate.gold import GoldArticle, GoldEntity
from graphbuild.model import GraphData


@dataclass(frozen=True, slots=True)
class Case:
    """One article on trial."""

    gold: GoldArticle
    data: GraphData
    found: Found
    alignment: Alignment
    entities: dict[str, GoldEntity]

    def gold_of(self, node: str | None) -> str | None:
        """Return the gold entity that a node was paired with, if any."""
        return self.alignment.gold_of.get(node or "")

    def name(self, entity: str) -> str:
        """Return the gold name of an entity of gold."""
        return self.entities[entity].name

    def optional(self, *entities: str | None) -> bool:
        """Whether any of the entities of gold is optional."""
        return any(self.entities[entity].optional for entity in entities if entity is not None)


def open_case(gold: GoldArticle, data: GraphData) -> Case:
    """Pair the nodes of a graph with the entities of gold."""
    found = found_in(data)
    return Case(gold, data, found, align(gold, found), gold.by_id)
