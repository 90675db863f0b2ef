"""A spaCy `Doc` of somebody else's pipeline to sentences of words, at its own offsets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.annotate.flat import Flat
from graphbuild.annotate.lines import token_line
from graphbuild.annotate.sentences import sentence_starts
from graphbuild.model import READABLE_ROLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

    from graphbuild.model import Block, Document, Line


def doc_lines(document: Document, doc: Doc) -> tuple[Line, ...]:
    """Return the sentences of the readable blocks of `document`, whose text is that of `doc`.

    Sentences begin where they do in `graphbuild.annotate`; where the parser of `doc` saw another
    boundary, a word whose head lies outside its sentence is a root.
    """
    blocks = [block for block in document.blocks if block.role in READABLE_ROLES]
    found = zip(blocks, _block_tokens(doc, blocks), strict=True)
    itself = Flat(doc.text)
    return tuple(
        token_line(document.id, sentence, block.role, itself)
        for block, tokens in found
        for sentence in _sentences(doc, tokens)
    )


def _block_tokens(doc: Doc, blocks: Sequence[Block]) -> Iterator[list[Token]]:
    """Yield the visible tokens that lie wholly in each block; blocks come in order."""
    tokens = [token for token in doc if not token.is_space]
    at = 0
    for block in blocks:
        while at < len(tokens) and tokens[at].idx < block.span.start:
            at += 1
        start = at
        while at < len(tokens) and tokens[at].idx + len(tokens[at]) <= block.span.end:
            at += 1
        yield tokens[start:at]


def _sentences(doc: Doc, tokens: Sequence[Token]) -> Iterator[list[Token]]:
    starts = sentence_starts(doc, tokens)
    sentence: list[Token] = []
    for token in tokens:
        if token.i in starts and sentence:
            yield sentence
            sentence = []
        sentence.append(token)
    if sentence:
        yield sentence
