"""Names of people by national lists: Chinese surnames and pinyin, and common given names of the world."""

from __future__ import annotations

from functools import cache
from typing import Final

from graphbuild.languages import rows

_MOST_SYLLABLES: Final = 3


@cache
def surnames() -> frozenset[str]:
    """Return the romanised surnames of the national list, in lower case."""
    return frozenset(row[0].casefold() for row in rows("en", "surnames"))


@cache
def given_names() -> frozenset[str]:
    """Return common given names of the world, in lower case."""
    return frozenset(row[0].casefold() for row in rows("en", "given_names"))


@cache
def _syllables() -> frozenset[str]:
    return frozenset(row[0].casefold() for row in rows("en", "syllables"))


@cache
def is_given_name(text: str) -> bool:
    """Whether a word is one to three pinyin syllables ("Guoqing", "Yi'ou"), as given names are."""
    plain = text.casefold().replace("'", "").replace("’", "").replace("-", "")
    return plain.isalpha() and _splits(plain, _MOST_SYLLABLES if len(plain) > 12 else 2)


def _splits(text: str, most: int) -> bool:
    if not text:
        return True
    if most == 0:
        return False
    return any(
        text[:size] in _syllables() and _splits(text[size:], most - 1)
        for size in range(1, min(6, len(text)) + 1)
    )


def is_syllable(text: str) -> bool:
    """Whether a word is one pinyin syllable."""
    return text.casefold() in _syllables()


@cache
def is_pinyin(text: str) -> bool:
    """Whether a capitalised word of two to four syllables is spelt in pinyin, as names of places are."""
    plain = text.casefold().replace("'", "").replace("-", "")
    return (
        len(plain) > 3
        and plain.isalpha()
        and text[:1].isupper()
        and not is_syllable(plain)
        and _splits(plain, 4)
    )
