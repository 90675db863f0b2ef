"""The home of a post: stated with the title, or known from what the article says around it.

A title without a home is that of the ministry of its portfolio, of the firm just named, of the
country in which its holder is met, of the place named with another of the holder's posts, or of the
article's seat: the first that fits, in this order.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from graphbuild import gazetteer
from graphbuild.languages import words
from graphbuild.resolve.names import canonical, plain
from graphbuild.resolve.things import body_place, full_body_name, seat_chain

if TYPE_CHECKING:
    from collections.abc import Callable

    from graphbuild.model import Mention, PostMention, Span
    from graphbuild.resolve.ledger import Draft, Ledger
    from graphbuild.resolve.people import Holder
    from graphbuild.resolve.seats import Seat, Seats

    Reader = Callable[[Ledger, Holder, PostMention, Span], Draft | None]

_NEAR: Final = 2
"""How many sentences back a manager's enterprise may be named."""


def home_of(ledger: Ledger, holder: Holder, post: PostMention, span: Span, seats: Seats) -> Draft | None:
    """Return the chain of what the post is in; `span` is the sentence that gives the post."""
    if post.home is not None:
        found = ledger.chain_of(post.home) or _implied(ledger, post.home)
        return _above_office(ledger, post, found) if found is not None else None
    for read in _READERS:
        found = read(ledger, holder, post, span)
        if found is not None:
            return found
    return _of_seat(ledger, holder, post, span, seats)


def _implied(ledger: Ledger, home: Mention) -> Draft | None:
    """Open the chain of "its Office", or of a country that a demonym names ("Kenyan President")."""
    if home.type == "Body":
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


def _ministry(ledger: Ledger, _holder: Holder, post: PostMention, _span: Span) -> Draft | None:
    """Join a minister of X, or X minister, to the Ministry of X that the article names."""
    title = post.title.casefold().split()
    topic = [word for word in title if word not in words("en", "posts", "homes.ministerial")]
    if "minister" not in title or "prime" in title or not topic:
        return None
    ministries = (draft for draft in ledger.drafts.values() if draft.type == "Body")
    return next((draft for draft in ministries if _portfolio(draft.name) == topic), None)


def _portfolio(body: str) -> list[str]:
    """Return the words of what a ministry is for; none for other bodies."""
    name = body.casefold().split()
    if "ministry" not in name:
        return []
    return [word for word in name if word not in words("en", "posts", "homes.ministry")]


def _firm_before(ledger: Ledger, holder: Holder, post: PostMention, span: Span) -> Draft | None:
    """Take the enterprise named last for a manager without one: "general manager N said" on its site."""
    name = _named_in(holder, span)
    pointed = post.level == "enterprise" or post.title.casefold() in words("en", "posts", "business.titles")
    if name is None or not pointed:
        return None
    if span not in ledger.prose:
        return None
    number = ledger.prose.index(span)
    near = ledger.prose[max(0, number - _NEAR) : number + 1]
    firms = [firm for sentence in near for firm in _before(ledger, "Enterprise", sentence, name)]
    if not firms:
        return None
    kind = _described_kind(ledger.document.text[span.start : name.span.start])
    fitting = [firm for firm in firms if kind in firm.name.casefold().split()]
    return ledger.chain_of(max(fitting or firms, key=lambda firm: firm.span))


def _described_kind(text: str) -> str:
    """Return the first word of "the dairy company": it says which enterprise is meant."""
    kinds = "|".join(sorted(words("en", "enterprises", "described")))
    described = re.search(rf"\bthe\s+(\w+)\s+(?:{kinds})\b", text)
    return described[1].casefold() if described else ""


def _named_in(holder: Holder, sentence: Span) -> Mention | None:
    return next((mention for mention in holder.draft.mentions if sentence.covers(mention.span)), None)


def _before(ledger: Ledger, type_: str, sentence: Span, name: Mention) -> list[Mention]:
    """Return the mentions of a type in the sentence that end before the name."""
    return [
        mention
        for draft in ledger.drafts.values()
        if draft.type == type_
        for mention in draft.mentions
        if sentence.covers(mention.span) and mention.span.end <= name.span.start
    ]


def _host_country(ledger: Ledger, holder: Holder, post: PostMention, span: Span) -> Draft | None:
    """In "In Lusaka, A met with President B" the president is of the country in which they met.

    Only for titles of a national office without a home, after a place that opens the sentence or
    stands before "where".
    """
    name = _named_in(holder, span)
    if name is None or not _is_national(post):
        return None
    nearest = max(_before(ledger, "Place", span, name), key=lambda place: place.span, default=None)
    if nearest is None or not _sets_scene(ledger.document.text, span, nearest.span):
        return None
    place = ledger.chain_of(nearest)
    return _country_of(ledger, place) if place is not None else None


def _is_national(post: PostMention) -> bool:
    title = set(post.title.casefold().split())
    former = post.status == "former" or title & words("en", "posts", "homes.not_national")
    return bool(title & words("en", "posts", "homes.national")) and not former


def _sets_scene(text: str, sentence: Span, place: Span) -> bool:
    """Whether the place opens the sentence ("In X, …") or has "where" behind it."""
    opening = text[sentence.start : place.start].strip().casefold()
    if opening in words("en", "posts", "homes.scene_prepositions") and text.startswith(",", place.end):
        return True
    return text[place.end : place.end + 8].lstrip(" ,").casefold().startswith("where")


def _country_of(ledger: Ledger, place: Draft) -> Draft | None:
    code = place.attributes.get("code")
    if code is None:
        return None
    lineage = [gazetteer.place(code), *gazetteer.ancestors(gazetteer.place(code))]
    country = next((above for above in lineage if above.level == 0), None)
    if country is None:
        return None
    draft = ledger.known("Place", country.code) or ledger.open("Place", country.name, country.code)
    draft.attributes.setdefault("code", country.code)
    return draft


_READERS: Final[tuple[Reader, ...]] = (_ministry, _firm_before, _host_country)


def _of_seat(ledger: Ledger, holder: Holder, post: PostMention, span: Span, seats: Seats) -> Draft | None:
    """Take the place of the title's level: "the Mayor" is of the seat, a secretary of its Party committee."""
    if post.level is None:
        return None
    seat = _sibling_place(ledger, holder, post, span)
    if seat is None and post.level != "national":
        seat = seats.at(post.level)
    if seat is None:
        return None
    if post.title.casefold() in words("en", "posts", "homes.party"):
        name = full_body_name(f"{seat.bare} {post.level.capitalize()} Party Committee", seats)
        return ledger.open("Body", name, name.casefold())
    return seat_chain(ledger, seat)


def _sibling_place(ledger: Ledger, holder: Holder, post: PostMention, span: Span) -> Seat | None:
    """Take the place of a post named together with this one: secretary of the X Committee "and mayor"."""
    for other, where in holder.posts:
        if other is post or where != span or other.home is None or other.home.type != "Body":
            continue
        draft = ledger.chain_of(other.home)
        place = body_place(plain(other.home.name)) or (body_place(draft.name) if draft is not None else None)
        if place is not None and place.level == post.level:
            return place
    return None
