"""The command ``graphbuild build``."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graphbuild.cli.curating import decisions_file
from graphbuild.cli.messages import complain, failures_in_one_line, printable, say
from graphbuild.cli.unread import table_file, write_reports

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from rich.console import Console
    from rich.table import Table

    from graphbuild.errors import ReadError
    from graphbuild.graph import Graph, Summary
    from graphbuild.model import Document


def _formats(text: str) -> tuple[str, ...]:
    from graphbuild.errors import ExportError
    from graphbuild.export.formats import check_format

    names = tuple(name.strip() for name in text.split(",") if name.strip())
    try:
        for name in names or ("nothing",):
            check_format(name)
    except ExportError as error:
        raise typer.BadParameter(str(error), param_hint="--format") from error
    return names


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
            metavar="SOURCES", help="Articles: files, folders, patterns, or - for standard input."
        ),
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FOLDER", help="Where the files of the graph go.")
    ] = Path("output"),
    formats: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            metavar="LIST",
            help="Any of ttl, html, nt, nq, trig, jsonld, rdf, ttl12, graphml, gexf, json, csv, parquet, "
            "neo4j, ftm, quickstatements; with .gz behind it, compressed.",
        ),
    ] = "ttl,html",
    locus: Annotated[
        str | None, typer.Option(metavar="PLACE", help='Seat of the articles, such as "Dunhua, Jilin".')
    ] = None,
    places: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="Places of your own: a .tsv with name, kind, parent. Repeatable."),
    ] = None,
    decisions: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="What a curator decided; else decisions.toml beside the articles."),
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
    coverage: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            callback=table_file,
            help="Write the sentences that gave nothing and hold a word that promised; .csv or .json.",
        ),
    ] = None,
    slogans: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            callback=table_file,
            help="Write the set phrases, which make no nodes, with their names; .csv or .json.",
        ),
    ] = None,
) -> None:
    """Read articles and write their graph.

    A source that cannot be read is reported and skipped; the status is then 1.

    Files of an earlier build are replaced only when the new ones are complete.
    """
    chosen = _formats(formats)
    reading = {"locus": locus, "model": model}
    writing = {"base": base, "title": title}
    with failures_in_one_line():
        foreign = _Foreign()
        curated = (decisions_file(sources, decisions), output)
        graph = _read(sources, places or [], jobs, _given(reading), curated, foreign)
        foreign.complain()
        readable = len(graph.data.documents) > len(foreign.problems)
        written = graph.write(output, chosen, **_given(writing)) if readable else ()
        written += write_reports(graph, coverage, slogans) if readable else ()
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


def _read(
    sources: list[str],
    places: list[Path],
    jobs: int,
    options: dict[str, str],
    curated: tuple[Path | None, Path],
    foreign: _Foreign,
) -> Graph:
    from rich.console import Console

    from graphbuild import pipeline

    console = Console(stderr=True)
    with progress(console) as advance:

        def note(document: Document) -> None:
            advance(document)
            foreign.note(document)

        graph = pipeline.build(
            sources,
            places=places,
            jobs=jobs,
            on_problem=lambda error: complain(console, error),
            on_progress=note,
            decisions=curated[0],
            previous=curated[1],
            **options,
        )
    for problem in graph.unused:
        complain(console, problem)
    return graph


@contextmanager
def progress(console: Console) -> Iterator[Callable[[Document], None]]:
    """Show how many articles have been read; quiet when the output is no terminal."""
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
    _tell_contradictions(graph, console)
    for path in written:
        console.print(Text(printable(f"wrote {path}")), soft_wrap=True, highlight=False)


def _tell_contradictions(graph: Graph, console: Console) -> None:
    """Say which posts two people seem to hold at once, and how many pairs may be one."""
    holders = {tenure.id: graph.label(tenure.holder) for tenure in graph.data.tenures}
    for each in graph.contradictions():
        people = f"{holders[each.left]} and {holders[each.right]}"
        say(console, f"contradiction: {graph.label(each.post)}: {people}, {each.since} to {each.until}")
    unsure = len(graph.possibly_same())
    if unsure:
        say(console, f"{unsure} pairs may be one; decide with: graphbuild review")


def _tables(summary: Summary) -> Iterator[Table]:
    totals = {
        "documents": summary.documents,
        "sentences read": summary.sentences,
        "problems": summary.problems,
        "sentences with a trigger and no claim": summary.unread,
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
