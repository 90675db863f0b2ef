"""What two profiles of one name can never be: one person."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Final

from graphbuild.languages import words
from graphbuild.resolve.corpus.features import within
from graphbuild.resolve.corpus.names import Form, form

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graphbuild.resolve.corpus.values import Profile, Seen


_SELDOM: Final = 5


def named_together(left: Profile, right: Profile) -> bool:
    """Whether one document names both: its reading kept them apart on purpose."""
    return not left.documents.isdisjoint(right.documents)


def named_apart(left: Profile, right: Profile) -> bool:
    """Whether names of theirs contradict each other: John A. Smith is no John B. Smith."""
    return any(form(one, two) is Form.NONE for one, two in product(left.names, right.names))


def in_two_places(left: Profile, right: Profile) -> bool:
    """Whether they were in office in two places at one time: a mayor here is no mayor there."""
    return seated_apart(seated(left), seated(right))


def seated_apart(left: Iterable[Seen], right: Iterable[Seen]) -> bool:
    """Say the same of the posts in which each is `seated`."""
    return any(_clash(one, two) for one, two in product(left, right))


def seated(profile: Profile) -> list[Seen]:
    """Return the posts that tie somebody to a place for a time, of those in which they are mostly seen."""
    return [seen for seen in _usual(profile) if _ties(seen)]


def _usual(profile: Profile) -> list[Seen]:
    """Return the posts in which someone is mostly seen: one article may misread where a post is."""
    most = max((seen.count for seen in profile.posts), default=0)
    return [seen for seen in profile.posts if _SELDOM * seen.count >= most]


def _ties(seen: Seen) -> bool:
    post = seen.post
    return bool(post.jurisdiction) and post.status == "held" and seen.first < seen.last and _seated(post.rank)


def _clash(left: Seen, right: Seen) -> bool:
    overlap = max(left.first, right.first) < min(left.last, right.last)
    return overlap and not within(left.post.jurisdiction, right.post.jurisdiction)


def _seated(rank: str) -> bool:
    """Whether a post ties its holder to the place: no member of a far-off board, ambassador or professor."""
    return rank not in words("en", "identity", "shared_ranks")
