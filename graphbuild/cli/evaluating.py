"""The command ``graphbuild evaluate``."""

from __future__ import annotations

import json as json_format
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graphbuild.cli.messages import complain, failures_in_one_line, printable, say

if TYPE_CHECKING:
    from rich.console import Console

    from graphbuild.evaluate import Evaluation, GoldArticle
    from graphbuild.evaluate.calibration import Calibration
    from graphbuild.graph import Graph


def evaluate(  # noqa: PLR0913 - each parameter is an option of the command
    gold: Annotated[
        list[Path],
        typer.Argument(metavar="GOLD", help="Folders with NAME.json beside NAME.txt, or such pairs."),
    ],
    *,
    errors: Annotated[
        bool, typer.Option("--errors", help="List all that is missed or false, with its sentences.")
    ] = False,
    articles: Annotated[bool, typer.Option("--articles", help="Add a table by article.")] = False,
    calibration: Annotated[
        bool, typer.Option("--calibration", help="Add how many claims of each confidence are right.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Print JSON instead.")] = False,
    html: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", help="Write a page that stands alone.")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FOLDER", help="Keep the graph of each article as NAME.ttl."),
    ] = None,
    floors: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Fail when a figure is under its floor in this file.")
    ] = None,
    raise_floors: Annotated[
        bool, typer.Option("--raise-floors", help="Raise the floors to what is measured.")
    ] = False,
    lower_floors: Annotated[
        str | None, typer.Option(metavar="REASON", help="Lower the floors that are not reached, and say why.")
    ] = None,
    places: Annotated[
        list[Path] | None, typer.Option(metavar="FILE", help="Your own places, as for build.")
    ] = None,
    model: Annotated[
        str | None, typer.Option(metavar="PACKAGE", help="Another spaCy pipeline that is installed.")
    ] = None,
) -> None:
    """Build articles that have hand-made gold, each alone, and say how much of their graphs is right.

    Precision, recall and F1 with 95 % intervals, for entities, posts, relations, dates, order and modality.

    The status is 1 when an article could not be read, gold is malformed, or a figure is under its floor.
    """
    if floors is None and (raise_floors or lower_floors is not None):
        raise typer.BadParameter("needs --floors FILE", param_hint="--raise-floors, --lower-floors")
    with failures_in_one_line():
        evaluation = _evaluation(_gold(gold), output, places or [], model)
        measured = _calibration(evaluation) if calibration else None
        if html is not None:
            _write(html, evaluation, measured)
        if json:
            _print_json(evaluation, errors, measured)
        else:
            _print(evaluation, articles, errors, measured)
        held = floors is None or _hold(floors, evaluation, raise_floors, lower_floors)
    if evaluation.unread or not held:
        raise typer.Exit(1)


def _gold(sources: list[Path]) -> tuple[GoldArticle, ...]:
    """Read all gold, or tell everything that is wrong with it: figures of a part would mislead."""
    from rich.console import Console

    from graphbuild.errors import GoldError
    from graphbuild.evaluate import read_gold

    problems: list[GoldError] = []
    found = read_gold(sources, on_problem=problems.append)
    for problem in problems:
        complain(Console(stderr=True), problem)
    if problems:
        raise typer.Exit(1)
    return found


def _evaluation(
    gold: tuple[GoldArticle, ...], output: Path | None, places: list[Path], model: str | None
) -> Evaluation:
    from rich.console import Console

    from graphbuild.evaluate import build_article
    from graphbuild.evaluate import evaluate as compare

    console = Console(stderr=True)
    with _progress(console, len(gold)) as advance:

        def note(article: GoldArticle, graph: Graph) -> None:
            for problem in graph.problems:
                complain(console, problem)
            if output is not None:
                _keep(output, article, graph)
            advance()

        return compare(
            gold, builder=lambda one: build_article(one, model=model, places=places), on_graph=note
        )


@contextmanager
def _progress(console: Console, total: int) -> Iterator[Callable[[], None]]:
    from rich.progress import Progress

    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("articles", total=total)
        yield lambda: progress.advance(task)


def _keep(folder: Path, article: GoldArticle, graph: Graph) -> None:
    from graphbuild.writing import replace_together

    text = graph.to_turtle().encode()
    replace_together(folder, {f"{article.name}.ttl": lambda stream: stream.write(text)})


def _calibration(evaluation: Evaluation) -> Calibration:
    from graphbuild.evaluate.calibration import calibrate

    return calibrate(evaluation.articles)


def _write(path: Path, evaluation: Evaluation, calibration: Calibration | None) -> None:
    from graphbuild.evaluate.page import to_html
    from graphbuild.writing import replace_together

    page = to_html(evaluation, calibration).encode()
    replace_together(path.parent, {path.name: lambda stream: stream.write(page)})
    typer.echo(printable(f"wrote {path}"), err=True)


def _print_json(evaluation: Evaluation, errors: bool, calibration: Calibration | None) -> None:
    from graphbuild.evaluate.record import record

    found = record(evaluation, errors=errors, calibration=calibration)
    typer.echo(json_format.dumps(found, indent=2))


def _print(evaluation: Evaluation, articles: bool, errors: bool, calibration: Calibration | None) -> None:
    from rich.console import Console

    from graphbuild.evaluate.terminal import print_evaluation

    print_evaluation(evaluation, Console(), articles=articles, errors=errors, calibration=calibration)


def _hold(path: Path, evaluation: Evaluation, higher: bool, reason: str | None) -> bool:
    """Move the floors where that is asked for; say which figures are still under theirs."""
    from rich.console import Console

    from graphbuild.evaluate.floors import read_floors
    from graphbuild.writing import replace_together

    before = read_floors(path)
    floors = before.sunk(evaluation, reason) if reason is not None and reason.strip() else before
    floors = floors.raised(evaluation) if higher else floors
    if floors != before:
        text = floors.to_toml().encode()
        replace_together(path.parent, {path.name: lambda stream: stream.write(text)})
        typer.echo(printable(f"wrote {path}"), err=True)
    console = Console(stderr=True)
    breaches = floors.breaches(evaluation)
    for key, floor, measured in breaches:
        say(console, f"graphbuild: {key} is {measured:.3f}, under its floor of {floor:.3f} in {path}")
    unexplained = floors.unexplained()
    for key in unexplained:
        say(console, f"graphbuild: {path}: the floor of {key} was lowered without a reason under [[lowered]]")
    return not breaches and not unexplained
