"""Profiles: what is known of an entity, gathered from its records and merged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from graphbuild.resolve.corpus.ids import own_id
from graphbuild.resolve.corpus.names import name_block, read_name
from graphbuild.resolve.corpus.values import Profile, Seen

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from graphbuild.resolve.corpus.record import HeldPost, Record

Usual = Mapping[str, tuple[str, ...]]
_NONE: Final[Usual] = {}
_SHARE: Final = 7
_MOST: Final = 64
"""How many names, posts, places and companions a profile keeps."""


def profile(record: Record, usual: Usual = _NONE) -> Profile:
    """Return the profile of a single record; `usual` says where people are usually seen, by folded name."""
    seen = tuple(Seen(post, record.date, record.date) for post in record.posts)
    return Profile(
        own_id(record), record.type, record.order, (record.name,), seen, record.date, record.date,
        record.places or tuple(filter(None, (record.seat,))), record.companions,
        company(record, usual), record.scene, frozenset({record.document}),
    )  # fmt: skip


def company(record: Record, usual: Usual) -> tuple[str, ...]:
    """Return the places in which those named beside somebody are usually seen."""
    return tuple(sorted({place for name in record.companions for place in usual.get(name, ())}))


def usual_places(records: Iterable[Record]) -> dict[str, tuple[str, ...]]:
    """Return the places in which the bearers of each name are usually seen, by folded name.

    A place counts that one in seven of their records is tied to. Names of whom no place is known are
    left out. The records may come in any order, in a stream.
    """
    seen: dict[str, Counter[str]] = {}
    for record in records:
        if record.type == "Official" and (places := _tied_to(record)):
            seen.setdefault(name_block(record.name), Counter()).update(places)
    return {name: _frequent(places) for name, places in seen.items()}


def _tied_to(record: Record) -> set[str]:
    return {post.jurisdiction for post in record.posts if post.jurisdiction} | set(record.places)


def _frequent(places: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(place for place, count in places.items() if count * _SHARE >= places.total()))


def merged(profiles: Sequence[Profile]) -> Profile:
    """Return one profile of several: the earliest anchors it, the fullest and most usual name comes first."""
    if len(profiles) == 1:
        return profiles[0]
    ordered = sorted(profiles, key=lambda each: each.order)
    days = sorted(filter(None, (day for each in ordered for day in (each.first, each.last))))
    return Profile(
        ordered[0].entity,
        ordered[0].type,
        ordered[0].order,
        _names(ordered),
        _posts(seen for each in ordered for seen in each.posts),
        days[0] if days else "",
        days[-1] if days else "",
        _usual(place for each in ordered for place in each.places),
        _usual(companion for each in ordered for companion in each.companions),
        _usual(place for each in ordered for place in each.company),
        _usual(place for each in ordered for place in each.scene),
        frozenset[str]().union(*(each.documents for each in ordered)),
        sum(each.size for each in ordered),
        frozenset[str]().union(*(each.handles for each in ordered)),
    )


def _names(ordered: Sequence[Profile]) -> tuple[str, ...]:
    usual = Counter(name for each in ordered for name in each.names)
    return tuple(sorted(usual, key=lambda name: (-len(read_name(name).parts), -usual[name], name))[:_MOST])


def _usual(values: Iterable[str]) -> tuple[str, ...]:
    usual = Counter(values)
    return tuple(sorted(sorted(usual, key=lambda value: (-usual[value], value))[:_MOST]))


def _posts(seen: Iterable[Seen]) -> tuple[Seen, ...]:
    grouped: dict[HeldPost, list[Seen]] = {}
    for each in seen:
        grouped.setdefault(each.post, []).append(each)
    usual = sorted(map(_together, grouped.values()), key=lambda each: (-each.count, each))
    return tuple(sorted(usual[:_MOST]))


def _together(group: Sequence[Seen]) -> Seen:
    first = min((each.first for each in group if each.first), default="")
    return Seen(group[0].post, first, max(each.last for each in group), sum(each.count for each in group))
