"""What commands that change a graph show: progress, problems, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from graphbuild.cli.messages import complain, failures_in_one_line, printable, say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import ModuleType

    from rich.console import Console
    from rich.table import Table

    from graphbuild.model import Document
    from graphbuild.workspace import Update, Watch


def workspace() -> ModuleType:
    """Return the module that does the work: it is heavy, and loaded only when it is wanted."""
    from graphbuild import workspace as module

    return module


def run(change: Callable[[Watch], Update], after: Callable[[], tuple[Path, ...]] | None = None) -> None:
    """Run a change of a workspace, report it, and exit with its status.

    `change` is given what tells it how to report problems and progress; `after` writes further files
    of the new graph and returns their paths.
    """
    from rich.console import Console

    from graphbuild.explain.language import foreign_language

    console = Console(stderr=True)
    with failures_in_one_line():
        with progress(console) as advance:
            watch: Watch = {
                "on_problem": lambda error: complain(console, error),
                "on_progress": advance,
                "check": foreign_language,
            }
            update = change(watch)
            more = after() if after is not None and update.written else ()
        for unused in update.unused:
            complain(console, unused)
        _report(update, more)
    if update.problems or not update.written:
        raise typer.Exit(1)


@contextmanager
def progress(console: Console) -> Iterator[Callable[[Document], None]]:
    """Show on a terminal how many articles have been read; yields what is to be called for each."""
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    count = TextColumn("articles read: {task.completed}")
    columns = (BarColumn(), count, TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("read", total=None)
        yield lambda _: progress.advance(task)


def _report(update: Update, more: tuple[Path, ...]) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console()
    if not update.written:
        typer.echo("graphbuild: no source could be read, so nothing was written", err=True)
        return
    for table in _tables(update):
        console.print(table)
    for remark in update.remarks:
        say(console, remark)
    for path in (*update.written, *more):
        console.print(Text(printable(f"wrote {path}")), soft_wrap=True, highlight=False)


def _tables(update: Update) -> Iterator[Table]:
    summary = update.summary
    totals = {
        "documents": summary.documents,
        "of these read now": update.read,
        "new": update.added,
        "gone": update.removed,
        "sentences read": summary.sentences,
        "problems": summary.problems,
        "sentences with a trigger and no claim": summary.unread,
    }
    plain = {
        "of these read now": {summary.documents},
        "new": {0, summary.documents},
        "gone": {0},
        "sentences with a trigger and no claim": {0},
    }
    yield _table("read", {name: count for name, count in totals.items() if count not in plain.get(name, ())})
    parts = {
        "entities": summary.entities,
        "edges": summary.edges,
        "claims kept out of the edges": summary.held_back,
    }
    yield from (_table(heading, counts) for heading, counts in parts.items() if counts)


def _table(heading: str, counts: Mapping[str, int]) -> Table:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    total = "" if heading == "read" else str(sum(counts.values()))
    table = Table(heading, total, box=SIMPLE_HEAD, pad_edge=False)
    table.columns[1].justify = "right"
    for name, count in counts.items():
        table.add_row(name, str(count))
    return table
