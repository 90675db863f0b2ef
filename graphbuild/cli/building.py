"""The command ``graphbuild build``."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graphbuild.cli.messages import complain, failures_in_one_line, printable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from rich.console import Console
    from rich.table import Table

    from graphbuild.errors import ReadError
    from graphbuild.graph import Graph, Summary
    from graphbuild.model import Document


def _formats(text: str) -> tuple[str, ...]:
    from graphbuild.graph import FORMATS

    names = tuple(name.strip() for name in text.split(",") if name.strip())
    unknown = [name for name in names if name not in FORMATS]
    if unknown or not names:
        problem = f"{', '.join(unknown) or 'nothing'} is no format; choose from {', '.join(FORMATS)}"
        raise typer.BadParameter(problem, param_hint="--format")
    return names


def _fields(text: str | None) -> dict[str, str]:
    """Read "title=headline,text=body"."""
    from graphbuild.errors import ReadError
    from graphbuild.read import Fields

    parts = [part.strip() for part in (text or "").split(",") if part.strip()]
    wrong = next((part for part in parts if not all(map(str.strip, part.partition("=")))), None)
    if wrong is not None:
        problem = f"{wrong!r} is no pair such as text=body"
        raise typer.BadParameter(problem, param_hint="--fields")
    pairs = (part.split("=", 1) for part in parts)
    found = {name.strip(): value.strip() for name, value in pairs}
    try:
        Fields(found)
    except ReadError as error:
        raise typer.BadParameter(error.problem, param_hint="--fields") from error
    return found


def _checked_base(base: str | None) -> str | None:
    from graphbuild.errors import ExportError
    from graphbuild.export.iris import check_base

    try:
        return check_base(base) if base is not None else None
    except ExportError as error:
        raise typer.BadParameter(str(error)) from error


def build(  # noqa: PLR0913, PLR0917 - each parameter is an option of the command
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCES",
            help="Articles: files, folders, patterns, data files of many; - for standard input.",
        ),
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FOLDER", help="Where the files of the graph go.")
    ] = Path("output"),
    formats: Annotated[
        str, typer.Option("--format", "-f", metavar="LIST", help="Any of ttl, html, graphml, json.")
    ] = "ttl,html",
    locus: Annotated[
        str | None, typer.Option(metavar="PLACE", help='Seat of the articles, such as "Dunhua, Jilin".')
    ] = None,
    places: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="Places of your own: a .tsv with name, kind, parent. Repeatable."),
    ] = None,
    fields: Annotated[
        str | None,
        typer.Option(metavar="LIST", help="Names of the fields of data files: title=headline,text=body,…"),
    ] = None,
    model: Annotated[
        str | None, typer.Option(metavar="PACKAGE", help="Another spaCy pipeline that is installed.")
    ] = None,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, metavar="N", help="Processes that read.")] = 1,
    base: Annotated[
        str | None,
        typer.Option(metavar="IRI", callback=_checked_base, help="Where IRIs of nodes begin, up to / or #."),
    ] = None,
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="Title of the page.")] = None,
) -> None:
    """Read articles and write their graph.

    A source that cannot be read is reported and skipped; the status is then 1.

    Files of an earlier build are replaced only when the new ones are complete.
    """
    chosen, named = _formats(formats), _fields(fields)
    reading = {"locus": locus, "model": model}
    writing = {"base": base, "title": title}
    with failures_in_one_line():
        foreign = _Foreign()
        graph = _read(
            sources, {"places": places or [], "fields": named, "jobs": jobs, **_given(reading)}, foreign
        )
        foreign.complain()
        readable = len(graph.data.documents) > len(foreign.problems)
        written = graph.write(output, chosen, **_given(writing)) if readable else ()
        _report(graph, written)
    if graph.problems or foreign.problems or not written:
        raise typer.Exit(1)


class _Foreign:
    """Notes articles in a language that is not read: they give nothing, and are not to be lost silently."""

    def __init__(self) -> None:
        self.problems: dict[str, ReadError] = {}

    def note(self, document: Document) -> None:
        from graphbuild.errors import ReadError
        from graphbuild.explain.language import foreign_language

        problem = foreign_language(document)
        if problem:
            self.problems[document.id] = ReadError(document.source or "an article", problem)

    def complain(self) -> None:
        from rich.console import Console

        for problem in self.problems.values():
            complain(Console(stderr=True), problem)


def _given(options: Mapping[str, str | None]) -> dict[str, str]:
    return {name: value for name, value in options.items() if value is not None}


def _read(sources: list[str], options: dict[str, Any], foreign: _Foreign) -> Graph:
    from rich.console import Console

    from graphbuild import pipeline

    console = Console(stderr=True)
    with _progress(console) as advance:

        def note(document: Document) -> None:
            advance(document)
            foreign.note(document)

        return pipeline.build(
            sources,
            on_problem=lambda error: complain(console, error),
            on_progress=note,
            **options,
        )


@contextmanager
def _progress(console: Console) -> Iterator[Callable[[Document], None]]:
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    count = TextColumn("articles read: {task.completed}")
    columns = (BarColumn(), count, TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("read", total=None)
        yield lambda _: progress.advance(task)


def _report(graph: Graph, written: tuple[Path, ...]) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console()
    if not written:
        typer.echo("graphbuild: no source could be read, so nothing was written", err=True)
        return
    for table in _tables(graph.summary()):
        console.print(table)
    for path in written:
        console.print(Text(printable(f"wrote {path}")), soft_wrap=True, highlight=False)


def _tables(summary: Summary) -> Iterator[Table]:
    totals = {
        "documents": summary.documents,
        "sentences read": summary.sentences,
        "problems": summary.problems,
    }
    yield _table("read", totals)
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
