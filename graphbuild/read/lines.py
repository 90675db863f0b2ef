"""The lines of a page, and the paragraphs that hard wrapping has broken into several lines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graphbuild.model import Span
from graphbuild.read.lists import hanging_indent

_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_INVISIBLE = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f")
_HEADING = re.compile(r"#{1,6}[ \t]+(?=\S)")

NARROWEST, WIDEST = 48, 100
"""Columns between which the width of hard-wrapped text lies; a Chinese character takes two."""

SHORTEST_CONTINUED = 40
"""Columns from which a line without an end may go on in a next line that begins in lower case."""

_CLOSING = "\"'”’」』》)）]】*_ \u3000\xa0"
_TERMINALS = ".!?。！？…．"


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its span without the white space around it, and its text.

    `after_gap` says that a blank line or the beginning of the page stands before it, `indent` is
    the number of blank characters before its text.
    """

    span: Span
    text: str
    after_gap: bool
    indent: int


def split_lines(text: str) -> Iterator[Line]:
    """Yield the lines of `text` that are not blank, in order."""
    gap, start = True, 0
    while start <= len(text):
        found = _BREAK.search(text, start)
        end = found.start() if found else len(text)
        span = trim(text, start, end)
        if span.start < span.end:
            yield Line(span, text[span.start : span.end], gap, span.start - start)
        gap = span.start == span.end
        start = found.end() if found else len(text) + 1


def trim(text: str, start: int, end: int) -> Span:
    """Return the range without white space, invisible characters and a Markdown heading mark."""
    while start < end and _blank(text[start]):
        start += 1
    while end > start and _blank(text[end - 1]):
        end -= 1
    heading = _HEADING.match(text, start, end)
    return Span(heading.end() if heading else start, end)


def _blank(char: str) -> bool:
    return char.isspace() or char in _INVISIBLE


def ends_sentence(text: str) -> bool:
    """Whether `text` ends as a sentence does, quotes and brackets after the stop apart."""
    return text.rstrip(_CLOSING).endswith(tuple(_TERMINALS))


def columns(text: str) -> int:
    """Return the width of `text` in a fixed-width font: wide characters count two."""
    # No character of ASCII is wide, and few lines have another.
    foreign = () if text.isascii() else (char for char in text if not char.isascii())
    return len(text) + sum(unicodedata.east_asian_width(char) in "WF" for char in foreign)


def join_wrapped(lines: Sequence[Line]) -> Iterator[tuple[Line, ...]]:
    """Group lines that follow one another without a gap into the paragraphs that they make."""
    wrapped = _is_wrapped(lines)
    width = max(map(_columns, lines), default=0)
    group: list[Line] = []
    for line in lines:
        hangs = bool(group) and 0 < hanging_indent(group[0].text) == line.indent - group[0].indent
        if group and not hangs and not _flows(group[-1], line, width if wrapped else None):
            yield tuple(group)
            group = []
        group.append(line)
    if group:
        yield tuple(group)


def _columns(line: Line) -> int:
    """Return the columns of a line; of a very long one only so many as tell that it is long."""
    return columns(line.text[: 3 * WIDEST])


def _is_wrapped(lines: Sequence[Line]) -> bool:
    """Whether the run is text broken at a fixed width.

    Then most lines are full (the next word would not have fitted) and few end a sentence. Two
    lines are no proof: they may be a title and its subtitle.
    """
    width = max(map(_columns, lines), default=0)
    if len(lines) < 3 or not NARROWEST <= width <= WIDEST:
        return False
    pairs = list(pairwise(lines))
    full = sum(_is_full(line, after, width) for line, after in pairs)
    unended = sum(not ends_sentence(line.text) for line, _ in pairs)
    return 4 * full >= 3 * len(pairs) and 2 * unended > len(pairs)


def _flows(line: Line, after: Line, width: int | None) -> bool:
    """Whether `after` goes on with the paragraph of `line`; `width` is that of wrapped text."""
    if after.indent > line.indent:
        return False
    if width is not None and _is_full(line, after, width):
        return True
    begins_low = after.text[0].islower()
    return begins_low and not ends_sentence(line.text) and _columns(line) >= SHORTEST_CONTINUED


def _is_full(line: Line, after: Line, width: int) -> bool:
    """Whether the first word of `after` would not have fitted into `line`."""
    word = after.text[0] if columns(after.text[0]) == 2 else after.text[:WIDEST].split()[0]
    return _columns(line) + 1 + columns(word) > width
