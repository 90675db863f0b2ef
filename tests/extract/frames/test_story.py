"""Whom a pronoun, a group or a title means."""

from __future__ import annotations

import pytest

from tests.reading import acts, read_extraction


def last_visitor(text: str) -> str | None:
    """Return who visited Shitang Town, as stated."""
    found = [
        told.subject
        for told in acts(text, "visited")
        if told.object == "Shitang Town" and told.how == "stated"
    ]
    return found[0] if found else None


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Tan Yishan spoke. He visited Shitang Town.", "Tan Yishan"),
        ("Tan Yishan spoke. Kang Wenhe agreed. He visited Shitang Town.", "Kang Wenhe"),
        ("Tan Yishan thanked Kang Wenhe. He visited Shitang Town.", "Tan Yishan"),
        ("Tan Yishan, mayor of Yunmo City, spoke. The mayor visited Shitang Town.", "Tan Yishan"),
        (
            "Kenya's foreign minister Edwin Mutua spoke. The foreign minister visited Shitang Town.",
            "Edwin Mutua",
        ),
        ("Tan Yishan came to Baishi Town. The delegation visited Shitang Town.", "Tan Yishan"),
        ("Tan Yishan came to Baishi Town with a team. The group visited Shitang Town.", "Tan Yishan"),
    ],
)
def test_antecedents(text: str, person: str) -> None:
    """Whom it means: "he" the last single subject, "the mayor" the holder, "the delegation" its leader."""
    assert last_visitor(text) == person


@pytest.mark.parametrize(
    "text",
    [
        "He visited Shitang Town.",
        "The delegation visited Shitang Town.",
        "The mayor visited Shitang Town.",
        (
            "Tan Yishan, mayor of Yunmo City, and Kang Wenhe, mayor of Hailu City, spoke. "
            "The mayor visited Shitang Town."
        ),
        "The crowd visited Shitang Town.",
    ],
)
def test_no_antecedent_no_claim(text: str) -> None:
    """Without someone to point to, or with two, nothing is claimed."""
    assert last_visitor(text) is None


def test_antecedent_is_evidence() -> None:
    """The sentence that tells who "he" is supports the claim."""
    found = read_extraction("Tan Yishan spoke. He visited Shitang Town.")
    (claim,) = (claim for claim in found.claims if claim.relation == "visited")
    assert [found.document.quote(span) for span in claim.evidence.sentences] == [
        "He visited Shitang Town.",
        "Tan Yishan spoke.",
    ]
    assert claim.confidence < 0.95
