"""Titles of posts: wording, home, level and status."""

from __future__ import annotations

import pytest

from graphbuild.extract.phrases import Board
from graphbuild.extract.titles import find_titles
from graphbuild.languages import mapping, phrases, words
from graphbuild.model import BlockRole, Line, Span, Word
from tests.reading import Held, read_people

NAME = "Tan Yishan"


def held(text: str) -> list[Held]:
    """Return the titles that a text attaches to Tan Yishan."""
    return read_people(text)[NAME]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (
            "Secretary of the Pingshun County Party Committee",
            Held("Secretary", "Pingshun County Party Committee"),
        ),
        (
            "deputy director of the Yunmo Municipal Finance Bureau",
            Held("Deputy Director", "Yunmo Municipal Finance Bureau"),
        ),
        ("mayor of Yunmo City", Held("Mayor", "Yunmo City", level="municipal")),
        (
            "executive deputy mayor of Yunmo City",
            Held("Executive Deputy Mayor", "Yunmo City", level="municipal"),
        ),
        ("chairman of Henglu Paper Co., Ltd.", Held("Chairman", "Henglu Paper Co., Ltd.")),
        ("general manager of Henglu Paper Co., Ltd.", Held("General Manager", "Henglu Paper Co., Ltd.")),
        (
            "secretary-general of the Yunmo Municipal Government",
            Held("Secretary-General", "Yunmo Municipal Government"),
        ),
        (
            "head of the Organization Department of the Yunmo Municipal Party Committee",
            Held("Head", "Organization Department of the Yunmo Municipal Party Committee"),
        ),
        (
            "member of the Standing Committee of the Yunmo Municipal Party Committee",
            Held("Member", "Standing Committee of the Yunmo Municipal Party Committee"),
        ),
        ("Minister of Foreign Affairs of Kenya", Held("Minister of Foreign Affairs", "Kenya")),
        ("Minister of Finance of Ghana", Held("Minister of Finance", "Ghana")),
        ("President of Zambia", Held("President", "Zambia")),
        ("Governor of Kaduna State", Held("Governor", "Kaduna State", level="provincial")),
        (
            "Assistant Secretary of State for African Affairs",
            Held("Assistant Secretary of State for African Affairs"),
        ),
        ("Director of the World Bank", Held("Director", "World Bank")),
        ("Senior Advisor on Fishing Rights", Held("Senior Advisor on Fishing Rights")),
        ("Chief of Staff to the Deputy Secretary", Held("Chief of Staff to the Deputy Secretary")),
        (
            "Deputy Advisor for Cyber and Emerging Technology",
            Held("Deputy Advisor for Cyber and Emerging Technology"),
        ),
        (
            "Senior Advisor for Strategy, Policy, and Programs",
            Held("Senior Advisor for Strategy, Policy, and Programs"),
        ),
        ("Democratic Harbour Party leader", Held("Leader", "Democratic Harbour Party")),
    ],
)
def test_title_with_its_home_after_the_name(title: str, expected: Held) -> None:
    """The body, enterprise or place after "of" is the home; a ministry's topic stays in the title."""
    assert held(f"{NAME}, {title}, spoke.") == [expected]


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("President, the Center for Coastal Rights", Held("President", "Center for Coastal Rights")),
        ("Commissioner, the Harbour Safety Commission", Held("Commissioner", "Harbour Safety Commission")),
        ("Director, the Larkspur Health Board", Held("Director", "Larkspur Health Board")),
    ],
)
def test_home_with_an_article_that_ends_an_item(item: str, expected: Held) -> None:
    """In a list the home stands after a comma, with its article."""
    assert held(f"- {NAME}, {item}") == [expected]


def test_what_is_enumerated_is_no_home() -> None:
    """A body that is one of several after a title is not where the post is."""
    (post,) = held(f"{NAME}, the Mayor, the Yunmo City Council, and the press came.")
    assert post.home is None


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("Mayor", Held("Mayor", level="municipal")),
        ("Acting Mayor", Held("Acting Mayor", status="acting", level="municipal")),
        ("Former Mayor", Held("Former Mayor", status="former", level="municipal")),
        ("Kenya's foreign minister", Held("Foreign Minister", "Kenya")),
        ("Kenyan Foreign Minister", Held("Foreign Minister", "Kenya")),
        ("Swedish Prime Minister", Held("Prime Minister", "Sweden", level="national")),
        ("Yunmo Finance Bureau director", Held("Director", "Yunmo Finance Bureau")),
        ("Henglu Paper Co., Ltd. chairman", Held("Chairman", "Henglu Paper Co., Ltd.")),
        ("National Security Advisor", Held("National Security Advisor")),
        ("Deputy Prime Minister", Held("Deputy Prime Minister")),
        ("Secretary-General", Held("Secretary-General")),
    ],
)
def test_title_before_the_name(before: str, expected: Held) -> None:
    """Possessives, demonyms and bodies right before a title are its home."""
    (found,) = held(f"Yesterday {before} {NAME} spoke.")
    assert (found.title, found.home, found.status) == (expected.title, expected.home, expected.status)


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("deputy mayor", "municipal"),
        ("deputy county magistrate", "county"),
        ("governor of our province", "provincial"),
        ("mayor of our city", "municipal"),
    ],
)
def test_elliptical_title_has_a_level(title: str, level: str) -> None:
    """A title without a home says at which level its home is."""
    (found,) = held(f"{NAME}, {title}, spoke.")
    assert (found.home, found.level) == (None, level)


def test_county_party_secretary() -> None:
    """A lower-case level word before "Party secretary" is the level, no part of a body's name."""
    (found,) = held(f"Then county Party secretary {NAME} spoke.")
    assert (found.title, found.home, found.level) == ("Party Secretary", None, "county")


@pytest.mark.parametrize(
    ("title", "status"),
    [
        ("acting director of the Yunmo Grain Bureau", "acting"),
        ("former director of the Yunmo Grain Bureau", "former"),
        ("the late director of the Yunmo Grain Bureau", "former"),
        ("interim director of the Yunmo Grain Bureau", "acting"),
        ("incoming director of the Yunmo Grain Bureau", "designate"),
        ("deputy director of the Yunmo Grain Bureau", "held"),
    ],
)
def test_status(title: str, status: str) -> None:
    """Acting, former and designate holders are told from those who hold the post."""
    assert held(f"{NAME}, {title}, spoke.")[0].status == status


@pytest.mark.parametrize(
    "text",
    [
        f"{NAME}, tired and wet, spoke.",
        f"{NAME}, of the bridge team, spoke.",
        f"The chief reason, {NAME} said, was rain.",
        f"In general {NAME} agrees.",
        f"The major road that {NAME} built is open.",
    ],
)
def test_words_that_are_no_title(text: str) -> None:
    """Heads of titles in other senses give no post."""
    assert held(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "National Security Council Senior Director for Africa Dana Bankole",
            ("Senior Director for Africa", "National Security Council"),
        ),
        ("Washington President Pro Tempore Dana Bankole", ("President Pro Tempore", "Washington")),
        ("Oregon House Majority Floor Leader Dana Bankole", ("Majority Floor Leader", "Oregon House")),
        ("Crown Prince Dana Bankole", ("Crown Prince", None)),
        (
            "Director of the Office of Public Works and Senior Advisor to the President Dana Bankole",
            ("Director", "Office of Public Works"),
        ),
        ("White House Rescue Plan Coordinator Dana Bankole", ("Rescue Plan Coordinator", "White House")),
        ("NC State Senator Dana Bankole", ("State Senator", "North Carolina")),
        ("South African Minister Dana Bankole", ("Minister", "South Africa")),
        (
            "Harbour Health Organization (HHO) Director-General Dana Bankole",
            ("Director-General", "Harbour Health Organization"),
        ),
        (
            "Senior Advisor to the Harbour Policy Advisor Dana Bankole",
            ("Senior Advisor to the Harbour Policy Advisor", None),
        ),
        ("Health and Human Services Secretary Dana Bankole", ("Health and Human Services Secretary", None)),
        ("Director of the Office of Harbour Affairs Dana Bankole", ("Director", "Office of Harbour Affairs")),
        (
            "Office of Ports and Fisheries Director Dana Bankole",
            ("Director", "Office of Ports and Fisheries"),
        ),
        (
            "Kenya's Ambassador at Large for Ocean Affairs Dana Bankole",
            ("Ambassador at Large for Ocean Affairs", "Kenya"),
        ),
        ("Prime Minister Dana Bankole of Iraq's Kurdistan region", ("Prime Minister", "Kurdistan")),
    ],
)
def test_where_a_title_ends_and_the_name_begins(text: str, expected: tuple[str, str | None]) -> None:
    """An area, an office or a portfolio ends before the name."""
    ((post, *_),) = read_people(f"They met {text} on Monday.").values()
    assert (post.title, post.home) == expected


@pytest.mark.parametrize(
    "text",
    [
        f"{NAME}, President's Commission on Harbours, spoke.",
        f"In the harbour {NAME} met the leader's guests.",
    ],
)
def test_a_possessor_is_no_title_of_the_name_before(text: str) -> None:
    """What somebody's commission is named for is another's title."""
    assert held(text) == []


def _nouns(text: str) -> Board:
    """Return a board over a line of nouns."""
    words_ = tuple(
        Word(part, part.casefold(), part.casefold(), "NOUN", "NN", "", "dep", i, 9 * i, 9 * i + 8, stop=False)
        for i, part in enumerate(text.split())
    )
    return Board(Line("d", Span(0, words_[-1].end), BlockRole.PARAGRAPH, words_))


def test_every_head_of_the_lists_is_seen() -> None:
    """Heads, plurals, acronyms, compounds and "mayor-designate" are titles where they stand alone."""
    heads = {*words("en", "posts", "heads"), *words("en", "posts", "acronyms"), "mayor-designate"}
    plurals = {*mapping("en", "posts", "groups.singular"), *words("en", "posts", "groups.heads")}
    compounds = {" ".join(compound).replace(",", " ,") for compound in phrases("en", "posts", "compounds")}
    assert not [head for head in sorted(heads | plurals | compounds) if not find_titles(_nouns(head))]
