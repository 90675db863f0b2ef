"""The graph as readers draw it: few nodes, every arrow with its claims.

Turtle keeps posts as nodes of their own. In a picture and in a network they would triple the
nodes, so `folded` turns "official -> post -> body" into one arrow that carries the title. Posts
whose home is unknown stay nodes, and so does any name that an edge uses and nothing defines.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from graphbuild.model import Claim, Edge, Entity, Event, GraphData, Tenure, digest

HOLDS_POST = "holdsPost"
UNKNOWN = "Unknown"
"""Type of a node that an edge names and nothing defines: shown, so that it is noticed."""


@dataclass(frozen=True, slots=True)
class Node:
    """A node to draw; `names` are its other labels, `event` is set on visits and meetings."""

    id: str
    type: str
    label: str
    language: str = "en"
    names: tuple[str, ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()
    event: Event | None = None


@dataclass(frozen=True, slots=True)
class Arrow:
    """A directed edge to draw, possibly one of several between the same two nodes.

    `id` is a hash of subject, relation, object and title, stable between builds. `title` and
    `status` ("held", "acting", "former", "designate") belong to posts, `position` (from 1) to the
    order of companions and stops. `first` and `last` are EDTF dates; `claims` are ids.
    """

    id: str
    subject: str
    relation: str
    object: str
    claims: tuple[str, ...] = ()
    first: str | None = None
    last: str | None = None
    title: str = ""
    status: str = ""
    position: int | None = None


@dataclass(frozen=True, slots=True)
class Folded:
    """Nodes sorted by id and arrows sorted by subject, relation, object and id."""

    nodes: tuple[Node, ...]
    arrows: tuple[Arrow, ...]


def folded(data: GraphData) -> Folded:
    """Fold posts into arrows and unfold events into arrows to those who took part.

    The result is the same for any order of the tuples in `data`.
    """
    plain = _merged([*_plain_arrows(data), *_post_arrows(data)])
    joined = {frozenset((arrow.subject, arrow.object)) for arrow in plain}
    claims = {claim.id: claim for claim in data.claims} if data.events else {}
    parts = (arrow for event in data.events for arrow in _event_arrows(event, claims))
    arrows = _merged([*plain, *(a for a in parts if frozenset((a.subject, a.object)) not in joined)])
    return Folded(_nodes(data, arrows), arrows)


def _merged(arrows: Iterable[Arrow]) -> tuple[Arrow, ...]:
    """Merge arrows of one id (their claims add up), and sort."""
    found: dict[str, Arrow] = {}
    for arrow in arrows:
        other = found.get(arrow.id)
        claims = arrow.claims if other is None else (*other.claims, *arrow.claims)
        several = other is not None or len(claims) > 1
        found[arrow.id] = replace(other or arrow, claims=tuple(sorted(set(claims)))) if several else arrow
    return tuple(sorted(found.values(), key=lambda a: (a.subject, a.relation, a.object, a.id)))


def _plain_arrows(data: GraphData) -> Iterator[Arrow]:
    for edge in data.edges:
        if edge.relation != HOLDS_POST:
            key = digest(edge.subject, edge.relation, edge.object, "", length=12)
            yield Arrow(key, edge.subject, edge.relation, edge.object, edge.claims, edge.first, edge.last)


def _post_arrows(data: GraphData) -> Iterator[Arrow]:
    """One arrow for each holder and post, with what edge and tenure say of the pair."""
    posts = {post.id: post for post in data.posts}
    held = {(e.subject, e.object): e for e in data.edges if e.relation == HOLDS_POST}
    tenures = {(t.holder, t.post): t for t in sorted(data.tenures, key=lambda t: t.id)}
    for holder, post_id in sorted(held.keys() | tenures.keys()):
        post = posts.get(post_id)
        home = (post.post_in if post else None) or post_id
        arrow = _post_arrow(held.get((holder, post_id)), tenures.get((holder, post_id)))
        key = digest(holder, HOLDS_POST, home, post_id, length=12)
        title = post.title if post else ""
        yield replace(arrow, id=key, subject=holder, object=home, title=title)


def _post_arrow(edge: Edge | None, tenure: Tenure | None) -> Arrow:
    """Return an arrow without its ends: dates, status and claims of a post held."""
    claims = (edge.claims if edge else ()) + (tenure.claims if tenure else ())
    return Arrow(
        "", "", HOLDS_POST, "", claims,
        first=(edge.first if edge else None) or (tenure.first_seen if tenure else None),
        last=(edge.last if edge else None) or (tenure.last_seen if tenure else None),
        status=tenure.status if tenure else "held",
    )  # fmt: skip


def _event_arrows(event: Event, known: Mapping[str, Claim]) -> Iterator[Arrow]:
    """Yield arrows from an event to its participants, stops and venue."""
    claims = [known[claim] for claim in event.claims if claim in known]
    ends: list[tuple[str, str, int | None]] = [
        *((part.role, part.official, part.position) for part in event.participations),
        *(("stop", stop, order) for order, stop in enumerate(event.stops, 1)),
        *([("venue", event.venue, None)] if event.venue else []),
    ]
    day = event.date.edtf if event.date else None
    for role, end, position in ends:
        key = digest(event.id, role, end, "", length=12)
        yield Arrow(key, event.id, role, end, _about(end, claims), day, day, position=position)


def _about(node: str, claims: list[Claim]) -> tuple[str, ...]:
    return tuple(sorted(claim.id for claim in claims if node in (claim.subject, claim.object)))


def _nodes(data: GraphData, arrows: Iterable[Arrow]) -> tuple[Node, ...]:
    events = {event.id: event for event in data.events}
    nodes = {event.id: Node(event.id, event.type, event.label, event=event) for event in data.events}
    nodes |= {entity.id: _entity_node(entity, events.get(entity.id)) for entity in data.entities}
    posts = {post.id: post for post in data.posts}
    for end in (end for arrow in arrows for end in (arrow.subject, arrow.object)):
        if end not in nodes:
            post = posts.get(end)
            nodes[end] = Node(end, "Post", post.title) if post else Node(end, UNKNOWN, end)
    return tuple(nodes[key] for key in sorted(nodes))


def _entity_node(entity: Entity, event: Event | None) -> Node:
    names = tuple(sorted({text for text, _ in entity.labels} - {entity.label}))
    attributes = tuple(sorted(entity.attributes))
    return Node(entity.id, entity.type, entity.label, entity.language, names, attributes, event)
