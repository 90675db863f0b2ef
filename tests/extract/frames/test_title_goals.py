"""Countries of a headline, by the cities of the text."""

from __future__ import annotations

import pytest

from tests.reading import acts


def visited(text: str, title: str) -> set[str]:
    """Return what was visited, for the facts of a text under a headline."""
    return {told.object for told in acts(text, "visited", title=title) if told.how == "stated"}


@pytest.mark.parametrize(
    ("title", "text", "country"),
    [
        ("Readout of Travel to Zambia", "Minister Jane Foss visited Lusaka on May 3.", "Zambia"),
        ("Statement on the Trip to Fiji and Samoa", "Minister Jane Foss visited Suva on May 3.", "Fiji"),
        ("Readout of the Visit to Kenya", "Minister Jane Foss toured Mombasa on May 3.", "Kenya"),
    ],
)
def test_country_of_a_city(title: str, text: str, country: str) -> None:
    """Who visited a city visited the country that the headline's journey goes to."""
    assert country in visited(text, title)


def test_countries_without_a_city_are_left_alone() -> None:
    """A country of the headline in which nothing was visited stays out."""
    assert "Samoa" not in visited(
        "Minister Jane Foss visited Suva.", "Statement on the Trip to Fiji and Samoa"
    )
