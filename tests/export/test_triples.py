"""graphbuild/export/triples.py: each value of the model as the triples of the contract."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pyoxigraph import BlankNode, NamedNode, Triple

from graphbuild.errors import ExportError, OntologyError
from graphbuild.export.terms import PREFIXES
from graphbuild.export.triples import triples
from graphbuild.model import (
    Claim,
    Document,
    Edge,
    Entity,
    Event,
    GraphData,
    Mention,
    Post,
    Sentence,
    Span,
    Tenure,
)
from tests import samples

BASE = "https://w3id.org/graphbuild/id/"


def name(term: object) -> str:
    """Return a term as a prefixed name, an IRI, or a literal as Turtle writes it."""
    if not isinstance(term, NamedNode):
        return str(term)
    for prefix, namespace in {**PREFIXES, "id": BASE}.items():
        if term.value.startswith(namespace):
            return f"{prefix}:{term.value.removeprefix(namespace)}"
    return term.value


def said_of(data: GraphData, subject: str) -> set[tuple[str, str]]:
    """Return predicate and object of each triple of a node."""
    found = (triple for triple in triples(data) if name(triple.subject) == subject)
    return {(name(triple.predicate), name(triple.object)) for triple in found}


def one(found: set[tuple[str, str]], predicate: str) -> str:
    """Return the only value of a predicate."""
    (value,) = [value for key, value in found if key == predicate]
    return value


def test_entity_has_labels_and_type() -> None:
    """An entity has its class, a preferred label twice, and its other names with their languages."""
    assert said_of(GraphData(entities=samples.ENTITIES[:1]), f"id:{samples.LU}") == {
        ("rdf:type", "gb:Official"),
        ("skos:prefLabel", '"Lu Qinghe"@en'),
        ("rdfs:label", '"Lu Qinghe"@en'),
        ("skos:altLabel", '"陆清河"@zh'),
        ("skos:altLabel", '"Secretary Lu"@en'),
    }


def test_preferred_label_is_no_other_name_too() -> None:
    """A name among the others that equals the preferred one is not repeated."""
    entity = Entity("place-x", "Place", "Yunmo", labels=(("Yunmo", "en"), ("Yunmo", "fr")))
    found = said_of(GraphData(entities=(entity,)), "id:place-x")
    assert one(found, "skos:altLabel") == '"Yunmo"@fr'


def test_attributes_of_projects_and_places() -> None:
    """Amount, currency, phase and code have properties; internal attributes stay out."""
    found = said_of(samples.sample(), f"id:{samples.SILO}")
    assert one(found, "gb:amount") == '"120500000"^^<http://www.w3.org/2001/XMLSchema#decimal>'
    assert one(found, "gb:currency") == '"CNY"'
    assert one(found, "gb:phase") == '"second phase"'
    assert '"internal"' not in {value for _, value in found}
    assert one(said_of(samples.sample(), f"id:{samples.YUNMO}"), "dcterms:identifier") == '"cn-990100"'


@pytest.mark.parametrize("amount", ["", "plenty", "7e10", "1,000", "NaN", "1" * 41, "١٢"])
def test_an_amount_that_is_no_number_is_refused(amount: str) -> None:
    """An amount that is no plain decimal is an error that names the project."""
    project = Entity("project-x", "Project", "X", attributes=(("amount", amount),))
    with pytest.raises(ExportError, match="project-x"):
        triples(GraphData(entities=(project,)))


def test_post_is_title_and_home() -> None:
    """A post has a plain title, its home, and a label made of both."""
    found = said_of(samples.sample(), f"id:{samples.MAYOR.id}")
    assert ("gb:title", '"Acting Mayor"') in found
    assert ("gb:postIn", f"id:{samples.YUNMO}") in found
    assert one(found, "skos:prefLabel") == '"Acting Mayor, Yunmo City"@en'


def test_chinese_post_puts_the_home_first() -> None:
    """A Chinese post is labelled in the order of Chinese."""
    found = said_of(samples.sample(), f"id:{samples.DIRECTOR_ZH.id}")
    assert one(found, "skos:prefLabel") == '"云漠市粮食局局长"@zh'


@pytest.mark.parametrize(("title", "label"), [("Chairman", '"Chairman"@en'), ("主席", '"主席"@zh')])
def test_post_without_a_home_is_its_title(title: str, label: str) -> None:
    """A post whose home is not known is labelled by its title, in the language of its script."""
    found = said_of(GraphData(posts=(Post("post-x", title),)), "id:post-x")
    assert one(found, "rdfs:label") == label
    assert "gb:postIn" not in {key for key, _ in found}


def test_edges_are_plain_triples() -> None:
    """An edge is one triple between its ends."""
    assert ("gb:holdsPost", f"id:{samples.MAYOR.id}") in said_of(samples.sample(), f"id:{samples.TAO}")
    assert ("gb:visited", f"id:{samples.JINSUI}") in said_of(samples.sample(), f"id:{samples.LU}")


@pytest.mark.parametrize("modality", ["planned", "directed", "negated"])
def test_what_is_no_fact_stays_a_claim(modality: str) -> None:
    """A claim of an act that did not happen is written, its edge is not."""
    (claim,) = [claim for claim in samples.CLAIMS if claim.modality == modality]
    found = said_of(samples.sample(), f"id:claim-{claim.id}")
    assert {("gb:modality", f'"{modality}"'), ("rdf:predicate", "gb:visited")} <= found
    assert ("gb:visited", f"id:{claim.object}") not in said_of(samples.sample(), f"id:{claim.subject}")


def test_claim_says_what_and_where() -> None:
    """A claim is an rdf:Statement with evidence, mentions, rule, confidence, order, date and event."""
    claim = next(claim for claim in samples.CLAIMS if claim.object == samples.QINGWU and claim.position == 1)
    (span,) = claim.evidence.sentences
    document = samples.VISIT_DOCUMENT.id
    mentions = {
        f"id:mention-{document}-{span.start}-{span.end}-{kind}"
        for (_, span), kind in zip(claim.evidence.mentions, ("official", "place"), strict=True)
    }
    number, day = "http://www.w3.org/2001/XMLSchema#", '"2021-04-27"^^<http://www.w3.org/2001/XMLSchema#date>'
    assert said_of(samples.sample(), f"id:claim-{claim.id}") == {
        ("rdf:type", "gb:Claim"),
        ("rdf:type", "rdf:Statement"),
        ("rdf:subject", f"id:{samples.LU}"),
        ("rdf:predicate", "gb:visited"),
        ("rdf:object", f"id:{samples.QINGWU}"),
        ("gb:modality", '"stated"'),
        ("gb:confidence", f'"0.9"^^<{number}decimal>'),
        ("gb:rule", '"written-by-hand"'),
        ("gb:ofEvent", f"id:{samples.VISIT}"),
        ("gb:position", f'"1"^^<{number}positiveInteger>'),
        ("gb:dateEdtf", '"2021-04-27"'),
        ("gb:dateRule", '"release"'),
        ("gb:dateText", '"April 27"'),
        ("gb:notBefore", day),
        ("gb:notAfter", day),
        ("gb:evidence", f"id:doc-{document}-{span.start}-{span.end}"),
        *(("prov:wasDerivedFrom", mention) for mention in mentions),
    }


@pytest.mark.parametrize(("value", "text"), [(1.0, "1.0"), (0, "0.0"), (0.123456, "0.1235"), (1e-9, "0.0")])
def test_confidence_is_a_short_decimal(value: float, text: str) -> None:
    """Confidence is a decimal of at most four digits, never in exponents."""
    claim = replace(samples.CLAIMS[0], confidence=value)
    found = said_of(GraphData(claims=(claim,)), f"id:claim-{claim.id}")
    assert one(found, "gb:confidence").startswith(f'"{text}"')


def test_event_links_people_directly_and_by_participation() -> None:
    """A visit has principals, companions and stops, and nodes that keep their order and posts."""
    data = samples.sample()
    visit = said_of(data, f"id:{samples.VISIT}")
    assert {("rdf:type", "gb:Visit"), ("rdf:type", "gb:Event")} <= visit
    assert {("gb:principal", f"id:{samples.LU}"), ("gb:companion", f"id:{samples.QIAO}")} <= visit
    assert {value for key, value in visit if key == "gb:stop"} == {
        f"id:{site}" for site in (samples.QINGWU, samples.JINSUI, samples.SILO)
    }
    part = said_of(data, f"id:{samples.VISIT}-companion-{samples.QIAO}")
    assert {("gb:role", "gb:companion"), ("gb:inPost", f"id:{samples.DIRECTOR.id}")} <= part
    assert one(part, "gb:position").startswith('"2"')


def test_stops_keep_their_order() -> None:
    """The second stop of the itinerary is the second node."""
    stop = said_of(samples.sample(), f"id:{samples.VISIT}-stop-2")
    assert ("gb:stop", f"id:{samples.JINSUI}") in stop
    assert one(stop, "gb:position").startswith('"2"')


def test_a_site_visited_twice_has_two_stops() -> None:
    """An itinerary may come back."""
    event = replace(samples.EVENTS[0], stops=("place-a", "place-b", "place-a"), claims=())
    assert ("gb:stop", "id:place-a") in said_of(GraphData(events=(event,)), f"id:{event.id}-stop-3")


def test_event_rests_on_claims_sentences_and_documents() -> None:
    """An event leads to its claims, to their sentences, and to its documents with their release dates."""
    found = said_of(samples.sample(), f"id:{samples.MEETING}")
    kinds = {key for key, _ in found}
    assert {"prov:wasDerivedFrom", "gb:evidence", "gb:inDocument", "gb:releaseDate"} <= kinds
    assert one(found, "gb:dateEdtf") == '"XXXX-04-04"'
    assert one(found, "gb:dateConflict").startswith('"true"')
    assert "gb:notBefore" not in kinds


def test_named_meeting_keeps_the_label_of_its_entity() -> None:
    """A meeting that is both entity and event has one preferred label."""
    event = replace(samples.EVENTS[1], label="Another wording")
    data = replace(samples.sample(), events=(event,))
    assert (
        one(said_of(data, f"id:{samples.MEETING}"), "skos:prefLabel") == '"Yunmo Spring Fire Conference"@en'
    )


def test_topic_is_a_concept() -> None:
    """A topic is a node of its own, labelled in the language of the document."""
    topic = one(said_of(samples.sample(), f"id:{samples.VISIT}"), "gb:topic")
    assert ("rdfs:label", '"grain storage"@en') in said_of(samples.sample(), topic)


def test_event_without_documents_is_labelled_in_english() -> None:
    """An event that names no document of the graph still has a label with a language."""
    event = Event("visit-x", "Visit", "A visit", (), documents=("gone",))
    assert one(said_of(GraphData(events=(event,)), "id:visit-x"), "rdfs:label") == '"A visit"@en'


def test_tenure_is_a_ledger_entry() -> None:
    """A tenure has holder, post, status, dates and evidence."""
    tenure = next(each for each in samples.sample().tenures if each.holder == samples.TAO)
    found = said_of(samples.sample(), f"id:{tenure.id}")
    assert {
        ("gb:holder", f"id:{samples.TAO}"),
        ("gb:status", '"acting"'),
        ("gb:lastSeen", '"XXXX-04-04"'),
    } <= found
    assert "gb:evidence" in {key for key, _ in found}


def test_document_says_where_it_comes_from() -> None:
    """A document has title, release date, language, publisher and source."""
    found = said_of(samples.sample(), f"id:doc-{samples.VISIT_DOCUMENT.id}")
    assert ("dcterms:title", '"Lu Qinghe inspects grain storage"@en') in found
    assert ("dcterms:source", "https://news.example.org/yunmo/1?id=7&lang=en") in found
    assert ("dcterms:language", '"en"') in found
    publisher = one(found, "dcterms:publisher")
    assert {("rdf:type", "foaf:Agent"), ("rdfs:label", '"Yunmo Daily"@en')} <= said_of(
        samples.sample(), publisher
    )


def test_a_reprint_leads_to_the_first_of_its_kind() -> None:
    """A document that is nearly another one is a version of it."""
    document = replace(samples.MEETING_DOCUMENT, near_duplicate_of=samples.VISIT_DOCUMENT.id)
    found = said_of(GraphData(documents=(document,)), f"id:doc-{document.id}")
    assert one(found, "dcterms:isVersionOf") == f"id:doc-{samples.VISIT_DOCUMENT.id}"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "not a url", "https://a/<b>"])
def test_a_url_that_is_no_web_address_is_a_string(url: str) -> None:
    """An address that no one should follow is kept as text, not as a link."""
    document = Document("text", (), "Title", url=url)
    found = said_of(GraphData(documents=(document,)), f"id:doc-{document.id}")
    assert one(found, "dcterms:identifier").strip('"') == url
    assert "dcterms:source" not in {key for key, _ in found}


def test_a_document_without_a_title_is_labelled_all_the_same() -> None:
    """A document without title and address is labelled by its id."""
    document = Document("text", ())
    found = said_of(GraphData(documents=(document,)), f"id:doc-{document.id}")
    assert one(found, "skos:prefLabel") == f'"{document.id}"@en'


def test_a_day_that_is_none_stays_a_string() -> None:
    """A release date that is no day is kept as text, for validation to find."""
    document = Document("text", (), published="last Tuesday")
    found = said_of(GraphData(documents=(document,)), f"id:doc-{document.id}")
    assert one(found, "gb:releaseDate") == '"last Tuesday"'


def test_mention_lies_in_the_smallest_sentence_that_covers_it() -> None:
    """A mention leads to its sentence if that is in the graph, and to nothing else."""
    mention = Mention("d", Span(10, 15), "Place", "Yunmo", "yunmo", "place-x")
    wide, narrow = Sentence("d", Span(0, 90), "w" * 90), Sentence("d", Span(5, 20), "n" * 15)
    elsewhere = Sentence("e", Span(0, 90), "e" * 90)
    data = GraphData(sentences=(elsewhere, wide, narrow), mentions=(mention,))
    found = said_of(data, "id:mention-d-10-15-place")
    assert one(found, "gb:inSentence") == "id:doc-d-5-20"
    assert one(found, "gb:refersTo") == "id:place-x"
    alone = said_of(GraphData(mentions=(replace(mention, refers_to=""),)), "id:mention-d-10-15-place")
    assert {"gb:inSentence", "gb:refersTo"}.isdisjoint({key for key, _ in alone})


@pytest.mark.parametrize(
    ("data", "error", "problem"),
    [
        (GraphData(entities=(Entity("x", "Dragon", "X"),)), OntologyError, "Dragon"),
        (GraphData(entities=(Entity("x", "visited", "X"),)), OntologyError, "not a class"),
        (GraphData(edges=(Edge("a", "visits", "b", ()),)), OntologyError, "visited"),
        (GraphData(edges=(Edge("a", "title", "b", ()),)), ExportError, "gb:EdgeProperty"),
        (GraphData(tenures=(Tenure("t", "a", "p", "held", None, None, ("gone",)),)), ExportError, "gone"),
    ],
)
def test_what_the_ontology_or_the_graph_lacks_is_refused(
    data: GraphData, error: type[Exception], problem: str
) -> None:
    """A class, relation or claim that does not exist is an error that names it."""
    with pytest.raises(error, match=problem):
        triples(data)


def test_claims_of_an_event_that_was_not_made_name_none() -> None:
    """A planned visit has no event, so its claim leads to none."""
    claim: Claim = next(each for each in samples.CLAIMS if each.event == "plan-1")
    assert "gb:ofEvent" not in {key for key, _ in said_of(samples.sample(), f"id:claim-{claim.id}")}


def test_every_triple_once_sorted_without_blank_nodes() -> None:
    """Triples are grouped by subject with the type first, none twice, none with a blank node."""
    found: list[Triple] = triples(samples.sample())
    assert len(found) == len(set(found))
    assert not any(isinstance(term, BlankNode) for triple in found for term in triple)
    subjects = [triple.subject.value for triple in found]
    firsts = {subject: found[subjects.index(subject)] for subject in subjects}
    assert all(name(triple.predicate) == "rdf:type" for triple in firsts.values())
    assert len({*subjects}) == sum(1 for i, each in enumerate(subjects) if i == 0 or subjects[i - 1] != each)
