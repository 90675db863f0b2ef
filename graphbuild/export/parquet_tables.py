"""Apache Parquet: the tables with their types, for pandas, DuckDB, Polars, R and Spark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO, Final

from graphbuild.errors import ExportError
from graphbuild.export.parts import in_order
from graphbuild.export.tables import TABLES, Kind, Row, Table, cleaned
from graphbuild.model import GraphSource

if TYPE_CHECKING:
    import pyarrow

_AT_ONCE: Final = 20_000
"""Rows of a row group: all that is in memory."""


def write_parquet(source: GraphSource, stream: BinaryIO, table: Table) -> None:
    """Write one table with Zstandard compression; a cell of several texts is a list."""
    from pyarrow import parquet

    with parquet.ParquetWriter(stream, _schema(table), compression="zstd") as writer:
        for part in _parts(source, table):
            writer.write_table(part)


def to_table(source: GraphSource, name: str) -> pyarrow.Table:
    """Return one table in memory; raise `ExportError` if there is none of that name."""
    import pyarrow

    tables = {table.name: table for table in TABLES}
    if name not in tables:
        raise ExportError(f"{name}: no such table; choose from {', '.join(tables)}")
    return pyarrow.concat_tables([_schema(tables[name]).empty_table(), *_parts(source, tables[name])])


def _parts(source: GraphSource, table: Table) -> Iterator[pyarrow.Table]:
    import pyarrow

    schema = _schema(table)
    for batch in _batches(cleaned(row) for row in table.rows(in_order(source))):
        columns = (list(column) for column in zip(*batch, strict=True))
        arrays = [pyarrow.array(cells, kind) for cells, kind in zip(columns, schema.types, strict=True)]
        yield pyarrow.Table.from_arrays(arrays, schema=schema)


def _schema(table: Table) -> pyarrow.Schema:
    import pyarrow

    return pyarrow.schema([(name, _arrow(kind)) for name, kind in table.columns])


def _arrow(kind: Kind) -> pyarrow.DataType:
    import pyarrow

    types = {
        "text": pyarrow.string(),
        "texts": pyarrow.list_(pyarrow.string()),
        "whole": pyarrow.int64(),
        "number": pyarrow.float64(),
        "flag": pyarrow.bool_(),
    }
    return types[kind]


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    iterator = iter(rows)
    while batch := list(islice(iterator, _AT_ONCE)):
        yield batch
