"""Stops told by nouns, and parties under a leader."""

from __future__ import annotations

import pytest

from tests.reading import acts


def facts(text: str) -> set[str]:
    """Return the facts of a text as plain phrases."""
    relations = ("visited", "met", "accompanied", "attended")
    return {" ".join(told[:3]) for told in acts(text, *relations) if told.how == "stated"}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("A delegation – led by Jane Foss and Paul Adams – visited Suva.", "Paul Adams visited Suva"),
        ("A delegation from Duisburg, led by Jane Foss, toured Lusaka.", "Jane Foss visited Lusaka"),
        ("The team was headed by Jane Foss. It met well. The team visited Suva.", "Jane Foss visited Suva"),
        (
            "Jane Foss visited Suva. It followed stops in Tonga, where she slept; and Samoa.",
            "Jane Foss visited Samoa",
        ),
    ],
)
def test_parties_and_stops(text: str, fact: str) -> None:
    """A party is whoever leads it; stops after a semicolon belong to the list."""
    assert fact in facts(text)


def test_a_party_to_come_is_nobodys_visit() -> None:
    """A delegation that is still to be led went nowhere."""
    assert facts("A delegation to be led by Jane Foss will visit Suva.") == set()


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "Jane Foss visited Suva. Paul Adams and Ana Reyes went together.",
            "Ana Reyes accompanied Jane Foss",
        ),
        (
            "A team led by Jane Foss visited Suva. Members of the team included Paul Adams; and Ana Reyes.",
            "Ana Reyes accompanied Jane Foss",
        ),
        (
            "Jane Foss visited Suva. She was joined by Paul Adams, the mayor, and Ana Reyes.",
            "Ana Reyes accompanied Jane Foss",
        ),
    ],
)
def test_company_of_all_kinds(text: str, fact: str) -> None:
    """Those who went together, the members of a delegation, and those who joined are companions."""
    assert fact in facts(text)


def test_company_of_nobody() -> None:
    """Who goes together without a visit under way accompanies nobody."""
    assert facts("Paul Adams and Ana Reyes went together.") == set()


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "The Suva Trade Forum was held on May 3. Jane Foss delivered a speech.",
            "Jane Foss attended Suva Trade Forum",
        ),
        (
            "At the Suva Trade Forum, Jane Foss delivered the keynote speech.",
            "Jane Foss attended Suva Trade Forum",
        ),
        ("Jane Foss held the Suva Strategic Dialogue.", "Jane Foss attended Suva Strategic Dialogue"),
        (
            "A symposium was held on May 3. Jane Foss reported at the symposium.",
            "Jane Foss attended symposium",
        ),
    ],
)
def test_voices_at_a_meeting(text: str, fact: str) -> None:
    """Whoever speaks at a meeting under way, or holds one, takes part in it."""
    assert fact in facts(text)


def test_a_speech_without_a_meeting() -> None:
    """A speech outside any meeting makes nobody attend."""
    assert facts("Jane Foss delivered a speech on water.") == set()


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Jane Foss paid a courtesy visit to the Emir, Bukar Dikwa.", "Jane Foss met Bukar Dikwa"),
        (
            "Jane Foss received a delegation of the Traders' Union led by its president Omar Saleh.",
            "Jane Foss met Omar Saleh",
        ),
        ("Jane Foss had a discussion with Omar Saleh.", "Jane Foss met Omar Saleh"),
    ],
)
def test_encounters_by_nouns(text: str, fact: str) -> None:
    """Visits to a person, delegations received and discussions are meetings of people."""
    assert fact in facts(text)


def test_a_postponed_meeting_is_none() -> None:
    """A meeting that has been rescheduled did not take place."""
    assert facts("Jane Foss's meeting with Omar Saleh has been rescheduled to May.") == set()
