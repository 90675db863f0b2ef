"""The command ``graphbuild diff``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from graphbuild.cli.messages import failures_in_one_line, printable

if TYPE_CHECKING:
    from rich.table import Table

    from graphbuild.diff import Change, Difference


_SIGNS: Final = {"came": "+", "went": "-", "changed": "~"}


def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="The output folder of a build.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="Another one.")],
    *,
    json: Annotated[bool, typer.Option("--json", help="Print JSON instead.")] = False,
    html: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", help="Write a page that stands alone.")
    ] = None,
    most: Annotated[
        int, typer.Option("--most", min=0, metavar="N", help="Changes shown of each kind in the terminal.")
    ] = 20,
) -> None:
    """Show which entities, tenures and edges came, went or changed between two graphs."""
    from graphbuild.diff import compare, to_json

    with failures_in_one_line():
        difference = compare(old, new)
        if html is not None:
            _write(html, difference)
        if json:
            typer.echo(to_json(difference), nl=False)
        elif html is None:
            _print(difference, most)


def _write(path: Path, difference: Difference) -> None:
    from graphbuild.diff import to_html
    from graphbuild.writing import replace_together

    page = to_html(difference).encode()
    replace_together(path.parent, {path.name: lambda stream: stream.write(page)})
    typer.echo(printable(f"wrote {path}"), err=True)


def _print(difference: Difference, most: int) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console()
    console.print(_counts(difference))
    for kind in dict.fromkeys(change.kind for change in difference.changes):
        changes = [change for change in difference.changes if change.kind == kind]
        for change in changes[:most]:
            console.print(Text(_line(change)), soft_wrap=True, highlight=False)
        if len(changes) > most:
            console.print(f"  and {len(changes) - most} more: --most shows them, --html and --json all")
    if not difference.changes:
        console.print("nothing changed")


def _counts(difference: Difference) -> Table:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    found = difference.counts()
    hows = list(dict.fromkeys(how for _, how in found))
    table = Table("", *hows, box=SIMPLE_HEAD, pad_edge=False)
    names = {"entity": "entities", "tenure": "tenures", "edge": "edges"}
    for column in table.columns[1:]:
        column.justify = "right"
    for kind, name in names.items():
        table.add_row(name, *(str(found[kind, how]) for how in hows))
    return table


def _line(change: Change) -> str:
    turns = "; ".join(
        f"{turn.name} {turn.old or 'nothing'} → {turn.new or 'nothing'}" for turn in change.turns
    )
    detail = f"  ({turns})" if change.how == "changed" else ""
    type_ = "" if change.kind == "edge" else f"{change.type} "
    return printable(f"{_SIGNS[change.how]} {type_}{change.said}{detail}")
