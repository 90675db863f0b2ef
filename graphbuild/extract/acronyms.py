"""Acronyms of bodies, where a title shows them: "NAFDAC Director N", "Commander AFRICOM"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from graphbuild import gazetteer
from graphbuild.extract.lexicon import ranks_and_titles, title_words
from graphbuild.extract.phrases import Phrase
from graphbuild.extract.tags import TIMES
from graphbuild.languages import words

if TYPE_CHECKING:
    from graphbuild.extract.phrases import Board

RULE: Final = "acronym"
_ACRONYM: Final = re.compile(r"[A-Z][A-Z&]{2,9}")


def find_acronyms(board: Board) -> None:
    """Pin words all in capitals that stand beside a title, in a line that is not."""
    if board.line.headline or sum(word.text.isupper() for word in board.words) * 2 > len(board.words):
        return
    for index in range(len(board.words)):
        if _is_acronym(board, index) and (_before_title(board, index) or _after_title(board, index)):
            board.pin(Phrase(index, index + 1, "Body", RULE, head=index, sure=False))


def _is_acronym(board: Board, index: int) -> bool:
    word = board.words[index]
    if not _ACRONYM.fullmatch(word.text) or word.ent in TIMES or not board.free(index):
        return False
    firm = board.low(index + 1) in words("en", "enterprises", "name_ends")  # "PAK Corporation" is the name
    return word.low not in ranks_and_titles() and not firm and not gazetteer.lookup(word.text)


def _before_title(board: Board, index: int) -> bool:
    """Whether a title in capitals follows: "NAFDAC Director-General"."""
    after = index + 1
    return after < len(board.words) and board.words[after].capital and board.low(after) in title_words()


def _after_title(board: Board, index: int) -> bool:
    """Whether a title precedes, right before or with "of", and no plain name makes it a person's."""
    heads = words("en", "posts", "heads")
    if board.low(index - 1) in {"of", "at"}:
        return board.low(index - 2) in heads
    before = index > 0 and board.words[index - 1].capital and board.low(index - 1) in heads
    return before and board.low(index + 1) in ranks_and_titles()
