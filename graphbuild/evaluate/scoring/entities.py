"""Entities: right with one of the right types and a name of gold; `resolved` by the gold name itself."""

from __future__ import annotations

from collections.abc import Iterator

from graphbuild.evaluate.agreement import plain
from graphbuild.evaluate.found import FoundEntity
from graphbuild.evaluate.gold import GoldEntity
from graphbuild.evaluate.judgement import Judgement, Verdict
from graphbuild.evaluate.scoring.case import Case

ENTITY = "entity"
RESOLVED = "resolved"
"""The share of gold entities whose preferred name in the graph is the gold name itself."""


def judge_entities(case: Case) -> Iterator[Judgement]:
    """Judge the entities of gold, then the nodes that are none of them.

    A node of a wrong type is false, and its entity missed. Optional entities count neither way.
    """
    for entity in case.gold.entities:
        if not entity.optional:
            yield from _wanted(case, entity)
    for node in case.found.entities.values():
        if not _accounted(case, node):
            yield _false(node)


def _partner(case: Case, entity: GoldEntity) -> FoundEntity | None:
    """Return the node that an entity was paired with, whatever its type."""
    return case.found.entities.get(case.alignment.node_of.get(entity.id, ""))


def _wanted(case: Case, entity: GoldEntity) -> Iterator[Judgement]:
    node = _partner(case, entity)
    right = node is not None and bool(entity.types & node.types)
    measures = (f"{ENTITY} {entity.type}", ENTITY)
    nodes = (node.id,) if node else ()
    verdict = Verdict.RIGHT if right else Verdict.MISSED
    note = f"is a {node.type} in the graph" if node and not right else ""
    yield Judgement(verdict, measures, entity.type, entity.name, note, (entity.id,), nodes)
    resolved = right and node is not None and node.preferred == plain(entity.name)
    note = f"called {node.label!r} in the graph" if node and not resolved else ""
    verdict = Verdict.RIGHT if resolved else Verdict.MISSED
    yield Judgement(verdict, (RESOLVED,), "name", entity.name, note, (entity.id,), nodes, implied=not right)


def _accounted(case: Case, node: FoundEntity) -> bool:
    entity = case.entities.get(case.gold_of(node.id) or "")
    if entity is None:
        return node.background
    return entity.optional or bool(entity.types & node.types)


def _false(node: FoundEntity) -> Judgement:
    return Judgement(
        Verdict.FALSE, (f"{ENTITY} {node.type}", ENTITY), node.type, node.label, nodes=(node.id,)
    )


def type_pairs(case: Case) -> Iterator[tuple[str, str]]:
    """Yield, for the table of confusions, the type in gold and that in the graph; "" for nothing there."""
    for entity in case.gold.entities:
        if not entity.optional:
            node = _partner(case, entity)
            agreed = node is not None and bool(entity.types & node.types)
            yield entity.type, entity.type if agreed else node.type if node else ""
    for node in case.found.entities.values():
        if case.gold_of(node.id) is None and not node.background:
            yield "", node.type
