"""What stands before a title and says whose it is: "X Bureau director", "Kenyan President".

Read leftwards from the title: a phrase already pinned, a demonym, a possessor, the group that its
holder leads, a name that the title alone betrays.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from graphbuild import gazetteer
from graphbuild.extract.bracketed_homes import postal_state
from graphbuild.extract.lexicon import POSSESSIVE, namelike, title_words
from graphbuild.extract.phrases import Board, Phrase
from graphbuild.languages import mapping, words
from graphbuild.model import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator

ORGANISATIONS: Final = ("Body", "Enterprise")
_HOMES: Final = frozenset({*ORGANISATIONS, "Place"})
_NO_PLACE: Final = frozenset({"PERSON", "NORP", "DATE"})
_LONGEST_ORGANISATION: Final = 4
_LONGEST_PLACE: Final = 3
_POSTAL: Final = 2


@dataclass(frozen=True, slots=True)
class Before:
    """What stands before a title and where: its home, a demonym's country, the level of "the city's"."""

    start: int
    home: Phrase | None = None
    country: Mention | None = None
    level: str | None = None


def home_before(board: Board, start: int, *, governs: bool = False, of_firm: bool = False) -> Before:
    """Read a home right before the title that begins at `start`; `governs` as in `After`."""
    index = start - (start >= 2 and board.words[start - 1].text in POSSESSIVE)
    index = _before_acronym(board, index)
    low = board.low(index - 1) if index >= 2 else ""
    if low == "its":
        return Before(start, next(_organisations_before(board, index), None))
    if low in words("en", "posts", "complements.relatives"):
        pinned = board.at(index - 2 - (board.low(index - 2) == ","))
        return Before(start, pinned if pinned is not None and pinned.type in ORGANISATIONS else None)
    group = _led_group(board, start)
    if group is not None:
        return Before(start, group)
    if index < start and (pointed := _possessor(board, index)) is not None:
        return pointed
    pinned = board.at(index - 1)
    if pinned is not None and not _ends_sentence(board, pinned, start):
        fits = pinned.type in _HOMES and pinned.end == index
        return Before(pinned.start, pinned) if fits else Before(start)
    if pinned is not None:
        return Before(start)
    return _unpinned_before(board, index, governs=governs, of_firm=of_firm) or Before(start)


def _before_acronym(board: Board, index: int) -> int:
    """Return where the acronym in brackets of the body before a title begins: "X Union (XU) Director"."""
    bracket = index >= 4 and board.low(index - 1) == ")" and board.low(index - 3) == "("
    body = board.at(index - 4) if bracket and board.words[index - 2].text.isupper() else None
    return index - 3 if body is not None and body.type in ORGANISATIONS else index


def _ends_sentence(board: Board, firm: Phrase, start: int) -> bool:
    """Whether the full stop of "Co., Ltd." ends the sentence too: "Vice mayor N" begins the next."""
    stopped = board.words[firm.end - 1].text.endswith(".") and firm.type == "Enterprise"
    scene = board.low(firm.start - 1) in {",", *words("en", "posts", "homes.scene_prepositions")}
    if board.words[firm.end - 1].text.endswith(".") and firm.type == "Place" and scene:
        return True  # "met in Washington, D.C. Secretary N"
    opens = (
        start + 1 < len(board.words) and board.words[start].capital and board.words[start + 1].text.islower()
    )
    return stopped and opens


def _led_group(board: Board, start: int) -> Phrase | None:
    """Return where the delegation comes from in "a delegation from X, led by Mayor N"."""
    if board.low(start - 1) != "by" or board.low(start - 2) not in words("en", "frames", "visit.led"):
        return None
    index = start - 3 - (board.low(start - 3) in {",", "-", "--", "–", "—"})
    home = board.at(index)
    if home is not None and home.type == "Place" and board.low(home.start - 1) == ",":
        inner = board.at(home.start - 2)
        home = inner if inner is not None and inner.type == "Place" else home
    if home is None or home.type not in _HOMES:
        return None
    link = home.start - 1 - (board.low(home.start - 1) == "the")
    groups = words("en", "posts", "complements.travelling")
    group = board.low(link) in {"from", "of"} and board.low(link - 1) in groups
    return home if group else None


def _possessor(board: Board, index: int) -> Before | None:
    """Read "the city's" and "the group's" before a title: the seat of a level, or the firm named before."""
    noun = board.low(index - 1)
    if board.low(index - 2) not in words("en", "grammar", "determiners") or not board.free(index - 1):
        return None
    level = mapping("en", "places", "deictic").get(noun)
    if noun in words("en", "enterprises", "described"):
        level = "enterprise"
    if level is not None:
        return Before(index - 1, level=level)
    body = elliptical_home(board, index - 1)
    return Before(index - 1, country=body) if body is not None else None


def _organisations_before(board: Board, index: int) -> Iterator[Phrase]:
    """Yield the bodies and enterprises to the left, the nearest first."""
    return (phrase for phrase in reversed(board.of_type(*ORGANISATIONS)) if phrase.end < index)


def _unpinned_before(board: Board, index: int, *, governs: bool, of_firm: bool) -> Before | None:
    """Read "Kenyan" before "President", or an organisation that only the recogniser knows."""
    if index == 0:
        return None
    word = board.words[index - 1]
    for first in (index - 2, index - 1):
        text = board.text(first, index) if first >= 0 and board.all_free(first, index) else ""
        place = gazetteer.demonym(text) if text[:1].isupper() and word.capital else None
        if place is not None:
            span = board.line.cover(first, index)
            return Before(first, country=Mention(board.line.document, span, "Place", text, place.name))
    state = _postal(board, index - 1)
    if state is not None:
        return Before(index - 1, country=state)
    named = None if governs else _named_home(board, index)
    if governs or (of_firm and named is None and _is_followed_by_name(board, index)):
        named = _governed_before(board, index, "Place" if governs else "Enterprise")
    return Before(named.start, named) if named is not None else None


def _postal(board: Board, index: int) -> Mention | None:
    """Return the state whose abbreviation stands before a member's title: "NC State Senator"."""
    word = board.words[index]
    members = words("en", "posts", "partisans")
    titled = any(board.low(after) in members for after in range(index + 1, index + 3))
    if not (titled and word.text.isupper() and len(word.text) == _POSTAL and board.free(index)):
        return None
    return postal_state(board.line.document, word.text, word.start)


def _governed_before(board: Board, end: int, type_: str) -> Phrase | None:
    """Take the name right before the title of a mayor for the place, of a chief executive for the firm."""
    start, named = end, _is_followed_by_name(board, end)
    while end - start < _LONGEST_PLACE and _may_be_governed(board, start - 1, named=named):
        start -= 1
    if start == end or (board.line.headline and start):
        return None
    phrase = Phrase(start, end, type_, "governed", head=end - 1)
    board.pin(phrase)
    return phrase


def _is_followed_by_name(board: Board, index: int) -> bool:
    """Whether a name stands behind the title that begins there: then none of a person stands before it."""
    while board.low(index) in title_words():
        index += 1
    return index < len(board.words) and namelike(board.words[index])


def _may_be_governed(board: Board, index: int, *, named: bool) -> bool:
    if not board.name_at(index):
        return False
    word = board.words[index]
    proper = word.pos == "PROPN" and word.ent not in _NO_PLACE - ({"PERSON"} if named else set())
    return proper and word.low not in title_words() and not word.stop


def _named_home(board: Board, end: int) -> Phrase | None:
    """Take an organisation that only the recogniser knows as the home of a capitalised title."""
    start = end
    while (
        board.name_at(start - 1)
        and board.words[start - 1].ent == "ORG"
        and board.low(start - 1) not in words("en", "posts", "acting") | words("en", "posts", "former")
        and end - start < _LONGEST_ORGANISATION
    ):
        start -= 1
    if start == end or end >= len(board.words) or not board.words[end].capital:
        return None
    type_ = "Place" if gazetteer.lookup(board.text(start, end)) else "Body"
    chamber = board.at(start - 1)
    if type_ == "Body" and chamber is not None and chamber.type == "Body" and chamber.end == start:
        start = chamber.start  # "Senate Judiciary Chair"
    phrase = Phrase(start, end, type_, "title-home", head=end - 1, sure=False)
    board.pin(phrase)
    return phrase


def elliptical_home(board: Board, index: int) -> Mention | None:
    """Return "the ministry" as a mention of a body that the article names elsewhere."""
    if board.low(index) not in words("en", "posts", "complements.elliptical") or not board.free(index):
        return None
    full = board.words[index].capital and board.low(index + 1) == "of"  # "the Office of the Secretary"
    if board.name_at(index + 1) or full:
        return None
    span = board.line.cover(index, index + 1)
    return Mention(board.line.document, span, "Body", board.words[index].text, board.low(index))
