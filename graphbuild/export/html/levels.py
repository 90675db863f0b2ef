"""Places for the nodes of a large graph, community by community, and what an overview shows of them.

Each community is laid out for itself and drawn as a disc; discs that hold others are laid out of
discs. So an unchanged community keeps its shape when the graph around it grows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from graphbuild.export.html.communities import LONE, Part, divided, ties
from graphbuild.export.html.discs import circle, packed_discs
from graphbuild.export.html.layout import place, weighed
from graphbuild.export.html.stress import GAP, Floats, Links, degrees_of

WHOLE: Final = 3000
"""Graphs of up to this many nodes are shown at once, without communities."""

_MARGIN: Final = 30.0
_LEAST: Final = 0.7  # of the mean reach of the discs around


@dataclass(frozen=True, slots=True)
class Community:
    """A disc of an overview: `parent` is a place in the list of communities, -1 at the top.

    `hub` and `second` are the nodes that name it: the most connected two, or the first and the last
    of a group of nodes without links (`kind`, see `communities`). Lengths are pixels at zoom 1.
    """

    parent: int
    kind: int
    hub: int
    second: int
    size: int
    x: int
    y: int
    reach: int


@dataclass(frozen=True, slots=True)
class Overview:
    """A place for each node, the innermost community of each, and the communities, parents first."""

    spots: list[tuple[int, int]]
    homes: list[int]
    communities: list[Community]


@dataclass(slots=True)
class _Disc:
    """A part laid out around its own middle: the places of its members, or discs and their middles."""

    part: Part
    reach: float
    spots: Floats
    inside: list[_Disc]


def overview(
    boxes: Sequence[tuple[float, float]], links: Iterable[tuple[int, int]], names: Sequence[str]
) -> Overview:
    """Lay out a graph of more than `WHOLE` nodes; arguments as in `layout`, `names` sort the unconnected."""
    weights = weighed(links)
    sizes = np.array(boxes, dtype=np.float64).reshape(-1, 2)
    parts = divided(len(sizes), weights, lambda node: (names[node], node))
    inner = _inner_links(parts, weights)
    discs = [_disc(part, sizes, weights, inner) for part in parts]
    middles = _beside(discs, weights)
    return _gathered(discs, middles, degrees_of(len(sizes), weights))


def _disc(part: Part, sizes: Floats, links: Links, inner: dict[int, Links]) -> _Disc:
    if part.children:
        inside = [_disc(child, sizes, links, inner) for child in part.children]
        spots = _beside(inside, links)
        reaches = np.array([disc.reach for disc in inside])
    else:
        inside, own = [], sizes[part.members]
        spots = _sunflower(own) if part.kind == LONE else place(own, inner[id(part)], quick=True)
        reaches = np.sqrt((own * own).sum(axis=1)) / 2
    spots = spots - (spots.max(axis=0) + spots.min(axis=0)) / 2
    reach = float((np.sqrt((spots * spots).sum(axis=1)) + reaches).max()) + _MARGIN
    return _Disc(part, reach, spots, inside)


def _beside(discs: Sequence[_Disc], links: Links) -> Floats:
    """Place discs, those with links between them near each other."""
    mean = float(np.sqrt(sum(disc.reach * disc.reach for disc in discs) / max(1, len(discs))))
    for disc in discs:
        disc.reach = max(disc.reach, _LEAST * mean)  # a name has room on it
    return packed_discs([disc.reach + GAP for disc in discs], ties([disc.part for disc in discs], links))


def _sunflower(sizes: Floats) -> Floats:
    """Place boxes in a spiral that fills a disc (Vogel 1979), the first in the middle."""
    far = float(sizes.max()) * np.sqrt(np.arange(len(sizes), dtype=np.float64))
    return np.asarray(circle(len(sizes)) * far[:, None])


def _inner_links(parts: Sequence[Part], links: Links) -> dict[int, Links]:
    """Return the links inside each leaf, renumbered by position in it, keyed by identity of the leaf."""
    leaves = list(_leaves(parts))
    where = {node: (number, at) for number, leaf in enumerate(leaves) for at, node in enumerate(leaf.members)}
    found: list[dict[tuple[int, int], float]] = [{} for _ in leaves]
    for (a, b), weight in links.items():
        (leaf, place_a), (other, place_b) = where[a], where[b]
        if leaf == other:
            found[leaf][min(place_a, place_b), max(place_a, place_b)] = weight
    return {id(leaf): inner for leaf, inner in zip(leaves, found, strict=True)}


def _leaves(parts: Iterable[Part]) -> Iterable[Part]:
    for part in parts:
        if part.children:
            yield from _leaves(part.children)
        else:
            yield part


def _gathered(discs: Sequence[_Disc], middles: Floats, degrees: Sequence[int]) -> Overview:
    found = Overview([(0, 0)] * len(degrees), [-1] * len(degrees), [])

    def put(disc: _Disc, middle: Floats, parent: int) -> None:
        number = len(found.communities)
        found.communities.append(_community(disc, middle, parent, degrees))
        for child, spot in zip(disc.inside, disc.spots, strict=False):
            put(child, middle + spot, number)
        if not disc.inside:
            for node, spot in zip(disc.part.members, disc.spots, strict=True):
                found.spots[node] = (round(float(middle[0] + spot[0])), round(float(middle[1] + spot[1])))
                found.homes[node] = number

    for disc, middle in zip(discs, middles, strict=True):
        put(disc, middle, -1)
    return found


def _community(disc: _Disc, middle: Floats, parent: int, degrees: Sequence[int]) -> Community:
    members = disc.part.members
    if disc.part.kind == LONE:
        hub, second = members[0], members[-1]
    else:
        first = sorted(members, key=lambda node: (-degrees[node], node))[:2]
        hub, second = first[0], first[-1]
    x, y = (round(float(value)) for value in middle)
    return Community(parent, disc.part.kind, hub, second, len(members), x, y, round(disc.reach))
