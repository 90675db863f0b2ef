"""When a name or a title of a graph agrees with one of gold."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final, TypedDict

_GAPS: Final = re.compile(r"\W+")
_ARTICLE: Final = re.compile(r"^(?:the|a|an) ")
_PROJECT: Final = " project"


class _Lists(TypedDict):
    ranks: list[str]
    homes: list[str]
    spellings: dict[str, str]


@cache
def _lists() -> _Lists:
    text = files(__package__).joinpath("agreement.toml").read_text(encoding="utf-8")
    lists: _Lists = tomllib.loads(text)  # type: ignore[assignment]
    return lists


@lru_cache(maxsize=65_536)
def plain(name: str) -> str:
    """Return a name as it is compared: letters and digits alone, without case, article and "project".

    Compatibility forms are folded (NFKC), every run of other characters becomes one space.
    """
    words = _GAPS.sub(" ", unicodedata.normalize("NFKC", name).casefold()).strip()
    words = _ARTICLE.sub("", words)
    return words.removesuffix(_PROJECT)


def same_title(wanted: Iterable[str], found: Iterable[str]) -> bool:
    """Whether any of the plain titles wanted agrees with any found.

    They agree when they are equal, or when the words of one are all in the other ("under secretary"
    and "under secretary of state"), the head word of the longer is kept, and both have the same words
    of rank: a minister is no prime minister.
    """
    others = tuple(found)
    return any(_agree(one, other) for one in wanted for other in others)


def _agree(one: str, other: str) -> bool:
    if not one or not other:
        return False
    if one == other:
        return True
    one, other = _spelt(one), _spelt(other)
    few, many = sorted((one, other), key=lambda title: len(_words(title)))
    return (
        " " in one + other
        and _words(few) <= _words(many)
        and _head(many) in _words(few)
        and _ranks(one) == _ranks(other)
    )


def _words(title: str) -> frozenset[str]:
    return frozenset(title.split())


def _ranks(title: str) -> frozenset[str]:
    return _words(title) & frozenset(_lists()["ranks"])


def _spelt(title: str) -> str:
    for together, apart in _lists()["spellings"].items():
        title = re.sub(rf"\b{together}\b", apart, title)
    return title


def _head(title: str) -> str:
    homes = "|".join(_lists()["homes"])
    return re.split(f" (?:{homes}) ", title, maxsplit=1)[0].split()[-1]
