"""Chains of all that is no person: places, bodies, enterprises, projects and meetings."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from graphbuild import gazetteer
from graphbuild.languages import mapping, phrases, words
from graphbuild.languages.people import is_pinyin
from graphbuild.resolve.names import canonical, complete, parse_body, plain, title_case
from graphbuild.resolve.seats import Seat, full_name, kind_level, level_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graphbuild.model import Mention, SentenceParse, Span
    from graphbuild.resolve.ledger import Draft, Ledger
    from graphbuild.resolve.seats import Seats

_SHORTEST_ACRONYM: Final = 3
_ENDS: Final = 2
_ORDER: Final = ("Place", "Enterprise", "Body", "Project", "Meeting")


def chain_things(ledger: Ledger, parses: Sequence[SentenceParse], seats: Seats) -> None:
    """Open chains for every thing mentioned, type by type; bodies in the order of the text."""
    things = [thing for parse in parses for thing in parse.things]
    spelt = _spelt_out([thing for thing in things if thing.type == "Body"])
    for type_ in _ORDER:
        chosen = [thing for thing in things if thing.type == type_]
        for mention in sorted(chosen, key=_rank):
            full = spelt.get(mention.name) if type_ == "Body" else None
            draft = _OPENERS[type_](ledger, replace(mention, name=full) if full else mention, seats)
            if draft is not None:
                deictic = mention.name.split()[0].casefold() in words("en", "grammar", "pointing")
                draft.aliases.add(mention.name if deictic else plain(mention.name))
                ledger.add(draft, mention)


def _rank(mention: Mention) -> tuple[bool, int, Span]:
    """Return the order to open in: bodies as they come, else the longest first, described meetings last."""
    if mention.type == "Body":
        return False, 0, mention.span
    described = mention.type == "Meeting" and not any(word[:1].isupper() for word in mention.name.split())
    return described, -len(plain(mention.name).split()), mention.span


def _spelt_out(bodies: Sequence[Mention]) -> dict[str, str]:
    """Map each acronym to the one body of the article whose name has its initials."""
    names = sorted({plain(body.name) for body in bodies})
    initials: dict[str, list[str]] = {}
    for name in names:
        initials.setdefault(_initials(name), []).append(name)
    acronyms = [
        name for name in names if name.isupper() and " " not in name and len(name) >= _SHORTEST_ACRONYM
    ]
    return {acronym: full[0] for acronym in acronyms if len(full := initials.get(acronym, [])) == 1}


def _initials(name: str) -> str:
    """Return the capital letters that the acronym of a name would have; "" for a single word."""
    parts = name.replace("U.S.", "U S").replace("-", " ").split()
    return "".join(part[0] for part in parts if part[0].isupper()) if len(parts) > 1 else ""


def seat_chain(ledger: Ledger, seat: Seat) -> Draft:
    """Return the chain of a seat, opened with its full name when the article only implies it."""
    key = seat.code or f"name:{seat.name.casefold()}"
    draft = ledger.known("Place", key) or ledger.known("Place", f"bare:{seat.bare.casefold()}:{seat.level}")
    if draft is None:
        draft = ledger.open("Place", seat.name, key)
        ledger.also(draft, f"bare:{seat.bare.casefold()}:{seat.level}")
        _remember(draft, seat.code)
    draft.aliases.update({seat.name, seat.bare})
    return draft


def _place(ledger: Ledger, mention: Mention, seats: Seats) -> Draft | None:
    name = plain(mention.name)
    if mention.name.split()[0].casefold() in words("en", "grammar", "pointing"):
        seat = seats.at(mapping("en", "places", "deictic").get(name.split()[-1].casefold()))
        return seat_chain(ledger, seat) if seat is not None else None
    split = kind_level(name)
    if split is not None:
        return _kind_place(ledger, name, split, seats)
    return _bare_place(ledger, name, seats)


def _kind_place(ledger: Ledger, name: str, split: tuple[str, str], seats: Seats) -> Draft:
    code = _code(name, seats, split[1])
    same = ledger.known("Place", f"bare:{split[0].casefold()}:{split[1]}") if code is None else None
    draft = same or ledger.open("Place", name, code or f"name:{name.casefold()}")
    ledger.also(draft, f"bare:{split[0].casefold()}:{split[1]}")
    ledger.also(draft, f"bare:{split[0].casefold()}")
    draft.aliases.add(split[0])
    _remember(draft, code)
    return draft


def _bare_place(ledger: Ledger, name: str, seats: Seats) -> Draft:
    known = ledger.known("Place", f"bare:{name.casefold()}")
    if known is not None:
        return known
    seats_here = (seat for seat in (seats.seat, *seats.levels.values()) if seat is not None)
    named = next((seat for seat in seats_here if seat.bare.casefold() == name.casefold()), None)
    draft = _seat_place(ledger, name, named) if named is not None else _other_place(ledger, name, seats)
    ledger.also(draft, f"bare:{name.casefold()}")
    return draft


def _seat_place(ledger: Ledger, name: str, seat: Seat) -> Draft:
    """Open the chain of a seat that the article names without its kind."""
    draft = ledger.open("Place", name, seat.code or f"name:{seat.name.casefold()}")
    draft.aliases.add(seat.name)
    ledger.also(draft, f"bare:{seat.bare.casefold()}:{seat.level}")
    _remember(draft, seat.code)
    return draft


def _other_place(ledger: Ledger, name: str, seats: Seats) -> Draft:
    """Open the chain of any other place: a country by its usual spelling, a site by its first word too."""
    code = _code(name, seats, None)
    known = gazetteer.place(code) if code else None
    spelt = known is not None and known.level == 0 and known.name.casefold() == name.casefold()
    short = known is not None and known.level == 0 and name.replace(".", "").isupper()
    shown = known.name if known is not None and (spelt or short) else name
    draft = ledger.open("Place", shown, code or f"name:{name.casefold()}")
    first, *rest = name.split()
    if len(rest) == 1 and rest[0] in words("en", "places", "sites.heads"):
        ledger.also(draft, f"bare:{first.casefold()}")
    _remember(draft, code)
    return draft


def _remember(draft: Draft, code: str | None) -> None:
    if code:
        place = gazetteer.place(code)
        draft.attributes["code"] = code
        draft.attributes["native"] = place.native
        draft.aliases.update({place.name, place.bare})


def _code(name: str, seats: Seats, level: str | None) -> str | None:
    """Choose among the gazetteer's homonyms: the one nearest to the seat, else the highest and largest."""
    found = gazetteer.lookup(name) or gazetteer.lookup(_without_style(name))
    if level is not None:
        found = tuple(place for place in found if level_of(place) == level) or found
    if not found:
        return None
    near = _near(seats.seat)
    best = min(
        found, key=lambda place: (-len(near & _lineage(place)), place.level, -place.population, place.code)
    )
    sure = len(found) == 1 or bool(near & _lineage(best)) or best.level <= 1 or best.population > 0
    return best.code if sure else None


def _without_style(name: str) -> str:
    """Return "X" of "Commonwealth of the X"; the name itself without such a style."""
    first, _, rest = name.partition(" of ")
    return plain(rest) if rest and first.casefold() in words("en", "places", "styles.words") else name


def _lineage(place: gazetteer.Place) -> set[str]:
    return {place.code, *(above.code for above in gazetteer.ancestors(place) if above.level > 0)}


def _near(seat: Seat | None) -> set[str]:
    return _lineage(gazetteer.place(seat.code)) if seat is not None and seat.code else set()


def _body(ledger: Ledger, mention: Mention, seats: Seats) -> Draft | None:
    if _is_media(mention.name):
        return None
    name = full_body_name(mention.name, seats)
    draft = ledger.open("Body", name, canonical(name))
    draft.aliases.add(name)
    return draft


def _is_media(name: str) -> bool:
    last = plain(name).split()[-1].casefold()
    return last in words("en", "bodies", "media") or any(
        part.casefold() in words("en", "bodies", "media_parts") for part in name.split()
    )


def full_body_name(name: str, seats: Seats) -> str:
    """Return the name with its ellipsis resolved against the seats, in title case where it was completed."""
    bare = plain(name)
    body = parse_body(bare)
    if body.jurisdiction:
        return _title_organ(bare)
    if body.level == "national":
        return bare
    if body.level:
        seat = seats.at(body.level)
        return complete(bare, seat.bare, body.word) if seat is not None else bare
    if seats.organisation is not None and (organ := _organ_of(bare, seats.organisation)):
        return f"{organ} of {seats.organisation}"
    if seats.seat is not None and _is_organ(bare) and _chinese(seats.seat):
        return f"{seats.seat.bare} {title_case(bare)}"
    return bare


def _organ_of(name: str, organisation: str) -> str:
    """Return the organ of a firm or university: "Party Committee" of "University Party Committee", or ""."""
    head = organisation.rpartition(" ")[2]
    organ = name.removeprefix(f"{head} ")
    return organ if _is_organ(organ) and organ != organisation else ""


def _title_organ(name: str) -> str:
    """Capitalise a name whose organ is written small ("Wanli County Party committee")."""
    words_ = name.split()
    return name if not words_[0][:1].isupper() or words_[-1][:1].isupper() else title_case(name)


def _is_organ(name: str) -> bool:
    """Whether a name holds no proper name, only words of an organ ("Political and Legal Committee")."""
    parts = [part for part in name.split() if part.casefold() not in words("en", "bodies", "small")]
    return _is_local(name, parts) and not _is_fixed(name) and not any(_is_proper(part) for part in parts)


def _is_local(name: str, parts: list[str]) -> bool:
    """Whether the name is of an organ that every place has, and has no word of the nation."""
    local = parts[-1].casefold() in words("en", "bodies", "local") or "committee" in name.casefold()
    return local and not any(part.casefold() in words("en", "bodies", "beyond_local") for part in parts)


def _is_fixed(name: str) -> bool:
    return any(" ".join(form) in name.casefold() for form in phrases("en", "bodies", "national"))


def _is_proper(part: str) -> bool:
    known = gazetteer.demonym(part) is not None or bool(gazetteer.lookup(part))
    return known or part.isupper() or is_pinyin(part)


def _chinese(seat: Seat) -> bool:
    known = seat.code is not None and gazetteer.in_china(gazetteer.place(seat.code))
    return known or is_pinyin(seat.bare)


def body_place(name: str) -> Seat | None:
    """Return the place whose body this is, from a full name: "Jinfeng Municipal ..." gives Jinfeng City."""
    body = parse_body(name)
    if not (body.level and body.jurisdiction) or body.level in {"national", "regional"}:
        return None
    split = kind_level(body.jurisdiction)
    full = full_name(body.jurisdiction, body.level)
    fitting = [place for place in gazetteer.lookup(full) if level_of(place) == body.level]
    return Seat(
        full,
        split[0] if split else body.jurisdiction,
        body.level,
        fitting[0].code if len(fitting) == 1 else None,
    )


def _enterprise(ledger: Ledger, mention: Mention, seats: Seats) -> Draft | None:
    del seats
    name = plain(mention.name)
    parts = tuple(part.casefold() for part in name.split())
    for draft in list(ledger.drafts.values()):
        if draft.type == "Enterprise" and _shortens(parts, draft.name):
            return draft
    return ledger.open("Enterprise", name, name.casefold().rstrip("."))


def _shortens(parts: tuple[str, ...], full: str) -> bool:
    whole = [part.casefold() for part in full.replace("(", " ").replace(")", " ").split()]
    if len(parts) >= len(whole):
        return False
    if len(parts) == _ENDS and parts[0] in whole[:2] and parts[1] == whole[-1]:
        return True  # "Lantu Group" of "Wenhai Lantu Optics Group"
    ends = parts[-1] == whole[-1] and parts[-1] in words("en", "enterprises", "name_ends")
    if ends and len(parts) == 2 and parts[0] in whole[:2]:
        return True  # "Jinrui Group" for "Anhui Jinrui Glass Group"
    at = next(
        (i for i in range(min(3, len(whole) - len(parts) + 1)) if tuple(whole[i : i + len(parts)]) == parts),
        None,
    )
    return at is not None


def _named(ledger: Ledger, mention: Mention, seats: Seats) -> Draft | None:
    del seats
    name = plain(mention.name)
    return ledger.open(mention.type, name, name.casefold())


def _meeting(ledger: Ledger, mention: Mention, seats: Seats) -> Draft | None:
    """Join a meeting to one whose longer name contains it."""
    name = plain(mention.name)
    return (
        _containing(ledger, "Meeting", name) or _of_headline(ledger, name) or _named(ledger, mention, seats)
    )


def _of_headline(ledger: Ledger, name: str) -> Draft | None:
    """Join what the text describes to the only meeting of its kind that the headline names."""
    kind = _kind_of_meeting(name)
    if kind is None or any(word[:1].isupper() for word in name.split()):
        return None
    in_title = ledger.document.blocks[0].span if ledger.document.title else None
    found = [
        draft
        for draft in ledger.drafts.values()
        if draft.type == "Meeting" and _kind_of_meeting(draft.name) == kind
        if in_title is not None and any(in_title.covers(mention.span) for mention in draft.mentions)
    ]
    return found[0] if len(found) == 1 else None


def _kind_of_meeting(name: str) -> str | None:
    """Return the head of a meeting's name: the last head before its complement."""
    heads, complements = words("en", "events", "meetings.heads"), {"on", "with", "of", "for"}
    before = itertools.takewhile(lambda word: word not in complements, name.casefold().split())
    return next((word for word in reversed(list(before)) if word in heads), None)


def _containing(ledger: Ledger, type_: str, name: str) -> Draft | None:
    part = f" {name.casefold()} "
    return next(
        (
            draft
            for draft in ledger.drafts.values()
            if draft.type == type_ and part in f" {draft.name.casefold()} "
        ),
        None,
    )


def _project(ledger: Ledger, mention: Mention, seats: Seats) -> Draft | None:
    """Join "the expansion project" to a fuller name that ends so, and "the Lantu project" to Lantu's."""
    name = plain(mention.name)
    words_ = name.casefold().split()
    if len(words_) >= 3 and (fuller := _containing(ledger, "Project", name)) is not None:
        return fuller
    short = tuple(words_[:-1])
    owned = [
        project
        for claim_owner, project in _owned(ledger)
        if _shortens(short, claim_owner.name) or short == tuple(claim_owner.name.casefold().split())
    ]
    return owned[0] if len(owned) == 1 else _named(ledger, mention, seats)


def _owned(ledger: Ledger) -> list[tuple[Draft, Draft]]:
    """Return (enterprise, project) where the text reads "project of X Co., Ltd."."""
    found = []
    text = ledger.document.text
    for project in [draft for draft in ledger.drafts.values() if draft.type == "Project"]:
        for owner in [draft for draft in ledger.drafts.values() if draft.type == "Enterprise"]:
            pairs = ((p.span, o.span) for p in project.mentions for o in owner.mentions)
            if any(" ".join(text[p.end : o.start].split()) in {"of", "of the"} for p, o in pairs):
                found.append((owner, project))
    return found


_OPENERS: Final = {
    "Place": _place,
    "Body": _body,
    "Enterprise": _enterprise,
    "Project": _project,
    "Meeting": _meeting,
}
