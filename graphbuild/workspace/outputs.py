"""Writing what a workspace says: the tables, and the files that people open."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from graphbuild.decisions import read_curation
from graphbuild.errors import DecisionError, StoreError
from graphbuild.export.formats import PACKED, Settings, Write, files_of
from graphbuild.export.iris import DEFAULT_BASE
from graphbuild.export.redirects import NAME as REDIRECTS
from graphbuild.export.redirects import ids_in, to_redirects
from graphbuild.graph import DEFAULT_TITLE, Graph, Summary
from graphbuild.model import GraphData, GraphSource
from graphbuild.store import manifest
from graphbuild.store.manifest import WORKSPACE, Manifest
from graphbuild.store.tables import Tables
from graphbuild.workspace.assembling import assemble_into
from graphbuild.workspace.collecting import uncollected
from graphbuild.workspace.turtle import INDEX, Sections, last_sections, write_turtle
from graphbuild.writing import replace_together

if TYPE_CHECKING:
    from graphbuild.workspace.updating import Options

_STAGE: Final = "stage"
_GRAPH: Final = "graph-"
_IGNORED: Final = ".gitignore"
_TURTLE: Final = "graph.ttl"
_WHOLE: Final = frozenset({"html", "graphml", "gexf", "json"})
"""Formats whose writers hold the graph; all others take it from disk, part by part."""


class Published(NamedTuple):
    """What a graph holds, where its files are, what is to be said of it, and the decisions not used."""

    summary: Summary
    written: tuple[Path, ...]
    remarks: tuple[str, ...]
    unused: tuple[DecisionError, ...]


def publish(folder: Path, last: Manifest, new: Manifest, options: Options) -> Published:
    """Assemble the graph of the shards that a manifest names, write it, and put the manifest in place.

    Files are made complete in a folder of their own and then moved, the manifest last.
    """
    with uncollected():
        return _publish(folder, last, new, options)


def _publish(folder: Path, last: Manifest, new: Manifest, options: Options) -> Published:
    home = folder / WORKSPACE
    (home / _IGNORED).write_text("*\n", encoding="ascii")
    decided = read_curation(options.decisions, options.links)
    number = int(last.graph.removeprefix(_GRAPH) or 0) + 1
    with _emptied(home / f"{_GRAPH}{number}") as tables, _emptied(home / _STAGE) as stage:
        made = assemble_into(tables, home, new.shards, decided, _older(folder, last), last.graph)
        known = last_sections(folder / _TURTLE, home / last.graph / INDEX)
        staged = _write(stage, made.source, options, known, tables / INDEX)
        if made.redirects and stage / _TURTLE in staged:
            redirects = to_redirects(made.redirects, options.base or DEFAULT_BASE).encode()
            staged += replace_together(stage, {REDIRECTS: lambda stream: stream.write(redirects)})
        written = tuple(_moved(path, stage, folder) for path in staged)
        if not made.redirects:
            (folder / REDIRECTS).unlink(missing_ok=True)
        manifest.save(folder, replace(new, graph=tables.name))
    _sweep(home, tables.name)
    return Published(made.summary, written, made.remarks, made.unused)


def _older(folder: Path, last: Manifest) -> frozenset[str]:
    """Return the ids of the entities of the graph before, and those that it redirected."""
    if not last.graph:
        return frozenset()
    known: frozenset[str] = frozenset()
    with suppress(StoreError):  # tables that were deleted are made again
        known = frozenset(entity.id for entity in Tables(folder / WORKSPACE / last.graph).entities)
    with suppress(OSError):
        known |= ids_in((folder / REDIRECTS).read_text(encoding="utf-8", errors="replace"))
    return known


def _write(stage: Path, source: GraphSource, options: Options, known: Sections, index: Path) -> list[Path]:
    """Write the files of all formats; the graph is loaded whole only for those that need it so."""
    given = Settings(options.base or DEFAULT_BASE, options.title or DEFAULT_TITLE)
    written: list[Path] = []
    whole = source if isinstance(source, GraphData) else None
    for name in dict.fromkeys(options.formats):
        if name.removesuffix(PACKED) in _WHOLE and isinstance(source, Tables):
            whole = whole or source.load()
        if name == "ttl" and isinstance(source, GraphData):
            files: dict[str, Write] = {_TURTLE: _turtle_writer(source, given.base, known, index)}
        else:
            held = whole if name.removesuffix(PACKED) in _WHOLE else source
            files = dict(files_of(name, cast("GraphData", held), given))  # the others only iterate
        written += replace_together(stage, files)
    return written


def _turtle_writer(data: GraphData, base: str, known: Sections, index: Path) -> Write:
    return lambda stream: index.write_bytes(write_turtle(stream, data, base, known))


def _moved(path: Path, stage: Path, folder: Path) -> Path:
    """Put a finished file in place; some formats have folders of their own."""
    target = folder / path.relative_to(stage)
    target.parent.mkdir(parents=True, exist_ok=True)
    return path.replace(target)


def summary_of(graph: Graph | None, problems: int) -> Summary:
    """Return the counts of a graph, or of none."""
    found = (graph or Graph(GraphData())).summary()
    return replace(found, problems=problems)


@contextmanager
def _emptied(folder: Path) -> Iterator[Path]:
    """Take away what a stopped run left, and what this one leaves if it fails."""
    shutil.rmtree(folder, ignore_errors=True)
    try:
        yield folder
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _sweep(home: Path, kept: str) -> None:
    """Delete the tables of earlier graphs, and what was made on the way."""
    old = (path for path in home.glob(f"{_GRAPH}*") if path.name != kept)
    for path in (*old, home / _STAGE):
        shutil.rmtree(path, ignore_errors=True)
