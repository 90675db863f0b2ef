"""Exports for computing with networks: networkx, GraphML and node-link JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, BinaryIO

from graphbuild.export.folding import Arrow, Folded, Node, folded

if TYPE_CHECKING:
    import networkx

    from graphbuild.model import Claim, GraphData, Sentence, Span

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 (5th edition, production 2) does not allow, not even escaped."""

_JOINT = " | "

_GEXF = frozenset({"id", "pid", "parents", "slices", "spells", "start", "end", "viz"})
"""Attributes of nodes that mean something else to GEXF."""


def to_networkx(data: GraphData) -> networkx.MultiDiGraph[str]:
    """Return the graph as a ``networkx.MultiDiGraph``, nodes and edges in a fixed order.

    Nodes are entities and events, with `type`, `label`, `language`, `names` (other labels) and
    the entity's own attributes (a list where one has several values); events add `date`,
    `topics` and `documents`. Edges are keyed by relation; a second edge of one relation between
    the same nodes (two posts in one body) is keyed ``"holdsPost (2)"``. Each has `id`,
    `relation`, `first`, `last` (EDTF or None), `claims` (how many) and `evidence` (the sentences).
    ``holdsPost`` leads from the official to the body, enterprise or place and carries `title` and
    `status`; a post with no known home is a node. Edges of an event carry `position`.
    """
    import networkx

    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    view = folded(data)
    for node in view.nodes:
        graph.add_node(node.id, **_node_attributes(node))
    quotes = _quotes(data, view)
    for arrow in view.arrows:
        taken = graph[arrow.subject].get(arrow.object, {})
        key = _free_key(taken, arrow.relation)
        graph.add_edge(arrow.subject, arrow.object, key=key, **_edge_attributes(arrow, quotes))
    return graph


def to_node_link(data: GraphData) -> dict[str, Any]:
    """Return the graph as node-link data that ``json.dumps`` takes and d3 and networkx read.

    Read it back with ``networkx.node_link_graph(value, edges="edges")``.
    """
    import networkx

    value: dict[str, Any] = networkx.node_link_data(to_networkx(data), edges="edges")
    return value


def write_node_link(data: GraphData, stream: BinaryIO) -> None:
    """Write node-link JSON in ASCII (other characters escaped), one line feed at its end."""
    text = json.dumps(to_node_link(data), indent=1, sort_keys=True)
    stream.write(text.encode("ascii") + b"\n")


def write_graphml(data: GraphData, stream: BinaryIO) -> None:
    """Write GraphML in UTF-8, as Gephi, yEd and networkx read it.

    Characters that XML 1.0 does not allow become U+FFFD, lists are joined with ``" | "``, and
    attributes without a value are left out. Edges bear their stable ids.
    """
    import networkx

    # The writer of the standard library: the other takes lxml if present and differs in bytes.
    networkx.write_graphml_xml(_plain_network(data, frozenset()), stream, edge_id_from_attribute="id")


def write_gexf(data: GraphData, stream: BinaryIO) -> None:
    """Write GEXF 1.2 (https://gexf.net/) in UTF-8, as Gephi reads it.

    As `write_graphml` does with characters, lists and what has no value. An edge weighs as many
    claims as it has, and is labelled with its relation.
    """
    from networkx.readwrite.gexf import GEXFWriter

    writer = GEXFWriter(prettyprint=False)
    for meta in writer.xml.iter("meta"):
        meta.attrib.pop("lastmodifieddate", None)  # the same bytes on any day
    writer.add_graph(_plain_network(data, _GEXF))
    writer.write(stream)


def _plain_network(data: GraphData, reserved: frozenset[str]) -> networkx.MultiDiGraph[str]:
    """Return the network with values that XML can bear, without attributes of reserved names."""
    import networkx

    graph = to_networkx(data)
    plain: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for node, attributes in graph.nodes(data=True):
        plain.add_node(_xml(node), **_kept(_xml_attributes(attributes), reserved))
    for subject, object_, key, attributes in graph.edges(keys=True, data=True):
        own = {"weight": max(attributes["claims"], 1), "label": attributes["relation"]} if reserved else {}
        values = {**_xml_attributes(attributes), **own}
        plain.add_edge(_xml(subject), _xml(object_), key=_xml(key), **values)
    return plain


def _kept(attributes: Mapping[str, Any], reserved: frozenset[str]) -> dict[str, Any]:
    return {name: value for name, value in attributes.items() if name not in reserved}


def _node_attributes(node: Node) -> dict[str, Any]:
    own: dict[str, Any] = {}
    for name, value in node.attributes:
        own[name] = [*_listed(own[name]), value] if name in own else value
    fixed = {"type": node.type, "label": node.label, "language": node.language, "names": list(node.names)}
    return {**own, **_event_attributes(node), **fixed}


def _event_attributes(node: Node) -> dict[str, Any]:
    if node.event is None:
        return {}
    date = node.event.date.edtf if node.event.date else None
    return {"date": date, "topics": list(node.event.topics), "documents": list(node.event.documents)}


def _edge_attributes(arrow: Arrow, quotes: Mapping[str, list[str]]) -> dict[str, Any]:
    evidence = list(dict.fromkeys(quote for claim in arrow.claims for quote in quotes.get(claim, [])))
    value: dict[str, Any] = {
        "id": arrow.id, "relation": arrow.relation, "first": arrow.first, "last": arrow.last,
        "claims": len(arrow.claims), "evidence": evidence,
    }  # fmt: skip
    if arrow.relation == "holdsPost":
        value |= {"title": arrow.title, "status": arrow.status}
    if arrow.position is not None:
        value["position"] = arrow.position
    return value


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _free_key(taken: Mapping[str, Any], relation: str) -> str:
    key, count = relation, 1
    while key in taken:
        count += 1
        key = f"{relation} ({count})"
    return key


def _quotes(data: GraphData, view: Folded) -> dict[str, list[str]]:
    """Map claim ids to the sentences they rest on, the act first."""
    used = {claim for arrow in view.arrows for claim in arrow.claims}
    said = quotes_by_span(data.sentences)
    found = ((claim.id, claim) for claim in data.claims)
    return {key: _sentences(claim, said) for key, claim in found if key in used}


def quotes_by_span(sentences: Iterable[Sentence]) -> dict[tuple[str, Span], str]:
    """Index sentences by document and span."""
    return {(sentence.document, sentence.span): sentence.text for sentence in sentences}


def _sentences(claim: Claim, said: Mapping[tuple[str, Span], str]) -> list[str]:
    keys = ((claim.evidence.document, span) for span in claim.evidence.sentences)
    return [said[key] for key in keys if key in said]


def _xml(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)


def _xml_attributes(attributes: Mapping[str, Any]) -> dict[str, Any]:
    kept = {_xml(key): _xml_value(value) for key, value in attributes.items() if value is not None}
    return {key: kept[key] for key in sorted(kept)}


def _xml_value(value: object) -> str | int:
    if isinstance(value, int):
        return value
    return _xml(_JOINT.join(str(item) for item in _listed(value)))
