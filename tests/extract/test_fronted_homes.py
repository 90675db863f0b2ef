"""What stands before a title and says whose it is."""

from __future__ import annotations

import pytest

from tests.reading import Held, read_people, read_things


@pytest.mark.parametrize(
    ("text", "name", "held"),
    [
        ("Mbeya Governor Grace Otieno spoke.", "Grace Otieno", Held("Governor", "Mbeya", level="provincial")),
        ("Narok mayor Peter Kamau spoke.", "Peter Kamau", Held("Mayor", "Narok", level="municipal")),
        (
            "Pelling Bay executive mayor Grace Otieno spoke.",
            "Grace Otieno",
            Held("Executive Mayor", "Pelling Bay", level="municipal"),
        ),
        (
            "Yunmo Party chief Tan Yishan spoke.",
            "Tan Yishan",
            Held("Party Chief", "Yunmo"),
        ),
    ],
)
def test_name_before_a_governor_is_a_place(text: str, name: str, held: Held) -> None:
    """The name right before the title of who heads a place is that place, whatever the lists know."""
    assert held in read_people(text)[name]


def test_demonym_before_a_governor_is_no_place() -> None:
    """The likes of "Republican Governor" tells of a party, not of a place."""
    assert read_things("Republican Governor Ellen Marsh spoke.", "Place") == []


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("She met Tan Yishan, the city's executive vice-mayor.", "municipal"),
        ("She met Tan Yishan, the county's chief accountant.", "county"),
        ("She met Tan Yishan, the group's chairwoman.", "enterprise"),
    ],
)
def test_possessor_points_to_a_level(text: str, level: str) -> None:
    """The likes of "The city's" and "the group's" say at which level the home is to be found."""
    (held,) = read_people(text)["Tan Yishan"]
    assert held.level == level


def test_possessor_that_is_no_place_gives_no_level() -> None:
    """The likes of "The team's" points to no level of places."""
    held = read_people("She met Tan Yishan, the team's director.")["Tan Yishan"]
    assert all(title.level is None for title in held)


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("A delegation from Tampere, Finland, led by Mayor Aino Salmela, arrived.", "Tampere"),
        ("A delegation of the Kestrel Trust, led by Director Aino Salmela, arrived.", "Kestrel Trust"),
        ("A trade mission from Tampere headed by Deputy Mayor Aino Salmela arrived.", "Tampere"),
    ],
)
def test_leader_of_a_group_is_of_where_it_comes_from(text: str, home: str) -> None:
    """The title of who leads a delegation is of the place or body that sent it."""
    (held,) = read_people(text)["Aino Salmela"]
    assert held.home == home


def test_leader_of_a_group_keeps_a_home_of_its_own() -> None:
    """A home that follows the title wins over where the delegation comes from."""
    text = "A delegation from Finland, led by Aino Salmela, mayor of Tampere, arrived."
    assert [held.home for held in read_people(text)["Aino Salmela"]] == ["Tampere"]


def test_full_stop_of_a_firm_may_end_the_sentence() -> None:
    """The likes of "… Co., Ltd. Vice mayor N" begins a new sentence: he is no vice mayor of the firm."""
    text = "She visited Henglu Paper Co., Ltd. Vice mayor Tan Yishan went along."
    assert all(held.home is None for held in read_people(text)["Tan Yishan"])


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("Tan Yishan, chief executive of Lantern Guarantees, spoke.", "Lantern Guarantees"),
        ("Tan Yishan, managing director of Orbis Crown, spoke.", "Orbis Crown"),
        ("Brightwell-Norte chief executive Tan Yishan spoke.", "Brightwell-Norte"),
    ],
)
def test_chief_executive_is_of_a_firm(text: str, home: str) -> None:
    """What a chief executive is of is a firm, though no trade word ends its name."""
    assert [held.home for held in read_people(text)["Tan Yishan"]] == [home]
    assert read_things(text, "Enterprise") == [home]


def test_chief_executive_of_a_place_makes_no_firm() -> None:
    """A country is no firm."""
    assert read_things("Tan Yishan, chief executive of Singapore, spoke.", "Enterprise") == []
