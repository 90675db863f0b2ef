"""Visits and meetings as events: principals, companions and stops in order, from factual claims alone."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from graphbuild.model import Event, EventDate, Participation, digest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from graphbuild.model import Claim, Entity, Extraction, Happening, Span

Part = tuple[str, str, int | None]
"""An official, the role in the event, and the position among those of the role, if they are listed."""

_UPHELD_BY = {"Visit": "visited", "Talks": "met"}
"""Relations without which there was no such event."""

_MOST_NAMED = 3
_ROLES = {"chairs": "chair", "attended": "attendee"}


def event_ids(extraction: Extraction, entities: Mapping[str, str]) -> dict[str, str]:
    """Return an id for every happening: a named meeting's is its entity's, a visit's says whose and when."""
    found: dict[str, str] = {}
    for happening in extraction.happenings:
        if happening.chain is not None:
            entity = entities.get(happening.chain)
            if entity is not None:
                found[happening.id] = entity
        else:
            date = happening.date.edtf.replace("/", "--") if happening.date else "undated"
            seed = digest(extraction.document.id, happening.id, length=8)
            found[happening.id] = f"{happening.type.casefold()}-{date}-{seed}"
    return found


def assemble_events(
    extraction: Extraction,
    ids: Mapping[str, str],
    claims: Sequence[Claim],
    entities: Mapping[str, Entity],
    chains: Mapping[str, str],
) -> list[Event]:
    """Return the events of one document that factual claims uphold."""
    by_event: dict[str, list[Claim]] = defaultdict(list)
    posts: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        if claim.factual and claim.event:
            by_event[claim.event].append(claim)
        if claim.factual and claim.relation == "holdsPost":
            posts[claim.subject].add(claim.object)
    found = []
    for happening in extraction.happenings:
        event = ids.get(happening.id)
        own = by_event.get(event or "", [])
        needed = _UPHELD_BY.get(happening.type)
        if event is None or (needed and not any(claim.relation == needed for claim in own)):
            continue
        found.append(_event(extraction, happening, event, own, entities, chains, posts))
    return found


def _told_order(claim: Claim) -> tuple[int, Span, Span, str]:
    """Return what sorts claims as the text tells them: an order that it states, then by what stands first."""
    sentence = claim.evidence.sentences[0]
    object_ = next((span for role, span in claim.evidence.mentions if role == "object"), sentence)
    return claim.position or 0, sentence, object_, claim.id


def _event(
    extraction: Extraction,
    happening: Happening,
    event: str,
    claims: Sequence[Claim],
    entities: Mapping[str, Entity],
    chains: Mapping[str, str],
    posts: Mapping[str, set[str]],
) -> Event:
    ordered = sorted(claims, key=_told_order)
    people = _PEOPLE[happening.type](ordered)
    stops = tuple(dict.fromkeys(claim.object for claim in ordered if claim.relation == "visited"))
    label = _label(happening, event, people, stops, entities)
    return Event(
        event,
        happening.type,
        label,
        tuple(
            Participation(official, role, tuple(sorted(posts.get(official, ()))), position)
            for official, role, position in people
        ),
        stops,
        chains.get(happening.venue or ""),
        happening.topics,
        happening.date,
        (extraction.document.id,),
        tuple(sorted({claim.id for claim in claims})),
    )


def _visit_people(claims: Sequence[Claim]) -> list[Part]:
    principals = dict.fromkeys(claim.subject for claim in claims if claim.relation == "visited")
    companions: dict[str, int | None] = {}
    for claim in claims:
        if claim.relation == "accompanied" and claim.subject not in principals:
            companions.setdefault(claim.subject, claim.position)
    return [
        *((person, "principal", None) for person in principals),
        *((p, "companion", n) for p, n in companions.items()),
    ]


def _meeting_people(claims: Sequence[Claim]) -> list[Part]:
    seen: dict[tuple[str, str], None] = {}
    for claim in claims:
        if claim.relation in _ROLES:
            seen.setdefault((claim.subject, _ROLES[claim.relation]))
    return [(person, role, None) for person, role in seen]


def _talkers(claims: Sequence[Claim]) -> list[Part]:
    people = dict.fromkeys(person for claim in claims for person in (claim.subject, claim.object))
    return [(person, "attendee", None) for person in people]


_PEOPLE = {"Visit": _visit_people, "Meeting": _meeting_people, "Talks": _talkers}


def _label(
    happening: Happening,
    event: str,
    people: Sequence[Part],
    stops: Sequence[str],
    entities: Mapping[str, Entity],
) -> str:
    if happening.type == "Meeting":
        return entities[event].label
    if happening.type == "Visit":
        return _visit_label(people, stops, entities, happening.date)
    shown = _named([entities[person].label for person, _, _ in people])
    return f"Talks of {shown}" + (f", {happening.date.edtf}" if happening.date else "")


def _named(names: Sequence[str]) -> str:
    """Join names; of many, the first and how many others."""
    return " and ".join(names) if len(names) <= _MOST_NAMED else f"{names[0]} and {len(names) - 1} others"


def _visit_label(
    people: Sequence[Part], stops: Sequence[str], entities: Mapping[str, Entity], date: EventDate | None
) -> str:
    """Name a visit by its principals, the first place among its stops (else the first stop) and its date."""
    leaders = _named([entities[person].label for person, role, _ in people if role == "principal"])
    places = (stop for stop in stops if entities[stop].type == "Place")
    where = entities[next(places, stops[0])].label
    return f"Visit of {leaders} to {where}" + (f", {date.edtf}" if date else "")
