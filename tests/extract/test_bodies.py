"""Bodies by their heads, complements and nesting."""

from __future__ import annotations

import pytest

from tests.reading import read_things


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Yunmo Municipal Party Committee met.", ["Yunmo Municipal Party Committee"]),
        ("The Pingshun County People's Congress met.", ["Pingshun County People's Congress"]),
        ("The Municipal Finance Bureau answered.", ["Municipal Finance Bureau"]),
        (
            "The Yunmo Development and Reform Commission answered.",
            ["Yunmo Development and Reform Commission"],
        ),
        (
            "The CPC Central Committee and the State Council decided.",
            ["CPC Central Committee", "State Council"],
        ),
        (
            "Then the county Party committee and the county government met.",
            ["county Party committee", "county government"],
        ),
        ("Then the provincial government answered.", ["provincial government"]),
        ("The State Duma adopted the law.", ["State Duma"]),
        ("The Kenya Revenue Authority seized the goods.", ["Kenya Revenue Authority"]),
        ("The Senate Committee on Public Works answered.", ["Senate Committee on Public Works"]),
        (
            "The Ministry of Agriculture and Rural Affairs answered.",
            ["Ministry of Agriculture and Rural Affairs"],
        ),
        ("The World Bank and the African Union agreed.", ["World Bank", "African Union"]),
        ("The Nairobi University students cheered.", ["Nairobi University"]),
        ("The Lagos Chamber of Commerce answered.", ["Lagos Chamber of Commerce"]),
    ],
)
def test_bodies_by_their_head(text: str, names: list[str]) -> None:
    """A name that ends in a word of office, or goes on after it with "of", is a body."""
    assert read_things(text, "Body") == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The Office of the Yunmo Municipal Government answered.",
            ["Office of the Yunmo Municipal Government", "Yunmo Municipal Government"],
        ),
        (
            "The Organization Department of the Pingshun County Party Committee answered.",
            [
                "Organization Department of the Pingshun County Party Committee",
                "Pingshun County Party Committee",
            ],
        ),
        (
            "The leading Party group of the Yunmo Municipal Grain Bureau met.",
            ["leading Party group of the Yunmo Municipal Grain Bureau", "Yunmo Municipal Grain Bureau"],
        ),
        (
            "The Standing Committee of the Yunmo Municipal People's Congress met.",
            [
                "Standing Committee of the Yunmo Municipal People's Congress",
                "Yunmo Municipal People's Congress",
            ],
        ),
    ],
)
def test_nested_bodies(text: str, names: list[str]) -> None:
    """A body named by the body above it contains that one's mention."""
    assert read_things(text, "Body") == names


@pytest.mark.parametrize(
    "text",
    [
        "The committee met.",
        "Government departments at all levels must act.",
        "They met in the Committee Room.",
        "A party was held at the school.",
        "The group of tourists left.",
        "The police force was strong.",
        "They held office for a year.",
        "The mission was a success.",
        "The service was poor.",
        "A court of trees stood there.",
    ],
)
def test_common_nouns_are_no_bodies(text: str) -> None:
    """A head alone, or in its plain sense, names nothing."""
    assert read_things(text, "Body") == []


def test_place_inside_a_body_is_no_place() -> None:
    """The name of a county inside a body's name is not a second mention."""
    assert read_things("The Pingshun County People's Congress met.", "Place") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("She joined U.S. Army Pacific.", "U.S. Army Pacific"),
        ("She wrote to U.S. Naval Forces Europe.", "U.S. Naval Forces Europe"),
        ("She called the U.S. Embassy Lusaka.", "U.S. Embassy Lusaka"),
        (
            "She chaired the Economic Community of West African States.",
            "Economic Community of West African States",
        ),
        (
            "She wrote to the Foreign, Commonwealth & Development Office.",
            "Foreign, Commonwealth & Development Office",
        ),
        ("She thanked the Kestrel Trust.", "Kestrel Trust"),
        ("She thanked the Narok Residents' Forum.", "Narok Residents' Forum"),
        ("She thanked the Catholic Diocese of Mbeya.", "Catholic Diocese of Mbeya"),
        ("She thanked the U.S. Coast Guard.", "U.S. Coast Guard"),
        ("The vice chairman of the Yunmo Municipal CPPCC Ulan Sarnai spoke.", "Yunmo Municipal CPPCC"),
    ],
)
def test_names_that_end_beyond_their_head(text: str, name: str) -> None:
    """Commands, missions abroad, organisations of states, trusts, dioceses and forums of residents."""
    assert name in read_things(text, "Body")


@pytest.mark.parametrize(
    "text",
    [
        "Yunmo Party chief Tan Yishan spoke.",
        "Water Cabinet Secretary Grace Otieno spoke.",
        "They praised the U.S.-Japan Alliance.",
        "She spoke at the Caribbean Energy Forum.",
    ],
)
def test_heads_within_titles_and_pacts_make_no_body(text: str) -> None:
    """A "Party chief" bears a title, an alliance of states is a pact, a forum is held."""
    assert read_things(text, "Body") == []
