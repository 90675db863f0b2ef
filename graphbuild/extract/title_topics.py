"""Topics of titles: what follows "of", "for" or "to" and belongs to the title ("of State for Management")."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from graphbuild import gazetteer
from graphbuild.extract.edges import before_title, right_edge, without_person
from graphbuild.extract.lexicon import POSSESSIVE
from graphbuild.languages import words

if TYPE_CHECKING:
    from graphbuild.extract.phrases import Board

_NO_TOPIC: Final = frozenset({"PERSON", "DATE"})
_NAME_SIZES: Final = range(2, 5)
_LONGEST_SERVED: Final = 5


def topic_end(board: Board, first: int, link: str) -> int:
    """Return where a capitalised topic that begins at `first` after `link` ends; `first` for none."""
    if link not in words("en", "posts", "complements.to_topics") or first >= len(board.words):
        return first
    if board.words[first].ent in _NO_TOPIC:
        return first
    if _is_area_before_name(board, first):
        return first + 1
    if link == "of" and (end := _owned_end(board, first)) > first:
        return end
    if link == "to":
        superior = _portfolio_end(board, first, _superior_end(board, first))
        return superior if superior > first else _served_end(board, first)
    end = without_person(board, first, right_edge(board, first, barrier=_barrier()))
    if link == "on":
        advises = board.low(first - 2) in words("en", "posts", "complements.on_topics")
        return end if advises else first
    end = before_title(board, first, _past_joiner(board, end))
    return _past_list(board, _portfolio_end(board, first, end))


def _owned_end(board: Board, first: int) -> int:
    """Read what follows "of" alone: "head of state", "of human resources", "of the President for X"."""
    if _is_plain_modifier(board, first):
        return first + 1
    end = _small_portfolio_end(board, first)
    if end == first and board.low(first) in words("en", "posts", "complements.superiors"):
        superior = _superior_end(board, first)
        return superior if board.low(superior) == "for" else first
    return end


def _served_end(board: Board, first: int) -> int:
    """Return where the title of whom one serves ends: "to the Domestic Policy Advisor"; `first` for none."""
    end = first
    while end - first < _LONGEST_SERVED and board.name_at(end):
        end += 1
        if board.low(end - 1) in words("en", "posts", "heads") and not board.name_at(end):
            return end
    return first


def _past_list(board: Board, end: int) -> int:
    """Take in a list of topics that "and" closes: "for Strategy, Policy, and Programs,"."""
    index, joiners = end, words("en", "names", "joiners")
    while board.low(index) == "," and board.name_at(index + 1):
        index += 2
    last = index + (board.low(index) == ",")
    closed = index > end and board.low(last) in joiners and board.name_at(last + 1)
    return last + 2 if closed and board.low(last + 2) in {",", ""} else end


def _past_joiner(board: Board, end: int) -> int:
    """Take in the word after "and" that the recogniser calls a person's: "of Justice and Law N N"."""
    if board.low(end - 1) not in words("en", "names", "joiners"):
        return end
    return end + 1 if board.low(end) in _portfolio_words() else end - 1


def _is_area_before_name(board: Board, first: int) -> bool:
    """Whether an area that the title deals with stands there, and a name right behind: "for Africa N N"."""
    end = first + 1
    while board.name_at(end) and board.low(end) not in _portfolio_words():
        end += 1
    area = any(
        place.level == 0 or place.code.startswith("region-")
        for place in gazetteer.lookup(board.words[first].text)
    )
    closed = end >= len(board.words) or not (board.words[end].capital or board.words[end].text in POSSESSIVE)
    return area and closed and end - first - 1 in _NAME_SIZES


def _is_plain_modifier(board: Board, index: int) -> bool:
    """Whether a small noun as in "head of state" stands there."""
    word = board.words[index]
    return word.low in words("en", "posts", "modifiers") and word.pos == "NOUN" and not word.capital


def _small_portfolio_end(board: Board, first: int) -> int:
    """Return where a portfolio in small letters ends: "director of human resources"."""
    links = words("en", "posts", "complements.portfolio_links")
    end = first
    while board.low(end) in _portfolio_words() and not board.words[end].capital and board.free(end):
        end += 1
    while end > first and board.low(end - 1) in links:
        end -= 1
    runs_on = end < len(board.words) and (board.words[end].pos == "NOUN" or board.words[end].capital)
    return first if runs_on or board.low(first) in links else end


def portfolio_before(board: Board, start: int, head: str) -> int:
    """Return where a portfolio before a title begins: "Water and Sanitation Minister"; `start` for none."""
    if head not in words("en", "posts", "portfolios.before"):
        return start
    first = start
    while first > 0 and board.free(first - 1) and _in_portfolio(board, first - 1):
        first -= 1
    while first < start and not board.words[first].capital:
        first += 1
    return first if gazetteer.demonym(board.text(first, start)) is None else start


def _in_portfolio(board: Board, index: int) -> bool:
    """Whether a word of a portfolio in capitals stands there, or the "and" between two."""
    if board.low(index) == "and":
        return index > 0 and _in_portfolio(board, index - 1) and board.name_at(index + 1)
    return board.words[index].capital and board.low(index) in _portfolio_words() - {"of", "the", "for"}


def _superior_end(board: Board, first: int) -> int:
    """Return the end of "the President" after "adviser to", before a second title of the same person."""
    if board.low(first) not in words("en", "posts", "complements.superiors"):
        return first
    end = right_edge(board, first, barrier=words("en", "posts", "barriers.courtesies"))
    joiners = words("en", "names", "joiners")
    titles = words("en", "posts", "heads") | words("en", "posts", "complements.superiors")
    joint = (i for i in range(first, end - 1) if board.low(i) in joiners and board.low(i - 1) in titles)
    return without_person(board, first, next(joint, end))


@cache
def _barrier() -> frozenset[str]:
    heads = words("en", "posts", "heads") - words("en", "posts", "barriers.in_topics")
    return heads | words("en", "posts", "barriers.before_topics")


@cache
def _portfolio_words() -> frozenset[str]:
    known = words("en", "posts", "modifiers") | words("en", "posts", "portfolios.words")
    return known | words("en", "posts", "complements.portfolio_links")


def _portfolio_end(board: Board, first: int, end: int) -> int:
    """Stop where known words of a portfolio end and two or three others, a name, follow."""
    known = _portfolio_words()
    closing = known - words("en", "posts", "complements.portfolio_links")
    anchor = max((i + 1 for i in range(first, end) if board.low(i) in closing), default=first)
    last = next((i for i in range(anchor, end) if board.low(i) not in known), end)
    rest = board.words[last:end]
    name = last > first and len(rest) in _NAME_SIZES and all(word.capital for word in rest)
    return last if name else end
