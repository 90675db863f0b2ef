"""Enterprises that only a common noun betrays: "the Spanish firm X", "contractors such as X, Y and Z"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graphbuild import gazetteer
from graphbuild.extract.enterprises import ENTERPRISE
from graphbuild.extract.lexicon import separators, title_words
from graphbuild.extract.phrases import Phrase
from graphbuild.extract.tags import TIMES
from graphbuild.languages import phrases, words

if TYPE_CHECKING:
    from graphbuild.extract.phrases import Board

_LONGEST: Final = 5
_RULE: Final = "trade-noun"


def find_firms(board: Board) -> None:
    """Pin names right after "the firm", and those of a list after "companies such as"."""
    for index, word in enumerate(board.words):
        if word.low in words("en", "enterprises", "nouns"):
            _pin_name(board, index + 1)
        elif word.low in words("en", "enterprises", "plural_nouns"):
            start = _list_start(board, index + 1)
            if start:
                _pin_list(board, start)


def _list_start(board: Board, index: int) -> int:
    """Return where the list after a plural noun begins: after "such as", "including", a colon; 0 for none."""
    index += board.low(index) == ","
    for opener in phrases("en", "enterprises", "list_openers"):
        if tuple(board.low(index + i) for i in range(len(opener))) == opener:
            after = index + len(opener)
            return after + (board.low(after) == ":")
    return 0


def _pin_list(board: Board, start: int) -> None:
    index = start
    while index < len(board.words):
        pinned = board.starting(index)
        if pinned is not None and pinned.type == ENTERPRISE:
            index = pinned.end
        elif (end := _pin_name(board, index)) > index:
            index = end
        elif board.low(index) in separators():
            index += 1
        else:
            return


def _pin_name(board: Board, start: int) -> int:
    """Pin the run of capitalised words at `start`, if it can name a firm; return its end, or `start`."""
    end = start
    while end - start < _LONGEST and _goes_on(board, start, end):
        end += 1
    run = board.words[start:end]
    if not run or not board.open(start, end) or any(word.ent in TIMES for word in run):
        return start
    if board.low(start) in title_words() or gazetteer.lookup(board.text(start, end)):
        return start
    board.unpin_unsure(start, end)
    board.pin(Phrase(start, end, ENTERPRISE, _RULE, head=end - 1, sure=False))
    return end


def _goes_on(board: Board, start: int, index: int) -> bool:
    """Whether a word of the name stands there, or "&" between two of them."""
    if index >= len(board.words):
        return False
    word = board.words[index]
    if word.text == "&":
        return index > start
    return word.capital and word.pos in {"PROPN", "NOUN", "ADJ", "X"} and board.open(index, index + 1)
