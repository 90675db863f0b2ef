"""The seat of an article: the place whose paper it is, and the places above it.

"Our city", "the Municipal Party Committee" and "the Mayor" mean those of the seat. It is found by
weighing what names it: the publisher, the title, names of divisions and of bodies, and the level of
the ellipses themselves; of two candidates in one hierarchy the lower is meant.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from graphbuild import gazetteer
from graphbuild.languages import mapping, words
from graphbuild.model import BlockRole
from graphbuild.resolve.names import parse_body, plain
from graphbuild.resolve.organisations import find_organisation

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from graphbuild.model import Document, SentenceParse

_CITY: Final = 2
"""The gazetteer's rank of prefecture-level cities."""
_FIELD: Final = 2
"""What a place in a line above the text weighs, against 1 for a mention."""
_LOWER: Final = (
    "national",
    "provincial",
    "prefectural",
    "municipal",
    "county",
    "district",
    "township",
    "village",
)

RANKS: Final = {
    "national": 0, "provincial": 1, "state": 1, "prefectural": 2, "municipal": 2,
    "county": 3, "district": 3, "township": 4, "village": 5,
}  # fmt: skip
"""Levels from the nation down: one of a higher number lies in one of a lower."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A place at which an article may sit: full and bare name, level, and gazetteer code if known."""

    name: str
    bare: str
    level: str
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Seats:
    """The seat of the article and the best place for each level that ellipses may point to.

    `organisation` is the firm or university whose page it is, if it is one's.
    """

    seat: Seat | None
    levels: dict[str, Seat]
    organisation: str | None = None

    def at(self, level: str | None) -> Seat | None:
        """Return the place that an elliptical name of this level means."""
        return self.levels.get(level or "")


def kind_level(name: str) -> tuple[str, str] | None:
    """Split "Jinfeng City" into its bare name and level; None without a word of kind."""
    parts = plain(name).split()
    if any(place.bare.casefold() == plain(name).casefold() for place in gazetteer.lookup(name)):
        return None  # the kind word is part of the bare name: "Mexico City"
    divisions = mapping("en", "places", "divisions")
    for size in (3, 2, 1):
        kind = " ".join(parts[-size:]).casefold()
        if len(parts) > size and kind in divisions:
            return " ".join(parts[:-size]), divisions[kind]
    return None


def find_seats(document: Document, parses: Sequence[SentenceParse]) -> Seats:
    """Weigh the candidates of the document and return its seats."""
    wanted = _ellipses(parses)
    scores: Counter[tuple[str, str]] = Counter()
    names: dict[tuple[str, str], str] = {}
    for bare, level, name, weight in _candidates(document, parses):
        scores[bare.casefold(), level] += weight
        names.setdefault((bare.casefold(), level), name)
    for key in scores:
        scores[key] += 2 * (key[1] in wanted)
    _prefer_lower(scores, names, wanted)
    ranked = sorted(
        scores, key=lambda key: (-scores[key], _LOWER.index(key[1]) if key[1] in _LOWER else 9, key)
    )
    stated = _stated(document)
    seat = stated or (_seat(ranked[0][1], names[ranked[0]]) if ranked else None)
    seat = seat if stated else _not_listed(seat, document, wanted)
    return Seats(seat, _by_level(seat, ranked, names), find_organisation(document, parses))


def _not_listed(seat: Seat | None, document: Document, wanted: Counter[str]) -> Seat | None:
    """Take a bare name for a city of its own when its mayor governs it and only a district is listed so.

    "Mayor of Xihu" is no mayor of Hangzhou, whose district bears the name, when the page never names
    Hangzhou.
    """
    if (
        seat is None
        or seat.code is None
        or seat.level not in {"district", "county"}
        or not wanted["municipal"]
    ):
        return seat
    above = {place.bare for place in gazetteer.ancestors(gazetteer.place(seat.code)) if place.level == _CITY}
    told = document.text + (document.title or "") + (document.publisher or "")
    if wanted[seat.level] or seat.name in told or any(name in told for name in above):
        return seat
    return Seat(seat.bare, seat.bare, "municipal")


def _stated(document: Document) -> Seat | None:
    """Return the seat that the user stated ("Jinfeng, Hunan"), the rest telling homonyms apart."""
    if not document.locus:
        return None
    first, *above = [part.strip() for part in document.locus.split(",")]
    found = gazetteer.lookup(first)
    for part in above:
        over = {place.code for place in gazetteer.lookup(part)}
        found = (
            tuple(place for place in found if over & {a.code for a in gazetteer.ancestors(place)}) or found
        )
    if found:
        place = found[-1]
        return Seat(place.name, place.bare, level_of(place), place.code)
    split = kind_level(first)
    return Seat(first, split[0] if split else first, split[1] if split else "municipal")


def level_of(place: gazetteer.Place) -> str:
    """Return the level word class of a gazetteer place, by its kind rather than its rank."""
    divisions = mapping("en", "places", "divisions")
    if place.kind == "Municipality":
        return "municipal"
    return divisions.get(
        place.kind.casefold(),
        {0: "national", 1: "provincial", 2: "municipal", 3: "county"}.get(place.level, "municipal"),
    )


def _ellipses(parses: Iterable[SentenceParse]) -> Counter[str]:
    """Count the levels of names that leave their place out, and of "our city"."""
    found: Counter[str] = Counter()
    for parse in parses:
        for thing in parse.things:
            if thing.type == "Body":
                body = parse_body(thing.name)
                if body.level and not body.jurisdiction:
                    found[body.level] += 1
            elif thing.type == "Place" and thing.name.split()[0].casefold() in words(
                "en", "grammar", "pointing"
            ):
                found[mapping("en", "places", "deictic").get(thing.name.split()[-1].casefold(), "")] += 2
        for person in parse.people:
            for post in person.posts:
                found[post.level or ""] += bool(post.level and post.home is None)
    return found


def _candidates(document: Document, parses: Sequence[SentenceParse]) -> list[tuple[str, str, str, int]]:
    """Return (bare name, level, full name, weight) of all that may be the seat."""
    found: list[tuple[str, str, str, int]] = []
    seen: Counter[tuple[str, str]] = Counter()
    for parse in parses:
        if parse.role == BlockRole.CAPTION:
            continue  # captions repeat the title, which is weighed once
        in_title = parse.role == BlockRole.TITLE
        for thing in parse.things:
            for bare, level, name, weight in _of_mention(thing.type, thing.name):
                seen[bare.casefold(), thing.type] += 1
                if in_title or seen[bare.casefold(), thing.type] <= 3:
                    found.append((bare, level, name, weight + 2 * (in_title and thing.type == "Place")))
    found.extend(_of_publisher(document, found))
    found.extend(_of_fields(document))
    return found


def _of_fields(document: Document) -> list[tuple[str, str, str, int]]:
    """Read the place in a line above the text: "Press service of the government of the X region"."""
    kinds = "|".join(sorted(words("en", "places", "small_kinds.heads")))
    pattern = re.compile(rf"\b([A-Z][\w-]+)\s+({kinds})\b")
    lines = (block.span for block in document.blocks if block.role == BlockRole.FIELD)
    hits = (match for span in lines for match in pattern.finditer(document.quote(span)))
    divisions = mapping("en", "places", "divisions")
    return [(hit[1], divisions[hit[2]], f"{hit[1]} {hit[2]}", _FIELD) for hit in hits if hit[2] in divisions]


def _of_mention(type_: str, name: str) -> list[tuple[str, str, str, int]]:
    if type_ == "Place":
        split = kind_level(name)
        if split is not None:
            return [(split[0], split[1], plain(name), 1)]
        return [
            (place.bare, level_of(place), place.name, 1)
            for place in gazetteer.lookup(name)
            if gazetteer.in_china(place) and place.level >= 1
        ][:2]
    if type_ == "Body":
        body = parse_body(name)
        if body.level and body.jurisdiction and body.level in mapping("en", "places", "kinds"):
            return [(body.jurisdiction, body.level, full_name(body.jurisdiction, body.level), 1)]
    return []


def full_name(bare: str, level: str) -> str:
    """Return the full name of the division that a body's name implies: municipal Jinfeng is Jinfeng City."""
    if kind_level(bare):
        return bare
    fitting = [
        place for place in gazetteer.lookup(bare) if gazetteer.in_china(place) and level_of(place) == level
    ]
    kinds = mapping("en", "places", "kinds")
    return fitting[0].name if fitting else f"{bare} {kinds.get(level, 'City')}"


def _of_publisher(
    document: Document, found: list[tuple[str, str, str, int]]
) -> list[tuple[str, str, str, int]]:
    if not document.publisher:
        return []
    low = document.publisher.casefold()
    hits = [(bare, level, name, 4) for bare, level, name, _ in found if low.startswith(bare.casefold() + " ")]
    if hits:
        return sorted(set(hits))
    head = document.publisher.split()[0]
    if head.casefold() in words("en", "bodies", "media"):
        return []
    places = [place for place in gazetteer.lookup(head) if gazetteer.in_china(place) and place.level > 1]
    return [(place.bare, level_of(place), place.name, 4) for place in places][:2]


def _prefer_lower(
    scores: Counter[tuple[str, str]], names: dict[tuple[str, str], str], wanted: Counter[str]
) -> None:
    """Of two cities of which one lies in the other, the lower is the seat of a local page."""
    above: dict[tuple[str, str], set[str]] = defaultdict(set)
    for key in scores:
        for place in gazetteer.lookup(names[key]):
            above[key] |= {ancestor.name.casefold() for ancestor in gazetteer.ancestors(place)}
    for key in scores:
        if key[1] in wanted and any(
            names[other].casefold() in above[key] for other in scores if other != key
        ):
            scores[key] += 2


def _seat(level: str, name: str) -> Seat:
    split = kind_level(name)
    shown = split[0] if split else name
    fitting = [place for place in gazetteer.lookup(name) if level_of(place) == level]
    return Seat(name, shown, level, fitting[0].code if len(fitting) == 1 else None)


def _by_level(
    seat: Seat | None, ranked: Sequence[tuple[str, str]], names: dict[tuple[str, str], str]
) -> dict[str, Seat]:
    found: dict[str, Seat] = {}
    if seat is not None:
        found[seat.level] = seat
        for place in _above(seat):
            found.setdefault(level_of(place), Seat(place.name, place.bare, level_of(place), place.code))
    for key in ranked:
        found.setdefault(key[1], _seat(key[1], names[key]))
    return found


def _above(seat: Seat) -> tuple[gazetteer.Place, ...]:
    return gazetteer.ancestors(gazetteer.place(seat.code)) if seat.code else ()
