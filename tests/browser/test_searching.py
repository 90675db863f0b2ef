"""Tests of the search box: it forgives, and ranks."""

from __future__ import annotations

import pytest

from tests.browser.visit_sample import visit_graph
from tests.browser.years_sample import years_graph


def found(opened, typed: str) -> list[str]:
    """Return the ids that the box lists for what is typed, best first."""
    opened.page.focus("#search")
    opened.page.fill("#search", typed)
    opened.until("document.querySelector('#found li:not(.empty), #found li.empty')")
    opened.until("!document.querySelector('#found li.empty')?.textContent.includes('moment')")
    return [row.get_attribute("data-node") for row in opened.page.locator("#found li[data-node]").all()]


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("gong lan", "gong-lan"),  # the label
        ("comrade g", "gong-lan"),  # another name
        ("龚岚", "gong-lan"),  # a name in Chinese
        ("qiu xiaoyun", "qiu-xiaoyun"),  # pinyin of a name that is only known in Chinese
        ("qiuxiaoyun", "qiu-xiaoyun"),  # without the space
        ("GONGLAN", "gong-lan"),  # case and spaces
        ("gnog lan", "gong-lan"),  # two letters changed places
        ("heishan papr mil", "heishan-mill"),  # letters left out
        ("mayor luyuan", "gong-lan"),  # a post with its place
        ("vice mayor", "shi-beiming"),  # a post
    ],
)
def test_search_forgives(open_page, typed, wanted):
    """Other names, Chinese, pinyin, posts and small slips find the node, and find it first."""
    assert found(open_page(years_graph()), typed)[0] == wanted


def test_search_ranks_names_before_what_merely_contains(open_page):
    """The name itself comes first, then names that begin so, most connected first."""
    opened = open_page(visit_graph())
    rows = found(opened, "lanting city")
    assert rows[0] == "lanting-city"
    assert found(opened, "zzzzqqqq") == []
    assert "No name matches" in opened.text("#found")


def test_search_says_what_matched(open_page):
    """A match in another name or post shows that name beside the label."""
    opened = open_page(years_graph())
    found(opened, "vice mayor")
    assert "Vice Mayor, Luyuan" in opened.text("#found li")
