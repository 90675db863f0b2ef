"""Projects and meetings: a name is one thing only near in time and place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graphbuild.model import day_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graphbuild.resolve.corpus.record import Record

_DAYS: Final = {"Meeting": 45, "Project": 1100}
"""How long after the last report of a meeting or project another of its name is still about it."""


def occasions(ordered: Sequence[Record]) -> list[list[Record]]:
    """Split the records of one name, in order of release, where time or place says that it is another."""
    groups: list[list[Record]] = []
    for record in ordered:
        fitting = next((group for group in reversed(groups) if _goes_on(group, record)), None)
        if fitting is None:
            groups.append([record])
        else:
            fitting.append(record)
    return groups


def _goes_on(group: Sequence[Record], record: Record) -> bool:
    last, places = group[-1], {place for other in group for place in other.places}
    if record.places and places and places.isdisjoint(record.places):
        return False
    if not (last.date and record.date):
        return last.date == record.date
    return (day_number(record.date) or 0) - (day_number(last.date) or 0) <= _DAYS[record.type]
