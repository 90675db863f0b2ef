"""Chains of places, bodies, enterprises, projects and meetings."""

from __future__ import annotations

import pytest

from tests.reading import read_claims, read_extraction


def names(text: str, type_: str, *, locus: str | None = None) -> list[str]:
    """Return the names of the chains of one type."""
    return [chain.name for chain in read_extraction(text, locus=locus).chains if chain.type == type_]


@pytest.mark.parametrize(
    ("text", "chains"),
    [
        ("Tan Yishan saw Henglu Paper Co., Ltd. He praised Henglu Paper.", ["Henglu Paper Co., Ltd."]),
        (
            "Tan Yishan saw Henglu Paper Co., Ltd. and Henglu Silk Co., Ltd.",
            ["Henglu Paper Co., Ltd.", "Henglu Silk Co., Ltd."],
        ),
        ("Tan Yishan saw Volta Breweries. Volta Breweries grew.", ["Volta Breweries"]),
    ],
)
def test_enterprises(text: str, chains: list[str]) -> None:
    """Short forms join the full name; firms that share a word stay apart."""
    assert names(text, "Enterprise") == chains


@pytest.mark.parametrize(
    ("text", "chains"),
    [
        ("Tan Yishan visited Pingshun County. Pingshun is poor.", ["Pingshun County"]),
        ("Tan Yishan visited Pingshun County and Baishi Town.", ["Pingshun County", "Baishi Town"]),
        ("Tan Yishan visited Nairobi. Nairobi is large.", ["Nairobi"]),
    ],
)
def test_places(text: str, chains: list[str]) -> None:
    """Bare names join the full one."""
    assert sorted(names(text, "Place")) == sorted(chains)


def test_variants_of_a_body_are_one() -> None:
    """The CPC's committee and the Party committee of a city are one body."""
    text = "The CPC Yunmo Municipal Committee met. The Yunmo Municipal Party Committee decided."
    assert len(names(text, "Body")) == 1


def test_media_are_no_bodies() -> None:
    """A paper is no body that takes part."""
    assert "Yunmo Evening News Network" not in names(
        "The Yunmo Evening News Network spoke to Tan Yishan.", "Body"
    )


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The Office of the Yunmo Municipal Government answered Tan Yishan.",
            ("Office of the Yunmo Municipal Government", "partOf", "Yunmo Municipal Government", "stated"),
        ),
        ("Tan Yishan visited Accra, Ghana.", ("Accra", "locatedIn", "Ghana", "stated")),
        (
            "Tan Yishan, mayor of Wafangdian City, visited Liaoning Province.",
            ("Wafangdian City", "locatedIn", "Liaoning Province", "inferred"),
        ),
        (
            "Tan Yishan, director of the Pingshun County Water Bureau, visited Pingshun County.",
            ("Pingshun County Water Bureau", "jurisdiction", "Pingshun County", "inferred"),
        ),
    ],
)
def test_what_names_say(text: str, claim: tuple[str, str, str, str]) -> None:
    """Names inside names, appositions, the gazetteer and jurisdictions."""
    assert claim in read_claims(text)


@pytest.mark.parametrize(
    "text",
    [
        "Tan Yishan visited Ghana, Kenya and Zambia.",
        "Tan Yishan visited Nairobi, Lusaka and Accra.",
        "Tan Yishan visited Accra, and Kenya agreed.",
    ],
)
def test_lists_of_places_do_not_nest(text: str) -> None:
    """A comma between places that are not above each other says nothing."""
    assert [claim for claim in read_claims(text) if claim.relation == "locatedIn"] == []


def test_homonymous_county_follows_the_seat() -> None:
    """Of two places of a name the one near the seat is meant."""
    near = read_extraction("Tan Yishan visited Tiexi District.", locus="Shenyang, Liaoning")
    far = read_extraction("Tan Yishan visited Tiexi District.", locus="Siping, Jilin")
    codes = [
        next(chain.key for chain in found.chains if chain.name == "Tiexi District") for found in (near, far)
    ]
    assert codes[0] != codes[1]
    assert all(code is not None and code.startswith("cn-") for code in codes)
