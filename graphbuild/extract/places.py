"""Places by their form: names with a word of kind ("Wanli County", "Lake X") and "our city"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graphbuild import gazetteer
from graphbuild.extract.edges import begins_person, left_edge
from graphbuild.extract.honorifics import follows_honorific
from graphbuild.extract.lexicon import title_words
from graphbuild.extract.phrases import Phrase
from graphbuild.extract.tags import FINITE
from graphbuild.languages import mapping, words
from graphbuild.languages.people import given_names

if TYPE_CHECKING:
    from graphbuild.extract.phrases import Board

PLACE: Final = "Place"
_LONGEST: Final = 5
_LONGEST_AFTER: Final = 3


def find_divisions(board: Board) -> None:
    """Pin names that end in a word for a division, of two words ("Autonomous County") or one."""
    divisions = mapping("en", "places", "divisions")
    for head, word in enumerate(board.words):
        if word.capital and board.free(head):
            two = head and f"{board.low(head - 1)} {word.low}" in divisions
            size = 2 if two else 1 if word.low in divisions else 0
            if size:
                _pin_kind(board, head, size, "division")


def find_sites(board: Board) -> None:
    """Pin lakes, ports, zones and parks; "Hai-an New Area of the Y Zone" takes its complement in."""
    heads, leading = words("en", "places", "sites.heads"), words("en", "places", "sites.leading")
    for head in reversed(range(len(board.words))):
        if board.words[head].text in heads and board.free(head):
            _pin_kind(board, head, 1, "site")
    for head in range(len(board.words) - 1):
        if board.words[head].text in leading and board.free(head):
            _pin_leading(board, head)


def _pin_kind(board: Board, head: int, size: int, rule: str) -> None:
    """Pin the name that ends in a word of kind of `size` words, the last of them at `head`."""
    first = head - size + 1
    if _continues(board, head + 1):
        return
    start = _kind_start(board, first, rule)
    if follows_honorific(board, start):
        return  # "Dr. Ellen Park"
    if start == first or first - start > _LONGEST or (rule == "site" and _common_noun(board, start, first)):
        return
    pinned = _place_after(board, head + 1) if rule == "site" else None
    end, inner = (pinned.end, (pinned,)) if pinned is not None else (head + 1, ())
    board.pin(Phrase(start, end, PLACE, rule, head=head, inner=inner))


def _kind_start(board: Board, first: int, rule: str) -> int:
    """Return where the name before a word of kind begins: after "and" when a place stands before it."""
    barrier = words("en", "posts", "heads") | words("en", "places", "barriers.words")
    start = left_edge(board, first, barrier=barrier)
    if _joins_peoples(board, start - 3, start - 1, first) and board.name_at(start - 2):
        start = left_edge(board, start - 2, barrier=barrier)
    for index in range(start, first):
        if _joins_peoples(board, start, index, first):
            continue
        if board.low(index) == "and" and (rule == "division" or gazetteer.lookup(board.text(start, index))):
            start = index + 1
    while start < first and not board.words[start].capital:
        start += 1
    return start


def _joins_peoples(board: Board, start: int, joiner: int, first: int) -> bool:
    """Whether "and" joins the peoples of an autonomous division: "Xundian Hui and Yi Autonomous County"."""
    autonomous = board.low(first) == "autonomous"
    return autonomous and board.low(joiner) == "and" and joiner - start >= 2 and first - joiner == 2


def _place_after(board: Board, end: int) -> Phrase | None:
    """Return the place in "Port of the Y Zone"."""
    pinned = board.starting(board.past_the(end + 1)) if board.low(end) == "of" else None
    return pinned if pinned is not None and pinned.type == PLACE else None


def _common_noun(board: Board, start: int, first: int) -> bool:
    """Whether a site's words are plain words in capitals: "a River Port", "Belt and Road"."""
    joined = any(board.low(i) == "and" for i in range(start, first)) and first - start <= 2
    return joined or board.low(start - 1) in words("en", "grammar", "indefinite")


def _continues(board: Board, index: int) -> bool:
    """Whether a capitalised word after a kind word makes it part of a longer name."""
    if not board.name_at(index):
        return False
    word = board.words[index]
    if (
        word.low in given_names()
        or begins_person(board.words, index)
        or word.low in title_words()
        or word.low in words("en", "frames", "headline.verbs")
    ):
        return False
    return word.ent != "PERSON" and word.tag not in FINITE and word.pos != "VERB"


def _pin_leading(board: Board, head: int) -> None:
    """Pin "Lake X" and "Port of Y", of at most three words after the kind."""
    first = head + 1 + (board.low(head + 1) == "of")
    end = first
    while end - first < _LONGEST_AFTER and _follows_kind(board, end):
        end += 1
    if end > first:
        board.pin(Phrase(head, end, PLACE, "site", head=head))


def _follows_kind(board: Board, index: int) -> bool:
    if not board.name_at(index) or board.low(index) in title_words():
        return False
    return gazetteer.demonym(board.words[index].text) is None


def find_deictic(board: Board) -> None:
    """Pin "our city" and "this county": they point to the seat of the article."""
    pointing, nouns = words("en", "grammar", "pointing"), mapping("en", "places", "deictic")
    for index in range(len(board.words) - 1):
        if board.low(index) in pointing and board.low(index + 1) in nouns and board.free(index + 1):
            runs_on = index + 2 < len(board.words) and board.words[index + 2].pos == "NOUN"
            if not runs_on:
                board.pin(Phrase(index, index + 2, PLACE, "deictic", head=index + 1))
