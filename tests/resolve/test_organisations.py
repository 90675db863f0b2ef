"""Pages of a university or a group rather than of a place."""

from __future__ import annotations

import pytest

from graphbuild.resolve.organisations import find_organisation
from tests.reading import article, posts, read_parses

TITLE = "Chairman Tan Yishan of Heron Copper Group Inspects the Mines"
TEXT = (
    "On May 3, Tan Yishan, chairman of Heron Copper Group, went down the mine. "
    "He asked many questions. He praised the miners. He then left. "
    "The chief engineer Lan Xiuying reported. The general manager Gong Pei will come on Monday."
)


def organisation(text: str, title: str, publisher: str | None = None) -> str | None:
    """Return the organisation whose page a text is."""
    return find_organisation(article(text, title=title, publisher=publisher), read_parses(text, title=title))


@pytest.mark.parametrize(
    ("text", "title", "publisher", "name"),
    [
        (TEXT, TITLE, None, "Heron Copper Group"),
        (
            "Tan Yishan, secretary of the Party Committee of Qinghe Normal University, spoke.",
            "The University Party Secretary Visits Firms",
            None,
            "Qinghe Normal University",
        ),
        (
            "Tan Yishan, general manager of Heron Copper Group, spoke.",
            "A Visit to the Mines",
            "Heron Copper",
            "Heron Copper Group",
        ),
    ],
)
def test_page_of_an_organisation(text: str, title: str, publisher: str | None, name: str) -> None:
    """The posts of whom the page is about, and its headline or publisher, say whose page it is."""
    assert organisation(text, title, publisher) == name


def test_page_of_a_place_is_of_no_organisation() -> None:
    """A mayor who visits a group makes no page of the group's."""
    text = "Tan Yishan, mayor of Yunmo City, visited Heron Copper Group."
    assert organisation(text, "Tan Yishan Visits Heron Copper Group") is None


def test_posts_without_a_home_are_of_the_organisation() -> None:
    """The likes of "The chief engineer" of a group's page is the group's."""
    held = posts(TEXT, title=TITLE)
    assert held["Lan Xiuying"] == {"Chief Engineer @ Heron Copper Group"}
    assert held["Gong Pei"] == {"General Manager @ Heron Copper Group"}


def test_organ_of_a_university_bears_its_name() -> None:
    """The "Admission Office" of a university's page is that of the university."""
    held = posts(
        "Tan Yishan, secretary of the Party Committee of Qinghe Normal University, spoke. "
        "Sheng Yu, director of the Admission Office, listened.",
        title="The University Party Secretary Visits Firms",
    )
    assert held["Sheng Yu"] == {"Director @ Admission Office of Qinghe Normal University"}
