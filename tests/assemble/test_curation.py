"""Decisions of curators in the assembled graph."""

from __future__ import annotations

from itertools import permutations

import pytest

from graphbuild.assemble import Curator, assemble
from graphbuild.decisions import Decisions, read_text
from graphbuild.errors import DecisionError
from graphbuild.model import Entity, Extraction, GraphData
from graphbuild.pipeline import assembled
from graphbuild.resolve import identify_all
from tests.reading import read_extraction

VISIT = read_extraction(
    "On May 3, Tan Yishan, mayor of Yunmo City, visited Henglu Paper Co., Ltd. "
    "Kang Wenhe, director of the Yunmo Tax Bureau, and Niu Changgeng accompanied him.",
    published="2019-05-05",
)
SPEECH = read_extraction("Kang Wenhe spoke in Hailu City.", published="2019-06-01")
AGAIN = read_extraction("Kang Wenhe visited Niu Changgeng in Yunmo City.", published="2019-06-01")
PAPERS = (VISIT, SPEECH)


def built(decisions: Decisions | None = None) -> tuple[GraphData, tuple[DecisionError, ...]]:
    """Return the graph under some decisions, and those that were not used."""
    found = identify_all(PAPERS, decisions or Decisions())
    curator = Curator(decisions or Decisions(), found.current)
    return assemble(PAPERS, found.identities, found.doubts, curator), curator.unused()


def entity(graph: GraphData, label: str, number: int = 0) -> Entity:
    """Return an entity by its label."""
    return [each for each in graph.entities if each.label == label][number]


def relations(graph: GraphData) -> set[tuple[str, str, str]]:
    """Return the edges by label."""
    label = {each.id: each.label for each in graph.entities} | {each.id: each.title for each in graph.posts}
    return {(label[e.subject], e.relation, label[e.object]) for e in graph.edges}


def test_rename_and_merge() -> None:
    """A new name goes before the old one; two merged entities are one node."""
    before, _ = built()
    kangs = [each.id for each in before.entities if each.label == "Kang Wenhe"]
    assert len(kangs) == 2
    text = f'[[merge]]\nentities = {kangs!r}\n[[rename]]\nentity = "{kangs[1]}"\nlabel = "Director Kang"\n'
    graph, unused = built(read_text(text))
    (kang,) = (each for each in graph.entities if each.label == "Director Kang")
    assert ("Kang Wenhe", "en") in kang.labels
    assert unused == ()
    assert not [each for each in graph.edges if each.relation == "possiblySameAs"]


def test_reject_a_claim() -> None:
    """A rejected claim is gone from edges, events and claims; the rest stays."""
    text = '[[reject]]\nrelation = "accompanied"\nsubject = "niu changgeng"\nobject = "Tan Yishan"\n'
    graph, unused = built(read_text(text))
    assert ("Kang Wenhe", "accompanied", "Tan Yishan") in relations(graph)
    assert ("Niu Changgeng", "accompanied", "Tan Yishan") not in relations(graph)
    (event,) = graph.events
    assert entity(graph, "Niu Changgeng").id not in {part.official for part in event.participations}
    assert unused == ()


def test_reject_by_id_document_and_words() -> None:
    """A claim may be named by its id, or by its document and a part of its sentence."""
    before, _ = built()
    (visited,) = (each for each in before.claims if each.relation == "visited")
    for text in (
        f'claim = "claim-{visited.id}"',
        f'document = "{visited.evidence.document}"\nrelation = "visited"\ntext = "Henglu Paper"',
    ):
        graph, unused = built(read_text(f"[[reject]]\n{text}\n"))
        assert "visited" not in {each.relation for each in graph.claims}
        assert unused == ()


def test_reject_a_post_by_title_and_home() -> None:
    """A claim that someone holds a post may be named by the post's title and where it is held."""
    before, _ = built()
    posts = {(each.title, "Mayor") for each in before.posts}
    assert ("Mayor", "Mayor") in posts
    text = '[[reject]]\nrelation = "holdsPost"\nsubject = "Tan Yishan"\nobject = "{}"\ntitle = "{}"\n'
    graph, unused = built(read_text(text.format("Yunmo", "mayor")))
    assert ("Tan Yishan", "holdsPost", "Mayor") not in relations(graph)
    assert unused == ()
    for home, title in (("Yunmo", "Director"), ("Hailu", "Mayor")):
        graph, unused = built(read_text(text.format(home, title)))
        assert ("Tan Yishan", "holdsPost", "Mayor") in relations(graph)
        assert len(unused) == 1


def test_omit_a_private_person() -> None:
    """Who is left out is in no entity, mention, claim, event or sentence that only they need."""
    before, _ = built()
    niu = entity(before, "Niu Changgeng").id
    graph, _ = built(read_text(f'[[omit]]\nentity = "{niu}"\n'))
    assert niu not in {each.id for each in graph.entities}
    assert niu not in {each.refers_to for each in graph.mentions}
    assert niu not in {end for each in graph.claims for end in (each.subject, each.object)}
    assert niu not in {part.official for event in graph.events for part in event.participations}


def test_retype_drops_what_no_longer_fits() -> None:
    """An official who is a place holds no posts and accompanies nobody."""
    before, _ = built()
    kang = next(
        each
        for each in before.tenures
        if each.holder in {e.id for e in before.entities if e.label == "Kang Wenhe"}
    ).holder
    graph, _ = built(read_text(f'[[retype]]\nentity = "{kang}"\ntype = "Place"\n'))
    assert next(each for each in graph.entities if each.id == kang).type == "Place"
    assert kang not in {each.subject for each in graph.edges}


def test_add_a_claim_with_its_source() -> None:
    """An added claim is an edge with its own document and sentence; an added post has a tenure."""
    before, _ = built()
    tan, city = entity(before, "Tan Yishan").id, entity(before, "Hailu City").id
    text = (
        f'[[add]]\nsubject = "{tan}"\nrelation = "holdsPost"\ntitle = "Vice Mayor"\npost_in = "{city}"\n'
        'source = { quote = "Tan Yishan served as vice mayor of Hailu.", title = "Yearbook",'
        ' published = "2015-01-01" }\n'
        f'[[add]]\nsubject = "{tan}"\nrelation = "visited"\nobject = "{city}"\ndate = 2018-05-01\n'
        'source = { quote = "In May Tan Yishan came to Hailu.", url = "https://example.org/a" }\n'
    )
    graph, unused = built(read_text(text))
    assert {("Tan Yishan", "holdsPost", "Vice Mayor"), ("Tan Yishan", "visited", "Hailu City")} <= relations(
        graph
    )
    (tenure,) = (each for each in graph.tenures if each.first_seen == "2015-01-01")
    assert tenure.holder == tan
    (edge,) = (each for each in graph.edges if each.object == city and each.relation == "visited")
    assert edge.first == "2018-05-01"
    assert "In May Tan Yishan came to Hailu." in {each.text for each in graph.sentences}
    assert unused == ()


def test_decisions_that_match_nothing_are_told() -> None:
    """A decision on an entity or claim that is gone is reported with its line, and changes nothing."""
    text = (
        '[[omit]]\nentity = "official-nobody-00000000"\n'
        '[[reject]]\nclaim = "0000000000000000"\n'
        '[[merge]]\nentities = ["official-nobody-00000000", "official-none-00000001"]\n'
    )
    graph, unused = built(read_text(text))
    assert graph == built()[0]
    assert [error.line for error in unused] == [1, 3, 5]
    assert all("any more" in error.problem for error in unused)


def test_doubts_are_edges_with_score_and_reasons() -> None:
    """Two who may be one are joined by an edge whose claims quote either side."""
    papers = (
        VISIT,
        read_extraction("Kang Wenhe visited Niu Changgeng in Yunmo City.", published="2019-06-01"),
    )
    found = identify_all(papers)
    graph = assemble(papers, found.identities, found.doubts)
    doubts = [each for each in graph.edges if each.relation == "possiblySameAs"]
    claims = {each.id: each for each in graph.claims}
    assert len(doubts) == len(found.doubts) > 0
    for edge in doubts:
        assert {claims[name].evidence.document for name in edge.claims} == {
            each.document.id for each in papers
        }
        assert all(0 < claims[name].confidence < 1 and claims[name].evidence.rule for name in edge.claims)


@pytest.mark.parametrize("papers", list(permutations((VISIT, SPEECH, AGAIN))))
def test_order_of_documents_leaves_no_trace(papers: tuple[Extraction, ...]) -> None:
    """Documents in any order give the same graph under the same decisions, doubts and reprints included."""
    before = assembled((VISIT, SPEECH, AGAIN)).data
    ids = [each.id for each in before.entities if each.label == "Kang Wenhe"]
    decisions = read_text(f"[[split]]\nentities = {[ids[0], 'official-kang-wenhe-00000000']!r}\n")
    assert assembled(papers).data == before
    assert assembled(papers, decisions).data == assembled((VISIT, SPEECH, AGAIN), decisions).data


def test_what_is_made_a_meeting_has_no_posts() -> None:
    """A home that a curator calls something without posts is the home of none: the ontology says so."""
    before, _ = built()
    bureau = entity(before, "Yunmo Tax Bureau").id
    added = (
        f'[[add]]\nsubject = "{entity(before, "Tan Yishan").id}"\nrelation = "holdsPost"\ntitle = "Head"\n'
        f'post_in = "{bureau}"\nsource = {{ quote = "Tan Yishan heads it.", title = "Yearbook" }}\n'
    )
    graph, _ = built(read_text(f'[[retype]]\nentity = "{bureau}"\ntype = "Meeting"\n{added}'))
    assert any(post.post_in == bureau for post in before.posts)
    assert {post.title for post in graph.posts} >= {"Director", "Head"}
    assert not [post for post in graph.posts if post.post_in == bureau]
