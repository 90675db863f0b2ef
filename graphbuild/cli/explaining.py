"""The command ``graphbuild explain``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graphbuild.cli.curating import decisions_file, workspace_of
from graphbuild.cli.messages import complain, failures_in_one_line, printable, say

if TYPE_CHECKING:
    from rich.console import Console

    from graphbuild.errors import ReadError
    from graphbuild.explain import Explanation
    from graphbuild.model import Document, Extraction


def explain(  # noqa: PLR0913 - each parameter is an option of the command
    article: Annotated[
        str,
        typer.Argument(
            metavar="ARTICLE",
            help="One file, or - for standard input; with --entity a folder, or an output folder.",
        ),
    ],
    *,
    entity: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="A name or id: why its mentions are one entity, or several."),
    ] = None,
    decisions: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Decisions of a curator, as for build.")
    ] = None,
    slogans: Annotated[
        bool, typer.Option("--slogans", help="List the set phrases, which make no nodes, instead.")
    ] = False,
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

    With --entity, show instead which articles name somebody or something, and what speaks for their
    being one: every feature with its weight.
    """
    with failures_in_one_line():
        if entity is not None:
            options = {"locus": locus, "model": model}
            _explain_entity(article, entity, json, decisions, places or [], options)
            return
        document = _document(article, locus)
        explanation = _explained(document, places or [], model)
        if html is not None:
            _write(html, explanation)
        if slogans:
            _print_slogans(explanation, json)
        elif json:
            from graphbuild.explain import to_json

            typer.echo(to_json(explanation), nl=False)
        elif html is None:
            _print(explanation)


def _print_slogans(explanation: Explanation, as_json: bool) -> None:
    from rich.console import Console

    from graphbuild.explain import slogans_to_text
    from graphbuild.explain.record import slogans_to_json

    if as_json:
        typer.echo(slogans_to_json(explanation), nl=False)
    else:
        slogans_to_text(explanation, Console())


def _explain_entity(
    source: str,
    name: str,
    as_json: bool,
    decisions: Path | None,
    places: list[Path],
    options: dict[str, str | None],
) -> None:
    """Print why the mentions of a name in all articles of a source are one entity or several."""
    from rich.console import Console

    from graphbuild.decisions import NONE, read_decisions
    from graphbuild.explain.entity import entities_to_json, entities_to_text, explain_entity

    path = decisions_file([source], decisions)
    decided = read_decisions(path) if path is not None else NONE
    errors = Console(stderr=True)
    extractions = _extractions(source, places, options, errors)
    found = explain_entity(extractions, name, decided)
    if not found:
        say(
            errors,
            f"graphbuild: {source}: nothing is called {name}; give a name as an article writes it, or an id",
        )
        raise typer.Exit(1)
    if as_json:
        typer.echo(entities_to_json(found), nl=False)
    else:
        entities_to_text(found, Console())


def _extractions(
    source: str, places: list[Path], options: dict[str, str | None], errors: Console
) -> list[Extraction]:
    """Return what the articles of a source say: from its workspace where it is one, else read now."""
    from graphbuild import pipeline
    from graphbuild.cli.reporting import progress

    built = workspace_of([source])
    with progress(errors) as advance:
        if built is not None:
            return list(built.extractions())
        return pipeline.extract_all(
            [source],
            places=places,
            on_problem=lambda error: complain(errors, error),
            on_progress=advance,
            locus=options["locus"],
            model=options["model"] or pipeline.DEFAULT_MODEL,
        )


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
