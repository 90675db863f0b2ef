"""spaCy sentences as lines of words: from here on no spaCy object travels.

A word is one token, or several that hyphens and middle dots join without a space
("Secretary-General"); a possessive "'s" stays a word of its own.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from graphbuild.annotate.flat import Flat
from graphbuild.annotate.legible import legible
from graphbuild.model import BlockRole, Line, Span, Word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

_JOINERS: Final = frozenset("-·–‧•・'/")
_MOST_SPELT: Final = 1 << 14
"""Words whose spelling is kept: most of a page are those of the pages before."""


def passage_lines(document: str, doc: Doc, passage: Flat, role: BlockRole) -> Iterator[Line]:
    """Yield the sentences of one passage, of whose text `doc` was made."""
    for sentence in doc.sents:
        tokens = [token for token in sentence if not token.is_space]
        if tokens:
            yield token_line(document, tokens, role, passage)


def token_line(document: str, tokens: Sequence[Token], role: BlockRole, passage: Flat) -> Line:
    """Return one sentence of visible tokens; `passage` says where their `Doc` stands in the document."""
    runs = list(_runs(tokens))
    index = {token.i: number for number, run in enumerate(runs) for token in run}
    words = tuple(_word(run, number, index, passage) for number, run in enumerate(runs))
    return Line(document, Span(words[0].start, words[-1].end), role, words)


def _runs(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Group tokens that a joiner ties without a space on either side."""
    run: list[Token] = []
    end = -1
    for token in tokens:
        start = token.idx
        if run and not (start == end and _glued(run[-1], token)):
            yield run
            run = []
        run.append(token)
        end = start + len(token)
    if run:
        yield run


def _glued(left: Token, right: Token) -> bool:
    """Whether two tokens without a space between them are one word."""
    if right.text == "." and left.text == "No":
        return right.i + 1 < len(right.doc) and right.nbor().text[:1].isdigit()
    if right.text in _JOINERS and right.text != "'":
        return left.text[-1].isalnum() and right.i + 1 < len(right.doc) and right.nbor().text[:1].isalnum()
    return left.text in _JOINERS and left.text != "'" and right.text[0].isalnum()


def _word(run: list[Token], number: int, index: dict[int, int], passage: Flat) -> Word:
    if len(run) > 1:
        return _joined_word(run, number, index, passage)
    token, start = run[0], run[0].idx
    text, low = _spelling(token.text)
    return Word(
        text=text,
        low=low,
        lemma=_spelling(token.lemma_)[1],
        pos=token.pos_,
        tag=token.tag_,
        ent=token.ent_type_,
        dep=token.dep_,
        head=index.get(token.head.i, number),
        start=passage.start(start),
        end=passage.end(start + len(token)),
        stop=token.is_stop,
    )


def _joined_word(run: list[Token], number: int, index: dict[int, int], passage: Flat) -> Word:
    # The last part of a hyphenated word is its head; of a joined name, any part is as good.
    top = run[-1]
    text, low = _spelling("".join(token.text for token in run))
    heads = {index.get(token.head.i, number) for token in run} - {number}
    return Word(
        text=text,
        low=low,
        lemma=low,
        pos=top.pos_,
        tag=top.tag_,
        ent=run[0].ent_type_ or top.ent_type_,
        dep=next((token.dep_ for token in run if index.get(token.head.i, number) != number), top.dep_),
        head=min(heads, default=number),
        start=passage.start(run[0].idx),
        end=passage.end(top.idx + len(top)),
        stop=all(token.is_stop for token in run),
    )


@lru_cache(_MOST_SPELT)
def _spelling(text: str) -> tuple[str, str]:
    """Return a word as it is read, and in small letters."""
    read = legible(text)
    return read, read.casefold()
