"""Homes of posts that a noun points to, or that only their end betrays."""

from __future__ import annotations

import pytest

from tests.reading import posts


@pytest.mark.parametrize(
    ("text", "person", "post"),
    [
        (
            "She visited the Baishi People's Hospital. He asked the president of the hospital, Zha Lin.",
            "Zha Lin",
            "President @ Baishi People's Hospital",
        ),
        (
            "The Suva Chamber of Commerce met. It was chaired by Paul Adams, Chairman of the Chamber.",
            "Paul Adams",
            "Chairman @ Suva Chamber of Commerce",
        ),
        (
            "Joan Pettit is the Director of the National Geodetic Survey.",
            "Joan Pettit",
            "Director @ National Geodetic Survey",
        ),
        (
            "Mr. Ellis met with General Secretary of the Communist Party of Vietnam Pham Quoc Long.",
            "Pham Quoc Long",
            "General Secretary @ Communist Party of Vietnam",
        ),
        (
            "The Honorable Jane Foss, Assistant Secretary of State for Western Hemisphere Affairs, spoke.",
            "Jane Foss",
            "Assistant Secretary of State for Western Hemisphere Affairs",
        ),
    ],
)
def test_home_or_topic_is_read_whole(text: str, person: str, post: str) -> None:
    """A noun stands for what was named before; a name ends where a person's begins; topics stay whole."""
    assert post in posts(text)[person]


def test_a_noun_without_a_name_gives_no_home() -> None:
    """The hospital that nobody named is no home."""
    assert posts("He asked the president of the hospital, Zha Lin.")["Zha Lin"] == {"President"}
