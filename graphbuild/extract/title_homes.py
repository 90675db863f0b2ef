"""What follows a title and says whose it is, after "of", "for", "at".

A phrase already pinned, "our city", "the ministry", a country, the place of a mayor, the firm of its
head, or a topic that belongs to the title itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from graphbuild import gazetteer
from graphbuild.extract.acronyms import RULE as ACRONYM
from graphbuild.extract.edges import begins_person, right_edge
from graphbuild.extract.fronted_homes import ORGANISATIONS, elliptical_home
from graphbuild.extract.lexicon import POSSESSIVE, is_country, title_words
from graphbuild.extract.people import QUOTES
from graphbuild.extract.phrases import Board, Phrase
from graphbuild.extract.tags import TOLD
from graphbuild.extract.title_topics import topic_end
from graphbuild.extract.wording import complement_case
from graphbuild.languages import mapping, words
from graphbuild.languages.people import given_names
from graphbuild.model import Mention

_HOMES: Final = frozenset({"Body", "Enterprise", "Place", "Meeting"})
_FIRMS: Final = frozenset({"ORG", "PRODUCT"})
_LONGEST_COUNTRY: Final = 4
_LONGEST_ORGANISATION: Final = 6
_AFTER_NAMES: Final = frozenset({",", ".", ";", "and", "(", ")"})
_LONGEST_PLACE: Final = 3
_NAME_SIZES: Final = (2, 3)
_LONGEST_KIND: Final = 5
_LONGEST_QUOTED: Final = 7


@dataclass(slots=True)
class After:
    """What follows a title, as far as it has been read.

    `tail` are words that belong to the title itself (" for Management"), `level` the level that
    "of our city" points to. `governs` says that the head is a place's, `of_firm` that it is a
    firm's. Once `closed`, nothing more can follow.
    """

    end: int
    governs: bool
    of_firm: bool = False
    home: Phrase | None = None
    tail: str = ""
    level: str | None = None
    country: Mention | None = None
    closed: bool = False

    def close(self, end: int) -> bool:
        """End the title here; True, as a reader that has read something returns."""
        self.end, self.closed = end, True
        return True


def home_after(board: Board, end: int, *, governs: bool, of_firm: bool = False) -> After:
    """Read the complements of the title whose head ends at `end`, one link after another."""
    found = After(end, governs, of_firm)
    beside = _police(board, end) or board.starting(end)
    if beside is not None and (beside.rule == ACRONYM or _is_governed(board, end, beside)):
        found.home, found.end = beside, beside.end
    found.end = _past_marks(board, found.end)
    links = words("en", "posts", "complements.links")
    while not found.closed and found.end + 1 < len(board.words):
        if board.low(found.end) not in links or not board.free(found.end):
            break
        first = _past_determiners(board, found.end + 1)
        if not any(read(board, found, first) for read in _READERS):
            break
    _read_beside(board, found, titled=not board.words[end - 1].text.islower())
    return found


def _police(board: Board, end: int) -> Phrase | None:
    """Pin the force in "DIG Police N": a South Asian title has it before the name."""
    if board.low(end) != "police" or board.low(end - 1) not in words("en", "posts", "homes.before_names"):
        return None
    phrase = Phrase(end, end + 1, "Body", ACRONYM, head=end)
    return phrase if board.pin(phrase) else None


def _past_marks(board: Board, end: int) -> int:
    """Go on over ", a.i." and the party in brackets: "Senator (R)"."""
    lows = [board.low(index) for index in range(end, end + 4)]
    if lows[0] == "," and f"{lows[1]}{lows[2]}".rstrip(".,") in words("en", "posts", "ad_interim"):
        return end + 2 + (lows[2] == ".")
    bracket = lows[0] == "(" and lows[2] == ")" and board.words[end + 1].text.isupper()
    return end + 3 if bracket and board.low(end - 1) in words("en", "posts", "partisans") else end


def _read_beside(board: Board, found: After, *, titled: bool) -> None:
    """Take a body that a comma sets off, when it ends the item: "Acting Director, Bureau of X"."""
    if found.home is not None or found.closed or board.low(found.end) != ",":
        return
    first, end = _past_determiners(board, found.end + 1), len(board.words)
    body = board.starting(first)
    if body is None or body.type not in ORGANISATIONS or not titled:
        return
    after = next((i for i in range(body.end, end) if board.low(i) not in {".", '"', ")"}), end)
    listed = board.low(after) in {",", ";"} and first == found.end + 1  # no "the Mayor, the Council, and …"
    if after == end or listed:
        found.home, found.end = body, body.end


def _is_governed(board: Board, end: int, place: Phrase) -> bool:
    """Whether a place stands between its commissioner's title and name: "Commissioner Kalat Division N"."""
    named = words("en", "posts", "homes.before_names")
    titled = bool({board.low(end - 1), f"{board.low(end - 2)} {board.low(end - 1)}"} & named)
    person = board.starting(place.end)
    return titled and place.type == "Place" and (person is None or person.type == "Official")


def _past_determiners(board: Board, index: int) -> int:
    while board.low(index) in words("en", "grammar", "determiners"):
        index += 1
    return index


def _read_own(board: Board, found: After, first: int) -> bool:
    """End the title after "of its Office", or before "of its" when something else follows."""
    if first == found.end + 1 or board.low(first - 1) not in words("en", "grammar", "possessives"):
        return False
    office = board.low(first) in words("en", "posts", "complements.offices")
    return found.close(first + 1 if office else first - 2)


def _read_pinned(board: Board, found: After, first: int) -> bool:
    """Take the phrase that begins here for the home; a place that one is envoy to belongs to the title."""
    pinned = board.starting(first)
    if pinned is None or pinned.type not in _HOMES or _is_portfolio(board, found, pinned):
        return False
    if pinned.type == "Place" and board.low(found.end) in words("en", "posts", "complements.to_places"):
        end = _past_places(board, pinned.end)
        found.tail += f" {board.text(found.end, end)}"
        found.end = end
        return True
    name_end = _name_end(board, pinned)
    if name_end > pinned.end:
        return found.close(name_end)
    held = found.home.type if found.home is not None else None
    inner = (held in ORGANISATIONS and pinned.type == "Place") or held == pinned.type == "Body"
    found.home = found.home if inner else pinned
    found.end = pinned.end
    return True


def _is_portfolio(board: Board, found: After, pinned: Phrase) -> bool:
    """Whether a minister's portfolio has been taken for a firm; it is none: "of Mines and Energy"."""
    minister = board.low(found.end - 1) in words("en", "posts", "portfolios.holders")
    topical = board.low(pinned.end - 1) in words("en", "posts", "portfolios.words")
    minister = minister or (topical and board.low(found.end) == "for" and pinned.rule == "trade-word")
    if not minister or pinned.type != "Enterprise" or found.home is not None:
        return False
    board.unpin(pinned.start, pinned.end)
    return True


def _past_places(board: Board, end: int) -> int:
    """Take coordinated places in: "for the Middle East and North Africa"."""
    while board.low(end) == "and":
        following = board.starting(board.past_the(end + 1))
        if following is None or following.type != "Place":
            break
        end = following.end
    return end


def _name_end(board: Board, place: Phrase) -> int:
    """Return where an unknown name that begins with a place ends: "CEO of Savannah Energy" is of no place."""
    end = place.end
    if place.type != "Place" or board.line.headline:
        return end
    while board.name_at(end) and board.words[end].ent in _FIRMS:
        end += 1
    return end


def _read_pointed(board: Board, found: After, first: int) -> bool:
    """Read "of our city": a level of the seat's hierarchy."""
    if first == found.end + 1 or not _governs_place(board, found):
        return False
    found.level = mapping("en", "places", "deictic").get(board.low(first))
    if board.low(first) in words("en", "enterprises", "described"):
        found.level = "enterprise"
    return found.level is not None and found.close(first + 1)


def _governs_place(board: Board, found: After) -> bool:
    return board.low(found.end) in words("en", "posts", "complements.of_places")


def _read_country(board: Board, found: After, first: int) -> bool:
    """Read a country's name that the recogniser has glued to the name after it."""
    if found.home is not None or not _governs_place(board, found) or first >= len(board.words):
        return False
    for end in range(min(first + _LONGEST_COUNTRY, len(board.words)), first, -1):
        capital = board.words[first].capital and board.words[end - 1].capital
        if capital and board.all_free(first, end) and is_country(board.text(first, end)):
            return _pin_home(board, found, Phrase(first, end, "Place", "gazetteer", head=end - 1))
    return False


def _read_governed(board: Board, found: After, first: int) -> bool:
    """Read the place that a mayor or governor is of, though no list knows it: not "Washington N N"."""
    if found.home is not None or not found.governs or board.low(found.end) != "of":
        return False
    end = first
    while end - first < _LONGEST_PLACE and board.name_at(end) and board.low(end) not in given_names():
        end += 1
    named = (i for i in range(end - 1, first, -1) if end - i in _NAME_SIZES)
    end = next((i for i in named if gazetteer.lookup(board.text(first, i))), end)
    return end > first and _pin_home(board, found, Phrase(first, end, "Place", "governed", head=end - 1))


def _pin_home(board: Board, found: After, home: Phrase) -> bool:
    board.pin(home)
    found.home, found.end = home, home.end
    return True


def _read_elliptical(board: Board, found: After, first: int) -> bool:
    """Read "of the Government" and "in the ministry": a body that the article names elsewhere."""
    if first == found.end + 1 or found.home is not None:
        return False
    found.country = elliptical_home(board, first)
    return found.country is not None and found.close(first + 1)


def _read_quoted(board: Board, found: After, first: int) -> bool:
    """Read a name in quotation marks after its kind: "head of the charitable foundation 'X' N"."""
    opening = next((i for i in range(first, first + _LONGEST_KIND) if board.low(i) in QUOTES), first)
    kind = mapping("en", "enterprises", "quoted_kinds").get(board.low(opening - 1))
    if opening == first or kind is None or not all(board.low(i).isalpha() for i in range(first, opening)):
        return False
    start = opening + 1
    end = next((i for i in range(start, start + _LONGEST_QUOTED) if board.low(i) in QUOTES), start)
    if end == start or found.home is not None or not board.words[start].capital:
        return False
    _pin_home(board, found, Phrase(start, end, kind, "quoted-name", head=end - 1))
    found.end = end + 1
    return True


def _read_firm(board: Board, found: After, first: int) -> bool:
    """Read what a chief executive is of, though no trade word ends it."""
    if found.home is not None or not found.of_firm or board.low(found.end) != "of":
        return False
    end = right_edge(board, first, barrier=title_words())
    named = board.starting(end)
    closed = end >= len(board.words) or board.low(end) in {",", ".", ";", "and"}
    closed = closed or (named is not None and named.type == "Official")
    return (
        end > first
        and closed
        and _pin_home(board, found, Phrase(first, end, "Enterprise", "governed", head=end - 1))
    )


def _read_named_body(board: Board, found: After, first: int) -> bool:
    """Read "of the National Geodetic Survey": a name with an article that nothing but its end betrays."""
    link, definite = board.low(found.end), board.low(first - 1) == "the"
    headed = {board.low(found.end - 1), f"{board.low(found.end - 2)} {board.low(found.end - 1)}"}
    definite = definite or bool(headed & words("en", "posts", "complements.of_bodies"))
    if found.home is not None or not (link == "at" or (definite and link == "of")):
        return False
    end = first
    while (
        end - first < _LONGEST_ORGANISATION
        and (board.name_at(end) or (end > first and _joins(board, end)))
        and not (end > first and begins_person(board.words, end))
    ):
        end += 1
    end = _before_name(board, first, end)
    run = board.words[first:end]
    heads = words("en", "posts", "heads") - words("en", "posts", "barriers.in_topics")
    known = any(word.ent == "PERSON" or word.low in heads for word in run)
    closed = end >= len(board.words) or board.low(end) in _AFTER_NAMES or board.words[end].tag in TOLD
    closed = closed or board.name_at(end)  # the name of whoever bears the title
    topical = link == "of" and end > first and board.low(end - 1) in words("en", "posts", "portfolios.words")
    if len(run) < 2 or known or topical or not closed:
        return False
    return _pin_home(board, found, Phrase(first, end, "Body", "title-home", head=end - 1, sure=False))


def _before_name(board: Board, first: int, end: int) -> int:
    """Leave out a name behind the head of what is named: "of the American Rescue Plan N N"."""
    heads = words("en", "bodies", "heads") | words("en", "posts", "complements.named_heads")
    inner = (i + 1 for i in range(first + 1, end - 2) if board.low(i) in heads)
    cut = next(inner, end)
    return cut if end - cut in _NAME_SIZES and all(board.words[i].capital for i in range(cut, end)) else end


def _joins(board: Board, index: int) -> bool:
    """Whether a small word joins two names of one body: "Institutes for Rivers", "People's Campaign"."""
    if board.words[index : index + 1] and board.words[index].text in POSSESSIVE:
        return board.name_at(index + 1)
    return board.low(index) in words("en", "posts", "complements.portfolio_links") and board.name_at(
        index + 1
    )


def _read_topic(board: Board, found: After, first: int) -> bool:
    """Read words that belong to the title itself: "of State", "for Management and Resources"."""
    end = topic_end(board, first, board.low(found.end)) if found.home is None else first
    if end == first:
        return False
    found.tail += f" {complement_case(board.text(found.end, end))}"
    found.end = end
    return True


_Reader = Callable[[Board, After, int], bool]
"""Reads on from the first word after a link and its determiners; False when nothing fits."""

_READERS: Final[tuple[_Reader, ...]] = (
    _read_own,
    _read_pinned,
    _read_elliptical,
    _read_pointed,
    _read_country,
    _read_governed,
    _read_quoted,
    _read_firm,
    _read_named_body,
    _read_topic,
)  # fmt: skip


def own_office(board: Board, title_end: int) -> Mention | None:
    """Return the office of the body named before: "secretary-general of X and director of its Office"."""
    if (
        board.low(title_end - 1) not in words("en", "posts", "complements.offices")
        or board.low(title_end - 2) != "its"
    ):
        return None
    body = next((p for p in reversed(board.of_type("Body")) if p.end < title_end), None)
    if body is None:
        return None
    span = board.line.cover(title_end - 2, title_end)
    name = f"{board.words[title_end - 1].text.capitalize()} of {board.text(body.start, body.end)}"
    return Mention(board.line.document, span, "Body", board.text(title_end - 2, title_end), name)
