"""Lines above the text that say where and when, without a label."""

from __future__ import annotations

import pytest

from graphbuild.read import read_text

PROSE = "The mayor visited the port and asked about the cranes, which stood still for most of the winter."


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Lubin, October 12, 2023, 15:40", "2023-10-12"),
        ("18.02.2021, 11:05   Press service of the government of the region", "2021-02-18"),
        ("Nov 8, 2022   |   haoling.gov.cn   |   A  A  A", "2022-11-08"),
        ("Washington, March 31, 2023", "2023-03-31"),
        ("Neiva, Huila. June 5, 2018. (Translated from Spanish)", "2018-06-05"),
    ],
)
def test_datelines_date_the_page(line: str, day: str) -> None:
    """A line with one whole day and little else is when the page came out."""
    page = read_text(f"Mayor visits the port\n\n{line}\n\n{PROSE}\n")
    assert page.published == day


@pytest.mark.parametrize(
    "line",
    [
        "On May 3, 2021 the mayor visited the port",
        "The port was opened on May 3, 2021.",
        "From May 3, 2021 to May 9, 2021",
    ],
)
def test_prose_with_a_day_is_prose(line: str) -> None:
    """A clause with a day in it dates nothing."""
    assert read_text(f"Mayor visits the port\n\n{line}\n\n{PROSE}\n").published is None
