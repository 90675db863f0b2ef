"""Which sections of graph.ttl are written anew."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest

from graphbuild.export.documents import document_turtle
from graphbuild.export.parts import DocumentPart
from graphbuild.model import Block, BlockRole, Claim, Document, EventDate, Evidence, Mention, Sentence, Span
from graphbuild.workspace.turtle import said

TEXT = "Tan Yishan visited Yunmo City."
WHOLE = Span(0, len(TEXT))
DOCUMENT = Document(TEXT, (Block(WHOLE, BlockRole.PARAGRAPH),))
EVIDENCE = Evidence(DOCUMENT.id, (WHOLE,), (("subject", Span(0, 10)),), "rule")
PART = DocumentPart(
    DOCUMENT.id,
    DOCUMENT,
    (Sentence(DOCUMENT.id, WHOLE, TEXT),),
    (Mention(DOCUMENT.id, Span(0, 10), "Official", "Tan Yishan", "Tan Yishan", "official-a"),),
    (Claim("official-a", "visited", "place-b", EVIDENCE, event="visit-c", date=EventDate("2019", "2019")),),
    frozenset({"visit-c"}),
)
OTHERS: dict[str, Any] = {
    "span": Span(3, 9),
    "relation": "met",
    "evidence": replace(EVIDENCE, sentences=(Span(0, 4), WHOLE)),
    "modality": "planned",
    "confidence": 0.5,
    "position": 7,
    "date": EventDate("2019", "2019", not_before="2019-01-01", not_after="2019-12-31", rule="stated"),
    "events": frozenset[str](),
    "blocks": (),
    "type": "Body",
    "document": "other",
}


def changed(value: Any, name: str) -> Any:
    """Return a value with another content of one field."""
    return replace(value, **{name: OTHERS.get(name, "other")})


def variants() -> list[tuple[str, DocumentPart]]:
    """Return the part with each field of each of its values changed in turn."""
    found = [("events", changed(PART, "events"))]
    for group in ("sentences", "mentions", "claims"):
        (value,) = getattr(PART, group)
        names = [field.name for field in fields(value) if field.init]
        found += [(f"{group}.{name}", replace(PART, **{group: (changed(value, name),)})) for name in names]
    names = [field.name for field in fields(DOCUMENT) if field.init]
    return found + [(f"document.{name}", replace(PART, document=changed(DOCUMENT, name))) for name in names]


@pytest.mark.parametrize(("name", "part"), variants(), ids=[name for name, _ in variants()])
def test_what_shows_in_a_section_is_in_its_key(name: str, part: DocumentPart) -> None:
    """A value that changes the section of a document changes what its key is made of."""
    differs = document_turtle(part) != document_turtle(PART)
    assert not differs or said(part) != said(PART), name
