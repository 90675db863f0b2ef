"""Titles for comparison."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.resolve.corpus.ranks import read_rank, topic_of_body


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Mayor", ("mayor", "", "held")),
        ("Acting Mayor", ("mayor", "", "acting")),
        ("Former Deputy Mayor", ("deputy mayor", "", "former")),
        ("President-elect", ("president", "", "designate")),
        ("Deputy Secretary of Defense", ("deputy secretary", "defense", "held")),
        ("Deputy Defense Secretary", ("deputy secretary", "defense", "held")),
        ("Secretary of the Treasury", ("secretary", "treasury", "held")),
        ("Chief of Staff", ("chief of staff", "", "held")),
        ("Chairwoman", ("chair", "", "held")),
    ],
)
def test_rank_topic_and_status(title: str, expected: tuple[str, str, str]) -> None:
    """One rank for a title in any order of its words; the status is no part of it."""
    assert read_rank(title) == expected


@settings(deadline=None)
@given(st.text())
def test_any_title_has_a_rank(title: str) -> None:
    """Whatever stands in a title, it is read."""
    rank, _, status = read_rank(title)
    assert isinstance(rank, str)
    assert status in {"held", "acting", "former", "designate"}


def test_topic_of_a_department() -> None:
    """A department says what its head is in charge of; a bureau with a place does not."""
    assert topic_of_body("department of the treasury") == "treasury"
    assert topic_of_body("yunmo municipal tax bureau") == ""
