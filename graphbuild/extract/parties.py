"""Who holds which title in a sentence, and who is listed with whom.

A cascade over names, titles and separators, in the manner of finite-state cascades (Hobbs et al.,
FASTUS, 1997): titles stand right before a name ("mayor Li"), after it between commas ("Li, mayor of
X and secretary of Y,"), in brackets, before it with a comma ("the minister, Li,"), as a predicate
("Li is mayor"), or in a list of their own ("A and B, respectively mayor and secretary").
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from graphbuild.extract.titles import Title
from graphbuild.languages import words
from graphbuild.model import PersonMention

if TYPE_CHECKING:
    from graphbuild.extract.phrases import Board, Phrase

_SEPARATORS: Final = frozenset({",", ";", "and", "&", "、"})
_TITLE_SEPARATORS: Final = _SEPARATORS - {";"}
_COPULAS: Final = frozenset({"been", "is", "was", "serves", "served", "became", "remains", "be", "being"})
_NAMED_AS: Final = frozenset({"elected", "appointed", "named", "made"})


@dataclass(slots=True)
class Party:
    """One person in the line with what belongs to it: from `start` to `end` in words."""

    name: Phrase
    start: int
    end: int
    titles: list[Title] = field(default_factory=list)
    group: int = 0
    full: bool = True


def find_parties(board: Board, titles: list[Title]) -> list[Party]:
    """Return the people of the line, in order, with their titles attached and their groups numbered."""
    parties = [Party(phrase, phrase.start, phrase.end, full=phrase.rule != "short-name") for phrase in board.phrases if phrase.type == "Official"]
    taken: set[int] = set()
    _respectively(board, parties, titles, taken)
    _attach_fronted_list(board, parties, titles, taken)
    for number, party in enumerate(parties):
        if party.titles and party.start < party.name.start - 1 and board.line.words[party.name.start - 1].text == ",":
            continue
        _attach_before(board, party, titles, taken, parties[number - 1].end if number else 0)
        _attach_after(board, party, titles, taken, parties[number + 1].start if number + 1 < len(parties) else len(board.line.words))
    for number, party in enumerate(parties):
        _attach_fronted(board, party, titles, taken, parties[number - 1].end if number else 0)
        _attach_predicate(board, party, titles, taken)
    for party in parties:
        _attach_country(board, party)
        party.titles = _without_ranks(_share_homes(board, party.titles))
    _number_groups(board, parties)
    _lend_country(board, parties)
    return parties


def _attach_country(board: Board, party: Party) -> None:
    """Read the place after the name: "President Mensah of Ghana", "Governor Obi of Anambra State"."""
    line = board.line.words
    if not party.titles or party.end != party.name.end or party.end + 1 >= len(line) or line[party.end].low != "of":
        return
    place = board.starting(party.end + 1 + (line[party.end + 1].low == "the"))
    last = party.titles[-1]
    if place is not None and place.type in {"Place", "Body", "Enterprise"} and last.home is None and last.country is None:
        party.titles[-1] = replace(last, home=place)
        party.end = place.end


def _lend_country(board: Board, parties: list[Party]) -> None:
    """Let "Kenyan President A and Foreign Minister B" both be of Kenya."""
    for left, right in zip(parties, parties[1:], strict=False):
        if left.group != right.group or len(left.titles) != 1 or len(right.titles) != 1:
            continue
        lender, borrower = left.titles[0], right.titles[0]
        place = lender.country is not None or (lender.home is not None and lender.home.type == "Place")
        prefixed = lender.end <= left.name.start and borrower.end <= right.name.start
        minister = borrower.head.split()[-1] in {"minister", "president", "secretary", "premier", "governor", "speaker"} and borrower.level != "municipal"
        if place and prefixed and minister and borrower.home is None and borrower.country is None:
            right.titles[0] = replace(borrower, home=lender.home, country=lender.country)


def _without_ranks(titles: list[Title]) -> list[Title]:
    """Drop a military rank beside a post: "Chief of Staff Major General N" holds one post."""
    ranks = words("en", "posts", "ranks.heads")
    return [title for title in titles if title.text.casefold() not in ranks or title.home is not None]


def _share_homes(board: Board, titles: list[Title]) -> list[Title]:
    """Let "secretary-general and director of X" be both of X: a home is shared leftwards over "and"."""
    shared = list(titles)
    for number in reversed(range(len(shared) - 1)):
        left, right = shared[number], shared[number + 1]
        between = [word.low for word in board.line.words[left.end : right.start]]
        if left.home is None and left.country is None and left.level is None and between == ["and"]:
            shared[number] = replace(left, home=right.home, country=right.country)
    return shared


def _honorifics_before(board: Board, index: int) -> int:
    line = board.line.words
    while index > 0 and board.free(index - 1) and line[index - 1].low in words("en", "posts", "honorifics.words") and line[index - 1].low not in words("en", "posts", "heads"):
        index -= 1
    acronym = index >= 3 and line[index - 1].text == ")" and line[index - 3].text == "(" and line[index - 2].text.isupper()
    return index - 3 if acronym else index


def _attach_before(board: Board, party: Party, titles: list[Title], taken: set[int], floor: int) -> None:
    """Attach "T N", "T and T N" and "T, T and T N"; a title after an earlier name is that name's."""
    line = board.line.words
    index = _honorifics_before(board, party.start)
    party.start = index
    while True:
        title = next((t for t in titles if t.end == index and t.start >= floor and t.start not in taken), None)
        if title is None or (len(party.titles) and floor and _follows_name(board, title, floor)):
            return
        taken.add(title.start)
        party.start = index = title.start
        if title.plural:
            return
        party.titles.insert(0, title)
        stop = index
        while stop > floor and line[stop - 1].low in _TITLE_SEPARATORS and board.free(stop - 1):
            stop -= 1
        index = stop


def _attach_fronted_list(board: Board, parties: list[Party], titles: list[Title], taken: set[int]) -> None:
    """Read "his deputy, A, the Speaker of X, B, and ...": the first title comes before its name and a comma."""
    line = board.line.words
    end = -1
    for party in parties:
        title = next((t for t in titles if t.end == party.start - 1 and line[t.end].text == "," and not t.plural), None)
        closed = party.end < len(line) and line[party.end].text in {",", "."}
        opens = title is not None and (title.start == 0 or line[title.start - 1].low in {"by", "with", "including", "were", "included"})
        goes_on = title is not None and end >= 0 and _only_separators(board, end, title.start)
        if title is None or not closed or not (opens or goes_on) or title.start in taken or _stands_before_another(title, parties, party):
            end = -1
            continue
        taken.add(title.start)
        party.titles.append(title)
        party.start, end = title.start, party.end


def _stands_before_another(title: Title, parties: list[Party], party: Party) -> bool:
    """Whether a name stands right before the title: then it follows that name ("A, mayor, B, …")."""
    return any(other is not party and other.end in {title.start, title.start - 1} for other in parties)


def _follows_name(board: Board, title: Title, floor: int) -> bool:
    """Whether only a comma stands between the previous name and the title."""
    between = [word.text for word in board.line.words[floor : title.start]]
    return between in ([","], [",", "and"], ["("], [])


def _attach_after(board: Board, party: Party, titles: list[Title], taken: set[int], ceiling: int) -> None:
    """Attach "N, T and T," and "N (T)"."""
    line = board.line.words
    if party.end >= len(line) or line[party.end].text not in {",", "(", "-", "–", "—"}:
        return
    bracket = line[party.end].text == "("
    index = party.end + 1
    index += index < len(line) and line[index].low in {"and", "the", "who"} and index not in {t.start for t in titles}
    first = len(party.titles)
    while True:
        title = next((t for t in titles if t.start == index and t.end <= ceiling and t.start not in taken), None)
        if title is None or title.plural or _another_person(board, title) or (not bracket and _belongs_to_next(board, title, titles, ceiling)):
            break
        taken.add(title.start)
        party.titles.append(title)
        party.end = index = title.end
        index = _past_separators(board, index)
    if bracket and len(party.titles) > first and party.end < len(line) and line[party.end].text == ")":
        party.end += 1


def _another_person(board: Board, title: Title) -> bool:
    """Whether the title is somebody else who speaks: "…, his spokesman said"."""
    line = board.line.words
    possessed = line[title.start].low in {"his", "her", "their"}
    return possessed and title.end < len(line) and line[title.end].tag in {"VBD", "VBZ"}


def _past_separators(board: Board, index: int) -> int:
    line = board.line.words
    while index < len(line) and board.free(index) and (line[index].low in _TITLE_SEPARATORS or line[index].low in {"concurrently", "also"}):
        index += 1
    return index


def _belongs_to_next(board: Board, title: Title, titles: list[Title], ceiling: int) -> bool:
    """Whether the title stands right before the next name ("A, mayor of X, Secretary B")."""
    end = title.end
    while (following := next((t for t in titles if t.start == end), None)) is not None:
        end = following.end
    return _honorifics_before(board, ceiling) == end and ceiling < len(board.line.words)


def _attach_fronted(board: Board, party: Party, titles: list[Title], taken: set[int], floor: int) -> None:
    """Attach "The minister, N," when the name has no title of its own."""
    line = board.line.words
    if party.titles or party.start < 2 or line[party.start - 1].text != ",":
        return
    title = next((t for t in titles if t.end == party.start - 1 and t.start >= floor and t.start not in taken and not t.plural), None)
    closed = party.end >= len(line) or line[party.end].text in {",", "."} or line[party.end].pos in {"VERB", "AUX"}
    if title is not None and closed and not (floor and _follows_name(board, title, floor)):
        taken.add(title.start)
        party.titles.append(title)
        party.start = title.start


def _attach_predicate(board: Board, party: Party, titles: list[Title], taken: set[int]) -> None:
    """Attach "N is T", "N, who is T", "N was elected T", "N serves as T"."""
    line, index = board.line.words, party.end
    if index < len(line) and line[index].text == "," and index + 1 < len(line) and line[index + 1].low == "who":
        index += 2
    begin = index
    while index < len(line) and index - begin < 4 and (line[index].low in _COPULAS | _NAMED_AS or line[index].low in {"has", "been", "as", "currently", "now"}):
        index += 1
    if index == begin:
        return
    lows = {word.low for word in line[begin:index]}
    if lows & {"not", "n't"} or not lows & (_COPULAS | _NAMED_AS):
        return
    while (title := next((t for t in titles if t.start == index and t.start not in taken and not t.plural), None)) is not None:
        taken.add(title.start)
        party.titles.append(title)
        party.end = title.end
        index = _past_separators(board, title.end)


def _respectively(board: Board, parties: list[Party], titles: list[Title], taken: set[int]) -> None:
    """Pair "N1, N2 and N3, respectively T1, T2 and T3" by order."""
    line = board.line.words
    here = next((i for i, word in enumerate(line) if word.low == "respectively"), None)
    if here is None:
        return
    before = [party for party in parties if party.end <= here]
    after = [title for title in titles if title.start > here and not title.plural]
    chain = _tail_run(board, before)
    if len(chain) < 2 or len(after) < len(chain):
        return
    for party, title in zip(chain, after[: len(chain)], strict=True):
        party.titles.append(title)
        taken.add(title.start)
    chain[-1].end = after[len(chain) - 1].end


def _tail_run(board: Board, parties: list[Party]) -> list[Party]:
    """Return the last run of people that only separators part."""
    run: list[Party] = []
    for party in reversed(parties):
        if run and not _only_separators(board, party.end, run[0].start):
            break
        run.insert(0, party)
    return run


def _only_separators(board: Board, start: int, end: int) -> bool:
    return start < end and all(word.low in _SEPARATORS or word.low in {"as", "well", "nor"} for word in board.line.words[start:end])


def _number_groups(board: Board, parties: list[Party]) -> None:
    group = 0
    for number, party in enumerate(parties):
        if number and not _only_separators(board, parties[number - 1].end, party.start):
            group += 1
        party.group = group
    for number in range(max((party.group for party in parties), default=-1), -1, -1):
        members = [party for party in parties if party.group == number]
        first = 1 if _is_no_list(board, members) else _new_clause(board, members)
        if first:
            for party in parties[parties.index(members[first]) :]:
                party.group += 1


def _new_clause(board: Board, members: list[Party]) -> int:
    """Return the member that opens a clause of its own after a semicolon ("…; B left"); 0 for none."""
    line = board.line.words
    for number in range(1, len(members)):
        party = members[number]
        parted = any(word.text == ";" for word in line[members[number - 1].end : party.start])
        if parted and party.end < len(line) and line[party.end].tag in {"VBD", "VBZ"}:
            return number
    return 0


def _is_no_list(board: Board, members: list[Party]) -> bool:
    """Whether a comma only sets a fronted phrase off: "At the invitation of A, B visited", "A, B said"."""
    if len(members) < 2:
        return False
    line = board.line.words
    comma = [word.text for word in line[members[0].end : members[1].start]] == [","]
    goes_on = members[-1].end < len(line) and line[members[-1].end].low in {"and", ",", "as"}
    if comma and len(members) == 2:
        return not goes_on
    after = line[members[-1].end] if members[-1].end < len(line) else None
    finite = after is not None and (after.tag in {"VBD", "VBZ", "MD"} or after.pos == "AUX")
    fronted = members[0].start > 0 and line[members[0].start - 1].pos == "ADP" and line[members[0].start - 1].low != "by"
    return comma and fronted and finite


def person_mention(board: Board, party: Party) -> PersonMention:
    """Return the party as a value with offsets."""
    posts = tuple(title.mention(board) for title in party.titles)
    return PersonMention(board.mention(party.name), posts, party.full, party.group)
