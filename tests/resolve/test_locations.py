"""Places, sites and bodies told to lie in or belong to another by standing beside it."""

from __future__ import annotations

import pytest

from tests.reading import read_claims


def told(text: str, relation: str) -> set[tuple[str, str]]:
    """Return subject and object of a relation's claims."""
    return {(claim.subject, claim.object) for claim in read_claims(text) if claim.relation == relation}


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("She flew to Accra, Ghana.", ("Accra", "Ghana")),
        ("She came to Baishi Town, Pingshun County.", ("Baishi Town", "Pingshun County")),
        ("She saw Okene Local Government Area of Kogi State.", ("Okene Local Government Area", "Kogi State")),
        ("They met in Ngerulmal, Palau.", ("Ngerulmal", "Palau")),
        ("She visited the Qinghe Alfalfa Planting Cooperative in Baishi Town.",
         ("Qinghe Alfalfa Planting Cooperative", "Baishi Town")),
        ("She thanked the Orbis Mango Corporation of the Philippines.",
         ("Orbis Mango Corporation", "Philippines")),
    ],
)  # fmt: skip
def test_place_beside_tells_where(text: str, pair: tuple[str, str]) -> None:
    """A place after a comma, "of" or "in" holds what stands before it."""
    assert pair in told(text, "locatedIn")


@pytest.mark.parametrize(
    "text",
    [
        "She visited Baishi Town, Pingshun County and Heping City.",
        "She flew to Kenya, Ghana and Togo.",
        "She left Orbis Mango Corporation for Manila.",
    ],
)
def test_lists_and_journeys_tell_no_place(text: str) -> None:
    """Goals in a list lie beside each other, and who leaves a firm for a town does not move the firm."""
    assert told(text, "locatedIn") == set()


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "Ada Nash, Director of the Office of Reef Partnerships, Bureau for Oceans, "
            "U.S. Agency for Coastal Development, spoke.",
            {
                ("Office of Reef Partnerships", "Bureau for Oceans"),
                ("Bureau for Oceans", "U.S. Agency for Coastal Development"),
            },
        ),
        (
            "Ada Nash, Head of the Cable Unit of the Directorate of Seabed Affairs, spoke.",
            {("Cable Unit", "Directorate of Seabed Affairs")},
        ),
    ],
)
def test_bodies_side_by_side_are_part_and_whole(text: str, pairs: set[tuple[str, str]]) -> None:
    """An office before a bureau before an agency belongs to it."""
    assert pairs <= told(text, "partOf")


def test_bodies_in_a_list_are_no_parts() -> None:
    """Ministries in a list belong to none of each other."""
    text = "The Ministry of Water, the Ministry of Roads and the Treasury answered."
    assert told(text, "partOf") == set()
