"""The frame accompany."""

from __future__ import annotations

import pytest

from tests.reading import acts, read_extraction

VISIT = "Tan Yishan visited Baishi Town on May 3."


def company(text: str) -> list[str]:
    """Return who accompanied Tan Yishan, as stated, in order."""
    found = acts(text, "accompanied")
    assert {told.object for told in found} <= {"Tan Yishan"}
    return [told.subject for told in found if told.how == "stated"]


TWO = ["Kang Wenhe", "Niu Changgeng"]


@pytest.mark.parametrize(
    "second",
    [
        "Kang Wenhe and Niu Changgeng participated in the investigation.",
        "Kang Wenhe and Niu Changgeng took part in the inspection.",
        "Kang Wenhe and Niu Changgeng accompanied him.",
        "Kang Wenhe and Niu Changgeng accompanied the inspection.",
        (
            "Kang Wenhe, deputy mayor, and Niu Changgeng, secretary-general of the municipal "
            "government, participated in the investigation."
        ),
        "Municipal leaders Kang Wenhe and Niu Changgeng participated in the activity.",
        "The activities were accompanied by Kang Wenhe and Niu Changgeng.",
        "He was accompanied by Kang Wenhe and Niu Changgeng.",
        "He was joined by Kang Wenhe, director of the Yunmo Grain Bureau, and Niu Changgeng.",
        "Accompanying him were Kang Wenhe and Niu Changgeng.",
        "Participating in the inspection were Kang Wenhe and Niu Changgeng.",
        "Those who participated in the investigation were Kang Wenhe and Niu Changgeng.",
        "Accompanying the investigation were Kang Wenhe, deputy mayor, and Niu Changgeng.",
        "Kang Wenhe and Niu Changgeng joined the tour.",
        "Kang Wenhe and Niu Changgeng travelled with him.",
        "Kang Wenhe and Niu Changgeng participated in the research together.",
    ],
)
def test_companions_in_a_sentence_of_their_own(second: str) -> None:
    """The ways in which an article lists companions, in the order listed."""
    text = f"{VISIT} {second}"
    assert company(text) == TWO
    claims = [claim for claim in read_extraction(text).claims if claim.relation == "accompanied"]
    assert [claim.position for claim in claims] == [1, 2]
    assert len({claim.event for claim in claims}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Tan Yishan visited Baishi Town, accompanied by Kang Wenhe and Niu Changgeng.",
        "Accompanied by Kang Wenhe and Niu Changgeng, Tan Yishan visited Baishi Town.",
        "Tan Yishan, accompanied by Kang Wenhe and Niu Changgeng, visited Baishi Town.",
        (
            "Tan Yishan visited Baishi Town, accompanied by Kang Wenhe, deputy mayor, and "
            "Niu Changgeng, director of the Yunmo Tax Bureau."
        ),
        "Kang Wenhe and Niu Changgeng accompanied Tan Yishan on his tour of Baishi Town.",
    ],
)
def test_companions_in_the_sentence_of_the_visit(text: str) -> None:
    """Before the visit, within it and after it."""
    assert company(text) == TWO


@pytest.mark.parametrize(
    "second",
    [
        "Kang Wenhe did not take part in the inspection.",
        "Kang Wenhe will accompany him next time.",
        "Kang Wenhe was absent from the inspection.",
        "Neither Kang Wenhe nor Niu Changgeng accompanied him.",
        "Kang Wenhe participated in the Municipal People's Congress.",
        "Kang Wenhe joined the army in 1998.",
        "Kang Wenhe reported on the inspection of Shitang Town.",
        "Kang Wenhe accompanied the medals with flowers.",
        "The text was accompanied by a photo of Kang Wenhe.",
        "He was met by Kang Wenhe at the bridge.",
        "He asked Kang Wenhe to accompany him next month.",
        "Participants in the meeting were Kang Wenhe and Niu Changgeng.",
        "Kang Wenhe joined the celebrations online.",
    ],
)
def test_no_companion_is_invented(second: str) -> None:
    """Denied and planned company, other activities and other senses are no company."""
    assert company(f"{VISIT} {second}") == []


def test_principal_is_no_companion() -> None:
    """Who leads the visit is not listed as his own companion."""
    assert company(f"{VISIT} Tan Yishan and Kang Wenhe participated in the inspection.") == ["Kang Wenhe"]


def test_companions_of_their_own_visit() -> None:
    """With two visits, the one named or meant by the pronoun has the company."""
    first = "Tan Yishan visited Baishi Town. Kang Wenhe visited Shitang Town."
    named = acts(f"{first} Niu Changgeng accompanied Tan Yishan.", "accompanied")
    assert [(told.subject, told.object) for told in named] == [("Niu Changgeng", "Tan Yishan")]
    meant = acts(f"{first} Niu Changgeng accompanied her.", "accompanied")
    assert [(told.subject, told.object) for told in meant] == [("Niu Changgeng", "Kang Wenhe")]


def test_company_without_a_visit_under_way_opens_one() -> None:
    """Company named with its principal is a visit even before a stop is told."""
    text = "During the trip, Prime Minister Edwin Mutua was accompanied by Defence Minister Ingrid Solberg."
    assert [(told.subject, told.object) for told in acts(text, "accompanied")] == [
        ("Ingrid Solberg", "Edwin Mutua")
    ]


def test_unnamed_principal_gives_no_company() -> None:
    """Nobody accompanies someone without a name."""
    text = "The delegation visited Baishi Town. Kang Wenhe participated in the inspection."
    assert acts(text, "accompanied") == []


def test_company_on_a_journey_to_come_is_planned() -> None:
    """Plans are for both: "N, alongside A, will"."""
    text = "Ingrid Solberg visited Lae. In Suva, Ingrid Solberg, alongside Edwin Mutua, will open a school."
    assert {told.how for told in acts(text, "accompanied")} <= {"planned"}
