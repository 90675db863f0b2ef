"""Enterprises: names that end in a legal form ("Co., Ltd.") or a trade word ("Industrial Park")."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Final

from graphbuild.extract.edges import begins_person, left_edge
from graphbuild.extract.lexicon import body_barrier, title_words
from graphbuild.extract.phrases import Phrase, phrase_at
from graphbuild.extract.tags import TOLD
from graphbuild.languages import phrases, words

if TYPE_CHECKING:
    from graphbuild.extract.phrases import Board

ENTERPRISE: Final = "Enterprise"
_SITE_RULES: Final = frozenset({"trade-word", "site"})
_NO_COMPLEMENT_RULES: Final = frozenset({"deictic", "legal-form"})
_DESCRIBING: Final = frozenset({"ADJ", "NOUN"})
_NO_NAME: Final = frozenset({"GPE", "NORP"})


def find_companies(board: Board) -> None:
    """Pin enterprises that end in a legal form: the surest of all names."""
    index = 0
    while index < len(board.words):
        form = phrase_at(board.line, index, "enterprises", "legal_forms")
        size = len(form) if board.words[index].capital or form == ("plc",) else 0
        if size:
            start = left_edge(board, index, barrier=_company_barrier())
            if start < index:
                board.pin(Phrase(start, index + size, ENTERPRISE, "legal-form", head=index))
        index += size or 1


def _company_barrier() -> frozenset[str]:
    return words("en", "posts", "heads") | words("en", "enterprises", "form_parts")


def find_trade_names(board: Board) -> None:
    """Pin enterprises that end in a trade word ("Industrial Park", "Cold Chain Logistics Market")."""
    for index in reversed(range(len(board.words))):
        if board.words[index].capital and board.free(index) and not _name_goes_on(board, index + 1):
            size = _trade_size(board, index)
            if size:
                _pin_trade(board, index, size)


@cache
def _trade_phrases() -> dict[str, list[tuple[str, ...]]]:
    """Return the trade heads of several words by their last word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases("en", "enterprises", "trade_phrases"):
        found.setdefault(phrase[-1], []).append(phrase)
    return found


def _trade_size(board: Board, head: int) -> int:
    """Return how many words, ending at `head`, are a trade head; 0 for none."""
    for phrase in _trade_phrases().get(board.words[head].low, ()):
        size = len(phrase)
        if tuple(word.low for word in board.words[head - size + 1 : head + 1]) == phrase:
            return size
    return 1 if board.words[head].text in words("en", "enterprises", "trade_heads") else 0


def _name_goes_on(board: Board, index: int) -> bool:
    if not board.name_at(index) or board.low(index) in title_words():
        return False
    if begins_person(board.words, index):
        return False
    return board.words[index].ent != "PERSON" and board.words[index].tag not in TOLD


def _pin_trade(board: Board, head: int, size: int) -> None:
    first = head - size + 1
    start = left_edge(board, first, barrier=body_barrier() | words("en", "enterprises", "name_ends"))
    if board.low(first - 1) in words("en", "enterprises", "no_branches"):
        return
    weak = size == 1 and board.words[head].text in words("en", "enterprises", "weak_heads")
    if start == first or (weak and not _proper(board, start, first)):
        return
    board.pin(Phrase(start, head + 1, ENTERPRISE, "trade-word", head=head))


def _proper(board: Board, start: int, end: int) -> bool:
    """Whether the words before a weak trade head hold a name rather than plain words in capitals."""
    found = board.words[start:end]
    return not board.line.headline and any(word.pos == "PROPN" and word.ent not in _NO_NAME for word in found)


def find_numbered_sites(board: Board) -> None:
    """Pin institutions known by a number: "School No. 3", "Lyceum No . 7"."""
    heads = words("en", "enterprises", "numbered")
    for index, word in enumerate(board.words):
        if word.text not in heads or board.low(index + 1) not in words("en", "names", "numbering"):
            continue
        number = index + 2 + (board.low(index + 2) == ".")
        if (
            number < len(board.words)
            and board.words[number].text.isdigit()
            and board.all_free(index, number + 1)
        ):
            board.pin(Phrase(index, number + 1, ENTERPRISE, "numbered-site", head=index))


def find_described_sites(board: Board) -> None:
    """Pin "the service hall of X Subdistrict": an institution in small letters and its place."""
    heads = phrases("en", "enterprises", "described_sites")
    for index, word in enumerate(board.words):
        if word.capital or board.low(index + 1) != "of" or not board.free(index):
            continue
        size = next((len(h) for h in heads if _ends_with(board, index, h)), 0)
        inner = board.starting(board.past_the(index + 2))
        if size and inner is not None and inner.type == "Place" and inner.rule != "deictic":
            start = _described_start(board, index - size + 1)
            board.pin(Phrase(start, inner.end, ENTERPRISE, "described-site", head=index, inner=(inner,)))


def _ends_with(board: Board, index: int, phrase: tuple[str, ...]) -> bool:
    first = index - len(phrase) + 1
    return first >= 0 and tuple(word.low for word in board.words[first : index + 1]) == phrase


def _described_start(board: Board, start: int) -> int:
    """Return where the adjectives and nouns before the head begin."""
    while start > 0 and board.free(start - 1) and board.words[start - 1].pos in _DESCRIBING:
        if board.words[start - 1].stop:
            break
        start -= 1
    return start


def take_complements(board: Board) -> None:
    """Let a site take the name after "of" in: "Third Hospital of Wanli District", "Port of the Y Zone"."""
    for phrase in board.phrases:
        inner = board.starting(board.past_the(phrase.end + 1)) if board.low(phrase.end) == "of" else None
        if inner is None or inner.type not in {ENTERPRISE, "Place"} or inner.rule in _NO_COMPLEMENT_RULES:
            continue
        if _takes(board, phrase, inner):
            board.pin(replace(phrase, end=inner.end, inner=(*phrase.inner, inner)))


def _takes(board: Board, phrase: Phrase, inner: Phrase) -> bool:
    head = board.low(phrase.head)
    if head in words("en", "enterprises", "no_complement"):
        return False
    about = phrase.rule == "project-phrase" and inner.rule == "site"
    area = phrase.rule == "division" and head == "area" and board.low(phrase.head - 1) == "new"
    return about or area or phrase.rule in _SITE_RULES
