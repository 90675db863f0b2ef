"""What the page knows: nodes with places, edges, claims, sentences and documents, as JSON values."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from graphbuild.export.folding import UNKNOWN, Arrow, Folded, Node, folded
from graphbuild.export.html.evidence import Ledger
from graphbuild.export.html.layout import layout
from graphbuild.export.html.wording import LANGUAGES, all_texts, asset, labels, other_labels, romanised, texts
from graphbuild.model import GraphData

Json = dict[str, Any]

_ROOMY: Final = 160  # graphs up to this many nodes get room for every label
_SMALL_BOX: Final = (46.0, 40.0)
_LINE: Final = 140.0  # px at which the page breaks a label
_WIDE: Final = frozenset("WF")


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
    spots = _spots(view)
    degrees = _degrees(view)
    rest = {
        "language": language, "texts": all_texts(), "docs": ledger.documents,
        "sentences": ledger.sentences, "claims": ledger.claims, "communities": [],
        "types": _types(view, label), "relations": _relations(data, view, label),
    }  # fmt: skip
    tongues = {e.id: dict(other_labels(e.label, e.language, e.labels)) for e in data.entities if e.labels}
    nodes = [
        _node(node, spots[node.id], degrees[node.id], ledger) | _if_any("tongues", tongues.get(node.id))
        for node in view.nodes
    ]
    names = _edge_names(view.arrows)
    edges = [_edge(arrow, name, ledger) for arrow, name in zip(view.arrows, names, strict=True)]
    return Payload(nodes, edges, rest)


def _node(node: Node, spot: tuple[int, int], degree: int, ledger: Ledger) -> Json:
    value: Json = {
        "id": node.id, "label": node.label, "type": node.type, "x": spot[0], "y": spot[1],
        "degree": degree, "community": 0,
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
    unknown = {language: texts(language)["unknown"] for language in LANGUAGES}
    return {
        name: styles.get(name, styles[UNKNOWN])
        | {"labels": unknown if name == UNKNOWN else labels(label, name)}
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


def _hidden(view: Folded) -> set[str]:
    """Return the nodes that the page hides at first."""
    styles = asset("style.toml")["types"]
    return {node.id for node in view.nodes if styles.get(node.type, {}).get("hidden")}


def _degrees(view: Folded) -> Counter[str]:
    """Count the edges at each node; those of hidden nodes repeat others and count there alone."""
    hidden = _hidden(view)
    plain = (arrow.object for arrow in view.arrows if arrow.subject not in hidden)
    return Counter([*(arrow.subject for arrow in view.arrows), *plain])


def _spots(view: Folded) -> dict[str, tuple[int, int]]:
    """Place what is shown at first; nodes hidden at first then take free spots near their own."""
    hidden = _hidden(view)
    shown = [node for node in view.nodes if node.id not in hidden]
    roomy = len(shown) <= _ROOMY
    index = {node.id: place for place, node in enumerate(shown)}
    ends = [(index[a.subject], index[a.object]) for a in view.arrows if {a.subject, a.object} <= index.keys()]
    boxes = [_box(node.label) if roomy else _SMALL_BOX for node in shown]
    spots = {node.id: spot for node, spot in zip(shown, layout(boxes, ends), strict=True)}
    return spots | _beside(sorted(hidden), spots, view.arrows)


def _box(label: str) -> tuple[float, float]:
    """Return width and height of a node with its label below, broken into at most three lines."""
    width = 0.0
    for letter in label[:80]:
        width += 13.0 if unicodedata.east_asian_width(letter) in _WIDE else 6.9
    lines = 1 if width <= _LINE else 2 if width < 1.9 * _LINE else 3
    return max(52.0, min(width, _LINE)) + 14.0, 40.0 + 15.0 * lines


def _beside(
    names: Iterable[str], spots: Mapping[str, tuple[int, int]], arrows: Iterable[Arrow]
) -> dict[str, tuple[int, int]]:
    """Find free spots near the mean of the neighbours, on a grid of cells, in rings outwards."""
    near: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for arrow in arrows:
        if arrow.object in spots:
            near[arrow.subject].append(spots[arrow.object])
    taken = {_cell(*spot) for spot in spots.values()}
    found = {}
    for name in names:
        around = near[name] or [(0, 0)]
        cell = _cell(sum(x for x, _ in around) // len(around), sum(y for _, y in around) // len(around))
        cell = _free(cell, taken)
        taken.add(cell)
        found[name] = (cell[0] * 80 + 40, cell[1] * 60 + 30)
    return found


def _cell(x: int, y: int) -> tuple[int, int]:
    return x // 80, y // 60


def _free(cell: tuple[int, int], taken: set[tuple[int, int]]) -> tuple[int, int]:
    ring = 0
    while True:
        for dx in range(-ring, ring + 1):
            for dy in range(-ring, ring + 1) if abs(dx) == ring else (-ring, ring):
                if (cell[0] + dx, cell[1] + dy) not in taken:
                    return cell[0] + dx, cell[1] + dy
        ring += 1
