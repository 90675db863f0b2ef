"""Places and their hierarchy: China's divisions to the county, and the world's countries and larger cities.

The data are compressed tables made by ``scripts/make_gazetteer.py``; README.md beside them states
origin and licence. They are read once, when the first place is asked for. `using` adds the places
of a user for as long as a block runs.
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from graphbuild.gazetteer import user
from graphbuild.gazetteer.index import Gazetteer, read_lines
from graphbuild.gazetteer.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = [
    "Gazetteer",
    "Place",
    "ancestors",
    "demonym",
    "gazetteer",
    "in_china",
    "lookup",
    "place",
    "read_places",
    "using",
]

_HERE = Path(__file__).parent
_DEMONYMS = _HERE.parent / "languages" / "en" / "demonyms.tsv"
_ACTIVE: Final[ContextVar[Gazetteer | None]] = ContextVar("graphbuild_gazetteer", default=None)


def gazetteer() -> Gazetteer:
    """Return the gazetteer in use: the national one, with the places of the block of `using`."""
    active = _ACTIVE.get()
    return _national() if active is None else active


@contextmanager
def using(places: Iterable[Place]) -> Iterator[Gazetteer]:
    """Let `places` be known to all functions here until the block ends, in this thread alone.

    Blocks may stand in one another. What was known before is known again afterwards, also when the
    block ends in an error.
    """
    added = tuple(places)
    token = _ACTIVE.set(_extended(gazetteer(), added) if added else _ACTIVE.get())
    try:
        yield gazetteer()
    finally:
        _ACTIVE.reset(token)


def read_places(paths: str | Path | Iterable[str | Path]) -> tuple[Place, ...]:
    """Return the places of a user's list, or of several, for `using`.

    Raises ReadError as `user.read_places` does.
    """
    listed = [paths] if isinstance(paths, str | Path) else paths
    return user.read_places(listed, gazetteer())


@lru_cache(maxsize=8)
def _extended(known: Gazetteer, places: tuple[Place, ...]) -> Gazetteer:
    """Keep the last gazetteers made: a build asks for its own anew with every document."""
    return known.extended(places)


@cache
def _national() -> Gazetteer:
    files = (_HERE / "data" / name for name in ("divisions.tsv.gz", "world.tsv.gz"))
    lines = (line for path in files for line in read_lines(path))
    words = (line.split("\t") for line in read_lines(_HERE / "words.tsv"))
    return Gazetteer(lines, {word.casefold(): frozenset(kinds.split(";")) for word, kinds in words})


def lookup(name: str) -> tuple[Place, ...]:
    """Return every place of this name, the highest level first, then by code.

    `name` may be a full name, a bare one or another name in use, in English or Chinese. Case,
    diacritics, apostrophes, hyphens, spaces and a leading "the" do not count, except that "us" or
    "uk" in small letters is no place. A generic word may stand in for the official one ("Jilin
    Municipality"). Names that are also common words ("Nice", "Mobile") are found: context decides.
    """
    return gazetteer().lookup(name)


def place(code: str) -> Place:
    """Return the place of a code such as "cn-220200"; KeyError when there is none."""
    return gazetteer().place(code)


def ancestors(place: Place) -> tuple[Place, ...]:
    """Return the places above, nearest first, up to the country; empty for a country."""
    return gazetteer().ancestors(place)


def in_china(place: Place) -> bool:
    """Tell whether a place is a division of China, by the national tables or by a user's list."""
    return place.code.startswith("cn-") or any(above.code == "country-CN" for above in ancestors(place))


def demonym(word: str) -> Place | None:
    """Return the country that "Mexican" or "Emirati" speaks of, or None.

    The first letter must be a capital: "polish" is no country's. A plural in -s counts.
    """
    codes = _demonyms()
    code = codes.get(word) or codes.get(word.removesuffix("s"))
    return place(f"country-{code}") if code else None


@cache
def _demonyms() -> dict[str, str]:
    return dict(line.split("\t") for line in read_lines(_DEMONYMS))
