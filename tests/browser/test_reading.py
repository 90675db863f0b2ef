"""Tests of evidence on the page: marks, what words stand for, dates, confidence, wrong claims."""

from __future__ import annotations

import tomllib

from tests.browser.visit_sample import visit_graph
from tests.browser.years_sample import years_graph


def marked_by(claim, sentences) -> list[str]:
    """Return the words that a claim's mentions cover, in the order of its sentences."""
    found = []
    for span in claim.evidence.sentences:
        quote = sentences[claim.evidence.document, span]
        inside = sorted(place for _, place in claim.evidence.mentions if span.covers(place))
        found += [quote[place.start - span.start : place.end - span.start] for place in inside]
    return found


def select_edge(opened, edge: dict) -> None:
    """Select an edge by its id and wait for its cards."""
    opened.page.evaluate("id => { location.hash = new URLSearchParams({ edge: id }) }", edge["id"])
    script = """id => document.querySelector('#panel .card') && window.graphbuild.state.selected?.id === id
        && document.querySelector('#panel .evidence:not([aria-busy])')"""
    opened.until(script, edge["id"])


def test_every_mark_is_a_mention(open_page):
    """For every edge of two graphs, the marks on the page are exactly the mentions of its claims."""
    for graph in (visit_graph(), years_graph()):
        opened = open_page(graph)
        sentences = {(s.document, s.span): s.text for s in graph.sentences}
        claims = {claim.id: claim for claim in graph.claims}
        for edge in opened.data["edges"]:
            if not edge["claims"] or edge["relation"] in ("principal", "companion", "stop"):
                continue
            select_edge(opened, edge)
            for card in opened.page.locator("#panel .card").all():
                claim = claims[card.get_attribute("data-claim")]
                assert card.locator("mark").all_inner_texts() == marked_by(claim, sentences)


def test_a_pronoun_says_whom_it_stands_for(open_page):
    """Under a sentence that says "He", the card names the person and leads there."""
    opened = open_page(years_graph(), hash_="#edge=shi-beiming~accompanied~gong-lan")
    opened.until("document.querySelector('#panel .stands')")
    assert opened.text("#panel .stands") == "“He” = \nGong Lan"
    opened.page.click("#panel .stands button")
    opened.until("location.hash === '#node=gong-lan'")


def test_a_post_without_its_place_says_which(open_page):
    """The word "Mayor" alone is told as the post of the place; one whose place stands there needs nothing."""
    opened = open_page(years_graph(), hash_="#edge=gong-lan~holdsPost~luyuan~Mayor")
    opened.until("document.querySelector('#panel .card')")
    assert "“Mayor” = Mayor (Luyuan)" in opened.text("#panel .stands")
    again = open_page(years_graph(), hash_="#edge=shi-beiming~holdsPost~luyuan~Vice Mayor")
    again.until("document.querySelector('#panel .card')")
    assert again.page.locator("#panel .stands").count() == 0


def test_evidence_comes_by_date_with_its_facts(open_page):
    """Cards of one edge come by date, each with modality, confidence, rule and source."""
    opened = open_page(years_graph(), hash_="#edge=gong-lan~visited~heishan-mill")
    opened.until("document.querySelectorAll('#panel .card').length === 2")
    cards = opened.page.locator("#panel .card").all_inner_texts()
    for card, day, sure in zip(cards, ("March 2, 2023", "July 3, 2024"), ("95%", "80%"), strict=True):
        for part in (day, sure, "stated", "rule-visited", "Luyuan Daily"):
            assert part in card


def test_a_wrong_claim_gives_lines_for_the_decisions(open_page):
    """What "Report as wrong" yields is TOML that rejects this claim, with the note, quotes and all."""
    graph = years_graph()
    opened = open_page(graph, hash_="#edge=shi-beiming~met~du-ren")
    opened.until("document.querySelector('#panel .card')")
    opened.page.click("#panel .report summary")
    opened.page.fill("#panel .report input", 'the "other"\\ Du Ren')
    decisions = tomllib.loads(opened.page.input_value("#panel .report textarea"))
    wanted = next(claim.id for claim in graph.claims if claim.relation == "met")
    assert decisions == {"reject": [{"claim": wanted, "note": 'the "other"\\ Du Ren'}]}


def test_all_that_joins_two_nodes_is_grouped(open_page):
    """The panel of a pair groups its edges by relation and direction, with counts."""
    opened = open_page(visit_graph(), hash_="#pair=mei-shourong~tao-jinghe")
    opened.until("document.querySelector('#panel section h3')")
    assert opened.page.locator("#panel section h3").all_inner_texts() == [
        "← ACCOMPANIED",
        "VISITS AND MEETINGS OF BOTH 1",
    ]
    assert opened.page.locator("#panel .fold[data-edge]").count() == 1
