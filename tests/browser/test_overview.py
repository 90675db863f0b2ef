"""An overview of communities: its table and files agree, and no hostile name does anything there."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from io import StringIO
from xml.etree import ElementTree as ET

import pytest

from benchmarks.generated import generated_graph
from tests.browser.test_page import HOSTILE
from tests.browser.test_saving import saved
from tests.browser.years_sample import years_graph

ALL_ROWS = """() => {
    for (let more; (more = document.querySelector("#table > button")) && !more.hidden;) more.click();
    return [...document.querySelectorAll("#table [data-edge]")].map((cell) => cell.dataset.edge).sort();
}"""
KNOWN = """() => { const { edges, nodes } = window.graphbuild;
    return Array.from({ length: edges.size }, (_, at) => [edges.at(at).id, edges.at(at).claims.length]); }"""


@pytest.fixture(scope="module")
def large():
    """Return a graph that opens as communities."""
    return generated_graph(3400)


def agreed(opened) -> list[str]:
    """Return the edges in the table, after the files have been found to hold the same."""
    page = opened.page
    page.evaluate("location.hash = location.hash.replace(/&?view=[a-z]+/, '') + '&view=table'")
    opened.until("document.querySelector('#table caption')")
    rows = page.evaluate(ALL_ROWS)
    content = json.loads(saved(opened, "json"))
    assert sorted(edge["id"] for edge in content["edges"]) == rows
    claims = {edge["id"]: max(1, len(edge["claims"])) for edge in content["edges"]}
    assert claims == {name: max(1, count) for name, count in page.evaluate(KNOWN) if name in claims}
    csv_rows = list(csv.DictReader(StringIO(saved(opened, "csv").decode("utf-8-sig"), newline="")))
    assert len(csv_rows) == sum(claims.values())
    assert {(row["subject_id"], row["relation"], row["object_id"]) for row in csv_rows} == {
        (edge["from"], edge["relation"], edge["to"]) for edge in content["edges"]
    }
    ends = {end for edge in content["edges"] for end in (edge["from"], edge["to"])}
    assert ends <= {node["id"] for node in content["nodes"]}
    return rows


@pytest.mark.parametrize(
    "place",
    ["#since=2024-01-01&until=2024-01-31", "#r=met,visited,holdsPost&since=2024-01-01&until=2024-03-31"],
)
def test_table_and_files_of_an_overview_hold_the_same(open_page, large, place):
    """In an overview they list every edge that the filters let through."""
    opened = open_page(large, hash_=place)
    assert opened.page.evaluate("window.graphbuild.picture.communities.length") > 0
    passing = opened.page.evaluate("document.getElementById('status').textContent").split(", ")[1]
    assert len(agreed(opened)) == int(passing.split()[0].replace(",", ""))


def test_what_was_taken_away_is_in_no_file(open_page, large):
    """A node that the reader removed is in neither table nor files, though communities stand beside."""
    hub = open_page(large).page.evaluate(
        "window.graphbuild.nodes.at(window.graphbuild.communities.at(0).hub).id"
    )
    rows = agreed(open_page(large, hash_=f"#since=2024-01-01&until=2024-02-28&cut={hub}"))
    assert rows
    assert not [row for row in rows if hub in row.split("~")]


def test_a_neighbourhood_is_saved_alone(open_page, large):
    """Where only a neighbourhood is shown, nothing else is in table and files."""
    opened = open_page(large)
    hub = opened.page.evaluate("window.graphbuild.nodes.at(window.graphbuild.communities.at(0).hub).id")
    opened = open_page(large, hash_=f"#only=1~{hub}")
    drawn = set(
        opened.page.evaluate("window.graphbuild.picture.nodes.map((at) => window.graphbuild.nodes.at(at).id)")
    )
    ends = {end for row in agreed(opened) for end in row.split("~")[::2]}
    assert ends <= drawn


def test_table_and_files_of_a_small_graph_hold_the_same(open_page):
    """The picture of a small graph is its table and its files."""
    opened = open_page(years_graph(), hash_="#t=Place")
    assert len(agreed(opened)) == len(opened.page.evaluate("window.graphbuild.picture.edges"))


def test_hostile_names_in_an_overview(open_page, large):
    """Communities named by hostile nodes are drawn, opened, found, listed and saved as text."""
    names = [HOSTILE[at % len(HOSTILE)][: 10_000 if at < 40 else 300] for at in range(len(large.entities))]
    entities = tuple(
        replace(e, label=name, labels=((name + "2", "zh"),))
        for e, name in zip(large.entities, names, strict=True)
    )
    opened = open_page(replace(large, entities=entities), hash_="#since=2024-01-01&until=2024-02-28")
    page = opened.page
    leaf = page.evaluate("""() => { const { communities } = window.graphbuild;
        const all = Array.from({ length: communities.size }, (_, c) => communities.at(c));
        return all.find(({ children }) => !children.length).id; }""")
    page.evaluate(
        "id => { location.hash = `#since=2024-01-01&until=2024-02-28&community=${encodeURIComponent(id)}` }",
        leaf,
    )
    opened.until("document.querySelector('#panel .actions button')")
    page.locator("#panel .actions button").first.click()
    opened.until("window.graphbuild.picture.nodes.length > 0")
    page.mouse.move(700, 400)
    page.fill("#search input, input#search, [type=search]", "alert")
    page.keyboard.press("Enter")
    for place in (
        "#view=matrix",
        "#view=table&since=2024-01-01&until=2024-02-28",
        "#lang=zh&view=graph&r=met",
    ):
        page.evaluate("place => { location.hash = place }", place)
        opened.until("location.hash.length > 1")
        opened.until("document.querySelector('#panel').textContent.length > 20")
    for kind in ("csv", "json", "png"):
        saved(opened, kind)
    root = ET.fromstring(saved(opened, "svg"))  # noqa: S314
    assert not [e for e in root.iter() if e.tag.split("}")[-1] in ("script", "image", "a", "foreignObject")]
    assert page.evaluate("window.__xss") is None
    assert page.locator("main img, #panel img, #panel script").count() == 0
    assert opened.complaints == []
    assert opened.outside() == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 1500
