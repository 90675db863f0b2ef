"""The graph for rdflib, for notebooks and for tools that are built on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.export.iris import DEFAULT_BASE
from graphbuild.export.turtle import to_turtle
from graphbuild.model import GraphData

if TYPE_CHECKING:
    import rdflib


def to_rdflib(data: GraphData, base: str = DEFAULT_BASE) -> rdflib.Graph:
    """Return an rdflib graph with the triples and prefixes of the Turtle; raises as `to_turtle` does."""
    import rdflib

    graph = rdflib.Graph(bind_namespaces="none")
    return graph.parse(data=to_turtle(data, base), format="turtle")
