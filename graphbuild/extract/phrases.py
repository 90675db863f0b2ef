"""Phrases: runs of words that a grammar has recognised, and the board they are pinned on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from graphbuild import gazetteer
from graphbuild.languages import mapping, phrase_index
from graphbuild.languages import words as listed
from graphbuild.languages.people import given_names
from graphbuild.model import Mention, Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from graphbuild.model import Line, Word

_FUNCTION_POS: Final = frozenset({"DET", "ADP", "PRON", "SCONJ", "CCONJ", "AUX", "PART", "INTJ", "PUNCT"})


UNSURE: Final = frozenset({"recogniser", "titled-name"})
"""Rules whose phrases give way to a name that the article itself spells out."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words `start` to `end` (exclusive) of a line, recognised as `type` by `rule`."""

    start: int
    end: int
    type: str
    rule: str
    head: int = 0
    inner: tuple[Phrase, ...] = ()
    sure: bool = True


class Board:
    """The phrases found in one line; top-level phrases do not overlap."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self._owner: list[Phrase | None] = [None] * len(line.words)

    @property
    def phrases(self) -> list[Phrase]:
        """Return the top-level phrases in order of the text."""
        return list(dict.fromkeys(phrase for phrase in self._owner if phrase is not None))

    def free(self, index: int) -> bool:
        """Whether no phrase covers the word."""
        return self._owner[index] is None

    def at(self, index: int) -> Phrase | None:
        """Return the phrase that covers the word; None outside the line."""
        return self._owner[index] if 0 <= index < len(self._owner) else None

    def starting(self, index: int) -> Phrase | None:
        """Return the phrase that begins at the word."""
        phrase = self.at(index)
        return phrase if phrase is not None and phrase.start == index else None

    def pin(self, phrase: Phrase) -> bool:
        """Add a phrase; one that covers others takes them in, one that only overlaps is refused."""
        clashing = list(dict.fromkeys(p for p in self._owner[phrase.start : phrase.end] if p is not None))
        if any(other.start < phrase.start or other.end > phrase.end for other in clashing):
            return False
        if phrase.type in {"Meeting", "Project"}:
            phrase = replace(phrase, inner=(*phrase.inner, *_newly_nested(phrase, clashing)))
        self._owner[phrase.start : phrase.end] = [phrase] * (phrase.end - phrase.start)
        return True

    def open(self, start: int, end: int) -> bool:
        """Whether the words are free, or held only by phrases that are unsure."""
        return all(phrase is None or phrase.rule in UNSURE for phrase in self._owner[start:end])

    def unpin_unsure(self, start: int, end: int) -> None:
        """Take unsure phrases off the words, so that a surer reading can have them."""
        for phrase in dict.fromkeys(self._owner[start:end]):
            if phrase is not None and phrase.rule in UNSURE:
                self._owner[phrase.start : phrase.end] = [None] * (phrase.end - phrase.start)

    def unpin(self, start: int, end: int) -> None:
        """Take off every phrase that lies wholly within the words."""
        for phrase in dict.fromkeys(self._owner[start:end]):
            if phrase is not None and start <= phrase.start and phrase.end <= end:
                self._owner[phrase.start : phrase.end] = [None] * (phrase.end - phrase.start)

    def within(self, index: int, start: int, end: int) -> bool:
        """Whether the phrase that covers the word is a place wholly within `start` to `end`."""
        phrase = self._owner[index]
        return phrase is not None and start <= phrase.start and phrase.end <= end and phrase.type == "Place"

    def mention(self, phrase: Phrase, name: Callable[[str], str] = str) -> Mention:
        """Return the phrase as a mention, its name tidied of line breaks and doubled spaces."""
        span = self.line.cover(phrase.start, phrase.end)
        text = self.line.text(phrase.start, phrase.end)
        return Mention(self.line.document, span, phrase.type, text, name(" ".join(text.split())))


def _newly_nested(phrase: Phrase, swallowed: list[Phrase]) -> list[Phrase]:
    """Return the names that a described meeting or project takes in and that it did not know of."""
    named = [p for p in swallowed if p.type in {"Body", "Place", "Enterprise"} and p not in phrase.inner]
    return [p for p in named if not any(q.start <= p.start and p.end <= q.end for q in phrase.inner)]


def namelike(word: Word) -> bool:
    """Whether a word may stand inside a proper name: capitalised or a number, and no function word."""
    if word.low in listed("en", "names", "counting"):
        return word.capital or word.low in {"no.", "no"}
    if not word.capital:
        return False
    return not (word.stop and word.pos in _FUNCTION_POS) and word.low not in listed("en", "names", "openers")




def left_edge(board: Board, head: int, *, barrier: frozenset[str]) -> int:
    """Walk left from `head` over the words of a name; return where the name begins.

    Crosses "and" between two name words, brackets ("(Shanghai)"), "People's" and numbers after
    "No."; stops at any word in `barrier`, which are heads of other names.
    """
    words, index = board.line.words, head
    while index > 0:
        step = _step_left(board, index, barrier)
        if step == index:
            break
        index = step
    while index < head and words[index].low in {"and", "&", "'s", "'", "("}:
        index += 1
    return index


def _step_left(board: Board, index: int, barrier: frozenset[str]) -> int:
    words = board.line.words
    left = words[index - 1]
    if not board.free(index - 1):
        return index
    if namelike(left):
        return index if left.low in barrier or _headline_verb(board.line, index - 1) else index - 1
    if left.text in {"'s", "'"} and index >= 2 and words[index - 2].low in listed("en", "names", "possessable"):
        return index - 2
    if left.low in {"and", "&"} and index >= 2 and words[index].capital:
        before = words[index - 2]
        kinds = mapping("en", "places", "divisions")
        ends = before.low in kinds or before.low in listed("en", "names", "closed_by_and") or bool(gazetteer.lookup(before.text))
        joins = namelike(before) and before.low not in barrier and not ends and board.free(index - 2) and before.ent != "PERSON"
        return index - 2 if joins and before.text[-1] != "." else index
    if left.text == ")" and index >= 4 and words[index - 3].text == "(" and namelike(words[index - 2]):
        return index - 3
    if left.text.isdigit() and index >= 2 and words[index - 2].low in {"no.", "no"}:
        return index - 2
    if left.text == '"' or (left.text.isdigit() and index >= 2 and namelike(words[index - 2]) and words[index - 2].low not in barrier):
        return index
    return index


def _headline_verb(line: Line, index: int) -> bool:
    """In a headline every word is capitalised: a finite verb still ends the name to its right."""
    word = line.words[index]
    return line.role == "title" and (word.tag in {"VBZ", "VBD", "VBP"} or word.low in listed("en", "frames", "headline.verbs"))


def right_edge(board: Board, start: int, *, barrier: frozenset[str]) -> int:
    """Walk right from `start` over name words, crossing "and" between two; return the end (exclusive)."""
    words, index = board.line.words, start
    while index < len(words) and board.free(index):
        word = words[index]
        if index > start and _begins_person(words, index):
            break
        if namelike(word) and word.low not in barrier:
            index += 1
        elif word.text in {"'s", "'"} and index > start and words[index - 1].low in listed("en", "names", "possessable"):
            index += 1
        elif _joins(words, index, start, barrier):
            index += 2
        else:
            break
    return index


def _begins_person(words: tuple[Word, ...], index: int) -> bool:
    """Whether a common given name with a surname after it begins here: it ends the name to its left."""
    following = words[index + 1] if index + 1 < len(words) else None
    return words[index].low in given_names() and following is not None and namelike(following) and following.low not in title_words()


def _joins(words: tuple[Word, ...], index: int, start: int, barrier: frozenset[str]) -> bool:
    if words[index].low not in {"and", "&"} or index == start or index + 1 >= len(words):
        return False
    following, before = words[index + 1], words[index - 1]
    return namelike(following) and following.low not in barrier and before.low not in barrier


def phrase_at(line: Line, start: int, name: str, path: str) -> tuple[str, ...]:
    """Return the longest phrase of a lexicon table that stands at the word, () for none."""
    for phrase in phrase_index("en", name, path).get(line.words[start].low, ()):
        if tuple(word.low for word in line.words[start : start + len(phrase)]) == phrase:
            return phrase
    return ()


def title_words() -> frozenset[str]:
    """Return heads and modifiers of titles: they never belong to the name on their right."""
    return listed("en", "posts", "heads")


def span_of(line: Line, phrase: Phrase) -> Span:
    """Return the document span of a phrase."""
    return line.cover(phrase.start, phrase.end)
