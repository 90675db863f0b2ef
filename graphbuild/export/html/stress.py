"""One community on paper: stress majorisation, several starts, the least tangled one kept.

Stress majorisation is of Gansner, Koren and North (2004, "Graph drawing by stress
majorization"). Only sums, products and square roots are used and no BLAS, so that the same graph
gives the same coordinates on any machine.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Links = Mapping[tuple[int, int], float]
"""Undirected weighted links: keys (i, j) with i < j."""

GAP = 34.0
"""Free way between boxes that are linked, in pixels."""

_TURN = (-0.7373688780783197, 0.6754902942615238)  # cosine and sine of the golden angle
_STEPS = 90
_HASTE = 40  # steps where thousands of communities wait
_PRIMES = (1, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53)
_CLEAR = 24.0  # an edge nearer than this to a node seems to end there


def stress(sizes: Floats, links: Links, *, thorough: bool = False, quick: bool = False) -> Floats:
    """Return the centres of a small connected graph's boxes, hardly any overlapping.

    Distances on paper follow distances in the graph, which draws hubs to the middle. A thorough
    search tries several starts and keeps the plan with fewest crossings and edges through nodes; a
    quick one stops earlier, for the thousands of communities of a large graph.
    """
    if len(sizes) == 1:
        return np.zeros_like(sizes)
    wanted = _distances(sizes, links)
    tries = _PRIMES if thorough else _PRIMES[:1]
    plans = [_plan(sizes, links, wanted, prime, quick=quick) for prime in tries]
    return min(plans, key=lambda spots: _tangle(spots, sizes, links)) if len(plans) > 1 else plans[0]


def _plan(sizes: Floats, links: Links, wanted: Floats, prime: int, *, quick: bool) -> Floats:
    """Return one layout; `prime` shuffles the start."""
    spots = _spiral(degrees_of(len(sizes), links), float(wanted.max()) / 2, prime)
    x, y = _majorised(spots[:, 0], spots[:, 1], wanted, _HASTE if quick else _STEPS)
    return _untangled(_broad(np.stack([x, y], axis=1)), sizes, 120 if quick else 400)


def _majorised(x: Floats, y: Floats, wanted: Floats, steps: int) -> tuple[Floats, Floats]:
    """Move every node to where the others want it, half way at a time (the localised update of the paper)."""
    pull = 1.0 / (wanted * wanted)
    np.fill_diagonal(pull, 0.0)
    total, bare = pull.sum(axis=1), pull * wanted
    for _ in range(steps):
        across, down = x[:, None] - x, y[:, None] - y
        push = bare / (np.sqrt(across * across + down * down) + 1e-9)
        rest, own = pull - push, push.sum(axis=1)
        x, y = (
            ((rest * x).sum(axis=1) / total + x * (own / total) + x) / 2,
            ((rest * y).sum(axis=1) / total + y * (own / total) + y) / 2,
        )
    return x, y


def _tangle(spots: Floats, sizes: Floats, links: Links) -> float:
    """Measure what troubles a reader: crossings, edges through nodes, and paper used."""
    ends = np.array(list(links), dtype=np.intp).reshape(-1, 2)
    spread = (spots + sizes / 2).max(axis=0) - (spots - sizes / 2).min(axis=0)
    paper = float(spread[0] * spread[1]) / float((sizes[:, 0] * sizes[:, 1]).sum())
    return _crossings(spots, ends) + 2.0 * _touches(spots, ends) + 0.5 * paper


def _crossings(spots: Floats, ends: NDArray[np.intp]) -> float:
    a, b = spots[ends[:, 0]], spots[ends[:, 1]]
    side = _side(a[:, None], b[:, None], a[None]) * _side(a[:, None], b[:, None], b[None])
    return float(((side < 0) & (side.T < 0)).sum()) / 2


def _side(a: Floats, b: Floats, point: Floats) -> Floats:
    way, far = b - a, point - a
    return np.asarray(np.sign(way[..., 0] * far[..., 1] - way[..., 1] * far[..., 0]))


def _touches(spots: Floats, ends: NDArray[np.intp]) -> float:
    """Count nodes that lie on edges which are not theirs."""
    a, way = spots[ends[:, 0]][:, None], (spots[ends[:, 1]] - spots[ends[:, 0]])[:, None]
    along = ((spots[None] - a) * way).sum(axis=2) / ((way * way).sum(axis=2) + 1e-9)
    off = spots[None] - a - way * np.clip(along, 0.0, 1.0)[:, :, None]
    near = (off * off).sum(axis=2) < _CLEAR * _CLEAR
    rows = np.arange(len(ends))
    near[rows, ends[:, 0]] = near[rows, ends[:, 1]] = False
    return float(near.sum())


def degrees_of(count: int, links: Links) -> list[int]:
    """Return how many links each of `count` nodes has."""
    degrees = [0] * count
    for a, b in links:
        degrees[a] += 1
        degrees[b] += 1
    return degrees


def _distances(sizes: Floats, links: Links) -> Floats:
    """Return wanted distances: shortest paths, where a link to a hub is longer than others."""
    count = len(sizes)
    radius = np.sqrt(sizes[:, 0] * sizes[:, 1]) / 2
    degrees = degrees_of(count, links)
    paths = np.full((count, count), np.inf)
    np.fill_diagonal(paths, 1.0)  # never used, but must not be zero
    for place, (a, b) in enumerate(links):
        crowd = max(1.0, float(np.sqrt(max(degrees[a], degrees[b]) / 7)))
        ring = 1.0 if min(degrees[a], degrees[b]) > 1 else (1.0, 1.25)[place % 2]  # leaves in two rings
        paths[a, b] = paths[b, a] = (radius[a] + radius[b] + GAP) * crowd * ring
    for via in range(count):
        np.minimum(paths, paths[:, via, None] + paths[None, via, :], out=paths)
    return paths


def _spiral(degrees: list[int], reach: float, prime: int) -> Floats:
    """Start in a sunflower (Vogel 1979), the node with most links in the middle."""
    order = sorted(range(len(degrees)), key=lambda node: (-degrees[node], node * prime % 101, node))
    spots, (cosine, sine), (x, y) = np.zeros((len(order), 2)), _TURN, (1.0, 0.0)
    for rank, node in enumerate(order):
        distance = reach * float(np.sqrt(rank / len(order)))
        spots[node] = (x * distance, y * distance)
        x, y = x * cosine - y * sine, x * sine + y * cosine
    return spots


def _broad(spots: Floats) -> Floats:
    """Lay the longer axis across: screens and labels are wider than high."""
    spread = spots.max(axis=0) - spots.min(axis=0)
    return spots if spread[0] >= spread[1] else np.ascontiguousarray(spots[:, ::-1])


def _untangled(spots: Floats, sizes: Floats, steps: int) -> Floats:
    """Push overlapping boxes apart along the shorter way, half the overlap each."""
    x, y = spots[:, 0], spots[:, 1]
    wide, high = ((sizes[:, axis, None] + sizes[None, :, axis]) / 2 for axis in (0, 1))
    side = np.triu(np.ones((len(sizes), len(sizes))), 1)
    side = side - side.T  # decides which way equal coordinates part
    for _ in range(steps):
        across, down = x[:, None] - x, y[:, None] - y
        over_x, over_y = wide - np.abs(across), high - np.abs(down)
        hit = (over_x > 0) & (over_y > 0)
        np.fill_diagonal(hit, False)
        if not hit.any():
            break
        sideways = over_x < over_y
        x = x + _pushed(across, over_x, hit & sideways, side)
        y = y + _pushed(down, over_y, hit & ~sideways, side)
    return np.stack([x, y], axis=1)


def _pushed(apart: Floats, over: Floats, hit: NDArray[np.bool_], side: Floats) -> Floats:
    way = np.where(apart != 0, np.sign(apart), -side)
    return np.asarray(np.where(hit, way * (over + 1.0) / 2, 0.0).sum(axis=1) * 0.6)
