"""The command ``graphbuild review``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graphbuild.cli.curating import decisions_file, default_file
from graphbuild.cli.messages import complain, failures_in_one_line, printable

if TYPE_CHECKING:
    from rich.table import Table

    from graphbuild.graph import Graph
    from graphbuild.review import Pair, Side

_KEYS = "m same, d different, s skip, q quit"


def review(
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCES", help="The articles of the graph, as for build.")
    ],
    decisions: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Where decisions go; else decisions.toml beside the articles."),
    ] = None,
    *,
    list_only: Annotated[bool, typer.Option("--list", help="List the pairs and ask nothing.")] = False,
    locus: Annotated[
        str | None, typer.Option(metavar="PLACE", help='Seat of the articles, such as "Dunhua, Jilin".')
    ] = None,
    places: Annotated[
        list[Path] | None, typer.Option(metavar="FILE", help="Your own places, as for build.")
    ] = None,
) -> None:
    """Decide which people, bodies and places that may be one are one.

    Each uncertain pair is shown with what either side is known by; one key says whether they are the
    same. Decisions are written down at once, and hold in every later build.
    """
    with failures_in_one_line():
        path = decisions_file(sources, decisions) or default_file(sources)
        graph = _graph(sources, path, locus, places or [])
        from graphbuild.review import pairs

        found = pairs(graph)
        if not found:
            typer.echo("no pairs are in doubt")
        elif list_only:
            _list(found)
        else:
            _walk(found, path)


def _graph(sources: list[str], path: Path, locus: str | None, places: list[Path]) -> Graph:
    from rich.console import Console

    from graphbuild import pipeline
    from graphbuild.cli.reporting import progress

    console = Console(stderr=True)
    with progress(console) as advance:
        graph = pipeline.build(
            sources,
            locus=locus,
            places=places,
            decisions=path if path.is_file() else None,
            on_problem=lambda error: complain(console, error),
            on_progress=advance,
        )
    for problem in graph.unused:
        complain(console, problem)
    return graph


def _walk(found: list[Pair], path: Path) -> None:
    from rich.console import Console

    from graphbuild.review import MERGE, SPLIT

    console = Console()
    kinds = {"m": MERGE, "d": SPLIT}
    made = 0
    for number, pair in enumerate(found, 1):
        console.print(_shown(pair, f"{number} of {len(found)}"))
        key = _asked()
        if key == "q":
            break
        if key in kinds:
            _decide(path, pair, kinds[key])
            made += 1
    typer.echo(printable(f"{made} decisions written to {path}" if made else "nothing was decided"))


def _list(found: list[Pair]) -> None:
    from rich.console import Console

    console = Console()
    for number, pair in enumerate(found, 1):
        console.print(_shown(pair, f"{number} of {len(found)}"))


def _asked() -> str:
    """Ask until one of the keys comes; the end of the input is a wish to quit."""
    while True:
        typer.echo(f"[{_KEYS}] ", nl=False)
        try:
            key = typer.getchar() if sys.stdin.isatty() else sys.stdin.readline()[:1] or "q"
        except EOFError:
            key = "q"
        typer.echo(printable(key.strip()))
        if key.casefold() in {"m", "d", "s", "q"}:
            return key.casefold()


def _decide(path: Path, pair: Pair, kind: str) -> None:
    from graphbuild.review import decided
    from graphbuild.writing import replace_together

    before = path.read_text(encoding="utf-8-sig") if path.is_file() else ""
    content = decided(before, pair, kind).encode()
    replace_together(path.parent, {path.name: lambda stream: stream.write(content)})


def _shown(pair: Pair, heading: str) -> Table:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, expand=True, title=f"{heading}: {pair.score:.0%} the same")
    for side in (pair.left, pair.right):
        table.add_column(Text(printable(side.label)), ratio=1)
    for left, right in zip(*_rows(pair.left, pair.right), strict=True):
        table.add_row(Text(left), Text(right))
    table.caption = Text(printable("; ".join(pair.reasons)))
    return table


def _rows(*sides: Side) -> list[list[str]]:
    """Return the cells of each side, filled up to one length."""
    cells = [
        [
            side.entity,
            *(f"also {name}" for name in side.names),
            *side.posts,
            *(f"{day}: {text}" for day, text in side.sentences),
        ]
        for side in sides
    ]
    longest = max(map(len, cells))
    return [[printable(cell) for cell in column] + [""] * (longest - len(column)) for column in cells]
