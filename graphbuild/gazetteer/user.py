"""Places that a user adds for one build: a table of names, kinds and the places above them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from graphbuild.errors import ReadError
from graphbuild.gazetteer.index import read_lines
from graphbuild.gazetteer.names import name_key
from graphbuild.gazetteer.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from graphbuild.gazetteer.index import Gazetteer

NEEDED: Final = ("name", "kind", "parent")
OPTIONAL: Final = ("native", "code", "population")
LARGEST: Final = 16 * 2**20
"""Bytes that a list may have."""

_COUNTRY: Final = 0
_LEAST_LEVEL: Final = 2
_LONGEST_NAME: Final = 200
_LEVELS: Final = Path(__file__).parent / "levels.tsv"


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of a list as it is written; `where` names file and line in messages."""

    source: str
    line: int
    name: str
    kind: str
    parent: str
    native: str = ""
    code: str = ""
    population: str = ""

    def error(self, problem: str) -> ReadError:
        return ReadError(self.source, f"line {self.line}: {problem}")


def read_places(paths: Iterable[str | Path], known: Gazetteer) -> tuple[Place, ...]:
    """Return the places of tab-separated lists; `known` holds the places that they may lie in.

    The first line names the columns: `NEEDED`, and any of `OPTIONAL`. A parent is the name or code
    of another place of the lists, or of one in `known`. Places without a code get ``user-`` and
    their name. Raises ReadError, naming file and line, for a column that is missing or unknown, a
    kind or parent that is unknown, a parent that could be several places, and a place listed twice.
    """
    rows = [row for path in paths for row in _rows(Path(path))]
    coded = _coded(rows)
    _refuse_repeats(coded, known)
    return _Hierarchy(coded, known).places()


def _rows(path: Path) -> Iterator[_Row]:
    lines = _text(path).splitlines()
    filled = [(number, line) for number, line in enumerate(lines, 1) if line.strip() and line[0] != "#"]
    if not filled:
        raise ReadError(str(path), f"an empty list; its first line should be {_tabbed(NEEDED)}")
    columns = _columns(path, filled[0][1])
    for number, line in filled[1:]:
        yield _row(path, number, columns, line)


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise ReadError(str(path), f"the list of places cannot be read: {error.strerror or error}") from None
    if len(data) > LARGEST:
        raise ReadError(str(path), f"a list of places may have {LARGEST // 2**20} MiB at most")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ReadError(str(path), "a list of places should be UTF-8 text") from None


def _columns(path: Path, header: str) -> tuple[str, ...]:
    columns = tuple(cell.strip().casefold() for cell in header.split("\t"))
    allowed = NEEDED + OPTIONAL
    missing = [name for name in NEEDED if name not in columns]
    wrong = [name for name in columns if name not in allowed or columns.count(name) > 1]
    if missing:
        raise ReadError(
            str(path), f"no column {' and '.join(missing)}; the first line should be {_tabbed(NEEDED)}"
        )
    if wrong:
        raise ReadError(str(path), f"column {wrong[0]!r} is unknown or repeated; use {', '.join(allowed)}")
    return columns


def _tabbed(names: Sequence[str]) -> str:
    return " <tab> ".join(names)


def _row(path: Path, number: int, columns: tuple[str, ...], line: str) -> _Row:
    cells = [" ".join(cell.split()) for cell in line.split("\t")]
    if len(cells) > len(columns):
        raise ReadError(str(path), f"line {number}: {len(cells)} cells under {len(columns)} columns")
    row = _Row(
        str(path), number, **{"name": "", "kind": "", "parent": "", **dict(zip(columns, cells, strict=False))}
    )
    if not name_key(row.name):
        raise row.error("a place without a name")
    if any(len(cell) > _LONGEST_NAME or not cell.isprintable() for cell in cells):
        raise row.error(f"a cell has characters that do not print, or more than {_LONGEST_NAME}")
    if row.population and not (row.population.isascii() and row.population.isdigit()):
        raise row.error(f"population {row.population!r} is no whole number")
    return row


def _coded(rows: list[_Row]) -> list[_Row]:
    """Give each row a code; the parent tells places of one name apart, in any order of the rows."""
    namesakes = Counter(_slug(row.name) for row in rows)
    coded = []
    for row in rows:
        name = _slug(row.name)
        code = f"user-{name}" if namesakes[name] == 1 else f"user-{name}-{_slug(row.parent)}"
        coded.append(replace(row, code=row.code or code))
    return coded


def _slug(name: str) -> str:
    return re.sub(r"[\W_]+", "-", name.casefold()).strip("-")


def _refuse_repeats(rows: list[_Row], known: Gazetteer) -> None:
    codes: dict[str, _Row] = {}
    for row in rows:
        if row.code in known:
            raise row.error(f"code {row.code} is that of {known.place(row.code).name}; choose another")
        first = codes.setdefault(row.code, row)
        if first is not row:
            where = (
                f"line {first.line}" if first.source == row.source else f"{first.source}, line {first.line}"
            )
            raise row.error(
                f"{row.name} has the code {row.code} of {where}: list a place once, or give it a code"
            )


class _Hierarchy:
    """Turns rows into places from the top down."""

    def __init__(self, rows: list[_Row], known: Gazetteer) -> None:
        self._rows = {row.code: row for row in rows}
        self._known = known
        self._places: dict[str, Place] = {}
        self._named: dict[str, list[str]] = {}
        for row in rows:
            self._named.setdefault(name_key(row.name), []).append(row.code)

    def places(self) -> tuple[Place, ...]:
        """Return the places of all rows by code."""
        return tuple(self._place(code, ()) for code in sorted(self._rows))

    def _place(self, code: str, below: tuple[str, ...]) -> Place:
        if code not in self._rows:
            return self._known.place(code)
        if code not in self._places:
            row = self._rows[code]
            if code in below:
                raise row.error(f"{row.name} lies in itself, by way of {row.parent}")
            self._places[code] = self._made(row, (*below, code))
        return self._places[code]

    def _made(self, row: _Row, below: tuple[str, ...]) -> Place:
        kind, level = _kind(row)
        parent = self._parent(row)
        above = self._place(parent, below) if parent else None
        rank = level if level is not None else max(_LEAST_LEVEL, above.level + 1 if above else 0)
        if above is None and rank != _COUNTRY:
            raise row.error(f"{row.name} has no parent; only a Country may be without one")
        if above is not None and rank <= above.level:
            raise row.error(f"{row.name}, a {row.kind}, cannot lie in {above.name}, a {above.kind}")
        self._refuse_known(row, parent)
        bare = _bare(row.name, kind)
        return Place(row.code, row.name, bare, row.native, kind, rank, parent, int(row.population or 0))

    def _parent(self, row: _Row) -> str:
        """Return the code of the place above: one of the lists goes before one that is known."""
        name = row.parent
        if not name or name in self._rows or name in self._known:
            return name
        found = [code for code in self._named.get(name_key(name), ()) if code != row.code]
        found = found or self._best(name)
        if not found:
            raise row.error(f"parent {name!r} is unknown: list it too, or use the name of a known place")
        if len(found) > 1:
            raise row.error(f"parent {name!r} could be any of {', '.join(found)}: write one of these codes")
        return found[0]

    def _best(self, name: str) -> list[str]:
        """Return the known places of a full name; of any of their names when none has it in full."""
        places = self._known.lookup(name)
        full = [place.code for place in places if name_key(place.name) == name_key(name)]
        return full or [place.code for place in places]

    def _refuse_known(self, row: _Row, parent: str) -> None:
        for place in self._known.lookup(row.name):
            if place.parent == parent and name_key(place.name) == name_key(row.name):
                raise row.error(f"{row.name} is known already, as {place.code}: take the line out")


def _kind(row: _Row) -> tuple[str, int | None]:
    kinds = _kinds()
    if row.kind.casefold() not in kinds:
        near = get_close_matches(row.kind.casefold(), kinds, 1)
        shown = ", ".join(name for name, _, _ in kinds.values())
        hint = f"did you mean {kinds[near[0]][0]}?" if near else f"use one of {shown}"
        raise row.error(f"kind {row.kind!r} is unknown; {hint}")
    _, kind, level = kinds[row.kind.casefold()]
    return kind, level


@cache
def _kinds() -> dict[str, tuple[str, str, int | None]]:
    rows = (line.split("\t") for line in read_lines(_LEVELS))
    return {name.casefold(): (name, kind, int(level) if level else None) for name, kind, level in rows}


def _bare(name: str, kind: str) -> str:
    """Return a name without the word of its kind: "Yanxi" for Yanxi County."""
    stem = name.removesuffix(kind).rstrip()
    return stem if stem and stem != name else name
