"""Data files that hold many articles: JSON Lines, JSON, CSV, TSV and Parquet, record by record.

No file is held in memory: a record is read, handed on and forgotten.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import IO, Final, NamedTuple

from graphbuild.errors import ReadError
from graphbuild.read.decode import LARGEST
from graphbuild.read.streams import HEAD, opened, suffix, text_encoding

LINES: Final = frozenset({".jsonl", ".ndjson"})
TABLES: Final = frozenset({*LINES, ".json", ".csv", ".tsv", ".parquet"})
"""Suffixes of data files, each also with ``.gz`` (Parquet packs itself)."""

_PARQUET_ROWS: Final = 64
_SEPARATORS: Final = ",;\t|"


class Record(NamedTuple):
    """One record: `place` says where it stands ("line 3"), `problem` why it has no `values`."""

    place: str
    values: Mapping[str, object]
    problem: str = ""


def records(path: str | Path) -> Iterator[Record]:
    """Yield the records of a data file one at a time; bad ones come with what is wrong with them.

    Raises `ReadError` when the file as a whole cannot be read.
    """
    kind = suffix(path)
    if kind == ".parquet":
        yield from _parquet(path)
        return
    readers: dict[str, Callable[[IO[bytes], str], Iterator[Record]]] = {
        ".csv": _separated,
        ".tsv": _separated,
        ".json": _json,
    }
    with opened(path) as stream:
        yield from readers.get(kind, _json_lines)(stream, str(path))


def _json_lines(stream: IO[bytes], _: str) -> Iterator[Record]:
    first = stream.readline(LARGEST + 1)
    encoding = text_encoding(first[:HEAD])
    if encoding in {"utf-16", "utf-32"}:
        yield Record(
            "line 1", {}, f"JSON Lines are UTF-8, this is {encoding.upper()}: save it again as UTF-8"
        )
        return
    for number, line in enumerate(chain((first,), _lines(stream, first)), start=1):
        if len(line) > LARGEST:
            yield Record(f"line {number}", {}, f"larger than {LARGEST // 1_000_000} MB: no article")
        elif line.strip():
            yield _parsed(f"line {number}", line, encoding)


def _lines(stream: IO[bytes], line: bytes) -> Iterator[bytes]:
    """Yield the lines after `line`; of one that is too long, only the beginning comes."""
    while line:
        while line and not line.endswith(b"\n") and len(line) > LARGEST:
            line = stream.readline(LARGEST + 1)
        line = stream.readline(LARGEST + 1)
        if line:
            yield line


def _parsed(place: str, line: bytes, encoding: str) -> Record:
    try:
        values = json.loads(line.decode(encoding))
    except UnicodeDecodeError as error:
        return Record(
            place, {}, f"not valid {encoding.upper()} at byte {error.start}: save it again as UTF-8"
        )
    except (ValueError, RecursionError) as error:
        return Record(place, {}, f"not JSON: {_short(error)}")
    if not isinstance(values, dict):
        return Record(place, {}, "no JSON object: give one {…} with the fields of an article per line")
    return Record(place, values)


def _short(error: Exception) -> str:
    return "nested too deeply" if isinstance(error, RecursionError) else str(error).partition(": line ")[0]


def _json(stream: IO[bytes], source: str) -> Iterator[Record]:
    """Yield the objects of one JSON array, or the one object that the file is."""
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise ReadError(
            source, f"larger than {LARGEST // 1_000_000} MB: give JSON Lines (.jsonl), one per line"
        )
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise ReadError(source, f"not JSON: {_short(error)}") from None
    for number, values in enumerate(found if isinstance(found, list) else [found], start=1):
        good = isinstance(values, dict)
        yield Record(f"record {number}", values if good else {}, "" if good else "no JSON object")


def _separated(stream: IO[bytes], source: str) -> Iterator[Record]:
    """Yield the rows of a table whose first line names the columns."""
    buffered = io.BufferedReader(_Raw(stream), HEAD)
    head = buffered.peek(HEAD)
    encoding = text_encoding(head)
    text = io.TextIOWrapper(buffered, encoding=encoding, errors="surrogateescape", newline="")
    csv.field_size_limit(LARGEST)
    reader = csv.reader(text, delimiter=_separator(head.decode(encoding, "replace"), source))
    columns = next(_rows(reader), None)
    if columns is None:
        raise ReadError(source, "empty: there is no table in it")
    for row in _rows(reader):
        place = f"line {reader.line_num}"
        if isinstance(row, str):
            yield Record(place, {}, row)
        elif row:
            yield _row(place, list(columns), row)


class _Raw(io.RawIOBase):
    """Makes any binary stream one that can be buffered and looked into."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def _separator(head: str, source: str) -> str:
    if suffix(source) == ".tsv":
        return "\t"
    line = head.partition("\n")[0]
    return max(_SEPARATORS, key=line.count)


def _rows(reader: Iterator[list[str]]) -> Iterator[list[str] | str]:
    """Yield rows, and for one that is no row what is wrong with it."""
    while True:
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield f"not a row of a table: {error}"


def _row(place: str, columns: list[str], row: list[str]) -> Record:
    if len(row) > len(columns):
        return Record(
            place, {}, f"{len(row)} cells under {len(columns)} columns: quote cells that hold commas"
        )
    if any("\udc80" <= char <= "\udcff" for cell in row for char in cell if char > "\ud7ff"):
        return Record(place, {}, "not valid UTF-8: save it again as UTF-8")
    return Record(place, dict(zip(columns, row, strict=False)))


def _parquet(path: str | Path) -> Iterator[Record]:
    import pyarrow
    from pyarrow import parquet

    with opened(path):
        pass  # tells what is wrong with the path in our words
    try:
        with parquet.ParquetFile(path, pre_buffer=False) as file:
            number = 0
            for batch in file.iter_batches(batch_size=_PARQUET_ROWS):
                for values in batch.to_pylist():
                    number += 1
                    yield Record(f"row {number}", values)
    except (pyarrow.ArrowException, OSError, UnicodeDecodeError) as error:
        raise ReadError(str(path), f"not a whole Parquet file: {str(error).partition('.')[0]}") from None
