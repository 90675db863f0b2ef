"""The graphs of the examples say what the articles say, and lead back to where they say it."""

from __future__ import annotations

from typing import Any

import pytest

from graphbuild.graph import Graph
from graphbuild.model import Claim, Document, Entity, Event
from tests.builds import EXAMPLES, FACTS, NAMES, ROOT, example, page

FICTION = tuple(name for name in NAMES if name.startswith("haoling"))

every_example = pytest.mark.parametrize("name", NAMES)


def _entity(graph: Graph, name: str) -> Entity:
    """Return the one entity of a name; a preferred label goes before other names."""
    found = graph.find(name)
    labelled = [entity for entity in found if entity.label == name]
    assert len(labelled or found) == 1, f"{name}: {[entity.id for entity in found]}"
    return (labelled or found)[0]


def _pairs(graph: Graph, relation: str) -> set[tuple[str, str]]:
    return {(edge.subject, edge.object) for edge in graph.edges(relation)}


def _wanted(graph: Graph, pairs: list[tuple[str, str]]) -> set[tuple[str, str]]:
    return {(_entity(graph, subject).id, _entity(graph, object).id) for subject, object in pairs}


def _may(graph: Graph, name: str, relation: str) -> set[tuple[str, str]]:
    triples = FACTS[name].get("may", [])
    allowed = [(subject, object) for subject, each, object in triples if each == relation]
    return {
        (_entity(graph, subject).id, _entity(graph, object).id)
        for subject, object in allowed
        if graph.find(object)
    }


def _events(graph: Graph, type: str) -> list[Event]:
    return [event for event in graph.data.events if event.type == type]


def _people(event: Event, role: str) -> list[str]:
    parts = [part for part in event.participations if part.role == role]
    return [part.official for part in sorted(parts, key=lambda part: part.position or 0)]


def _ids(graph: Graph, names: list[str]) -> list[str]:
    return [_entity(graph, name).id for name in names]


def _visits(name: str) -> list[dict[str, Any]]:
    return FACTS[name].get("visits", [])


def _meetings(name: str) -> list[dict[str, Any]]:
    return FACTS[name].get("meetings", [])


def test_every_example_has_its_facts() -> None:
    """Each page has facts, and none are left from a page that is gone."""
    assert set(FACTS) == set(NAMES)


@every_example
def test_visits(name: str) -> None:
    """The principals visited each site that the article says they did, and nothing else."""
    graph = example(name)
    pairs = [(visit["principal"], stop) for visit in _visits(name) for stop in visit["stops"]]
    assert _pairs(graph, "visited") - _may(graph, name, "visited") == _wanted(graph, pairs)


@every_example
def test_companions(name: str) -> None:
    """Those who went along accompanied the principal, and nobody else."""
    graph = example(name)
    pairs = [(who, visit["principal"]) for visit in _visits(name) for who in visit["companions"]]
    assert _pairs(graph, "accompanied") == _wanted(graph, pairs)


@every_example
def test_itineraries(name: str) -> None:
    """A visit is dated, and has its companions and stops in the order of the article."""
    graph = example(name)
    visits = _events(graph, "Visit")
    assert len(visits) == len(_visits(name))
    for event, visit in zip(visits, _visits(name), strict=True):
        assert event.date is not None
        assert event.date.edtf == visit["date"]
        assert event.date.conflict == FACTS[name].get("date_conflict", False)
        assert _people(event, "principal") == _ids(graph, [visit["principal"]])
        assert _people(event, "companion") == _ids(graph, visit["companions"])
        wanted = _ids(graph, visit["stops"])
        assert [stop for stop in event.stops if stop in wanted] == wanted


@every_example
def test_meetings(name: str) -> None:
    """A meeting is dated, placed, and has the chair and the attendees whom the article names."""
    graph = example(name)
    events = {event.id: event for event in _events(graph, "Meeting")}
    chairs, attended = [], []
    for meeting in _meetings(name):
        event = events[_entity(graph, meeting["name"]).id]
        assert event.date is not None
        assert event.date.edtf == meeting["date"]
        assert event.venue == _entity(graph, meeting["venue"]).id
        assert set(_people(event, "chair")) == set(_ids(graph, meeting["chairs"]))
        assert set(_people(event, "attendee")) == set(_ids(graph, meeting["attendees"]))
        chairs += [(who, meeting["name"]) for who in meeting["chairs"]]
        attended += [(who, meeting["name"]) for who in meeting["attendees"]]
    chairs += [tuple(pair) for pair in FACTS[name].get("chairs", [])]
    assert _pairs(graph, "chairs") == _wanted(graph, chairs)
    assert _pairs(graph, "attended") == _wanted(graph, attended)


@every_example
def test_who_met_whom(name: str) -> None:
    """Those who met are joined, in one direction or both."""
    graph = example(name)
    met = {frozenset(pair) for pair in _pairs(graph, "met")}
    wanted = _wanted(graph, [tuple(pair) for pair in FACTS[name].get("met", [])])
    assert met == {frozenset(pair) for pair in wanted}


@every_example
def test_posts(name: str) -> None:
    """Each official holds the posts that the article gives, in the right body, company or place."""
    graph = example(name)
    posts = {post.id: post for post in graph.data.posts}
    held = {
        (holder, posts[post].title.casefold(), posts[post].post_in)
        for holder, post in _pairs(graph, "holdsPost")
    }
    wanted = {
        (_entity(graph, holder).id, title.casefold(), _entity(graph, home).id)
        for holder, title, home in FACTS[name]["posts"]
    }
    assert held == wanted


@every_example
def test_what_is_no_fact(name: str) -> None:
    """Plans, orders and denials are claims with their modality, and no edges."""
    graph = example(name)
    claims = {(claim.modality, claim.subject, claim.relation, claim.object) for claim in graph.data.claims}
    edges = {(edge.subject, edge.relation, edge.object) for edge in graph.edges()}
    wanted = [
        (modality, _entity(graph, subject).id, relation, _entity(graph, object).id)
        for modality, subject, relation, object in FACTS[name].get("held_back", [])
    ]
    assert [claim for claim in wanted if claim not in claims] == []
    assert [claim for claim in wanted if claim[1:] in edges] == []


@every_example
def test_amounts(name: str) -> None:
    """What is invested stands on the project, as a number with its currency."""
    graph = example(name)
    for project, amount, currency in FACTS[name]["amounts"]:
        attributes = dict(_entity(graph, project).attributes)
        assert (attributes["amount"], attributes["currency"]) == (amount, currency)


def test_the_articles_join() -> None:
    """People and places of two articles are one node each in the graph of all."""
    graph = example()
    dong = _entity(graph, "Dong Haiqing").id
    principals = _ids(graph, ["Fan Zhengyu", "Rong Jiayi"])
    assert {object for subject, object in _pairs(graph, "accompanied") if subject == dong} == set(principals)
    assert len(graph.find("Haoling City")) == len(graph.find("Tian Shouye")) == 1


def test_articles_do_not_disturb_each_other() -> None:
    """The graph of all articles has the visits of each alone."""
    alone = sum(len(example(name).edges("visited")) for name in NAMES)
    assert len(example().edges("visited")) == alone


def _documents(graph: Graph) -> dict[str, Document]:
    return {document.id: document for document in graph.data.documents}


@every_example
def test_quotes_are_the_text(name: str) -> None:
    """Every sentence and every mention is, letter for letter, the text at its offsets."""
    graph = example(name)
    documents = _documents(graph)
    quoted = [*graph.data.sentences, *graph.data.mentions]
    assert quoted
    assert [each for each in quoted if documents[each.document].quote(each.span) != each.text] == []
    assert {document.text for document in documents.values()} == {page(name)}


def _outside(claim: Claim) -> list[str]:
    sentences = claim.evidence.sentences
    return [
        role
        for role, span in claim.evidence.mentions
        if not any(sentence.covers(span) for sentence in sentences)
    ]


@every_example
def test_evidence_is_inside_its_sentences(name: str) -> None:
    """What fills a role of a claim stands in one of the sentences that the claim rests on."""
    graph = example(name)
    known = {(sentence.document, sentence.span) for sentence in graph.data.sentences}
    for claim in graph.data.claims:
        cited = {(claim.evidence.document, span) for span in claim.evidence.sentences}
        assert cited
        assert cited <= known
        assert _outside(claim) == []


@every_example
def test_every_edge_has_evidence(name: str) -> None:
    """Every edge leads to at least one claim with a sentence that is not empty."""
    graph = example(name)
    for edge in graph.edges():
        evidence = graph.evidence(edge)
        assert evidence
        assert all(quotes and all(quote.strip() for quote in quotes) for _, quotes in evidence)


@every_example
def test_nobody_is_made_of_the_furniture(name: str) -> None:
    """Reporters, editors and buttons of the page are no entities."""
    unwanted = ("Jia Wenqi", "Lu Ningxi", "Ao Qinglin", "Xia Muyuan", "Print", "WeChat")
    assert [each for each in unwanted if example(name).find(each)] == []


def test_fiction_says_so() -> None:
    """What is invented says so on its page, and in the list of examples."""
    rows = (EXAMPLES / "README.md").read_text(encoding="utf-8").splitlines()
    assert FICTION
    for name in FICTION:
        assert "This article is fiction" in page(name)
        assert any(f"{name}.txt" in row and "Fiction" in row for row in rows)


def test_output_is_current() -> None:
    """`output/` holds the graph of these very pages."""
    turtle = (ROOT / "output" / "graph.ttl").read_text(encoding="utf-8")
    ids = {document.id for document in example().data.documents}
    assert [each for each in sorted(ids) if each not in turtle] == []
