"""Apache Parquet: the tables with their types, for pandas, DuckDB, Polars, R and Spark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO, Final

from graphbuild.export.parts import in_order
from graphbuild.export.tables import Kind, Row, Table, cleaned
from graphbuild.model import GraphSource

if TYPE_CHECKING:
    import pyarrow

_AT_ONCE: Final = 20_000
"""Rows of a row group: all that is in memory."""


def write_parquet(source: GraphSource, stream: BinaryIO, table: Table) -> None:
    """Write one table with Zstandard compression; a cell of several texts is a list."""
    import pyarrow
    from pyarrow import parquet

    schema = pyarrow.schema([(name, _arrow(kind)) for name, kind in table.columns])
    rows = (cleaned(row) for row in table.rows(in_order(source)))
    with parquet.ParquetWriter(stream, schema, compression="zstd") as writer:
        for batch in _batches(rows):
            columns = (list(column) for column in zip(*batch, strict=True))
            arrays = [pyarrow.array(cells, kind) for cells, kind in zip(columns, schema.types, strict=True)]
            writer.write_table(pyarrow.Table.from_arrays(arrays, schema=schema))


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
