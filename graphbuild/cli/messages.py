"""What commands say when something is wrong: one line each, on standard error."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import typer

if TYPE_CHECKING:
    from rich.console import Console

    from graphbuild.errors import GraphbuildError

INTERRUPTED: Final = 130


@contextmanager
def failures_in_one_line() -> Iterator[None]:
    """End with status 1 and one line for an error of our own, with 130 after Ctrl-C."""
    from rich.console import Console

    from graphbuild.errors import GraphbuildError

    try:
        yield
    except GraphbuildError as error:
        complain(Console(stderr=True), error)
        raise typer.Exit(1) from error
    except KeyboardInterrupt as interrupt:
        typer.echo("graphbuild: interrupted; no file was changed", err=True)
        raise typer.Exit(INTERRUPTED) from interrupt


def complain(console: Console, error: GraphbuildError) -> None:
    """Print an error with a hint on what to do, if there is one to give."""
    from graphbuild.cli.hints import hint

    advice = hint(error)
    say(console, f"graphbuild: {error}; {advice}" if advice else f"graphbuild: {error}")


def say(console: Console, line: str) -> None:
    """Print one line, whatever the names in it hold."""
    from rich.text import Text

    console.print(Text(printable(line)), soft_wrap=True, highlight=False)


def printable(text: str) -> str:
    """Keep names of files from moving the cursor or adding lines."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)
