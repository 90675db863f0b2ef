"""Posts: the right holder, a title that agrees and the right home; each post of the graph serves once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from graphbuild.evaluate.agreement import plain, same_title
from graphbuild.evaluate.found import FoundPost
from graphbuild.evaluate.gold import PART_OF, GoldPost
from graphbuild.evaluate.judgement import Judgement, Verdict
from graphbuild.evaluate.scoring.case import Case

POST = "post"
POST_TITLE = "post title"
"""Holder and title agree, whatever the home."""

_HOLDS = "holdsPost"


def judge_posts(case: Case) -> Iterator[Judgement]:
    """Judge the posts of gold, then those of the graph that serve none of them.

    A post of gold without a home asks for none. A home agrees that is the one of gold, another that gold
    accepts, or the body above it; where the home is optional, so is naming it.
    """
    pairing = _Pairing(case)
    pairing.pair_with_homes()
    pairing.pair_titles()
    for place, post in enumerate(case.gold.posts):
        if not pairing.optional(place):
            yield from _wanted(case, post, pairing.full.get(place), pairing.titled.get(place))
    for place, found in enumerate(case.found.posts):
        holder = case.gold_of(found.holder)
        if place not in pairing.used and not case.optional(holder):
            yield _false(case, found)


@dataclass(slots=True)
class _Pairing:
    """Which post of the graph serves which of gold, both by their places in the lists.

    `full` pairs agree in all, `titled` in holder and title at least.
    """

    case: Case
    full: dict[int, int] = field(default_factory=dict)
    titled: dict[int, int] = field(default_factory=dict)
    used: set[int] = field(default_factory=set)

    def optional(self, place: int) -> bool:
        post = self.case.gold.posts[place]
        return post.optional or self.case.optional(post.holder)

    def pair_with_homes(self) -> None:
        """Pair what is asked for before what is optional, exact titles before those that agree."""
        places = sorted(
            range(len(self.case.gold.posts)), key=lambda place: self.case.gold.posts[place].home is None
        )
        for optional in (False, True):
            for exact in (True, False):
                for place in places:
                    if self.optional(place) is optional and place not in self.full:
                        self._pair(place, exact=exact)

    def _pair(self, place: int, *, exact: bool) -> None:
        post = self.case.gold.posts[place]
        for candidate, found in enumerate(self.case.found.posts):
            if candidate in self.used or self.case.gold_of(found.holder) != post.holder:
                continue
            if self._titles_agree(post, found, exact=exact) and self._homes_agree(post, found):
                self.full[place] = candidate
                self.used.add(candidate)
                return

    def pair_titles(self) -> None:
        """Pair by title alone what is left: a post whose home is wrong may have the right title."""
        for optional in (False, True):
            for place, post in enumerate(self.case.gold.posts):
                if self.optional(place) is optional:
                    self._pair_title(place, post, optional=optional)

    def _pair_title(self, place: int, post: GoldPost, *, optional: bool) -> None:
        if place in self.full:
            self.titled[place] = self.full[place]
            return
        taken = self.used | set(self.titled.values())
        for candidate, found in enumerate(self.case.found.posts):
            held = candidate not in taken and self.case.gold_of(found.holder) == post.holder
            if held and self._titles_agree(post, found, exact=False):
                self.titled[place] = candidate
                if optional:
                    self.used.add(candidate)
                return

    @staticmethod
    def _titles_agree(post: GoldPost, found: FoundPost, *, exact: bool) -> bool:
        titles = tuple(map(plain, (post.title, *post.other_titles)))
        return found.title in titles if exact else same_title(titles, [found.title])

    def _homes_agree(self, post: GoldPost, found: FoundPost) -> bool:
        if post.home is None:
            return True
        if found.home is None:
            return self.case.optional(post.home)
        above = (
            each.object
            for each in self.case.gold.relations
            if each.type == PART_OF and each.subject == post.home
        )
        return self.case.gold_of(found.home) in {post.home, *post.other_homes, *above}


def _wanted(case: Case, post: GoldPost, full: int | None, titled: int | None) -> Iterator[Judgement]:
    home = case.name(post.home) if post.home else ""
    item = f"{case.name(post.holder)}: {post.title}" + (f" of {home}" if home else "")
    ends = (post.holder, *([post.home] if post.home else []))
    found = case.found.posts[full] if full is not None else None
    note = _instead(case, titled) if found is None else ""
    edge = (found.holder, _HOLDS, found.post) if found else None
    yield Judgement(_verdict(full), (POST,), POST, item, note, ends, edge=edge)
    yield Judgement(_verdict(titled), (POST_TITLE,), POST_TITLE, item, "", ends, implied=True)


def _verdict(place: int | None) -> Verdict:
    return Verdict.MISSED if place is None else Verdict.RIGHT


def _instead(case: Case, titled: int | None) -> str:
    if titled is None:
        return ""
    home = case.found.posts[titled].home
    return f"the graph has it of {case.found.label(home)}" if home else "the graph has it without a home"


def _false(case: Case, found: FoundPost) -> Judgement:
    home = f" of {case.found.label(found.home)}" if found.home else ""
    item = f"{case.found.label(found.holder)}: {found.label}{home}"
    edge = (found.holder, _HOLDS, found.post)
    return Judgement(Verdict.FALSE, (POST,), POST, item, nodes=(found.holder,), edge=edge)
