"""Where nodes go: communities found first, each laid out by stress, boxes never overlapping.

Communities come from Leiden (Traag, Waltman and van Eck 2019, "From Louvain to Leiden"), the
positions in each from `stress`. Large graphs recurse: communities are laid out like nodes, so
the cost stays about linear. Coordinates are rounded to integers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import graspologic_native
import numpy as np

from graphbuild.export.html.communities import SEED, components
from graphbuild.export.html.stress import GAP, Floats, Links, stress

_FEW = 60  # graphs up to this many nodes are worth a thorough search
_WHOLE = 110  # up to this many nodes are laid out at once; a stress step costs its square


def layout(boxes: Sequence[tuple[float, float]], links: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the centre of each box (width, height), nodes that are linked near each other.

    The links are pairs of indices into `boxes`; their order, direction and number do not matter
    but for weight. The unit is a screen pixel at zoom 1.
    """
    sizes = np.array(boxes, dtype=np.float64).reshape(-1, 2)
    spots = place(sizes, weighed(links), thorough=len(boxes) <= _FEW)
    return [(round(float(x)), round(float(y))) for x, y in spots]


def weighed(links: Iterable[tuple[int, int]]) -> Links:
    """Count links between the same two nodes, in either direction; those to itself are left out."""
    weights: dict[tuple[int, int], float] = defaultdict(float)
    for a, b in links:
        if a != b:
            weights[min(a, b), max(a, b)] += 1.0
    return dict(sorted(weights.items()))


def place(sizes: Floats, links: Links, *, thorough: bool = False, quick: bool = False) -> Floats:
    """Place boxes around the origin: each connected component for itself, then side by side."""
    parts = components(len(sizes), links)
    if len(parts) == 1:
        return _connected(sizes, links, thorough=thorough, quick=quick)
    inner = _within(parts, links)
    spots = [
        _connected(sizes[p], own, thorough=thorough, quick=quick) for p, own in zip(parts, inner, strict=True)
    ]
    return _joined(sizes, parts, spots, _rows(_extents(sizes, parts, spots)))


def _connected(sizes: Floats, links: Links, *, thorough: bool, quick: bool) -> Floats:
    if len(sizes) <= _WHOLE:
        return stress(sizes, links, thorough=thorough, quick=quick)
    parts = _communities(len(sizes), links)
    spots = [
        place(sizes[part], inner, quick=quick)
        for part, inner in zip(parts, _within(parts, links), strict=True)
    ]
    outer = np.array(_extents(sizes, parts, spots)) + GAP
    return _joined(sizes, parts, spots, place(outer, _between(parts, links), quick=quick))


def _joined(sizes: Floats, parts: list[list[int]], spots: list[Floats], centres: Floats) -> Floats:
    placed = np.zeros_like(sizes)
    for part, spot, centre in zip(parts, spots, centres, strict=True):
        placed[part] = _centred(spot, sizes[part]) + centre
    return placed


def _communities(count: int, links: Links) -> list[list[int]]:
    """Split a connected graph into communities of at most `_WHOLE` nodes, sorted by first node."""
    edges = [(f"{a:09}", f"{b:09}", weight) for (a, b), weight in links.items()]
    found = graspologic_native.hierarchical_leiden(edges, max_cluster_size=_WHOLE, seed=SEED)
    groups: dict[int, list[int]] = defaultdict(list)
    for item in found:
        if item.is_final_cluster:
            groups[item.cluster].append(int(item.node))
    parts = sorted(sorted(group) for group in groups.values())
    if 1 < len(parts) <= count * 0.7:
        return parts
    # Leiden found nothing to join (or to split): cut evenly, so that the recursion always ends.
    return [list(range(start, min(start + _WHOLE, count))) for start in range(0, count, _WHOLE)]


def _membership(parts: list[list[int]]) -> dict[int, tuple[int, int]]:
    return {node: (index, place) for index, part in enumerate(parts) for place, node in enumerate(part)}


def _within(parts: list[list[int]], links: Links) -> list[dict[tuple[int, int], float]]:
    """Return the links inside each part, renumbered by position in the part."""
    home = _membership(parts)
    inner: list[dict[tuple[int, int], float]] = [{} for _ in parts]
    for (a, b), weight in links.items():
        (part_a, place_a), (part_b, place_b) = home[a], home[b]
        if part_a == part_b:
            inner[part_a][min(place_a, place_b), max(place_a, place_b)] = weight
    return inner


def _between(parts: list[list[int]], links: Links) -> dict[tuple[int, int], float]:
    """Return the links between parts, numbered by part, weights added."""
    home = _membership(parts)
    outer: dict[tuple[int, int], float] = defaultdict(float)
    for (a, b), weight in links.items():
        part_a, part_b = home[a][0], home[b][0]
        if part_a != part_b:
            outer[min(part_a, part_b), max(part_a, part_b)] += weight
    return dict(sorted(outer.items()))


def _extents(sizes: Floats, parts: list[list[int]], spots: list[Floats]) -> list[tuple[float, float]]:
    return [_extent(spot, sizes[part]) for spot, part in zip(spots, parts, strict=True)]


def _extent(spots: Floats, sizes: Floats) -> tuple[float, float]:
    """Return width and height of the smallest box around placed boxes."""
    size = (spots + sizes / 2).max(axis=0) - (spots - sizes / 2).min(axis=0)
    return float(size[0]), float(size[1])


def _centred(spots: Floats, sizes: Floats) -> Floats:
    middle = ((spots + sizes / 2).max(axis=0) + (spots - sizes / 2).min(axis=0)) / 2
    return np.asarray(spots - middle)


def _rows(extents: list[tuple[float, float]]) -> Floats:
    """Set boxes in centred rows, in the order given, about as wide as high in all."""
    area = sum((width + GAP) * (height + GAP) for width, height in extents)
    limit = max([1.3 * float(np.sqrt(area)), *(width for width, _ in extents)])
    rows: list[list[int]] = [[]]
    used = 0.0
    for index, (width, _) in enumerate(extents):
        if rows[-1] and used + width > limit:
            rows.append([])
            used = 0.0
        rows[-1].append(index)
        used += width + GAP
    return _row_centres(rows, extents)


def _row_centres(rows: list[list[int]], extents: list[tuple[float, float]]) -> Floats:
    centres, top = np.zeros((len(extents), 2)), 0.0
    for row in rows:
        left = -(sum(extents[index][0] for index in row) + GAP * (len(row) - 1)) / 2
        tallest = max((extents[index][1] for index in row), default=0.0)
        for index in row:
            centres[index] = (left + extents[index][0] / 2, top + tallest / 2)
            left += extents[index][0] + GAP
        top += tallest + GAP
    return centres
