"""Where sentences begin, decided before the parser runs.

The parser of a general pipeline splits machine-translated prose inside company names and lists.
Punctuation is the surer guide in edited news: a sentence begins after a terminator that is no part
of an abbreviation. The parser then keeps to these boundaries.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from graphbuild.languages import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

COMPONENT = "graphbuild_sentences"

_OPENING_TAGS = frozenset({"DT", "PRP", "PRP$", "NNS", "IN"})
"""Tags of a word that opens a sentence after "Co., Ltd.": the tagger has run by then, the parser has not."""

LONGEST = 400
"""Tokens after which a sentence is cut whatever follows: only a hostile one is so long."""


def mark_sentences(doc: Doc) -> Doc:
    """Set ``is_sent_start`` of every token of a passage; a passage begins a sentence."""
    starts = sentence_starts(doc, [token for token in doc if not token.is_space])
    marks: Any = np.full(len(doc), -1, dtype=np.int64)
    marks[[0, *starts] if len(doc) else []] = 1
    return doc.from_array(["SENT_START"], marks.astype(np.uint64))


def sentence_starts(doc: Doc, visible: Sequence[Token]) -> frozenset[int]:
    """Return the indices of the tokens that begin a sentence, but for the first of the passage.

    `visible` are the tokens of one passage of `doc` that are no white space.
    """
    starts = set()
    length = 0
    for left, right in pairwise(visible):
        length += 1
        if length >= LONGEST or (_may_end(left.lower_) and _ends(doc, left, right)):
            starts.add(right.i)
            length = 0
    return frozenset(starts)


def _may_end(low: str) -> bool:
    """Whether a word is one of the few after which `_ends` has to look closer."""
    return low.endswith(".") or low in _enders()


@cache
def _enders() -> frozenset[str]:
    lists = ("closers", "closing", "terminators")
    return frozenset[str]().union(*(words("en", "sentences", name) for name in lists))


def _ends(doc: Doc, left: Token, right: Token) -> bool:
    """Whether a sentence ends between two neighbouring visible tokens."""
    closers = words("en", "sentences", "closers")
    if right.text in closers:
        return False
    last = left
    while last.text in closers and last.i > 0 and last.text not in "([":
        last = doc[last.i - 1]
    return _is_terminal(last, right) and _can_begin(right)


def _is_terminal(token: Token, following: Token) -> bool:
    low = token.lower_
    if low in words("en", "sentences", "leading"):
        return False
    if low in words("en", "sentences", "closing"):
        return following.text[:1].isupper() and (following.is_stop or following.tag_ in _OPENING_TAGS)
    if low in words("en", "sentences", "terminators"):
        return not _after_initial(token)
    # The tokenizer glues the stop to some words ("Nov.", "yuan.").
    return len(low) > 3 and low.endswith(".") and low.count(".") == 1 and low[0].isalpha()


def _after_initial(token: Token) -> bool:
    """Whether a lone full stop belongs to an initial ("Harold J . Pike") or to "No . 3"."""
    if token.text != "." or token.i == 0:
        return False
    before = token.nbor(-1)
    if before.text[0].isupper() and f"{before.lower_}." in words("en", "sentences", "leading"):
        return before.whitespace_ == ""
    return (len(before.text) == 1 and before.text.isupper()) or (
        before.lower_ in words("en", "sentences", "numbering") and before.text[0] == "N"
    )


def _can_begin(token: Token) -> bool:
    first = token.text[:1]
    return first.isupper() or first.isdigit() or first in "\"'“‘(" or not first.isascii()
