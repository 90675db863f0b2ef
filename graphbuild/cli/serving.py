"""The command ``graphbuild serve``."""

from __future__ import annotations

from typing import Annotated, Final

import typer

from graphbuild.cli.messages import failures_in_one_line, printable
from graphbuild.serve import PORT

EXAMPLES: Final = ("visits-by-region", "several-posts", "chairs")


def serve(
    graph: Annotated[
        str, typer.Argument(metavar="GRAPH", help="An output folder, or an RDF file.")
    ] = "output",
    *,
    port: Annotated[
        int,
        typer.Option(
            "--port", "-p", min=0, max=65535, metavar="N", help="Where to listen; 0 takes any that is free."
        ),
    ] = PORT,
    timeout: Annotated[int, typer.Option(min=1, metavar="SECONDS", help="Bound on every query.")] = 60,
    open_page: Annotated[bool, typer.Option("--open", help="Open the query page in the browser.")] = False,
) -> None:
    """Serve a graph as a SPARQL endpoint with a query page, on this machine alone and read-only.

    The graph is put into a store on disk once, so that it may be larger than memory. Ctrl-C stops the server.
    """
    with failures_in_one_line():
        from graphbuild.serve import ending_on_sigterm, program, serving
        from graphbuild.sparql import find_source, location

        program()  # what is missing is told before a large graph is loaded
        with ending_on_sigterm():
            try:
                source = find_source(graph)
                typer.echo(printable(f"opening {source.path} ..."), err=True)
                with location(source) as store, serving(store, port, timeout) as server:
                    _announce(server.address, open_page)
                    server.wait()
            except KeyboardInterrupt:
                typer.echo("stopped", err=True)


def _announce(address: str, open_page: bool) -> None:
    from graphbuild.sparql import question

    head = (
        f"query page  {address}\nendpoint    {address}query\n\nCtrl-C stops the server. Questions to paste:\n"
    )
    typer.echo("\n".join([head, *(question(name).text for name in EXAMPLES)]))
    if open_page:
        import webbrowser

        webbrowser.open(address)
