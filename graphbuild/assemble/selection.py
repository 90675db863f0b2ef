"""A part of a graph that is a graph itself: what passes filters, or lies around someone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Final

from graphbuild.model import Claim, Edge, Event, GraphData, Tenure

TIMELESS: Final = frozenset({"partOf", "locatedIn", "jurisdiction"})
"""Relations that hold at any time: they follow the nodes that dated edges keep."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What to keep; an empty value keeps all.

    `types` are classes of entities and `relations` names of properties, as in the ontology. `since`
    and `until` are ISO days, or the beginning of one ("2021", "2021-06"); what has no year passes
    neither. A claim of less than `min_confidence` (0 to 1) is left out, and an edge without claims.
    """

    types: Collection[str] = ()
    relations: Collection[str] = ()
    since: str = ""
    until: str = ""
    min_confidence: float = 0.0

    def claim(self, claim: Claim) -> bool:
        """Whether a claim passes, but for its date."""
        return claim.confidence >= self.min_confidence and self.relation(claim.relation)

    def relation(self, name: str) -> bool:
        """Whether a relation passes."""
        return not self.relations or name in self.relations

    def during(self, first: str | None, last: str | None) -> bool:
        """Whether the time from `first` to `last` (EDTF) touches the time asked for."""
        if not (self.since or self.until):
            return True
        start, end = first or last or "", last or first or ""
        if not start[:4].isdigit():
            return False
        return start[: len(self.until)] <= (self.until or start) and end >= self.since[: len(end)]


def subgraph(data: GraphData, selection: Selection, ego: Collection[str] = (), depth: int = 1) -> GraphData:
    """Return the part of `data` that passes, or the part of it within `depth` steps of `ego`.

    `ego` are ids of entities. Steps go along edges in either direction; a post is no step but belongs
    to the edge from its holder to its home. Without `ego`, entities without an edge stay unless a
    filter of edges is given. Evidence, events and tenures of what stays are kept, the rest is left out.
    """
    claims = {claim.id: claim for claim in data.claims}
    sure = {key for key, claim in claims.items() if selection.claim(claim)}
    homes = {post.id: post.post_in for post in data.posts}
    types = {entity.id: entity.type for entity in data.entities}
    typed = {key for key, name in types.items() if not selection.types or name in selection.types}
    edges = _edges(data, selection, sure, typed, homes)
    kept = _around(edges, homes, ego, depth) & typed if ego else _ends(edges, homes) & typed
    if not ego and not (
        selection.relations or selection.since or selection.until or selection.min_confidence
    ):
        kept = typed
    edges = [edge for edge in edges if _reached(edge, homes) <= kept]
    return _gathered(data, selection, kept, edges, {key: claims[key] for key in claims if key in sure})


def _edges(
    data: GraphData, selection: Selection, sure: set[str], typed: set[str], homes: dict[str, str | None]
) -> list[Edge]:
    """Return the edges that pass, with the claims that pass; timeless ones between what others keep."""
    passing = [
        replace(edge, claims=tuple(claim for claim in edge.claims if claim in sure))
        for edge in data.edges
        if selection.relation(edge.relation) and _reached(edge, homes) <= typed
    ]
    if selection.min_confidence:
        passing = [edge for edge in passing if edge.claims]
    timeless = TIMELESS if selection.since or selection.until else frozenset()
    seen = {(tenure.holder, tenure.post): tenure for tenure in data.tenures}
    dated = [e for e in passing if e.relation not in timeless and selection.during(*_seen(e, seen))]
    alive = _ends(dated, homes)
    return dated + [e for e in passing if e.relation in timeless and {e.subject, e.object} <= alive]


def _seen(edge: Edge, tenures: dict[tuple[str, str], Tenure]) -> tuple[str | None, str | None]:
    """Return from when to when an edge was seen; a post held, from its tenure."""
    tenure = tenures.get((edge.subject, edge.object))
    if edge.first or tenure is None:
        return edge.first, edge.last
    return tenure.first_seen, tenure.last_seen


def _reached(edge: Edge, homes: dict[str, str | None]) -> set[str]:
    """Return the entities that an edge joins: for a post, its home, where it has one."""
    if edge.object not in homes:
        return {edge.subject, edge.object}
    home = homes[edge.object]
    return {edge.subject, home} if home else {edge.subject}


def _ends(edges: Iterable[Edge], homes: dict[str, str | None]) -> set[str]:
    return {end for edge in edges for end in _reached(edge, homes)}


def _around(edges: Iterable[Edge], homes: dict[str, str | None], ego: Iterable[str], depth: int) -> set[str]:
    near: dict[str, set[str]] = defaultdict(set)
    for edge in edges:
        ends = _reached(edge, homes)
        for end in ends:
            near[end] |= ends
    found = set(ego)
    for _ in range(depth):
        found |= {other for node in found for other in near[node]}
    return found


def _gathered(
    data: GraphData, selection: Selection, kept: set[str], edges: list[Edge], claims: dict[str, Claim]
) -> GraphData:
    """Return what belongs to the entities and edges kept."""
    held = {edge.object for edge in edges}
    posts = tuple(post for post in data.posts if post.id in held)
    nodes = kept | {post.id for post in posts}
    events = tuple(
        event for whole in data.events if (event := _event(whole, selection, kept, claims)) is not None
    )
    told = {claim for edge in edges for claim in edge.claims}
    told |= {claim for event in events for claim in event.claims}
    aside = (c for c in claims.values() if not c.factual and {c.subject, c.object} <= nodes)
    told |= {claim.id for claim in aside if selection.during(*_days(claim))}
    tenures = tuple(_tenure(tenure, told) for tenure in data.tenures if _is_kept(tenure, kept, held))
    said = [claim for key, claim in claims.items() if key in told]
    spans = {(claim.evidence.document, span) for claim in said for span in claim.evidence.sentences}
    documents = {document for document, _ in spans} | {key for event in events for key in event.documents}
    sentences = tuple(item for item in data.sentences if (item.document, item.span) in spans)
    return replace(
        data, entities=tuple(entity for entity in data.entities if entity.id in kept),
        edges=tuple(sorted(edges, key=lambda e: (e.subject, e.relation, e.object))),
        posts=posts, events=events, tenures=tenures, claims=tuple(said), sentences=sentences,
        documents=tuple(item for item in data.documents if item.id in documents),
        mentions=tuple(m for m in data.mentions if m.refers_to in nodes and m.document in documents),
        sentences_read=len(sentences),
    )  # fmt: skip


def _days(claim: Claim) -> tuple[str | None, str | None]:
    return (claim.date.edtf, claim.date.edtf) if claim.date else (None, None)


def _event(whole: Event, selection: Selection, kept: set[str], claims: dict[str, Claim]) -> Event | None:
    """Return an event with those of its participants and stops that are kept; None for fewer than two."""
    day = whole.date.edtf if whole.date else None
    parts = tuple(part for part in whole.participations if part.official in kept)
    stops = tuple(stop for stop in whole.stops if stop in kept)
    told = tuple(claim for claim in whole.claims if claim in claims)
    if len(parts) + len(stops) < 2 or not selection.during(day, day) or (whole.claims and not told):
        return None
    venue = whole.venue if whole.venue in kept else None
    return replace(whole, participations=parts, stops=stops, venue=venue, claims=told)


def _is_kept(tenure: Tenure, kept: set[str], held: set[str]) -> bool:
    return tenure.holder in kept and tenure.post in held


def _tenure(tenure: Tenure, told: set[str]) -> Tenure:
    return replace(tenure, claims=tuple(claim for claim in tenure.claims if claim in told))
