"""The command ``graphbuild validate``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graphbuild.cli.messages import failures_in_one_line, printable

if TYPE_CHECKING:
    from graphbuild.validation import Violation


def validate(
    graph: Annotated[
        str, typer.Argument(metavar="GRAPH", help="An output folder, or an RDF file.")
    ] = "output",
    *,
    shapes: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Other SHACL shapes than those that ship.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON lines instead.")] = False,
) -> None:
    """Check a graph against the shapes of the ontology.

    Each line names a node, its property and what is wrong, and ends with the sentence that it came
    from. The status is 1 if there is any.
    """
    with failures_in_one_line():
        from graphbuild.validation import validate as check

        with _progress() as advance:
            found = check(graph, shapes=shapes, on_progress=advance)
        for violation in found:
            typer.echo(_as_json(violation) if json else printable(str(violation)))
        count = "1 violation" if len(found) == 1 else f"{len(found)} violations"
        typer.echo(printable(f"{graph}: {count}"), err=True)
    if found:
        raise typer.Exit(1)


def _as_json(violation: Violation) -> str:
    from dataclasses import asdict
    from json import dumps

    return dumps(asdict(violation), ensure_ascii=False)


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None]]:
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("checks", total=None)
        yield lambda done, total: progress.update(task, completed=done, total=total)
