"""What speaks for and against two profiles being one person: features, each with its weight.

The sum of log-odds over independent features is the classic model of record linkage (Fellegi and
Sunter 1969); the weights stand in `weights.toml`.
"""

from __future__ import annotations

import math
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING, Final, NamedTuple

from graphbuild import gazetteer
from graphbuild.languages import words
from graphbuild.model import day_number
from graphbuild.resolve.corpus.names import commonness, form, read_name, telling
from graphbuild.resolve.corpus.weights import weight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graphbuild.resolve.corpus.record import HeldPost
    from graphbuild.resolve.corpus.values import Profile, Seen

_YEAR: Final = 365.25
_DAYS: Final = 3
_YEARS: Final = ((1.1, "near"), (3.1, "soon"), (6.1, "apart"), (15.1, "far"))
_TOGETHER: Final = frozenset({"same", "shared_rank", "same_home", "same_jurisdiction", "company"})
_WITHOUT_PLACE: Final = frozenset({"", "same_half_home", "same_no_home", "other_rank"})


class Feature(NamedTuple):
    """One row of the comparison: which feature, with which value, weighs how much."""

    name: str
    value: str
    weight: float

    def __str__(self) -> str:
        return f"{self.name} {self.value.replace('_', ' ')} {self.weight:+.1f}"


class Kindred(NamedTuple):
    """What names and posts alone say of two profiles: the same for all profiles with these."""

    prior: str
    name: str
    post: str


def kindred(left: Profile, right: Profile) -> Kindred:
    """Return what names and posts say of two profiles."""
    pairs = (_posts(one, two) for one, two in product(left.posts, right.posts))
    return Kindred(_prior(left, right), _form(left, right), max(pairs, key=_weight_of_post, default=""))


def compare(
    left: Profile, right: Profile, *, misread: bool = False, known: Kindred | None = None
) -> tuple[Feature, ...]:
    """Return the features of two profiles of people; their weights sum to the score.

    With `misread`, and where the company that one of them keeps is of the other's place and not of
    its own, that place is taken for misread, and only the ranks count. `known` is what `kindred` says
    of them, for those who compare many.
    """
    said = known or kindred(left, right)
    where = _elsewhere(left, right) if misread and strayed(left, right) else _where(left, right, said.post)
    # People of one place are named beside the same others: that would count the place twice.
    together = any(value in _TOGETHER for _, value in where)
    beside = "" if together else _companions(left, right)
    return _weighed(said.prior, said.name, where, _time(left, right), beside)


@lru_cache(maxsize=65536)
def _weighed(
    prior: str, name: str, where: tuple[tuple[str, str], ...], time: str, beside: str
) -> tuple[Feature, ...]:
    values = (("prior", prior), ("name", name), *where, ("time", time), ("companions", beside))
    return tuple(Feature(name, value, weight(name, value)) for name, value in values if value)


def score(features: tuple[Feature, ...]) -> float:
    """Return the sum of the weights: the log-odds of the two being one."""
    return sum([feature.weight for feature in features])


def probability(log_odds: float) -> float:
    """Return the probability of log-odds, to two digits, never quite 0 or 1."""
    return min(0.99, max(0.01, round(1 / (1 + math.exp(-max(-50.0, min(50.0, log_odds)))), 2)))


def _prior(left: Profile, right: Profile) -> str:
    if read_name(left.names[0]).short or read_name(right.names[0]).short:
        part = min(
            read_name(left.names[0]), read_name(right.names[0]), key=lambda name: len(name.parts)
        ).parts[0]
        return "telling" if telling(part) else "short"
    return commonness(left.names[0])


def _form(left: Profile, right: Profile) -> str:
    return str(form(left.names[0], right.names[0]))


def _where(left: Profile, right: Profile, post: str) -> tuple[tuple[str, str], ...]:
    """Compare by posts where both have some, and by places where the posts say nothing of them."""
    if post in _WITHOUT_PLACE and left.places and right.places:
        place = "other" if set(left.places).isdisjoint(right.places) else "same"
        return ("post", post), ("place", place)
    if post in _WITHOUT_PLACE and _stage(left) & _stage(right):
        return ("post", post), ("place", "scene")
    return (("post", post),)


def _stage(profile: Profile) -> set[str]:
    """Return the local places of someone's articles and posts."""
    return set(profile.scene) | _places(profile)


def _weight_of_post(value: str) -> float:
    return weight("post", value)


def _posts(left: Seen, right: Seen) -> str:
    one, two = left.post, right.post
    if one.home and one.home == two.home:
        same = "shared_rank" if one.rank in words("en", "identity", "shared_ranks") else "same"
        return same if one.rank == two.rank else "same_home"
    if one.jurisdiction and two.jurisdiction:
        if one.jurisdiction == two.jurisdiction:
            return "same_jurisdiction"
        if not within(one.jurisdiction, two.jurisdiction):
            return "same_rank_other_home" if one.rank == two.rank else "other_jurisdiction"
    return _ranks(one, two)


def _elsewhere(left: Profile, right: Profile) -> tuple[tuple[str, str], ...]:
    ranks = [_ranks(a.post, b.post, known=False) for a, b in product(left.posts, right.posts)]
    return ("post", max(ranks, key=_weight_of_post, default="")), ("place", "company")


def strayed(left: Profile, right: Profile) -> bool:
    """Whether the place of one of the two, of a single article, looks misread for the other's."""
    return (left.size == 1 and _misplaced(left, right)) or (right.size == 1 and _misplaced(right, left))


def _misplaced(one: Profile, two: Profile) -> bool:
    company, own, other = set(one.company), _places(one), _places(two)
    return bool(company and own and not company & own and company & other and not own & other)


def _places(profile: Profile) -> set[str]:
    return {each.post.jurisdiction for each in profile.posts if each.post.jurisdiction} or set(profile.places)


def _ranks(one: HeldPost, two: HeldPost, *, known: bool = True) -> str:
    """Compare two posts of which one at least has no known home, or whose homes differ."""
    if one.rank == two.rank and one.topic == two.topic != "":
        return "same_topic"
    if known and one.home and two.home:
        return "other_home"
    if one.rank != two.rank or (one.topic and two.topic):
        return "other_rank"
    return "same_half_home" if one.home or two.home else "same_no_home"


def interleaved(left: Profile, right: Profile) -> bool:
    """Whether each was seen again and again in a post of one home that the other never had, at one time.

    Someone who is promoted leaves the one post before the other; two people hold theirs side by side.
    """
    return side_by_side(settled(left), settled(right))


def side_by_side(one: Sequence[Seen], two: Sequence[Seen]) -> bool:
    """Say the same of the posts in which each is `settled`."""
    if not one or not two:
        return False
    homes = {seen.post.home for seen in one} & {seen.post.home for seen in two}
    first = [seen for seen in one if seen.post.home in homes]
    second = [seen for seen in two if seen.post.home in homes]
    if not homes or {seen.post.rank for seen in first} & {seen.post.rank for seen in second}:
        return False
    return any(max(a.first, b.first) <= min(a.last, b.last) for a, b in product(first, second))


def settled(profile: Profile) -> list[Seen]:
    """Return the posts with a known home in which someone was seen more than once."""
    return [seen for seen in profile.posts if seen.count > 1 and seen.post.home]


@lru_cache(maxsize=65536)
def within(one: str, two: str) -> bool:
    """Whether one place lies in the other, as far as the gazetteer knows; a place lies in itself."""
    return one == two or two in _lineage(one) or one in _lineage(two)


@lru_cache(maxsize=65536)
def _lineage(code: str) -> frozenset[str]:
    try:
        place = gazetteer.place(code)
    except KeyError:
        return frozenset()
    return frozenset(above.code for above in gazetteer.ancestors(place))


def _time(left: Profile, right: Profile) -> str:
    gap = _gap(left, right)
    if gap is None:
        return ""
    if gap <= _DAYS and len(left.first) == len(right.first) == len("2019-05-03"):
        return "days"
    years = gap / _YEAR
    return next((name for most, name in _YEARS if years <= most), "remote")


def _gap(left: Profile, right: Profile) -> int | None:
    """Return the days between the two spans of time, 0 if they overlap, None if one is unknown."""
    if not (left.first and right.first):
        return None
    return max(0, _days(left.last, right.first), _days(right.last, left.first))


def _days(one: str, two: str) -> int:
    return (day_number(two) or 0) - (day_number(one) or 0)


def _companions(left: Profile, right: Profile) -> str:
    shared = len(set(left.companions) & set(right.companions))
    return "" if not shared else "one" if shared == 1 else "more"
