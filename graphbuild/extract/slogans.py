"""Set phrases of political prose: leaders and bodies named in them take no part in what is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.extract.phrases import phrase_at
from graphbuild.model import SetPhrase

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from graphbuild.model import Line, Mention

_CLAUSE_ENDS = frozenset({";", ".", ":"})


def slogan_words(line: Line) -> frozenset[int]:
    """Return the indices of the words from a slogan's opener to the end of its clause.

    A core formula ("at its core") closes what it names, so there the words before it count too.
    """
    found: set[int] = set()
    for start in range(len(line.words)):
        opener = phrase_at(line, start, "events", "slogans.openers")
        if not opener:
            continue
        if opener[-1] == "core":
            found.update(range(max(0, start - 8), start + len(opener)))
        else:
            found.update(range(_noun_before(line, start), _clause_end(line, start)))
    return frozenset(found)


def set_phrases(line: Line, hollow: Collection[int], named: Sequence[Mention]) -> tuple[SetPhrase, ...]:
    """Return the runs of `hollow` words as set phrases, each with those of `named` that begin in it."""
    found = []
    for start, end in _runs(hollow):
        span = line.cover(start, end)
        inside = sorted(each for each in named if span.start <= each.span.start < span.end)
        names = tuple(dict.fromkeys((each.type, each.name) for each in inside))
        text = " ".join(line.text(start, end).split())
        found.append(SetPhrase(line.document, span, text, line.span, names))
    return tuple(found)


def _runs(indices: Collection[int]) -> Iterator[tuple[int, int]]:
    """Yield stretches of indices without a break, the end exclusive."""
    starts = sorted(index for index in indices if index - 1 not in indices)
    ends = sorted(index + 1 for index in indices if index + 1 not in indices)
    yield from zip(starts, ends, strict=True)


def _noun_before(line: Line, start: int) -> int:
    """Take in a possessor right before the opener ("the General Secretary's important speech")."""
    index = start
    if index and line.words[index - 1].text in {"'s", "'"}:
        index -= 1
        while index and line.words[index - 1].capital:
            index -= 1
    return index


def _clause_end(line: Line, start: int) -> int:
    """Return where the slogan ends: at a stop, or before a new finite clause after a comma."""
    words = line.words
    for index in range(start, len(words)):
        if words[index].text in _CLAUSE_ENDS:
            return index
        if words[index].text == "," and index + 2 < len(words) and _new_clause(line, index + 1):
            return index
    return len(words)


def _new_clause(line: Line, start: int) -> bool:
    """Whether a finite verb, or a subject in capitals with its verb, opens after the comma."""
    words = line.words
    first = start + (words[start].low == "and")
    if first < len(words) and words[first].tag in {"VB", "VBD", "VBZ"}:
        return True
    subject = next((i for i in range(first, min(first + 4, len(words))) if words[i].dep == "nsubj"), None)
    return (
        subject is not None
        and words[subject].capital
        and any(word.tag in {"VBD", "VBZ"} for word in words[subject + 1 : subject + 3])
    )
