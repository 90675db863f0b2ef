"""Acronyms beside titles are bodies."""

from __future__ import annotations

import pytest

from tests.reading import Held, read_people, read_things


@pytest.mark.parametrize(
    ("text", "person", "held"),
    [
        ("KEBS Chairman Paul Oduor visited Nakuru.", "Paul Oduor", Held("Chairman", "KEBS")),
        (
            "Deputy Commander CENTCOM Lieutenant General Ray Dunn spoke.",
            "Ray Dunn",
            Held("Deputy Commander", "CENTCOM"),
        ),
        ("The director of NAPTIP, Bola Ige, spoke.", "Bola Ige", Held("Director", "NAPTIP")),
    ],
)
def test_acronym_is_the_home_of_the_title(text: str, person: str, held: Held) -> None:
    """Before a title, after it, or with "of", capitals name the body that the post is in."""
    assert held in read_people(text)[person]


def test_shouted_lines_hold_no_acronyms() -> None:
    """In a line all in capitals, capitals mean nothing."""
    assert read_things("THE DIRECTOR OF THE BOARD SPOKE AT THE GATE.", "Body") == []
