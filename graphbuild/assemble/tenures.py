"""Posts as a ledger: who was seen in which post, first and last, before and after whom."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from graphbuild.languages import words
from graphbuild.languages.statuses import status_of
from graphbuild.model import Contradiction, Tenure, day_number, digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from graphbuild.assemble.briefs import Brief
    from graphbuild.model import Post

Key = tuple[str, str]
"""The home of a post and its rank: the title without words such as "acting"."""

_LONG: Final = 366
"""Days without evidence that make a gap."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """One claim that somebody holds a post, with the day of its release, "" if unknown."""

    holder: str
    post: str
    day: str
    claim: str


def sightings(claims: Iterable[Brief], days: Mapping[str, str]) -> Iterable[Sighting]:
    """Yield what claims show of posts; `days` gives the day of release of each document that has one."""
    for claim in claims:
        if claim.relation == "holdsPost" and claim.factual:
            day = days.get(claim.document, "")
            if claim.date is not None:
                day = claim.date.not_before or day
            yield Sighting(claim.subject, claim.object, day, claim.id)


def post_key(post: Post) -> Key | None:
    """Return what the posts of one office share, acting and former ones too; None without a home."""
    return (post.post_in, rank_of(post.title)) if post.post_in else None


@lru_cache(maxsize=8192)
def rank_of(title: str) -> str:
    """Return a title in lower case without the words that say how it is held."""
    return " ".join(word for word in title.casefold().split() if status_of({word}) is None)


def assemble_tenures(
    claims: Iterable[Brief], posts: Mapping[str, Post], days: Mapping[str, str]
) -> list[Tenure]:
    """Return one tenure for each holder and post, dated by the releases of the documents that show it.

    Posts of one office (`post_key`) are looked at together: `tenures_of` can take them one by one.
    """
    grouped: defaultdict[Key, list[Sighting]] = defaultdict(list)
    for each in sightings(claims, days):
        post = posts[each.post]
        grouped[post_key(post) or (f"of {each.holder}", rank_of(post.title))].append(each)
    return [tenure for _, group in sorted(grouped.items()) for tenure in tenures_of(group, posts)]


def tenures_of(found: Sequence[Sighting], posts: Mapping[str, Post]) -> list[Tenure]:
    """Return the tenures of one office, each with gaps, end, predecessor and successor."""
    grouped: defaultdict[Key, list[Sighting]] = defaultdict(list)
    for each in found:
        grouped[each.holder, each.post].append(each)
    tenures = [_tenure(posts[post], group) for (_, post), group in sorted(grouped.items())]
    gapped = []
    for tenure in tenures:
        others = _others(found, tenure.holder, posts)
        gaps = _gaps(_days(grouped[tenure.holder, tenure.post]), others)
        gapped.append(replace(tenure, gaps=gaps))
    return _in_line([_ended(each, gapped) for each in gapped])


def _others(found: Sequence[Sighting], holder: str, posts: Mapping[str, Post]) -> list[str]:
    """Return the days on which others were in office, who were seen there on more than one."""
    days: defaultdict[str, set[str]] = defaultdict(set)
    for each in found:
        if each.holder != holder and each.day and _status(posts[each.post].title) in _IN_OFFICE:
            days[each.holder].add(each.day)
    return sorted(day for own in days.values() if len(own) > 1 for day in own)


def _tenure(post: Post, found: Sequence[Sighting]) -> Tenure:
    days = _days(found)
    name = f"tenure-{digest(found[0].holder, post.id, length=12)}"
    first, last = (days[0], days[-1]) if days else (None, None)
    claims = tuple(sorted({each.claim for each in found}))
    return Tenure(name, found[0].holder, post.id, _status(post.title), first, last, claims)


@lru_cache(maxsize=8192)
def _status(title: str) -> str:
    return status_of(set(title.casefold().split())) or "held"


def _days(found: Sequence[Sighting]) -> list[str]:
    return sorted({each.day for each in found if each.day})


def _gaps(days: Sequence[str], others: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Return the times between two sightings in which another was seen there, or that are very long."""
    return tuple(
        (one, two)
        for one, two in pairwise(days)
        if _days_between(one, two) > _LONG or any(one < other < two for other in others)
    )


def _days_between(one: str, two: str) -> int:
    return (day_number(two) or 0) - (day_number(one) or 0)


def _ended(tenure: Tenure, others: Iterable[Tenure]) -> Tenure:
    """Note when an article first calls the holder a former one."""
    former = (t.first_seen for t in others if t.holder == tenure.holder and t.status == "former")
    after = [day for day in former if day is not None and (tenure.last_seen or "") <= day]
    return replace(tenure, ended_by=min(after)) if after and tenure.status != "former" else tenure


def _in_line(tenures: Sequence[Tenure]) -> list[Tenure]:
    """Say who came before and after whom: tenures in office, by the day on which each was first seen."""
    line = sorted(
        (each for each in tenures if each.status in _IN_OFFICE and each.first_seen is not None),
        key=lambda each: (each.first_seen or "", each.last_seen or "", each.id),
    )
    before = {two.id: one for one, two in pairwise(line) if _follows(one, two)}
    after = {one.id: two for two in line if (one := before.get(two.id)) is not None}
    return [
        replace(
            each,
            predecessor=before[each.id].id if each.id in before else None,
            successor=after[each.id].id if each.id in after else None,
        )
        for each in tenures
    ]


_IN_OFFICE: Final = frozenset({"held", "acting"})


def _follows(one: Tenure, two: Tenure) -> bool:
    """Whether a tenure begins when the other has ended; of those that overlap none comes before."""
    return (one.last_seen or "") <= (two.first_seen or "")


def contradictions(tenures: Iterable[Tenure], posts: Mapping[str, Post]) -> list[Contradiction]:
    """Return the pairs of tenures that cannot both be right: two mayors of one city at once.

    Only posts that one person holds at a time count, those in office, and times in which articles
    show both again and again; the day of a handover does not.
    """
    grouped: defaultdict[Key, list[Tenure]] = defaultdict(list)
    for tenure in tenures:
        key = post_key(posts[tenure.post])
        if key is not None and tenure.status in _IN_OFFICE and key[1] in words("en", "tenures", "sole"):
            grouped[key].append(tenure)
    return sorted(each for group in grouped.values() for each in _clashes(group))


def _clashes(group: Sequence[Tenure]) -> Iterable[Contradiction]:
    ordered = sorted(group, key=lambda each: each.id)
    for number, one in enumerate(ordered):
        for two in ordered[number + 1 :]:
            since = max(one.first_seen or "9999", two.first_seen or "9999")
            until = min(one.last_seen or "", two.last_seen or "")
            if one.holder != two.holder and since < until and not _gap_fits(one, two):
                yield Contradiction(one.post, one.id, two.id, since, until)


def _gap_fits(one: Tenure, two: Tenure) -> bool:
    """Whether the one was in office in a gap of the other, as one who comes back is."""
    pairs = ((one, two), (two, one))
    return any(
        start <= (inner.first_seen or "") and (inner.last_seen or "") <= end
        for outer, inner in pairs
        for start, end in outer.gaps
    )
