"""Clusters of profiles: the most alike join first, until none are alike enough."""

from __future__ import annotations

import heapq
from collections import defaultdict
from itertools import combinations, product
from typing import TYPE_CHECKING, Final, NamedTuple

from graphbuild.model import Doubt
from graphbuild.resolve.corpus.constraints import named_apart, named_together, seated, seated_apart
from graphbuild.resolve.corpus.features import (
    compare,
    kindred,
    probability,
    score,
    settled,
    side_by_side,
    strayed,
)
from graphbuild.resolve.corpus.profiles import merged
from graphbuild.resolve.corpus.weights import weight

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from graphbuild.resolve.corpus.features import Feature, Kindred
    from graphbuild.resolve.corpus.values import Profile, Seen

    Apart = frozenset[frozenset[str]]
    Pair = tuple[int, int]

_MOST: Final = 160
"""How many profiles are compared each with each; larger blocks go portion by portion."""
_ALONE: Final = ("one document",)


class Cluster(NamedTuple):
    """Profiles that are one, and all of them as one profile.

    `score` is the weakest at which they joined, `reasons` what spoke for that.
    """

    members: tuple[Profile, ...]
    whole: Profile
    score: float = 99.0
    reasons: tuple[str, ...] = _ALONE


def cluster(profiles: Iterable[Profile], apart: Apart) -> tuple[list[Cluster], list[Doubt]]:
    """Group the profiles of one name; `apart` holds pairs of ids that must never be one.

    Nor are those one whom one document names both, or who were in office in two places at one time.
    """
    groups = [Cluster((each,), each) for each in sorted(profiles, key=lambda each: each.order)]
    if len(groups) < 2:
        return groups, []
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
        self._groups: dict[int, Cluster] = {}
        self._wholes: dict[int, Profile] = {}
        self._settled: dict[int, list[Seen]] = {}
        self._seated: dict[int, list[Seen]] = {}
        self._sizes = dict.fromkeys(range(len(groups)), 1)
        self._best: dict[Pair, tuple[float, tuple[Feature, ...]]] = {}
        self._means: dict[Pair, float] = {}
        self._new = len(groups)
        for number, group in enumerate(groups):
            self._put(number, group)
        self._compare_all()
        self._run()
        self._run_astray()

    def _put(self, number: int, group: Cluster) -> None:
        self._groups[number] = group
        self._wholes[number] = group.whole
        self._settled[number] = settled(group.whole)
        self._seated[number] = [seen for member in group.members for seen in seated(member)]

    def _compare_all(self) -> None:
        """Compare each with each; what names and posts say is the same for many pairs."""
        kinds: defaultdict[object, int] = defaultdict(lambda: len(kinds))
        of = {
            number: kinds[whole.names[0], tuple(seen.post for seen in whole.posts)]
            for number, whole in self._wholes.items()
        }
        known: dict[Pair, Kindred] = {}
        for (i, one), (j, two) in combinations(self._wholes.items(), 2):
            pair = of[i], of[j]
            if pair not in known:
                known[pair] = kindred(one, two)
            self._compare(i, j, compare(one, two, known=known[pair]))

    def _compare(self, i: int, j: int, features: tuple[Feature, ...]) -> None:
        self._means[i, j] = score(features)
        self._best[i, j] = (self._means[i, j], features)

    def _run_astray(self) -> None:
        """Look again at what is left alone: its place may be misread, which one article's word can be."""
        alone = {number for number, whole in self._wholes.items() if whole.size == 1}
        for i, j in combinations(sorted(self._groups), 2):
            one, two = self._wholes[i], self._wholes[j]
            if {i, j} & alone and strayed(one, two):
                self._compare(i, j, compare(one, two, misread=True))
        self._run()

    def clusters(self) -> list[Cluster]:
        return sorted(self._groups.values(), key=lambda group: group.members[0].order)

    def doubts(self) -> list[Doubt]:
        """Return the pairs of clusters that are not sure enough to join, yet likely to be one."""
        found = []
        for pair in combinations(sorted(self._groups), 2):
            mean = self._mean(*pair)
            if mean >= weight("thresholds", "doubt") and not self._barred(*pair):
                ends = sorted(self._wholes[each].entity for each in pair)
                found.append(Doubt(ends[0], ends[1], probability(mean), self._reasons(*pair)))
        return found

    def _run(self) -> None:
        join = weight("thresholds", "join")
        means = ((self._mean(*pair), pair) for pair in combinations(sorted(self._groups), 2))
        heap = [(-mean, pair) for mean, pair in means if mean >= join]
        heapq.heapify(heap)
        while heap:
            mean, (i, j) = heapq.heappop(heap)
            if i not in self._groups or j not in self._groups or self._barred(i, j):
                continue
            new = self._join(i, j, -mean)
            for other in self._groups:
                if other != new and (next_mean := self._mean(other, new)) >= join:
                    heapq.heappush(heap, (-next_mean, (other, new)))

    def _join(self, i: int, j: int, mean: float) -> int:
        new, reasons = self._new, self._reasons(i, j)
        self._new += 1
        one, two = self._groups.pop(i), self._groups.pop(j)
        members = tuple(sorted((*one.members, *two.members), key=lambda each: each.order))
        weakest = min((one.score, one.reasons), (two.score, two.reasons), (mean, reasons))
        for other in self._groups:
            first, second = _pair(i, other), _pair(j, other)
            total = self._means[first] * self._sizes[i] + self._means[second] * self._sizes[j]
            self._means[other, new] = total / (self._sizes[i] + self._sizes[j])
            self._best[other, new] = max(self._best[first], self._best[second])
        whole = merged((self._wholes.pop(i), self._wholes.pop(j)))
        self._put(new, Cluster(members, whole, *weakest))
        self._sizes[new] = self._sizes.pop(i) + self._sizes.pop(j)
        return new

    def _mean(self, i: int, j: int) -> float:
        between = side_by_side(self._settled[i], self._settled[j])
        return self._means[_pair(i, j)] + (weight("post", "interleaved") if between else 0.0)

    def _reasons(self, i: int, j: int) -> tuple[str, ...]:
        """Return the features of the best pair between two groups."""
        return tuple(str(feature) for feature in self._best[_pair(i, j)][1])

    def _barred(self, i: int, j: int) -> bool:
        """Whether any member of the one group can never be one with any of the other."""
        one, two = self._wholes[i], self._wholes[j]
        if named_together(one, two) or named_apart(one, two):
            return True
        return seated_apart(self._seated[i], self._seated[j]) or self._told_apart(i, j)

    def _told_apart(self, i: int, j: int) -> bool:
        pairs = product(self._groups[i].members, self._groups[j].members) if self._apart else ()
        return any(frozenset((one.entity, two.entity)) in self._apart for one, two in pairs)


def _pair(i: int, j: int) -> Pair:
    return (i, j) if i < j else (j, i)
