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
    from collections.abc import Mapping

    from graphbuild.extract.phrases import Board
    from graphbuild.model import Word

PLACE: Final = "Place"
LISTED: Final = "division-listed"
_LONGEST: Final = 5
_LONGEST_KIND: Final = 3
_NO_NAME: Final = frozenset({"DATE", "TIME"})
_LONGEST_AFTER: Final = 3


def find_divisions(board: Board) -> None:
    """Pin names that end in a word for a division, of two words ("Autonomous County") or one."""
    divisions = mapping("en", "places", "divisions")
    for head, word in enumerate(board.words):
        if word.capital and board.free(head):
            size = _kind_size(board, head, divisions)
            if size and not is_of_title(board, head):
                _pin_kind(board, head, size, "division")
    find_small_divisions(board)


def _kind_size(board: Board, head: int, divisions: Mapping[str, str]) -> int:
    """Return of how many words, ending at `head`, the longest word of kind is; 0 for none."""
    for size in range(min(_LONGEST_KIND, head), 0, -1):
        if " ".join(board.low(i) for i in range(head - size + 1, head + 1)) in divisions:
            return size
    return 0


def find_small_divisions(board: Board) -> None:
    """Pin "the Ardon district" and "Lusk and Sarn districts": a name with its kind in small letters."""
    for head, word in enumerate(board.words):
        if word.capital or not board.free(head) or _goes_on_small(board, head + 1):
            continue
        if word.low in words("en", "places", "small_kinds.heads"):
            _pin_small(board, head)
        elif word.low in words("en", "places", "small_kinds.plurals"):
            _pin_listed(board, head)


def _goes_on_small(board: Board, index: int) -> bool:
    """Whether a noun after the kind makes it part of another thing: "district court", "county head"."""
    inside = index < len(board.words)
    return inside and (board.words[index].pos == "NOUN" or board.low(index) in title_words())


def _pin_small(board: Board, head: int) -> None:
    end = head
    while board.low(end - 1) in words("en", "places", "small_kinds.adjectives"):
        end -= 1
    start = _name_start(board, end)
    if start < end and not _is_known_region(board, start, end):
        board.pin(Phrase(start, head + 1, PLACE, "division", head=head))


def _is_known_region(board: Board, start: int, end: int) -> bool:
    """Whether "region" only says what a name means that is known by itself: "the Middle East region"."""
    if board.low(end) != "region":
        return False
    compass = board.words[start].text in words("en", "places", "compass.words")
    known = gazetteer.lookup(board.text(start, end))
    site = board.words[end - 1].text in words("en", "places", "sites.heads")
    return compass or site or any(place.kind in {"Region", "Continent"} for place in known)


def _name_start(board: Board, end: int) -> int:
    """Return where the name that ends at `end` begins; `end` when there is none."""
    start = end
    while end - start < _LONGEST_AFTER and board.name_at(start - 1) and _is_proper(board.words[start - 1]):
        start -= 1
    return start


def _is_proper(word: Word) -> bool:
    # The recogniser takes many a district it has never seen for a person or a people.
    plain = gazetteer.demonym(word.text) is None and word.low not in title_words()
    return plain and word.pos == "PROPN" and word.ent not in _NO_NAME


def _pin_listed(board: Board, head: int) -> None:
    """Pin each of the places that a kind in the plural names, without the kind."""
    end = head
    while (start := _name_start(board, end)) < end:
        board.pin(Phrase(start, end, PLACE, LISTED, head=end - 1))
        end = start - (board.low(start - 1) in {"and", ","})
        end -= board.low(end - 1) == "," and end < start


def is_of_title(board: Board, head: int) -> bool:
    """Whether the word of kind opens a title: "South Dakota State Senator"."""
    return board.low(head) == "state" and board.low(head + 1) in words("en", "posts", "heads")


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
    if follows_honorific(board, start) or (rule == "site" and _is_name(board, start, head)):
        return  # "Dr. Ellen Park", "Governor Ellen Park"
    if start == first or first - start > _LONGEST or (rule == "site" and _common_noun(board, start, first)):
        return
    pinned = _place_after(board, head + 1) if rule == "site" else None
    end, inner = (pinned.end, (pinned,)) if pinned is not None else (head + 1, ())
    board.pin(Phrase(start, end, PLACE, rule, head=head, inner=inner))


def _is_name(board: Board, start: int, head: int) -> bool:
    """Whether a title stands before, and a given name opens what the recogniser calls a person."""
    titled = board.low(start - 1) in words("en", "posts", "heads") and board.words[start - 1].capital
    person = all(word.ent == "PERSON" for word in board.words[start : head + 1])
    return titled and person and board.low(start) in given_names()


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
    if board.words[head - 1].text in words("en", "places", "compass.words") and board.name_at(head - 1):
        return  # "Eastern Cape"
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
