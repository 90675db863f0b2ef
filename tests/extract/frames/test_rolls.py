"""Lists of participants, one to a line, and meetings that the headline names in other words."""

from __future__ import annotations

import pytest

from tests.reading import acts

OPENING = "Minister Jane Foss chaired a roundtable with owners of ports on May 3.\n\n"


def attended(text: str, title: str = "") -> set[str]:
    """Return who is said to have attended."""
    return {told.subject for told in acts(text, "attended", title=title) if told.how == "stated"}


@pytest.mark.parametrize(
    "roll",
    [
        "Participants included:\n\n- Paul Adams, President, Tideway Co\n\n- Ana Reyes, Director, Port Co\n",
        "Attendees:\n\nPaul Adams, President of Tideway Co.\n\nAna Reyes, Director of the Port Board\n",
        "The following leaders participated:\n\n• Paul Adams, Mayor of Lae\n\n• Ana Reyes, Mayor of Suva\n",
    ],
)
def test_each_line_of_a_roll_took_part(roll: str) -> None:
    """Under a line that announces participants, every line names one."""
    assert {"Paul Adams", "Ana Reyes"} <= attended(OPENING + roll)


def test_a_roll_of_those_to_come_is_none() -> None:
    """Those who will attend have not."""
    roll = "Participants will include:\n\n- Paul Adams, President, Tideway Shipping Company\n"
    assert "Paul Adams" not in attended(OPENING + roll)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("White House Roundtable on Ports", "Minister Jane Foss chaired a roundtable with owners."),
        ("Jinfeng City Special Meeting on Fire Safety", "Wang Lei presided over a meeting on fire safety."),
        ("Ministers Gather at the Suva Trade Forum", "Minister Jane Foss chaired a forum with traders."),
    ],
)
def test_the_headline_names_the_meeting(title: str, text: str) -> None:
    """What the text describes is the headline's only meeting of that kind."""
    (chaired,) = {told.object for told in acts(text, "chairs", title=title) if told.how == "stated"}
    assert chaired.casefold() in title.casefold()


def test_another_kind_of_meeting_is_another() -> None:
    """A seminar is not the headline's roundtable."""
    told = acts("Minister Jane Foss chaired a seminar with owners.", "chairs", title="Roundtable on Ports")
    assert {claim.object for claim in told} == {"seminar with owners"}


def test_a_meeting_of_an_earlier_year_has_no_roll() -> None:
    """It is what the page tells of in passing; the list is of another."""
    text = "Jane Foss spoke at a 2019 meeting of the Harbour Task Force.\n\n"
    assert "Paul Adams" not in attended(text + "Participants included:\n\n- Paul Adams, Mayor of Lae\n")
