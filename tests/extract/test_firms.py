"""Enterprises that a common noun betrays."""

from __future__ import annotations

import pytest

from tests.reading import read_things


@pytest.mark.parametrize(
    ("text", "firms"),
    [
        ("The dam was built by the Spanish firm Obras Tajuela.", ["Obras Tajuela"]),
        (
            "They met contractors such as Kuvuma Roads, Lindo Works and Sable & Pryce.",
            ["Kuvuma Roads", "Lindo Works", "Sable & Pryce"],
        ),
        (
            "The farmers belong to companies including Agripunda, Zamgro and Mulimi.",
            ["Agripunda", "Zamgro", "Mulimi"],
        ),
    ],
)
def test_nouns_betray_firms(text: str, firms: list[str]) -> None:
    """Names after "the firm", and lists after "companies including", are enterprises."""
    assert read_things(text, "Enterprise") == firms


def test_a_noun_alone_names_nothing() -> None:
    """A firm without a name, or from a country, is no enterprise of that name."""
    assert read_things("Companies from Kenya and Ghana took part in the fair.", "Enterprise") == []


@pytest.mark.parametrize(
    ("text", "site"),
    [
        ("She toured School No. 14 on Monday.", "School No. 14"),
        ("They visited the kindergarten of Baishi Town.", "kindergarten of Baishi Town"),
        (
            "He inspected the new service hall of Linjiang Subdistrict.",
            "new service hall of Linjiang Subdistrict",
        ),
    ],
)
def test_institutions_without_a_name_of_their_own(text: str, site: str) -> None:
    """A number, or the place after "of", names an institution."""
    assert site in read_things(text, "Enterprise")


def test_a_workshop_of_a_firm_is_no_institution() -> None:
    """The workshop of a company is the company's."""
    assert read_things("He visited the workshop of Baishi Paper Co., Ltd.", "Enterprise") == [
        "Baishi Paper Co., Ltd."
    ]
