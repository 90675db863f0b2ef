"""Days as numbers."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.model import day_number


@settings(deadline=None)
@given(st.dates(), st.dates())
def test_difference_is_in_days(one: object, two: object) -> None:
    """The difference of two numbers is the number of days between."""
    assert (day_number(str(two)) or 0) - (day_number(str(one)) or 0) == (two - one).days


@settings(deadline=None)
@given(st.text())
def test_anything_else_is_no_day(text: str) -> None:
    """A month or year counts from its first day; what is no date has no number."""
    assert day_number(text) is None or text[:4].isdigit()
    assert day_number("2020-02") == day_number("2020-02-01") == day_number("2020-02-31")
    assert day_number("2020") == day_number("2020-01-01")
    assert day_number("0000-00-00") is None
