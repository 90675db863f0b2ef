"""The command ``graphbuild query``."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from graphbuild.cli.messages import failures_in_one_line, printable

if TYPE_CHECKING:
    from rich.table import Table

    from graphbuild.sparql import Answer, Question

_PAGE: Final = 100
"""Rows that a table shows unless told otherwise; the other formats give all."""


class Format(StrEnum):
    """How an answer is written."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    TURTLE = "turtle"


def query(  # noqa: PLR0913 - each parameter is an option of the command
    context: typer.Context,
    graph: Annotated[
        str | None, typer.Argument(metavar="GRAPH", help="An output folder, or an RDF file.")
    ] = None,
    question: Annotated[
        str | None,
        typer.Argument(metavar="QUERY", help="A shipped question, a file, SPARQL itself, or - to read it."),
    ] = None,
    *,
    shown: Annotated[bool, typer.Option("--list", help="List the shipped questions and stop.")] = False,
    text: Annotated[bool, typer.Option("--show", help="Print the SPARQL of the question and stop.")] = False,
    form: Annotated[
        Format | None, typer.Option("--format", "-f", help="Turtle for CONSTRUCT, table for the rest.")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write the answer there, by its ending."),
    ] = None,
    limit: Annotated[
        int | None, typer.Option(min=0, metavar="N", help="Rows at most, 0 for all; a table shows 100.")
    ] = None,
    timeout: Annotated[
        float | None, typer.Option(min=0.1, metavar="SECONDS", help="Give up after so long.")
    ] = None,
) -> None:
    """Ask a graph a question: one of those that ship, or SPARQL of your own.

    Parameters of the question are options: --who "Fan Zhengyu". Repeated, they ask for any of the values.
    Names are taken without case, in any language that the graph has them in.

    Queries only read: updates and SERVICE are refused.
    """
    with failures_in_one_line():
        if shown:
            _print_questions()
        elif text and (question or graph):
            from graphbuild.sparql import read_question

            typer.echo(read_question(question or graph or "").text, nl=False)
        elif graph is None or question is None:
            raise typer.BadParameter(
                "name a graph and a question; graphbuild query --list shows the questions"
            )
        else:
            chosen = form or _by_ending(output)
            answer = _answer(
                graph, _question(question), _parameters(context.args), _rows(limit, chosen), timeout
            )
            _write(answer, chosen, output)


def _question(given: str) -> Question:
    from graphbuild.sparql import read_question
    from graphbuild.sparql.questions import parse

    if given == "-":
        import sys

        return parse(sys.stdin.read())
    return read_question(given)


def _answer(
    graph: str, question: Question, values: dict[str, list[str]], limit: int | None, timeout: float | None
) -> Answer:
    from graphbuild.sparql import query as ask

    return ask(graph, question, limit=limit, timeout=timeout, **values)


def _by_ending(output: Path | None) -> Format | None:
    if output is None:
        return None
    endings = {".csv": Format.CSV, ".json": Format.JSON, ".ttl": Format.TURTLE, ".txt": Format.TABLE}
    if output.suffix.lower() not in endings:
        problem = f"{output}: no format goes by this ending; use {', '.join(endings)}, or --format"
        raise typer.BadParameter(problem, param_hint="--output")
    return endings[output.suffix.lower()]


def _rows(limit: int | None, form: Format | None) -> int | None:
    if limit is not None:
        return limit or None
    return _PAGE if form in {None, Format.TABLE} else None


def _parameters(arguments: list[str]) -> dict[str, list[str]]:
    """Read what typer does not know, ``--who NAME`` and ``--who=NAME``, as parameters of the question."""
    values: dict[str, list[str]] = {}
    rest = list(arguments)
    while rest:
        option = rest.pop(0)
        name, equals, value = option.removeprefix("--").partition("=")
        if not option.startswith("--") or not name.isidentifier():
            raise typer.BadParameter(f"{option}: a parameter of the question is written --who NAME")
        if not equals:
            if not rest:
                raise typer.BadParameter(f"{option}: a value should follow it")
            value = rest.pop(0)
        values.setdefault(name, []).append(value)
    return values


def _write(answer: Answer, form: Format | None, output: Path | None) -> None:
    chosen = form or (Format.TURTLE if answer.triples else Format.TABLE)
    if chosen is Format.TABLE and output is None:
        _print_table(answer)
        return
    makers = {Format.CSV: answer.to_csv, Format.JSON: answer.to_json, Format.TURTLE: answer.to_turtle}
    content = makers[chosen]() if chosen in makers else _plain(answer)
    if output is None:
        typer.echo(content, nl=False)
        return
    from graphbuild.writing import replace_together

    replace_together(output.parent, {output.name: lambda stream: stream.write(content.encode())})
    typer.echo(printable(f"wrote {output}: {_counted(answer)}"), err=True)


def _plain(answer: Answer) -> str:
    from io import StringIO

    from rich.console import Console

    stream = StringIO()
    Console(file=stream, width=160).print(_table(answer))
    return stream.getvalue()


def _print_table(answer: Answer) -> None:
    from rich.console import Console

    Console().print(_table(answer))
    more = "; --limit 0 or --format csv gives all" if answer.more else ""
    typer.echo(f"{_counted(answer)}{more}", err=True)


def _counted(answer: Answer) -> str:
    rows = "row" if len(answer) == 1 else "rows"
    return f"{'the first ' if answer.more else ''}{len(answer)} {rows}"


def _table(answer: Answer) -> Table:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    from graphbuild.sparql.formats import shown

    table = Table(*map(printable, answer.columns), box=SIMPLE_HEAD, pad_edge=False)
    rows = answer.rows
    for column, cells in zip(table.columns, zip(*rows, strict=True), strict=False):
        column.overflow = "fold"
        numbers = [cell for cell in cells if cell is not None]
        column.justify = "right" if all(_is_number(cell) for cell in numbers) and numbers else "left"
    for row in rows:
        table.add_row(*(Text(printable(shown(cell))) for cell in row))
    return table


def _is_number(cell: object) -> bool:
    from decimal import Decimal

    return isinstance(cell, int | float | Decimal) and not isinstance(cell, bool)


def _print_questions() -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console()
    for line in _listed():
        console.print(Text.from_markup(line), soft_wrap=True, highlight=False)


def _listed() -> Iterator[str]:
    from rich.markup import escape

    from graphbuild.sparql import shipped

    topic = ""
    for question in shipped():
        if question.topic != topic:
            topic = question.topic
            yield f"\n[bold]{topic}[/bold]"
        yield f"[cyan]{question.name}[/cyan]  {escape(question.asks)}"
        options = (
            f'--{each.name} "{each.example}"' if not each.optional else f'[--{each.name} "{each.example}"]'
            for each in question.parameters
        )
        if question.parameters:
            yield f"    {escape(' '.join(options))}"
