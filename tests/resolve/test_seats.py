"""The seat of an article and the places above it."""

from __future__ import annotations

import pytest

from graphbuild.resolve.seats import Seats, find_seats, full_name, kind_level
from tests.reading import article, posts, read_claims, read_extraction, read_parses


def seats_of(text: str, *, title: str = "", publisher: str | None = None, locus: str | None = None) -> Seats:
    """Return the seats of an article."""
    return find_seats(
        article(text, title=title, publisher=publisher, locus=locus), read_parses(text, title=title)
    )


PLAIN = "The Municipal Party Committee met. Mayor Tan Yishan spoke."


@pytest.mark.parametrize(
    ("text", "stated", "seat"),
    [
        (PLAIN, {"locus": "Huadian, Jilin"}, "Huadian City"),
        (PLAIN, {"locus": "Wafangdian"}, "Wafangdian City"),
        ("The County Party Committee met.", {"locus": "Pingshun County, Shanxi"}, "Pingshun County"),
        (f"{PLAIN} Tan Yishan visited Longtan District.", {"publisher": "Jilin City Daily"}, "Jilin City"),
        ("The farmers of Wafangdian City sowed. The Municipal Party Committee met.", {}, "Wafangdian City"),
        ("The Wafangdian Municipal Government met. Our city is rich.", {}, "Wafangdian City"),
    ],
)
def test_seat(text: str, stated: dict[str, str], seat: str) -> None:
    """The user's word, the publisher, divisions and bodies of the text show the seat."""
    found = seats_of(text, locus=stated.get("locus"), publisher=stated.get("publisher")).seat
    assert found is not None
    assert found.name == seat


def test_stated_seat_wins() -> None:
    """The seat that the user states wins over what the article names."""
    seat = seats_of(
        "The Huadian Municipal Government met in Huadian City.", locus="Wafangdian, Liaoning"
    ).seat
    assert seat is not None
    assert seat.name == "Wafangdian City"


def test_unknown_stated_seat_is_taken_at_its_word() -> None:
    """A seat that the gazetteer does not know still completes names."""
    found = posts("Mayor Tan Yishan spoke.", locus="Yunmo City")
    assert found == {"Tan Yishan": {"Mayor @ Yunmo City"}}


def test_no_seat_without_a_sign() -> None:
    """An article about the world has no seat, and nothing is completed."""
    text = "Edwin Mutua met Ingrid Solberg."
    assert seats_of(text).seat is None


@pytest.mark.parametrize(
    ("level", "name"),
    [("county", "Pingshun County"), ("municipal", "Changzhi City"), ("provincial", "Shanxi Province")],
)
def test_levels_above_the_seat(level: str, name: str) -> None:
    """Ellipses of higher levels mean the places above the seat."""
    found = seats_of("The County Party Committee met.", locus="Pingshun County, Shanxi").at(level)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Yunmo City", ("Yunmo", "municipal")),
        ("Linxia Hui Autonomous Prefecture", ("Linxia Hui", "prefectural")),
        ("Pingshun County", ("Pingshun", "county")),
        ("Lusaka", None),
        ("City", None),
    ],
)
def test_kind_and_level(name: str, expected: tuple[str, str] | None) -> None:
    """A name's last word says what kind of division it is."""
    assert kind_level(name) == expected


@pytest.mark.parametrize(
    ("bare", "level", "name"),
    [
        ("Wafangdian", "municipal", "Wafangdian City"),
        ("Yunmo", "county", "Yunmo County"),
        ("Yunmo City", "municipal", "Yunmo City"),
    ],
)
def test_full_name_of_a_division(bare: str, level: str, name: str) -> None:
    """The gazetteer's name, or else the bare name with its word of kind."""
    assert full_name(bare, level) == name


@pytest.mark.parametrize(
    ("text", "locus", "bodies"),
    [
        (PLAIN, "Huadian, Jilin", {"Huadian Municipal Party Committee"}),
        (
            "The County Party Committee and the Municipal Finance Bureau answered Tan Yishan.",
            "Pingshun County, Shanxi",
            {"Pingshun County Party Committee", "Changzhi Municipal Finance Bureau"},
        ),
        (
            "The Provincial Water Department and the County Water Bureau answered Tan Yishan.",
            "Pingshun County, Shanxi",
            {"Shanxi Provincial Water Department", "Pingshun County Water Bureau"},
        ),
        (
            "The county government answered Tan Yishan.",
            "Pingshun County, Shanxi",
            {"Pingshun County Government"},
        ),
    ],
)
def test_elliptical_bodies_are_completed(text: str, locus: str, bodies: set[str]) -> None:
    """Bodies without a place get that of their level, and two levels stay two."""
    assert {
        chain.name for chain in read_extraction(text, locus=locus).chains if chain.type == "Body"
    } == bodies


def test_full_and_elliptical_names_are_one_body() -> None:
    """The completed name and the full name are one chain."""
    text = "The Huadian Municipal Party Committee met. The Municipal Party Committee decided."
    bodies = [chain for chain in read_extraction(text, locus="Huadian, Jilin").chains if chain.type == "Body"]
    assert [body.name for body in bodies] == ["Huadian Municipal Party Committee"]


def test_our_city_is_the_seat() -> None:
    """What is called "our city" can be visited, and is the seat."""
    claims = read_claims("Edwin Mutua came to our city.", locus="Huadian, Jilin")
    assert ("Edwin Mutua", "visited", "Huadian City", "stated") in claims


def test_seat_is_a_node_of_the_gazetteer() -> None:
    """The chain of a known place bears its code and its native name."""
    found = read_extraction("Tan Yishan visited Huadian City.")
    (chain,) = (chain for chain in found.chains if chain.type == "Place")
    assert chain.key is not None
    assert chain.key.startswith("cn-")
    assert dict(chain.attributes)["native"].startswith("桦甸")
