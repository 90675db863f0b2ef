"""Posts told by another person's: "his predecessor, N", "the Minister's deputy", "her Kenyan counterpart N".

Such a title names no post of its own. It is the post of the person whose it is: held before by a
predecessor, in another country by a counterpart, one rank below by a deputy.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from graphbuild.languages import mapping, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graphbuild.model import PostMention
    from graphbuild.resolve.ledger import Ledger
    from graphbuild.resolve.people import Holder

_POSSESSED: Final = re.compile(r"^(?:his|her|their)\b", re.IGNORECASE)
_OWNED: Final = re.compile(r"^['’]s?\s+$")


def read_relative_posts(ledger: Ledger, holders: Sequence[Holder]) -> None:
    """Replace the titles that point to another person by that person's posts."""
    for holder in holders:
        holder.posts = [
            (told, span) for post, span in holder.posts for told in _told(ledger, holders, holder, post)
        ]


def _told(ledger: Ledger, holders: Sequence[Holder], holder: Holder, post: PostMention) -> list[PostMention]:
    """Return the post as it is to be read: itself, or what the owner's post makes of it; none if unknown."""
    kin = post.title.casefold().split()[-1]
    if kin not in words("en", "posts", "relatives.heads"):
        return [post]
    owner = _owner(ledger, holders, holder, post)
    if owner is None:
        return [] if kin in words("en", "posts", "relatives.empty") else [post]
    held = _leading(owner)
    return [_read(kin, post, held)] if held is not None else []


def _is_minister(holder: Holder) -> bool:
    """Whether somebody holds an office that other countries or portfolios have too."""
    held = {post.title.casefold().split()[-1] for post, _ in holder.posts if post.status != "former"}
    return bool(held & words("en", "posts", "relatives.ministers"))


def _owner(ledger: Ledger, holders: Sequence[Holder], holder: Holder, post: PostMention) -> Holder | None:
    """Return whose predecessor it is: the name before "'s", else the person named last before "his"."""
    kin = post.title.casefold().split()[-1]
    text = ledger.document.text
    before = [
        (mention.span, other)
        for other in holders
        if other is not holder and (kin != "counterpart" or _is_minister(other))
        for mention in other.draft.mentions
        if mention.span.end <= post.span.start
    ]
    if not before:
        return None
    nearest, owner = max(before, key=lambda pair: pair[0])
    between = text[nearest.end : post.span.start]
    possessed = _POSSESSED.match(text[post.span.start : post.span.end])
    return owner if possessed or _OWNED.match(between) else None


def _leading(owner: Holder) -> PostMention | None:
    """Return the owner's post that a relative shares: that of a place or nation before any other."""
    posts = [post for post, _ in owner.posts if post.title.casefold() not in {"member", "leader"}]
    heads = set(mapping("en", "posts", "place_heads")) | words("en", "posts", "homes.national")
    leading = [post for post in posts if post.title.casefold().split()[-1] in heads]
    stated = [post for post in leading or posts if post.home is not None]
    return next(iter(stated or leading or posts), None)


def _read(kin: str, post: PostMention, held: PostMention) -> PostMention:
    if kin == "predecessor":
        return replace(held, span=post.span, title=f"Former {held.title}", status="former")
    if kin == "deputy":
        return replace(held, span=post.span, title=f"Deputy {held.title}", status=post.status)
    portfolio = post.title.rsplit(" ", 1)[0] if " " in post.title else ""
    title = f"{portfolio} {held.title}".strip()
    return replace(held, span=post.span, title=title, status=post.status, home=post.home)
