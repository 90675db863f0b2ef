"""The values that travel between the stages: frozen, slotted, and free of any library's objects.

Two levels mirror each other. At text level a `Mention` is a span that names something and a
`Claim` is what sentences say of mentions; at graph level an `Entity` is a node and an `Edge` an
arrow. Offsets are Unicode code points in the text of the document, end exclusive, so that
``document.text[span.start:span.end]`` is always the quote itself.

Names of entity classes and relations ("Official", "visited") are the local names of terms of
``ontology/graphbuild.ttl``.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

STATED: Final = "stated"
INFERRED: Final = "inferred"
FACTUAL: Final = frozenset({STATED, INFERRED})
"""Modalities of claims that may become plain edges; planned, directed and negated ones never do."""

EDGE_CONFIDENCE: Final = 0.6
"""Claims below this confidence stay claims and never become plain edges."""


def digest(*parts: str, length: int = 16) -> str:
    """Hash strings to hexadecimal digits, the same on every machine (SHA-256, cut to `length`)."""
    payload = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(payload).hexdigest()[:length]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points in a document's text."""

    start: int
    end: int

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


class BlockRole(StrEnum):
    """What a block of an article page is for."""

    TITLE = "title"
    FIELD = "field"  # release time, source, author
    PARAGRAPH = "paragraph"
    CAPTION = "caption"  # of a photograph
    FURNITURE = "furniture"  # share bars, print and close links, navigation


READABLE_ROLES: Final = frozenset({BlockRole.TITLE, BlockRole.PARAGRAPH, BlockRole.CAPTION})
"""Roles of the blocks that are read for mentions and claims."""


@dataclass(frozen=True, slots=True, order=True)
class Block:
    """A stretch of a document's text with one role; blocks do not overlap and come in order."""

    span: Span
    role: BlockRole


@dataclass(frozen=True, slots=True)
class Document:
    """One article as published.

    `text` is the whole page as stored, never altered after reading; `blocks` says which parts of
    it are title, prose or furniture. `published` is an ISO 8601 day. `locus` is the seat of the
    article when the user states it ("Jiaohe, Jilin"). `source` names the file in messages and is
    no part of the identity.
    """

    text: str
    blocks: tuple[Block, ...]
    title: str = ""
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str = "en"
    locus: str | None = None
    source: str = field(default="", compare=False)
    id: str = field(init=False)

    def __post_init__(self) -> None:
        parts = (self.text, self.url, self.publisher, self.published, self.language, self.locus)
        object.__setattr__(self, "id", digest(*(part or "" for part in parts)))

    def quote(self, span: Span) -> str:
        """Return the text at `span`."""
        return self.text[span.start : span.end]


@dataclass(frozen=True, slots=True, order=True)
class Sentence:
    """A sentence that is evidence for something, with its text as quoted."""

    document: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A span that names something: `text` as written, `name` as normalised for comparison.

    `type` is a class of the ontology. `refers_to` is the id of the chain that the mention belongs
    to, and of the entity once identities are resolved; empty before coreference.
    """

    document: str
    span: Span
    type: str
    text: str
    name: str
    refers_to: str = ""


@dataclass(frozen=True, slots=True)
class Chain:
    """A coreference chain: all mentions of one thing in one document.

    `name` is the preferred name with ellipsis resolved ("Jiaohe Municipal Party Committee" for
    "the Municipal Party Committee"), `aliases` the other forms. `key` is a canonical key where
    one exists (a gazetteer code, or jurisdiction plus organ), shared by all documents.
    """

    id: str
    type: str
    name: str
    aliases: tuple[str, ...] = ()
    key: str | None = None
    attributes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Post:
    """A title in a body, an enterprise or a place: `post_in` is a chain or entity id, if known."""

    id: str
    title: str
    post_in: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a claim was read.

    `sentences` begins with the sentence of the act; those that supply an argument follow.
    `mentions` pairs a role ("subject", "object", "trigger", "date") with the span that fills it.
    """

    document: str
    sentences: tuple[Span, ...]
    mentions: tuple[tuple[str, Span], ...]
    rule: str


@dataclass(frozen=True, slots=True)
class EventDate:
    """When something happened, as EDTF (ISO 8601-2 level 1) and as written.

    `edtf` keeps what is not known as ``X`` (``XXXX-04-04``); `not_before` and `not_after` are ISO
    days, present only when the year is known. `conflict` flags a release date that does not fit.
    """

    edtf: str
    text: str
    not_before: str | None = None
    not_after: str | None = None
    conflict: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """What its evidence says: one subject, relation and object.

    `subject` and `object` are chain ids before identities are resolved and entity, post or event
    ids after. `event` groups the claims of one visit or meeting; `position` is the order of a
    companion or stop in it, from 1. `confidence` is 0 to 1.
    """

    subject: str
    relation: str
    object: str
    evidence: Evidence
    modality: str = STATED
    confidence: float = 0.9
    event: str | None = None
    position: int | None = None
    date: EventDate | None = None

    @property
    def id(self) -> str:
        """A hash of all that the claim says and where, the same in every build."""
        spans = (f"{span.start}-{span.end}" for span in self.evidence.sentences)
        roles = (f"{role}:{span.start}-{span.end}" for role, span in self.evidence.mentions)
        return digest(
            self.subject, self.relation, self.object, self.modality,
            self.evidence.document, self.evidence.rule, *spans, *roles,
        )  # fmt: skip

    @property
    def factual(self) -> bool:
        """Whether the claim is sure enough, and about what is, to become a plain edge."""
        return self.modality in FACTUAL and self.confidence >= EDGE_CONFIDENCE


@dataclass(frozen=True, slots=True)
class Happening:
    """A visit or meeting as one document tells it, before identities are resolved.

    `type` is "Visit" or "Meeting"; a meeting that has a name is also a chain, whose id is then
    `chain`. `date` is None when the document gives none.
    """

    id: str
    type: str
    chain: str | None = None
    date: EventDate | None = None
    topics: tuple[str, ...] = ()
    venue: str | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one document gives: the unit that shards store and assembly reads."""

    document: Document
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    chains: tuple[Chain, ...] = ()
    posts: tuple[Post, ...] = ()
    claims: tuple[Claim, ...] = ()
    happenings: tuple[Happening, ...] = ()
    sentences_read: int = 0


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


# Text level: what one sentence holds, before anything is resolved.


@dataclass(frozen=True, slots=True)
class PostMention:
    """A title as attached to a person: "acting mayor", "director of the Municipal Bureau of Finance".

    `home` is the mention of the body, enterprise or place that the title names; `level` the level
    word inside the title ("county" in "county Party secretary") or that the head implies ("mayor").
    `status` is "held", "acting", "former" or "designate".
    """

    span: Span
    title: str
    status: str = "held"
    home: Mention | None = None
    level: str | None = None


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A named person with the posts that the sentence attaches.

    `full` is false for a surname with a rank ("Secretary Wang") or alone. `group` numbers the
    coordinations of the sentence: people listed together share it.
    """

    mention: Mention
    posts: tuple[PostMention, ...] = ()
    full: bool = True
    group: int = 0


@dataclass(frozen=True, slots=True)
class SentenceParse:
    """Mentions of one sentence: people with posts, and all other things, in order of the text."""

    span: Span
    role: BlockRole
    people: tuple[PersonMention, ...] = ()
    things: tuple[Mention, ...] = ()
    references: tuple[PostMention, ...] = ()
    """Definite titles without a name: "the mayor" points back to a holder."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """In-document identity: chains, posts, and which chain each mention span belongs to.

    `mentions` have `refers_to` set. `seat` is the chain of the place at which the article sits.
    """

    chains: tuple[Chain, ...]
    posts: tuple[Post, ...]
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...] = ()
    seat: str | None = None
