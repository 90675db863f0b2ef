"""What "Report as wrong" yields is a decision that the next build understands."""

from __future__ import annotations

from collections import Counter

import pytest

from graphbuild.decisions import read_text
from graphbuild.export.html import packing
from graphbuild.pipeline import assembled
from tests.reading import read_extraction

PAPERS = (
    read_extraction(
        "On May 3, Tan Yishan, mayor of Yunmo City, visited Henglu Paper Co., Ltd. "
        "Kang Wenhe, director of the Yunmo Tax Bureau, and Niu Changgeng accompanied him.",
        published="2019-05-05",
    ),
    read_extraction("Kang Wenhe visited Henglu Paper Co., Ltd. in Yunmo City.", published="2019-06-01"),
    read_extraction("Tan Yishan plans to visit Hailu City next week.", published="2019-07-01"),
)


def told(graph) -> Counter[tuple[str, str, str, str]]:
    """Return the claims by what they say."""
    return Counter((c.subject, c.relation, c.object, c.modality) for c in graph.data.claims)


def report(opened, place: str, number: int = 0, note: str = "") -> str:
    """Return what the panel of a place writes about one of its claims."""
    opened.page.evaluate("place => { location.hash = place }", place)
    opened.until("place => location.hash === place", place)
    opened.until("number => document.querySelectorAll('#panel .card .report').length > number", number)
    control = opened.page.locator("#panel .card .report").nth(number)
    control.locator("summary").click()
    control.locator("input").fill(note)
    return control.locator("textarea").input_value()


@pytest.mark.parametrize("named", [True, False])
def test_a_report_takes_the_claim_out_of_the_next_build(open_page, monkeypatch, named):
    """With ids and without: the claim is gone from the graph built again, every other claim stays."""
    monkeypatch.setattr(packing, "_NAMED", 50_000 if named else 0)
    before = assembled(PAPERS)
    opened = open_page(before.data)
    edges = [e for e in opened.data["edges"] if e["relation"] in ("visited", "accompanied", "holdsPost")]
    assert {edge["relation"] for edge in edges} == {"visited", "accompanied", "holdsPost"}
    for edge in edges:
        text = report(opened, f"#edge={edge['id']}", note='the "other"\\ \U0001f600')
        decisions = read_text(text)
        assert bool(decisions.reject[0].claim) is named
        after = assembled(PAPERS, decisions=decisions)
        gone = told(before) - told(after)
        wrong = {(subject, relation) for subject, relation, _, _ in gone if relation != "possiblySameAs"}
        assert wrong == {(edge["from"], edge["relation"])}
        assert not told(after) - told(before)
        assert after.unused == ()


@pytest.mark.parametrize("named", [True, False])
def test_two_that_may_be_one_are_told_apart(open_page, monkeypatch, named):
    """Of "possibly the same" the report is a split, and the two are never joined again."""
    monkeypatch.setattr(packing, "_NAMED", 50_000 if named else 0)
    before = assembled(PAPERS)
    opened = open_page(before.data)
    doubt = next(edge for edge in opened.data["edges"] if edge["relation"] == "possiblySameAs")
    decisions = read_text(report(opened, f"#edge={doubt['id']}"))
    assert set(decisions.split[0].entities) == {doubt["from"], doubt["to"]}
    after = assembled(PAPERS, decisions=decisions)
    assert "possiblySameAs" not in {claim.relation for claim in after.data.claims}
    assert after.unused == ()
