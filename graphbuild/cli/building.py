"""The command ``graphbuild build``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graphbuild.cli.curating import decisions_file
from graphbuild.cli.messages import failures_in_one_line
from graphbuild.cli.reporting import run, workspace
from graphbuild.cli.unread import table_file, write_reports

if TYPE_CHECKING:
    from graphbuild.workspace import Given


def checked_formats(text: str) -> tuple[str, ...]:
    """Read "ttl,html"."""
    from graphbuild.errors import ExportError
    from graphbuild.export.formats import check_format

    names = tuple(name.strip() for name in text.split(",") if name.strip())
    try:
        for name in names or ("nothing",):
            check_format(name)
    except ExportError as error:
        raise typer.BadParameter(str(error), param_hint="--format") from error
    return names


def checked_fields(text: str | None) -> dict[str, str]:
    """Read "title=headline,text=body"."""
    from graphbuild.errors import ReadError
    from graphbuild.read import Fields

    parts = [part.strip() for part in (text or "").split(",") if part.strip()]
    wrong = next((part for part in parts if not all(map(str.strip, part.partition("=")))), None)
    if wrong is not None:
        problem = f"{wrong!r} is no pair such as text=body"
        raise typer.BadParameter(problem, param_hint="--fields")
    pairs = (part.split("=", 1) for part in parts)
    found = {name.strip(): value.strip() for name, value in pairs}
    try:
        Fields(found)
    except ReadError as error:
        raise typer.BadParameter(error.problem, param_hint="--fields") from error
    return found


def checked_base(base: str | None) -> str | None:
    """Check where IRIs shall begin."""
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
            metavar="SOURCES",
            help="Articles: files, folders, patterns, data files of many; - for standard input.",
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
    fields: Annotated[
        str | None,
        typer.Option(metavar="LIST", help="Names of the fields of data files: title=headline,text=body,…"),
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
        typer.Option(metavar="IRI", callback=checked_base, help="Where IRIs of nodes begin, up to / or #."),
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

    Articles that an earlier build into the same folder has read are not read again, and those that
    are no longer among the sources go. Its files are replaced only when the new ones are complete.
    """
    with failures_in_one_line():
        curated = decisions_file(sources, decisions)
    given: Given = {
        "places": places or (),
        "fields": checked_fields(fields),
        "formats": checked_formats(formats),
        "jobs": jobs,
        "locus": locus,
        "model": model,
        "base": base,
        "title": title,
        "decisions": curated,
    }

    def more() -> tuple[Path, ...]:
        return write_reports(workspace().open(output).graph(), coverage, slogans)

    wanted = more if coverage or slogans else None
    run(lambda watch: workspace().build(output, sources, **given, **watch), wanted)
