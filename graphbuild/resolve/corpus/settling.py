"""All links together: which entity is replaced by which."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from graphbuild.model import Doubt
from graphbuild.resolve.corpus.constraints import in_two_places, named_apart, named_together
from graphbuild.resolve.corpus.names import name_block
from graphbuild.resolve.corpus.profiles import merged
from graphbuild.resolve.corpus.unions import Unions
from graphbuild.resolve.corpus.values import Link

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from graphbuild.resolve.corpus.values import Profile


def settle(links: Iterable[Link], apart: frozenset[frozenset[str]] = frozenset()) -> dict[str, Link]:
    """Return for each entity that another replaces the link to it: ``link.left`` is the one that stays.

    The surest links come first; one that would join two bearers of a name whom one document names,
    officials of two places, or two whom a curator told apart (`apart`) is left out. The result does
    not depend on the order of the links.
    """
    best: dict[frozenset[str], Link] = {}
    for link in links:
        pair = frozenset((link.left.entity, link.right.entity))
        if pair not in best or (link.score, link.reasons) > (best[pair].score, best[pair].reasons):
            best[pair] = link
    people = _People(apart)
    for link in sorted(best.values(), key=lambda each: (-each.score, each.left.order, each.right.order)):
        people.join(link)
    return people.settled()


class _People:
    """Groups of profiles that grow link by link."""

    def __init__(self, apart: frozenset[frozenset[str]]) -> None:
        self._apart = apart
        self._unions = Unions()
        self._members: dict[str, list[Profile]] = {}
        self._why: dict[str, Link] = {}

    def join(self, link: Link) -> None:
        left, right = (self._group(each) for each in (link.left, link.right))
        if left is right or self._barred(left, right):
            return
        leader = self._unions.join(link.left.entity, link.right.entity)
        self._members[leader] = [*left, *right]
        for each in (link.left, link.right):
            known = self._why.get(each.entity)
            if known is None or link.score > known.score:
                self._why[each.entity] = link

    def _group(self, profile: Profile) -> list[Profile]:
        leader = self._unions.find(profile.entity)
        return self._members.setdefault(leader, [profile])

    def _barred(self, left: list[Profile], right: list[Profile]) -> bool:
        if in_two_places(merged(left), merged(right)):
            return True
        return any(_two(one, two) or self._said(one, two) for one in left for two in right)

    def _said(self, one: Profile, two: Profile) -> bool:
        pairs = product(one.handles | {one.entity}, two.handles | {two.entity})
        return any(frozenset(pair) in self._apart for pair in pairs)

    def settled(self) -> dict[str, Link]:
        found: dict[str, Link] = {}
        for members in self._members.values():
            first = min(members, key=lambda each: each.order)
            for each in members:
                if each is not first and self._unions.find(each.entity) == self._unions.find(first.entity):
                    why = self._why[each.entity]
                    found[each.entity] = Link(first, each, why.score, why.reasons)
        return found


def _two(one: Profile, two: Profile) -> bool:
    """Whether two of one name are two: a document names both, or their middle letters contradict."""
    if name_block(one.names[0]) != name_block(two.names[0]):
        return False
    return named_together(one, two) or named_apart(one, two)


def settled_doubts(doubts: Iterable[Doubt], settled: Mapping[str, Link]) -> tuple[Doubt, ...]:
    """Return the doubts between entities that are left, the surest for each pair, sorted."""
    found: dict[tuple[str, str], Doubt] = {}
    for doubt in doubts:
        ends = sorted(_final(each, settled) for each in (doubt.left, doubt.right))
        pair = (ends[0], ends[1])
        moved = Doubt(*pair, doubt.score, doubt.reasons)
        if pair[0] != pair[1] and (pair not in found or _surer(moved, found[pair])):
            found[pair] = moved
    return tuple(sorted(found.values()))


def _final(entity: str, settled: Mapping[str, Link]) -> str:
    return settled[entity].left.entity if entity in settled else entity


def _surer(one: Doubt, two: Doubt) -> bool:
    return (one.score, one.reasons) > (two.score, two.reasons)
