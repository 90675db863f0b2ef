"""Reading and checking `links.tsv`: which entity is which item of Wikidata."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Final

from graphbuild.errors import DecisionError
from graphbuild.ontology import ontology

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME: Final = "links.tsv"
"""What the table is called when it lies beside the articles."""

NEEDED: Final = ("name", "wikidata")
OPTIONAL: Final = ("type", "post", "home")
LARGEST: Final = 16 * 2**20
"""Bytes that a table may have."""

_LONGEST_CELL: Final = 500
_ITEM: Final = re.compile(
    r"(?:https?://(?:www\.)?wikidata\.org/(?:wiki|entity)/)?(Q[1-9][0-9]{0,17})", re.ASCII | re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Link:
    """One row: the entity that bears `name`, or has it as its id, is the item `wikidata` ("Q42").

    `type`, `post` (a title that it holds) and `home` (what it is of, or its post is in) tell
    namesakes apart; empty means any.
    """

    name: str
    wikidata: str
    type: str = ""
    post: str = ""
    home: str = ""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Links:
    """All rows of a table, in its order; `source` is the file."""

    rows: tuple[Link, ...] = ()
    source: str = field(default="", compare=False)


NO_LINKS: Final = Links()


def read_links(path: str | Path) -> Links:
    """Read a table: tab-separated, its first line names the columns, `NEEDED` and any of `OPTIONAL`.

    Blank lines and lines that begin with # do not count. Raises `DecisionError`, naming file and
    line, for a column that is missing or unknown, a row without a name, an id that is none of an
    item, an unknown type, and two rows that give the same entity different ids.
    """
    source = str(path)
    filled = [
        (number, line)
        for number, line in enumerate(_text(Path(path)).split("\n"), 1)
        if line.strip() and line[0] != "#"
    ]
    if not filled:
        raise DecisionError(source, 0, f"an empty table; its first line should be {_tabbed()}")
    columns = _columns(source, *filled[0])
    rows = tuple(_link(source, number, columns, line) for number, line in filled[1:])
    _refuse_two_ids(source, rows)
    return Links(rows, source)


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise DecisionError(str(path), 0, f"cannot be read: {error.strerror or error}") from error
    if len(data) > LARGEST:
        raise DecisionError(str(path), 0, f"is longer than {LARGEST // 2**20} MiB")
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise DecisionError(str(path), 0, "is not UTF-8 text; save it as UTF-8") from error


def _columns(source: str, number: int, header: str) -> tuple[str, ...]:
    columns = tuple(cell.strip().casefold() for cell in header.split("\t"))
    allowed = NEEDED + OPTIONAL
    missing = [name for name in NEEDED if name not in columns]
    if missing:
        problem = f"no column {' and '.join(missing)}; the first line should be {_tabbed()}"
        raise DecisionError(source, number, problem)
    wrong = [name for name in columns if name not in allowed or columns.count(name) > 1]
    if wrong:
        problem = f"column {wrong[0]!r} is unknown or repeated; use {', '.join(allowed)}"
        raise DecisionError(source, number, problem)
    return columns


def _tabbed() -> str:
    return " <tab> ".join(NEEDED)


def _link(source: str, number: int, columns: Sequence[str], line: str) -> Link:
    cells = [" ".join(cell.split()) for cell in line.split("\t")]
    if len(cells) > len(columns):
        raise DecisionError(source, number, f"{len(cells)} cells under {len(columns)} columns")
    if any(len(cell) > _LONGEST_CELL for cell in cells):
        raise DecisionError(source, number, f"a cell has more than {_LONGEST_CELL} characters")
    row = dict(zip(columns, cells, strict=False))
    if not row.get("name"):
        raise DecisionError(source, number, "a row without a name")
    item = _ITEM.fullmatch(row.get("wikidata", ""))
    if item is None:
        problem = f"wikidata {row.get('wikidata', '')!r} is no id of an item, such as Q42"
        raise DecisionError(source, number, problem)
    given = row | {"wikidata": item[1].upper(), "type": _type(source, number, row.get("type", ""))}
    return Link(**given, line=number)


def _type(source: str, number: int, name: str) -> str:
    """Return the class of a row as the ontology spells it."""
    classes = {each.casefold(): each for each in ontology().classes}
    if not name or name.casefold() in classes:
        return classes.get(name.casefold(), "")
    near = get_close_matches(name.casefold(), classes, 1)
    hint = f"did you mean {classes[near[0]]}?" if near else "use one such as Official, Body or Place"
    raise DecisionError(source, number, f"type {name!r} is no class of the ontology; {hint}")


def _refuse_two_ids(source: str, rows: Sequence[Link]) -> None:
    first: dict[tuple[str, ...], Link] = {}
    for row in rows:
        known = first.setdefault(
            (row.name.casefold(), row.type, row.post.casefold(), row.home.casefold()), row
        )
        if known.wikidata != row.wikidata:
            problem = f"{row.name} is {known.wikidata} in line {known.line}: tell them apart by post or home"
            raise DecisionError(source, row.line, problem)
