"""The interactive page: one self-contained HTML file with the graph and the sentences behind it."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphbuild.model import GraphData


def to_html(data: GraphData, *, title: str = "graphbuild", language: str = "en") -> str:
    """Return the graph as one HTML page that makes no request and needs no server.

    `language` ("en" or "zh") chooses the words of the page and of types and relations; names and
    sentences stay as they were written. Names are never markup: the page builds its elements
    from text, and a content security policy by hash refuses every other script. The same graph
    gives the same text, in whatever order its tuples come. Write it as UTF-8.

    Raises `OntologyError` when a type or relation is not in the ontology.
    """
    from graphbuild.export.html.network import GraphNetwork
    from graphbuild.ontology import ontology

    with _without_collector():
        return GraphNetwork(data, ontology().label, title=title, language=language).generate_html()


@contextmanager
def _without_collector() -> Iterator[None]:
    """Let no one search for cycles meanwhile: of millions of values none is in one; saves a quarter."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
