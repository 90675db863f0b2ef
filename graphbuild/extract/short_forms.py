"""Second pass: companies, divisions and sites of the article where it names them by a shorter form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graphbuild import gazetteer
from graphbuild.extract.aliases import company_core
from graphbuild.extract.phrases import Phrase
from graphbuild.languages import mapping, words
from graphbuild.languages.people import surnames

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graphbuild.extract.phrases import Board

_LONGEST: Final = 4
_RECASED: Final = 3
"""How many words a site's name must have to be known without its capitals."""


def bare_places(boards: Sequence[Board]) -> frozenset[str]:
    """Return what the article's divisions and bodies are called without kind or level.

    "Wanli" of "Wanli County" and of "Wanli County Finance Bureau".
    """
    found = (_bare_name(board, phrase) for board in boards for phrase in board.phrases)
    return frozenset(name for name in found if name is not None)


def _bare_name(board: Board, phrase: Phrase) -> str | None:
    if phrase.rule == "division" and phrase.end - phrase.start == 2:
        return board.words[phrase.start].text
    if phrase.type != "Body":
        return None
    levels = mapping("en", "bodies", "levels")
    mark = next((i for i in range(phrase.start + 1, phrase.end) if board.low(i) in levels), None)
    if mark is None or not board.words[mark - 1].capital or board.low(mark - 1) == "cpc":
        return None
    return board.words[mark - 1].text


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
    return any(core[i : i + size] == text for i in range(min(2, len(core) - size + 1)))


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
