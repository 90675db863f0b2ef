"""The command ``graphbuild`` with its subcommands and what each teaches."""

from __future__ import annotations

from typing import Annotated, Final

import typer

from graphbuild import __version__
from graphbuild.cli.building import build
from graphbuild.cli.changing import ADD_EXAMPLES, REMOVE_EXAMPLES, REPLACE_EXAMPLES, add, remove, replace
from graphbuild.cli.diffing import DIFF_EXAMPLES, diff
from graphbuild.cli.explaining import explain

app = typer.Typer(
    name="graphbuild",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

EXAMPLES: Final = """
[bold]Examples[/bold]

[cyan]graphbuild build article.txt[/cyan]
  one article; then open output/graph.html in a browser

[cyan]graphbuild build articles/ --locus "Dunhua, Jilin"[/cyan]
  a folder; says where the articles come from: whose mayor "the Mayor" is

[cyan]graphbuild add more/[/cyan]
  more articles into the same graph; those that are there are not read again

[cyan]graphbuild explain article.txt[/cyan]
  what was read in each sentence, and which sentences gave nothing

[cyan]graphbuild build --help[/cyan]
  all options of a command, with more examples
"""

BUILD_EXAMPLES: Final = """
[bold]Examples[/bold]

[cyan]graphbuild build article.txt[/cyan]
  one article; then open output/graph.html in a browser

[cyan]graphbuild build articles/ 'pages/*.html' -o results[/cyan]
  a folder, and all pages that match a pattern, into results/

[cyan]graphbuild build articles/ --locus "Dunhua, Jilin"[/cyan]
  says where the articles come from: whose mayor "the Mayor" is

[cyan]graphbuild build articles/ --places places.tsv[/cyan]
  places of your own, which the gazetteer does not know

[cyan]graphbuild build corpus.csv.gz --fields text=body,published=day[/cyan]
  a table of many articles, with what its columns are called

[cyan]graphbuild build articles/ --format ttl,graphml --jobs 4[/cyan]
  Turtle for SPARQL and GraphML for Gephi; four processes read

[cyan]cat article.txt | graphbuild build -[/cyan]
  standard input
"""

EXPLAIN_EXAMPLES: Final = """
[bold]Examples[/bold]

[cyan]graphbuild explain article.txt[/cyan]
  in the terminal, with colours by type

[cyan]graphbuild explain article.txt --html article.html[/cyan]
  as a page to read, print or send

[cyan]graphbuild explain article.txt --json | jq '.coverage'[/cyan]
  as data

[cyan]graphbuild explain article.txt --locus "Dunhua, Jilin"[/cyan]
  says where the article comes from, and shows what changes
"""


def main() -> None:
    """Run the command that the arguments of the process name, and exit with its status."""
    app(prog_name="graphbuild")


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"graphbuild {__version__}")
        raise typer.Exit


@app.callback(epilog=EXAMPLES)
def graphbuild(
    *,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and stop."),
    ] = False,
) -> None:
    """Read news about what officials do and build a knowledge graph: offline, the same in every run."""


app.command(epilog=BUILD_EXAMPLES)(build)
app.command(epilog=ADD_EXAMPLES)(add)
app.command(epilog=REMOVE_EXAMPLES)(remove)
app.command(epilog=REPLACE_EXAMPLES)(replace)
app.command(epilog=DIFF_EXAMPLES)(diff)
app.command(epilog=EXPLAIN_EXAMPLES)(explain)
