"""Names that only their title betrays: capitalised words right after or before a title.

"Bayin Chaolu, vice governor of the prefecture" or "Burenbayaer, its director" are people although
neither a national list nor the recogniser knows the name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graphbuild import gazetteer
from graphbuild.extract.people import OFFICIAL
from graphbuild.extract.phrases import Phrase, namelike
from graphbuild.extract.titles import Title, find_titles
from graphbuild.languages import words

if TYPE_CHECKING:
    from graphbuild.extract.phrases import Board

_LONGEST: Final = 4


def find_titled_names(board: Board) -> None:
    """Pin unknown capitalised names that stand next to a title in one of the attested orders."""
    for title in find_titles(board):
        if title.plural or not board.free(title.start) and title.home is None:
            continue
        _after(board, title)
        _before(board, title)
        _fronted(board, title)
    _listed(board)


def _run(board: Board, start: int) -> int:
    line, end = board.line.words, start
    while end < len(line) and board.free(end) and end - start < _LONGEST and namelike(line[end]) and line[end].alpha:
        end += 1
    return end


def _after(board: Board, title: Title) -> None:
    """Read "Prime Minister N": the words right after a title in capitals."""
    line = board.line.words
    start = title.end
    while start < len(line) and line[start].low in words("en", "posts", "honorifics.words"):
        start += 1
    end = _run(board, start)
    plain = all(line[i].ent in {"", "PERSON", "ORG", "GPE", "NORP"} for i in range(start, end))
    if end > start and plain and not _is_title(board, start) and _sound(board, start, end):
        board.pin(Phrase(start, end, OFFICIAL, "titled-name", head=start, sure=False))


def _sound(board: Board, start: int, end: int) -> bool:
    """Whether the run can be a name: not in a headline full of capitals, no plural noun."""
    if board.line.role == "title":
        return any(board.line.words[i].ent == "PERSON" for i in range(start, end))
    return all(board.line.words[i].pos in {"PROPN", "NOUN", "ADJ", "X", "VERB"} for i in range(start, end)) and not any(
        board.line.words[i].ent in {"DATE", "TIME"} for i in range(start, end)
    )


def _is_title(board: Board, index: int) -> bool:
    low = board.line.words[index].low
    return low in words("en", "posts", "heads") or low in words("en", "posts", "modifiers")


def _before(board: Board, title: Title) -> None:
    """Read "N, vice governor of X" and "N (secretary of X)"."""
    line = board.line.words
    if title.start < 2 or line[title.start - 1].text not in {",", "("} or not board.free(title.start - 1):
        return
    end = title.start - 1
    start = end
    while start > 0 and board.free(start - 1) and end - start < _LONGEST and namelike(line[start - 1]) and line[start - 1].alpha:
        start -= 1
    if start == end or end - start > 3 or _is_title(board, start) or not all(line[i].pos in {"PROPN", "X"} for i in range(start, end)):
        return
    if any(line[i].ent in {"DATE", "NORP", "EVENT"} for i in range(start, end)) or gazetteer.lookup(board.line.text(start, end)):
        return
    board.pin(Phrase(start, end, OFFICIAL, "titled-name", head=start, sure=False))


def _fronted(board: Board, title: Title) -> None:
    """Read "The minister, N, said" and "X's senator, N, who"."""
    line = board.line.words
    start = title.end + 1
    opens = title.start == 0 or line[title.start - 1].text in {",", ";"} or title.home is not None or line[title.start].low == "the"
    if not opens or start >= len(line) or line[title.end].text != ",":
        return
    end = _run(board, start)
    closed = end < len(line) and (line[end].text == "," or line[end].tag in {"VBD", "VBZ"})
    plain = all(line[i].pos == "PROPN" and line[i].ent not in {"DATE", "NORP", "GPE"} for i in range(start, end))
    if start + 1 < end and closed and plain and not _is_title(board, start) and not _has_name(board, title):
        board.pin(Phrase(start, end, OFFICIAL, "titled-name", head=start, sure=False))


def _has_name(board: Board, title: Title) -> bool:
    """Whether a person stands right before the title's comma: then the title is that person's."""
    return title.start >= 2 and board.line.words[title.start - 1].text == "," and (before := board.at(title.start - 2)) is not None and before.type == OFFICIAL


def _listed(board: Board) -> None:
    """Read an unknown name between two people of a list: "Li Na, Burenbat, and Wang Lei"."""
    line = board.line.words
    people = [phrase for phrase in board.phrases if phrase.type == OFFICIAL]
    for left, right in zip(people, people[1:], strict=False):
        start = left.end + 1
        if start < right.start and line[left.end].text == ",":
            end = _run(board, start)
            closed = end < len(line) and line[end].text in {",", "and"} and end + 1 <= right.start <= end + 2
            if start < end <= start + 3 and closed and not _is_title(board, start):
                board.pin(Phrase(start, end, OFFICIAL, "listed-name", head=start, sure=False))
