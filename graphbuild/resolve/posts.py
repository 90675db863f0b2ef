"""Posts of people: titles joined to their homes, ellipsis resolved, repetitions dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graphbuild.languages import words
from graphbuild.resolve.contexts import Told
from graphbuild.resolve.ellipsis import is_elliptical
from graphbuild.resolve.homes import home_of
from graphbuild.resolve.relative_posts import read_relative_posts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graphbuild.model import PostMention, Span
    from graphbuild.resolve.ledger import Draft, Ledger
    from graphbuild.resolve.people import Holder
    from graphbuild.resolve.seats import Seats


_STATED: Final = 0.95
_IMPLIED: Final = 0.85
_HOMELESS: Final = 0.65
"""How sure a post is whose home the title states, the article implies, or nothing says (docs/quality.md)."""


def claim_posts(ledger: Ledger, holders: Sequence[Holder], seats: Seats) -> None:
    """Claim `holdsPost` for every post of every person, and `chairs` for those who head what they chair."""
    read_relative_posts(ledger, holders)
    _open_elliptical(ledger, holders, seats)
    for holder in holders:
        told = [Told(holder, post, span, tuple(holders)) for post, span in holder.posts]
        read = [(each.post, each.span, home_of(ledger, each, seats)) for each in told]
        for post, span, home in read:
            stated = [p for p, _, h in read if h is not None and _states(p)]
            fuller = [p for p, _, h in read if h is not None or len(p.title) > len(post.title)]
            unstated = post.home is None and _said_better(post, stated)
            if not unstated and not (home is None and _said_better(post, fuller)):
                _claim(ledger, holder, post, span, home)


def _open_elliptical(ledger: Ledger, holders: Sequence[Holder], seats: Seats) -> None:
    """Open the bodies that a noun alone names, so that every post may find them."""
    for holder in holders:
        for post, span in holder.posts:
            if post.home is not None and is_elliptical(post.home.name):
                home_of(ledger, Told(holder, post, span, tuple(holders)), seats)


def _states(post: PostMention) -> bool:
    """Whether a title says whose it is: by name, or by "of the group"."""
    return post.home is not None or post.level == "enterprise"


def _claim(ledger: Ledger, holder: Holder, post: PostMention, span: Span, home: Draft | None) -> None:
    held = ledger.post(post.title, home)
    rule = "title" if home is None or post.home is not None else "title-ellipsis"
    _claim_held(ledger, holder, "holdsPost", held.id, post, span, rule=rule)
    if home is not None and _heads(post, home):
        _claim_held(ledger, holder, "chairs", home.id, post, span, rule="chair-title")


def _claim_held(
    ledger: Ledger, holder: Holder, relation: str, object_: str, post: PostMention, span: Span, *, rule: str
) -> None:
    """Claim what a title says of its holder; a home that the title does not state makes it less sure."""
    person = next((m for m in holder.draft.mentions if span.covers(m.span)), holder.draft.mentions[0])
    ledger.claim(
        holder.draft.id,
        relation,
        object_,
        rule=rule,
        sentences=(span,),
        mentions=(("subject", person.span), ("post", post.span)),
        confidence=_STATED if post.home is not None else _HOMELESS if rule == "title" else _IMPLIED,
    )


def _heads(post: PostMention, home: Draft) -> bool:
    """Whether the holder stands at the head of a body or enterprise: its chair, and no deputy."""
    title = post.title.casefold().split()
    if title[-1] not in words("en", "posts", "chairs") or post.status != "held":
        return False
    deputy = set(title) & words("en", "posts", "homes.not_heads")
    return not deputy and home.type in {"Body", "Enterprise"}


def _said_better(post: PostMention, others: list[PostMention]) -> bool:
    """Whether another mention gives the same title with its home, or in full ("Minister of X")."""
    title = post.title.casefold()
    names = [other.title.casefold() for other in others if other is not post]
    return any(
        title == name or name.endswith(f" {title}") or name.startswith((f"{title} of ", f"{title} for "))
        for name in names
    )
