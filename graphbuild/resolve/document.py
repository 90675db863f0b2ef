"""Coreference and ellipsis within one document."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, product
from typing import TYPE_CHECKING, Final

from graphbuild import gazetteer
from graphbuild.languages import words
from graphbuild.model import INFERRED, BlockRole, Resolution
from graphbuild.resolve.ledger import Ledger
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
        _claim_apposition(ledger, parse)
        _claim_parts(ledger, parse)


def _claim_parts(ledger: Ledger, parse: SentenceParse) -> None:
    """Read bodies side by side: "Unit A of the Directorate B", "Office of A, Bureau for B, C Agency"."""
    bodies = [thing for thing in parse.things if thing.type == "Body"]
    for left, right in pairwise(bodies):
        between = " ".join(ledger.document.text[left.span.end : right.span.start].split())
        part, whole = ledger.chain_of(left), ledger.chain_of(right)
        linked = between in {"of the", "in the", "at the"} or (between == "," and _is_part(left, right))
        if not linked or part is None or whole is None or part is whole:
            continue
        roles, here = (("subject", left.span), ("object", right.span)), (parse.span,)
        ledger.claim(part.id, "partOf", whole.id, rule="body-apposition", sentences=here, mentions=roles)


def _is_part(left: Mention, right: Mention) -> bool:
    """Whether the heads of two bodies with a comma between are those of a part and its whole."""
    part = set(left.name.casefold().split()) & words("en", "bodies", "parts")
    return bool(part and set(right.name.casefold().split()) & words("en", "bodies", "wholes"))


def _claim_inner(ledger: Ledger, sentence: Span, outer: Mention, inner: Mention) -> None:
    whole, part = ledger.chain_of(inner), ledger.chain_of(outer)
    if whole is None or part is None or whole is part or part.type not in _PARTS:
        return
    relation = "partOf" if part.type == whole.type == "Body" else "locatedIn"
    if relation == "partOf" or whole.type == "Place":
        roles = (("subject", outer.span), ("object", inner.span))
        ledger.claim(part.id, relation, whole.id, rule="name-nesting", sentences=(sentence,), mentions=roles)


def _claim_apposition(ledger: Ledger, parse: SentenceParse) -> None:
    """Read two places with a comma between, the second above the first: "Accra, Ghana"."""
    places = [thing for thing in parse.things if thing.type == "Place"]
    for left, right in pairwise(places):
        between = ledger.document.text[left.span.end : right.span.start].strip()
        lower, upper = ledger.chain_of(left), ledger.chain_of(right)
        if between != "," or lower is None or upper is None or lower is upper or not _above(lower, upper):
            continue
        roles, here = (("subject", left.span), ("object", right.span)), (parse.span,)
        ledger.claim(lower.id, "locatedIn", upper.id, rule="place-apposition", sentences=here, mentions=roles)


def _above(lower: Draft, upper: Draft) -> bool:
    codes = lower.attributes.get("code"), upper.attributes.get("code")
    if codes[0] is None or codes[1] is None:
        return False
    return codes[1] in {place.code for place in gazetteer.ancestors(gazetteer.place(codes[0]))}


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
