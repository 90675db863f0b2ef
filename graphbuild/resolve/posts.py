"""Posts of people: titles joined to their homes, ellipsis resolved, repetitions dropped."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graphbuild import gazetteer
from graphbuild.languages import words
from graphbuild.resolve.names import canonical, plain
from graphbuild.resolve.seats import Seat
from graphbuild.resolve.things import body_place, full_body_name, seat_chain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graphbuild.model import PostMention, Span
    from graphbuild.resolve.ledger import Draft, Ledger
    from graphbuild.resolve.people import Holder
    from graphbuild.resolve.seats import Seats


def claim_posts(ledger: Ledger, holders: Sequence[Holder], seats: Seats) -> None:
    """Claim `holdsPost` for every post of every person, and `chairs` for those who head what they chair."""
    for holder in holders:
        read = [(post, span, _home(ledger, holder, post, span, seats)) for post, span in holder.posts]
        for post, span, home in read:
            stated = [p for p, _, h in read if p.home is not None and h is not None]
            fuller = [p for p, _, h in read if h is not None or len(p.title) > len(post.title)]
            if (post.home is None and _said_better(post, stated)) or (home is None and _said_better(post, fuller)):
                continue
            _claim(ledger, holder, post, span, home)


def _claim(ledger: Ledger, holder: Holder, post: PostMention, span: Span, home: Draft | None) -> None:
    held = ledger.post(post.title, home)
    person = next((m for m in holder.draft.mentions if span.covers(m.span)), holder.draft.mentions[0])
    roles = (("subject", person.span), ("post", post.span))
    rule = "title" if home is None or post.home is not None else "title-ellipsis"
    confidence = 0.95 if post.home is not None else 0.85
    ledger.claim(holder.draft.id, "holdsPost", held.id, rule=rule, sentences=(span,), mentions=roles, confidence=confidence)
    heads = post.title.casefold().split()[-1] in words("en", "posts", "chairs")
    deputy = set(post.title.casefold().split()) & {"vice", "deputy", "former"}
    if heads and not deputy and post.status == "held" and home is not None and home.type in {"Body", "Enterprise"}:
        ledger.claim(holder.draft.id, "chairs", home.id, rule="chair-title", sentences=(span,), mentions=roles, confidence=confidence)


def _said_better(post: PostMention, others: list[PostMention]) -> bool:
    """Whether another mention gives the same title with its home, or in full ("Minister" in "Minister of Trade")."""
    title = post.title.casefold()
    names = [other.title.casefold() for other in others if other is not post]
    return any(title == name or name.endswith(f" {title}") or name.startswith((f"{title} of ", f"{title} for ")) for name in names)


def _home(ledger: Ledger, holder: Holder, post: PostMention, span: Span, seats: Seats) -> Draft | None:
    if post.home is not None:
        found = ledger.chain_of(post.home) or _implied(ledger, post)
        return _above_office(ledger, post, found) if found is not None else None
    portfolio = _portfolio(ledger, post)
    if portfolio is not None:
        return portfolio
    firm = _firm_before(ledger, holder, post, span)
    if firm is not None:
        return firm
    host = _host_country(ledger, holder, post, span)
    if host is not None:
        return host
    if post.level is None:
        return None
    seat = _sibling_place(ledger, holder, post, span) or (None if post.level == "national" else seats.at(post.level))
    if seat is None:
        return None
    if post.title.casefold() in {"secretary", "deputy secretary"}:
        name = full_body_name(f"{seat.bare} {post.level.capitalize()} Party Committee", seats)
        return ledger.open("Body", name, name.casefold())
    return seat_chain(ledger, seat)


def _host_country(ledger: Ledger, holder: Holder, post: PostMention, span: Span) -> Draft | None:
    """In "In Lusaka, A met with President B" the president is of the country in which they met.

    Only for titles of a national office without a home, after a place that opens the sentence or
    stands before "where".
    """
    words_ = set(post.title.casefold().split())
    national = words_ & {"president", "minister", "premier", "king", "queen", "chancellor", "sultan", "emir"}
    if not national or words_ & {"vice-president", "former"} or post.status == "former":
        return None
    name = next((m for m in holder.draft.mentions if span.covers(m.span)), None)
    before = [m for draft in ledger.drafts.values() if draft.type == "Place" for m in draft.mentions if span.covers(m.span)]
    nearest = max((m for m in before if name is not None and m.span.end <= name.span.start), key=lambda m: m.span, default=None)
    if nearest is None or name is None or not _sets_scene(ledger.document.text, span, nearest.span):
        return None
    place = ledger.chain_of(nearest)
    return _country_of(ledger, place) if place is not None else None


def _sets_scene(text: str, sentence: Span, place: Span) -> bool:
    opening = text[sentence.start : place.start].strip().casefold()
    after = text[place.end : place.end + 8].lstrip(" ,").casefold()
    return (opening in {"in", "at"} and text[place.end : place.end + 1] == ",") or after.startswith("where")


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


def _firm_before(ledger: Ledger, holder: Holder, post: PostMention, span: Span) -> Draft | None:
    """Take the enterprise named last for a manager without one: "general manager N said" on its site."""
    if post.title.casefold() not in words("en", "posts", "business.titles"):
        return None
    name = next((m for m in holder.draft.mentions if span.covers(m.span)), None)
    number = ledger.sentences.index(span)
    near = ledger.sentences[max(0, number - 2) : number + 1]
    firms = [
        mention
        for draft in ledger.drafts.values()
        if draft.type == "Enterprise"
        for mention in draft.mentions
        if any(sentence.covers(mention.span) for sentence in near) and name is not None and mention.span.end <= name.span.start
    ]
    if not firms or name is None:
        return None
    described = re.search(r"\bthe\s+(\w+)\s+(?:company|firm|factory|plant|market|hospital|group)\b", ledger.document.text[span.start : name.span.start])
    kind = described[1].casefold() if described else ""
    fitting = [mention for mention in firms if kind in mention.name.casefold().split()]
    return ledger.chain_of(max(fitting or firms, key=lambda mention: mention.span))


def _portfolio(ledger: Ledger, post: PostMention) -> Draft | None:
    """Join a minister of X, or X minister, to the Ministry of X that the article names."""
    words_ = post.title.casefold().split()
    if "minister" not in words_ or "prime" in words_:
        return None
    topic = [word for word in words_ if word not in {"minister", "of", "for", "deputy", "vice", "acting", "former", "the", "state"}]
    for draft in ledger.drafts.values():
        name = draft.name.casefold().split()
        if topic and draft.type == "Body" and "ministry" in name and [w for w in name if w not in {"ministry", "of", "the", "for"}] == topic:
            return draft
    return None


def _implied(ledger: Ledger, post: PostMention) -> Draft | None:
    """Open the chain of a country that a demonym names ("Kenyan President")."""
    home = post.home
    if home is not None and home.type == "Body":
        body = ledger.open("Body", home.name, canonical(home.name))
        ledger.add(body, home)
        return body
    if home is None or home.type != "Place":
        return None
    draft = ledger.known("Place", f"bare:{home.name.casefold()}")
    if draft is None:
        draft = ledger.open("Place", home.name, f"name:{home.name.casefold()}")
        ledger.also(draft, f"bare:{home.name.casefold()}")
    ledger.add(draft, home)
    return draft


def _above_office(ledger: Ledger, post: PostMention, home: Draft) -> Draft:
    """A secretary-general named with an office is the body's above it, not the office's."""
    if post.title.casefold() not in words("en", "posts", "above_office.titles"):
        return home
    low = home.name.casefold()
    for draft in ledger.drafts.values():
        inner = draft.name.casefold()
        if draft.type == "Body" and draft is not home and "office" in low and inner in low and "office" not in inner:
            return draft
    return home


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
