"""The assembled graph."""

from __future__ import annotations

from itertools import permutations

import pytest

from graphbuild.assemble import assemble
from graphbuild.model import Entity, Extraction, GraphData
from graphbuild.resolve import identify
from tests.reading import read_extraction

FIRST = read_extraction(
    "On May 3, Tan Yishan, mayor of Yunmo City, visited Henglu Paper Co., Ltd. and Huadian City. "
    "Kang Wenhe, director of the Yunmo Tax Bureau, and Niu Changgeng accompanied him. "
    "He will visit Baishi Town. Kang Wenhe did not meet Edwin Mutua. "
    "He asked Niu Changgeng to visit Shitang Town.",
    published="2019-05-05",
)
SECOND = read_extraction(
    "On June 7, Tan Yishan, mayor of Yunmo City, visited Huadian City.", published="2019-06-08"
)
THIRD = read_extraction(
    "Tan Yishan, former mayor of Yunmo City, chaired the Yunmo Trade Forum in Huadian City."
)
PAPERS = (FIRST, SECOND, THIRD)


def graph_of(*papers: Extraction) -> GraphData:
    """Return the graph of some extractions."""
    return assemble(papers, identify(papers))


def names(graph: GraphData) -> dict[str, str]:
    """Return the labels of entities by id."""
    return {entity.id: entity.label for entity in graph.entities}


def edges(graph: GraphData, *relations: str) -> set[tuple[str, str, str]]:
    """Return edges by label."""
    label = names(graph)
    return {
        (label[edge.subject], edge.relation, label[edge.object])
        for edge in graph.edges
        if edge.relation in relations
    }


def test_edges_come_from_facts_alone() -> None:
    """Planned, directed and denied acts stay claims."""
    graph = graph_of(FIRST)
    assert edges(graph, "visited", "accompanied", "met") == {
        ("Tan Yishan", "visited", "Huadian City"),
        ("Tan Yishan", "visited", "Henglu Paper Co., Ltd."),
        ("Kang Wenhe", "accompanied", "Tan Yishan"),
        ("Niu Changgeng", "accompanied", "Tan Yishan"),
    }
    assert {claim.modality for claim in graph.claims if claim.relation in {"visited", "met"}} >= {
        "stated",
        "planned",
        "negated",
    }


def test_edge_gathers_its_claims_and_dates() -> None:
    """Two visits of one person to one place are one edge from the first day to the last."""
    graph = graph_of(FIRST, SECOND)
    label = names(graph)
    (edge,) = (
        edge for edge in graph.edges if edge.relation == "visited" and label[edge.object] == "Huadian City"
    )
    assert (edge.first, edge.last, len(edge.claims)) == ("2019-05-03", "2019-06-07", 2)
    assert set(edge.claims) <= {claim.id for claim in graph.claims}


@pytest.mark.parametrize("papers", list(permutations(PAPERS)))
def test_order_of_documents_leaves_no_trace(papers: tuple[Extraction, ...]) -> None:
    """The graph of the same documents is the same in any order."""
    assert graph_of(*papers) == graph_of(*PAPERS)


def test_same_document_twice_is_once() -> None:
    """A document given twice counts once."""
    assert graph_of(FIRST, FIRST) == graph_of(FIRST)


def test_no_documents_no_graph() -> None:
    """Nothing in, an empty graph out."""
    assert graph_of() == GraphData()


def test_references_lead_somewhere() -> None:
    """Every id that a claim, edge, event, tenure, post or mention uses is in the graph."""
    graph = graph_of(*PAPERS)
    entities, posts = {entity.id for entity in graph.entities}, {post.id for post in graph.posts}
    events = {event.id for event in graph.events}
    claims = {claim.id for claim in graph.claims}
    triples = [(claim.subject, claim.relation, claim.object) for claim in graph.claims]
    triples += [(edge.subject, edge.relation, edge.object) for edge in graph.edges]
    for subject, relation, object_ in triples:
        assert subject in entities
        assert object_ in (posts if relation == "holdsPost" else entities)
    assert all(claim.event is None or claim.event in events | entities for claim in graph.claims)
    assert all(mention.refers_to in entities for mention in graph.mentions)
    assert all(post.post_in is None or post.post_in in entities for post in graph.posts)
    assert all(
        {t.holder} <= entities and {t.post} <= posts and set(t.claims) <= claims for t in graph.tenures
    )
    for event in graph.events:
        assert {part.official for part in event.participations} | set(event.stops) <= entities
        assert {post for part in event.participations for post in part.posts} <= posts
        assert set(event.claims) <= claims


def test_labels() -> None:
    """The fullest name is the label; native and shorter names are other labels."""
    (city,) = (entity for entity in graph_of(FIRST).entities if entity.label == "Huadian City")
    assert ("Huadian", "en") in city.labels
    assert any(language == "zh" for _, language in city.labels)
    assert all(text != city.label for text, _ in city.labels)


def test_fullest_name_of_all_documents_is_the_label() -> None:
    """A later article that gives the full name gives the label."""
    short, full = (
        read_extraction("Tan Yishan saw Pingshun."),
        read_extraction("Kang Wenhe saw Pingshun County."),
    )
    found: list[Entity] = [entity for entity in graph_of(short, full).entities if entity.type == "Place"]
    assert [entity.label for entity in found] == ["Pingshun County"]


def test_everything_is_sorted() -> None:
    """All parts of the graph come sorted, so that equal graphs give equal bytes."""
    graph = graph_of(*PAPERS)
    for part in (graph.documents, graph.entities, graph.posts, graph.claims, graph.events, graph.tenures):
        ids = [item.id for item in part]
        assert ids == sorted(ids)
    assert list(graph.mentions) == sorted(graph.mentions)
    assert list(graph.sentences) == sorted(graph.sentences)


def test_sentences_read_are_summed() -> None:
    """The coverage of all documents is counted together."""
    assert graph_of(*PAPERS).sentences_read == sum(paper.sentences_read for paper in PAPERS)
