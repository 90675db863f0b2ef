"""Shards: Parquet files of extractions, each written once, whole, and named by what it holds.

A row is a document with all that was read in it; nested columns hold its sentences, mentions,
chains, posts, claims and happenings, so that DuckDB can query them. Beside them stand the document's
`id`, and `key`, a digest of all of the document that shapes what is read in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from graphbuild.errors import StoreError
from graphbuild.model import Document, Extraction, digest
from graphbuild.store import codec
from graphbuild.writing import replace_together

if TYPE_CHECKING:
    import pyarrow

SHARDS: Final = "shards"
SETTINGS: Final = b"graphbuild.settings"
"""Metadata of a shard: under which settings its documents were read."""

_GROUP: Final = 32
"""Documents of a row group: so many of each shard are in memory when all are read side by side."""

_HEAD: Final = (
    "id", "key", "document.title", "document.url", "document.publisher", "document.published",
    "document.source",
)  # fmt: skip


class Member(NamedTuple):
    """A document of a shard, without its text."""

    id: str
    key: str
    shard: str
    settings: str
    title: str
    url: str
    publisher: str
    published: str
    source: str


def key_of(document: Document) -> str:
    """Return a digest of the document with its title and blocks, which its id leaves out."""
    blocks = (f"{block.span.start}-{block.span.end}{block.role}" for block in document.blocks)
    return digest(document.id, document.title, *blocks)


def write(home: Path, extractions: Iterable[Extraction], settings: str) -> str:
    """Write one shard into a workspace, and return its name.

    Raises `ExportError` when it cannot be written; nothing half done is left behind.
    """
    from pyarrow import parquet

    rows = sorted(extractions, key=lambda extraction: extraction.document.id)
    keys = [key_of(extraction.document) for extraction in rows]
    table = codec.table(Extraction, rows, {"id": [row.document.id for row in rows], "key": keys})
    marked = table.replace_schema_metadata({SETTINGS: settings.encode()})
    sources = (row.document.source for row in rows)
    name = f"{digest(settings, *keys, *sources)}.parquet"
    replace_together(
        home / SHARDS,
        {name: lambda stream: parquet.write_table(marked, stream, compression="zstd", row_group_size=_GROUP)},
    )
    return name


def read(home: Path, name: str, wanted: frozenset[str] | None = None) -> list[Extraction]:
    """Return the extractions of a shard, or those of the documents `wanted`, by id.

    Raises `StoreError` when the file is damaged or gone.
    """
    table = _table(home, name, None)
    if wanted is not None:
        import pyarrow

        table = table.filter(pyarrow.array([id_ in wanted for id_ in table.column("id").to_pylist()]))
    return codec.rows(Extraction, table)


def stream(home: Path, name: str, parts: Sequence[str]) -> Iterator[Extraction]:
    """Yield extractions by the id of the document with some of their fields, a few in memory at a time."""
    from pyarrow import parquet

    with _opened(home, name), parquet.ParquetFile(home / SHARDS / name, pre_buffer=False) as file:
        for number in range(file.num_row_groups):
            found = file.read_row_group(number, columns=list(parts))
            yield from codec.some_rows(Extraction, found, parts)


def count(home: Path, name: str) -> int:
    """Return how many documents a shard holds."""
    from pyarrow import parquet

    with _opened(home, name):
        return int(parquet.read_metadata(home / SHARDS / name).num_rows)


def gaps(home: Path, name: str) -> int:
    """Return how many sentences of the documents of a shard promised a claim and gave none."""
    from pyarrow import compute

    told = _table(home, name, ["coverage.gaps.list.element.number"]).column("coverage").combine_chunks()
    return int(compute.sum(compute.list_value_length(told.field("gaps"))).as_py() or 0)


def members(home: Path, names: Sequence[str]) -> list[Member]:
    """Return the documents of shards, without reading more than their heads."""
    return [member for name in names for member in _members(home, name)]


def _members(home: Path, name: str) -> list[Member]:
    table = _table(home, name, list(_HEAD))
    settings = (table.schema.metadata or {}).get(SETTINGS, b"").decode()
    documents = table.column("document").combine_chunks()
    heads = {field.name: documents.field(field.name).to_pylist() for field in documents.type}
    ids, keys = table.column("id").to_pylist(), table.column("key").to_pylist()
    columns = [[text or "" for text in heads[field.partition(".")[2]]] for field in _HEAD[2:]]
    return [
        Member(id_, key, name, settings, *rest)
        for id_, key, rest in zip(ids, keys, zip(*columns, strict=True), strict=True)
    ]


def found(home: Path) -> list[str]:
    """Return the names of all shards that lie in a workspace, listed in its manifest or not."""
    return sorted(path.name for path in (home / SHARDS).glob("*.parquet"))


def remove(home: Path, names: Iterable[str]) -> None:
    """Delete shards that no manifest names any more."""
    for name in names:
        (home / SHARDS / name).unlink(missing_ok=True)


def _table(home: Path, name: str, columns: list[str] | None) -> pyarrow.Table:
    from pyarrow import parquet

    with _opened(home, name), parquet.ParquetFile(home / SHARDS / name, pre_buffer=False) as file:
        return file.read(columns=columns)


@contextmanager
def _opened(home: Path, name: str) -> Iterator[None]:
    """Say in our words what is wrong with a shard that cannot be read."""
    import pyarrow

    try:
        yield
    except (OSError, pyarrow.ArrowException) as error:
        path, what = home / SHARDS / name, str(error).partition("\n")[0]
        raise StoreError(f"{path}: damaged or gone ({what}): delete it and build again") from None
