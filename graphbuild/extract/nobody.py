"""What looks like a person's name and is none, or is that of a maker of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graphbuild import gazetteer
from graphbuild.extract.honorifics import follows_honorific
from graphbuild.extract.lexicon import namelike
from graphbuild.languages import words

if TYPE_CHECKING:
    from graphbuild.extract.phrases import Board

_LONGEST_PLACE: Final = 4
_BYLINE_MARKS: Final = frozenset({",", ":", "("})


def is_no_person(board: Board, start: int, end: int) -> bool:
    """Whether the words, though they look like a name, are a reporter's, a portfolio or a thing."""
    if _is_page_maker(board, start) or _is_portfolio(board, start, end):
        return True
    return _is_thing(board, start, end) or _ends_in_head(board, end) or _is_goal(board, start, end)


def _is_page_maker(board: Board, start: int) -> bool:
    """Whether the name is a reporter's, editor's or photographer's: "Photo by N and N"."""
    index = start - 1
    while index >= 0:
        pinned = board.at(index)
        if pinned is not None and pinned.type == "Official":
            index = pinned.start - 1
        elif _in_byline(board, index):
            index -= 1
        else:
            break
    return board.low(index) in words("en", "posts", "not_officials.heads")


def _in_byline(board: Board, index: int) -> bool:
    word = board.words[index]
    if word.text in _BYLINE_MARKS or word.low in words("en", "posts", "not_officials.byline"):
        return True
    return word.ent == "PERSON" and namelike(word)


def _is_portfolio(board: Board, start: int, end: int) -> bool:
    """Whether all words are those of a minister's portfolio or of a group: "Foreign Affairs"."""
    known = ("portfolios.words", "modifiers", "groups.heads")
    return all(
        any(word.low in words("en", "posts", path) for path in known) for word in board.words[start:end]
    )


def _ends_in_head(board: Board, end: int) -> bool:
    """Whether the last word is the head of a meeting or project: "Chestnut Fair" in a headline."""
    low = board.low(end - 1)
    heads = words("en", "events", "meetings.heads") | words("en", "events", "projects.heads")
    body = low in words("en", "bodies", "heads") or low in words("en", "posts", "not_officials.last")
    return low in heads or low.removesuffix("s") in heads or (body and not follows_honorific(board, end - 1))


def _is_thing(board: Board, start: int, end: int) -> bool:
    """Whether what follows makes the name a thing's: "Thought", "Street", "Prize", a ship's class."""
    following = board.low(end)
    before = words("en", "names", "things_before")
    if board.low(start - 1) in before or board.low(start) in before or _is_file_number(board, end):
        return True
    if _is_counted(board, start) or _names_a_noun(board, start, end) or _is_pair(board, start, end):
        return True
    ship = following in words("en", "names", "ships") and board.low(start - 1) == "the"
    return ship or following in words("en", "names", "things")


def _is_file_number(board: Board, end: int) -> bool:
    """Whether a year in brackets follows, as in the number of a notice: "Cheng Guan [2019] No. 12"."""
    return board.low(end) in {"[", "〔"} and board.low(end + 1).isdigit()


def _is_counted(board: Board, start: int) -> bool:
    """Whether a number stands before the name: "two Zhang Mins"."""
    return start > 0 and board.words[start - 1].tag == "CD" and board.words[start - 1].alpha


def _is_pair(board: Board, start: int, end: int) -> bool:
    """Whether two surnames joined by a hyphen only say whose people are meant: "Reed-Dunn officials"."""
    paired = end - start == 1 and "-" in board.words[start].text.strip("-")
    return paired and end < len(board.words) and board.words[end].tag == "NNS"


def _names_a_noun(board: Board, start: int, end: int) -> bool:
    """Whether "the" and a noun in small letters make it the name of that: "the Lobito corridor"."""
    if board.low(start - 1) != "the" or end >= len(board.words):
        return False
    following = board.words[end]
    return following.tag == "NN" and not following.capital and board.words[end - 1].dep == "compound"


def _is_goal(board: Board, start: int, end: int) -> bool:
    """Whether a place that the gazetteer knows stands after "in", "to" or a verb of visiting."""
    before = board.words[start - 1] if start else None
    if before is None or end - start > _LONGEST_PLACE:
        return False
    goal = before.low in {"in", "to", "near"} or before.lemma in words("en", "frames", "visit.direct")
    if not goal or board.name_at(end):
        return False
    known = gazetteer.lookup(board.text(start, end))
    return end - start > 1 and any(place.level <= 1 or place.population > 0 for place in known)
