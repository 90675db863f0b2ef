"""Places and their hierarchy: China's divisions to the county, and the world's countries and larger cities.

The data are compressed tables made by ``scripts/make_gazetteer.py``; README.md beside them states
origin and licence. They are read once, when the first place is asked for.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from graphbuild.gazetteer.index import Gazetteer, read_lines
from graphbuild.gazetteer.place import Place

__all__ = ["Gazetteer", "Place", "ancestors", "demonym", "gazetteer", "lookup", "place"]

_HERE = Path(__file__).parent
_DEMONYMS = _HERE.parent / "languages" / "en" / "demonyms.tsv"


@cache
def gazetteer() -> Gazetteer:
    """Return the national gazetteer, read on the first call and shared from then on."""
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
