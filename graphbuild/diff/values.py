"""Differences between two graphs as plain values."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final

CAME: Final = "came"
WENT: Final = "went"
CHANGED: Final = "changed"
ENTITY: Final = "entity"
TENURE: Final = "tenure"
EDGE: Final = "edge"


@dataclass(frozen=True, slots=True)
class Turn:
    """One thing that is otherwise now: "last seen" from "2023-04-04" to "2024-01-02"; "" is nothing."""

    name: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Change:
    """An entity, tenure or edge that came, went or changed.

    `kind` is "entity", "tenure" or "edge", `how` "came", "went" or "changed". `type` is the class of
    an entity, the status of a tenure, the relation of an edge; `id` the entity's or tenure's, and
    "subject relation object" for an edge. `said` puts it in words. `turns` say what is otherwise.
    """

    kind: str
    how: str
    type: str
    id: str
    said: str
    turns: tuple[Turn, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """All changes from an old graph to a new one: entities, then tenures, then edges, each by id."""

    old: str
    new: str
    changes: tuple[Change, ...]

    def counts(self) -> dict[tuple[str, str], int]:
        """Return how many changes there are by kind and how."""
        found = Counter((change.kind, change.how) for change in self.changes)
        return {(kind, how): found[kind, how] for kind in KINDS for how in HOW}


KINDS: Final = (ENTITY, TENURE, EDGE)
HOW: Final = (CAME, WENT, CHANGED)
