"""The command line: arguments in, files out, and no logic in between.

Problems and progress go to standard error, the summary to standard output. The exit status is 0 if
all went well, 1 if any source could not be read or nothing was written, 2 for a wrong argument
and 130 after Ctrl-C.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from graphbuild import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from rich.console import Console
    from rich.table import Table

    from graphbuild.errors import GraphbuildError
    from graphbuild.graph import Graph, Summary
    from graphbuild.model import Document

INTERRUPTED: Final = 130

app = typer.Typer(
    name="graphbuild",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

EXAMPLES: Final = """
[bold]Examples[/bold]

[cyan]graphbuild build article.txt[/cyan]
  one article; then open output/graph.html in a browser

[cyan]graphbuild build articles/ 'pages/*.html' -o results[/cyan]
  a folder, and all pages that match a pattern, into results/

[cyan]graphbuild build articles/ --locus "Dunhua, Jilin"[/cyan]
  says where the articles come from: whose mayor "the Mayor" is

[cyan]graphbuild build articles/ --format ttl,graphml --jobs 4[/cyan]
  Turtle for SPARQL and GraphML for Gephi; four processes read

[cyan]cat article.txt | graphbuild build -[/cyan]
  standard input
"""


def main() -> None:
    """Run the command that the arguments of the process name, and exit with its status."""
    app(prog_name="graphbuild")


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"graphbuild {__version__}")
        raise typer.Exit


@app.callback(epilog=EXAMPLES)
def graphbuild(
    *,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and stop."),
    ] = False,
) -> None:
    """Read news about what officials do and build a knowledge graph: offline, the same in every run."""


def _formats(text: str) -> tuple[str, ...]:
    from graphbuild.graph import FORMATS

    names = tuple(name.strip() for name in text.split(",") if name.strip())
    unknown = [name for name in names if name not in FORMATS]
    if unknown or not names:
        problem = f"{', '.join(unknown) or 'nothing'} is no format; choose from {', '.join(FORMATS)}"
        raise typer.BadParameter(problem, param_hint="--format")
    return names


def _checked_base(base: str | None) -> str | None:
    from graphbuild.errors import ExportError
    from graphbuild.export.iris import check_base

    try:
        return check_base(base) if base is not None else None
    except ExportError as error:
        raise typer.BadParameter(str(error)) from error


@app.command(epilog=EXAMPLES)
def build(
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
        str, typer.Option("--format", "-f", metavar="LIST", help="Any of ttl, html, graphml, json.")
    ] = "ttl,html",
    locus: Annotated[
        str | None, typer.Option(metavar="PLACE", help='Seat of the articles, such as "Dunhua, Jilin".')
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
    chosen = _formats(formats)
    reading = {"locus": locus, "model": model}
    writing = {"base": base, "title": title}
    with _failures_in_one_line():
        graph = _read(sources, jobs, _given(reading))
        written = graph.write(output, chosen, **_given(writing)) if graph.data.documents else ()
        _report(graph, written)
    if graph.problems or not written:
        raise typer.Exit(1)


def _given(options: Mapping[str, str | None]) -> dict[str, str]:
    return {name: value for name, value in options.items() if value is not None}


def _read(sources: list[str], jobs: int, options: dict[str, str]) -> Graph:
    from rich.console import Console

    from graphbuild import pipeline

    console = Console(stderr=True)
    with _progress(console) as advance:
        return pipeline.build(
            sources,
            jobs=jobs,
            on_problem=lambda error: _complain(console, error),
            on_progress=advance,
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


@contextmanager
def _failures_in_one_line() -> Iterator[None]:
    from rich.console import Console

    from graphbuild.errors import GraphbuildError

    try:
        yield
    except GraphbuildError as error:
        _complain(Console(stderr=True), error)
        raise typer.Exit(1) from error
    except KeyboardInterrupt as interrupt:
        typer.echo("graphbuild: interrupted; nothing was written", err=True)
        raise typer.Exit(INTERRUPTED) from interrupt


def _complain(console: Console, error: GraphbuildError) -> None:
    from rich.text import Text

    line = _printable(f"graphbuild: {error}")
    console.print(Text(line), soft_wrap=True, highlight=False)


def _printable(text: str) -> str:
    """Keep names of files from moving the cursor or adding lines."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)


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
        console.print(Text(_printable(f"wrote {path}")), soft_wrap=True, highlight=False)


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
