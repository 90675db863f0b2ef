"""Graph level: identities, entities, edges, events and tenures over all documents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from graphbuild.model.claims import Claim, EventDate, Post
from graphbuild.model.coverage import Coverage, SetPhrase
from graphbuild.model.document import Document
from graphbuild.model.text import Mention, Sentence


@dataclass(frozen=True, slots=True)
class Identity:
    """The decision that a chain is an entity, with its score (0 to 1) and reasons."""

    chain: str
    entity: str
    score: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Doubt:
    """Two entities that may be one: not sure enough to join. `score` is a probability from 0 to 1."""

    left: str
    right: str
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
    """A visit, meeting or talks, made from stated acts alone.

    `type` is "Visit", "Meeting" (which has a name, and shares its id with the entity of that type)
    or "Talks" (an encounter without a name). `stops` are entity ids in the order of the itinerary.
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
    """A holder seen in a post: `status` is "held", "acting", "former" or "designate".

    `gaps` are the times, of more than a year or while another held the post, of which no article
    tells; `ended_by` is the first day on which an article calls the holder a former one.
    `predecessor` and `successor` are ids of tenures of the same post, acting ones included.
    """

    id: str
    holder: str
    post: str
    status: str
    first_seen: str | None
    last_seen: str | None
    claims: tuple[str, ...]
    gaps: tuple[tuple[str, str], ...] = ()
    ended_by: str | None = None
    predecessor: str | None = None
    successor: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Contradiction:
    """Two tenures that cannot both be right: two holders at once of a post that one person holds.

    `since` and `until` are ISO days: the time in which articles show both.
    """

    post: str
    left: str
    right: str
    since: str
    until: str


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
    coverage: tuple[Coverage, ...] = ()
    set_phrases: tuple[SetPhrase, ...] = ()


class GraphSource(Protocol):
    """What exporters read: the parts of a graph, each iterable again and again, sorted as in `GraphData`.

    `GraphData` holds them in memory; a store yields them from disk. Whoever writes a format iterates
    and never asks for a length or an index.
    """

    @property
    def documents(self) -> Iterable[Document]:
        """The articles, by id."""
        ...

    @property
    def sentences(self) -> Iterable[Sentence]:
        """The sentences that are evidence, by document and offset."""
        ...

    @property
    def mentions(self) -> Iterable[Mention]:
        """The spans that name entities, by document and offset."""
        ...

    @property
    def entities(self) -> Iterable[Entity]:
        """The nodes, by id."""
        ...

    @property
    def posts(self) -> Iterable[Post]:
        """Titles in bodies, enterprises and places, by id."""
        ...

    @property
    def claims(self) -> Iterable[Claim]:
        """All that the documents say, by id."""
        ...

    @property
    def edges(self) -> Iterable[Edge]:
        """Merged claims, by subject, relation and object."""
        ...

    @property
    def events(self) -> Iterable[Event]:
        """Visits, meetings and talks, by id."""
        ...

    @property
    def tenures(self) -> Iterable[Tenure]:
        """Holders seen in posts, by id."""
        ...
