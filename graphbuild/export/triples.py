"""The triples of a graph, as the ontology names them: what every RDF format of ours writes.

All nodes have IRIs, none is blank. Edges are plain triples; beside them stand the claims they rest
on, as `rdf:Statement`s with hash IRIs, and the sentences that are their evidence. Superclasses of
the ontology are written out, so that ``?event a gb:Event`` needs no reasoner.
"""

from __future__ import annotations

from typing import Final

from pyoxigraph import NamedNode, RdfFormat, Triple, parse

from graphbuild.export.iris import DEFAULT_BASE
from graphbuild.export.terms import PREFIXES
from graphbuild.export.turtle import to_turtle
from graphbuild.model import GraphSource

_TYPE: Final = NamedNode(PREFIXES["rdf"] + "type")


def triples(source: GraphSource, base: str = DEFAULT_BASE) -> list[Triple]:
    """Return every triple of a graph once, sorted by subject, then type first, predicate and object.

    Raises as `to_turtle` does.
    """
    found = {quad.triple for quad in parse(to_turtle(source, base), format=RdfFormat.TURTLE)}
    return sorted(found, key=_order)


def _order(triple: Triple) -> tuple[str, bool, str, str]:
    return str(triple.subject), triple.predicate != _TYPE, str(triple.predicate), str(triple.object)
