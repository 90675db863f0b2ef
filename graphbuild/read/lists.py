"""Lists whose items run on in one line: "-   A -   B", as pages made from Markdown have them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from graphbuild.model import Span

_MARK: Final = re.compile(r"(?:(?<=\s)|\A)(?:[-*•·]|\d{1,3}\.)\s{2,}(?=\S)")
"""The mark of an item: a bullet or number with at least two blanks behind it, which prose never has."""


def hanging_indent(text: str) -> int:
    """Return at which column the lines of an item go on ("-   A" at 4), 0 when `text` begins none."""
    found = _MARK.match(text)
    return found.end() if found else 0


def item_spans(text: str, span: Span) -> list[Span]:
    """Return the items of a paragraph at `span` that is a list in a row; the paragraph itself otherwise.

    `text` is the whole page. One mark inside a paragraph proves nothing; a list has two.
    """
    starts = [span.start + found.start() for found in _MARK.finditer(text[span.start : span.end])]
    if len(starts) < 2:
        return [span]
    bounds = sorted({span.start, *starts, span.end})
    parts = (_trimmed(text, start, end) for start, end in pairwise(bounds))
    return [part for part in parts if part.start < part.end]


def _trimmed(text: str, start: int, end: int) -> Span:
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end)
