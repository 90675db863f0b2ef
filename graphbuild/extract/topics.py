"""Projects and meetings: noun phrases with a lower-case head, named by what stands before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graphbuild.extract.phrases import Phrase, namelike
from graphbuild.languages import words

if TYPE_CHECKING:
    from graphbuild.extract.phrases import Board
    from graphbuild.model import Word

PROJECT: Final = "Project"
MEETING: Final = "Meeting"
_NOMINAL: Final = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "X", "SYM"})
_LONGEST: Final = 14


def find_projects(board: Board) -> None:
    """Pin projects that a phrase of more than generic words names ("the key project" names none)."""
    line = board.line.words
    for head in range(len(line)):
        if line[head].low in words("en", "events", "projects.heads") and board.free(head):
            start = _strip(board, _modifiers(board, head), head, words("en", "events", "projects.generic"))
            named = start < head and not _of_topic(board, head)
            if named:
                board.pin(Phrase(start, _object_of(board, head), PROJECT, "project-phrase", head=head))


def _object_of(board: Board, head: int) -> int:
    """Take in what the project is about: "expansion project of the packaging line"."""
    line = board.line.words
    first = head + 2 + (head + 2 < len(line) and line[head + 2].low == "the")
    if head + 2 >= len(line) or line[head + 1].low != "of" or line[head + 2].low != "the":
        return head + 1
    end = first
    while end < len(line) and board.free(end) and _modifies(line[end]) and not line[end].capital:
        end += 1
    return end if end - first >= 2 else head + 1


def _of_topic(board: Board, head: int) -> bool:
    """Whether "project" only modifies another noun: "power project construction"."""
    line = board.line.words
    return head + 1 < len(line) and line[head + 1].low in {"construction", "management", "approval", "team", "investment", "reserve"}


def _modifiers(board: Board, head: int) -> int:
    """Return where the run of nouns, adjectives and participles before `head` begins."""
    line, start = board.line.words, head
    while start > 0 and head - start < _LONGEST and board.free(start - 1):
        word = line[start - 1]
        if _modifies(word):
            start -= 1
        elif word.low in {"and", "&"} and start >= 2 and _modifies(line[start - 2]) and board.free(start - 2) and start < head:
            start -= 2
        elif word.text == '"' or (word.text == "'s" and start >= 2 and line[start - 2].low in words("en", "names", "possessable")):
            start -= 1
        else:
            break
    while start < head and line[start].text in {"'s", "and"}:
        start += 1
    return start


def _modifies(word: Word) -> bool:
    if word.low in words("en", "frames", "headline.verbs") or word.low in words("en", "posts", "heads") and word.capital:
        return False
    if word.pos in _NOMINAL or word.tag in {"VBN", "VBG"}:
        return word.low not in words("en", "names", "openers") and not (word.stop and word.pos in {"ADV", "DET"})
    return namelike(word)


def _strip(board: Board, start: int, head: int, generic: frozenset[str]) -> int:
    line = board.line.words
    while start < head and (line[start].low in generic or line[start].text in {"'s"}):
        start += 1
    if start < head and all(line[i].low in generic or line[i].text == '"' for i in range(start, head)):
        return head
    if start < head and line[start].text == '"' and sum(line[i].text == '"' for i in range(start, head)) % 2:
        start += 1
    return start


def find_meetings(board: Board) -> None:
    """Pin meetings with a name or a description; "the meeting" alone is left to coreference."""
    line = board.line.words
    for head in range(len(line)):
        if line[head].low in words("en", "events", "meetings.heads") and board.free(head) and line[head].pos != "VERB":
            phrase = _meeting(board, head)
            if phrase is not None:
                board.pin(phrase)


def _meeting(board: Board, head: int) -> Phrase | None:
    line = board.line.words
    if head + 1 < len(line) and line[head].capital and namelike(line[head + 1]) and board.free(head + 1):
        return None
    if head + 1 < len(line) and not line[head].capital and line[head + 1].pos in {"NOUN", "PROPN"}:
        return None
    start = _strip(board, _modifiers(board, head), head, words("en", "events", "meetings.generic"))
    end = _complement(board, head)
    before = board.at(start - 1) if start > 0 else None
    if start == _modifiers(board, head) and before is not None and before.type in {"Body", "Place"} and before.end == start and before.rule != "deictic":
        start = before.start
    formal = line[head].low in {"meeting", "conference", "session", "forum", "symposium", "seminar", "summit", "ceremony", "plenum"}
    described = start < head or (end > head + 1 and formal)
    if not described:
        return None
    named = any(line[i].capital and namelike(line[i]) for i in range(start, head + 1))
    return Phrase(start, end, MEETING, "meeting-name" if named else "meeting-description", head=head, sure=named)


def _complement(board: Board, head: int) -> int:
    """Read "on key projects", "of the Assembly" after a meeting's head; return the end."""
    line, index = board.line.words, head + 1
    if index >= len(line) or line[index].low not in {"on", "of", "for"}:
        return head + 1
    after = board.at(index + 1 + (index + 1 < len(line) and line[index + 1].low == "the"))
    if line[index].low == "of" and not line[head].capital and after is not None and after.type == "Place":
        return head + 1
    index += 1
    end = head + 1
    while index < len(line):
        pinned = board.at(index)
        if pinned is not None:
            index = end = pinned.end
        elif _modifies(line[index]) and line[index].ent not in {"DATE", "TIME"} or line[index].text == "'s" or line[index].low == "up":
            index = end = index + 1
        elif line[index].text in {"the", "a", "and", "of", "new", "in"} and index + 1 < len(line) and (line[index].low != "in" or line[index + 1].ent == "DATE" and not line[index + 1].text.isdigit()):
            index += 1
            if line[index - 1].low == "in":
                end = index = index + 1
                break
        else:
            break
    return end
