"""The home of a post: stated with the title, or known from what the article says around it.

A title without a home is that of the ministry of its portfolio, of the firm just named, of the
country in which its holder is met, of the place named with another of the holder's posts, or of the
article's seat: the first that fits, in this order.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from graphbuild.languages import words
from graphbuild.resolve.contexts import (
    Told,
    host_country,
    leaders_country,
    ministry_named,
    only_country,
    same_office,
    site_before,
)
from graphbuild.resolve.ellipsis import elliptical_body, is_elliptical
from graphbuild.resolve.names import canonical, plain
from graphbuild.resolve.seats import kind_level
from graphbuild.resolve.things import body_place, full_body_name, seat_chain

if TYPE_CHECKING:
    from collections.abc import Callable

    from graphbuild.model import Mention, PostMention
    from graphbuild.resolve.ledger import Draft, Ledger
    from graphbuild.resolve.seats import Seat, Seats

    Reader = Callable[[Ledger, Told], Draft | None]

_NEAR: Final = 2
"""How many sentences back the town of its secretary may be named."""
_SMALL: Final = frozenset({"township", "village"})


def home_of(ledger: Ledger, told: Told, seats: Seats) -> Draft | None:
    """Return the chain of what the post is in."""
    home = told.post.home
    if home is not None and home.type == "Meeting":
        return _convener(ledger, home)
    if home is not None:
        found = ledger.chain_of(home) or _implied(ledger, told, seats, home)
        return _above_office(ledger, told.post, found) if found is not None else None
    if _opens_sentence(ledger, told) and (found := _of_organisation(ledger, told.post, seats)) is not None:
        return found
    for read in _READERS:
        found = read(ledger, told)
        if found is not None:
            return found
    return _of_seat(ledger, told, seats) or _of_organisation(ledger, told.post, seats)


def _convener(ledger: Ledger, home: Mention) -> Draft | None:
    """Return the body that bears the name of a meeting: nobody is "president of a conference" once a year.

    A meeting that is only described ("director of the meeting") is no home.
    """
    body = replace(home, type="Body")
    known = ledger.chain_of(body)
    if known is not None or not any(word[:1].isupper() for word in home.name.split()):
        return known
    ledger.leave(home)
    draft = ledger.open("Body", home.name, canonical(home.name))
    ledger.add(draft, body)
    return draft


def _implied(ledger: Ledger, told: Told, seats: Seats, home: Mention) -> Draft | None:
    """Open the chain of "its Office", or of a country that a demonym names ("Kenyan President")."""
    if home.type == "Body" and is_elliptical(home.name):
        draft = elliptical_body(ledger, home, told.holders, seats)
        if draft is None:
            return None
    elif home.type == "Body":
        draft = ledger.open("Body", home.name, canonical(home.name))
    elif home.type == "Place":
        bare = f"bare:{home.name.casefold()}"
        draft = ledger.known("Place", bare) or ledger.open("Place", home.name, f"name:{home.name.casefold()}")
        ledger.also(draft, bare)
    else:
        return None
    ledger.add(draft, home)
    return draft


def _above_office(ledger: Ledger, post: PostMention, home: Draft) -> Draft:
    """Let a secretary-general named with an office be the body's above it, not the office's."""
    low = home.name.casefold()
    if post.title.casefold() not in words("en", "posts", "above_office.titles") or "office" not in low:
        return home
    for draft in ledger.drafts.values():
        inner = draft.name.casefold()
        if draft.type == "Body" and draft is not home and inner in low and "office" not in inner:
            return draft
    return home


_READERS: Final[tuple[Reader, ...]] = (
    ministry_named,
    site_before,
    host_country,
    leaders_country,
    same_office,
    only_country,
)  # fmt: skip


def _opens_sentence(ledger: Ledger, told: Told) -> bool:
    """Whether a sentence begins with the title and an article: "The chief engineer N inspected"."""
    text = ledger.document.text[told.post.span.start : told.post.span.end]
    return told.post.span.start == told.span.start and text.startswith("The ")


def _of_organisation(ledger: Ledger, post: PostMention, seats: Seats) -> Draft | None:
    """Take the firm or university that the article sits at: of it is "the chief engineer N"."""
    title = post.title.casefold()
    known = title in words("en", "posts", "business.of_seat") | words("en", "posts", "business.titles")
    if seats.organisation is None or not known:
        return None
    low = seats.organisation.casefold()
    return next((draft for draft in ledger.drafts.values() if _bears(draft, low)), None)


def _bears(draft: Draft, name: str) -> bool:
    return draft.type in {"Enterprise", "Body"} and name in {
        alias.casefold() for alias in (draft.name, *draft.aliases)
    }


def _of_seat(ledger: Ledger, told: Told, seats: Seats) -> Draft | None:
    """Take the place of the title's level: "the Mayor" is of the seat, a secretary of its Party committee."""
    post = told.post
    if post.level is None:
        return None
    seat = _sibling_place(ledger, told)
    if seat is None and post.level not in {"national", "enterprise"}:
        seat = seats.at(post.level)
        if seat is None or seat != seats.seat:
            named = _place_before(ledger, told)
            if named is not None:
                return named
    if seat is None:
        return None
    if post.title.casefold() in words("en", "posts", "homes.party"):
        name = full_body_name(f"{seat.bare} {post.level.capitalize()} Party Committee", seats)
        return ledger.open("Body", name, name.casefold())
    return seat_chain(ledger, seat)


def _place_before(ledger: Ledger, told: Told) -> Draft | None:
    """Return the town that "Party secretary of the town" means: the one of that level named last."""
    if told.span not in ledger.prose or told.post.level not in _SMALL:
        return None
    number = ledger.prose.index(told.span)
    near = ledger.prose[max(0, number - _NEAR) : number + 1]
    found = [
        (mention.span, draft)
        for draft in ledger.drafts.values()
        if draft.type == "Place" and _level_of(draft) == told.post.level
        for mention in draft.mentions
        if any(sentence.covers(mention.span) for sentence in near) and mention.span < told.post.span
    ]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _level_of(draft: Draft) -> str | None:
    split = kind_level(draft.name)
    return split[1] if split is not None else None


def _sibling_place(ledger: Ledger, told: Told) -> Seat | None:
    """Take the place of a post named together with this one: secretary of the X Committee "and mayor"."""
    wanted = {told.post.level}
    if told.post.title.casefold().endswith("governor"):
        wanted |= {"prefectural"}
    for other, where in told.holder.posts:
        if other is told.post or where != told.span or other.home is None or other.home.type != "Body":
            continue
        draft = ledger.chain_of(other.home)
        place = body_place(plain(other.home.name)) or (body_place(draft.name) if draft is not None else None)
        if place is not None and place.level in wanted:
            return place
    return None
