"""The tables of a graph: one Parquet file for each part, sorted, read without loading all of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from graphbuild.errors import StoreError
from graphbuild.model import (
    Claim,
    Document,
    Edge,
    Entity,
    Event,
    GraphData,
    GraphSource,
    Mention,
    Post,
    Sentence,
    Tenure,
)
from graphbuild.store import codec

if TYPE_CHECKING:
    import duckdb
    import pyarrow

T = TypeVar("T")

TABLES: Final[dict[str, type]] = {
    "documents": Document,
    "sentences": Sentence,
    "mentions": Mention,
    "entities": Entity,
    "posts": Post,
    "claims": Claim,
    "edges": Edge,
    "events": Event,
    "tenures": Tenure,
}
"""The parts of a graph, in the order of `GraphSource`, with what a row of each is."""

_ROWS: Final = 1024
"""Rows of a group, which are in memory at once while a table is read."""

_READ: Final = "sentences_read"


def write(folder: Path, source: GraphSource, sentences_read: int) -> None:
    """Write all parts of a graph into a folder; at most a group of rows is held."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, kind in TABLES.items():
        write_table(folder / f"{name}.parquet", kind, getattr(source, name), {_READ: str(sentences_read)})


def write_table(path: Path, kind: type, values: Iterable[Any], facts: dict[str, str] | None = None) -> None:
    """Write one table row group by row group; a table of claims has their `id` too."""
    from pyarrow import parquet

    ids = kind is Claim
    schema = codec.schema(kind, ["id"] if ids else []).with_metadata(dict(facts or {}))
    stream = iter(values)
    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        while group := list(islice(stream, _ROWS)):
            extra = {"id": [value.id for value in group]} if ids else {}
            writer.write_table(codec.table(kind, group, extra).replace_schema_metadata(schema.metadata))


class Tables:
    """The tables of one graph: its parts as values, one group of rows at a time, and as relations.

    It is a `GraphSource`: each property can be iterated again and again.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def part(self, name: str) -> Iterator[Any]:
        """Yield the values of one part ("claims")."""
        import pyarrow
        from pyarrow import parquet

        path = self._folder / f"{name}.parquet"
        try:
            with parquet.ParquetFile(path, pre_buffer=False) as file:
                for number in range(file.num_row_groups):
                    yield from codec.rows(TABLES[name], file.read_row_group(number))
        except (OSError, pyarrow.ArrowException) as error:
            raise StoreError(f"{path}: damaged or gone ({error}): build again") from None

    def count(self, name: str) -> int:
        """Return how many rows a table has."""
        return int(self._facts(name).num_rows)

    @property
    def sentences_read(self) -> int:
        """How many sentences the documents have, evidence or not."""
        return int((self._facts("documents").metadata or {}).get(_READ.encode(), b"0"))

    def _facts(self, name: str) -> pyarrow.FileMetaData:
        from pyarrow import parquet

        return parquet.read_metadata(self._folder / f"{name}.parquet")

    def load(self) -> GraphData:
        """Return the whole graph in memory."""
        parts = {name: tuple(self.part(name)) for name in TABLES}
        return GraphData(**parts, sentences_read=self.sentences_read)

    def connect(self) -> duckdb.DuckDBPyConnection:
        """Return a DuckDB connection, in memory and without network, with a view for each table."""
        import duckdb

        offline: dict[str, str | bool | int | float | list[str]] = {
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
        }
        connection = duckdb.connect(config=offline)
        for name in TABLES:
            connection.read_parquet(str(self._folder / f"{name}.parquet")).create_view(name)
        return connection

    @property
    def documents(self) -> Iterator[Document]:
        """The articles, by id."""
        return self.part("documents")

    @property
    def sentences(self) -> Iterator[Sentence]:
        """The sentences that are evidence, by document and offset."""
        return self.part("sentences")

    @property
    def mentions(self) -> Iterator[Mention]:
        """The spans that name entities, by document and offset."""
        return self.part("mentions")

    @property
    def entities(self) -> Iterator[Entity]:
        """The nodes, by id."""
        return self.part("entities")

    @property
    def posts(self) -> Iterator[Post]:
        """Titles in bodies, enterprises and places, by id."""
        return self.part("posts")

    @property
    def claims(self) -> Iterator[Claim]:
        """All that the documents say, by id."""
        return self.part("claims")

    @property
    def edges(self) -> Iterator[Edge]:
        """Merged claims, by subject, relation and object."""
        return self.part("edges")

    @property
    def events(self) -> Iterator[Event]:
        """Visits, meetings and talks, by id."""
        return self.part("events")

    @property
    def tenures(self) -> Iterator[Tenure]:
        """Holders seen in posts, by id."""
        return self.part("tenures")
