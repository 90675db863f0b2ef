"""A document as published, and ranges of its text."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final


def digest(*parts: str, length: int = 16) -> str:
    """Hash strings to hexadecimal digits, the same on every machine (SHA-256, cut to `length`)."""
    payload = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(payload).hexdigest()[:length]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points in a document's text."""

    start: int
    end: int

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


class BlockRole(StrEnum):
    """What a block of an article page is for."""

    TITLE = "title"
    FIELD = "field"  # release time, source, author
    PARAGRAPH = "paragraph"
    CAPTION = "caption"  # of a photograph
    FURNITURE = "furniture"  # share bars, print and close links, navigation


READABLE_ROLES: Final = frozenset({BlockRole.TITLE, BlockRole.PARAGRAPH, BlockRole.CAPTION})
"""Roles of the blocks that are read for mentions and claims."""


@dataclass(frozen=True, slots=True, order=True)
class Block:
    """A stretch of a document's text with one role; blocks do not overlap and come in order."""

    span: Span
    role: BlockRole


@dataclass(frozen=True, slots=True)
class Document:
    """One article as published.

    `text` is the whole page as stored, never altered after reading; `blocks` says which parts of
    it are title, prose or furniture. `published` is an ISO 8601 day. `locus` is the seat of the
    article when the user states it ("Jiaohe, Jilin"). `source` names the file in messages and is
    no part of the identity. `near_duplicate_of` is the id of the earliest document that this one
    reprints, which only the whole corpus can tell.
    """

    text: str
    blocks: tuple[Block, ...]
    title: str = ""
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str = "en"
    locus: str | None = None
    source: str = field(default="", compare=False)
    id: str = field(init=False)
    near_duplicate_of: str | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        parts = (self.text, self.url, self.publisher, self.published, self.language, self.locus)
        object.__setattr__(self, "id", digest(*(part or "" for part in parts)))

    def quote(self, span: Span) -> str:
        """Return the text at `span`."""
        return self.text[span.start : span.end]
