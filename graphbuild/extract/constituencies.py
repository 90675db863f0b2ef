"""Constituencies in a bracket after a member's name: "Senator N (D-OR)", "Representative N (CA-27)"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final, Protocol

from graphbuild import gazetteer
from graphbuild.languages import mapping, words
from graphbuild.model import Mention, Span

if TYPE_CHECKING:
    from graphbuild.extract.phrases import Board, Phrase
    from graphbuild.extract.titles import Title

_BRACKET: Final = re.compile(
    r"(?:[A-Z]{1,3}[-–])?(?P<place>[A-Z]{2}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?:[-–]\d{1,2})?"
)
"""A party, the state by its postal abbreviation or name, and the number of a district."""
_LONGEST: Final = 8


class Holder(Protocol):
    """One person of the line with the titles attached so far."""

    name: Phrase
    titles: list[Title]


def read_constituency(board: Board, holder: Holder) -> list[Title]:
    """Return the titles, that of a member of parliament or governor with the state in the bracket as home."""
    titles = holder.titles
    if not titles or not titles[-1].homeless or not _is_of_state(titles[-1]):
        return titles
    state = _state(board, holder.name.end)
    return [*titles[:-1], replace(titles[-1], country=state)] if state is not None else titles


def _is_of_state(title: Title) -> bool:
    return {title.head, title.head.split()[-1]} & words("en", "posts", "partisans") != set()


def _state(board: Board, opening: int) -> Mention | None:
    """Return the state that a bracket names which opens at the word."""
    if board.low(opening) != "(":
        return None
    close = next((i for i in range(opening + 2, opening + _LONGEST) if board.low(i) == ")"), opening + 1)
    span = Span(board.words[opening].end, board.words[close].start) if close < len(board.words) else None
    text = board.text(opening + 1, close) if close > opening + 1 else ""
    found = _BRACKET.fullmatch(text)
    if span is None or found is None or len(text) != span.end - span.start:
        return None
    written = found["place"]
    name = mapping("en", "places", "postal").get(written.casefold(), written)
    if not any(place.level == 1 for place in gazetteer.lookup(name)):
        return None
    place = Span(span.start + found.start("place"), span.start + found.end("place"))
    return Mention(board.line.document, place, "Place", written, name)
