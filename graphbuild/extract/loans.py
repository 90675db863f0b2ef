"""Homes that titles share: "secretary-general and director of X", "Kenyan President A and Minister B"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Protocol

from graphbuild.extract.lexicon import POSSESSIVE
from graphbuild.languages import mapping, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graphbuild.extract.phrases import Board, Phrase
    from graphbuild.extract.titles import Title

_OF_NATIONS: Final = frozenset({"commander-in-chief", "commander in chief"})
_HOMES: Final = frozenset({"Place", "Body", "Enterprise"})


class Holder(Protocol):
    """One person of the line with the titles attached so far."""

    name: Phrase
    end: int
    titles: list[Title]
    group: int


def read_country_after(board: Board, party: Holder) -> None:
    """Read the place after the name: "President Mensah of Ghana", "Governor Obi of Anambra State"."""
    if not party.titles or party.end != party.name.end or board.low(party.end) != "of":
        return
    place, last = board.starting(board.past_the(party.end + 1)), party.titles[-1]
    level = mapping("en", "places", "deictic").get(board.low(party.end + 2))
    if board.low(party.end + 1) == "the" and level is not None and last.homeless:
        party.titles[-1] = replace(last, level=level)
        party.end += 3
    if place is not None and board.words[place.end : place.end + 1] and board.low(place.end) in POSSESSIVE:
        place = board.starting(place.end + 1)  # "Premier N of Iraq's Kurdistan region"
    if place is not None and place.type in _HOMES and last.homeless:
        party.titles[-1] = replace(last, home=place)
        party.end = place.end


def without_ranks(titles: list[Title]) -> list[Title]:
    """Drop a military rank beside a post: "Chief of Staff Major General N" holds one post."""
    ranks = words("en", "posts", "ranks.heads")
    return [title for title in titles if title.text.casefold() not in ranks or title.home is not None]


def without_degree(party: Holder) -> list[Title]:
    """Drop a degree right after the name's comma: "N, MD, Director of X" is no managing director."""
    degrees = words("en", "names", "degrees")
    return [
        title
        for title in party.titles
        if not (title.homeless and title.start == party.name.end + 1 and title.text.casefold() in degrees)
    ]


def share_homes(board: Board, titles: list[Title]) -> list[Title]:
    """Let "secretary-general and director of X" be both of X: a home is shared leftwards over "and"."""
    shared = list(titles)
    for number in reversed(range(len(shared) - 1)):
        left, right = shared[number], shared[number + 1]
        between = [word.low for word in board.words[left.end : right.start]]
        fronted = _is_led(right) or (right.country is not None and right.home is None)
        if left.homeless and left.level is None and between == ["and"] and not _assists(left) and not fronted:
            level = right.level if right.level == "enterprise" else None
            shared[number] = replace(left, home=right.home, country=right.country, level=level)
    for number in range(len(shared) - 1):
        left, right = shared[number], shared[number + 1]
        between = [word.low for word in board.words[left.end : right.start]]
        nation = _has_place(left) and right.head in _OF_NATIONS and between == ["and"]
        joined = left.country is not None and between in (["-"], ["–"])
        led = (
            _is_led(left) and between == ["and"] and right.head in words("en", "posts", "business.firm_heads")
        )
        borrows = left.country is not None and between == ["and"] and _borrows(right)
        if left.status == "former" and right.status == "held" and between == ["and"]:
            shared[number + 1] = right = replace(right, status="former", text=f"Former {right.text}")
        if right.homeless and (nation or joined or led or borrows):
            shared[number + 1] = replace(right, home=left.home, country=left.country)
    return shared


def _is_led(title: Title) -> bool:
    """Whether an organisation stands before the title: "X Chamber President and CEO"."""
    home = title.home
    return (
        home is not None and home.type != "Place" and home.end < title.end and home.start <= title.start + 1
    )


def _assists(title: Title) -> bool:
    """Whether a title says whom it serves: "Assistant to the President and Director of X" are two homes."""
    return any(f" to {article}" in title.text for article in ("the ", "their ", "his ", "her "))


def lend_country(parties: Sequence[Holder]) -> None:
    """Let "Kenyan President A and Foreign Minister B" both be of Kenya."""
    for left, right in pairwise(parties):
        if left.group != right.group or len(left.titles) != 1 or len(right.titles) != 1:
            continue
        lender, borrower = left.titles[0], right.titles[0]
        prefixed = lender.end <= left.name.start and borrower.end <= right.name.start
        if prefixed and _has_place(lender) and (_borrows(borrower) or _of_one_place(lender, borrower)):
            right.titles[0] = replace(borrower, home=lender.home, country=lender.country)
        if _of_one_firm(lender, borrower) and not prefixed:
            right.titles[0] = replace(borrower, home=lender.home, level=lender.level)


def _of_one_place(lender: Title, borrower: Title) -> bool:
    """Whether both are of a level of places: "Ardon mayor A and city manager B"."""
    return borrower.homeless and borrower.level is not None and borrower.level == lender.level


def _of_one_firm(lender: Title, borrower: Title) -> bool:
    """Whether a department's head follows one of the firm: "A, chairman of X, and B, director of sales"."""
    firm = lender.level == "enterprise" or (lender.home is not None and lender.home.type == "Enterprise")
    topical = " of " in borrower.text.casefold()
    return firm and topical and borrower.homeless and borrower.level is None


def _has_place(title: Title) -> bool:
    return title.country is not None or (title.home is not None and title.home.type == "Place")


def _borrows(title: Title) -> bool:
    heads = words("en", "posts", "attachment.borrowers")
    return title.homeless and title.head.split()[-1] in heads and title.level != "municipal"
