"""Phrases: runs of words that a grammar has recognised, and the board they are pinned on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from graphbuild.extract.lexicon import namelike
from graphbuild.languages import phrase_index
from graphbuild.model import Mention

if TYPE_CHECKING:
    from graphbuild.model import Line

UNSURE: Final = frozenset({"recogniser", "titled-name"})
"""Rules whose phrases give way to a name that the article itself spells out."""

_DESCRIBED: Final = frozenset({"Meeting", "Project"})
_NAMED: Final = frozenset({"Body", "Place", "Enterprise"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words `start` to `end` (exclusive) of a line, recognised as `type` by `rule`.

    `head` is the word that decided, `inner` the phrases that the name takes in; `sure` is false for
    what only context says.
    """

    start: int
    end: int
    type: str
    rule: str
    head: int = 0
    inner: tuple[Phrase, ...] = ()
    sure: bool = True

    def holds(self, other: Phrase) -> bool:
        """Whether the other phrase lies wholly within this one."""
        return self.start <= other.start and other.end <= self.end


class Board:
    """The phrases found in one line; top-level phrases do not overlap.

    The questions about words (`free`, `low`, `name_at`) may be asked of any index: outside the line
    there is nothing. Only `free` wants an index inside.
    """

    def __init__(self, line: Line) -> None:
        self.line = line
        self.words = line.words
        # Asked of every word again and again, by each grammar.
        self._lows = [word.low for word in line.words]
        self._namelike = [namelike(word) for word in line.words]
        self._owner: list[Phrase | None] = [None] * len(line.words)

    @property
    def phrases(self) -> list[Phrase]:
        """Return the top-level phrases in order of the text."""
        # The words of a phrase stand together: where another owner follows, another phrase begins.
        owners = zip([None, *self._owner], self._owner, strict=False)
        return [phrase for before, phrase in owners if phrase is not None and phrase is not before]

    def of_type(self, *types: str) -> list[Phrase]:
        """Return the top-level phrases of these types in order of the text."""
        return [phrase for phrase in self.phrases if phrase.type in types]

    def free(self, index: int) -> bool:
        """Whether no phrase covers the word."""
        return self._owner[index] is None

    def all_free(self, start: int, end: int) -> bool:
        """Whether no phrase covers any of the words `start` to `end` (exclusive)."""
        return not any(self._owner[start:end])

    def low(self, index: int) -> str:
        """Return the word in lower case, "" outside the line."""
        return self._lows[index] if 0 <= index < len(self._lows) else ""

    def text(self, start: int, end: int) -> str:
        """Return words `start` to `end` (exclusive) as one string."""
        return self.line.text(start, end)

    def name_at(self, index: int) -> bool:
        """Whether a word of a proper name that no phrase covers stands at `index`."""
        return 0 <= index < len(self._lows) and self._namelike[index] and self._owner[index] is None

    def past_the(self, index: int) -> int:
        """Return `index`, or the word after it when an article stands there."""
        return index + (self.low(index) == "the")

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
        if not all(phrase.holds(other) for other in clashing):
            return False
        if phrase.type in _DESCRIBED:
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
                self._clear(phrase)

    def unpin(self, start: int, end: int) -> None:
        """Take off every phrase that lies wholly within the words."""
        for phrase in dict.fromkeys(self._owner[start:end]):
            if phrase is not None and start <= phrase.start and phrase.end <= end:
                self._clear(phrase)

    def _clear(self, phrase: Phrase) -> None:
        self._owner[phrase.start : phrase.end] = [None] * (phrase.end - phrase.start)

    def within(self, index: int, start: int, end: int) -> bool:
        """Whether the phrase that covers the word is a place wholly within `start` to `end`."""
        phrase = self._owner[index]
        return phrase is not None and start <= phrase.start and phrase.end <= end and phrase.type == "Place"

    def mention(self, phrase: Phrase) -> Mention:
        """Return the phrase as a mention, its name tidied of line breaks and doubled spaces."""
        span = self.line.cover(phrase.start, phrase.end)
        text = self.text(phrase.start, phrase.end)
        return Mention(self.line.document, span, phrase.type, text, " ".join(text.split()))


def _newly_nested(phrase: Phrase, swallowed: list[Phrase]) -> list[Phrase]:
    """Return the names that a described meeting or project takes in and that it did not know of."""
    named = [p for p in swallowed if p.type in _NAMED and p not in phrase.inner]
    return [p for p in named if not any(known.holds(p) for known in phrase.inner)]


def phrase_at(line: Line, start: int, name: str, path: str) -> tuple[str, ...]:
    """Return the longest phrase of a lexicon table that stands at the word, () for none."""
    for phrase in phrase_index("en", name, path).get(line.words[start].low, ()):
        if tuple(word.low for word in line.words[start : start + len(phrase)]) == phrase:
            return phrase
    return ()
