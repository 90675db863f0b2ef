"""The order of release, in which the first document to tell of something counts, and those of values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graphbuild.model import Document, Mention, Sentence

Order = tuple[str, str]
"""The day of release and the id of a document."""


def order_of(document: Document) -> Order:
    """Return what sorts documents by release, undated ones last."""
    return document.published or "9999", document.id


class _Named(Protocol):
    @property
    def id(self) -> str: ...


_T = TypeVar("_T", bound=_Named)


def by_id(values: Iterable[_T]) -> tuple[_T, ...]:
    """Return values sorted by their ids."""
    return tuple(sorted(values, key=lambda value: value.id))


def place_of_sentence(each: Sentence) -> tuple[str, int, int, str]:
    """Return what orders sentences as they order themselves: tuples compare many times faster."""
    return each.document, each.span.start, each.span.end, each.text


def place_of_mention(each: Mention) -> tuple[str, int, int, str, str, str, str]:
    """Return what orders mentions as they order themselves."""
    place = (each.document, each.span.start, each.span.end)
    return (*place, each.type, each.text, each.name, each.refers_to)
