"""A graph as tables: what CSV, Parquet and spreadsheets are made of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from graphbuild.export.lookup import Lookup
from graphbuild.export.terms import clean
from graphbuild.model import Claim, Event, GraphSource

Kind: TypeAlias = Literal["text", "texts", "whole", "number", "flag"]
Cell: TypeAlias = str | tuple[str, ...] | int | float | bool | None
Row: TypeAlias = tuple[Cell, ...]

_DECIMAL: Final = re.compile(r"-?[0-9]{1,40}(\.[0-9]{1,20})?")


@dataclass(frozen=True, slots=True)
class Table:
    """Columns with the kind of their cells, and a function that yields the rows of a graph in order.

    A cell of kind "texts" is a tuple of strings; any cell but the first may be None.
    """

    name: str
    columns: tuple[tuple[str, Kind], ...]
    rows: Callable[[GraphSource], Iterator[Row]]


def cleaned(row: Row) -> Row:
    """Return a row whose strings hold nothing that cannot be encoded."""
    return tuple(_clean(cell) for cell in row)


def _clean(cell: Cell) -> Cell:
    if isinstance(cell, str):
        return clean(cell)
    return tuple(map(clean, cell)) if isinstance(cell, tuple) else cell


def quoting(source: GraphSource) -> Lookup:
    """Return what gives labels of nodes and sentences of claims; close it after use."""
    lookup = Lookup()
    lookup.add_entities(source.entities)
    lookup.add_posts(source.posts)
    lookup.add_event_labels(source.events)
    lookup.add_evidence(source.claims)
    lookup.add_sentences(source.sentences)
    return lookup


def number(text: str) -> float | None:
    """Return a decimal number, or None if a text is none."""
    return float(text) if _DECIMAL.fullmatch(text) else None


def _documents(source: GraphSource) -> Iterator[Row]:
    for each in source.documents:
        yield (
            each.id, each.title, each.url, each.publisher, each.published, each.language,
            each.near_duplicate_of,
        )  # fmt: skip


def _entities(source: GraphSource) -> Iterator[Row]:
    for each in source.entities:
        known = dict(each.attributes)
        names = tuple(text for text, _ in each.labels)
        yield (
            each.id, each.type, each.label, each.language, names,
            known.get("code"), number(known.get("amount", "")), known.get("currency"), known.get("phase"),
            known.get("wikidata"),
        )  # fmt: skip


def _edges(source: GraphSource) -> Iterator[Row]:
    with quoting(source) as lookup:
        for each in source.edges:
            ends = [(lookup.label(end) or (end, ""))[0] for end in (each.subject, each.object)]
            yield (
                each.subject, ends[0], each.relation, each.object, ends[1],
                each.first, each.last, len(each.claims), lookup.quotes(each.claims),
            )  # fmt: skip


def _posts(source: GraphSource) -> Iterator[Row]:
    with Lookup() as lookup:
        lookup.add_entities(source.entities)
        lookup.add_posts(source.posts)
        for each in source.posts:
            label, _ = lookup.label(each.id) or (each.title, "")
            yield each.id, each.title, each.post_in, label


def _tenures(source: GraphSource) -> Iterator[Row]:
    for each in source.tenures:
        yield each.id, each.holder, each.post, each.status, each.first_seen, each.last_seen, each.claims


def _events(source: GraphSource) -> Iterator[Row]:
    for each in source.events:
        yield (
            each.id,
            each.type,
            each.label,
            *_date(each),
            each.venue,
            each.topics,
            each.documents,
            each.claims,
        )


def _date(dated: Event | Claim) -> Row:
    date = dated.date
    if date is None:
        return (None,) * 5
    return date.edtf, date.text, date.not_before, date.not_after, date.conflict


def _participations(source: GraphSource) -> Iterator[Row]:
    for event in source.events:
        for part in event.participations:
            yield event.id, part.official, part.role, part.position, part.posts


def _stops(source: GraphSource) -> Iterator[Row]:
    for event in source.events:
        yield from ((event.id, position, site) for position, site in enumerate(event.stops, start=1))


def _claims(source: GraphSource) -> Iterator[Row]:
    with quoting(source) as lookup:
        for each in source.claims:
            yield (
                each.id, each.subject, each.relation, each.object, each.modality, float(each.confidence),
                each.evidence.rule, each.event, each.position, *_date(each),
                each.evidence.document, lookup.quotes([each.id]),
            )  # fmt: skip


def _evidence(source: GraphSource) -> Iterator[Row]:
    for each in source.claims:
        for order, span in enumerate(each.evidence.sentences, start=1):
            yield each.id, order, each.evidence.document, span.start, span.end


def _sentences(source: GraphSource) -> Iterator[Row]:
    for each in source.sentences:
        yield each.document, each.span.start, each.span.end, each.text


def _mentions(source: GraphSource) -> Iterator[Row]:
    for each in source.mentions:
        yield each.document, each.span.start, each.span.end, each.type, each.text, each.refers_to or None


def _columns(text: str) -> tuple[tuple[str, Kind], ...]:
    """Read columns from a line; one without a kind holds text."""
    kinds: dict[str, Kind] = {"texts": "texts", "whole": "whole", "number": "number", "flag": "flag"}
    pairs = (word.partition(":") for word in text.split())
    return tuple((name, kinds.get(kind, "text")) for name, _, kind in pairs)


_DATE: Final = "date date_text not_before not_after date_conflict:flag"

TABLES: Final = (
    Table("documents", _columns("id title url publisher published language near_duplicate_of"), _documents),
    Table(
        "entities",
        _columns("id type label language names:texts code amount:number currency phase wikidata"),
        _entities,
    ),
    Table(
        "edges",
        _columns("subject subject_label relation object object_label first last claims:whole evidence:texts"),
        _edges,
    ),
    Table("posts", _columns("id title post_in label"), _posts),
    Table("tenures", _columns("id holder post status first_seen last_seen claims:texts"), _tenures),
    Table(
        "events", _columns(f"id type label {_DATE} venue topics:texts documents:texts claims:texts"), _events
    ),
    Table("participations", _columns("event official role position:whole posts:texts"), _participations),
    Table("stops", _columns("event position:whole site"), _stops),
    Table(
        "claims",
        _columns(
            "id subject relation object modality confidence:number rule event position:whole "
            f"{_DATE} document evidence:texts"
        ),
        _claims,
    ),
    Table("evidence", _columns("claim order:whole document start:whole end:whole"), _evidence),
    Table("sentences", _columns("document start:whole end:whole text"), _sentences),
    Table("mentions", _columns("document start:whole end:whole type text refers_to"), _mentions),
)
"""The tables of a graph. Ids lead from one to the other; days are ISO 8601, dates EDTF."""
