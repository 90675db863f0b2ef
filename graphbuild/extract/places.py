"""Places: names with a word of kind ("Kuke County"), gazetteer names, and what the recogniser calls a place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graphbuild import gazetteer
from graphbuild.extract.phrases import Phrase, left_edge, namelike
from graphbuild.languages import mapping, words
from graphbuild.languages.people import given_names, is_pinyin

if TYPE_CHECKING:
    from graphbuild.extract.phrases import Board

PLACE: Final = "Place"
_LONGEST: Final = 5
_LOCATIVE: Final = frozenset({"in", "at", "to", "from", "near", "of", "into", "around", "visited", "through", "toward", "towards"})


def find_divisions(board: Board) -> None:
    """Pin names that end in a word for a division or a kind of site, longest reading first."""
    divisions = mapping("en", "places", "divisions")
    line = board.line.words
    for head in range(len(line)):
        two = " ".join(word.low for word in line[max(0, head - 1) : head + 1])
        low = line[head].low
        size = 2 if two in divisions and head else 1 if low in divisions else 0
        if size and line[head].capital and board.free(head):
            _pin_kind(board, head, size, "division")


def find_sites(board: Board) -> None:
    """Pin lakes, ports, zones and parks; "Lin-gang New Area of the Y Zone" takes its complement in."""
    line = board.line.words
    for head in reversed(range(len(line))):
        if line[head].capital and board.free(head) and line[head].text in words("en", "places", "sites.heads"):
            _pin_kind(board, head, 1, "site")
    for head in range(len(line) - 1):
        if line[head].text in words("en", "places", "sites.leading") and board.free(head):
            _pin_leading(board, head)


def _pin_kind(board: Board, head: int, size: int, rule: str) -> None:
    line = board.line.words
    first = head - size + 1
    if head + 1 < len(line) and board.free(head + 1) and namelike(line[head + 1]) and _continues(board, head + 1):
        return
    barrier = words("en", "posts", "heads") | frozenset({"county", "city", "province", "district", "deputy", "acting", "vice"})
    start = left_edge(board, first, barrier=barrier)
    for index in range(start, first):
        if line[index].low == "and" and (rule == "division" or gazetteer.lookup(board.line.text(start, index))):
            start = index + 1
    while start < first and not board.line.words[start].capital:
        start += 1
    if start == first or first - start > _LONGEST or _common_noun(board, start, first, rule):
        return
    end = head + 1
    inner: tuple[Phrase, ...] = ()
    if rule == "site" and end + 1 < len(line) and line[end].low == "of":
        after = end + 1 + (line[end + 1].low == "the")
        pinned = board.starting(after)
        if pinned is not None and pinned.type == PLACE:
            end, inner = pinned.end, (pinned,)
    board.pin(Phrase(start, end, PLACE, rule, head=head, inner=inner))


def _common_noun(board: Board, start: int, first: int, rule: str) -> bool:
    """Whether a site's words are plain words in capitals: "a River Port", "Belt and Road"."""
    line = board.line.words
    if rule != "site":
        return False
    return any(line[i].low == "and" for i in range(start, first)) and first - start <= 2 or start > 0 and line[start - 1].low in {"a", "an"}


def _continues(board: Board, index: int) -> bool:
    """Whether a capitalised word after a kind word makes it part of a longer name."""
    word = board.line.words[index]
    titles = words("en", "posts", "heads") | words("en", "posts", "modifiers") | words("en", "frames", "headline.verbs")
    if word.low in given_names():
        return False
    return word.low not in titles and word.ent != "PERSON" and word.tag not in {"VBZ", "VBD", "VBP"} and word.pos != "VERB"


def _pin_leading(board: Board, head: int) -> None:
    line, end = board.line.words, head + 1
    if line[end].low == "of":
        end += 1
    stop = end
    titles = words("en", "posts", "heads") | words("en", "posts", "modifiers")
    while stop < len(line) and board.free(stop) and namelike(line[stop]) and stop - end < 3 and line[stop].low not in titles and gazetteer.demonym(line[stop].text) is None:
        stop += 1
    if stop > end:
        board.pin(Phrase(head, stop, PLACE, "site", head=head))


def find_known(board: Board) -> None:
    """Pin names that the gazetteer knows, where the sentence uses them as a place."""
    line, index = board.line.words, 0
    while index < len(line):
        end = _known_until(board, index)
        if end:
            compass = index > 0 and board.free(index - 1) and line[index - 1].text in words("en", "places", "compass.words")
            board.pin(Phrase(index - compass, end, PLACE, "gazetteer", head=end - 1))
        index = max(end, index + 1)


def find_countries(board: Board) -> None:
    """Pin countries of several words before the recogniser can take them for people."""
    line = board.line.words
    for start in range(len(line) - 1):
        glued = start > 0 and line[start - 1].low in {"to", "of", "for"} and line[start + 1].low in given_names()
        for end in range(min(len(line), start + _LONGEST), start + (not glued), -1):
            whole = all(board.free(i) for i in range(start, end)) and line[start].capital and line[end - 1].capital
            if whole and any(place.level == 0 for place in gazetteer.lookup(board.line.text(start, end))):
                board.pin(Phrase(start, end, PLACE, "gazetteer", head=end - 1))
                break


def _known_until(board: Board, start: int) -> int:
    line = board.line.words
    if not line[start].capital or not board.free(start):
        return 0
    for end in range(min(len(line), start + _LONGEST), start, -1):
        if all(board.free(i) for i in range(start, end)) and line[end - 1].alpha and _is_place(board, start, end):
            return end
    return 0


def _is_place(board: Board, start: int, end: int) -> bool:
    line = board.line.words
    if not line[end - 1].capital or end < len(line) and _is_name_part(board, end):
        return False
    if start and namelike(line[start - 1]) and board.free(start - 1) and line[start - 1].ent == "PERSON":
        return False
    # "Central Kaduna": the recogniser's span may hold more than the gazetteer's.
    known = gazetteer.lookup(board.line.text(start, end))
    if not known:
        return False
    tagged = all(line[i].ent in {"GPE", "LOC", "FAC"} for i in range(start, end))
    large = any(place.level <= 1 or place.population >= 500_000 or (place.code.startswith("cn-") and place.level == 2) for place in known)
    local = start > 0 and line[start - 1].low in _LOCATIVE
    settled = local and end - start == 1 and line[start - 1].low in {"in", "from", "to", "at"} and is_pinyin(line[start].text)
    return tagged or settled or ((large or local) and line[start].ent not in {"PERSON", "NORP"})


def _is_name_part(board: Board, index: int) -> bool:
    """Whether the next word goes on with a name ("Washington Post"), so that this is no place."""
    word = board.line.words[index]
    titles = words("en", "posts", "heads") | words("en", "posts", "modifiers")
    return board.free(index) and namelike(word) and word.low not in titles and word.ent in {"ORG", "PERSON", "FAC", "PRODUCT"}


def find_tagged(board: Board) -> None:
    """Pin what only the statistical recogniser calls a place, when it is a name in capitals."""
    line, index = board.line.words, 0
    while index < len(line):
        end = index
        while end < len(line) and line[end].ent in {"GPE", "LOC", "FAC"} and board.free(end):
            end += 1
        first = index
        while first < end and not namelike(line[first]):
            first += 1
        kinds = mapping("en", "places", "divisions")
        if all(line[i].low in kinds for i in range(first, end)):
            first = end
        if first < end and not _plausible(board, first, end):
            first = end
        if first < end and all(namelike(line[i]) or line[i].low in {"of", "the"} for i in range(first, end)) and line[first].ent != "FAC":
            board.pin(Phrase(first, end, PLACE, "recogniser", head=end - 1, sure=False))
        index = max(end, index + 1)


def _plausible(board: Board, first: int, end: int) -> bool:
    """What the gazetteer does not know must stand where places stand: after "in", or in several words."""
    line = board.line.words
    if "-" in line[first].text and any(gazetteer.lookup(part) for part in line[first].text.split("-")):
        return False
    if gazetteer.lookup(board.line.text(first, end)):
        return True
    before = first - 1 - (first > 0 and line[first - 1].low == "the")
    listed = before > 0 and line[before].text == "," and (left := board.at(before - 1)) is not None and left.type == PLACE
    located = before >= 0 and (line[before].low in _LOCATIVE or (listed and line[end - 1].dep != "nsubj"))
    return located and line[end - 1].dep not in {"compound", "amod"}


def find_deictic(board: Board) -> None:
    """Pin "our city" and "this county": they point to the seat of the article."""
    line = board.line.words
    for index in range(len(line) - 1):
        if line[index].low in {"our", "this"} and line[index + 1].low in mapping("en", "places", "deictic") and board.free(index + 1):
            runs_on = index + 2 < len(line) and line[index + 2].pos == "NOUN"
            if not runs_on:
                board.pin(Phrase(index, index + 2, PLACE, "deictic", head=index + 1))
