"""Names of people after honorifics, with particles, patronymics, nicknames: all cultures, whole names."""

from __future__ import annotations

import pytest

from tests.reading import read_people


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("CEO Engr. Tunde Bakare-Ojo welcomed the guests.", {"Tunde Bakare-Ojo"}),
        ("Senator Engr. (Mrs.) Yetunde Alabi spoke.", {"Yetunde Alabi"}),
        ("The spokesman, Col. (Rtd) Barnaby Weru, agreed.", {"Barnaby Weru"}),
        ("The Emir, HRM Bukar Alhassan Dikwa, received them.", {"Bukar Alhassan Dikwa"}),
        ("Minister Dr. Ellen Park visited Lusaka.", {"Ellen Park"}),
    ],
)
def test_honorifics_are_no_part_of_the_name(text: str, names: set[str]) -> None:
    """A name begins after its honorifics, in brackets or not, and ends with the name."""
    assert set(read_people(text)) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mayor Pieter van der Linde visited the port.", {"Pieter van der Linde"}),
        ("Governor Mwangi wa Kamau visited the dam.", {"Mwangi wa Kamau"}),
        ("Councillor Anton du Preez spoke.", {"Anton du Preez"}),
        ("Minister Hassan bin Rashid Al Mansoori arrived.", {"Hassan bin Rashid Al Mansoori"}),
        ("Ambassador Salim al-Harbi spoke.", {"Salim al-Harbi"}),
    ],
)
def test_particles_lead_on(text: str, names: set[str]) -> None:
    """Particles in small letters stand inside a name whatever the recogniser makes of them."""
    assert set(read_people(text)) == names


@pytest.mark.parametrize(
    "name", ["Oleg Borisovich Tarasenko", "Marina Petrovna Gusarova", "Stepan Ivanovych Hrytsenko"]
)
def test_patronymics_show_a_name(name: str) -> None:
    """Given name, patronymic and surname are one person even at the head of a sentence."""
    assert set(read_people(f"{name} opened the school.")) == {name}


@pytest.mark.parametrize("name", ['Edward "Ned" Larkin', 'Busisiwe "Bibi" Maseko', 'Ramon "Monching" Abad'])
def test_nicknames_stand_inside_a_name(name: str) -> None:
    """A nickname in quotation marks parts no name."""
    assert list(read_people(f"Deputy Minister {name} visited Nairobi.")) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "The damage was done by Cyclone Brenda in two days.",
        "They discussed the Benguela corridor at length.",
        "The notice (Min Jian Fa [2021] No. 8) is void.",
        "Two Zhang Weis were on the list.",
    ],
)
def test_what_only_looks_like_a_person(text: str) -> None:
    """Storms, corridors, file numbers and counted names are nobody."""
    assert read_people(text) == {}
