"""Tests of the page without a mouse, and for those who hear it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.visit_sample import visit_graph
from tests.browser.years_sample import years_graph


def test_from_search_to_evidence_to_path_by_keys_alone(open_page):
    """Slash, a name, Enter; Tab to a fold, Enter opens the sentence; p, a name, Enter gives the path."""
    opened = open_page(visit_graph())
    page = opened.page
    page.keyboard.press("/")
    page.keyboard.type("tao jing")
    opened.until("document.querySelector('#found li[aria-selected=true]')")
    page.keyboard.press("Enter")
    opened.until("document.querySelector('#panel .twist')")
    assert page.evaluate("document.activeElement.id") == "panel"
    for _ in range(12):
        page.keyboard.press("Tab")
        if (
            page.evaluate("document.activeElement.tagName") == "BUTTON"
            and page.evaluate("document.activeElement.className") == "twist"
        ):
            break
    page.keyboard.press("Enter")
    opened.until("document.querySelector('#panel .fold .card mark')")
    page.keyboard.press("p")
    assert page.evaluate("document.activeElement.id") == "search"
    page.keyboard.type("bao yi")
    opened.until("document.querySelector('#found li[aria-selected=true]')")
    page.keyboard.press("Enter")
    opened.until("document.querySelectorAll('#panel .hop .card').length >= 2")
    assert "2 steps" in page.inner_text("#voice")
    page.keyboard.press("Escape")
    opened.until("location.hash === ''")


def test_arrows_walk_through_the_picture(open_page):
    """With the picture in focus an arrow key goes to a neighbour, and says who that is."""
    opened = open_page(visit_graph(), hash_="#node=mei-shourong")
    page = opened.page
    page.focus("#picture")
    spot = "id => { const { x, y } = window.graphbuild.nodes.get(id); return [x, y]; }"
    here = page.evaluate(spot, "mei-shourong")
    page.keyboard.press("ArrowRight")
    opened.until("!location.hash.includes('mei-shourong')")
    there = page.evaluate(spot, page.evaluate("window.graphbuild.state.selected.id"))
    assert there[0] > here[0]
    opened.until("document.querySelector('#voice').textContent.includes('edges')")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "panel"


def test_letters_open_the_views_and_the_help(open_page):
    """t, m, v and g open the views; ? opens the help, Escape closes it; letters typed are only letters."""
    opened = open_page(visit_graph(), hash_="#node=mei-shourong")
    page = opened.page
    for key, box in (("t", "#table"), ("m", "#matrix"), ("v", "#page"), ("g", "#picture")):
        page.keyboard.press(key)
        assert page.is_visible(box)
    page.keyboard.press("?")
    assert "Undo" in page.inner_text("#help") or "undo" in page.inner_text("#help")
    page.keyboard.press("Escape")
    assert not page.is_visible("#help")
    page.keyboard.press("/")
    page.keyboard.type("tmv")
    assert page.is_visible("#picture")


def test_focus_goes_in_the_order_of_the_page(open_page):
    """Tab goes from search to the tabs of the views, the tools, the filters, the picture, the details."""
    opened = open_page(visit_graph())
    page, seen = opened.page, []
    page.focus("#search")
    for _ in range(60):
        page.keyboard.press("Tab")
        script = """() => { const box = document.activeElement.closest(
                '#views, .buttons, #filters, #picture, #panel');
            return box ? box.id || 'buttons' : ''; }"""
        place = page.evaluate(script)
        if place and place not in seen:
            seen.append(place)
    assert seen == ["views", "buttons", "filters", "picture", "panel"]


RUN = "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa'] })"
VIEWS = (
    "", "#node=mei-shourong", "#path=tao-jinghe,bao-yilan", "#view=table", "#view=matrix",
    "#node=mei-shourong&view=page", "#node=visit-1&view=page", "#pair=mei-shourong~tao-jinghe&lang=zh",
)  # fmt: skip


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_serious(open_page, theme):
    """axe-core finds no serious or critical breach of WCAG 2.1 AA in any view, light or dark."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    source = (Path(axe.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
    for graph, places in (
        (visit_graph(), VIEWS),
        (years_graph(), ("", "#edge=gong-lan~visited~heishan-mill")),
    ):
        for place in places:
            joiner = "&" if place else "#"
            opened = open_page(graph, hash_=f"{place}{joiner}theme={theme}")
            opened.until("!document.querySelector('[aria-busy]')")
            opened.page.evaluate(source)
            found = opened.page.evaluate(RUN)
            serious = [
                (rule["id"], [node["html"][:160] for node in rule["nodes"][:3]])
                for rule in found["violations"]
                if rule["impact"] in ("serious", "critical")
            ]
            assert serious == [], place


STATES = (
    "#node=mei-shourong", "#path=tao-jinghe,bao-yilan", "#t=Body,Visit", "#r=accompanied", "#c=0.9",
    "#node=tao-jinghe&only=1~tao-jinghe", "#lang=zh", "#theme=dark", "#view=table",
    "#view=matrix&with=events", "#pair=mei-shourong~tao-jinghe",
)  # fmt: skip


@pytest.mark.parametrize("address", STATES)
def test_an_address_reproduces_the_view(open_page, address):
    """Opening the address of a view gives that view: the page writes the same address again."""
    opened = open_page(visit_graph(), hash_=address)
    assert set(opened.page.evaluate("location.hash").lstrip("#").split("&")) == set(
        address.lstrip("#").split("&")
    )
    assert opened.complaints == []


def test_time_and_selection_survive_in_the_address(open_page):
    """What a reader chose step by step is there again when the address is opened elsewhere."""
    first = open_page(years_graph(), hash_="#since=2024-06-01")
    first.page.click("#filters input[data-name=Place]")
    first.page.keyboard.press("/")
    first.page.keyboard.type("du ren")
    first.until("document.querySelector('#found li[aria-selected=true]')")
    first.page.keyboard.press("Enter")
    first.until("location.hash.includes('node=du-ren')")
    state = """() => { const { picture, state } = window.graphbuild;
        const types = [...state.hiddenTypes].sort();
        return [picture.nodes, picture.edges, state.selected, state.since, types]; }"""
    second = open_page(years_graph(), hash_=first.page.evaluate("location.hash"))
    assert second.page.evaluate(state) == first.page.evaluate(state)
