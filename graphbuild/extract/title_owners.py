"""Whose a title is that stands after a name: that name's, the next one's, or somebody else's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graphbuild.extract.honorifics import honorifics_start
from graphbuild.extract.tags import TOLD
from graphbuild.languages import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graphbuild.extract.phrases import Board
    from graphbuild.extract.titles import Title

_LONGEST_REFERENCE: Final = 2
_SERVING: Final = frozenset({"for", "to"})


def honorifics_before(board: Board, index: int) -> int:
    """Return where "Mr." or "H.E." before a name begins, or the acronym of the body before it: "(X)"."""
    index = honorifics_start(board, index)
    acronym = index >= 3 and board.low(index - 1) == ")" and board.low(index - 3) == "("
    return index - 3 if acronym and board.words[index - 2].text.isupper() else index


def acts(board: Board, title: Title) -> bool:
    """Whether the title is the subject of what follows: "…, director of X, the mayor visited"."""
    definite = board.low(title.start) == "the" and title.end < len(board.words)
    return definite and (board.words[title.end].tag in TOLD or board.words[title.end].tag == "MD")


def is_reference(board: Board, title: Title) -> bool:
    """Whether a mere title in capitals is one more of a list: "Vice President N, the First Lady, …"."""
    bare = title.homeless and title.level is None and len(title.text.split()) <= _LONGEST_REFERENCE
    return bare and board.low(title.start) == "the" and board.words[title.end - 1].capital


def another_person(board: Board, title: Title) -> bool:
    """Whether the title is somebody else who speaks: "…, his spokesman said"."""
    possessed = board.low(title.start) in words("en", "grammar", "personal_possessives")
    return possessed and title.end < len(board.words) and board.words[title.end].tag in TOLD


def belongs_to_next(
    board: Board, titles: Sequence[Title], title: Title, ceiling: int, *, titled: bool
) -> bool:
    """Whether the title stands right before the next name ("A, mayor of X, Secretary B").

    After a name that has a title before it (`titled`), "and" may join it to another: "Mayor A, Treasurer
    and Clerk B".
    """
    end = title.end
    if _serves_next(board, titles, title):
        return False
    while following := next((t for t in titles if t.start in _starts(board, end, titled)), None):
        end = following.end
    return honorifics_before(board, ceiling) == end and ceiling < len(board.words)


def _serves_next(board: Board, titles: Sequence[Title], title: Title) -> bool:
    """Whether a title is that of somebody who serves the next: "A, Chief of Cabinet for X President B"."""
    home = title.home
    superiors = words("en", "posts", "complements.superiors")
    if board.low(title.end - 2) in _SERVING and board.low(title.end - 1) in superiors:
        return True  # "A, Adviser to President B"
    if home is None or home.start < title.start or all(other.start != title.end for other in titles):
        return False
    link = home.start - 1 - (board.low(home.start - 1) == "the")
    return board.low(link) in words("en", "posts", "complements.to_places")


def _starts(board: Board, end: int, joined: bool) -> set[int]:
    """Return where a title that goes on from another may begin: right behind it, or behind "and"."""
    return {end, end + 1} if joined and board.low(end) in words("en", "names", "joiners") else {end}
