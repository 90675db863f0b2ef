"""People listed together: they share a group; a comma that only sets a phrase off makes no list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from graphbuild.extract.lexicon import separators
from graphbuild.extract.tags import TOLD
from graphbuild.languages import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graphbuild.extract.phrases import Board


_GOVERNING: Final = frozenset({"with", "by"})


class Member(Protocol):
    """One person of the line, from `start` to `end` in words."""

    start: int
    end: int
    group: int


M = TypeVar("M", bound=Member)


def only_separators(board: Board, start: int, end: int) -> bool:
    """Whether commas and "and" alone, at least one, stand on words `start` to `end` (exclusive)."""
    allowed, more = separators(), words("en", "names", "list_words")
    return start < end and all(word.low in allowed or word.low in more for word in board.words[start:end])


def tail_run(board: Board, people: Sequence[M]) -> list[M]:
    """Return the last run of people that only separators part."""
    first = len(people) - 1
    while first > 0 and only_separators(board, people[first - 1].end, people[first].start):
        first -= 1
    return list(people[max(first, 0) :])


def number_groups(board: Board, parties: Sequence[Member]) -> None:
    """Give the people of each list one number; a list that is none is parted."""
    group = 0
    for number, party in enumerate(parties):
        if number and not only_separators(board, parties[number - 1].end, party.start):
            group += 1
        party.group = group
    for number in range(group, -1, -1):
        members = [party for party in parties if party.group == number]
        first = (
            1 if _is_no_list(board, members) else _new_clause(board, members) or _new_subject(board, members)
        )
        if first:
            _part(parties, members[first])


def _part(parties: Sequence[Member], first: Member) -> None:
    """Let `first` and all after it stand in a group one higher."""
    reached = False
    for party in parties:
        reached = reached or party is first
        party.group += reached


def _new_clause(board: Board, members: Sequence[Member]) -> int:
    """Return the member that opens a clause of its own after a semicolon ("…; B left"); 0 for none."""
    for number in range(1, len(members)):
        end = members[number].end
        parted = any(
            word.text == ";" for word in board.words[members[number - 1].end : members[number].start]
        )
        if parted and end < len(board.words) and board.words[end].tag in TOLD:
            return number
    return 0


def _new_subject(board: Board, members: Sequence[Member]) -> int:
    """Return the last member when it opens a clause: "A met with B, and C toured"; 0 when it does not.

    Objects come before it, after a verb or a preposition, and a finite verb right behind it.
    """
    if len(members) < 2 or not _is_finite(board, members[-1].end):
        return 0
    before = members[0].start - 1
    while before > 0 and board.words[before].pos == "DET":
        before -= 1
    word = board.words[before]
    led = word.low == "by" and board.low(before - 1) in words("en", "frames", "visit.led")
    governed = before >= 0 and (word.pos == "VERB" or word.low in _GOVERNING) and not led
    between = [w.low for w in board.words[members[-2].end : members[-1].start]]
    return len(members) - 1 if governed and between in ([",", "and"], ["and"]) and before > 0 else 0


def _is_no_list(board: Board, members: Sequence[Member]) -> bool:
    """Whether a comma only sets a fronted phrase off: "At the invitation of A, B visited", "A, B said"."""
    if len(members) < 2 or not _mere_comma(board, members[0].end, members[1].start):
        return False
    if len(members) == 2:
        return board.low(members[1].end) not in words("en", "names", "list_goes_on")
    return _after_preposition(board, members[0].start) and _is_finite(board, members[-1].end)


def _mere_comma(board: Board, start: int, end: int) -> bool:
    return [word.text for word in board.words[start:end]] == [","]


def _after_preposition(board: Board, index: int) -> bool:
    return index > 0 and board.words[index - 1].pos == "ADP" and board.low(index - 1) != "by"


def _is_finite(board: Board, index: int) -> bool:
    word = board.words[index] if index < len(board.words) else None
    return word is not None and (word.tag in TOLD or word.tag == "MD" or word.pos == "AUX")
