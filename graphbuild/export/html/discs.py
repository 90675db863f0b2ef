"""Discs packed on paper: no two overlap, each as near as it can be to those that it is tied to.

One disc after the other takes the best place that touches one already placed, as in the packing of
Wang et al. (2006, "Visualization of large hierarchical data by circle packing"), but drawn by ties.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import numpy as np

from graphbuild.export.html.stress import Floats

_ANGLES: Final = 36
_BROAD: Final = 1.4  # screens are wider than high
_INWARD: Final = 0.35  # how much the middle draws, against the discs that one is tied to


def packed_discs(reaches: Sequence[float], ties: Sequence[Mapping[int, float]]) -> Floats:
    """Return the middles of discs; `ties` maps each to the weights of others. Placed in their order."""
    spots = np.zeros((len(reaches), 2))
    radii = np.array(reaches, dtype=np.float64)
    for disc in range(1, len(radii)):
        found = _candidates(spots[:disc], radii[:disc], float(radii[disc]))
        pull = [(other, weight) for other, weight in sorted(ties[disc].items()) if other < disc]
        aim = _mean(spots, pull)
        spots[disc] = found[int(np.argmin(_far(found, aim) + _INWARD * _far(found, np.zeros(2))))]
    return spots


def circle(count: int) -> Floats:
    """Return that many points on the unit circle, by products alone: the same on any machine."""
    return np.array(list(_turns(count)))


def _turns(count: int) -> Iterator[tuple[float, float]]:
    # Angles double from an eighth of a circle would be exact; a golden angle spreads any number.
    cosine, sine = -0.7373688780783197, 0.6754902942615238
    x, y = 1.0, 0.0
    for _ in range(count):
        yield x, y
        x, y = x * cosine - y * sine, x * sine + y * cosine


def _candidates(spots: Floats, radii: Floats, radius: float) -> Floats:
    """Return places where a disc touches a placed one and overlaps none."""
    around = circle(_ANGLES)[None, :, :] * (radii + radius)[:, None, None]
    places = (spots[:, None, :] + around).reshape(-1, 2)
    apart = places[:, None, :] - spots[None, :, :]
    clear = np.sqrt((apart * apart).sum(axis=2)) >= (radii + radius)[None, :] - 1e-6
    return np.asarray(places[clear.all(axis=1)])


def _mean(spots: Floats, pull: Sequence[tuple[int, float]]) -> Floats:
    total = sum(weight for _, weight in pull)
    if not total:
        return np.zeros(2)
    return np.array(
        [sum(float(spots[other, axis]) * weight for other, weight in pull) / total for axis in (0, 1)]
    )


def _far(places: Floats, point: Floats) -> Floats:
    apart = (places - point) * np.array([1.0, _BROAD])
    return np.asarray(np.sqrt((apart * apart).sum(axis=1)))
