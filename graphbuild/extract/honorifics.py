"""Honorifics and ranks of courtesy before a name: "Mr.", "Engr. (Mrs.)", "Col. (Rtd)", "H.E. Sheikh"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graphbuild.languages import words

if TYPE_CHECKING:
    from graphbuild.extract.phrases import Board

_LONGEST_BRACKET: Final = 4


def honorifics_start(board: Board, index: int) -> int:
    """Return where the honorifics that end at `index` (exclusive) begin; `index` when there are none."""
    while (before := _one_before(board, index)) < index:
        index = before
    return index


def follows_honorific(board: Board, index: int) -> bool:
    """Whether an honorific that only a name follows stands right before the word."""
    before = _past_bracket(board, index)
    before -= board.low(before - 1) == "." and before > 1
    known = words("en", "names", "before_names")
    low = board.low(before - 1)
    return bool(low) and board.words[before - 1].capital and (low in known or f"{low}." in known)


def is_honorific(low: str) -> bool:
    """Whether a word in lower case, with or without its full stop, is an honorific and no title."""
    known = words("en", "posts", "honorifics.words")
    return (low in known or f"{low}." in known) and low not in words("en", "posts", "heads")


def _one_before(board: Board, index: int) -> int:
    """Return where one more honorific to the left begins; `index` when there is none."""
    end = _past_bracket(board, index)
    start = end - 1 - (board.low(end - 1) == "." and end > 1)
    if start >= 0 and board.free(start) and is_honorific(board.low(start)):
        return start
    return index


def _past_bracket(board: Board, index: int) -> int:
    """Return where "(Mrs.)" or "(Rtd)" before `index` begins; `index` when no such bracket stands there."""
    if board.low(index - 1) != ")":
        return index
    opening = next(
        (i for i in range(index - 2, max(index - 2 - _LONGEST_BRACKET, -1), -1) if board.low(i) == "("), None
    )
    if opening is None:
        return index
    inner = [board.low(i) for i in range(opening + 1, index - 1) if board.low(i) != "."]
    return opening if inner and all(is_honorific(low) for low in inner) else index
