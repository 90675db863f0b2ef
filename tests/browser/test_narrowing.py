"""Tests of what narrows the view: the legend, confidence, the time range, neighbourhoods, undo."""

from __future__ import annotations

from tests.browser.visit_sample import visit_graph
from tests.browser.years_sample import years_graph

SHOWN = "() => window.graphbuild.picture.edges.map((at) => window.graphbuild.edges.at(at).id).sort()"


def shown(opened) -> list[str]:
    """Return the ids of the edges in the picture."""
    return opened.page.evaluate(SHOWN)


def slide(opened, slider: str, value: int) -> None:
    """Move a slider as a reader does."""
    script = """([id, value]) => { const slider = document.getElementById(id);
        slider.value = value; slider.dispatchEvent(new Event('input')); }"""
    opened.page.evaluate(script, [slider, value])


def test_the_legend_counts_and_shows_one_alone(open_page):
    """Each row counts what there is; "only" shows one type, and asked again all of them."""
    opened = open_page(visit_graph())
    row = opened.page.locator("#types li", has=opened.page.locator("input[data-name=Enterprise]"))
    assert row.locator(".count").inner_text() == "6"
    row.locator(".only").click()
    assert opened.text("#status").startswith("6 nodes, 0 edges")
    opened.page.locator("#types li", has=opened.page.locator("input[data-name=Enterprise]")).locator(
        ".only"
    ).click()
    assert opened.text("#status").startswith("25 nodes")
    opened.page.click("#reset")
    assert opened.text("#status").startswith("24 nodes, 32 edges")
    assert not opened.page.is_visible("#reset")


def test_confidence_hides_what_is_less_sure(open_page):
    """The slider leaves edges of at least that confidence, and the legend tells how many."""
    opened = open_page(years_graph())
    assert any("~met~" in edge for edge in shown(opened))
    slide(opened, "sure", 85)
    assert not any("~met~" in edge for edge in shown(opened))
    assert opened.text("#sure-value") == "≥ 85%"
    assert "c=0.85" in opened.page.evaluate("location.hash")
    row = opened.page.locator("#relations li", has=opened.page.locator("input[data-name=met]"))
    assert row.locator(".count").inner_text() == "0/1"


def test_the_range_of_time_shows_what_falls_into_it(open_page):
    """The bars count dated edges by month; a range leaves those of its months, and undo brings all back."""
    opened = open_page(years_graph())
    titles = opened.page.locator("#bars title").all_text_contents()
    assert titles[0] == "Mar 2023: 3 edges"
    assert titles[-1] == "Jul 2024: 1 edge"
    assert len(titles) == 17
    everything = shown(opened)
    slide(opened, "until", 3)
    within = shown(opened)
    assert "shi-beiming~accompanied~gong-lan" in within
    assert "qiu-xiaoyun~visited~luyuan" not in within
    assert opened.text("#time-text") == "Mar 2023 – Jun 2023"
    opened.page.click("#undo")
    assert shown(opened) == everything


def test_a_bar_is_a_month_and_play_moves_on(open_page):
    """A click on a bar shows that month alone; play then moves the window, and stops when asked."""
    opened = open_page(years_graph())
    box = opened.page.locator("#bars").bounding_box()
    opened.page.mouse.click(box["x"] + box["width"] * 0.5 / 17, box["y"] + 20)
    opened.until("location.hash.includes('until=2023-03-31')")
    opened.page.click("#play")
    opened.until("location.hash.includes('since=2023-05-01')")
    opened.page.click("#play")
    assert opened.page.get_attribute("#play", "aria-pressed") == "false"


def test_a_neighbourhood_and_back(open_page):
    """The button "Only neighbours" leaves a node with its neighbours; undo and redo go back and forth."""
    opened = open_page(visit_graph(), hash_="#node=tao-jinghe")
    opened.page.get_by_role("button", name="Only neighbours").click()
    opened.until("() => window.graphbuild.picture.nodes.length === 3")
    opened.page.keyboard.press("u")
    opened.until("() => window.graphbuild.picture.nodes.length === 24")
    opened.page.keyboard.press("r")
    opened.until("() => window.graphbuild.picture.nodes.length === 3")
    opened.page.get_by_role("button", name="Expand").click()
    assert opened.page.evaluate("window.graphbuild.picture.nodes.length") == 3
