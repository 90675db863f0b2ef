"""The gazetteer in memory: rows by code, codes by name; a `Place` is made when it is asked for."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

from graphbuild.gazetteer.names import is_word, name_key
from graphbuild.gazetteer.place import Place

_MOST_KEPT = 100_000
"""Names whose places are kept from one question to the next: the grammars ask the same again and again."""

COLUMNS = 9
"""code, name, bare (empty: as name), native, kind, level, parent, population, aliases (";")."""


def read_lines(path: Path) -> list[str]:
    """Return the lines of a TSV file that hold data, unpacked if it is gzipped."""
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("#")]


class Gazetteer:
    """Places from rows of tab-separated text in `COLUMNS`; a later row of the same code wins."""

    def __init__(self, lines: Iterable[str], kind_words: dict[str, frozenset[str]] | None = None) -> None:
        """Index `lines`; `kind_words` are the generic words that may follow a name, with their kinds."""
        rows = (line.split("\t") for line in lines)
        self._rows = {row[0]: row for row in rows}
        self._kind_words = kind_words or {}
        self._places: dict[str, Place] = {}
        self._found: dict[str, tuple[Place, ...]] = {}

    def __len__(self) -> int:
        """Return the number of places."""
        return len(self._rows)

    def __contains__(self, code: object) -> bool:
        """Tell whether a place has this code."""
        return code in self._rows

    def __iter__(self) -> Iterator[Place]:
        """Yield every place by code."""
        return (self.place(code) for code in sorted(self._rows))

    def extended(self, places: Iterable[Place]) -> Gazetteer:
        """Return a gazetteer that knows `places` as well; this one stays as it is."""
        larger = Gazetteer((), self._kind_words)
        larger._rows = self._rows | {place.code: _cells(place) for place in places}
        return larger

    def place(self, code: str) -> Place:
        """Return the place of a code; KeyError when there is none."""
        if code not in self._places:
            self._places[code] = _place(self._rows[code])
        return self._places[code]

    def lookup(self, name: str) -> tuple[Place, ...]:
        """Return every place of this name, the highest level first, then by code."""
        if name not in self._found:
            if len(self._found) >= _MOST_KEPT:
                self._found.clear()
            found = self._named(name) or self._with_kind_word(name)
            self._found[name] = tuple(sorted(found, key=lambda place: (place.level, place.code)))
        return self._found[name]

    def ancestors(self, place: Place) -> tuple[Place, ...]:
        """Return the places above, nearest first, up to the country."""
        chain: list[Place] = []
        while place.parent:
            place = self.place(place.parent)
            chain.append(place)
        return tuple(chain)

    def _named(self, name: str) -> list[Place]:
        if is_word(name.strip()):
            return []
        return [self.place(code) for code in self._codes.get(name_key(name), ())]

    def _with_kind_word(self, name: str) -> list[Place]:
        """Read "Jilin Municipality": a bare name and a generic word that fits the kind."""
        words = name.split()
        for at in range(1, len(words)):
            kinds = self._kind_words.get(" ".join(words[at:]).casefold(), frozenset())
            if not kinds:
                continue
            found = [place for place in self._named(" ".join(words[:at])) if place.kind in kinds]
            if found:
                return found
        return []

    @cached_property
    def _codes(self) -> dict[str, tuple[str, ...]]:
        """Codes by the key of every name; built on the first lookup."""
        codes: dict[str, tuple[str, ...]] = {}
        for code, row in self._rows.items():
            for key in {name_key(name) for name in (*row[1:4], *row[8].split(";")) if name}:
                codes[key] = (*codes.get(key, ()), code)
        return codes


def _place(row: list[str]) -> Place:
    code, name, bare, native, kind, level, parent, population, _ = row
    return Place(code, name, bare or name, native, kind, int(level), parent, int(population or 0))


def _cells(place: Place) -> list[str]:
    """Return the row of a place, which has no other names."""
    above = [str(place.level), place.parent, str(place.population)]
    return [place.code, place.name, place.bare, place.native, place.kind, *above, ""]
