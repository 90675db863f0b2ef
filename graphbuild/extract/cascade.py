"""The cascade: each grammar pins its phrases on the board of a line, the surest first.

This is the idea of finite-state cascades (Abney, "Partial parsing via finite-state cascades", 1996;
FASTUS, Hobbs et al., 1997): many small recognisers run in a fixed order over the same sentence, each
over what those before it have left or made. A phrase once pinned is one unit for all that follow: a
later grammar may take it in whole, but never cut it. So the order says which reading wins.

1. Names whose end is unmistakable: legal forms, heads of bodies, fixed names, projects, trade words.
   They come before places and people, so that "Wanli" inside "Wanli County People's Congress" is no
   place and "Wang" inside a company's name no person.
2. Places with a word of kind, meetings, countries of several words.
3. People, by the national lists and by the statistical recogniser.
4. What context alone betrays: gazetteer names after "in", unknown names beside a title, what the
   recogniser calls a place, "our city". Last, sites take their "of X" in.
5. A second pass over all lines, for the short forms of what the first has found anywhere.

Titles are read next, off the board, and attached to people. A new rule goes into the grammar of its
type (``docs/adding-a-rule.md`` says where), a new grammar into `FULL_NAMES` at the place where all
that is surer has been pinned.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graphbuild.extract.acronyms import find_acronyms
from graphbuild.extract.aliases import person_aliases
from graphbuild.extract.bodies import find_bodies, find_fixed
from graphbuild.extract.enterprises import (
    find_companies,
    find_described_sites,
    find_numbered_sites,
    find_trade_names,
    take_complements,
)
from graphbuild.extract.firms import find_firms
from graphbuild.extract.known_places import find_countries, find_known, find_tagged
from graphbuild.extract.parties import find_parties, person_mention
from graphbuild.extract.people import find_people, find_short_names, split_places
from graphbuild.extract.phrases import Board, Phrase
from graphbuild.extract.places import find_deictic, find_divisions, find_sites
from graphbuild.extract.rosters import find_item_homes, find_item_names
from graphbuild.extract.short_forms import (
    bare_places,
    find_bare,
    find_recased,
    find_short_companies,
    single_places,
    split_governed,
)
from graphbuild.extract.slogans import set_phrases, slogan_words
from graphbuild.extract.titles import find_titles
from graphbuild.extract.topics import find_meetings, find_projects
from graphbuild.extract.unnamed import find_listed_names, find_titled_names, join_halves
from graphbuild.model import SentenceParse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graphbuild.extract.titles import Title
    from graphbuild.model import Line

FULL_NAMES: Final = (
    find_companies,
    find_bodies,
    find_fixed,
    find_acronyms,
    find_projects,
    find_trade_names,
    find_numbered_sites,
    find_divisions,
    find_sites,
    find_meetings,
    find_countries,
    find_people,
    find_known,
    find_item_names,
    find_item_homes,
    find_titled_names,
    join_halves,
    find_listed_names,
    find_firms,
    find_tagged,
    find_deictic,
    find_described_sites,
    take_complements,
)
"""The grammars of the first pass, the surest first; each takes a board and pins on it."""

_RECASED_RULES: Final = frozenset({"site", "trade-word"})


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


def _short_names(boards: Sequence[Board]) -> None:
    """Second pass: short forms of the people, companies and sites whose full names the first pass found."""
    places = single_places(boards)
    for board in boards:
        split_governed(board, places)
    named = [(phrase, board.text(phrase.start, phrase.end)) for board in boards for phrase in board.phrases]
    people = person_aliases([name for phrase, name in named if phrase.type == "Official"])
    companies = [name for phrase, name in named if phrase.type == "Enterprise"]
    sites = [(name, phrase.type) for phrase, name in named if phrase.rule in _RECASED_RULES]
    bare = bare_places(boards)
    towns = {name for phrase, name in named if phrase.type == "Place" and " " not in name}
    for board in boards:
        find_short_companies(board, companies, bare)
        find_bare(board, bare)
        find_recased(board, sites)
        split_places(board, towns)
        find_short_names(board, people)
        find_listed_names(board)


def _sentence(board: Board) -> SentenceParse:
    """Return what the line mentions; what stands in a slogan takes no part."""
    titles = find_titles(board)
    parties = find_parties(board, titles)
    hollow = slogan_words(board.line)
    people = tuple(person_mention(board, party) for party in parties if party.name.start not in hollow)
    phrases = [phrase for phrase in _with_inner(board.phrases) if phrase.type != "Official"]
    things = tuple(board.mention(phrase) for phrase in phrases if phrase.start not in hollow)
    attached = {title.start for party in parties for title in party.titles}
    free = (title for title in titles if title.start not in attached and _is_reference(board, title))
    references = tuple(title.mention(board) for title in free)
    hidden = [*phrases, *(party.name for party in parties)] if hollow else []
    named = [board.mention(phrase) for phrase in hidden if phrase.start in hollow]
    said = set_phrases(board.line, hollow, named)
    return SentenceParse(board.line.span, board.line.role, people, things, references, said)


def _is_reference(board: Board, title: Title) -> bool:
    """Whether a title without a name points back to its holder: "the mayor"."""
    return not title.plural and title.home is None and board.low(title.start) == "the"


def _with_inner(phrases: Sequence[Phrase]) -> Iterator[Phrase]:
    """Yield phrases with those nested in them, outer first."""
    for phrase in phrases:
        yield phrase
        yield from _with_inner(phrase.inner)
