"""Items of a list of participants: "N, title, title, whose" in a line without a verb.

Commas part the name, the titles, what the last of them deals with, and whose they are. The position alone
shows whose: "Founder and Chair, Evermore", "President, Girls for Fair Pay".
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from graphbuild.extract.bracketed_homes import is_constituency
from graphbuild.extract.fronted_homes import ORGANISATIONS
from graphbuild.extract.honorifics import is_honorific
from graphbuild.extract.lexicon import POSSESSIVE, title_words
from graphbuild.extract.phrases import Phrase
from graphbuild.extract.tags import TOLD
from graphbuild.extract.titles import find_titles
from graphbuild.extract.wording import title_case
from graphbuild.languages import mapping, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graphbuild.extract.phrases import Board
    from graphbuild.extract.titles import Title
    from graphbuild.model import Word

RULE: Final = "roster-home"
_BULLETS: Final = frozenset({"-", "–", "•", "*", "·"})
_CLOSING: Final = frozenset({".", ";", '"', "\u201d"})
_BRACKETS: Final = frozenset({"(", ")"})
_LONGEST_ITEM: Final = 45
_LONGEST_HOME: Final = 24
_LONGEST_NUMBER: Final = 3
_MOST_GIVEN: Final = 2
_INITIALS: Final = 2
_UNSURE_NAMES: Final = frozenset({"recogniser", "titled-name", "listed-name", "joined-name"})
_COMPLEMENTS: Final = (" of ", " for ", " to ")


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch between two commas, words `start` to `end`, with the title that ends or opens it."""

    start: int
    end: int
    title: Title | None = None


def find_item_homes(board: Board) -> None:
    """Pin the part of an item that says whose its titles are, where nothing but its position shows it."""
    home = _home(board)
    if home is None or _spans(board, home) is not None:
        return
    board.unpin(home.start, home.end)
    kind = "Place" if home.title is not None else _kind(board, home)
    board.pin(Phrase(home.start, home.end, kind, RULE, head=home.end - 1, sure=False))


def find_item_names(board: Board) -> None:
    """Let the name that opens an item begin where the item does: "Carmen Twillie Ambrose, President, X"."""
    if not _is_item(board) or len(board.of_type("Official")) != 1:
        return
    (person,) = board.of_type("Official")
    start = int(board.words[0].text in _BULLETS)
    start = next((i for i in range(start, person.start) if not is_honorific(board.low(i))), person.start)
    initials = board.words[start].text.isupper() and len(board.words[start].text) == _INITIALS
    given = all(_may_be_given(board, i) for i in range(start + initials, person.start))
    if given and start < person.start <= start + _MOST_GIVEN and board.low(person.end) == ",":
        board.pin(replace(person, start=start))


def _may_be_given(board: Board, index: int) -> bool:
    low = board.low(index)
    particle = low in words("en", "names", "particles") and board.free(index)
    return particle or (board.name_at(index) and low.split("-", maxsplit=1)[0] not in title_words())


def follows_item_name(board: Board, index: int) -> bool:
    """Whether the word lies behind the first comma of an item with a bullet: the name stands before it."""
    if board.words[0].text not in _BULLETS or not _is_item(board):
        return False
    return any(_parts_here(board, earlier) for earlier in range(index))


def _kind(board: Board, home: _Part) -> str:
    """Take one word in small letters but for its first for a firm's name, all else for a body's."""
    firm = home.end - home.start == 1 and not board.words[home.start].text.isupper()
    return "Enterprise" if firm else "Body"


def share_item_home(board: Board, name: Phrase, titles: Sequence[Title]) -> list[Title]:
    """Let the titles of an item's one person that do not say whose they are be those of its last part."""
    if not _is_item(board):
        return list(titles)
    whole = [_whole(board, title) if title.start > name.start else title for title in titles]
    titles = [title for title in whole if not any(_within(title, other) for other in whole)]
    if not any(title.homeless for title in titles):
        return list(titles)
    part = _home(board)
    home = titles[-1].home if part is None else _spans(board, part)
    if home is None:
        return list(titles)
    taken = [title for title in titles if title is titles[-1] or _is_joint(title, name)]
    return [replace(title, home=home) if title in taken and _fits(title, home) else title for title in titles]


def _within(title: Title, other: Title) -> bool:
    return other is not title and other.start <= title.start and title.end <= other.end


def _whole(board: Board, title: Title) -> Title:
    """Let a title take in the capitals between the comma and its head: "N, Youth Success Manager, X"."""
    last = title.head.split()[-1]
    head = next((i for i in range(title.start, title.end) if board.low(i) == last), title.start)
    first = head
    while first > 0 and board.words[first - 1].capital and _is_open(board, first - 1):
        first -= 1
    closed = head + 1 >= len(board.words) or board.low(head + 1) in {",", "("}
    if board.low(first - 1) != "," or not closed or title.country is not None or title.level is not None:
        return title
    text = " ".join(title_case(word.text) for word in board.words[first : head + 1])
    after = title.home is not None and title.home.start > head
    return replace(title, start=first, text=text, home=title.home if after else None)


def _is_open(board: Board, index: int) -> bool:
    """Whether no phrase covers the word but an organisation that only the title betrayed."""
    phrase = board.at(index)
    return phrase is None or phrase.rule == "title-home"


def _is_joint(title: Title, name: Phrase) -> bool:
    """Whether a title is the home's as the last is: not the first of "Bishop N, Chair, X"."""
    complement = title.text.casefold().replace(title.head, "", 1)
    return title.start > name.start and not any(link in complement for link in _COMPLEMENTS)


def _fits(title: Title, home: Phrase) -> bool:
    return title.homeless and (home.type != "Place" or _governs(title))


def _governs(title: Title) -> bool:
    return _office(title).split()[-1] in words("en", "posts", "rosters.of_places")


def _office(title: Title) -> str:
    """Return the head of a title, that of "mayor-elect" as "mayor"."""
    stem, _, suffix = title.head.rpartition("-")
    return stem if suffix in words("en", "posts", "designate") else title.head


def _spans(board: Board, part: _Part) -> Phrase | None:
    """Return the organisation or place that is the whole part."""
    phrase = board.starting(part.start)
    fits = phrase is not None and phrase.end == part.end and phrase.type in {*ORGANISATIONS, "Place"}
    return phrase if fits else None


def _home(board: Board) -> _Part | None:
    """Return the part of an item that says whose its titles are; None for no item, or nothing said.

    A place that nothing but the title of its mayor betrays bears that title.
    """
    if not _is_item(board):
        return None
    parts = _parts(board)
    last = max((number for number, part in enumerate(parts) if part.title is not None), default=None)
    if last is None:
        return _affiliation(board, parts)
    if not _of_one(board, parts, titled=last > 0):
        return None
    if last + 1 >= len(parts):
        return _before_dash(board, parts[0])
    title = parts[last].title
    after = [part for part in parts[last + 1 :] if title is not None and part.start >= title.end]
    rest = _without_topics(board, _joined(board, after))
    if title is not None and title.home is not None and title.home.start > title.start:
        return _Part(title.home.start, title.home.end)
    if title is None or not rest or not title.homeless or not all(_is_name(board, part) for part in rest):
        return None
    if _office(title) in mapping("en", "posts", "place_heads"):
        return replace(rest[0], title=title)
    organisations = [part for part in rest if not _is_place(board, part)]
    return rest[0] if _governs(title) and _is_place(board, rest[0]) else next(iter(organisations), None)


def _affiliation(board: Board, parts: Sequence[_Part]) -> _Part | None:
    """Return the body behind a name without a title that a title's head stands in: "N, Oregon MEP"."""
    if len(parts) < 2 or not _is_name(board, parts[1]):
        return None
    links = words("en", "posts", "complements.links")
    titles = (title for title in find_titles(board) if board.low(title.start - 1) not in links)
    inside = any(parts[1].start <= title.start < parts[1].end for title in titles)
    return parts[1] if inside and parts[1].end - parts[1].start > 1 else None


def _before_dash(board: Board, part: _Part) -> _Part | None:
    """Return what a dash parts from title and name: "Lusk County Police – Sheriff N"."""
    title = part.title
    dash = title.start - 1 if title is not None else 0
    named = board.starting(title.end) if title is not None else None
    if title is None or named is None or named.type != "Official" or board.words[dash].text not in _BULLETS:
        return None
    before = _Part(part.start, dash)
    return before if dash > part.start and title.homeless and _is_name(board, before) else None


def _is_item(board: Board) -> bool:
    """Whether the line is an item: behind a bullet, or short, without a verb and without a full stop."""
    line = board.words
    if len(line) < 3 or len(line) > _LONGEST_ITEM or board.line.headline:
        return False
    told = any(word.tag in TOLD or word.tag == "MD" for word in line if word.pos in {"VERB", "AUX"})
    told = told or any(word.text == ";" for word in line[:-1])
    numbered = len(line) > 1 and _is_number(line[-2])
    closed = line[-1].text == "." and not numbered
    return not told and (line[0].text in _BULLETS or not closed) and line[-1].text != ":"


def _parts(board: Board) -> list[_Part]:
    """Return what commas part, the bullet and closing marks left out."""
    line, titles = board.words, find_titles(board)
    start, end = int(line[0].text in _BULLETS), len(line)
    while end > start and (line[end - 1].text in _CLOSING or _is_number(line[end - 1])):
        end -= 1
    commas = [index for index in range(start, end) if _parts_here(board, index)]
    edges = [start, *(index + 1 for index in commas)]
    bounds = zip(edges, [*commas, end], strict=True)
    return [_part(board, a, b, titles, opens=a == start) for a, b in bounds if a < b]


def _is_number(word: Word) -> bool:
    """Whether the number of the next item has stayed at the end of this one."""
    return word.text.rstrip(".").isdigit() and len(word.text) <= _LONGEST_NUMBER


def _parts_here(board: Board, index: int) -> bool:
    """Whether a comma that parts an item stands there: in no phrase and in no bracket."""
    opened = [board.low(i) for i in range(index) if board.low(i) in _BRACKETS]
    return board.low(index) == "," and board.free(index) and opened.count("(") == opened.count(")")


def _part(board: Board, start: int, end: int, titles: Sequence[Title], *, opens: bool) -> _Part:
    """Return a part with its title, and without its article, or the acronym in brackets at its end.

    "General" in "General Motors" is no title; before the name that opens the item it is.
    """
    inside = [t for t in titles if start <= t.start < end and not t.plural]
    found = inside[-1:] if opens else [t for t in inside if not _is_of_name(board, t, start, end)]
    title = next(iter(found), None)
    if title is not None and (opens or not _opens_body(board, start)):
        return _Part(start, end, title if opens else _whole(board, title))
    start = board.past_the(start)
    opening = next((i for i in range(start + 1, end) if board.low(i) == "("), end)
    return _Part(start, opening if board.low(end - 1) == ")" else end)


def _opens_body(board: Board, index: int) -> bool:
    """Whether an office of somebody's begins there: "Office of the Mayor of X" is no title."""
    return board.low(index) in words("en", "bodies", "heads") and board.low(index + 1) == "of"


def _is_of_name(board: Board, title: Title, start: int, end: int) -> bool:
    """Whether what looks like a title belongs to a name: "General Motors", "Oregon MEP"."""
    if board.low(title.end) in POSSESSIVE:
        return True
    acronym = title.end == end and board.words[end - 1].text in words("en", "posts", "acronyms")
    return _goes_on(board, title.end, end) or (acronym and title.start == start and end - start > 1)


def _goes_on(board: Board, index: int, end: int) -> bool:
    return index < end and board.words[index].capital


def _of_one(board: Board, parts: Sequence[_Part], *, titled: bool) -> bool:
    """Whether the item is of one person: of others there are none, or what was taken for one ends it."""
    people = [phrase for phrase in board.of_type("Official") if phrase.start >= parts[0].end]
    last = parts[-1]
    return all(titled and phrase.start >= last.start and phrase.rule in _UNSURE_NAMES for phrase in people)


def _joined(board: Board, parts: Sequence[_Part]) -> Sequence[_Part]:
    """Join a name that lists topics: "Initiative on Equity, Excellence, and Opportunity"."""
    last = next((n for n in range(1, len(parts)) if _goes_on_list(board, parts[n - 1], parts[n])), 0)
    return [_Part(parts[0].start, parts[last].end), *parts[last + 1 :]] if last else parts


def _goes_on_list(board: Board, before: _Part, part: _Part) -> bool:
    """Whether a part ends a list of topics: it begins with "and", or holds one behind "Council on X"."""
    joiners, links = words("en", "names", "joiners"), words("en", "bodies", "links")
    inside = any(board.low(index) in joiners for index in range(part.start + 1, part.end))
    linked = any(board.low(index) in links for index in range(before.start + 1, before.end))
    return board.low(part.start) in joiners or (inside and linked)


def _without_topics(board: Board, parts: Sequence[_Part]) -> list[_Part]:
    """Leave out what only says what the title deals with: "Vice President, Government Relations, X"."""
    return [part for part in parts if not _is_topic(board, part, last=part == parts[-1])]


def _is_topic(board: Board, part: _Part, *, last: bool) -> bool:
    """Whether a part names no organisation; the last one must be a topic word by word."""
    low, pinned = board.low(part.end - 1), _spans(board, part)
    named = words("en", "bodies", "heads") | words("en", "enterprises", "name_ends")
    links = words("en", "bodies", "links")
    inside = range(part.start, part.end - 1)
    organised = any(board.low(i) in named and board.low(i + 1) in links for i in inside)
    if organised or (pinned is not None and pinned.type in ORGANISATIONS):
        return False
    known = words("en", "posts", "portfolios.words") | words("en", "posts", "rosters.topics")
    pair = board.low(part.start) in known and board.low(part.start + 1) in words("en", "names", "joiners")
    if last:
        return pair or all(board.low(i) in known for i in range(part.start, part.end))
    return pair or low in known or low.endswith("ing")


def _is_place(board: Board, part: _Part) -> bool:
    covers = board.at(part.start)
    return covers is not None and covers.type == "Place" and covers.end >= part.end


def _is_name(board: Board, part: _Part) -> bool:
    """Whether the part is capitals, with small words between them."""
    run = board.words[part.start : part.end]
    small = words("en", "posts", "rosters.small")
    if not run or (len(run) == 1 and is_constituency(run[0].text)):
        return False
    closed = run[-1].capital or not (run[-1].alpha or run[-1].text in POSSESSIVE)
    named = all(word.capital or not word.alpha or word.low in small for word in run)
    opened = run[0].text.isupper() or run[0].low not in small - {"a", "the"}  # "LA" is no "la"
    return closed and named and opened and len(run) <= _LONGEST_HOME
