"""Events across articles: several reports of one visit or meeting become one event with all sources."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from graphbuild.model import Event, Participation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from graphbuild.assemble.orders import Order


def event_key(event: Event) -> tuple[str, str, str]:
    """Return what reports of one event share: type, day, and the first of its principals.

    Only events with a day and principals can be told to be one; a named meeting is known by its id.
    """
    if event.type == "Meeting":
        return event.type, "", event.id
    people = sorted(part.official for part in event.participations if part.role == "principal")
    if not people or event.date is None or not _is_day(event.date.edtf):
        return event.type, "", event.id
    return event.type, event.date.edtf, people[0]


def _is_day(edtf: str) -> bool:
    return len(edtf) == len("2019-05-03") and edtf.replace("-", "").isdigit()


def merge_events(events: Iterable[Event], orders: Mapping[str, Order]) -> tuple[list[Event], dict[str, str]]:
    """Return events with the reports of each put together, and for each id that is replaced the new one.

    `orders` gives the order of each document; events of one document come as it tells them. Reports of
    one key are one event if they share a stop, or if one names no stop but a place that holds for the
    other; else they are two calls of a day.
    """
    grouped: defaultdict[tuple[str, str, str], list[Event]] = defaultdict(list)
    for event in events:
        grouped[event_key(event)].append(event)
    merged: list[Event] = []
    replaced: dict[str, str] = {}
    for _, group in sorted(grouped.items()):
        for reports in _reports(group, orders):
            whole = merge_reports(reports, orders)
            merged.append(whole)
            replaced.update((each.id, whole.id) for each in reports if each.id != whole.id)
    return merged, replaced


def _reports(group: Sequence[Event], orders: Mapping[str, Order]) -> list[list[Event]]:
    found: list[list[Event]] = []
    for event in sorted(group, key=lambda each: _order(each, orders)):
        fitting = [reports for reports in found if any(_is_one(event, other) for other in reports)]
        rest = [reports for reports in found if reports not in fitting]
        found = [*rest, [*(each for reports in fitting for each in reports), event]]
    return found


def _is_one(one: Event, two: Event) -> bool:
    if one.id == two.id:
        return True
    if set(one.documents) & set(two.documents):  # an article knows its own events apart
        return False
    return bool(set(one.stops) & set(two.stops)) or (one.venue is not None and one.venue == two.venue)


def _order(event: Event, orders: Mapping[str, Order]) -> Order:
    return min(orders[document] for document in event.documents)


def merge_reports(reports: Sequence[Event], orders: Mapping[str, Order]) -> Event:
    """Return one event of several reports; the fullest itinerary and list of companions gives the order."""
    ordered = sorted(reports, key=lambda each: _order(each, orders))
    if len(ordered) == 1:
        return ordered[0]
    first = ordered[0]
    fullest = max(ordered, key=lambda each: len(each.stops))
    return replace(
        first,
        participations=_participations(ordered),
        stops=tuple(dict.fromkeys(stop for each in (fullest, *ordered) for stop in each.stops)),
        venue=next((each.venue for each in ordered if each.venue), None),
        topics=tuple(dict.fromkeys(topic for each in ordered for topic in each.topics)),
        date=next((each.date for each in ordered if each.date), None),
        documents=tuple(sorted({document for each in ordered for document in each.documents})),
        claims=tuple(sorted({claim for each in ordered for claim in each.claims})),
    )


def _participations(ordered: Sequence[Event]) -> tuple[Participation, ...]:
    """Return each part once, with the posts of all reports and one order of companions."""
    longest = max(ordered, key=lambda each: len(each.participations))
    parts: dict[tuple[str, str], list[Participation]] = {}
    for event in (longest, *ordered):
        for part in event.participations:
            parts.setdefault((part.official, part.role), []).append(part)
    principals = {official for official, role in parts if role == "principal"}
    found = [(key, same) for key, same in parts.items() if key[1] == "principal" or key[0] not in principals]
    numbers = iter(range(1, len(found) + 1))
    return tuple(
        Participation(
            official,
            role,
            tuple(sorted({post for each in same for post in each.posts})),
            next(numbers) if any(each.position is not None for each in same) else None,
        )
        for (official, role), same in found
    )
