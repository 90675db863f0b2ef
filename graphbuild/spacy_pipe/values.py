"""What a `Doc` tells, in spaCy's spans: made anew whenever it is asked for.

A span is None where the text names the thing in no sentence of the evidence. Names are those of the
coreference chain: "Qian Duofu" where the sentence says "he".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span


@dataclass(frozen=True, slots=True)
class DocClaim:
    """What sentences say: `sentences` begins with that of the act.

    Types and relations are local names of the ontology. `confidence` is 0 to 1; `factual` says whether
    the claim would become an edge of a graph. `date` is EDTF; `position` the order of a companion or
    stop, from 1.
    """

    subject: Span | None
    subject_name: str
    subject_type: str
    relation: str
    object: Span | None
    object_name: str
    object_type: str
    trigger: Span | None
    sentences: tuple[Span, ...]
    modality: str
    confidence: float
    factual: bool
    rule: str
    date: str | None = None
    position: int | None = None


@dataclass(frozen=True, slots=True)
class DocPost:
    """A post as held: `title` in `home`, which is None when the text does not say of what.

    `status` is "held", "acting", "former" or "designate"; `span` is the title as written.
    """

    holder: Span | None
    holder_name: str
    title: str
    home: str | None
    home_type: str | None
    status: str
    span: Span | None
    sentences: tuple[Span, ...]
    modality: str
    confidence: float


@dataclass(frozen=True, slots=True)
class DocEvent:
    """A visit or meeting: `claims` say who took part; `name` is None unless it has one.

    `date` is EDTF.
    """

    type: str
    name: str | None
    date: str | None
    topics: tuple[str, ...]
    venue: str | None
    claims: tuple[DocClaim, ...]
