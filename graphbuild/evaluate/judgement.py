"""One decision about one item: right, missed or false, and what it counts for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What became of an item of gold or of the graph."""

    RIGHT = "right"
    MISSED = "missed"
    FALSE = "false"


@dataclass(frozen=True, slots=True)
class Judgement:
    """An item that is right, missed (gold has it, the graph has not) or false (the reverse).

    `measures` names what it counts for, the most telling first. `what` says what it is (a type, a
    relation, "post"), `item` names it for readers, `note` says what was found instead; `implied` is what
    another judgement tells already, and lists leave out. To find the sentences: `wanted` are entities
    of gold that they name, `nodes` ids of the graph, `edge` an edge of the graph by subject, relation
    of the ontology and object.
    """

    verdict: Verdict
    measures: tuple[str, ...]
    what: str
    item: str
    note: str = ""
    wanted: tuple[str, ...] = ()
    nodes: tuple[str, ...] = ()
    edge: tuple[str, str, str] | None = None
    implied: bool = False
