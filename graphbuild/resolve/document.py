"""Coreference and ellipsis within one document."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING, Final

from graphbuild import gazetteer
from graphbuild.model import INFERRED, BlockRole, Resolution
from graphbuild.resolve.ledger import Ledger
from graphbuild.resolve.locations import claim_locations, claim_parts
from graphbuild.resolve.people import chain_people
from graphbuild.resolve.posts import claim_posts
from graphbuild.resolve.seats import find_seats
from graphbuild.resolve.things import body_place, chain_things, seat_chain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graphbuild.model import Document, Mention, SentenceParse, Span
    from graphbuild.resolve.ledger import Draft
    from graphbuild.resolve.seats import Seat

_PARTS: Final = frozenset({"Body", "Enterprise", "Place"})


def resolve_document(document: Document, parses: Sequence[SentenceParse]) -> Resolution:
    """Return chains for all mentions of a document, and what names alone say: posts, parents, places."""
    seats = find_seats(document, parses)
    prose = tuple(parse.span for parse in parses if parse.role == BlockRole.PARAGRAPH)
    ledger = Ledger(document, tuple(parse.span for parse in parses), prose)
    chain_things(ledger, parses, seats)
    holders = chain_people(ledger, parses)
    claim_posts(ledger, holders, seats)
    _claim_nesting(ledger, parses)
    _claim_hierarchy(ledger)
    seat = (
        seat_chain(ledger, seats.seat).id
        if seats.seat is not None and _seat_is_used(ledger, seats.seat.bare)
        else None
    )
    mentions = tuple(
        replace(mention, refers_to=draft.id, text=document.quote(mention.span))
        for draft in ledger.drafts.values()
        for mention in draft.mentions
    )
    return Resolution(
        tuple(draft.freeze() for draft in ledger.drafts.values()),
        tuple(sorted(ledger.posts.values())),
        tuple(sorted(mentions)),
        tuple(ledger.claims),
        seat,
    )


def _seat_is_used(ledger: Ledger, bare: str) -> bool:
    return any(draft.type == "Place" and bare in draft.aliases for draft in ledger.drafts.values())


def _claim_nesting(ledger: Ledger, parses: Sequence[SentenceParse]) -> None:
    """Read a name inside a name: "Office of the X Government" is part of it, "Port of Y" lies in Y."""
    for parse in parses:
        for outer, inner in product(parse.things, repeat=2):
            if (
                outer.span != inner.span
                and outer.span.covers(inner.span)
                and outer.span.end == inner.span.end
            ):
                _claim_inner(ledger, parse.span, outer, inner)
        claim_locations(ledger, parse)
        claim_parts(ledger, parse)


def _claim_inner(ledger: Ledger, sentence: Span, outer: Mention, inner: Mention) -> None:
    whole, part = ledger.chain_of(inner), ledger.chain_of(outer)
    if whole is None or part is None or whole is part or part.type not in _PARTS:
        return
    relation = "partOf" if part.type == whole.type == "Body" else "locatedIn"
    if relation == "partOf" or whole.type == "Place":
        roles = (("subject", outer.span), ("object", inner.span))
        ledger.claim(part.id, relation, whole.id, rule="name-nesting", sentences=(sentence,), mentions=roles)


def _claim_hierarchy(ledger: Ledger) -> None:
    """Bodies have jurisdiction over the place in their name; known places lie in known places above."""
    for draft in sorted(ledger.drafts.values(), key=lambda d: d.id):
        if draft.type == "Body" and draft.mentions:
            _claim_jurisdiction(ledger, draft)
    places = [
        draft for draft in ledger.drafts.values() if draft.type == "Place" and "code" in draft.attributes
    ]
    for lower in places:
        nearest = _nearest_above(lower, places)
        if nearest is not None and lower.mentions:
            _infer(ledger, lower, "locatedIn", nearest, rule="gazetteer")


def _infer(ledger: Ledger, subject: Draft, relation: str, object_: Draft, *, rule: str) -> None:
    """Claim what the first mention of the subject implies by its name alone."""
    mention = subject.mentions[0]
    ledger.claim(
        subject.id,
        relation,
        object_.id,
        rule=rule,
        sentences=(_sentence_of(ledger, mention),),
        mentions=(("subject", mention.span),),
        modality=INFERRED,
    )


def _nearest_above(lower: Draft, places: Sequence[Draft]) -> Draft | None:
    by_code = {draft.attributes["code"]: draft for draft in places if draft is not lower}
    above = gazetteer.ancestors(gazetteer.place(lower.attributes["code"]))
    return next((by_code[place.code] for place in above if place.code in by_code), None)


def _claim_jurisdiction(ledger: Ledger, body: Draft) -> None:
    place = body_place(body.name)
    chain = _known_place(ledger, place) if place is not None else None
    if chain is not None:
        _infer(ledger, body, "jurisdiction", chain, rule="body-name")


def _known_place(ledger: Ledger, place: Seat) -> Draft | None:
    """Return the chain of a place that the article names or a post is in; background makes no node."""
    known = ledger.known("Place", place.code or f"name:{place.name.casefold()}")
    return known or ledger.known("Place", f"bare:{place.bare.casefold()}:{place.level}")


def _sentence_of(ledger: Ledger, mention: Mention) -> Span:
    return next((span for span in ledger.sentences if span.covers(mention.span)), mention.span)
