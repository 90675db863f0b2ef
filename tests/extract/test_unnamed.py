"""Names that only their title betrays."""

from __future__ import annotations

import pytest

from tests.reading import read_people


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bulganchimeg, director of the Yunmo Grain Bureau, spoke.", "Bulganchimeg"),
        ("Then Deputy Mayor Qimeddorji spoke.", "Qimeddorji"),
        ("Tan Yishan, Qimeddorji, and Niu Changgeng spoke.", "Qimeddorji"),
        ("Then Prime Minister Tupou spoke.", "Tupou"),
    ],
)
def test_title_or_list_betrays_a_name(text: str, name: str) -> None:
    """An unknown capitalised word beside a title, or between two people, is a person."""
    assert name in read_people(text)


@pytest.mark.parametrize(
    "text",
    [
        "Monday, director of the Yunmo Grain Bureau or not, she left.",
        "The Secretary will speak on Friday.",
        "Prime Minister in waiting, they called it.",
        "The President's Office answered.",
        "She won the Governor's Cup.",
        "The Minister Thursday agreed.",
    ],
)
def test_other_words_beside_a_title_are_nobody(text: str) -> None:
    """Days, buildings and bodies beside a title are no names."""
    assert read_people(text) == {}
