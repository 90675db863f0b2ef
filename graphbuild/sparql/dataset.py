"""Graphs as oxigraph stores: a file, an output folder, or a graph in memory.

A large file is put into a store on disk beside it once, in ``.graphbuild/oxigraph/``, which is used
as long as the file stays the same; it can be deleted at any time.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, BinaryIO, Final, cast

from graphbuild.errors import QueryError
from graphbuild.graph import Graph

if TYPE_CHECKING:
    from pyoxigraph import RdfFormat, Store

ENDINGS: Final = {
    ".ttl": "TURTLE",
    ".nq": "N_QUADS",
    ".trig": "TRIG",
    ".nt": "N_TRIPLES",
    ".jsonld": "JSON_LD",
    ".rdf": "RDF_XML",
    ".owl": "RDF_XML",
    ".xml": "RDF_XML",
    ".n3": "N3",
}
"""Endings of RDF files, each also before ``.gz``, with oxigraph's name of the format.

Of several graphs in a folder the one with the first of these endings is taken.
"""

LARGE: Final = 16 * 2**20
"""Bytes from which a file is worth a store on disk."""

_CACHE: Final = Path(".graphbuild") / "oxigraph"
_STAMP: Final = "source.json"
_LAYOUT: Final = 1
"""Raised when the stores on disk are laid out otherwise, so that old ones are made anew."""


@dataclass(frozen=True, slots=True)
class Source:
    """An RDF file: its path and oxigraph's name of its format."""

    path: Path
    format: str

    @property
    def size(self) -> int:
        """Bytes of the file."""
        return self.path.stat().st_size

    @property
    def cache(self) -> Path:
        """Where the store of this file goes."""
        return self.path.parent / _CACHE / self.path.name

    @contextmanager
    def stream(self) -> Iterator[BinaryIO]:
        """Open the file for reading, unpacked."""
        if self.path.suffix == ".gz":
            with gzip.open(self.path, "rb") as packed:
                yield cast("BinaryIO", packed)
        else:
            with self.path.open("rb") as plain:
                yield plain

    def rdf_format(self) -> RdfFormat:
        """Return the format as oxigraph knows it."""
        from pyoxigraph import RdfFormat

        found: RdfFormat = getattr(RdfFormat, self.format)
        return found

    def stamp(self) -> dict[str, object]:
        """Return what tells whether a store still holds this file."""
        from pyoxigraph import __version__

        stat = self.path.stat()
        return {
            "layout": _LAYOUT,
            "oxigraph": ".".join(__version__.split(".")[:2]),
            "size": stat.st_size,
            "changed": stat.st_mtime_ns,
        }


def find_source(place: str | Path) -> Source:
    """Return the RDF file that a path names: itself, or the graph in an output folder.

    Raises `QueryError` if there is none.
    """
    path = Path(place)
    if path.is_dir():
        names = [path / f"graph{ending}{packed}" for ending in ENDINGS for packed in ("", ".gz")]
        found = next((name for name in names if name.is_file()), None)
        if found is None:
            raise QueryError(
                f"{path}: a folder without graph.ttl; make one with graphbuild build ... -o {path}"
            )
        path = found
    elif not path.is_file():
        raise QueryError(
            f"{path}: no such file or folder; give an output folder or an RDF file such as graph.ttl"
        )
    return Source(path, _format(path))


def _format(path: Path) -> str:
    ending = Path(path.stem).suffix if path.suffix == ".gz" else path.suffix
    if ending.lower() not in ENDINGS:
        raise QueryError(
            f"{path}: not an RDF file by its name; use one of {', '.join(ENDINGS)}, also with .gz"
        )
    return ENDINGS[ending.lower()]


def open_store(graph: Graph | Store | str | Path) -> Store:
    """Return a store that holds a graph, to be read only.

    A file of `LARGE` bytes or more is kept in a store on disk. Raises `QueryError` if there is no
    such file or it is not well-formed.
    """
    from pyoxigraph import RdfFormat, Store

    if isinstance(graph, Store):
        return graph
    if isinstance(graph, Graph):
        store = Store()
        store.bulk_load(graph.to_turtle(), RdfFormat.TURTLE)
        return store
    source = find_source(graph)
    if source.size < LARGE:
        return _loaded(source, Store())
    location = stored(source)
    return Store.read_only(str(location)) if location else _loaded(source, Store())


def stored(source: Source) -> Path | None:
    """Return the folder of the store on disk that holds a file, made if there is none or it is old.

    None if no store can be kept beside the file. Raises `QueryError` if the file is not well-formed.
    """
    if _current(source):
        return source.cache
    try:
        _make(source)
    except OSError:  # a folder that cannot be written, or another process that was quicker
        return source.cache if _current(source) else None
    return source.cache


@contextmanager
def location(source: Source) -> Iterator[Path]:
    """Give a folder with the store of a file: the one beside it, or a temporary one where that cannot be."""
    kept = stored(source)
    if kept is not None:
        yield kept
        return
    with TemporaryDirectory(prefix="graphbuild-") as folder:
        _fill(source, Path(folder))
        yield Path(folder)


def _current(source: Source) -> bool:
    try:
        return bool(json.loads((source.cache / _STAMP).read_text("utf-8")) == source.stamp())
    except (OSError, ValueError):
        return False


def _make(source: Source) -> None:
    """Put a file into a store under a temporary name, then in place of an old one."""
    source.cache.parent.mkdir(parents=True, exist_ok=True)
    for left in source.cache.parent.glob(f"{source.path.name}.*.part"):
        if not _alive(left):
            shutil.rmtree(left, ignore_errors=True)
    part = source.cache.with_name(f"{source.path.name}.{os.getpid()}.part")
    try:
        stamp = source.stamp()  # before reading: a change while reading makes the store an old one
        _fill(source, part)
        (part / _STAMP).write_text(json.dumps(stamp), encoding="utf-8")
        shutil.rmtree(source.cache, ignore_errors=True)
        part.replace(source.cache)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _alive(part: Path) -> bool:
    """Whether the process that makes a store still runs."""
    try:
        os.kill(int(part.name.split(".")[-2]), 0)
    except (ProcessLookupError, ValueError):
        return False
    except OSError:
        return True
    return True


def _fill(source: Source, folder: Path) -> None:
    from pyoxigraph import Store

    store = _loaded(source, Store(str(folder)))
    store.optimize()
    store.flush()


def _loaded(source: Source, store: Store) -> Store:
    try:
        with source.stream() as stream:
            store.bulk_load(stream, source.rdf_format(), base_iri=source.path.resolve().as_uri())
    except (SyntaxError, EOFError, gzip.BadGzipFile) as error:
        raise QueryError(f"{source.path}: not well-formed: {error}") from error
    return store
