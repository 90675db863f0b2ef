"""Short forms by which an article goes on to name people and companies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graphbuild import gazetteer
from graphbuild.extract.phrases import Phrase, namelike
from graphbuild.languages import mapping, phrases, words
from graphbuild.languages.people import surnames

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graphbuild.extract.phrases import Board

_PARTICLES: Final = frozenset({"al", "bin", "de", "del", "la", "van", "von", "der", "da", "dos", "el", "ben", "ibn", "abu", "di", "du", "le"})
_SUFFIXES: Final = frozenset({"jr.", "jr", "sr.", "sr", "ii", "iii", ","})


def person_aliases(names: Sequence[str]) -> dict[str, str]:
    """Map short forms, in lower case, to the full name they shorten; ambiguous ones map to the first."""
    found: dict[str, str] = {}
    for name in names:
        parts = [bare for part in name.replace("·", " ").split() if (bare := part.strip(",")) and bare.casefold() not in _SUFFIXES]
        if len(parts) >= 2:
            found.setdefault(" ".join(name.split()).casefold(), name)
            found.setdefault(" ".join(parts).casefold(), name)
            for form in _short_forms(parts, dotted="·" in name):
                found.setdefault(form.casefold(), name)
    return found


def _short_forms(parts: list[str], *, dotted: bool) -> list[str]:
    if parts[0].casefold() in surnames() and len(parts) == 2:
        return [parts[0]]
    last = parts[-1]
    forms = [last, *last.split("-")[:1], parts[0]] if dotted else [last]
    particle = next((i for i in range(1, len(parts) - 1) if parts[i].casefold() in _PARTICLES), None)
    if particle is not None:
        forms.append(" ".join(parts[particle:]))
    if len(parts) >= 3:
        forms.append(f"{parts[-2]} {last}")
    return forms if len(last) > 2 else forms[1:]


def company_core(name: str) -> tuple[str, ...]:
    """Return the words of a company's name without its legal form and leading place."""
    text = name.replace(",", " , ")
    low = text.casefold().split()
    for form in phrases("en", "enterprises", "legal_forms"):
        spaced = " ".join(form).replace(",", " , ").split()
        if low[-len(spaced) :] == spaced:
            text = " ".join(text.split()[: -len(spaced)])
            break
    parts = text.replace("(", " ").replace(")", " ").split()
    if len(parts) > 2 and gazetteer.lookup(parts[0]):
        parts = parts[1:]
    return tuple(parts)


def bare_places(boards: Sequence[Board]) -> frozenset[str]:
    """Return what the article's divisions and bodies are called without kind or level: "Wanli" of "Wanli County"."""
    found: set[str] = set()
    levels = mapping("en", "bodies", "levels")
    for board in boards:
        line = board.line.words
        for phrase in board.phrases:
            if phrase.rule == "division" and phrase.end - phrase.start == 2:
                found.add(line[phrase.start].text)
            elif phrase.type == "Body":
                marks = [i for i in range(phrase.start + 1, phrase.end) if line[i].low in levels]
                if marks and line[marks[0] - 1].capital and marks[0] - 1 >= phrase.start and line[marks[0] - 1].low != "cpc":
                    found.add(line[marks[0] - 1].text)
    return frozenset(found)


def find_bare(board: Board, bare: frozenset[str]) -> None:
    """Pin a division of the article where it is named without its kind: "in Wanli"."""
    line = board.line.words
    for index, word in enumerate(line):
        if word.text not in bare or not board.open(index, index + 1):
            continue
        alone = all(not (0 <= i < len(line) and board.free(i) and namelike(line[i])) for i in (index - 1, index + 1))
        if alone and board.line.role != "title" and word.low not in surnames():
            board.unpin_unsure(index, index + 1)
            board.pin(Phrase(index, index + 1, "Place", "bare-division", head=index))


def find_short_companies(board: Board, names: Sequence[str], places: frozenset[str] = frozenset()) -> None:
    """Pin "Lantu Optics" or "Lantu" where the article has "Wenhai Lantu Optics Co., Ltd."."""
    cores = {core for name in names if len(core := company_core(name)) >= 2}
    line, index = board.line.words, 0
    while index < len(line):
        end = _short_until(board, index, cores) if line[index].capital else 0
        if end == index + 1 and line[index].text in places:
            end = 0
        if end:
            board.unpin_unsure(index, end)
            board.pin(Phrase(index, end, "Enterprise", "short-company", head=end - 1, sure=False))
        index = max(end, index + 1)


def _short_until(board: Board, start: int, cores: set[tuple[str, ...]]) -> int:
    line = board.line.words
    for end in range(min(len(line), start + 4), start, -1):
        text = tuple(word.text for word in line[start:end])
        clean = board.open(start, end) and (end == len(line) or not (namelike(line[end]) and board.free(end) and line[end].ent == "ORG"))
        if clean and any(_shortens(text, core) for core in cores):
            return end
    return 0


def _shortens(text: tuple[str, ...], core: tuple[str, ...]) -> bool:
    """Whether `text` is a run of `core` that holds its distinctive first word or two."""
    size = len(text)
    if size == 1:
        trade = words("en", "enterprises", "trade_heads")
        return text[0] == core[0] and text[0] not in trade and len(text[0]) > 3 and not gazetteer.lookup(text[0])
    return any(core[i : i + size] == text for i in range(min(2, len(core) - size + 1)))


def find_recased(board: Board, sites: Sequence[tuple[str, str]]) -> None:
    """Pin a site's name of several words again where it is written small ("the coastal corridor")."""
    known = {tuple(name.casefold().split()): type_ for name, type_ in sites if len(name.split()) >= 3}
    lows = [word.low for word in board.line.words]
    for name in sorted(known, key=lambda name: (-len(name), name)):
        for start in range(len(lows) - len(name) + 1):
            end = start + len(name)
            if tuple(lows[start:end]) == name and all(board.free(i) for i in range(start, end)):
                board.pin(Phrase(start, end, known[name], "recased", head=end - 1))
