"""Places by their name: those of the gazetteer, and what the recogniser calls a place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graphbuild import gazetteer
from graphbuild.extract.lexicon import is_country, namelike, title_words
from graphbuild.extract.phrases import Phrase
from graphbuild.extract.places import PLACE, is_of_title
from graphbuild.extract.tags import PLACES
from graphbuild.languages import mapping, words
from graphbuild.languages.people import given_names, is_pinyin, surnames

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graphbuild.extract.phrases import Board

_LONGEST: Final = 5
_LARGE: Final = 500_000
_NAME_PARTS: Final = frozenset({"ORG", "PERSON", "FAC", "PRODUCT"})
_AFTER_GOAL: Final = frozenset({",", ".", "and", ";", "where", "on", "to", "for"})
_NO_PLACE: Final = frozenset({"PERSON", "NORP"})
_MODIFIERS: Final = frozenset({"compound", "amod"})


def find_countries(board: Board) -> None:
    """Pin countries of several words before the recogniser can take them for people."""
    line = board.words
    for start in range(len(line) - 1):
        if not line[start].capital:
            continue
        before = board.low(start - 1) in words("en", "places", "prepositions.glued")
        glued = before and line[start + 1].low in given_names()
        for end in range(min(len(line), start + _LONGEST), start + (not glued), -1):
            if line[end - 1].text.lower() == line[end - 1].text:
                continue
            pinned = board.starting(start)
            same = pinned is not None and pinned.type == PLACE and pinned.end == end
            if (board.all_free(start, end) or same) and is_country(board.text(start, end)):
                board.pin(Phrase(_style_start(board, start), end, PLACE, "gazetteer", head=end - 1))
                break


def _style_start(board: Board, start: int) -> int:
    """Return where "Commonwealth of the" before a country's name begins; `start` without such a style."""
    before = start - (board.low(start - 1) == "the")
    styled = board.low(before - 1) == "of" and board.name_at(before - 2)
    known = styled and board.low(before - 2) in words("en", "places", "styles.words")
    office = board.low(before - 3) == "of"  # "Secretary of State of the X"
    return before - 2 if known and not office else start


def find_known(board: Board) -> None:
    """Pin names that the gazetteer knows, where the sentence uses them as a place."""
    index = 0
    while index < len(board.words):
        end = _known_until(board, index)
        if end:
            start = index - _has_compass(board, index - 1)
            board.pin(Phrase(start, end, PLACE, "gazetteer", head=end - 1))
        index = max(end, index + 1)


def _has_compass(board: Board, index: int) -> bool:
    """Whether "Central" or "Northern" stands there and makes of the name another place."""
    return (
        index >= 0 and board.free(index) and board.words[index].text in words("en", "places", "compass.words")
    )


def _known_until(board: Board, start: int) -> int:
    line = board.words
    if not line[start].capital or not board.free(start):
        return 0
    for end in range(min(len(line), start + _LONGEST), start, -1):
        named = line[end - 1].alpha and line[end - 1].capital and board.all_free(start, end)
        if named and not is_of_title(board, end - 1) and _is_place(board, start, end):
            return end
    return 0


def _is_place(board: Board, start: int, end: int) -> bool:
    line = board.words
    if _is_name_part(board, end):
        return False
    if board.name_at(start - 1) and line[start - 1].ent == "PERSON":
        return False
    known = gazetteer.lookup(board.text(start, end))
    if not known:
        return False
    tagged = all(line[i].ent in PLACES for i in range(start, end))
    local = _is_located(board, start - 1)
    likely = (local or any(_is_large(place) for place in known)) and line[start].ent not in _NO_PLACE
    likely = likely or (local and (_inside(board, known, end) or _is_plain_goal(board, known, start, end)))
    return tagged or likely or (end - start == 1 and _is_settled(board, start))


def _is_located(board: Board, index: int) -> bool:
    """Whether "in", "to" or a verb of visiting stands there: what follows is where somebody is."""
    visited = index >= 0 and board.words[index].lemma in words("en", "frames", "visit.direct")
    listed = board.low(index) in {",", "and"} and _in_list_of_places(board, index)
    return visited or listed or board.low(index) in words("en", "places", "prepositions.locative")


def _in_list_of_places(board: Board, index: int) -> bool:
    """Whether a place that is itself a goal stands before the comma or "and"."""
    left = index - 1 - (board.low(index - 1) == ",")
    before = board.at(left)
    return before is not None and before.type == PLACE and _is_located(board, before.start - 1)


def _is_plain_goal(board: Board, known: Sequence[gazetteer.Place], start: int, end: int) -> bool:
    """Whether a town stands alone after "In" or a verb of visiting, though the recogniser sees a person."""
    town = any(place.population > 0 or place.level <= 1 for place in known)
    name = board.low(start) in given_names() or board.low(start) in surnames()
    return town and not name and board.low(end) in _AFTER_GOAL


def _inside(board: Board, known: Sequence[gazetteer.Place], comma: int) -> bool:
    """Whether a comma and the name of what holds the place follow: "Honiara, Solomon Islands"."""
    outer = board.starting(comma + 1) if board.low(comma) == "," else None
    if outer is None or outer.type != PLACE:
        return False
    above = {place.code for place in gazetteer.lookup(board.text(outer.start, outer.end))}
    return any(above & {up.code for up in gazetteer.ancestors(place)} for place in known)


def _is_large(place: gazetteer.Place) -> bool:
    """Whether a place is so large that its name means it: a province, a big city, a Chinese prefecture."""
    prefecture = gazetteer.in_china(place) and place.level == 2
    return place.level <= 1 or place.population >= _LARGE or prefecture


def _is_settled(board: Board, index: int) -> bool:
    """Whether a name spelt in pinyin stands after "in" or "from"."""
    settled = board.low(index - 1) in words("en", "places", "prepositions.settled")
    return settled and is_pinyin(board.words[index].text)


def _is_name_part(board: Board, index: int) -> bool:
    """Whether the next word goes on with a name ("Washington Post"), so that this is no place."""
    return (
        board.name_at(index)
        and board.low(index) not in title_words()
        and board.words[index].ent in _NAME_PARTS
    )


def find_tagged(board: Board) -> None:
    """Pin what only the statistical recogniser calls a place, when it is a name in capitals."""
    line, index = board.words, 0
    while index < len(line):
        end = index
        while end < len(line) and line[end].ent in PLACES and board.free(end):
            end += 1
        first = index
        while first < end and not namelike(line[first]):
            first += 1
        if first < end and _is_tagged_name(board, first, end):
            board.pin(Phrase(first, end, PLACE, "recogniser", head=end - 1, sure=False))
        index = max(end, index + 1)


def _is_tagged_name(board: Board, first: int, end: int) -> bool:
    line, kinds = board.words, mapping("en", "places", "divisions")
    if line[first].ent == "FAC" or all(word.low in kinds for word in line[first:end]):
        return False
    inner = words("en", "places", "prepositions.inner")
    if not all(namelike(word) or word.low in inner for word in line[first:end]):
        return False
    return _plausible(board, first, end)


def _plausible(board: Board, first: int, end: int) -> bool:
    """Require of what the gazetteer does not know that it stand where places stand: after "in", in a list."""
    text = board.words[first].text
    if "-" in text and any(gazetteer.lookup(part) for part in text.split("-")):
        return False
    if gazetteer.lookup(board.text(first, end)):
        return True
    last = board.words[end - 1]
    before = first - 1 - (board.low(first - 1) == "the")
    located = _is_located(board, before)
    listed = _after_place(board, before) and last.dep != "nsubj"
    return (located or listed) and last.dep not in _MODIFIERS


def _after_place(board: Board, comma: int) -> bool:
    """Whether a comma with a place before it stands there."""
    left = board.at(comma - 1)
    return board.low(comma) == "," and left is not None and left.type == PLACE
