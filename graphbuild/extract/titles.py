"""Titles of posts: a head, its modifiers, and the body, enterprise or place that the post is in.

Reads "deputy secretary of the X Committee", "X Bureau director", "Kenyan President", "county Party
secretary", "Assistant Secretary for the Bureau of Y at the Department of Z". What a title is of is
read in `title_homes`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Final

from graphbuild import gazetteer
from graphbuild.extract.fronted_homes import Before, home_before
from graphbuild.extract.phrases import Phrase, phrase_at
from graphbuild.extract.title_homes import home_after, own_office
from graphbuild.extract.title_topics import portfolio_before
from graphbuild.extract.wording import title_case
from graphbuild.languages import mapping, phrase_index, words
from graphbuild.languages.statuses import status_of
from graphbuild.model import Mention, PostMention, Word

if TYPE_CHECKING:
    from graphbuild.extract.phrases import Board

_PORTFOLIO_SIZES: Final = (3, 2)
_LONGEST_BEHIND: Final = 4


@dataclass(frozen=True, slots=True)
class Title:
    """A title phrase of a line: words `start` to `end`, the title proper, and its home.

    `home` is a phrase of the line or `country` what a demonym or "its Office" means, never both;
    `level` as in `PostMention`. A `plural` ("county leaders") groups names and gives no post.
    """

    start: int
    end: int
    text: str
    status: str
    head: str
    home: Phrase | None = None
    country: Mention | None = None
    level: str | None = None
    plural: bool = False

    @property
    def homeless(self) -> bool:
        """Whether the title does not say whose it is."""
        return self.home is None and self.country is None

    def mention(self, board: Board) -> PostMention:
        """Return the title as a value with offsets."""
        home = board.mention(self.home) if self.home is not None else self.country
        return PostMention(board.line.cover(self.start, self.end), self.text, self.status, home, self.level)


def find_titles(board: Board) -> list[Title]:
    """Return the title phrases of the line, left to right, none overlapping another."""
    found: list[Title] = []
    index = 0
    while index < len(board.words):
        title = _title(board, index, found[-1].end if found else 0)
        if title is None:
            index += 1
        elif not found or title.start >= found[-1].end:
            found.append(title)
            index = title.end
        else:
            index = title.end if title.end > found[-1].end else index + 1
    return found


def _title(board: Board, index: int, floor: int) -> Title | None:
    """Return the title whose head stands at the word; its home begins at `floor` or later."""
    if not _may_head(board.words[index]):
        return None
    heads = words("en", "posts", "heads")
    singular = mapping("en", "posts", "groups.singular").get(board.low(index))
    if singular is not None and board.free(index):
        return _plural_title(board, index, singular, floor)
    if board.low(index) in words("en", "posts", "groups.heads") and board.low(index) not in heads:
        return _group_title(board, index)
    size = _head_size(board, index)
    if not size or _is_modifier_only(board, index, size):
        return None
    return _read_title(board, index, index + size, floor)


def _may_head(word: Word) -> bool:
    """Whether a word is one of the few that are a head or begin one: the rest need no closer look."""
    return word.low in _first_words() or "-" in word.low or word.text in words("en", "posts", "acronyms")


@cache
def _first_words() -> frozenset[str]:
    groups = (*mapping("en", "posts", "groups.singular"), *words("en", "posts", "groups.heads"))
    return words("en", "posts", "heads").union(groups, phrase_index("en", "posts", "compounds"))


def _read_title(board: Board, index: int, stop: int, floor: int, *, head: str = "") -> Title:
    """Read the title whose head is words `index` to `stop`: what precedes it, then what follows.

    `head` is given when those words are its plural.
    """
    head = head or " ".join(word.low for word in board.words[index:stop])
    place_heads = mapping("en", "posts", "place_heads")
    first = max(floor, _area(board, portfolio_before(board, _modifiers(board, index), head)))
    before = home_before(board, first, governs=_governs_before(head), of_firm=_of_firm(board, first, stop))
    if before.home is not None and before.start < floor:
        before = Before(first)
    after = home_after(board, stop, governs=head in place_heads, of_firm=_of_firm(board, first, stop))
    level, first = _level(board, first, stop)
    text, status, start = _wording(board, first, stop) + after.tail, _status(board, first, stop), before.start
    rank = _rank_before(board, start)
    if rank is not None:
        start -= 1
        status, text = rank, f"{title_case(board.words[start].text)} {text}"
    elif before.home is not None and _is_deputy(board, start - 1):
        start -= 1
        text = f"{board.words[start].text} {text}"
    return Title(
        _determiner(board, start),
        after.end,
        text,
        status,
        head,
        home=after.home or before.home,
        country=before.country or after.country or own_office(board, after.end),
        level=after.level or before.level or level or place_heads.get(head),
    )


def _of_firm(board: Board, start: int, stop: int) -> bool:
    """Whether the title is that of the head of a firm: "chief executive", "deputy managing director"."""
    lows = [word.low for word in board.words[start:stop]]
    heads = words("en", "posts", "business.firm_heads")
    return any(" ".join(lows[first:]) in heads for first in range(len(lows)))


def _governs_before(head: str) -> bool:
    """Whether a name right before the head is that of the place it governs: "Ardon mayor"."""
    level = mapping("en", "posts", "place_heads").get(head, "national")
    return level != "national" or head in words("en", "posts", "homes.party_heads")


def _plural_title(board: Board, index: int, singular: str, floor: int) -> Title:
    """Read "Deputy Ministers" before names: each bears the title in the singular, a mere "heads" none."""
    title = _read_title(board, index, index + 1, floor, head=singular)
    words_ = title.text.split()
    if len(words_) == 1 and singular == "head":
        return _group_title(board, index)
    plural = title_case(board.words[index].text)
    text = " ".join(title_case(singular) if word == plural else word for word in words_)
    return replace(title, text=text, plural=True)


def _group_title(board: Board, index: int) -> Title:
    """Read a plural before names ("county leaders A and B"): it groups them and gives no post."""
    start = index
    levels, others = mapping("en", "bodies", "levels"), words("en", "posts", "group_modifiers")
    while (
        start > 0
        and board.free(start - 1)
        and (board.low(start - 1) in levels or board.low(start - 1) in others)
    ):
        start -= 1
    return Title(start, index + 1, "", "held", board.low(index), plural=True)


def _head_size(board: Board, index: int) -> int:
    """Return how many words from `index` on are a title's head; 0 for none."""
    if index >= len(board.words) or not board.free(index):
        return 0
    compound = phrase_at(board.line, index, "posts", "compounds")
    if compound:
        return len(compound)
    word, heads = board.words[index], words("en", "posts", "heads")
    stem, _, suffix = word.low.rpartition("-")
    designate = stem in heads and suffix in heads | words("en", "posts", "designate")
    acronym = word.text in words("en", "posts", "acronyms")
    return int(designate or acronym or (word.low in heads and word.pos != "VERB"))


def _is_modifier_only(board: Board, index: int, size: int) -> bool:
    """Whether the head only modifies a later one ("Deputy Director", "General Manager")."""
    after = index + size
    home = board.starting(after) if board.low(index) in words("en", "posts", "deputies") else None
    if home is not None and board.words[index].capital and _head_size(board, home.end):
        return True  # "Deputy White House Counsel"
    if size > 1 or after >= len(board.words) or not board.free(after):
        return False
    modifiers = words("en", "posts", "modifiers")
    if board.low(index) in modifiers and board.low(after) in mapping("en", "posts", "groups.singular"):
        return True
    if board.low(index) in modifiers and _head_size(board, after):
        return True
    follows = board.low(after) in modifiers and board.low(after) != "general"
    return follows and board.low(index) in words("en", "posts", "modifying_heads")


def _modifiers(board: Board, index: int) -> int:
    """Return where the words that modify the head at `index` begin."""
    start = index
    while start > 0 and board.free(start - 1) and _is_modifier(board, start - 1):
        start -= 1
    return _behind_home(board, _portfolio_start(board, start, index), index)


def _behind_home(board: Board, start: int, head: int) -> int:
    """Take in capitals between a body and the head: "White House Rescue Plan Coordinator"."""
    first = start
    while (
        start - first < _LONGEST_BEHIND
        and board.name_at(first - 1)
        and board.words[first - 1].ent != "PERSON"
    ):
        first -= 1
    home = board.at(first - 1)
    behind = home is not None and home.type == "Body" and home.end == first and board.words[head].capital
    return first if behind else start


def _is_modifier(board: Board, index: int) -> bool:
    low = board.low(index)
    if low == "under":
        return board.low(index + 1) == "secretary"
    return any(low in words("en", "posts", path) for path in ("modifiers", "acting", "former"))


def _portfolio_start(board: Board, start: int, head: int) -> int:
    """Take in capitals between a word like "National" and the head: "National Climate Advisor"."""
    line = board.words
    if not line[head].capital or line[start - 1].pos == "VERB":
        return start
    openers = words("en", "posts", "complements.portfolio_openers")
    for size in _PORTFOLIO_SIZES:
        run = line[max(0, start - size) : start]
        opened = board.low(start - size) in openers and board.all_free(start - size, start)
        if opened and all(word.capital and word.ent != "PERSON" for word in run):
            return start - size
    return start


def _area(board: Board, start: int) -> int:
    """Take in the part of the world that a title deals with: "Indo-Pacific Coordinator"."""
    place = board.at(start - 1)
    if place is None or place.type != "Place" or place.end != start or not board.words[start].capital:
        return start
    known = gazetteer.lookup(board.text(place.start, place.end))
    return place.start if known and all(_spans_countries(area) for area in known) else start


def _spans_countries(area: gazetteer.Place) -> bool:
    return area.code.startswith("region-") and not area.parent


def _level(board: Board, start: int, end: int) -> tuple[str | None, int]:
    """Split a leading level word off: "county Party secretary" is the Party secretary of a county."""
    levels, whole = mapping("en", "bodies", "levels"), words("en", "posts", "level_words.whole")
    keeps = board.low(end - 1) in words("en", "posts", "level_words.keep")
    for index in range(start, end - 1):
        low = board.low(index)
        if low in levels and low not in whole:
            return levels[low], index + 1 if index == start and not keeps else start
    return None, start


def _wording(board: Board, start: int, end: int) -> str:
    small = words("en", "posts", "complements.small")
    return " ".join(w.text if w.text in small else title_case(w.text) for w in board.words[start:end])


def _status(board: Board, start: int, end: int) -> str:
    before = start - 1
    while before > 0 and board.free(before) and board.words[before].capital:
        before -= 1  # "then Water CS": over the portfolio
    rank = {board.low(before)} & words("en", "posts", "former")
    found = rank | {
        part
        for word in board.words[max(0, start - 1) : end]
        for part in (word.low, word.low.rpartition("-")[2])
    }
    return status_of(found) or "held"


def _rank_before(board: Board, start: int) -> str | None:
    """Read "Acting" in "Acting Wanli District Governor": it stands before the home."""
    return status_of({board.low(start - 1)}) if start > 0 and board.free(start - 1) else None


def _is_deputy(board: Board, index: int) -> bool:
    """Whether "Deputy" stands before the home: "Deputy White House Counsel", "Assistant U.S. Attorney"."""
    deputies = words("en", "posts", "deputies")
    return index >= 0 and board.free(index) and board.words[index].capital and board.low(index) in deputies


def _determiner(board: Board, start: int) -> int:
    """Take in "the", "its" and "the newly" before a title."""
    determiners, times = words("en", "grammar", "determiners"), words("en", "posts", "time_words")
    while (
        start > 0
        and board.free(start - 1)
        and (board.low(start - 1) in determiners or board.low(start - 1) in times)
    ):
        start -= 1
    return start
