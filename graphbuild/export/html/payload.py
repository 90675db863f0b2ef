"""What the page knows: nodes with places, edges, claims, sentences and documents, as JSON values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final

from graphbuild.export.folding import UNKNOWN, Arrow, Folded, Node, folded
from graphbuild.export.html.evidence import Ledger
from graphbuild.export.html.placing import Places, places
from graphbuild.export.html.wording import LANGUAGES, all_texts, asset, labels, other_labels, romanised, texts
from graphbuild.model import GraphData

Json = dict[str, Any]

_MANY: Final = 300  # in graphs of more nodes, small ones are hidden at first


@dataclass(frozen=True, slots=True)
class Payload:
    """Nodes and edges in the form of vis-network, and `rest`: everything else that the page reads."""

    nodes: list[Json]
    edges: list[Json]
    rest: Json


def payload(data: GraphData, label: Callable[[str, str], str], language: str) -> Payload:
    """Return the page's data, the same for any order of the tuples in `data`."""
    view = folded(data)
    ledger = Ledger(data, view)
    hidden = {node.id for node in view.nodes if node.type in _hidden_types(view)}
    spots, degrees = places(view, hidden), _degrees(view, hidden)
    rest = {
        "language": language, "texts": all_texts(), "docs": ledger.documents,
        "sentences": ledger.sentences, "claims": ledger.claims, "communities": spots.communities,
        "types": _types(view, label), "relations": _relations(data, view, label),
    }  # fmt: skip
    tongues = {e.id: dict(other_labels(e.label, e.language, e.labels)) for e in data.entities if e.labels}
    nodes = [
        _node(node, spots, degrees[node.id], ledger) | _if_any("tongues", tongues.get(node.id))
        for node in sorted(view.nodes, key=lambda node: (spots.homes[node.id], node.id))
    ]
    names = _edge_names(view.arrows)
    edges = [_edge(arrow, name, ledger) for arrow, name in zip(view.arrows, names, strict=True)]
    return Payload(nodes, edges, rest)


def _node(node: Node, spots: Places, degree: int, ledger: Ledger) -> Json:
    x, y = spots.spots[node.id]
    value: Json = {
        "id": node.id, "label": node.label, "type": node.type, "x": x, "y": y,
        "degree": degree, "community": spots.homes[node.id],
    }  # fmt: skip
    optional = {
        "names": list(node.names), "sounds": list(romanised((node.label, *node.names))),
        "attributes": [list(pair) for pair in node.attributes],
        "unsure": ledger.unsure.get(node.id, []), "event": _event(node, ledger),
    }  # fmt: skip
    return value | {key: item for key, item in optional.items() if item}


def _if_any(key: str, value: object) -> Json:
    return {key: value} if value else {}


def _event(node: Node, ledger: Ledger) -> Json | None:
    event = node.event
    if event is None:
        return None
    claims = ledger.indexes(event.claims)
    said = {number for claim in claims for number in ledger.claims[claim]["sentences"]}
    parts = sorted(event.participations, key=lambda part: (part.role, part.position or 0, part.official))
    return {
        "people": [[p.role, p.official, [ledger.names.get(post, post) for post in p.posts]] for p in parts],
        "stops": list(event.stops), "venue": event.venue, "topics": list(event.topics),
        "date": ledger.date(event.date), "claims": claims, "sentences": len(said),
        "docs": ledger.document_indexes(event.documents),
    }  # fmt: skip


def _edge_names(arrows: Iterable[Arrow]) -> list[str]:
    """Name arrows by what they join, so that the page can derive the names and need not hold them."""
    taken: Counter[str] = Counter()
    names = []
    for arrow in arrows:
        name = "~".join(
            [arrow.subject, arrow.relation, arrow.object, *([arrow.title] if arrow.title else [])]
        )
        taken[name] += 1
        names.append(name if taken[name] == 1 else f"{name}~{taken[name]}")
    return names


def _edge(arrow: Arrow, name: str, ledger: Ledger) -> Json:
    value: Json = {
        "id": name, "from": arrow.subject, "to": arrow.object, "relation": arrow.relation,
        "claims": ledger.indexes(arrow.claims),
    }  # fmt: skip
    optional = {
        "title": arrow.title, "status": arrow.status if arrow.status != "held" else "",
        "first": arrow.first, "last": arrow.last, "position": arrow.position,
    }  # fmt: skip
    return value | {key: item for key, item in optional.items() if item}


def _types(view: Folded, label: Callable[[str, str], str]) -> Json:
    """Return how each type that occurs is named and drawn, in the order of the style file."""
    styles = asset("style.toml")["types"]
    hidden = _hidden_types(view)
    unknown = {language: texts(language)["unknown"] for language in LANGUAGES}
    return {
        name: styles.get(name, styles[UNKNOWN])
        | {"hidden": name in hidden, "labels": unknown if name == UNKNOWN else labels(label, name)}
        for name in _ranked({node.type for node in view.nodes}, list(styles))
    }


def _relations(data: GraphData, view: Folded, label: Callable[[str, str], str]) -> Json:
    styles = asset("style.toml")["relations"]
    found = {arrow.relation for arrow in view.arrows} | {claim.relation for claim in data.claims}
    plain = {"dash": [], "tone": "plain"}
    return {
        name: styles.get(name, plain) | {"labels": labels(label, name)}
        for name in _ranked(found, list(styles))
    }


def _ranked(names: set[str], order: list[str]) -> list[str]:
    return sorted(names, key=lambda name: (order.index(name) if name in order else len(order), name))


def _hidden_types(view: Folded) -> set[str]:
    """Return the types that the page hides at first: some always, some where there are many nodes."""
    many = len(view.nodes) > _MANY
    styles = asset("style.toml")["types"]
    return {name for name, style in styles.items() if style.get("hidden") or (many and style.get("small"))}


def _degrees(view: Folded, hidden: set[str]) -> Counter[str]:
    """Count the edges at each node; those of hidden nodes repeat others and count there alone."""
    ends = [(arrow.subject, arrow.object) for arrow in view.arrows]
    return Counter(
        end for pair in ends for end, other in (pair, pair[::-1]) if end in hidden or other not in hidden
    )
