"""The commands ``graphbuild add``, ``remove`` and ``replace``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graphbuild.cli.building import checked_fields
from graphbuild.cli.reporting import run, workspace

_Sources = Annotated[
    list[str], typer.Argument(metavar="SOURCES", help="Articles, as for build.", show_default=False)
]
_Output = Annotated[
    Path, typer.Option("--output", "-o", metavar="FOLDER", help="The folder of the graph to change.")
]
_Locus = Annotated[str | None, typer.Option(metavar="PLACE", help="Seat of the new articles.")]
_Fields = Annotated[
    str | None, typer.Option(metavar="LIST", help="Names of the fields of data files, as for build.")
]
_Jobs = Annotated[int, typer.Option("--jobs", "-j", min=1, metavar="N", help="Processes that read.")]


def add(
    sources: _Sources,
    output: _Output = Path("output"),
    locus: _Locus = None,
    fields: _Fields = None,
    links: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Ids of Wikidata by name, as for build.")
    ] = None,
    jobs: _Jobs = 1,
) -> None:
    """Add articles to a graph.

    Options that are not given are those of the last build into the folder, formats too.
    """
    named = checked_fields(fields) or None
    run(
        lambda watch: workspace().add(
            output, sources, locus=locus, fields=named, links=links, jobs=jobs, **watch
        )
    )


def remove(
    names: Annotated[
        list[str], typer.Argument(metavar="ARTICLES", help="Paths, addresses, ids, or titles with *.")
    ],
    output: _Output = Path("output"),
) -> None:
    """Take articles out of a graph, with all that rests on them alone.

    A name that means no article is an error, and then nothing is taken out.
    """
    run(lambda watch: workspace().remove(output, names, **watch))


def replace(
    sources: _Sources,
    of: Annotated[
        list[str] | None,
        typer.Option(metavar="ARTICLE", help="What they replace, named as for remove. Repeatable."),
    ] = None,
    output: _Output = Path("output"),
    locus: _Locus = None,
    fields: _Fields = None,
    jobs: _Jobs = 1,
) -> None:
    """Put corrected articles in the place of earlier ones.

    Without --of these are the ones with the same address, or from the same file.
    """
    named = checked_fields(fields) or None
    run(
        lambda watch: workspace().replace(
            output, sources, of=of or (), locus=locus, fields=named, jobs=jobs, **watch
        )
    )
