"""The graph for rdflib, for notebooks and for tools that are built on it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from graphbuild.export.iris import DEFAULT_BASE
from graphbuild.export.terms import PREFIXES
from graphbuild.model import GraphSource

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node


def to_rdflib(source: GraphSource, base: str = DEFAULT_BASE) -> rdflib.Graph:
    """Return an rdflib graph with the triples and prefixes of the Turtle; raises as `to_turtle` does.

    The Turtle is parsed by oxigraph, which is quicker than rdflib at it; the terms are rdflib's own.
    """
    import rdflib

    from graphbuild.export.sections import sections
    from graphbuild.export.serializations import blocks_together, parsed

    graph = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in {**PREFIXES, "id": base}.items():
        graph.bind(prefix, namespace)
    for section in blocks_together(sections(source, base)):
        for quad in parsed(section, base):
            graph.add((_term(quad.subject), _term(quad.predicate), _term(quad.object)))
    return graph


def _term(term: object) -> Node:
    import pyoxigraph
    import rdflib

    if not isinstance(term, pyoxigraph.Literal):
        return _name(str(getattr(term, "value", term)))  # a name: no node of ours is blank
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    plain = term.datatype.value == f"{PREFIXES['xsd']}string"
    return rdflib.Literal(term.value, datatype=None if plain else _name(term.datatype.value))


@lru_cache(maxsize=100_000)
def _name(iri: str) -> rdflib.URIRef:
    import rdflib

    return rdflib.URIRef(iri)
