"""Links between blocks: other forms of a name, and surnames alone."""

from __future__ import annotations

import math
from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from graphbuild.model import Doubt
from graphbuild.resolve.corpus.constraints import in_two_places, named_together
from graphbuild.resolve.corpus.features import Feature, compare, probability, score
from graphbuild.resolve.corpus.names import Form, form, name_block, nicknames, read_name, telling
from graphbuild.resolve.corpus.profiles import merged
from graphbuild.resolve.corpus.unions import Unions
from graphbuild.resolve.corpus.values import Link, Linked, Profile
from graphbuild.resolve.corpus.weights import weight

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    Compared = tuple[float, tuple[Feature, ...], Profile]


def link_keys(profile: Profile) -> tuple[str, ...]:
    """Return the keys under which a profile is compared with those of other blocks: the parts of its name.

    Only people have other forms of a name that no key foresees.
    """
    if profile.type != "Official":
        return ()
    return tuple(sorted({part for name in profile.names for part in read_name(name).parts}))


def link_block(key: str, profiles: Iterable[Profile]) -> Linked:
    """Decide which profiles that share a key are one entity under different forms of a name.

    First full names join full names; then a surname alone joins the one person whom it fits, if its
    post makes that unambiguous. The result does not depend on the order of the profiles.
    """
    ordered = sorted(profiles, key=lambda each: each.order)
    full = [each for each in ordered if not _alone(each)]
    links, doubts = _variants(key, full)
    people = _People(full, links)
    for short in filter(_alone, ordered):
        found = _short(short, people)
        links.extend(found.links)
        doubts.extend(found.doubts)
    return Linked(tuple(links), tuple(doubts))


def _alone(profile: Profile) -> bool:
    return read_name(profile.names[0]).short


def _variants(key: str, full: Sequence[Profile]) -> tuple[list[Link], list[Doubt]]:
    links, doubts = [], []
    for one, two in _candidates(key, full):
        if form(one.names[0], two.names[0]) in {Form.NONE, Form.SHORT} or in_two_places(one, two):
            continue
        features = _compared(one, two)
        total = score(features)
        if total >= weight("thresholds", "join"):
            links.append(Link(one, two, probability(total), tuple(map(str, features))))
        elif total >= weight("thresholds", "doubt"):
            doubts.append(_doubt(one, two, total, features))
    return links, doubts


def _compared(one: Profile, two: Profile) -> tuple[Feature, ...]:
    features = compare(one, two)
    if named_together(one, two):
        return (*features, Feature("together", "forms", weight("together", "forms")))
    return features


def _doubt(one: Profile, two: Profile, total: float, features: tuple[Feature, ...]) -> Doubt:
    left, right = sorted((one.entity, two.entity))
    return Doubt(left, right, probability(total), tuple(map(str, features)))


def _candidates(key: str, full: Sequence[Profile]) -> Iterator[tuple[Profile, Profile]]:
    """Yield each pair whose names differ and share the beginning of another part than the key.

    A name that is the key and one part more ("Rodriguez" in "Julie Rodriguez") shares that part too.
    """
    buckets: defaultdict[str, list[Profile]] = defaultdict(list)
    for each in full:
        parts = [part for part in read_name(each.names[0]).parts if part != key]
        for start in sorted({start for part in parts for start in _starts(part)}):
            buckets[start].append(each)
    seen: set[tuple[str, str]] = set()
    for _, bucket in sorted(buckets.items()):
        for one, two in combinations(bucket, 2):
            pair = (one.entity, two.entity)
            if pair not in seen and name_block(one.names[0]) != name_block(two.names[0]):
                seen.add(pair)
                yield one, two


def _starts(part: str) -> set[str]:
    return {name[:2] for name in nicknames().get(part, frozenset((part,)))}


class _People:
    """The people of a block under all their full names, found by what posts have in common."""

    def __init__(self, full: Sequence[Profile], links: Sequence[Link]) -> None:
        unions = Unions(each.entity for each in full)
        for link in links:
            unions.join(link.left.entity, link.right.entity)
        groups: defaultdict[str, list[Profile]] = defaultdict(list)
        for each in full:
            groups[unions.find(each.entity)].append(each)
        self._by: defaultdict[str, list[Profile]] = defaultdict(list)
        wholes = [merged(group) for group in groups.values()]
        self.only = wholes[0] if len(wholes) == 1 else None
        for whole in wholes:
            for token in _tokens(whole):
                self._by[token].append(whole)

    def fitting(self, short: Profile) -> list[Profile]:
        """Return the people who share a rank or a home with a surname alone, or else its only bearer."""
        found = {each.entity: each for token in sorted(_tokens(short)) for each in self._by.get(token, ())}
        return list(found.values()) or ([self.only] if self.only else [])


def _tokens(profile: Profile) -> set[str]:
    posts = [seen.post for seen in profile.posts]
    return {post.rank for post in posts} | {post.home for post in posts if post.home}


def _short(short: Profile, people: _People) -> Linked:
    """Link a surname to the one whom it fits best by a margin; else list whom it may be."""
    ranked = _ranked(short, people)
    if not ranked:
        return Linked()
    best, features, person = ranked[0]
    clear = len(ranked) == 1 or best - ranked[1][0] >= weight("thresholds", "margin")
    if best >= weight("thresholds", "short") and clear:
        return Linked((Link(short, person, probability(best), tuple(map(str, features))),))
    unsure = [each for each in ranked[:3] if each[0] >= weight("thresholds", "doubt")]
    return Linked((), tuple(_doubt(short, each, total, features) for total, features, each in unsure))


def _only(short: Profile, people: _People) -> tuple[Feature, ...]:
    sole = people.only is not None and telling(read_name(short.names[0]).parts[0])
    return (Feature("bearer", "only", weight("bearer", "only")),) if sole else ()


def _ranked(short: Profile, people: _People) -> list[Compared]:
    fitting = [each for each in people.fitting(short) if form(short.names[0], each.names[0]) == Form.SHORT]
    compared = [
        ((*_compared(short, each), *_only(short, people)), each)
        for each in fitting
        if not in_two_places(short, each)
    ]
    total = sum(_times(short, each) for _, each in compared)
    scored = []
    for features, each in compared:
        share = Feature("bearer", "share", math.log(_times(short, each) / total))
        scored.append((score((*features, share)), (*features, share), each))
    return sorted(scored, key=lambda each: (-each[0], each[2].order))


def _times(short: Profile, person: Profile) -> int:
    """Return how often the person was seen in the rank of the surname alone: who is usually meant."""
    ranks = {seen.post.rank for seen in short.posts}
    return max(1, sum(seen.count for seen in person.posts if seen.post.rank in ranks))
