"""Tests of what the page saves: CSV, JSON, SVG and PNG of exactly what is shown."""

from __future__ import annotations

import csv
import json
import struct
import tomllib
from dataclasses import replace
from io import StringIO
from pathlib import Path
from xml.etree import ElementTree as ET

from graphbuild.model import Entity
from tests.browser.test_narrowing import shown
from tests.browser.test_page import hostile_graph
from tests.browser.visit_sample import visit_graph
from tests.browser.years_sample import years_graph

SVG = "{http://www.w3.org/2000/svg}"
FORMULAS = ('=HYPERLINK("https://outside.example")', "+1+2", "-2+3", "@SUM(A1)", "\t=1", "＝1")


def saved(opened, kind: str) -> bytes:
    """Save through the menu and return the bytes of the file."""
    opened.page.click("#save summary")
    with opened.page.expect_download() as download:
        opened.page.click(f"[data-save={kind}]")
    return Path(download.value.path()).read_bytes()


def test_csv_holds_a_row_for_each_claim_shown(open_page):
    """Subject, relation and object of the rows are those of the edges shown, with their sentences."""
    graph = years_graph()
    opened = open_page(graph, hash_="#r=met")
    rows = list(csv.DictReader(StringIO(saved(opened, "csv").decode("utf-8-sig"))))
    wanted = {
        (edge["from"], edge["relation"], edge["to"])
        for edge in opened.data["edges"]
        if edge["id"] in shown(opened)
    }
    assert {(row["subject_id"], row["relation"], row["object_id"]) for row in rows} == wanted
    assert "met" not in {row["relation"] for row in rows}
    sentences = {sentence.text for sentence in graph.sentences}
    assert {row["sentences"] for row in rows} <= sentences
    assert {row["claim"] for row in rows} == {c.id for c in graph.claims if c.relation != "met"}


def test_cells_that_a_spreadsheet_would_compute_are_plain_text(open_page):
    """A name that begins like a formula gets an apostrophe."""
    graph = years_graph()
    for formula in FORMULAS:
        renamed = tuple(
            Entity(e.id, e.type, formula, "en") if e.id == "gong-lan" else e for e in graph.entities
        )
        opened = open_page(replace(graph, entities=renamed))
        rows = list(csv.DictReader(StringIO(saved(opened, "csv").decode("utf-8-sig"), newline="")))
        names = {row["subject"] for row in rows if row["subject_id"] == "gong-lan"}
        assert names == {"'" + formula}


def test_json_holds_exactly_what_is_shown(open_page):
    """Nodes and edges are those of the picture; marks cut the mentions out of the sentences."""
    graph = years_graph()
    opened = open_page(graph, hash_="#t=Place,Visit")
    content = json.loads(saved(opened, "json"))
    assert sorted(edge["id"] for edge in content["edges"]) == shown(opened)
    assert {node["id"] for node in content["nodes"]} == {
        "gong-lan", "shi-beiming", "qiu-xiaoyun", "du-ren", "heishan-mill"
    }  # fmt: skip
    claims = {claim.id: claim for claim in graph.claims}
    texts = {document.id: document for document in graph.documents}
    for claim in (claim for edge in content["edges"] for claim in edge["claims"]):
        words = [claim["sentences"][m["sentence"]]["text"][m["start"] : m["end"]] for m in claim["marks"]]
        evidence = claims[claim["id"]].evidence
        told = [
            texts[evidence.document].quote(span) for _, span in sorted(evidence.mentions, key=lambda m: m[1])
        ]
        assert words == told


def test_svg_has_shapes_names_and_a_legend(open_page):
    """The SVG is well-formed and holds each name in view, the shapes, and a legend in words."""
    opened = open_page(visit_graph())
    root = ET.fromstring(saved(opened, "svg"))  # noqa: S314  # our own file
    words = " ".join("".join(text.itertext()) for text in root.iter(f"{SVG}text"))
    for part in ("Mei Shourong", "Hongye Bearings", "enterprise", "accompanied", "24 nodes, 32 edges"):
        assert part in words
    titles = [title.text for title in root.iter(f"{SVG}title")]
    assert len(titles) == 25  # the picture's own and each node's
    assert len(list(root.iter(f"{SVG}polygon"))) >= 32


def test_png_is_large_enough_to_print(open_page):
    """The PNG is more than 3,000 pixels wide and not blank."""
    content = saved(open_page(visit_graph()), "png")
    assert content.startswith(b"\x89PNG")
    assert struct.unpack(">I", content[16:20])[0] > 3000
    assert len(content) > 50_000


def test_hostile_names_are_saved_as_text(open_page):
    """Every format of a graph of hostile names parses, and nothing runs."""
    opened = open_page(hostile_graph())
    rows = list(csv.reader(StringIO(saved(opened, "csv").decode("utf-8-sig"))))
    assert len({len(row) for row in rows}) == 1
    root = ET.fromstring(saved(opened, "svg"))  # noqa: S314
    assert not [e for e in root.iter() if e.tag.split("}")[-1] in ("script", "image", "a", "foreignObject")]
    json.loads(saved(opened, "json"))
    saved(opened, "png")
    assert opened.page.evaluate("window.__xss") is None
    assert opened.complaints == []
    assert opened.outside() == []


def test_hostile_names_stay_text_in_every_view(open_page):
    """Paths, pages, the matrix, pairs and the report of a wrong claim never run a name."""
    opened = open_page(hostile_graph())
    page = opened.page
    for place in ("#path=n0,n5", "#node=n0&view=page", "#view=matrix&with=met", "#pair=n0~n1", "#view=table"):
        page.evaluate("place => { location.hash = place }", place)
        opened.until("place => location.hash === place", place)
        opened.until("document.querySelector('#panel').textContent.length > 20")
    page.evaluate("location.hash = '#pair=n0~n1'")
    opened.until("document.querySelector('#panel .report')")
    page.click("#panel .report summary")
    tomllib.loads(page.input_value("#panel .report textarea"))
    assert page.evaluate("window.__xss") is None
    assert page.locator("#page a, #matrix a, #panel a, img").count() == 0
    assert opened.complaints == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 1500
