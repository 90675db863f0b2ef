"""Comma-separated values (RFC 4180) in UTF-8, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import BinaryIO, Final

from graphbuild.export.parts import in_order
from graphbuild.export.tables import Cell, Row, Table, cleaned
from graphbuild.model import GraphSource

JOINT: Final = " | "
"""What stands between the texts of one cell."""

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write_csv(source: GraphSource, stream: BinaryIO, table: Table) -> None:
    """Write one table, its header first; several texts of a cell are joined with ``" | "``."""
    rows = (cleaned(row) for row in table.rows(in_order(source)))
    write_rows(stream, [name for name, _ in table.columns], rows, JOINT)


def write_rows(stream: BinaryIO, header: Iterable[str], rows: Iterable[Row], joint: str) -> None:
    """Write a header and rows; None is an empty cell, a flag ``true`` or ``false``.

    Text that a spreadsheet would take for a formula gets an apostrophe in front:
    https://owasp.org/www-community/attacks/CSV_Injection.
    """
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text, lineterminator="\r\n")  # so that a bare one in a cell is quoted
    writer.writerow(header)
    writer.writerows([_plain(cell, joint) for cell in row] for row in rows)
    text.detach()


def _plain(cell: Cell, joint: str) -> str | int | float | None:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, tuple):
        return harmless(joint.join(cell))
    return harmless(cell) if isinstance(cell, str) else cell


def harmless(text: str) -> str:
    """Return a text that no spreadsheet computes."""
    return f"'{text}" if text.startswith(_FORMULA) else text
