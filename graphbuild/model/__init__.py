"""The values that travel between the stages: frozen, slotted, and free of any library's objects.

Two levels mirror each other. At text level a `Mention` is a span that names something and a
`Claim` is what sentences say of mentions; at graph level an `Entity` is a node and an `Edge` an
arrow. Offsets are Unicode code points in the text of the document, end exclusive, so that
``document.text[span.start:span.end]`` is always the quote itself.

Names of entity classes and relations ("Official", "visited") are the local names of terms of
``ontology/graphbuild.ttl``.
"""

from __future__ import annotations

from graphbuild.model.claims import (
    EDGE_CONFIDENCE,
    FACTUAL,
    INFERRED,
    STATED,
    Chain,
    Claim,
    EventDate,
    Evidence,
    Extraction,
    Happening,
    Post,
    Resolution,
)
from graphbuild.model.coverage import Coverage, Gap, SetPhrase, Trigger
from graphbuild.model.days import day_number
from graphbuild.model.document import (
    READABLE_ROLES,
    Block,
    BlockRole,
    Document,
    Span,
    digest,
)
from graphbuild.model.graph import (
    Contradiction,
    Doubt,
    Edge,
    Entity,
    Event,
    GraphData,
    GraphSource,
    Identity,
    Participation,
    Tenure,
)
from graphbuild.model.text import (
    Line,
    Mention,
    PersonMention,
    PostMention,
    Sentence,
    SentenceParse,
    Word,
)

__all__ = [
    "EDGE_CONFIDENCE",
    "FACTUAL",
    "INFERRED",
    "READABLE_ROLES",
    "STATED",
    "Block",
    "BlockRole",
    "Chain",
    "Claim",
    "Contradiction",
    "Coverage",
    "Document",
    "Doubt",
    "Edge",
    "Entity",
    "Event",
    "EventDate",
    "Evidence",
    "Extraction",
    "Gap",
    "GraphData",
    "GraphSource",
    "Happening",
    "Identity",
    "Line",
    "Mention",
    "Participation",
    "PersonMention",
    "Post",
    "PostMention",
    "Resolution",
    "Sentence",
    "SentenceParse",
    "SetPhrase",
    "Span",
    "Tenure",
    "Trigger",
    "Word",
    "day_number",
    "digest",
]
