"""Draws the ontology as one SVG: boxes where this file puts them, lines from domains and ranges.

Boxes stand for one class, or for several that have much in common. Properties that join the same two
boxes share a line; those that stay within a box are listed in it.
"""  # noqa: INP001 - beside docs/generate.py, which calls it

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import product
from typing import Final, TypeAlias

from graphbuild.ontology import Relation, ontology

Box: TypeAlias = tuple[str, ...]
Joins: TypeAlias = dict[tuple[Box, Box], list[str]]

BOXES: Final[dict[tuple[str, ...], tuple[int, int]]] = {
    ("Official",): (120, 330),
    ("Tenure",): (290, 470),
    ("Post",): (120, 610),
    ("Participation",): (300, 60),
    ("Stop",): (740, 60),
    ("Event", "Visit", "Meeting", "Talks"): (530, 190),
    ("Body", "Enterprise", "Project", "Place"): (900, 330),
    ("Claim",): (500, 570),
    ("Sentence",): (340, 690),
    ("Mention",): (690, 610),
    ("Document",): (900, 690),
}
"""The middle of each box, in pixels."""

LEFT_OUT: Final = frozenset({"possiblySameAs", "role", "topic"})
"""Properties that would join everything with everything, or lead out of the picture."""

_WIDTH, _HEIGHT, _LINE, _HALF = 1000, 720, 16, 75
_STYLE: Final = (
    "text{font:13px sans-serif;fill:#222;text-anchor:middle}.class{font-weight:bold}"
    ".label{font-size:11px;fill:#444}rect{fill:#f4f6fa;stroke:#56708f;rx:6}"
    "line{stroke:#8aa0b8;stroke-width:1.4;marker-end:url(#tip)}.back{fill:#fff;stroke:none;opacity:.85}"
)
_TIP: Final = (
    '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" '
    'orient="auto">'
    '<path d="M0 0 8 4 0 8z" fill="#8aa0b8"/></marker></defs>'
)


def diagram() -> str:
    """Return the picture; raises `ValueError` for a class that no box holds."""
    placed = {name for names in BOXES for name in names}
    if placed != set(ontology().classes):
        raise ValueError(f"docs/diagram.py should place {sorted(placed ^ set(ontology().classes))}")
    joins, inside = _joins()
    parts = [
        *_lines(joins),
        *(part for names in BOXES for part in _box(names, inside.get(names, []))),
        *_labels(joins),
    ]
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img">'
    title = "<title>Classes of the ontology and the properties that join them</title>"
    return "\n".join([head, title, f"<style>{_STYLE}</style>", _TIP, *parts, "</svg>\n"])


def _joins() -> tuple[
    dict[tuple[tuple[str, ...], tuple[str, ...]], list[str]], dict[tuple[str, ...], list[str]]
]:
    """Return the properties between two boxes, and those within one."""
    joins: Joins = {}
    inside: dict[Box, list[str]] = {}
    for name, relation in {**ontology().relations, **ontology().properties}.items():
        for ends in _ends(relation) if name not in LEFT_OUT else ():
            if ends[0] == ends[1]:
                inside.setdefault(ends[0], []).append(name)
            else:
                joins.setdefault(ends, []).append(name)
    return joins, inside


def _ends(relation: Relation) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    sides = [
        list(dict.fromkeys(names for end in side for names in BOXES if end in names))
        for side in (relation.domain, relation.range)
    ]
    yield from product(*sides)  # type: ignore[misc]


def _size(names: tuple[str, ...], inside: list[str]) -> int:
    return _LINE * (len(names) + (len(inside) + 1) // 2) + 14


def _box(names: tuple[str, ...], inside: list[str]) -> Iterator[str]:
    x, y = BOXES[names]
    height = _size(names, inside)
    top = y - height // 2
    yield f'<rect x="{x - _HALF}" y="{top}" width="{2 * _HALF}" height="{height}"/>'
    rows = [(name, "class") for name in names]
    rows += [(", ".join(inside[at : at + 2]), "label") for at in range(0, len(inside), 2)]
    for number, (text, kind) in enumerate(rows, 1):
        yield f'<text class="{kind}" x="{x}" y="{top + 3 + _LINE * number}">{escape(text)}</text>'


def _lines(joins: Joins) -> Iterator[str]:
    for start, end in joins:
        (x1, y1), (x2, y2) = _edge(start, end), _edge(end, start)
        yield f'<line x1="{x1:.0f}" y1="{y1:.0f}" x2="{x2:.0f}" y2="{y2:.0f}"/>'


def _edge(box: tuple[str, ...], other: tuple[str, ...]) -> tuple[float, float]:
    """Return where the line to another box leaves this one."""
    (x, y), (to_x, to_y) = BOXES[box], BOXES[other]
    _, inside = _joins()
    half = _size(box, inside.get(box, [])) / 2 + 3
    across, down = to_x - x, to_y - y
    share = min(
        (_HALF + 3) / abs(across) if across else 1.0,
        half / abs(down) if down else 1.0,
    )
    return x + across * share, y + down * share


def _labels(joins: Joins) -> Iterator[str]:
    for (start, end), names in joins.items():
        (x1, y1), (x2, y2) = _edge(start, end), _edge(end, start)
        near = 0.74 if (end, start) in joins else 0.5  # two ways: each label nearer to its tip
        x, y = x1 + (x2 - x1) * near, y1 + (y2 - y1) * near
        rows = [", ".join(names[at : at + 2]) for at in range(0, len(names), 2)]
        top = y - len(rows) * 7
        width = max(map(len, rows)) * 6
        size = f'width="{width}" height="{14 * len(rows)}"'
        yield f'<rect class="back" x="{x - width / 2:.0f}" y="{top:.0f}" {size}/>'
        for number, row in enumerate(rows, 1):
            yield f'<text class="label" x="{x:.0f}" y="{top + 14 * number - 3:.0f}">{escape(row)}</text>'
