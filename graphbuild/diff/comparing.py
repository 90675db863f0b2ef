"""Comparing the tables of two workspaces side by side: both are sorted, so neither is held."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from heapq import merge
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from graphbuild.diff.values import CAME, CHANGED, EDGE, ENTITY, TENURE, WENT, Change, Difference, Turn
from graphbuild.errors import StoreError
from graphbuild.model import Edge, Entity, Tenure
from graphbuild.store import manifest
from graphbuild.store.manifest import WORKSPACE
from graphbuild.store.tables import Tables


def compare(old: str | Path, new: str | Path) -> Difference:
    """Return what came, went or changed from one output folder to another.

    Raises `StoreError` when one of them holds no graph that was built there.
    """
    before, after = _Side(Path(old)), _Side(Path(new))
    changes = [
        *_changes(before, after, "entities", _entity),
        *_changes(before, after, "tenures", _tenure),
        *_changes(before, after, "edges", _edge),
    ]
    return Difference(str(old), str(new), tuple(changes))


class _Side:
    """One of the two graphs, and what its nodes are called."""

    def __init__(self, folder: Path) -> None:
        found = manifest.load(folder)
        if found is None or not found.graph:
            raise StoreError(f"{folder}: no graph was built here: give the output folder of a build")
        self.tables = Tables(folder / WORKSPACE / found.graph)
        self.labels = {entity.id: entity.label for entity in self.tables.entities}
        for post in self.tables.posts:
            home = self.labels.get(post.post_in or "")
            self.labels[post.id] = f"{post.title}, {home}" if home else post.title

    def called(self, identifier: str) -> str:
        return self.labels.get(identifier, identifier)


_Facts = tuple[str, str, str, str, dict[str, str]]
"""Kind, type and id of a value, what it says in words, and all that may change of it."""


def _changes(
    before: _Side, after: _Side, part: str, facts: Callable[[Any, _Side], _Facts]
) -> Iterator[Change]:
    """Yield the changes of one part, whose values both sides give sorted."""
    streams = [_keyed(number, part, side, facts) for number, side in enumerate((before, after))]
    for _, group in groupby(merge(*streams, key=itemgetter(0, 1)), key=itemgetter(0)):
        found = {number: value for _, number, value in group}
        change = _change(found.get(0), found.get(1))
        if change is not None:
            yield change


def _keyed(
    number: int, part: str, side: _Side, facts: Callable[[Any, _Side], _Facts]
) -> Iterator[tuple[tuple[str, ...], int, _Facts]]:
    for value in getattr(side.tables, part):
        found = facts(value, side)
        yield tuple(found[2].split(" ")), number, found


def _change(old: _Facts | None, new: _Facts | None) -> Change | None:
    if old is None or new is None:
        return _alone(old or new, came=old is None)
    turns = tuple(
        Turn(each, old[4].get(each, ""), new[4].get(each, ""))
        for each in dict.fromkeys((*old[4], *new[4]))
        if old[4].get(each, "") != new[4].get(each, "")
    )
    return Change(new[0], CHANGED, new[1], new[2], new[3], turns) if turns else None


def _alone(facts: _Facts | None, *, came: bool) -> Change | None:
    """Return the change of what only one side has."""
    if facts is None:
        return None
    kind, type_, name, said, found = facts
    turns = (Turn(each, "", text) if came else Turn(each, text, "") for each, text in found.items() if text)
    return Change(kind, CAME if came else WENT, type_, name, said, tuple(turns))


def _entity(entity: Entity, _: _Side) -> _Facts:
    names = {
        "type": entity.type,
        "name": entity.label,
        "other names": _listed(text for text, _ in entity.labels),
    }
    return ENTITY, entity.type, entity.id, entity.label, names | dict(entity.attributes)


def _tenure(tenure: Tenure, side: _Side) -> _Facts:
    facts = {
        "status": tenure.status,
        "first seen": tenure.first_seen or "",
        "last seen": tenure.last_seen or "",
        "claims": str(len(tenure.claims)),
    }
    said = f"{side.called(tenure.holder)}: {side.called(tenure.post)}"
    return TENURE, tenure.status, tenure.id, said, facts


def _edge(edge: Edge, side: _Side) -> _Facts:
    facts = {"first": edge.first or "", "last": edge.last or "", "claims": str(len(edge.claims))}
    said = f"{side.called(edge.subject)} {edge.relation} {side.called(edge.object)}"
    return EDGE, edge.relation, f"{edge.subject} {edge.relation} {edge.object}", said, facts


def _listed(texts: Iterable[str]) -> str:
    return "; ".join(sorted(set(texts)))
