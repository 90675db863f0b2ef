"""Posts told by another person's: predecessors, deputies, counterparts."""

from __future__ import annotations

import pytest

from tests.reading import posts


@pytest.mark.parametrize(
    ("text", "name", "held"),
    [
        (
            "Tan Yishan, mayor of Yunmo City, spoke. His predecessor, Hu Zhao, went to Kobe.",
            "Hu Zhao",
            "Former Mayor @ Yunmo City",
        ),
        (
            "Norwegian Defence Minister Kari Dahl spoke. Ms. Dahl's predecessor, Ingrid Aasen, listened.",
            "Ingrid Aasen",
            "Former Defence Minister @ Norway",
        ),
        (
            "Foreign Minister Kofi Ansah of Ghana spoke. Ansah's deputy, Ama Boateng, listened.",
            "Ama Boateng",
            "Deputy Foreign Minister @ Ghana",
        ),
        (
            "Ghana's foreign minister Kofi Ansah met his Kenyan counterpart, Edwin Mutua.",
            "Edwin Mutua",
            "Foreign Minister @ Kenya",
        ),
        (
            "Finnish Interior Minister Aino Salmela received her Estonian counterpart Kadri Tamm.",
            "Kadri Tamm",
            "Interior Minister @ Estonia",
        ),
    ],
)
def test_relative_title_is_read_from_the_other_post(text: str, name: str, held: str) -> None:
    """A predecessor held the same post, a counterpart holds it elsewhere, a deputy one rank below."""
    assert posts(text)[name] == {held}


def test_counterpart_of_nobody_holds_no_post() -> None:
    """Without the other's post a counterpart has none that could be named."""
    assert "Edwin Mutua" not in posts("The Kenyan counterpart, Edwin Mutua, spoke.")


def test_deputy_of_a_parliament_is_no_relative() -> None:
    """A deputy of a parliament holds a seat of their own."""
    assert posts("State Duma deputy Oleg Kutin spoke.")["Oleg Kutin"] == {"Deputy @ State Duma"}
