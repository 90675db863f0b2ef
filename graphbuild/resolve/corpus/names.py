"""Names of people for comparison: folded, without particles, and whether one may be a form of another."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import Final

from rapidfuzz.distance import JaroWinkler

from graphbuild.languages import rows, words
from graphbuild.languages.people import given_names, is_given_name, is_syllable, surnames

_BREAKS: Final = re.compile(r"[\s·,()\"“”\-‐‑–]+")
_ALIKE: Final = 0.9
"""Jaro-Winkler similarity from which two spellings of a part may be one: Zelensky and Zelenskyy."""


class Form(StrEnum):
    """How one name may stand for another; the values are the names of weights."""

    SAME = "same"
    FLIPPED = "flipped"
    SUBSET = "subset"
    NICKNAME = "nickname"
    SPELLING = "spelling"
    SHORT = "short"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Name:
    """A folded name: `parts` in the order written, without particles, initials and suffixes.

    `patronymic` says that a particle makes what follows the name of the father ("bin").
    """

    parts: tuple[str, ...]
    initials: frozenset[str] = frozenset()
    patronymic: bool = False

    @property
    def short(self) -> bool:
        """Whether one part is all that is known, as in "Secretary Solberg"."""
        return len(self.parts) < 2

    @property
    def chinese(self) -> bool:
        """Whether it reads as a Chinese name in pinyin: few syllables, so that many people share it."""
        if len(self.parts) != 2:
            return False
        flipped = tuple(reversed(self.parts))
        return any(one in surnames() and is_given_name(two) for one, two in (self.parts, flipped))


def fold(text: str) -> str:
    """Return a text in lower case without diacritics; letters that have no plain form stay."""
    spread = unicodedata.normalize("NFKD", text.replace("’", "'").replace("ı", "i"))
    return "".join(char for char in spread if not unicodedata.combining(char)).casefold()


@lru_cache(maxsize=16384)
def read_name(text: str) -> Name:
    """Return the parts of a name. A name of particles or initials alone keeps them."""
    raw = [part for part in _BREAKS.split(fold(text)) if part]
    tokens = [token for part in raw for token in _split_initials(part)]
    left = [token for token in tokens if token.strip(".") not in _dropped()]
    parts = tuple(token.replace("'", "") for token in left if len(token.strip(".")) > 1)
    initials = frozenset(token[0] for token in left if len(token.strip(".")) == 1 and token[0].isalpha())
    son = bool(words("en", "identity", "patronymics") & set(tokens[1:]))
    return Name(
        parts or tuple(left) or tuple(tokens) or (fold(text),), initials if parts else frozenset(), son
    )


def _split_initials(part: str) -> list[str]:
    """Split "j.d." into its letters; other parts are whole."""
    letters = part.split(".")
    return [letter for letter in letters if letter] if "." in part and max(map(len, letters)) < 2 else [part]


@cache
def _dropped() -> frozenset[str]:
    lists = ("juniors", "ordinals", "particles", "surname_particles")
    found = frozenset[str]().union(*(words("en", "names", each) for each in lists))
    return frozenset(word.strip(".") for word in found) | words("en", "identity", "honorifics")


@cache
def nicknames() -> dict[str, frozenset[str]]:
    """Return for each given name the formal names that it may stand for."""
    found: dict[str, set[str]] = {}
    for formal, *short in rows("en", "nicknames"):
        for name in (formal, *(each for cell in short for each in cell.split())):
            found.setdefault(name, set()).add(formal)
    return {name: frozenset(formals) for name, formals in found.items()}


@lru_cache(maxsize=16384)
def name_block(text: str) -> str:
    """Return the key that one name has in either order and with the usual slips of pinyin."""
    name = read_name(text)
    return " ".join(sorted(map(_unslipped, name.parts) if _pinyin(name) else name.parts))


def _pinyin(name: Name) -> bool:
    return len(name.parts) == 2 and any(part in surnames() for part in name.parts)


def _unslipped(part: str) -> str:
    """Fold what is often mistaken in pinyin: final n and ng, and zh, ch, sh without their h."""
    return re.sub(r"ng(?![aeiouü])", "n", re.sub(r"(?<=[zcs])h", "", part))


@lru_cache(maxsize=16384)
def form(left: str, right: str) -> Form:
    """Return how two names may be forms of one, the closest that fits."""
    one, two = read_name(left), read_name(right)
    if one.parts == two.parts:
        return Form.SAME if _initials_agree(one, two) else Form.NONE
    if "".join(one.parts) == "".join(two.parts):  # Tae-yong and Taeyong
        return Form.SAME
    if sorted(one.parts) == sorted(two.parts):
        return Form.FLIPPED
    if one.short or two.short:
        return Form.SHORT if _contains(one, two) else Form.NONE
    return _variant(one, two) if _initials_agree(one, two) else Form.NONE


def _contains(one: Name, two: Name) -> bool:
    short, long = sorted((one, two), key=lambda name: len(name.parts))
    return bool(short.parts) and short.parts[0] in long.parts


def _initials_agree(one: Name, two: Name) -> bool:
    """Whether middle letters, where both give some, have one in common."""
    first = one.initials | {part[0] for part in one.parts[1:-1]}
    second = two.initials | {part[0] for part in two.parts[1:-1]}
    compared = (one.initials and second) or (two.initials and first)
    return not compared or bool(first & second)


def _variant(one: Name, two: Name) -> Form:
    short, long = sorted((one, two), key=lambda name: (len(name.parts), name.parts))
    # Khalid bin Salman is no Salman: without the first name it is the father's.
    if _inside(short.parts, long.parts) and (short.parts[0] == long.parts[0] or not long.patronymic):
        return Form.SUBSET
    last = _alike(one.parts[-1], two.parts[-1])
    if not last or one.chinese or two.chinese:
        return _slip(one, two)
    if one.parts[-1] == two.parts[-1] and nickname(one.parts[0], two.parts[0]):
        return Form.NICKNAME
    return Form.SPELLING if _alike(one.parts[0], two.parts[0]) and not _two_names(one, two) else Form.NONE


def _inside(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the parts of the short name stand in the long one in their order, at one end of it."""
    rest = iter(long)
    ends = short[-1] == long[-1] or short[0] == long[0]
    return len(short) < len(long) and ends and all(part in rest for part in short)


def _slip(one: Name, two: Name) -> Form:
    same = sorted(map(_unslipped, one.parts)) == sorted(map(_unslipped, two.parts))
    return Form.SPELLING if same else Form.NONE


def _two_names(one: Name, two: Name) -> bool:
    """Whether the given names differ and each is a name of its own: Jon and Joan are two people."""
    first, second = one.parts[0], two.parts[0]
    return first != second and first in given_names() and second in given_names()


def _alike(one: str, two: str) -> bool:
    return one == two or (one[0] == two[0] and float(JaroWinkler.similarity(one, two)) >= _ALIKE)


def nickname(one: str, two: str) -> bool:
    """Whether two given names may stand for one formal name, as Bill and William."""
    table = nicknames()
    return bool(table.get(one, frozenset((one,))) & table.get(two, frozenset((two,))))


def commonness(text: str) -> str:
    """Return how many bear such a name: "common", "shared", "frequent" or "rare".

    Pinyin of two syllables is common, of three shared; one of the most common surnames is frequent.
    """
    name = read_name(text)
    if name.chinese:
        return "common" if all(map(is_syllable, name.parts)) else "shared"
    return "frequent" if name.parts[-1] in words("en", "identity", "common_surnames") else "rare"


def telling(part: str) -> bool:
    """Whether a part of a name tells of one family: no given name, and no surname of the most common."""
    return (
        part not in given_names()
        and part not in surnames()
        and part not in words("en", "identity", "common_surnames")
    )
