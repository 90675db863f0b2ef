"""Blocks of Turtle: all that is said of one subject, in one statement that is pleasant to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final, TypeAlias

from graphbuild.export.terms import day, gb, ordinal, string, tagged
from graphbuild.model import EventDate
from graphbuild.ontology import ontology

Statements: TypeAlias = Iterator[tuple[str, str]]
"""Predicates and objects of one subject, as terms of Turtle."""

TYPE: Final = "a"
_LINE: Final = 100
_NEXT: Final = " ;\n  "


def block(subject: str, statements: Iterable[tuple[str, str]]) -> str:
    """Return a subject with its statements, grouped by predicate, and an empty line.

    Predicates come in the order in which they first appear; objects are sorted (classes keep their
    order, nearest first), none twice. Nothing is returned for a subject without statements.
    """
    grouped: dict[str, list[str]] = {}
    for predicate, value in statements:
        grouped.setdefault(predicate, []).append(value)
    lines = [_line(predicate, values) for predicate, values in grouped.items()]
    return f"{subject} {_NEXT.join(lines)} .\n\n" if lines else ""


def _line(predicate: str, values: list[str]) -> str:
    if len(values) == 1:
        return f"{predicate} {values[0]}"
    unique = dict.fromkeys(values) if predicate == TYPE else sorted(set(values))
    separator = " , " if sum(map(len, unique)) < _LINE else " ,\n    "
    return f"{predicate} {separator.join(unique)}"


@cache
def types(name: str) -> tuple[tuple[str, str], ...]:
    """Return a class of the ontology and those above it."""
    return tuple((TYPE, gb(each)) for each in ontology().types(name))


def labels(preferred: str, others: Iterable[str] = ()) -> Statements:
    """Yield the preferred label twice, for SKOS and for RDFS, and the other names."""
    yield "skos:prefLabel", preferred
    yield "rdfs:label", preferred
    yield from (("skos:altLabel", other) for other in others if other != preferred)


def thing(kind: str, label: str, language: str) -> Statements:
    """Yield class and label of something that is known by its name alone."""
    yield TYPE, kind
    yield from labels(tagged(label, language))


def dated(date: EventDate | None) -> Statements:
    """Yield what is known of a date."""
    if date is None:
        return
    yield "gb:dateEdtf", string(date.edtf)
    yield "gb:dateText", string(date.text)
    if date.rule:
        yield "gb:dateRule", string(date.rule)
    if date.not_before is not None:
        yield "gb:notBefore", day(date.not_before)
    if date.not_after is not None:
        yield "gb:notAfter", day(date.not_after)
    if date.conflict:
        yield "gb:dateConflict", "true"


def positioned(position: int | None) -> Statements:
    """Yield a place in an order, if there is one."""
    if position is not None:
        yield "gb:position", ordinal(position)
