"""Second pass: companies, divisions and sites of the article where it names them by a shorter form."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from graphbuild import gazetteer
from graphbuild.extract.aliases import company_core
from graphbuild.extract.phrases import Phrase
from graphbuild.languages import mapping, words
from graphbuild.languages.people import given_names, surnames

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graphbuild.extract.phrases import Board

_LONGEST: Final = 4
_ENDS: Final = 2
_KINDS: Final = frozenset({"Division", "District", "Range", "Region", "Zone"})
_RECASED: Final = 3
"""How many words a site's name must have to be known without its capitals."""


def bare_places(boards: Sequence[Board]) -> frozenset[str]:
    """Return what the article's divisions and bodies are called without kind or level.

    "Wanli" of "Wanli County" and of "Wanli County Finance Bureau".
    """
    found = (_bare_name(board, phrase) for board in boards for phrase in board.phrases)
    return frozenset(name for name in found if name is not None)


def single_places(boards: Sequence[Board]) -> frozenset[str]:
    """Return the names of one word that the article uses for places."""
    places = [(board, phrase) for board in boards for phrase in board.of_type("Place")]
    return frozenset(
        board.words[phrase.start].text for board, phrase in places if phrase.end - phrase.start == 1
    )


def _bare_name(board: Board, phrase: Phrase) -> str | None:
    size = {"division": 2, "division-listed": 1, "governed": 1}.get(phrase.rule)
    if phrase.type == "Place" and phrase.end - phrase.start == size:
        return board.words[phrase.start].text
    if phrase.type != "Body":
        return None
    levels = mapping("en", "bodies", "levels")
    mark = next((i for i in range(phrase.start + 1, phrase.end) if board.low(i) in levels), None)
    organs = words("en", "bodies", "heads") | words("en", "bodies", "party_marks")
    if mark is None or not board.words[mark - 1].capital or board.low(mark - 1) in organs:
        return None
    return board.words[mark - 1].text


def split_governed(board: Board, places: frozenset[str]) -> None:
    """Part the place from the name in "Deputy Commissioner Khuzdar N": in South Asia it stands between.

    `places` are the names by which the article knows places; what follows a word of kind needs none.
    """
    for person in board.of_type("Official"):
        end = _governed_until(board, person, places)
        if not person.start < end < person.end:
            continue
        beside = board.starting(person.end)
        stop = beside.end if beside is not None and beside.type == "Official" else person.end
        board.unpin(person.start, stop)
        board.pin(Phrase(person.start, end, "Place", "governed", head=end - 1))
        board.pin(replace(person, start=end, end=stop, head=end))


def _governed_until(board: Board, person: Phrase, places: frozenset[str]) -> int:
    """Return where the place at the head of a person's name ends; its start when there is none."""
    start = person.start
    title, pair = board.low(start - 1), f"{board.low(start - 2)} {board.low(start - 1)}"
    if not {title, pair} & words("en", "posts", "homes.before_names"):
        return start
    kind = next((i for i in range(start + 1, person.end) if board.words[i].text in _KINDS), None)
    if kind is not None:
        return kind + 1
    first = board.words[start]
    known = first.text in places or any(place.level <= 1 for place in gazetteer.lookup(first.text))
    return start + 1 if known and first.low not in given_names() else start


def find_bare(board: Board, bare: frozenset[str]) -> None:
    """Pin a division of the article where it is named without its kind: "in Wanli"."""
    if board.line.headline:
        return
    for index, word in enumerate(board.words):
        if word.text not in bare or word.low in surnames() or not board.open(index, index + 1):
            continue
        if not board.name_at(index - 1) and not board.name_at(index + 1):
            board.unpin_unsure(index, index + 1)
            board.pin(Phrase(index, index + 1, "Place", "bare-division", head=index))


def find_short_companies(board: Board, names: Sequence[str], places: frozenset[str] = frozenset()) -> None:
    """Pin "Lantu Optics" or "Lantu" where the article has "Wenhai Lantu Optics Co., Ltd.".

    `names` are the full names; a single word in `places` is the place that it names.
    """
    cores = {core for name in names if len(core := company_core(name)) >= 2}
    index = 0
    while index < len(board.words):
        end = _short_until(board, index, cores) if cores and board.words[index].capital else 0
        if end == index + 1 and board.words[index].text in places:
            end = 0
        if end:
            board.unpin_unsure(index, end)
            board.pin(Phrase(index, end, "Enterprise", "short-company", head=end - 1, sure=False))
        index = max(end, index + 1)


def _short_until(board: Board, start: int, cores: set[tuple[str, ...]]) -> int:
    for end in range(min(len(board.words), start + _LONGEST), start, -1):
        goes_on = board.name_at(end) and board.words[end].ent == "ORG"
        if goes_on or not board.open(start, end):
            continue
        text = tuple(word.text for word in board.words[start:end])
        if any(_shortens(text, core) for core in cores):
            return end
    return 0


def _shortens(text: tuple[str, ...], core: tuple[str, ...]) -> bool:
    """Whether `text` is a run of `core` that holds its distinctive first word or two."""
    size = len(text)
    if size == 1:
        trade = words("en", "enterprises", "trade_heads")
        distinct = text[0] == core[0] and text[0] not in trade and len(text[0]) > 3
        return distinct and not gazetteer.lookup(text[0])
    ends = size == _ENDS and len(core) > size and text == (core[0], core[-1])
    return ends or any(core[i : i + size] == text for i in range(min(2, len(core) - size + 1)))


def find_recased(board: Board, sites: Sequence[tuple[str, str]]) -> None:
    """Pin a site's name of several words again where it is written small ("the coastal corridor").

    `sites` are (name, type) pairs.
    """
    known = {tuple(name.casefold().split()): type_ for name, type_ in sites if len(name.split()) >= _RECASED}
    lows = [word.low for word in board.words]
    for name in sorted(known, key=lambda name: (-len(name), name)):
        for start in range(len(lows) - len(name) + 1):
            end = start + len(name)
            if tuple(lows[start:end]) == name and board.all_free(start, end):
                board.pin(Phrase(start, end, known[name], "recased", head=end - 1))
