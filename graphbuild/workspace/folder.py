"""Opening a workspace: its graph, and its tables through DuckDB without loading all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace as replaced
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from graphbuild.errors import StoreError
from graphbuild.graph import Graph
from graphbuild.model import Extraction
from graphbuild.store import corpus, manifest
from graphbuild.store.manifest import WORKSPACE, Manifest
from graphbuild.store.tables import TABLES, Tables

if TYPE_CHECKING:
    from typing import Unpack

    from duckdb import DuckDBPyConnection, DuckDBPyRelation

    from graphbuild.workspace.updating import Given, Source, Update


def open(folder: str | Path = "output") -> Workspace:
    """Open the output folder of a build.

    Raises `StoreError` when it holds no workspace, a damaged one, or one of another format.
    """
    return Workspace(folder)


class Workspace:
    """The output folder of a build: its graph, its tables, and the ways to change it.

    The tables are `documents`, `sentences`, `mentions`, `entities`, `posts`, `claims`, `edges`,
    `events` and `tenures`: each is a DuckDB relation, which reads only what is asked of it;
    ``.df()`` makes it a pandas frame, ``.arrow()`` an Arrow table, ``.pl()`` a Polars frame. They show
    the graph as it was when it was opened.
    """

    def __init__(self, folder: str | Path) -> None:
        self.folder = Path(folder)
        self._manifest = _manifest(self.folder)
        self.tables = Tables(self.folder / WORKSPACE / self._manifest.graph)

    def graph(self) -> Graph:
        """Return the whole graph in memory, with what was not read and the set phrases."""
        told = [(found.coverage, found.set_phrases) for found in self.extractions()]
        coverage = sorted((each for each, _ in told if each is not None), key=lambda each: each.document)
        phrases = {phrase for _, phrases in told for phrase in phrases}
        data = replaced(self.tables.load(), coverage=tuple(coverage), set_phrases=tuple(sorted(phrases)))
        return Graph(data)

    def sql(self, query: str) -> DuckDBPyRelation:
        """Return the result of a query in DuckDB's SQL over the tables."""
        return self._connection.sql(query)

    def table(self, name: str) -> DuckDBPyRelation:
        """Return one of the tables by its name. Raises `StoreError` if there is none such."""
        if name not in TABLES:
            raise StoreError(f"{name}: no such table; choose from {', '.join(TABLES)}")
        return self._connection.view(name)

    def extractions(self) -> Iterator[Extraction]:
        """Yield what was read in each document, before identities were resolved."""
        return corpus.extractions(self.folder / WORKSPACE, self._manifest.shards)

    @property
    def decisions(self) -> Path | None:
        """The file of a curator's decisions that the last command was given, if any."""
        given = self._manifest.options.get("decisions")
        return Path(given) if given else None

    def build(self, sources: Iterable[Source], **given: Unpack[Given]) -> Update:
        """Make this the graph of the sources and of nothing else; see `graphbuild.workspace.build`."""
        from graphbuild.workspace import updating

        return self._after(updating.build(self.folder, sources, **given))

    def add(self, sources: Iterable[Source], **given: Unpack[Given]) -> Update:
        """Add articles; see `graphbuild.workspace.add`."""
        from graphbuild.workspace import updating

        return self._after(updating.add(self.folder, sources, **given))

    def remove(self, *names: str, **given: Unpack[Given]) -> Update:
        """Take articles out; see `graphbuild.workspace.remove`."""
        from graphbuild.workspace import updating

        return self._after(updating.remove(self.folder, names, **given))

    def replace(self, sources: Iterable[Source], *, of: Iterable[str] = (), **given: Unpack[Given]) -> Update:
        """Put articles in the place of others; see `graphbuild.workspace.replace`."""
        from graphbuild.workspace import updating

        return self._after(updating.replace(self.folder, sources, of=of, **given))

    def _after(self, update: Update) -> Update:
        """Look at the folder anew."""
        self._manifest = _manifest(self.folder)
        self.tables = Tables(self.folder / WORKSPACE / self._manifest.graph)
        self.__dict__.pop("_connection", None)
        return update

    @cached_property
    def _connection(self) -> DuckDBPyConnection:
        return self.tables.connect()

    def __getattr__(self, name: str) -> DuckDBPyRelation:
        if name in TABLES:
            return self.table(name)
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *TABLES})

    def __repr__(self) -> str:
        counts = (self.tables.count(name) for name in ("documents", "entities", "edges"))
        return "<Workspace {}: {} documents, {} entities, {} edges>".format(self.folder, *counts)


def _manifest(folder: Path) -> Manifest:
    found = manifest.load(folder)
    if found is None or not found.graph:
        raise StoreError(f"{folder}: no graph was built here: graphbuild build SOURCES -o {folder}")
    return found
