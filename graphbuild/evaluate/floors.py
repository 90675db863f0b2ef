"""Floors under the figures: quality may rise, and falls only for a reason that is written down.

A file of floors holds, by set (folder of gold), measure and figure, the least that is allowed, the highest
that the floor has ever been, and every lowering with its reason::

    [floors.seedform]
    "relation" = { precision = 0.98, recall = 0.95, f1 = 0.965 }

    [highest.seedform]
    "relation" = { precision = 0.98, recall = 0.96, f1 = 0.965 }

    [[lowered]]
    set = "seedform"
    measure = "relation"
    figure = "recall"
    from = 0.96
    to = 0.95
    reason = "talks by telephone are no meetings any more: gold was wrong"
"""

from __future__ import annotations

import json
import math
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final, NamedTuple

from graphbuild.errors import GoldError
from graphbuild.evaluate.evaluation import Evaluation
from graphbuild.evaluate.measures import Score

_FIGURES: Final = ("precision", "recall", "f1")
_STEPS: Final = 1000
"""Floors have three digits, rounded down."""

_HEADER: Final = """\
# Floors under the figures of `graphbuild evaluate`, by set, measure and figure. The command writes them:
# --raise-floors raises them to what is measured, --lower-floors "the reason" lowers what is not reached.
"""


class Key(NamedTuple):
    """What a floor is under."""

    set: str
    measure: str
    figure: str

    def __str__(self) -> str:
        return f"{self.set}: {self.figure} of {self.measure}"


class Lowering(NamedTuple):
    """A floor that was lowered, and why."""

    key: Key
    former: float
    new: float
    reason: str


class Breach(NamedTuple):
    """A figure under its floor."""

    key: Key
    floor: float
    measured: float


@dataclass(frozen=True, slots=True)
class Floors:
    """The content of a file of floors."""

    floors: Mapping[Key, float] = field(default_factory=dict)
    highest: Mapping[Key, float] = field(default_factory=dict)
    lowered: tuple[Lowering, ...] = ()

    def breaches(self, evaluation: Evaluation) -> list[Breach]:
        """Return the figures that are under their floors, of the sets that were evaluated."""
        measured = figures(evaluation)
        sets = {article.gold.set for article in evaluation.articles}
        found = (
            Breach(key, floor, measured.get(key, 0.0))
            for key, floor in sorted(self.floors.items())
            if key.set in sets
        )
        return [breach for breach in found if breach.measured < breach.floor]

    def unexplained(self) -> list[Key]:
        """Return the floors that are lower than they were, or gone, without a reason in the file."""
        explained = {(one.key, one.new) for one in self.lowered if one.reason.strip()}
        return [
            key
            for key, highest in sorted(self.highest.items())
            if (floor := self.floors.get(key, 0.0)) < highest and (key, floor) not in explained
        ]

    def raised(self, evaluation: Evaluation) -> Floors:
        """Return the floors raised to what is measured; none sinks, and new measures get one."""
        measured = figures(evaluation)
        floors = {**self.floors, **{k: max(v, self.floors.get(k, 0.0)) for k, v in measured.items()}}
        highest = {key: max(floor, self.highest.get(key, 0.0)) for key, floor in floors.items()}
        return replace(self, floors=floors, highest={**self.highest, **highest})

    def sunk(self, evaluation: Evaluation, reason: str) -> Floors:
        """Return the floors that are breached lowered to what is measured, with the reason."""
        breaches = self.breaches(evaluation)
        new = tuple(Lowering(one.key, one.floor, one.measured, reason) for one in breaches)
        floors = {**self.floors, **{one.key: one.new for one in new}}
        return replace(self, floors=floors, lowered=(*self.lowered, *new))

    def to_toml(self) -> str:
        """Return the file, sorted but for the history."""
        parts = [_HEADER, *_tables("floors", self.floors), *_tables("highest", self.highest)]
        return "\n".join([*parts, *map(_history, self.lowered)])


def figures(evaluation: Evaluation) -> dict[Key, float]:
    """Return every figure of every set, rounded down as floors are."""
    return {
        Key(name, measure, figure): math.floor(value * _STEPS + 1e-9) / _STEPS
        for name, one in evaluation.sets().items()
        for measure, score in one.scores.items()
        for figure, value in _figures(score)
    }


def _figures(score: Score) -> Iterator[tuple[str, float]]:
    for figure, value in zip(_FIGURES, (score.precision, score.recall, score.f1), strict=True):
        if value is not None:
            yield figure, value


def read_floors(path: Path) -> Floors:
    """Read a file of floors; one that is not there is empty. Raises `GoldError` when it is malformed."""
    if not path.exists():
        return Floors()
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise GoldError(str(path), "", f"is no TOML in UTF-8: {error}") from None
    history = content.get("lowered", [])
    if not isinstance(history, list):
        raise GoldError(str(path), "lowered", "is no list; write each lowering under [[lowered]]")
    lowered = tuple(_lowering(path, place, one) for place, one in enumerate(history))
    return Floors(_flat(path, content, "floors"), _flat(path, content, "highest"), lowered)


def _flat(path: Path, content: Mapping[str, Any], name: str) -> dict[Key, float]:
    """Return a table of tables of tables by their keys."""
    found: dict[Key, float] = {}
    for set_, measures in _items(path, content.get(name, {}), name):
        for measure, values in _items(path, measures, f"{name}.{set_}"):
            for figure, value in _items(path, values, f"{name}.{set_}.{measure}"):
                if figure not in _FIGURES or not isinstance(value, (int, float)) or not 0 <= value <= 1:
                    place = f"{name}.{set_}.{measure}.{figure}"
                    raise GoldError(str(path), place, f"needs {', '.join(_FIGURES)} between 0 and 1")
                found[Key(set_, measure, figure)] = float(value)
    return found


def _items(path: Path, value: object, place: str) -> list[tuple[str, Any]]:
    if not isinstance(value, dict):
        raise GoldError(str(path), place, "is no table")
    return list(value.items())


def _lowering(path: Path, place: int, value: Mapping[str, Any]) -> Lowering:
    try:
        key = Key(str(value["set"]), str(value["measure"]), str(value["figure"]))
        return Lowering(key, float(value["from"]), float(value["to"]), str(value["reason"]))
    except (KeyError, TypeError, ValueError):
        right = "needs set, measure, figure, from, to and reason"
        raise GoldError(str(path), f"lowered[{place}]", right) from None


def _tables(name: str, values: Mapping[Key, float]) -> Iterator[str]:
    for set_ in sorted({key.set for key in values}):
        yield f"[{name}.{_quoted(set_)}]"
        for measure in sorted({key.measure for key in values if key.set == set_}):
            inner = ", ".join(
                f"{figure} = {values[key]}"
                for figure in _FIGURES
                if (key := Key(set_, measure, figure)) in values
            )
            yield f"{_quoted(measure)} = {{ {inner} }}"
        yield ""


def _history(one: Lowering) -> str:
    rows = {"set": one.key.set, "measure": one.key.measure, "figure": one.key.figure}
    lines = [f"{name} = {_quoted(value)}" for name, value in rows.items()]
    numbers = [f"from = {one.former}", f"to = {one.new}", f"reason = {_quoted(one.reason)}"]
    return "\n".join(["[[lowered]]", *lines, *numbers, ""])


def _quoted(text: str) -> str:
    """Return a TOML basic string: JSON's strings are some of them."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
