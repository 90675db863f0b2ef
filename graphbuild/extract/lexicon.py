"""Word classes that several grammars share, made of the lists in ``languages/en``.

Whatever one grammar alone asks for it reads itself, with `graphbuild.languages.words`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from graphbuild import gazetteer
from graphbuild.languages import mapping
from graphbuild.languages import words as listed

if TYPE_CHECKING:
    from graphbuild.model import Word

POSSESSIVE: Final = frozenset({"'s", "'"})
_ATTACHED: Final = re.compile(r"(?:al|el|a[dnrstz]|ash|ul|bin|ibn|abd)-[A-Z]")
"""Particles written with the name: "al-Tamimi"."""
_FUNCTION_POS: Final = frozenset({"DET", "ADP", "PRON", "SCONJ", "CCONJ", "AUX", "PART", "INTJ", "PUNCT"})


def namelike(word: Word) -> bool:
    """Whether a word may stand inside a proper name: capitalised or a number, and no function word."""
    if word.low in listed("en", "names", "counting"):
        return word.capital or word.low in listed("en", "names", "numbering")
    if not word.capital:
        return _ATTACHED.match(word.text) is not None
    return not (word.stop and word.pos in _FUNCTION_POS) and word.low not in listed("en", "names", "openers")


def is_degree(word: Word) -> bool:
    """Whether a word is an academic degree as one writes it: "BA", "Ph.D.", not the surname "Ba"."""
    written = "." in word.text or word.text != word.text.capitalize()
    return written and word.low in listed("en", "names", "degrees")


@cache
def title_words() -> frozenset[str]:
    """Return heads, acronyms and modifiers of titles: no name goes on over them."""
    acronyms = {acronym.casefold() for acronym in listed("en", "posts", "acronyms")}
    return listed("en", "posts", "heads") | listed("en", "posts", "modifiers") | acronyms


@cache
def ranks_and_titles() -> frozenset[str]:
    """Return title words and honorifics: what may stand before a person's name."""
    plurals = frozenset(mapping("en", "posts", "groups.singular"))
    return title_words() | plurals | listed("en", "posts", "honorifics.words")


@cache
def body_barrier() -> frozenset[str]:
    """Return title words at which the name of a body to their right begins."""
    heads = listed("en", "posts", "heads") - listed("en", "posts", "barriers.in_body_names")
    return heads | listed("en", "posts", "barriers.before_bodies")


def is_country(text: str) -> bool:
    """Whether the gazetteer knows a country or a territory overseas of this name."""
    return any(place.level == 0 or place.kind == "Territory" for place in gazetteer.lookup(text))


@cache
def separators() -> frozenset[str]:
    """Return what parts the members of a list: commas, semicolons and "and"."""
    return listed("en", "names", "joiners") | {",", ";", "、"}


@cache
def generations() -> frozenset[str]:
    """Return what follows a surname: "Jr.", "III"."""
    return listed("en", "names", "juniors") | listed("en", "names", "ordinals")
