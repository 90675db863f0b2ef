"""The seat of an article, and the words of the article that were read with its help."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphbuild.explain.values import Seat
from graphbuild.extract.document import parse_document
from graphbuild.resolve.seats import find_seats

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graphbuild.model import Chain, Document, Extraction, Line


@dataclass(frozen=True, slots=True)
class _Names:
    """Names of chains and posts of one extraction by id."""

    chains: dict[str, Chain]
    homes: dict[str, str | None]


def find_seat(document: Document, lines: Sequence[Line], extraction: Extraction) -> Seat | None:
    """Return the seat that the article states or shows; None when nothing points to one."""
    found = find_seats(document, parse_document(lines).parses)
    seat = found.seat
    if seat is None:
        return None
    others = {level: place for level, place in found.levels.items() if place != seat}
    above = {level: place.name for level, place in others.items() if level and place.code}
    return Seat(
        seat.name,
        seat.level,
        seat.code,
        bool(document.locus),
        tuple(above.items()),
        tuple(dict.fromkeys(_resolved(extraction, {place.bare for place in found.levels.values()}))),
    )


def _resolved(extraction: Extraction, places: set[str]) -> Iterator[tuple[str, str]]:
    """Yield what is written without a place and was read as one, or as of one."""
    names = _Names(
        {chain.id: chain for chain in extraction.chains}, {post.id: post.post_in for post in extraction.posts}
    )
    for mention in extraction.mentions:
        chain = names.chains[mention.refers_to]
        elliptic = chain.type == "Place" or (chain.type == "Body" and _lacks_only(mention.text, chain.name))
        if elliptic and _filled_in(mention.text, chain.name, places):
            yield " ".join(mention.text.split()), chain.name
    for claim in extraction.claims:
        home = names.chains.get(names.homes.get(claim.object) or "")
        for span in (span for role, span in claim.evidence.mentions if role == "post"):
            written = " ".join(extraction.document.quote(span).split())
            if home is None or not _filled_in(written, home.name, places):
                continue
            if not any(span.covers(mention.span) for mention in extraction.mentions):
                yield written, f"{written}, {home.name}"


def _lacks_only(written: str, name: str) -> bool:
    """Whether all words that are written are in the name: "its Office" points back and lacks nothing."""
    return set(written.split()) <= set(name.split())


def _filled_in(written: str, name: str, places: set[str]) -> bool:
    """Whether a place stands in the name, and none in what is written."""
    return any(place in name for place in places) and not any(place in written for place in places)
