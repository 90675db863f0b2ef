"""Claims: their ids and what makes them factual."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graphbuild.model import EDGE_CONFIDENCE, Claim, EventDate, Evidence, Span

CLAIM = Claim("a", "visited", "b", Evidence("d", (Span(0, 9),), (("subject", Span(0, 3)),), "visit-verb"))


@pytest.mark.parametrize(
    ("modality", "confidence", "factual"),
    [
        ("stated", 0.9, True),
        ("inferred", 0.9, True),
        ("stated", EDGE_CONFIDENCE, True),
        ("stated", EDGE_CONFIDENCE - 0.01, False),
        ("planned", 1.0, False),
        ("directed", 1.0, False),
        ("negated", 1.0, False),
    ],
)
def test_only_sure_and_stated_claims_are_factual(modality: str, confidence: float, *, factual: bool) -> None:
    """Planned, directed and negated acts never become edges, nor do doubtful ones."""
    assert replace(CLAIM, modality=modality, confidence=confidence).factual is factual


@pytest.mark.parametrize(
    "other",
    [
        replace(CLAIM, subject="c"),
        replace(CLAIM, relation="met"),
        replace(CLAIM, object="c"),
        replace(CLAIM, modality="planned"),
        replace(CLAIM, evidence=replace(CLAIM.evidence, document="e")),
        replace(CLAIM, evidence=replace(CLAIM.evidence, sentences=(Span(0, 8),))),
        replace(CLAIM, evidence=replace(CLAIM.evidence, mentions=(("object", Span(0, 3)),))),
        replace(CLAIM, evidence=replace(CLAIM.evidence, rule="visit-opening")),
    ],
)
def test_id_tells_claims_apart(other: Claim) -> None:
    """What is claimed, where and by which rule is in the id."""
    assert other.id != CLAIM.id


def test_id_leaves_out_what_is_derived() -> None:
    """Confidence, event, position and date do not move the id."""
    derived = replace(CLAIM, confidence=0.7, event="v", position=2, date=EventDate("2020-01-02", "January 2"))
    assert derived.id == CLAIM.id
