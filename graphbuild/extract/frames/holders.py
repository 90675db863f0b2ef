"""Whom a definite title means: "the mayor", "the CS", "the head of the region"."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from graphbuild.languages import mapping

if TYPE_CHECKING:
    from collections.abc import Collection

    from graphbuild.model import Resolution, Span

_MARKS: Final = (" of ", " for ", " to ")


class Holders:
    """The holders of each title in a document, by the title in full and by its shorter forms."""

    def __init__(self, resolution: Resolution) -> None:
        self._full: dict[str, dict[str, None]] = defaultdict(dict)
        self._short: dict[str, dict[str, None]] = defaultdict(dict)
        self._heads: dict[str, dict[str, None]] = defaultdict(dict)
        self._seen = _first_seen(resolution)
        titles = {post.id: post.title.casefold() for post in resolution.posts}
        for claim in resolution.claims:
            if claim.relation == "holdsPost":
                self._note(claim.subject, titles[claim.object])

    def _note(self, person: str, title: str) -> None:
        self._full[title][person] = None
        for form in _short_titles(title):
            self._short[form][person] = None
        level = mapping("en", "posts", "place_heads").get(title.rsplit(maxsplit=1)[-1])
        if level is not None:
            self._heads[level][person] = None

    def of(self, title: str, level: str | None, at: Span, leading: Collection[str]) -> tuple[str, ...]:
        """Return the one person meant by a title at a place of the text, or nobody.

        Whoever was named before comes first, of several the one who leads the visit under way
        (`leading`); a title in full means its own holders before those whom it might shorten. "The
        head of the region" is whoever governs it, so that `level` decides.
        """
        if title == "head" and level is not None:
            return self._only(self._heads[level], at, leading)
        found = self._only(self._full[title], at, leading) if self._named(self._full[title], at) else ()
        return found or self._only(self._short[title], at, leading)

    def _only(self, people: Collection[str], at: Span, leading: Collection[str]) -> tuple[str, ...]:
        leaders = [person for person in people if person in leading]
        for chosen in (self._named(people, at), list(people), leaders):
            if len(chosen) == 1:
                return tuple(chosen)
        return ()

    def _named(self, people: Collection[str], at: Span) -> list[str]:
        """Return those who have been named before."""
        return [person for person in people if self._seen.get(person, at) < at]


def _first_seen(resolution: Resolution) -> dict[str, Span]:
    """Return where each chain is mentioned first."""
    found: dict[str, Span] = {}
    for mention in sorted(resolution.mentions, key=lambda mention: mention.span):
        found.setdefault(mention.refers_to, mention.span)
    return found


def _short_titles(title: str) -> set[str]:
    """Return a title without its first words or its complement, and the initials of its last words."""
    words = title.split()
    heads = {part for mark in _MARKS if (part := title.partition(mark)[0])}
    initials = {"".join(word[0] for word in words[-size:]) for size in (2, 3) if len(words) >= size}
    return heads | initials | {" ".join(words[start:]) for start in range(len(words))}
