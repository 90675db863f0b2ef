"""The command ``graphbuild`` with its subcommands and what each teaches."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Annotated, Final

import typer

from graphbuild import __version__
from graphbuild.cli.building import build
from graphbuild.cli.changing import add, remove, replace
from graphbuild.cli.diffing import diff
from graphbuild.cli.evaluating import evaluate
from graphbuild.cli.explaining import explain
from graphbuild.cli.querying import query
from graphbuild.cli.reviewing import review
from graphbuild.cli.serving import serve
from graphbuild.cli.validating import validate

COMMANDS: Final[tuple[Callable[..., None], ...]] = (
    build, add, remove, replace, diff, explain, review, query, serve, validate, evaluate,
)  # fmt: skip
"""The subcommands in the order in which ``--help`` lists them; ``examples.toml`` has their examples."""

_OPEN: Final = {"query": {"allow_extra_args": True, "ignore_unknown_options": True}}
"""Settings of commands that take options of which only the shipped questions know."""

app = typer.Typer(
    name="graphbuild",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@cache
def _examples() -> dict[str, list[dict[str, str]]]:
    return tomllib.loads(files("graphbuild.cli").joinpath("examples.toml").read_text(encoding="utf-8"))


def _epilog(command: str) -> str:
    """Return the examples of a command as the end of its help."""
    shown = (f"[cyan]{item['command']}[/cyan]\n  {item['text']}" for item in _examples()[command])
    return "\n\n".join(["[bold]Examples[/bold]", *shown])


def main() -> None:
    """Run the command that the arguments of the process name, and exit with its status."""
    app(prog_name="graphbuild")


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"graphbuild {__version__}")
        raise typer.Exit


@app.callback(epilog=_epilog("graphbuild"))
def graphbuild(
    *,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and stop."),
    ] = False,
) -> None:
    """Read news about what officials do and build a knowledge graph: offline, the same in every run."""


for _command in COMMANDS:
    _name = _command.__name__
    app.command(epilog=_epilog(_name), context_settings=_OPEN.get(_name))(_command)
