"""Whose a post is, in a bracket after the name: "Senator N (D-OR)", "Mayor N (Dayton, OH)"."""

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

_NAME: Final = r"[A-Z]{2}|[A-Z][a-z]+(?: (?:of )?[A-Z][a-z]+)?"
_BRACKET: Final = re.compile(rf"(?:[A-Z]{{1,3}}[-–])?(?P<place>{_NAME})(?: [Ss]tate)?(?:[-–]\d{{1,2}})?")
"""A party, the state by its postal abbreviation or name, and the number of a district."""
_PARTY: Final = re.compile(r"[A-Z]-[A-Z]{2}(?:-\d{1,2})?")
_LONGEST: Final = 8
_SHORTEST: Final = 3


class Holder(Protocol):
    """One person of the line with the titles attached so far."""

    name: Phrase
    titles: list[Title]


def read_bracketed_home(board: Board, holder: Holder) -> list[Title]:
    """Return the titles, the last with the state, town or people in the bracket as home.

    A member of parliament or governor is of the state, others of the town or the people before it.
    """
    titles = holder.titles
    if not titles or not titles[-1].homeless:
        return titles
    read = _state if _is_of_state(titles[-1]) else _owner
    home = read(board, holder.name.end)
    return [*titles[:-1], replace(titles[-1], country=home)] if home is not None else titles


def _is_of_state(title: Title) -> bool:
    return {title.head, title.head.split()[-1]} & words("en", "posts", "partisans") != set()


def is_constituency(text: str) -> bool:
    """Whether a text is a party with a constituency, "D-PA-5": without its brackets it names no body."""
    return _PARTY.fullmatch(text) is not None


def postal_state(document: str, written: str, start: int) -> Mention | None:
    """Return the state that an abbreviation or a name at the offset `start` means, if any."""
    name = mapping("en", "places", "postal").get(written.casefold(), written)
    if not any(place.level == 1 for place in gazetteer.lookup(name)):
        return None
    return Mention(document, Span(start, start + len(written)), "Place", written, name)


def _owner(board: Board, opening: int) -> Mention | None:
    """Return the town or the people that a bracket names: "(Dayton, OH)", "(Taos Pueblo, NM)"."""
    close = next((i for i in range(opening + 1, opening + _LONGEST) if board.low(i) == ")"), opening)
    if board.low(opening) != "(" or close - opening < _SHORTEST:
        return None
    comma = next((i for i in range(opening + 1, close) if board.low(i) == ","), close)
    run = board.words[opening + 1 : comma]
    people = board.low(comma - 1) in words("en", "posts", "rosters.peoples") and len(run) > 1
    town = comma < close and _is_state(board, comma + 1, close)
    if not all(word.capital for word in run) or not (people or town):
        return None
    written = board.text(opening + 1, comma)
    span = board.line.cover(opening + 1, comma)
    return Mention(board.line.document, span, "Body" if people else "Place", written, written)


def _is_state(board: Board, start: int, end: int) -> bool:
    return end - start == 1 and board.low(start) in mapping("en", "places", "postal")


def _state(board: Board, opening: int) -> Mention | None:
    """Return the state that a bracket names which opens at the word, or the word after a comma there."""
    first = opening + 1
    if board.low(opening) == "," and first < len(board.words) and is_constituency(board.words[first].text):
        close = first + 1
    elif board.low(opening) == "(":
        close = next((i for i in range(first + 1, opening + _LONGEST) if board.low(i) == ")"), first)
    else:
        return None
    if close == first:
        return None
    start, text = board.words[first].start, board.text(first, close)
    found = _BRACKET.fullmatch(text)
    if found is None or len(text) != board.words[close - 1].end - start:
        return None
    return postal_state(board.line.document, found["place"], start + found.start("place"))
