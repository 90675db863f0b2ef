"""The cascade: each grammar pins its phrases on the board, the surest first.

Legal forms, bodies, projects and trade names come before places and people, so that "Kuke" inside
"Kuke County People's Congress" is no place and "Wang" inside a company's name no person.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.extract.aliases import (
    bare_places,
    find_bare,
    find_recased,
    find_short_companies,
    person_aliases,
)
from graphbuild.extract.organisations import (
    find_bodies,
    find_companies,
    find_fixed,
    find_trade_names,
    take_complements,
)
from graphbuild.extract.parties import find_parties, person_mention
from graphbuild.extract.people import find_people, find_short_names
from graphbuild.extract.phrases import Board, Phrase
from graphbuild.extract.places import (
    find_countries,
    find_deictic,
    find_divisions,
    find_known,
    find_sites,
    find_tagged,
)
from graphbuild.extract.slogans import slogan_words
from graphbuild.extract.titles import find_titles
from graphbuild.extract.topics import find_meetings, find_projects
from graphbuild.extract.unnamed import find_titled_names
from graphbuild.model import SentenceParse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graphbuild.extract.titles import Title
    from graphbuild.model import Line

FULL_NAMES = (
    find_companies, find_bodies, find_fixed, find_projects, find_trade_names, find_divisions, find_sites, find_meetings,
    find_countries, find_people, find_known, find_titled_names, find_tagged, find_deictic, take_complements,
)  # fmt: skip


def parse(lines: Sequence[Line]) -> list[SentenceParse]:
    """Return the mentions of each line, with posts attached to people; index by index."""
    boards = [_full_names(line) for line in lines]
    _short_names(boards)
    return [_sentence(board) for board in boards]


def _full_names(line: Line) -> Board:
    board = Board(line)
    for find in FULL_NAMES:
        find(board)
    return board


def _short_names(boards: list[Board]) -> None:
    """Second pass: short forms of the people and companies whose full names the first pass found."""
    people = person_aliases([_name(board, phrase) for board in boards for phrase in board.phrases if phrase.type == "Official"])
    companies = [_name(board, phrase) for board in boards for phrase in board.phrases if phrase.type == "Enterprise"]
    sites = [(_name(board, phrase), phrase.type) for board in boards for phrase in board.phrases if phrase.rule in {"site", "trade-word"}]
    bare = bare_places(boards)
    for board in boards:
        find_short_companies(board, companies, bare)
        find_bare(board, bare)
        find_recased(board, sites)
        find_short_names(board, people)


def _name(board: Board, phrase: Phrase) -> str:
    return board.line.text(phrase.start, phrase.end)


def _sentence(board: Board) -> SentenceParse:
    titles = find_titles(board)
    parties = find_parties(board, titles)
    hollow = slogan_words(board.line)
    people = tuple(person_mention(board, party) for party in parties if party.name.start not in hollow)
    things = tuple(
        board.mention(phrase) for phrase in _all_phrases(board.phrases) if phrase.type != "Official" and phrase.start not in hollow
    )
    attached = {title.start for party in parties for title in party.titles}
    references = tuple(title.mention(board) for title in titles if title.start not in attached and _definite(board, title))
    return SentenceParse(board.line.span, board.line.role, people, things, references)


def _definite(board: Board, title: Title) -> bool:
    return not title.plural and title.home is None and board.line.words[title.start].low == "the"


def _all_phrases(phrases: Sequence[Phrase]) -> Iterator[Phrase]:
    """Yield phrases with those nested in them, outer first."""
    for phrase in phrases:
        yield phrase
        yield from _all_phrases(phrase.inner)

