"""Where a name begins and ends: walks over capitalised words from a head outwards."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from graphbuild import gazetteer
from graphbuild.extract.lexicon import POSSESSIVE, namelike
from graphbuild.extract.tags import FINITE
from graphbuild.languages import mapping
from graphbuild.languages import words as listed
from graphbuild.languages.people import given_names, is_given_name, surnames

if TYPE_CHECKING:
    from graphbuild.extract.phrases import Board
    from graphbuild.model import Line, Word

_NO_FIRST: Final = POSSESSIVE | {"("}
_ORDINAL: Final = re.compile(r"\d+(?:st|nd|rd|th)")
_TIMES: Final = frozenset({"DATE", "TIME"})


def left_edge(board: Board, head: int, *, barrier: frozenset[str]) -> int:
    """Walk left from `head` over the words of a name; return where the name begins.

    Crosses "and" between two name words, brackets ("(Shanghai)"), "People's" and numbers after
    "No."; stops at any word in `barrier`, which are heads of other names.
    """
    words, index = board.words, head
    while index > 0:
        step = _step_left(board, index, barrier)
        if step == index:
            break
        index = step
    joiners = listed("en", "names", "joiners")
    while index < head and (words[index].low in _NO_FIRST or words[index].low in joiners):
        index += 1
    return index


def _step_left(board: Board, index: int, barrier: frozenset[str]) -> int:
    """Return where the name begins after one more step to the left; `index` when there is none."""
    left = board.words[index - 1]
    if not board.free(index - 1):
        return index
    if namelike(left):
        return index if left.low in barrier or headline_verb(board.line, index - 1) else index - 1
    if left.text in POSSESSIVE and board.low(index - 2) in listed("en", "names", "possessable"):
        return index - 2
    if left.low in listed("en", "names", "joiners") and index >= 2 and board.words[index].capital:
        return index - 2 if _joins_left(board, index - 2, barrier) else index
    if left.text == ")" and index >= 4 and board.low(index - 3) == "(" and namelike(board.words[index - 2]):
        return index - 3
    if left.text in listed("en", "names", "romance") and index >= 2 and board.name_at(index - 2):
        return index - 2 if board.words[index - 2].low not in barrier else index
    return index - _number_size(board, index)


def _number_size(board: Board, index: int) -> int:
    """Return how many words before `index` number what is named: "2nd", "No. 3"; 0 for none."""
    left = board.words[index - 1].text
    if _ORDINAL.fullmatch(left):
        return 1
    return 2 if left.isdigit() and board.low(index - 2) in listed("en", "names", "numbering") else 0


def _joins_left(board: Board, index: int, barrier: frozenset[str]) -> bool:
    """Whether the word before "and" belongs to the same name: it neither ends one nor is known itself."""
    before = board.words[index]
    kinds = mapping("en", "places", "divisions")
    closed = before.low in kinds or before.low in listed("en", "names", "closed_by_and")
    if closed or before.low in barrier or not board.name_at(index):
        return False
    return before.ent != "PERSON" and before.text[-1] != "." and not gazetteer.lookup(before.text)


def headline_verb(line: Line, index: int) -> bool:
    """Whether a finite verb of a headline, where every word is capitalised, ends the name to its right."""
    word = line.words[index]
    return line.headline and (word.tag in FINITE or word.low in listed("en", "frames", "headline.verbs"))


def right_edge(board: Board, start: int, *, barrier: frozenset[str]) -> int:
    """Walk right from `start` over name words, crossing "and" between two; return the end (exclusive)."""
    words, index = board.words, start
    while index < len(words) and board.free(index):
        if words[index].ent in _TIMES or (index > start and begins_person(words, index)):
            break
        step = _step_right(words, index, start, barrier)
        if not step:
            break
        index += step
    while index > start and words[index - 1].low in listed("en", "names", "joiners"):
        index -= 1
    return index


def without_person(board: Board, start: int, end: int) -> int:
    """Return `end` without the words before it that the recogniser calls a person; `start` at the least."""
    while end > start and board.words[end - 1].ent == "PERSON":
        end -= 1
    return end


def before_title(board: Board, first: int, end: int) -> int:
    """Leave out what belongs to a second title: "for Climate Policy and National Climate Advisor N"."""
    heads = listed("en", "posts", "heads")
    second = end < len(board.words) and board.words[end].capital and board.low(end) in heads
    joiners = (i for i in range(first, end) if board.low(i) in listed("en", "names", "joiners"))
    return next(joiners, end) if second else end


def _step_right(words: tuple[Word, ...], index: int, start: int, barrier: frozenset[str]) -> int:
    word = words[index]
    if namelike(word) and word.low not in barrier:
        return 1
    if index == start:
        return 0
    if word.text in POSSESSIVE and words[index - 1].low in listed("en", "names", "possessable"):
        return 1
    return 2 if _joins_right(words, index, barrier) else 0


def begins_person(words: tuple[Word, ...], index: int) -> bool:
    """Whether a full name by the national lists begins here: it ends the name to its left.

    A Chinese surname with a given name, or a common given name with a capitalised word after it.
    """
    following = words[index + 1] if index + 1 < len(words) else None
    if following is None or not namelike(following) or following.low in listed("en", "posts", "heads"):
        return False
    if words[index].low in surnames() and words[index].capital:
        return is_given_name(following.text)
    return words[index].low in given_names()


def _joins_right(words: tuple[Word, ...], index: int, barrier: frozenset[str]) -> bool:
    if words[index].low not in listed("en", "names", "joiners") or index + 1 >= len(words):
        return False
    following, before = words[index + 1], words[index - 1]
    return namelike(following) and following.low not in barrier and before.low not in barrier
