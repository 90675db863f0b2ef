"""Who holds which titles in a line.

A title is attached before its name ("Minister N", "mayor and secretary N"), behind it ("N, mayor of
X"), fronted with a comma ("the minister, Li,"), as a predicate ("Li is mayor"), or in a list of
their own ("A and B, respectively mayor and secretary"). Then homes and countries are shared
(`loans`) and people listed together numbered (`groups`).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from graphbuild.extract.bracketed_homes import read_bracketed_home
from graphbuild.extract.groups import number_groups, only_separators, tail_run
from graphbuild.extract.honorifics import honorifics_start
from graphbuild.extract.lexicon import POSSESSIVE, is_degree, separators
from graphbuild.extract.loans import (
    lend_country,
    read_country_after,
    share_homes,
    without_degree,
    without_ranks,
)
from graphbuild.extract.rosters import share_item_home
from graphbuild.extract.tags import VERBS
from graphbuild.extract.title_owners import (
    acts,
    another_person,
    belongs_to_next,
    honorifics_before,
    is_reference,
)
from graphbuild.extract.titles import Title
from graphbuild.languages import mapping, words
from graphbuild.model import PersonMention

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphbuild.extract.phrases import Board, Phrase

_OPENS_APPOSITION: Final = frozenset({",", "(", "-", "–", "—"})
_DASHES: Final = frozenset({"-", "–"})
_AROUND: Final = 2
"""How many spaces stand around a dash that joins two titles; one that opens a list's item has more."""
_CLOSES_APPOSITION: Final = frozenset({",", ".", ";"})
_FOLLOWS_NAME: Final[tuple[list[str], ...]] = ([","], [",", "and"], ["("], [])
_LONGEST_PREDICATE: Final = 4


@dataclass(slots=True)
class Party:
    """One person in the line with what belongs to it: from `start` to `end` in words."""

    name: Phrase
    start: int
    end: int
    titles: list[Title] = field(default_factory=list)
    group: int = 0
    full: bool = True


@dataclass(slots=True)
class Titles:
    """The titles of a line, each of which has at most one holder."""

    board: Board
    all: list[Title]
    taken: set[int] = field(default_factory=set)

    def left(self, *, plural: bool = False) -> Iterator[Title]:
        """Yield the titles that nobody holds, plurals only when asked for."""
        return (t for t in self.all if t.start not in self.taken and (plural or not t.plural))

    def starting(self, index: int) -> Title | None:
        """Return the title left that begins at the word."""
        return next((title for title in self.left() if title.start == index), None)

    def give(self, title: Title, party: Party, *, first: bool = False) -> None:
        """Let the person hold the title, before the titles held already or behind them."""
        self.taken.add(title.start)
        party.titles.insert(0 if first else len(party.titles), title)


def find_parties(board: Board, titles: list[Title]) -> list[Party]:
    """Return the people of the line, in order, with their titles attached and their groups numbered."""
    parties = [
        Party(phrase, phrase.start, phrase.end, full=phrase.rule != "short-name")
        for phrase in board.of_type("Official")
    ]
    pool = Titles(board, titles)
    _respectively(pool, parties)
    _attach_fronted_list(pool, parties)
    _attach_beside(pool, parties)
    for floor, party, _ in _between(board, parties):
        _attach_fronted(pool, party, floor)
        _attach_predicate(pool, party)
    _give_plurals(pool, parties)
    for party in parties:
        read_country_after(board, party)
        party.titles = read_bracketed_home(board, party)
        party.titles = without_ranks(share_homes(board, without_degree(party)))
    if len(parties) == 1:
        parties[0].titles = share_item_home(board, parties[0].name, parties[0].titles)
    number_groups(board, parties)
    lend_country(parties)
    return parties


def _give_plurals(pool: Titles, parties: list[Party]) -> None:
    """Let each of "Deputy Ministers A, B and C" hold the title in the singular."""
    for number, party in enumerate(parties):
        title = next((t for t in pool.all if t.plural and t.text and t.end == party.name.start), None)
        if title is None or party.titles:
            continue
        end = party.start
        for member in parties[number:]:
            if member.titles or (member is not party and not only_separators(pool.board, end, member.start)):
                break
            member.titles.append(replace(title, plural=False))
            read_country_after(pool.board, member)
            end = member.end


def _between(board: Board, parties: list[Party]) -> Iterator[tuple[int, Party, int]]:
    """Yield each person with where the one before ends and the one after begins, as far as read by then."""
    for number, party in enumerate(parties):
        floor = parties[number - 1].end if number else 0
        ceiling = parties[number + 1].start if number + 1 < len(parties) else len(board.words)
        yield floor, party, ceiling


def _attach_beside(pool: Titles, parties: list[Party]) -> None:
    """Attach titles right before and right after each name that has none fronted."""
    last: Party | None = None
    for floor, party, ceiling in _between(pool.board, parties):
        fronted = party.titles and party.start < party.name.start - 1
        if not (fronted and pool.board.low(party.name.start - 1) == ","):
            _attach_before(pool, party, floor, served=last is not None and _is_titled(last))
            _attach_after(pool, party, ceiling)
        last = party


def _is_titled(party: Party) -> bool:
    """Whether a title stands before the name: then what follows the name is rather the next one's."""
    return bool(party.titles) and party.titles[0].start < party.name.start


def _attach_before(pool: Titles, party: Party, floor: int, *, served: bool) -> None:
    """Attach "T N", "T and T N" and "T, T and T N".

    A title after an earlier name is that name's, but for "T N, T and T N", where it is `served`.
    """
    party.start = index = honorifics_before(pool.board, party.start)
    while True:
        title = next((t for t in pool.left(plural=True) if t.end == index and t.start >= floor), None)
        if title is None:
            return
        apart = bool(party.titles) and title.end != party.titles[0].start
        earlier = floor and not served and _follows_name(pool.board, title, floor)
        if apart and (earlier or _is_another(pool.board, title, party)):
            return
        party.start = title.start
        if title.plural:
            pool.taken.add(title.start)
            return
        pool.give(title, party, first=True)
        index = _before_separators(pool.board, title.start, floor)


def _is_another(board: Board, title: Title, party: Party) -> bool:
    """Whether "the" makes the title another person's: "the President and Governor N", no "CEO N"."""
    implied = title.level is None or title.head in mapping("en", "posts", "place_heads")
    definite = board.low(title.start) == "the" and title.homeless and implied
    heads = words("en", "posts", "business.firm_heads")
    return definite and board.words[title.end - 1].capital and party.titles[0].head not in heads


def _before_separators(board: Board, index: int, floor: int) -> int:
    while index > floor and _parts_titles(board, index - 1):
        index -= 1
    return index


def _past_separators(board: Board, index: int) -> int:
    """Return the word after "and", a comma, "and concurrently" and degrees between commas."""
    also = words("en", "posts", "also_words") | words("en", "names", "degrees")
    while index < len(board.words) and (
        _parts_titles(board, index) or (board.free(index) and board.low(index) in also)
    ):
        index += 1
    return index


def _parts_titles(board: Board, index: int) -> bool:
    """Whether a comma or "and" between two titles of one person stands there; a semicolon parts people."""
    low = board.low(index)
    dash = low in _DASHES and board.text(index - 1, index + 2).count(" ") == _AROUND
    return low != ";" and (low in separators() or dash) and board.free(index)


def _attach_fronted_list(pool: Titles, parties: list[Party]) -> None:
    """Read "his deputy, A, the Speaker of X, B, …": the first title comes before its name and a comma."""
    end = -1
    for party in parties:
        start = honorifics_start(pool.board, party.start)
        title = next((t for t in pool.all if t.end == start - 1 and not t.plural), None)
        if (
            title is not None
            and _fronts(pool, title, party, end)
            and not _follows_another(title, parties, party)
        ):
            pool.give(title, party)
            party.start, end = title.start, party.end
        else:
            end = -1


def _fronts(pool: Titles, title: Title, party: Party, end: int) -> bool:
    """Whether commas set the title and the name off, and a list opens with it or goes on from `end`."""
    board = pool.board
    if (
        title.start in pool.taken
        or board.low(title.end) != ","
        or board.low(party.end) not in _CLOSES_APPOSITION
    ):
        return False
    opens = title.start == 0 or board.low(title.start - 1) in words("en", "posts", "attachment.list_openers")
    opens = opens or (board.low(title.start - 1) == "," and _is_plural(board, title.start - 2))
    return opens or (end >= 0 and only_separators(board, end, title.start))


def _is_plural(board: Board, index: int) -> bool:
    """Whether a noun that announces several people stands there: "his co-chairs, the Minister, N, …"."""
    return board.low(index) in words("en", "posts", "attachment.announcing")


def _follows_another(title: Title, parties: list[Party], party: Party) -> bool:
    """Whether a name stands right before the title: then it follows that name ("A, mayor, B, …")."""
    return any(other is not party and other.end in {title.start, title.start - 1} for other in parties)


def _follows_name(board: Board, title: Title, floor: int) -> bool:
    """Whether only a comma stands between the previous name and the title."""
    return [word.text for word in board.words[floor : title.start]] in _FOLLOWS_NAME


def _attach_after(pool: Titles, party: Party, ceiling: int) -> None:
    """Attach "N, T and T," and "N (T)"."""
    board = pool.board
    if board.low(party.end + 1) in words("en", "posts", "attachment.sexes") and board.low(party.end) == "(":
        party.end += 3
    if party.end < len(board.words) and is_degree(board.words[party.end]):
        party.end += 1
    opening = board.words[party.end].text if party.end < len(board.words) else ""
    if opening not in _OPENS_APPOSITION:
        return
    first, index = len(party.titles), _apposition_start(pool, party.end + 1)
    while (title := pool.starting(index)) is not None and title.end <= ceiling:
        if (
            board.low(title.end) in POSSESSIVE  # "N, President's Commission"
            or acts(board, title)
            or (_is_titled(party) and is_reference(board, title))
            or another_person(board, title)
            or (opening != "(" and belongs_to_next(board, pool.all, title, ceiling, titled=_is_titled(party)))
        ):
            break
        pool.give(title, party)
        party.end = title.end
        index = _past_separators(board, title.end)
        if board.low(title.end) == "(" and (twin := pool.starting(title.end + 1)) is not None:
            pool.give(twin, party)  # "director of the X Bureau (general manager of the Y Company)"
            party.end = twin.end + (board.low(twin.end) == ")")
            index = _past_separators(board, party.end)
    if opening == "(" and len(party.titles) > first and board.low(party.end) == ")":
        party.end += 1


def _apposition_start(pool: Titles, index: int) -> int:
    """Skip "and", "the" or "who" after the comma, unless a title begins with it."""
    board = pool.board
    another = board.low(index) == "and" and board.low(index + 1) in words("en", "grammar", "articles")
    skips = board.low(index) in words("en", "posts", "attachment.after_comma") and not another
    if board.low(index) in words("en", "names", "degrees") and board.low(index + 1) == ",":
        return _past_separators(board, index)
    return index + (skips and all(title.start != index for title in pool.all))


def _attach_fronted(pool: Titles, party: Party, floor: int) -> None:
    """Attach "The minister, N," when the name has no title of its own."""
    board = pool.board
    if (
        party.titles
        or party.start < 2
        or board.low(party.start - 1) != ","
        or not _is_closed(board, party.end)
    ):
        return
    title = next((t for t in pool.left() if t.end == party.start - 1 and t.start >= floor), None)
    if title is not None and not (floor and _follows_name(board, title, floor)):
        pool.give(title, party)
        party.start = title.start


def _is_closed(board: Board, end: int) -> bool:
    """Whether an apposition ends here: at a comma, a verb or the end of the line."""
    return end >= len(board.words) or board.low(end) in _CLOSES_APPOSITION or board.words[end].pos in VERBS


def _attach_predicate(pool: Titles, party: Party) -> None:
    """Attach "N is T", "N, who is T", "N was elected T", "N serves as T"."""
    board = pool.board
    begin = party.end + 2 * (board.low(party.end) == "," and board.low(party.end + 1) == "who")
    index = _predicate_end(board, begin)
    lows = {word.low for word in board.words[begin:index]}
    telling = words("en", "posts", "attachment.copulas") | words("en", "posts", "attachment.named_as")
    if not lows & telling:
        return
    while (title := pool.starting(index)) is not None:
        pool.give(title, party)
        party.end = title.end
        index = _past_separators(board, title.end)


def _predicate_end(board: Board, begin: int) -> int:
    """Return where the verbs and adverbs between a name and its predicate end."""
    index, paths = begin, ("copulas", "named_as", "fillers")
    while index - begin < _LONGEST_PREDICATE and any(
        board.low(index) in words("en", "posts", f"attachment.{path}") for path in paths
    ):
        index += 1
    return index


def _respectively(pool: Titles, parties: list[Party]) -> None:
    """Pair "N1, N2 and N3, respectively T1, T2 and T3" by order."""
    here = next((i for i, word in enumerate(pool.board.words) if word.low == "respectively"), None)
    if here is None:
        return
    holders = tail_run(pool.board, [party for party in parties if party.end <= here])
    after = [title for title in pool.left() if title.start > here][: len(holders)]
    if len(holders) < 2 or len(after) < len(holders):
        return
    for party, title in zip(holders, after, strict=True):
        pool.give(title, party)
    holders[-1].end = after[-1].end


def person_mention(board: Board, party: Party) -> PersonMention:
    """Return the party as a value with offsets."""
    posts = tuple(title.mention(board) for title in party.titles)
    return PersonMention(board.mention(party.name), posts, party.full, party.group)
