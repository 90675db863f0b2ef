"""Files of what was not read: ``--coverage`` and ``--slogans``."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import typer

if TYPE_CHECKING:
    from graphbuild.graph import Graph

Writers = list[tuple[Path, Callable[[BinaryIO], None]]]


def table_file(path: Path | None) -> Path | None:
    """Return a path that ends in .csv or .json. Raises typer.BadParameter for any other."""
    if path is not None and path.suffix.lower() not in {".csv", ".json"}:
        raise typer.BadParameter(
            f"{path}: ends in neither .csv nor .json; name it {path.with_suffix('.csv')}"
        )
    return path


def write_reports(graph: Graph, coverage: Path | None, slogans: Path | None) -> tuple[Path, ...]:
    """Write the files that were asked for, each wholly or not at all, and return their paths."""
    from graphbuild.writing import replace_together

    written: tuple[Path, ...] = ()
    for path, write in _writers(graph, coverage, slogans):
        written = (*written, *replace_together(path.parent, {path.name: write}))
    return written


def _writers(graph: Graph, coverage: Path | None, slogans: Path | None) -> Writers:
    from graphbuild.export.coverage import write_coverage, write_set_phrases

    documents, writers = graph.data.documents, Writers()
    if coverage is not None:
        suffix = coverage.suffix.lower()
        writers.append((coverage, partial(write_coverage, graph.coverage(), documents, suffix=suffix)))
    if slogans is not None:
        suffix, only = slogans.suffix.lower(), graph.only_in_set_phrases()
        write = partial(write_set_phrases, graph.set_phrases(), documents, only, suffix=suffix)
        writers.append((slogans, write))
    return writers
