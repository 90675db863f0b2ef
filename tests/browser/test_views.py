"""Tests of the views beside the picture: table, a person's page, a visit's page, who with whom."""

from __future__ import annotations

from tests.browser.visit_sample import PEOPLE, STOPS, visit_graph
from tests.browser.years_sample import years_graph


def column(opened, number: int) -> list[str]:
    """Return the texts of one column of the table."""
    return opened.page.locator(f"#table tbody td:nth-child({number})").all_inner_texts()


def test_the_table_sorts_by_every_column(open_page):
    """A click on a head sorts, a second one turns round, and the head says so."""
    opened = open_page(years_graph(), hash_="#view=table")
    for name, number in (("subject", 1), ("date", 4), ("confidence", 5)):
        opened.page.click(f"#table th[data-column={name}] button")
        up = column(opened, number)
        sign = opened.page.get_attribute(f"#table th[data-column={name}]", "aria-sort")
        opened.page.click(f"#table th[data-column={name}] button")
        assert column(opened, number) == up[::-1] or sorted(up) == sorted(column(opened, number))
        other = opened.page.get_attribute(f"#table th[data-column={name}]", "aria-sort")
        assert {sign, other} == {"ascending", "descending"}
    sure = [int(text.rstrip("%")) for text in column(opened, 5)]
    assert sure == sorted(sure)


def test_a_persons_page_tells_posts_visits_companions_and_places(open_page):
    """Posts stand on a line of time, events by month, companions and places ranked."""
    opened = open_page(years_graph(), hash_="#node=gong-lan&view=page")
    opened.until("document.querySelector('#page .posts')")
    page = opened.text("#page")
    for part in (
        "Gong Lan",
        "Comrade Gong",
        "Mayor",
        "2023-03-02 – 2024-07-03",
        "Shi Beiming",
        "Heishan Paper Mill",
    ):
        assert part in page
    assert opened.page.get_attribute("#page .bar", "title") == "Mar 2023: 1"
    opened.page.click("#page section:has(h3:text-is('In company of')) button:has-text('evidence')")
    opened.until("location.hash.includes('pair=gong-lan~shi-beiming')")
    assert opened.text("#page h2") == "Gong Lan"
    again = open_page(years_graph(), hash_=opened.page.evaluate("location.hash"))
    again.until("document.querySelector('#page h2')?.textContent === 'Gong Lan'")


def test_a_visits_page_keeps_the_order(open_page):
    """A visit's page lists who and where in the order of the source, with every sentence."""
    opened = open_page(visit_graph(), hash_="#node=visit-1&view=page")
    opened.until("document.querySelector('#page .route')")
    people = opened.page.locator("#page ol.rows").nth(1).locator("button.link").all_inner_texts()
    assert people == [name for name, _, _ in PEOPLE[1:]]
    assert opened.page.locator("#page .route button").all_inner_texts() == [name for _, name in STOPS]
    assert opened.page.locator("#page .card mark").count() > 10
    assert "May 16 (year not stated)" in opened.text("#page .when")


def test_the_matrix_counts_who_was_with_whom(open_page):
    """Rows accompanied columns; a cell leads to the sentences of the pair."""
    opened = open_page(visit_graph(), hash_="#view=matrix&with=accompanied")
    assert opened.page.locator("#matrix thead th").all_inner_texts() == ["Mei Shourong"]
    assert opened.page.locator("#matrix tbody tr").count() == 7
    assert opened.page.locator("#matrix td.cell").all_inner_texts() == ["1"] * 7
    opened.page.click("#matrix td.cell button >> nth=0")
    opened.until("document.querySelector('#panel .fold[data-edge]')")
    opened.page.get_by_role("button", name="At the same visit or meeting").click()
    assert opened.page.locator("#matrix tbody tr").count() == 8
    opened.page.click("#matrix td.cell button[aria-label^='Bao Yilan – Gu Zhenbei']")
    opened.until("document.querySelector('#panel').textContent.includes('meetings of both 1')")
    shared = opened.page.locator("#panel .rows button").all_inner_texts()
    assert shared == ["Visit of Mei Shourong to Lanting"]


def test_words_names_and_dates_change_with_the_language(open_page):
    """A click changes the words of the page, of the legend and the names that are known in Chinese."""
    opened = open_page(years_graph(), hash_="#node=gong-lan")
    assert opened.text("#panel h2") == "Gong Lan"
    opened.page.click("#language")
    opened.until("document.querySelector('#panel h2').textContent === '龚岚'")
    assert opened.text("#tab-table") == "表格"
    assert opened.page.get_attribute("#search", "placeholder") == "搜索名称与职务"
    assert "官员" in opened.text("#types")
    assert opened.page.get_attribute("html", "lang") == "zh"
    opened.page.click("#language")
    opened.until("document.querySelector('#panel h2').textContent === 'Gong Lan'")


def test_light_and_dark_can_be_chosen(open_page):
    """The button turns the page dark whatever the system says, and the address keeps it."""
    opened = open_page(years_graph())
    light = opened.page.evaluate("getComputedStyle(document.body).backgroundColor")
    opened.page.click("#theme")
    assert opened.page.evaluate("getComputedStyle(document.body).backgroundColor") != light
    assert opened.page.evaluate("location.hash") == "#theme=dark"


def test_it_prints_what_matters(open_page):
    """On paper the details stand in full, without buttons and filters."""
    opened = open_page(years_graph(), hash_="#edge=gong-lan~visited~heishan-mill")
    opened.until("document.querySelector('#panel .card')")
    opened.page.emulate_media(media="print")
    assert not opened.page.is_visible("#filters")
    assert not opened.page.is_visible(".buttons")
    assert opened.page.is_visible("#panel .card")
    assert opened.page.locator("#panel").evaluate("box => box.scrollHeight <= box.clientHeight + 1")
    opened.page.evaluate("location.hash += '&theme=dark'")
    opened.until("document.documentElement.dataset.theme === 'dark'")
    assert opened.page.evaluate("getComputedStyle(document.querySelector('#panel')).backgroundColor") == (
        "rgb(255, 255, 255)"
    )
