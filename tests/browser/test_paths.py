"""Tests of paths: the shortest way between two nodes, with the evidence of every hop."""

from __future__ import annotations

from tests.browser.visit_sample import visit_graph

WAY = "[...document.querySelectorAll('#panel .hops > li > .link')].map((link) => link.dataset.node)"


def test_a_path_shows_every_hop_with_its_sentence(open_page):
    """Two companions are joined through the principal, and each hop quotes a sentence."""
    opened = open_page(visit_graph(), hash_="#path=tao-jinghe,bao-yilan")
    opened.until("document.querySelectorAll('#panel .hop .card mark').length > 1")
    assert opened.page.evaluate(WAY) == ["tao-jinghe", "mei-shourong", "bao-yilan"]
    assert "2 steps" in opened.text("#panel")
    assert opened.page.locator("#panel .hop .fold-body:not([hidden]) .card").count() == 2
    opened.page.get_by_role("button", name="Turn around").click()
    opened.until("document.querySelector('#panel .hops > li > .link').dataset.node === 'bao-yilan'")


def test_a_path_keeps_to_what_the_filters_let_through(open_page):
    """Without "accompanied" there is no way, and the page says so and offers to show all."""
    opened = open_page(visit_graph(), hash_="#path=tao-jinghe,bao-yilan&r=accompanied")
    assert "No path through what the filters let through" in opened.text("#panel")
    opened.page.click("#panel button:has-text('path of 2 steps')")
    opened.until("document.querySelectorAll('#panel .hop').length === 2")


def test_paths_of_the_same_length_are_offered_in_turn(open_page):
    """Where several ways are shortest, arrows go through them and the address tells which."""
    opened = open_page(visit_graph(), hash_="#path=lanting-city,mei-shourong")
    opened.until("document.querySelectorAll('#panel .hop').length === 2")
    first = opened.page.evaluate(WAY)
    opened.page.click("#panel button[aria-label='Next path of this length']")
    opened.until("location.hash.includes('way=1')")
    opened.until("document.querySelector('#panel .actions')?.textContent.includes('2 /')")
    second = opened.page.evaluate(WAY)
    assert first != second
    assert len(first) == len(second) == 3
    assert opened.complaints == []
