"""Dates in prose as EDTF."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.extract.dates import FITS, find_dates


def edtf(text: str, published: str | None = None) -> list[str]:
    """Return the dates of a text."""
    return [found.date.edtf for found in find_dates(text, 0, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On March 9, 2018, she came.", "2018-03-09"),
        ("On 9 March 2018 she came.", "2018-03-09"),
        ("On the 9th of March, 2018, she came.", "2018-03-09"),
        ("The letter of 2018-03-09 was read.", "2018-03-09"),
        ("On March 9th she came.", "XXXX-03-09"),
        ("On Mar. 9 she came.", "XXXX-03-09"),
        ("From March 9 to 11, 2018, she toured.", "2018-03-09/2018-03-11"),
        ("On March 9-11 she toured.", "XXXX-03-09/XXXX-03-11"),
        ("From 9 to 11 March 2018 she toured.", "2018-03-09/2018-03-11"),
        ("From March 30 to April 2, 2018, she toured.", "2018-03-30/2018-04-02"),
        ("On March 9 and 10 she toured.", "XXXX-03-09/XXXX-03-10"),
        ("In March 2018 she came.", "2018-03"),
        ("In December 2018 she came.", "2018-12"),
        ("On February 29, 2020, she came.", "2020-02-29"),
    ],
)
def test_date_is_read_as_edtf(text: str, expected: str) -> None:
    """Days, ranges and months, in the orders that English pages use."""
    assert edtf(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "On February 30, 2018, she came.",
        "On February 29, 2019, she came.",
        "On April 31 she came.",
        "In March she came.",
        "Resolution 2018-13-40 was adopted.",
        "The 9 marchers sang.",
        "Highway 2018 is long.",
        "",
    ],
)
def test_no_date_is_invented(text: str) -> None:
    """A day that does not exist, a month alone and mere numbers give nothing."""
    assert edtf(text) == []


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("On March 9 she came.", "2018-03-09", "2018-03-09"),
        ("On March 9 she came.", "2018-03-12", "2018-03-09"),
        ("On March 9 she came.", "2018-04-09", "2018-03-09"),
        ("On December 28 she came.", "2019-01-05", "2018-12-28"),
        ("On March 9 she came.", "2018-04-10", "XXXX-03-09"),
        ("On March 9 she came.", "2018-03-08", "XXXX-03-09"),
        ("On March 9 she came.", "2018-12-30", "XXXX-03-09"),
        ("On March 9-11 she came.", "2018-03-12", "2018-03-09/2018-03-11"),
        ("On March 9, 2011, she came.", "2018-03-10", "2011-03-09"),
    ],
)
def test_year_is_taken_from_a_release_that_follows_closely(text: str, published: str, expected: str) -> None:
    """Within 31 days after the day the release tells its year; else the day stays without one."""
    assert edtf(text, published) == [expected]


@pytest.mark.parametrize(
    ("published", "conflict"),
    [("2018-03-12", False), ("2018-08-12", True), ("2018-03-01", True), (None, False)],
)
def test_release_that_does_not_fit_is_flagged(published: str | None, *, conflict: bool) -> None:
    """A release months away, or before the day, is a conflict; no release is none."""
    (found,) = find_dates("On March 9 she came.", 0, published)
    assert found.date.conflict is conflict


@pytest.mark.parametrize(
    ("text", "day"), [("Today she came.", "2018-03-01"), ("She came yesterday.", "2018-02-28")]
)
def test_relative_days_need_the_release(text: str, day: str) -> None:
    """Today and yesterday count from the release date, and mean nothing without one."""
    assert edtf(text, "2018-03-01") == [day]
    assert edtf(text) == []


def test_month_has_its_first_and_last_day() -> None:
    """The bounds of a month with a year are its first and last day."""
    (found,) = find_dates("In February 2020 she came.", 0, None)
    assert (found.date.not_before, found.date.not_after) == ("2020-02-01", "2020-02-29")


def test_several_dates_come_in_order() -> None:
    """All dates of a sentence are found, in the order of the text."""
    assert edtf("On 3 May 2018 and again in June 2019 she came; on 2020-01-02 she left.") == [
        "2018-05-03",
        "2019-06",
        "2020-01-02",
    ]


@given(day=st.dates(date(2000, 1, 1), date(2030, 12, 31)), gap=st.integers(0, 40), with_year=st.booleans())
def test_spans_and_years_hold(day: date, gap: int, with_year: bool) -> None:
    """Every span quotes its text, and a year is stated, or follows from a release within 31 days."""
    month = f"{day:%B}"
    text = f"Then, on {month} {day.day}{f', {day.year}' if with_year else ''}, it began."
    (found,) = find_dates(text, 7, (day + timedelta(days=gap)).isoformat())
    assert text[found.span.start - 7 : found.span.end - 7] == found.date.text
    assert (found.date.edtf == day.isoformat()) == (with_year or gap <= FITS)
    assert found.date.conflict == (not with_year and gap > FITS)


@given(st.text(alphabet="March 0129,-toand.", max_size=40), st.none() | st.dates().map(date.isoformat))
def test_any_text_is_read(text: str, published: str | None) -> None:
    """Odd text gives well-formed dates or none; dates without a year have no bounds."""
    for found in find_dates(text, 0, published):
        assert text[found.span.start : found.span.end] == found.date.text
        assert (found.date.not_before is None) == found.date.edtf.startswith("XXXX")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Tuesday she came.", ["2021-06-08"]),
        ("He arrived Wednesday and left.", ["2021-06-09"]),
        ("They met last Thursday.", ["2021-06-03"]),
        ("She will come next Monday.", []),
        ("He comes every Friday.", []),
    ],
)
def test_weekday_is_the_last_one_before_the_release(text: str, expected: list[str]) -> None:
    """A weekday means the last such day up to the release, unless a word beside it says otherwise."""
    assert edtf(text, "2021-06-09") == expected


def test_year_of_the_release_is_told_apart_from_the_words() -> None:
    """What the words say stands beside the day that the release settles, with the rule."""
    (found,) = find_dates("On May 3 she came.", 0, "2021-05-05")
    assert (found.date.edtf, found.date.stated, found.date.rule) == ("2021-05-03", "XXXX-05-03", "release")
