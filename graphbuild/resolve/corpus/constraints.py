"""What two profiles of one name can never be: one person."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Final

from graphbuild.languages import words
from graphbuild.resolve.corpus.features import within

if TYPE_CHECKING:
    from graphbuild.resolve.corpus.values import Profile, Seen


_SELDOM: Final = 5


def named_together(left: Profile, right: Profile) -> bool:
    """Whether one document names both: its reading kept them apart on purpose."""
    return not left.documents.isdisjoint(right.documents)


def in_two_places(left: Profile, right: Profile) -> bool:
    """Whether they were in office in two places at one time: a mayor here is no mayor there."""
    return any(_clash(one, two) for one, two in product(_usual(left), _usual(right)))


def _usual(profile: Profile) -> list[Seen]:
    """Return the posts in which someone is mostly seen: one article may misread where a post is."""
    most = max((seen.count for seen in profile.posts), default=0)
    return [seen for seen in profile.posts if _SELDOM * seen.count >= most]


def _clash(left: Seen, right: Seen) -> bool:
    one, two = left.post, right.post
    if not (one.jurisdiction and two.jurisdiction) or {one.status, two.status} != {"held"}:
        return False
    overlap = max(left.first, right.first) < min(left.last, right.last)
    return (
        overlap and _seated(one.rank) and _seated(two.rank) and not within(one.jurisdiction, two.jurisdiction)
    )


def _seated(rank: str) -> bool:
    """Whether a post ties its holder to the place: no member of a far-off board, ambassador or professor."""
    return rank not in words("en", "identity", "shared_ranks")
