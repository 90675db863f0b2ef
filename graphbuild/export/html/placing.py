"""Where the nodes of a page stand: room for names in small graphs, communities in large ones."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from graphbuild.export.folding import Arrow, Folded
from graphbuild.export.html.layout import layout
from graphbuild.export.html.levels import WHOLE, Community, Overview, overview

Spot = tuple[int, int]

_ROOMY: Final = 160  # graphs up to this many nodes get room for every label
_SMALL_BOX: Final = (46.0, 40.0)
_LINE: Final = 140.0  # px at which the page breaks a label
_WIDE: Final = frozenset("WF")


@dataclass(frozen=True, slots=True)
class Places:
    """A spot for each node by id, the number of its community (from 1, 0 for none), and these."""

    spots: dict[str, Spot]
    homes: dict[str, int]
    communities: list[dict[str, Any]]


def places(view: Folded, hidden: Collection[str]) -> Places:
    """Place what is shown at first; nodes `hidden` at first then take free spots near their own."""
    shown = [node for node in view.nodes if node.id not in hidden]
    index = {node.id: number for number, node in enumerate(shown)}
    ends = [(index[a.subject], index[a.object]) for a in view.arrows if {a.subject, a.object} <= index.keys()]
    boxes = [_box(node.label) if len(shown) <= _ROOMY else _SMALL_BOX for node in shown]
    if len(shown) <= WHOLE:
        found = Overview(layout(boxes, ends), [-1] * len(shown), [])
    else:
        found = overview(boxes, ends, [node.label for node in shown])
    spots = {node.id: spot for node, spot in zip(shown, found.spots, strict=True)}
    homes = {node.id: home + 1 for node, home in zip(shown, found.homes, strict=True)}
    near = _neighbours(hidden, spots, view.arrows)
    homes |= {name: homes[near[name][0]] if near[name] else min(1, len(found.communities)) for name in hidden}
    names = [node.id for node in shown]
    return Places(
        spots | _beside(sorted(hidden), spots, near),
        homes, [_community(community, names) for community in found.communities],
    )  # fmt: skip


def _community(community: Community, names: list[str]) -> dict[str, Any]:
    """Return a community as the page reads it; `names` are the ids of the nodes laid out."""
    return {
        "parent": community.parent + 1, "kind": community.kind, "size": community.size,
        "hub": names[community.hub], "second": names[community.second],
        "cx": community.x, "cy": community.y, "reach": community.reach,
    }  # fmt: skip


def _box(label: str) -> tuple[float, float]:
    """Return width and height of a node with its label below, broken into at most three lines."""
    width = 0.0
    for letter in label[:80]:
        width += 13.0 if unicodedata.east_asian_width(letter) in _WIDE else 6.9
    lines = 1 if width <= _LINE else 2 if width < 1.9 * _LINE else 3
    return max(52.0, min(width, _LINE)) + 14.0, 40.0 + 15.0 * lines


def _neighbours(
    names: Collection[str], spots: Mapping[str, Spot], arrows: Iterable[Arrow]
) -> defaultdict[str, list[str]]:
    """Return the neighbours of some nodes that have spots."""
    near: defaultdict[str, list[str]] = defaultdict(list)
    for arrow in arrows:
        for end, other in ((arrow.subject, arrow.object), (arrow.object, arrow.subject)):
            if end in names and other in spots:
                near[end].append(other)
    return near


def _beside(
    names: Iterable[str], spots: Mapping[str, Spot], near: Mapping[str, list[str]]
) -> dict[str, Spot]:
    """Find free spots near the mean of the neighbours, on a grid of cells, in rings outwards."""
    taken = {_cell(*spot) for spot in spots.values()}
    found = {}
    for name in names:
        around = [spots[other] for other in near[name]] or [(0, 0)]
        cell = _cell(sum(x for x, _ in around) // len(around), sum(y for _, y in around) // len(around))
        cell = _free(cell, taken)
        taken.add(cell)
        found[name] = (cell[0] * 80 + 40, cell[1] * 60 + 30)
    return found


def _cell(x: int, y: int) -> tuple[int, int]:
    return x // 80, y // 60


def _free(cell: tuple[int, int], taken: set[tuple[int, int]]) -> tuple[int, int]:
    ring = 0
    while True:
        for dx in range(-ring, ring + 1):
            for dy in range(-ring, ring + 1) if abs(dx) == ring else (-ring, ring):
                if (cell[0] + dx, cell[1] + dy) not in taken:
                    return cell[0] + dx, cell[1] + dy
        ring += 1
