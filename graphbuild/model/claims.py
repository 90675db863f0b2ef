"""Document level: chains, posts, claims and events of one document, with their evidence."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from graphbuild.model.coverage import Coverage, SetPhrase
from graphbuild.model.document import Document, Span, digest
from graphbuild.model.text import Mention, Sentence

STATED: Final = "stated"
INFERRED: Final = "inferred"
FACTUAL: Final = frozenset({STATED, INFERRED})
"""Modalities of claims that may become plain edges; planned, directed and negated ones never do."""

EDGE_CONFIDENCE: Final = 0.6
"""Claims below this confidence stay claims and never become plain edges."""


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

    `edtf` is what is known, with ``X`` for what is not (``XXXX-04-04``); `stated` is what the words
    alone say where that is less ("April 4" of an article released on 2023-04-06), else empty.
    `not_before` and `not_after` are ISO days, present only when the year is known. `rule` says what
    settled the year: "stated", "release" or "relative"; empty when nothing did. `conflict` flags a
    release date that does not fit.
    """

    edtf: str
    text: str
    not_before: str | None = None
    not_after: str | None = None
    conflict: bool = False
    stated: str = ""
    rule: str = ""


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
    _id: str = field(default="", init=False, repr=False, compare=False)
    """The id once it has been asked for, which is often, and takes a hash."""

    @property
    def id(self) -> str:
        """A hash of all that the claim says and where, the same in every build."""
        known = getattr(self, "_id", "")  # a pickle of an earlier version has none
        if not known:
            known = self._digest()
            object.__setattr__(self, "_id", known)
        return known

    def _digest(self) -> str:
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

    `type` is "Visit", "Meeting" or "Talks" (an encounter without a name); a meeting that has a name is
    also a chain, whose id is then `chain`. `date` is None when the document gives none.
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
    coverage: Coverage | None = None
    set_phrases: tuple[SetPhrase, ...] = ()


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
