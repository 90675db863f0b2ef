"""Graph level: identities, entities, edges, events and tenures over all documents."""

from __future__ import annotations

from dataclasses import dataclass

from graphbuild.model.claims import Claim, EventDate, Post
from graphbuild.model.document import Document
from graphbuild.model.text import Mention, Sentence


@dataclass(frozen=True, slots=True)
class Identity:
    """The decision that a chain is an entity, with its score (0 to 1) and reasons."""

    chain: str
    entity: str
    score: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """A node. `id` is the local name of its IRI; `labels` holds other names as (text, language)."""

    id: str
    type: str
    label: str
    language: str = "en"
    labels: tuple[tuple[str, str], ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Edge:
    """Claims merged after resolution; `first` and `last` are EDTF dates, `claims` their ids."""

    subject: str
    relation: str
    object: str
    claims: tuple[str, ...]
    first: str | None = None
    last: str | None = None


@dataclass(frozen=True, slots=True)
class Participation:
    """One official's part in one event: `role` is a property name such as "companion".

    `position` is the order in which the source lists companions, from 1; None without an order.
    """

    official: str
    role: str
    posts: tuple[str, ...] = ()
    position: int | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """A visit or meeting, made from stated acts alone.

    `stops` are entity ids in the order of the itinerary. A named meeting shares its id with the
    entity of type Meeting.
    """

    id: str
    type: str
    label: str
    participations: tuple[Participation, ...]
    stops: tuple[str, ...] = ()
    venue: str | None = None
    topics: tuple[str, ...] = ()
    date: EventDate | None = None
    documents: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tenure:
    """A holder seen in a post: `status` is "held", "acting", "former" or "designate"."""

    id: str
    holder: str
    post: str
    status: str
    first_seen: str | None
    last_seen: str | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GraphData:
    """The assembled graph as plain sorted tuples: what exporters write."""

    documents: tuple[Document, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    posts: tuple[Post, ...] = ()
    claims: tuple[Claim, ...] = ()
    edges: tuple[Edge, ...] = ()
    events: tuple[Event, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    sentences_read: int = 0
