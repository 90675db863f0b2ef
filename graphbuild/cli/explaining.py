"""The command ``graphbuild explain``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graphbuild.cli.messages import failures_in_one_line, printable

if TYPE_CHECKING:
    from graphbuild.errors import ReadError
    from graphbuild.explain import Explanation
    from graphbuild.model import Document


def explain(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="One file, or - for standard input.")],
    *,
    json: Annotated[bool, typer.Option("--json", help="Print JSON instead.")] = False,
    html: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", help="Write a page that stands alone.")
    ] = None,
    locus: Annotated[
        str | None, typer.Option(metavar="PLACE", help='Seat of the article, such as "Dunhua, Jilin".')
    ] = None,
    places: Annotated[
        list[Path] | None, typer.Option(metavar="FILE", help="Your own places, as for build.")
    ] = None,
    model: Annotated[
        str | None, typer.Option(metavar="PACKAGE", help="Another spaCy pipeline that is installed.")
    ] = None,
) -> None:
    """Show what is read in one article, sentence by sentence, and what is not.

    Each sentence comes with the names in it, the claims that rest on it with the rule that read them,
    and a remark where a word promised a claim and gave none.
    """
    with failures_in_one_line():
        document = _document(article, locus)
        explanation = _explained(document, places or [], model)
        if html is not None:
            _write(html, explanation)
        if json:
            from graphbuild.explain import to_json

            typer.echo(to_json(explanation), nl=False)
        elif html is None:
            _print(explanation)


def _document(article: str, locus: str | None) -> Document:
    """Read the one article. Raises ReadError when it is none, or in a language that is not read."""
    from graphbuild.errors import ReadError
    from graphbuild.explain.language import foreign_language
    from graphbuild.read import read_path

    if article != "-" and Path(article).is_dir():
        raise _folder(article)
    document = read_path(article, locus=locus)
    problem = foreign_language(document)
    if problem:
        raise ReadError(document.source, problem)
    return document


def _folder(path: str) -> ReadError:
    """Return what is wrong with a folder, with the name of an article in it."""
    from graphbuild.errors import ReadError
    from graphbuild.read import discover

    problems: list[ReadError] = []
    for place in discover([path], on_problem=problems.append):
        return ReadError(path, f"a folder, and explain takes one article: name one file, such as {place}")
    return problems[0]


def _explained(document: Document, places: list[Path], model: str | None) -> Explanation:
    from graphbuild import gazetteer
    from graphbuild.explain import explain as explain_document

    return explain_document(document, model=model, places=gazetteer.read_places(places))


def _write(path: Path, explanation: Explanation) -> None:
    from graphbuild.explain import to_html
    from graphbuild.writing import replace_together

    page = to_html(explanation).encode()
    replace_together(path.parent, {path.name: lambda stream: stream.write(page)})
    typer.echo(printable(f"wrote {path}"), err=True)


def _print(explanation: Explanation) -> None:
    from rich.console import Console

    from graphbuild.explain import to_text

    to_text(explanation, Console())
