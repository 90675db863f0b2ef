"""What a notebook shows of a graph: counts, and the first visits, as a few small tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

if TYPE_CHECKING:
    from graphbuild.model import Event, GraphData

VISITS_SHOWN: Final = 5
"""Visits in the overview; the rest are counted."""

NAMES_SHOWN: Final = 6
"""Stops or companions of one visit in the overview; the rest are counted."""

_ROW: Final = Markup('<div style="display:flex;flex-wrap:wrap;gap:2em;align-items:flex-start">{}</div>')
_CELL: Final = Markup("<td>{}</td>")


def overview(data: GraphData, heading: str, counts: Mapping[str, Mapping[str, int]]) -> str:
    """Return an HTML fragment: a heading, one table for each group of `counts`, the first visits.

    `counts` maps the caption of a table to its rows; a group without rows is left out. Everything
    is escaped, nothing is loaded, and there is no script: safe in any notebook.
    """
    tables = (_table(caption, rows.items()) for caption, rows in counts.items() if rows)
    parts = (Markup("<p>{}</p>").format(heading), _ROW.format(_joined(tables)), _visits(data))
    return str(_joined(parts))


def _visits(data: GraphData) -> Markup:
    visits = sorted((event for event in data.events if event.type == "Visit"), key=_when)
    if not visits:
        return Markup()
    labels = {entity.id: entity.label for entity in data.entities}
    rows = [_visit(event, labels) for event in visits[:VISITS_SHOWN]]
    caption = f"The first {len(rows)} of {len(visits)} visits" if len(visits) > len(rows) else "Visits"
    return _table(caption, rows, ("date", "who", "stops in order", "companions in order"))


def _when(event: Event) -> tuple[str, str]:
    return (event.date.edtf if event.date else "~", event.id)


def _visit(event: Event, labels: Mapping[str, str]) -> tuple[str, ...]:
    def names(role: str) -> list[str]:
        parts = [part for part in event.participations if part.role == role]
        ordered = sorted(parts, key=lambda part: part.position or 0)
        return [labels.get(part.official, part.official) for part in ordered]

    stops = [labels.get(stop, stop) for stop in event.stops]
    date = event.date.edtf if event.date else ""
    return date, _listed(names("principal")), _listed(stops, " → "), _listed(names("companion"))


def _listed(names: list[str], joint: str = ", ") -> str:
    rest = len(names) - NAMES_SHOWN
    return joint.join(names[:NAMES_SHOWN]) + (f" and {rest} more" if rest > 0 else "")


def _table(caption: str, rows: Iterable[tuple[object, ...]], head: tuple[str, ...] = ()) -> Markup:
    titles = _joined(Markup("<th>{}</th>").format(title) for title in head)
    lines = _joined(Markup("<tr>{}</tr>").format(_joined(map(_CELL.format, row))) for row in rows)
    first = Markup("<tr>{}</tr>").format(titles) if head else Markup()
    return Markup("<table><caption>{}</caption>{}{}</table>").format(caption, first, lines)


def _joined(parts: Iterable[Markup]) -> Markup:
    return Markup().join(parts)
