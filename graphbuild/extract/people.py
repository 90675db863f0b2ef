"""Names of people: romanised Chinese names by the national lists, others by the recogniser and context."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graphbuild import gazetteer
from graphbuild.extract.phrases import Phrase, namelike
from graphbuild.languages import words
from graphbuild.languages.people import given_names, is_given_name, is_pinyin, is_syllable, surnames

if TYPE_CHECKING:
    from graphbuild.extract.phrases import Board
    from graphbuild.model import Word

OFFICIAL: Final = "Official"
_LONGEST_NAME: Final = 5


def chinese_name_until(board: Board, start: int) -> int:
    """Return the end of a romanised Chinese full name at `start`, or 0."""
    line = board.line.words
    if start + 1 >= len(line) or not (board.free(start) and board.free(start + 1)):
        return 0
    surname, given = line[start], line[start + 1]
    if surname.low not in surnames() or not _name_case(surname) or not _name_case(given) or not is_given_name(given.text):
        return 0
    if given.low in _title_words() or start and _name_before(board, start):
        return 0
    end = start + 2
    third = line[end] if end < len(line) else None
    if third is not None and board.free(end) and _name_case(third) and len(given.text) <= 6 and _one_syllable(given) and _one_syllable(third):
        end += 1
    return end


def _one_syllable(word: Word) -> bool:
    return is_syllable(word.low)


def _name_case(word: Word) -> bool:
    return word.capital and len(word.text) > 1 and (word.text[1:].islower() or "'" in word.text or "-" in word.text)


def _name_before(board: Board, start: int) -> bool:
    """Whether a capitalised name word that is no title stands right before ("New Shan Dong")."""
    before = board.line.words[start - 1]
    if not board.free(start - 1) or not namelike(before):
        return False
    return before.ent not in {"PERSON", ""} and before.low not in _title_words() and before.pos == "PROPN" and board.line.role != "title"


def _title_words() -> frozenset[str]:
    return words("en", "posts", "heads") | words("en", "posts", "modifiers") | words("en", "posts", "honorifics.words")


def find_people(board: Board) -> None:
    """Pin full names; surnames alone are left to `find_short_names`."""
    line, index = board.line.words, 0
    while index < len(line):
        end = chinese_name_until(board, index)
        rule = "surname-list" if end else "recogniser"
        end = end or _recognised_until(board, index)
        if not end and _given_name_until(board, index):
            end, rule = index + 2, "given-name"
        if end and not _is_page_maker(board, index) and not _is_not_a_person(board, index, end) and _vouched(board, index, end, rule):
            board.pin(Phrase(index, end, OFFICIAL, rule, head=index))
        index = max(end, index + 1)


def _given_name_until(board: Board, start: int) -> bool:
    """Whether a common given name and a capitalised word stand alone here, in prose."""
    line = board.line.words
    if start + 2 > len(line) - 1 or not (board.free(start) and board.free(start + 1)) or line[start].low not in given_names():
        return False
    surname, after = line[start + 1], line[start + 2]
    alone = not (board.free(start + 2) and namelike(after)) and not (start and board.free(start - 1) and namelike(line[start - 1]) and line[start - 1].low not in _title_words())
    known = line[start].ent in {"GPE", "LOC"} and bool(gazetteer.lookup(line[start].text))
    return alone and not known and board.line.role != "title" and _is_cut_off(surname) and surname.low not in words("en", "bodies", "heads")


def _vouched(board: Board, start: int, end: int, rule: str) -> bool:
    """A single word that only the recogniser calls a person needs a title, a rank or a verb beside it."""
    line = board.line.words
    if rule != "recogniser" or end - start > 1 or "·" in line[start].text:
        return True
    before = line[start - 1].low if start else ""
    if before in _title_words():
        return True
    known_place = bool(gazetteer.lookup(line[start].text)) or is_pinyin(line[start].text)
    return board.line.role == "paragraph" and line[start].dep in {"nsubj", "nsubjpass"} and not known_place and not line[start].stop


def _recognised_until(board: Board, start: int) -> int:
    """Return the end of a name that the recogniser calls a person, or that holds a middle dot."""
    line = board.line.words
    word = line[start]
    if board.line.role == "title" and word.low in words("en", "frames", "headline.verbs"):
        return 0
    if not (board.free(start) and namelike(word)) or word.low in _title_words() - {"major", "justice"}:
        return 0
    if "·" in word.text or "•" in word.text:
        return start + 1
    if word.ent != "PERSON":
        return 0
    found = gazetteer.lookup(word.text)
    named_next = start + 1 < len(line) and line[start + 1].low in given_names()
    country = any(place.level == 0 for place in found) or (bool(found) and named_next)
    if country and start and line[start - 1].low in {"to", "of", "for", "in", "from"}:
        return 0
    end = start
    while end < len(line) and board.free(end) and end - start < _LONGEST_NAME and _goes_on(board, start, end):
        end += 1
    while end > start + 1 and line[end - 1].text.islower():
        if end < len(line) and board.free(end) and namelike(line[end]):
            end += 1
        else:
            end -= 1
    end = _broken_name_until(board, start, end)
    return end if any(line[i].alpha and len(line[i].text) > 1 for i in range(start, end)) else 0


def _broken_name_until(board: Board, start: int, end: int) -> int:
    """Go on over capitalised words that the recogniser has cut off a foreign name's end."""
    line = board.line.words
    if board.line.role == "title" or line[start].low in surnames():
        return end
    while end < len(line) and board.free(end) and end - start < _LONGEST_NAME and _is_cut_off(line[end]):
        end += 1
    return end


def _is_cut_off(word: Word) -> bool:
    return namelike(word) and word.tag == "NNP" and word.ent not in {"DATE", "TIME", "PERSON"} and word.low not in _title_words() and not word.stop


def _goes_on(board: Board, start: int, index: int) -> bool:
    word = board.line.words[index]
    if index > start and word.low in words("en", "posts", "heads"):
        return False
    if board.line.role == "title" and word.low in words("en", "frames", "headline.verbs"):
        return False
    if word.text == "," and index + 1 < len(board.line.words):
        return board.line.words[index + 1].low in {"jr.", "sr.", "jr", "sr"}
    if word.low in {"jr.", "sr.", "jr", "sr", "ii", "iii"}:
        return True
    return word.ent == "PERSON" and (namelike(word) or word.low in {"bin", "al", "de", "la", "van", "von", "der", "del", "da", "dos", "el", "ibn", "abu", "the"})


def _is_page_maker(board: Board, start: int) -> bool:
    """Whether the name is a reporter's, editor's or photographer's."""
    line, index = board.line.words, start - 1
    while index >= 0:
        pinned = board.at(index)
        if pinned is not None and pinned.type == OFFICIAL:
            index = pinned.start - 1
        elif line[index].text in {",", ":", "("} or line[index].low in {"and", "by", "staff", "news", "agency"} or _looks_like_name(board, index):
            index -= 1
        else:
            break
    before = line[index].low if index >= 0 else ""
    return before in words("en", "posts", "not_officials.heads")


def _looks_like_name(board: Board, index: int) -> bool:
    word = board.line.words[index]
    return word.ent == "PERSON" and namelike(word)


def _is_not_a_person(board: Board, start: int, end: int) -> bool:
    """Whether what follows makes the name a thing's: "Thought", "Street", "Prize", a ship's class."""
    line = board.line.words
    portfolio = words("en", "posts", "portfolios.words") | words("en", "posts", "modifiers")
    if all(line[i].low in portfolio or line[i].low in words("en", "posts", "groups.heads") for i in range(start, end)):
        return True
    if end >= len(line):
        return False
    following = line[end]
    thing = {"thought", "street", "road", "prize", "award", "avenue", "administration", "doctrine", "foundation", "cup", "memorial", "airport", "square", "ship", "submarine", "corvette", "destroyer", "vessel"}
    return following.low in thing or following.low in {"patrol", "oceanographic", "nuclear-powered", "large"} and line[start - 1].low == "the"


def find_short_names(board: Board, known: dict[str, str]) -> None:
    """Pin a later short form ("Wang", "Mr. Osei") of a person whose full name is in the article.

    `known` maps each short form, in lower case, to the full name.
    """
    line, index = board.line.words, 0
    while index < len(line):
        end = _short_until(board, index, known)
        if end > index + 1:
            board.unpin(index, end)
        if end:
            board.pin(Phrase(index, end, OFFICIAL, "short-name", head=index, sure=False))
        index = max(end, index + 1)


def _short_until(board: Board, start: int, known: dict[str, str]) -> int:
    line = board.line.words
    for end in range(min(start + _LONGEST_NAME, len(line)), start, -1):
        several = end > start + 1
        if not all(board.free(i) or (several and board.within(i, start, end)) for i in range(start, end)):
            continue
        if board.line.text(start, end).casefold() in known and line[start].capital and not _inside_name(board, start, end):
            return end
    return 0


def _inside_name(board: Board, start: int, end: int) -> bool:
    line = board.line.words
    after = end < len(line) and board.free(end) and namelike(line[end]) and line[end].low not in _title_words()
    before = start > 0 and board.free(start - 1) and namelike(line[start - 1]) and line[start - 1].low not in _title_words()
    return after or before
