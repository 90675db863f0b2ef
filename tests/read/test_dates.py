"""Days of page headers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.read.dates import HeaderDate, ending_date, read_date


@pytest.mark.parametrize(
    "text",
    [
        "2023-08-04", "2023-8-4", "2023/08/04", "2023.08.04", "20230804", "2023年8月4日",
        "2023 年 08 月 04 日", "２０２３-０８-０４",
        "2023-08-04 11:24", "2023-08-04 11:24:05", "2023-08-04T11:24:05+08:00", "2023-08-04T11:24:05.123Z",
        "2023年8月4日 11:24", "August 4, 2023", "Aug. 4, 2023", "4 August 2023", "4th August, 2023",
        "Friday, August 4, 2023",
        "August 4 2023 11:24 am", "11:24, August 4, 2023", "2023-08-04 Friday",
        "2023年8月4日 星期五", "Fri, 4 Aug 2023 11:24:05 GMT",
    ],
)  # fmt: skip
def test_whole_days_are_read(text: str) -> None:
    """Every usual way to write a day gives the same ISO day."""
    assert read_date(text) == HeaderDate("2023-08-04")


@pytest.mark.parametrize(
    "text",
    ["October 17", "17 October", "10-17", "10月17日", "2023-08", "2023", "2023年8月", "August 2023", "11:24"],
)
def test_parts_of_days_make_nothing_up(text: str) -> None:
    """A day without a year, or a month without a day, is a date without a whole day."""
    assert read_date(text) == HeaderDate(None)


@pytest.mark.parametrize(
    "text", ["2023-02-30", "2023-13-01", "0000-01-01", "03/04/2023", "February 30, 2023"]
)
def test_days_that_are_none_or_two_are_not_decided(text: str) -> None:
    """An impossible day, or one that may be two, is recognised as a date and left open."""
    assert read_date(text) == HeaderDate(None)


@pytest.mark.parametrize(
    ("text", "day"),
    [("25/08/2023", "2023-08-25"), ("08/25/2023", "2023-08-25"), ("08.08.2023", "2023-08-08")],
)
def test_day_and_month_are_told_apart_where_only_one_way_fits(text: str, day: str) -> None:
    """A number above twelve is the day, in either order."""
    assert read_date(text) == HeaderDate(day)


@pytest.mark.parametrize(
    "text", ["", "x", "on Monday", "1043", "the 4th", "12345678901", "May the mayor come"]
)
def test_other_text_is_no_date(text: str) -> None:
    """What only resembles a date is none."""
    assert read_date(text) is None


def test_a_date_at_the_end_of_a_line_is_found() -> None:
    """The longest date that ends the text is found, with where it begins."""
    assert ending_date("Hill Daily October 17, 2022") == (11, HeaderDate("2022-10-17"))
    assert ending_date("Hill Daily") is None


@given(st.dates())
def test_any_iso_day_survives(day: object) -> None:
    """An ISO day is read as itself."""
    assert read_date(str(day)) == HeaderDate(str(day))


@given(st.text(max_size=80))
def test_any_text_is_read_without_an_error(text: str) -> None:
    """No text raises, and a whole day has the form of one."""
    found = read_date(text)
    assert found is None or found.day is None or len(found.day) == 10
