"""Sentences as lines of words: the view of spaCy's analysis that the grammars share.

A word is one token, or several that hyphens and middle dots join without a space
("Secretary-General"); a possessive "'s" stays a word of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from graphbuild.model import BlockRole, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from graphbuild.annotate import Passage, Reading

_JOINERS: Final = frozenset("-·–‧•・'/")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a line: `start` and `end` are offsets in the document, `head` an index in the line."""

    text: str
    low: str
    lemma: str
    pos: str
    tag: str
    ent: str
    dep: str
    head: int
    start: int
    end: int
    stop: bool

    @property
    def capital(self) -> bool:
        """Whether the word begins with a capital letter."""
        return self.text[:1].isupper()

    @property
    def alpha(self) -> bool:
        """Whether the word begins with a letter."""
        return self.text[:1].isalpha()


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence: its words, its span in the document and the role of its block."""

    document: str
    span: Span
    role: BlockRole
    words: tuple[Word, ...]

    def cover(self, start: int, end: int) -> Span:
        """Return the span of the document that words `start` to `end` (exclusive) cover."""
        return Span(self.words[start].start, self.words[end - 1].end)

    def text(self, start: int, end: int) -> str:
        """Return words `start` to `end` (exclusive) as one string with the source's spacing, tidied."""
        parts: list[str] = []
        for index in range(start, end):
            word = self.words[index]
            glued = index == start or self.words[index - 1].end == word.start
            parts.append(word.text if glued else f" {word.text}")
        return "".join(parts)


def lines(reading: Reading) -> list[Line]:
    """Return the sentences of a reading, in order, without empty ones."""
    found = []
    for passage in reading.passages:
        for sentence in passage.doc.sents:
            tokens = [token for token in sentence if not token.is_space]
            if tokens:
                found.append(_line(reading.document.id, passage, tokens))
    return found


def _line(document: str, passage: Passage, tokens: Sequence[Token]) -> Line:
    runs = list(_runs(tokens))
    index = {token.i: number for number, run in enumerate(runs) for token in run}
    words = tuple(_word(run, number, index, passage.offset) for number, run in enumerate(runs))
    return Line(document, Span(words[0].start, words[-1].end), passage.role, words)


def _runs(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Group tokens that a joiner ties without a space on either side."""
    run: list[Token] = []
    for token in tokens:
        if run and not _glued(run[-1], token):
            yield run
            run = []
        run.append(token)
    if run:
        yield run


def _glued(left: Token, right: Token) -> bool:
    if left.idx + len(left) != right.idx:
        return False
    if right.text in _JOINERS and right.text != "'":
        return left.text[-1].isalnum() and right.i + 1 < len(right.doc) and right.nbor().text[:1].isalnum()
    return left.text in _JOINERS and left.text != "'" and right.text[0].isalnum()


def _word(run: list[Token], number: int, index: dict[int, int], offset: int) -> Word:
    # The last part of a hyphenated word is its head; of a joined name, any part is as good.
    top = run[-1]
    text = "".join(token.text for token in run)
    heads = {index.get(token.head.i, number) for token in run} - {number}
    return Word(
        text=text,
        low=text.casefold(),
        lemma=top.lemma_.casefold() if len(run) == 1 else text.casefold(),
        pos=top.pos_,
        tag=top.tag_,
        ent=run[0].ent_type_ or top.ent_type_,
        dep=next((token.dep_ for token in run if index.get(token.head.i, number) != number), top.dep_),
        head=min(heads, default=number),
        start=run[0].idx + offset,
        end=top.idx + len(top) + offset,
        stop=all(token.is_stop for token in run),
    )
