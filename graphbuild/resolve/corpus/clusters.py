"""Clusters of profiles: the most alike join first, until none are alike enough."""

from __future__ import annotations

import heapq
from itertools import combinations, product
from typing import TYPE_CHECKING, Final, NamedTuple

from graphbuild.resolve.corpus.features import compare, interleaved, probability, score
from graphbuild.resolve.corpus.profiles import merged
from graphbuild.resolve.corpus.values import Doubt
from graphbuild.resolve.corpus.weights import weight

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from graphbuild.resolve.corpus.features import Feature
    from graphbuild.resolve.corpus.values import Profile

    Apart = Callable[[Profile, Profile], bool]

_MOST: Final = 160
"""How many profiles are compared each with each; larger blocks go portion by portion."""
_ALONE: Final = ("one document",)


class Cluster(NamedTuple):
    """Profiles that are one; `score` is the weakest at which they joined, `reasons` what spoke for that."""

    members: tuple[Profile, ...]
    score: float = 99.0
    reasons: tuple[str, ...] = _ALONE

    @property
    def whole(self) -> Profile:
        """All of the members as one profile."""
        return merged(self.members)


def cluster(profiles: Iterable[Profile], apart: Apart) -> tuple[list[Cluster], list[Doubt]]:
    """Group the profiles of one name; `apart` says which must never be one."""
    groups = [Cluster((each,)) for each in sorted(profiles, key=lambda each: each.order)]
    for sort in _PORTIONS:
        if len(groups) <= _MOST:
            break
        groups = _in_portions(sorted(groups, key=sort), apart)
    if len(groups) > _MOST:
        return groups, []
    joining = _Joining(groups, apart)
    return joining.clusters(), joining.doubts()


def _by_home(group: Cluster) -> tuple[object, ...]:
    first = group.members[0]
    return (min((seen.post.home for seen in first.posts), default=""), first.places, first.order)


def _by_companions(group: Cluster) -> tuple[object, ...]:
    return (group.members[0].companions, group.members[0].order)


_PORTIONS: Final = (_by_home, _by_companions)


def _in_portions(groups: Sequence[Cluster], apart: Apart) -> list[Cluster]:
    portions = (groups[at : at + _MOST] for at in range(0, len(groups), _MOST))
    return [each for portion in portions for each in _Joining(portion, apart).clusters()]


class _Joining:
    """Average linkage: a pair of groups scores the mean over the pairs of profiles between them."""

    def __init__(self, groups: Sequence[Cluster], apart: Apart) -> None:
        self._apart = apart
        self._groups = dict(enumerate(groups))
        self._parts: dict[int, tuple[int, ...]] = {number: (number,) for number in self._groups}
        self._features: dict[tuple[int, int], tuple[Feature, ...]] = {}
        self._scores: dict[tuple[int, int], float] = {}
        self._wholes = {number: group.whole for number, group in self._groups.items()}
        for (i, one), (j, two) in combinations(self._wholes.items(), 2):
            self._features[i, j] = compare(one, two)
            self._scores[i, j] = score(self._features[i, j])
        self._run()

    def clusters(self) -> list[Cluster]:
        return sorted(self._groups.values(), key=lambda group: group.members[0].order)

    def doubts(self) -> list[Doubt]:
        """Return the pairs of clusters that are not sure enough to join, yet likely to be one."""
        found = []
        for i, j in combinations(sorted(self._groups), 2):
            mean = self._mean(i, j)
            if mean >= weight("thresholds", "doubt") and not self._barred(i, j):
                ends = sorted(self._groups[each].whole.entity for each in (i, j))
                found.append(Doubt(ends[0], ends[1], probability(mean), self._reasons(i, j)))
        return found

    def _run(self) -> None:
        join = weight("thresholds", "join")
        heap = [(-mean, pair) for pair, mean in self._scores.items() if mean >= join]
        heapq.heapify(heap)
        new = len(self._groups)
        while heap:
            mean, (i, j) = heapq.heappop(heap)
            if i in self._groups and j in self._groups and not self._barred(i, j):
                self._join(i, j, new, -mean)
                for other in self._groups:
                    if other != new and (next_mean := self._mean(other, new)) >= join:
                        heapq.heappush(heap, (-next_mean, (other, new)))
                new += 1

    def _join(self, i: int, j: int, new: int, mean: float) -> None:
        reasons = self._reasons(i, j)
        one, two = self._groups.pop(i), self._groups.pop(j)
        members = tuple(sorted((*one.members, *two.members), key=lambda each: each.order))
        weakest = min((one.score, one.reasons), (two.score, two.reasons), (mean, reasons))
        self._groups[new] = Cluster(members, *weakest)
        self._wholes[new] = self._groups[new].whole
        self._parts[new] = (*self._parts.pop(i), *self._parts.pop(j))

    def _pairs(self, i: int, j: int) -> list[tuple[int, int]]:
        return [(min(a, b), max(a, b)) for a, b in product(self._parts[i], self._parts[j])]

    def _mean(self, i: int, j: int) -> float:
        pairs = self._pairs(i, j)
        mean = sum(self._scores[pair] for pair in pairs) / len(pairs)
        return mean + (weight("post", "interleaved") if self._interleaved(i, j) else 0.0)

    def _interleaved(self, i: int, j: int) -> bool:
        return interleaved(self._wholes[i], self._wholes[j])

    def _reasons(self, i: int, j: int) -> tuple[str, ...]:
        """Return the features of the best pair between two groups."""
        best = max(self._pairs(i, j), key=lambda pair: (self._scores[pair], pair))
        return tuple(str(feature) for feature in self._features[best])

    def _barred(self, i: int, j: int) -> bool:
        pairs = product(self._groups[i].members, self._groups[j].members)
        return any(self._apart(one, two) for one, two in pairs)
