"""Places."""

from __future__ import annotations

import pytest

from tests.reading import read_things


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("She came to Pingshun County.", ["Pingshun County"]),
        ("She came to Baishi Town and Shitang Village.", ["Baishi Town", "Shitang Village"]),
        ("She came to Wuyi Street, Nanguan District.", ["Wuyi Street", "Nanguan District"]),
        ("She came to Linxia Hui Autonomous Prefecture.", ["Linxia Hui Autonomous Prefecture"]),
        ("She came to Kaduna State and Tomsk Oblast.", ["Kaduna State", "Tomsk Oblast"]),
        ("She came to Lusaka.", ["Lusaka"]),
        ("She flew from Nairobi to Tokyo.", ["Nairobi", "Tokyo"]),
        ("She flew to Addis Ababa and Buenos Aires.", ["Addis Ababa", "Buenos Aires"]),
        ("She drove from Hangzhou to Suzhou.", ["Hangzhou", "Suzhou"]),
        ("She saw the Yalu River and Lake Turkana.", ["Yalu River", "Lake Turkana"]),
        ("She saw the Jiangbin Wetland Park.", ["Jiangbin Wetland Park"]),
        ("She saw the Yunmo Economic Development Zone.", ["Yunmo Economic Development Zone"]),
        ("She saw the Port of Mombasa.", ["Port of Mombasa"]),
        ("The people of our city thank her.", ["our city"]),
        ("She thanked the farmers of our county.", ["our county"]),
        ("This county is poor.", ["This county"]),
    ],
)
def test_places(text: str, names: list[str]) -> None:
    """Words of kind, the gazetteer, sites, and the place of the article itself."""
    assert read_things(text, "Place") == names


@pytest.mark.parametrize(
    "text",
    [
        "The county is poor.",
        "They met in a park by a lake.",
        "The Washington Post wrote about it.",
        "Our city planning needs care.",
        "Peking University is old.",
        "The street was wide and the town was small.",
        "Sydney Adeleke spoke.",
        "Deputy Mayor Tan Yishan spoke.",
        "The Pingshun County People's Congress met.",
    ],
)
def test_no_place_is_invented(text: str) -> None:
    """Common nouns, papers, people and bodies are no places."""
    assert read_things(text, "Place") == []


def test_zone_inside_a_port() -> None:
    """A site's complement is a mention of its own inside it."""
    names = read_things("She saw Haiwan New Area of the Yunmo Free Trade Zone.", "Place")
    assert (
        names == ["Haiwan New Area of the Yunmo Free Trade Zone", "Yunmo Free Trade Zone"]
        or "Yunmo Free Trade Zone" in names
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("She toured the Ardon district.", ["Ardon district"]),
        ("He left the Tula region on Monday.", ["Tula region"]),
        ("She toured the Ardon municipal district.", ["Ardon municipal district"]),
        ("She saw camps in Panjgur and Turbat districts.", ["Panjgur", "Turbat"]),
        (
            "She came to Okene Local Government Area of Kogi State.",
            ["Okene Local Government Area", "Kogi State"],
        ),
        ("She came to the Commonwealth of the Bahamas.", ["Commonwealth of the Bahamas"]),
    ],
)
def test_kinds_in_small_letters_and_styles(text: str, names: list[str]) -> None:
    """A kind may be written small, stand in the plural for several, or be a style before the name."""
    assert sorted(read_things(text, "Place")) == sorted(names)


@pytest.mark.parametrize(
    "text",
    ["The Ardon district court ruled.", "Dr. Ellen Park spoke.", "She knows the Kazakh region well."],
)
def test_kinds_that_belong_to_something_else(text: str) -> None:
    """A court is no district, a doctor no park, a demonym no name."""
    assert read_things(text, "Place") == []


def test_region_of_a_known_name_adds_nothing() -> None:
    """The likes of "The Middle East region" is the Middle East."""
    assert read_things("Peace came to the Middle East region.", "Place") == ["Middle East"]
