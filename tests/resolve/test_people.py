"""Chains of people in one document."""

from __future__ import annotations

import pytest

from graphbuild.resolve.people import name_parts
from tests.reading import posts, read_extraction


def officials(text: str) -> list[str]:
    """Return the names of the people of a text, homonyms listed twice."""
    return [chain.name for chain in read_extraction(text).chains if chain.type == "Official"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Tan Yishan spoke. Tan Yishan left.", ["Tan Yishan"]),
        ("Tan Yishan spoke. Mayor Tan left.", ["Tan Yishan"]),
        ("Tan Yishan spoke. Tan left.", ["Tan Yishan"]),
        ("Mr. Mutua left. Edwin Mutua spoke.", ["Edwin Mutua"]),
        ("President Edwin Mutua spoke. Mutua left. President Mutua returned.", ["Edwin Mutua"]),
        ("Edwin K. Mutua spoke. Edwin Mutua left.", ["Edwin K. Mutua"]),
        ("Aynur·Tohti spoke. Aynur left.", ["Aynur·Tohti"]),
        ("Khalid bin Rashid Al Suwaidi spoke. Al Suwaidi left.", ["Khalid bin Rashid Al Suwaidi"]),
        ("Tan Yishan and Tan Lihua spoke.", ["Tan Yishan", "Tan Lihua"]),
        ("Tan Yi and Tan Yishan spoke.", ["Tan Yi", "Tan Yishan"]),
        ("Harold Pike and Margaret Pike spoke.", ["Harold Pike", "Margaret Pike"]),
    ],
)
def test_names_of_one_person_are_one_chain(text: str, names: list[str]) -> None:
    """Full and short forms join; other given names stay apart."""
    assert officials(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Tan Yi, mayor of Shitang City, and Tan Yi, director of the Yunmo Tax Bureau, spoke.",
        "Tan Yi (mayor of Shitang City) met Tan Yi (chairman of Henglu Paper Co., Ltd.).",
        (
            "Tan Yi, secretary of the Pingshun County Party Committee, visited Baishi Town. "
            "Tan Yi, chairman of Henglu Paper Co., Ltd., reported."
        ),
    ],
)
def test_homonyms_stay_apart(text: str) -> None:
    """Two posts in one sentence, or public office and a firm, are two people."""
    assert officials(text) == ["Tan Yi", "Tan Yi"]


def test_later_post_of_one_person() -> None:
    """Two public posts in two sentences are of one person."""
    text = (
        "Tan Yi, deputy secretary of the Yunmo Municipal Party Committee, spoke. Tan Yi, "
        "mayor of Yunmo City, left."
    )
    assert posts(text) == {
        "Tan Yi": {"Deputy Secretary @ Yunmo Municipal Party Committee", "Mayor @ Yunmo City"}
    }


@pytest.mark.parametrize(
    ("short", "person"),
    [("Mayor Tan", "Tan Yishan"), ("Secretary Tan", "Tan Lihua"), ("Mayor Tan Yishan", "Tan Yishan")],
)
def test_title_tells_bearers_of_a_surname_apart(short: str, person: str) -> None:
    """Of two of a surname the title says who is meant."""
    text = (
        "Tan Yishan, mayor of Yunmo City, and Tan Lihua, secretary of the Yunmo "
        "Municipal Party Committee, spoke. "
        f"{short} visited Baishi Town."
    )
    found = read_extraction(text)
    names = {chain.id: chain.name for chain in found.chains}
    assert [names[claim.subject] for claim in found.claims if claim.relation == "visited"] == [person]


def test_surname_alone_opens_nothing() -> None:
    """A Chinese surname without a full name and a title names no one."""
    assert officials("People say that Tan left the town.") == []


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Harold Pike, Jr.", ("harold", "pike")),
        ("Aynur·Tohti", ("aynur", "tohti")),
        ("Kang Yi’er", ("kang", "yi'er")),
        ("TAN Yishan", ("tan", "yishan")),
    ],
)
def test_parts_for_comparison(name: str, parts: tuple[str, ...]) -> None:
    """Case, dots, quotes and suffixes do not tell names apart."""
    assert name_parts(name) == parts
