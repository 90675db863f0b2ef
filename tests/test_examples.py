"""The graphs of the examples say what the articles say, and lead back to where they say it."""

from __future__ import annotations

from typing import Any

import pytest

from graphbuild.graph import Graph
from graphbuild.model import Claim, Document, Entity, Event, Tenure
from tests.builds import CORPORA, EXAMPLES, FACTS, NAMES, PATHS, ROOT, corpus, example, facts, page

FICTION = tuple(name for name in NAMES if PATHS[name].parent.name == "fiction")
OUTPUT = {"jilin": ROOT / "output", "fiction": ROOT / "output" / "fiction"}

every_example = pytest.mark.parametrize("name", NAMES)
every_corpus = pytest.mark.parametrize("name", CORPORA)


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


def _listed(graph: Graph, name: str, field: str, relation: str) -> set[tuple[str, str]]:
    """Return the edges of one relation that a field of the facts lists, as far as their ends are nodes."""
    listed = [(left, right) for left, each, right in facts(name).get(field, []) if each == relation]
    return _wanted(graph, [pair for pair in listed if graph.find(pair[1])])


def _beside(graph: Graph, name: str, relation: str) -> set[tuple[str, str]]:
    return _listed(graph, name, "may", relation) | _listed(graph, name, "misread", relation)


def _events(graph: Graph, type: str) -> list[Event]:
    return [event for event in graph.data.events if event.type == type]


def _people(event: Event, role: str) -> list[str]:
    parts = [part for part in event.participations if part.role == role]
    return [part.official for part in sorted(parts, key=lambda part: part.position or 0)]


def _ids(graph: Graph, names: list[str]) -> list[str]:
    return [_entity(graph, name).id for name in names]


def _visits(name: str) -> list[dict[str, Any]]:
    return facts(name).get("visits", [])


def _meetings(name: str) -> list[dict[str, Any]]:
    return facts(name).get("meetings", [])


def test_every_example_has_its_facts() -> None:
    """Each page has facts, and none are left from a page that is gone."""
    for folder in CORPORA:
        pages = {name for name in NAMES if PATHS[name].parent.name == folder}
        assert set(FACTS[folder]) == pages | {"corpus"}
    assert len(NAMES) == 12


def _people_told(name: str) -> set[str]:
    """Return everyone whom the facts of an example name."""
    told = facts(name)
    people = {*told.get("named", []), *(holder for holder, _, _ in told.get("posts", []))}
    people.update(who for pair in told.get("met", []) for who in pair)
    for visit in _visits(name):
        people.update([visit["principal"], *visit["companions"]])
    for meeting in _meetings(name):
        people.update([*meeting["chairs"], *meeting["attendees"]])
    return people


@every_example
def test_people(name: str) -> None:
    """The officials of the graph are the people of the article."""
    found = {entity.label for entity in example(name).entities("Official")}
    assert found == _people_told(name) | set(facts(name).get("misread_people", []))


@every_example
def test_what_is_known_to_be_misread(name: str) -> None:
    """What the facts call misread is still there; an entry that is mended is to be taken out."""
    graph = example(name)
    for left, relation, right in facts(name).get("misread", []):
        assert _wanted(graph, [(left, right)]) <= _pairs(graph, relation)


@every_example
def test_visits(name: str) -> None:
    """The principals visited each site that the article says they did, and nothing else."""
    graph = example(name)
    pairs = [(visit["principal"], stop) for visit in _visits(name) for stop in visit["stops"]]
    assert _pairs(graph, "visited") - _beside(graph, name, "visited") == _wanted(graph, pairs)


@every_example
def test_companions(name: str) -> None:
    """Those who went along accompanied the principal, and nobody else."""
    graph = example(name)
    pairs = [(who, visit["principal"]) for visit in _visits(name) for who in visit["companions"]]
    assert _pairs(graph, "accompanied") - _beside(graph, name, "accompanied") == _wanted(graph, pairs)


@every_example
def test_itineraries(name: str) -> None:
    """A visit is dated, and has its companions and stops in the order of the article."""
    graph = example(name)
    wrong = {who for who, _ in _listed(graph, name, "misread", "visited")}
    visits = [event for event in _events(graph, "Visit") if not wrong & set(_people(event, "principal"))]
    assert len(visits) == len(_visits(name))
    for event, visit in zip(visits, _visits(name), strict=True):
        assert event.date is not None
        assert event.date.edtf == visit["date"]
        assert event.date.conflict == facts(name).get("date_conflict", False)
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
        assert "venue" not in meeting or event.venue == _entity(graph, meeting["venue"]).id
        assert set(_people(event, "chair")) == set(_ids(graph, meeting["chairs"]))
        assert set(_people(event, "attendee")) == set(_ids(graph, meeting["attendees"]))
        chairs += [(who, meeting["name"]) for who in meeting["chairs"]]
        attended += [(who, meeting["name"]) for who in meeting["attendees"]]
    chairs += [tuple(pair) for pair in facts(name).get("chairs", [])]
    assert _pairs(graph, "chairs") == _wanted(graph, chairs)
    assert _pairs(graph, "attended") == _wanted(graph, attended)


@every_example
def test_who_met_whom(name: str) -> None:
    """Those who met are joined, in one direction or both."""
    graph = example(name)
    met = {frozenset(pair) for pair in _pairs(graph, "met")}
    wanted = _wanted(graph, [tuple(pair) for pair in facts(name).get("met", [])])
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
        (_entity(graph, holder).id, title.casefold(), _entity(graph, home).id if home else None)
        for holder, title, home in facts(name).get("posts", [])
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
        for modality, subject, relation, object in facts(name).get("held_back", [])
    ]
    assert [claim for claim in wanted if claim not in claims] == []
    assert [claim for claim in wanted if claim[1:] in edges] == []


@every_example
def test_amounts(name: str) -> None:
    """What is invested stands on the project, as a number with its currency."""
    graph = example(name)
    for project, amount, currency in facts(name).get("amounts", []):
        attributes = dict(_entity(graph, project).attributes)
        assert (attributes["amount"], attributes["currency"]) == (amount, currency)


# --- the articles of a folder together -----------------------------------------------------------


@every_corpus
def test_people_of_several_articles(name: str) -> None:
    """Officials who come back are one node under all their titles, and namesakes are several."""
    graph, told = corpus(name), FACTS[name]["corpus"]
    numbers = [(who, 1) for who in told["one"]] + [tuple(pair) for pair in told.get("namesakes", [])]
    assert [(who, len(graph.find(who))) for who, _ in numbers] == numbers


@every_corpus
def test_tenures(name: str) -> None:
    """A post is held from the first article that says so to the last; acting is told from in office."""
    graph = corpus(name)
    posts = {post.id: post for post in graph.data.posts}
    held = {
        (tenure.holder, posts[tenure.post].title, posts[tenure.post].post_in, tenure.status, *_days(tenure))
        for tenure in graph.data.tenures
    }
    for who, title, home, *rest in FACTS[name]["corpus"]["tenures"]:
        rows = [(person.id, title, _entity(graph, home).id, *rest) for person in graph.find(who)]
        assert [row for row in rows if row in held], (who, title, rest)


def _days(tenure: Tenure) -> tuple[str | None, str | None]:
    return tenure.first_seen, tenure.last_seen


@every_corpus
def test_visitors(name: str) -> None:
    """Everyone who called at a site in any of the articles visited one node."""
    graph = corpus(name)
    names = {entity.id: entity.label for entity in graph.entities()}
    for site, people in FACTS[name]["corpus"]["visitors"]:
        wanted = _entity(graph, site).id
        misread = {who for each in NAMES for who, _, where in facts(each).get("misread", []) if where == site}
        found = {names[who] for who, where in _pairs(graph, "visited") if where == wanted}
        assert found - misread == set(people)


def test_dong_haiqing_goes_along_with_two() -> None:
    """One companion of several principals is one node with an edge to each."""
    graph = corpus("fiction")
    names = {entity.id: entity.label for entity in graph.entities()}
    dong = _entity(graph, "Dong Haiqing").id
    principals = {names[object] for subject, object in _pairs(graph, "accompanied") if subject == dong}
    assert principals == {"Fan Zhengyu", "Rong Jiayi"}


def _grounds(graph: Graph) -> set[tuple[object, ...]]:
    """Return what the claims of a graph rest on: it does not depend on what the nodes are called.

    That two nodes may be one is seen only where articles come together.
    """
    return {
        (claim.evidence.document, claim.evidence.sentences, claim.evidence.mentions, claim.relation)
        for claim in graph.data.claims
        if claim.relation != "possiblySameAs"
    }


@every_corpus
def test_articles_do_not_disturb_each_other(name: str) -> None:
    """The graph of a folder rests on what each of its articles says alone."""
    pages = [each for each in NAMES if PATHS[each].parent.name == name]
    assert _grounds(corpus(name)) == set().union(*(_grounds(example(each)) for each in pages))


def test_places_of_the_fiction() -> None:
    """The places of the fiction are those of its list, each under the one above."""
    graph = corpus("fiction")
    town, county = _entity(graph, "Hanxi Town"), _entity(graph, "Suihe County")
    assert dict(town.attributes)["code"] == "user-hanxi-town"
    assert (town.id, county.id) in _pairs(graph, "locatedIn")


# --- evidence ------------------------------------------------------------------------------------


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
    """What is invented says so at the end of its page, and in the list of examples."""
    rows = (EXAMPLES / "fiction" / "README.md").read_text(encoding="utf-8").splitlines()
    assert FICTION
    for name in FICTION:
        assert page(name).endswith("\n\n(This article is fiction, written as an example for graphbuild.)\n")
        assert any(f"({name}.txt)" in row for row in rows)


@every_corpus
def test_output_is_current(name: str) -> None:
    """`output/` holds the graph of these very pages."""
    turtle = (OUTPUT[name] / "graph.ttl").read_text(encoding="utf-8")
    ids = {document.id for document in corpus(name).data.documents}
    assert [each for each in sorted(ids) if each not in turtle] == []
