"""The JSON of an explanation: its keys, its order, and that it loses nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from graphbuild.explain import to_json
from graphbuild.explain.record import to_record

if TYPE_CHECKING:
    from graphbuild.explain import Explanation


def _text(record: dict[str, Any], text: str) -> str:
    return text[record["start"] : record["end"]]


@pytest.mark.parametrize("which", ["explanation", "hostile"])
def test_json_round_trip(which: str, request: pytest.FixtureRequest) -> None:
    """What is parsed again is what was written, whatever the article holds."""
    found: Explanation = request.getfixturevalue(which)
    assert json.loads(to_json(found)) == to_record(found)


def test_keys_are_those_documented(explanation: Explanation) -> None:
    """The keys come in the order that the documentation gives."""
    record = json.loads(to_json(explanation))
    assert list(record) == ["document", "header", "seat", "sentences", "claims", "coverage", "set_phrases"]
    assert list(record["sentences"][0]) == [
        "number", "start", "end", "role", "text", "mentions", "claims", "triggers", "promised",
    ]  # fmt: skip
    assert list(record["claims"][0]) == [
        "id", "subject", "subject_type", "relation", "object", "object_type", "modality", "confidence",
        "rule", "edge", "date", "position", "sentences", "roles",
    ]  # fmt: skip


def test_offsets_quote_the_article(explanation: Explanation) -> None:
    """Every start and end in the JSON quotes the text beside it."""
    record, text = json.loads(to_json(explanation)), explanation.document.text
    quoted = [
        *record["sentences"],
        *(mark for sentence in record["sentences"] for mark in sentence["mentions"] + sentence["triggers"]),
        *(role for claim in record["claims"] for role in claim["roles"]),
    ]
    assert len(quoted) > 20
    assert [part for part in quoted if _text(part, text) != part["text"]] == []


def test_ids_lead_to_claims(explanation: Explanation) -> None:
    """The claims of a sentence are ids of claims that name the sentence."""
    record = json.loads(to_json(explanation))
    claims = {claim["id"]: claim for claim in record["claims"]}
    for sentence in record["sentences"]:
        assert all(sentence["number"] in claims[id]["sentences"] for id in sentence["claims"])
