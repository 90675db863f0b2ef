"""An explanation as values: what the renderers are given.

Offsets are code points in the text of the document, as everywhere. Sentences are numbered from 1 in
the order of the page.
"""

from __future__ import annotations

from dataclasses import dataclass

from graphbuild.model import Document, SetPhrase, Span, Trigger


@dataclass(frozen=True, slots=True)
class Header:
    """What the page says of itself; None for what was not found. `published` is an ISO day."""

    title: str | None
    published: str | None
    publisher: str | None
    url: str | None
    language: str


@dataclass(frozen=True, slots=True)
class Seat:
    """The place at which the article sits, and what was read with its help.

    `stated` is true when the user gave it. `above` pairs a level ("provincial") with the place that
    the article means by it, nearest first; `resolved` pairs words of the article ("our city") with the
    name that they were read as.
    """

    name: str
    level: str
    code: str | None
    stated: bool
    above: tuple[tuple[str, str], ...] = ()
    resolved: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """A mention in a sentence: `type` is a class of the ontology, `name` the name that it stands for."""

    span: Span
    type: str
    text: str
    name: str

    @property
    def renamed(self) -> bool:
        """Whether the name that it stands for is not what is written."""
        return " ".join(self.text.split()) != self.name


@dataclass(frozen=True, slots=True)
class ExplainedClaim:
    """A claim by names. A post is named "Mayor, Jinfeng City".

    `sentences` are the numbers of its evidence, that of the act first. `edge` says whether it becomes
    an edge of the graph: only what is stated or inferred, with enough confidence, does. `roles` pairs
    a role ("subject", "trigger", "object", "date") with the span that fills it.
    """

    id: str
    subject: str
    subject_type: str
    relation: str
    object: str
    object_type: str
    modality: str
    confidence: float
    rule: str
    sentences: tuple[int, ...]
    roles: tuple[tuple[str, Span], ...]
    edge: bool
    date: str | None = None
    position: int | None = None


@dataclass(frozen=True, slots=True)
class ExplainedSentence:
    """One sentence: `role` is title, paragraph or caption.

    `told` are the claims whose act it tells, `supported` those of other sentences to which it lends an
    argument. `promised` are the kinds of triggers whose claims did not come.
    """

    number: int
    span: Span
    role: str
    text: str
    marks: tuple[Mark, ...]
    told: tuple[ExplainedClaim, ...]
    supported: tuple[ExplainedClaim, ...]
    triggers: tuple[Trigger, ...]
    promised: tuple[str, ...]

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of all claims that rest on the sentence, those that it tells first."""
        return tuple(claim.id for claim in (*self.told, *self.supported))


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many sentences there are, and how many name something, give a claim, or promised more."""

    sentences: int
    with_mentions: int
    with_claims: int
    unread: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that one article gave, and the set phrases in it, which gave nothing."""

    document: Document
    header: Header
    seat: Seat | None
    sentences: tuple[ExplainedSentence, ...]
    claims: tuple[ExplainedClaim, ...]
    coverage: Coverage
    set_phrases: tuple[SetPhrase, ...] = ()

    def claim(self, id: str) -> ExplainedClaim:
        """Return the claim of this id; raise `KeyError` when there is none."""
        for claim in self.claims:
            if claim.id == id:
                return claim
        raise KeyError(id)
