"""What is right, missed and false: the perfect graph of a small article, damaged in one way at a time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from graphbuild.model import Edge, Entity, Event, GraphData, Post

if TYPE_CHECKING:
    from tests.evaluate.conftest import Bench


def _renamed(data: GraphData, name: str, **changes: Any) -> GraphData:
    """Return a graph with one entity changed."""
    return replace(data, entities=tuple(replace(e, **changes) if e.id == name else e for e in data.entities))


def _edges(data: GraphData, *triples: tuple[str, str, str], without: str = "") -> GraphData:
    """Return a graph with more edges, and without those of one relation."""
    kept = tuple(edge for edge in data.edges if edge.relation != without)
    return replace(data, edges=(*kept, *(Edge(*triple, ()) for triple in triples)))


def _posts(data: GraphData, *posts: Post) -> GraphData:
    """Return a graph with some of its posts replaced."""
    return replace(data, posts=posts)


def test_a_perfect_graph(bench: Bench) -> None:
    """The graph that gold describes has nothing missed and nothing false."""
    counts = bench.judge().counts
    assert {name: (one.false, one.missed) for name, one in counts.items() if one.false or one.missed} == {}
    assert counts["entity"].right == 6
    assert counts["relation"].right == 3
    assert counts["post"].right == 2
    assert counts["companion order"].right == 1
    assert counts["modality"].right == 1
    assert counts["event date"].right == 1


def test_an_empty_graph(bench: Bench) -> None:
    """All is missed, and nothing false."""
    counts = bench.judge(GraphData()).counts
    assert {(one.right, one.false) for one in counts.values()} == {(0, 0)}
    assert counts["entity"].missed == 6


# Entities


def test_another_name_of_gold_will_do(bench: Bench, perfect: GraphData) -> None:
    """A node that bears another name is found, but not resolved."""
    data = _renamed(perfect, "n-tea", label="Pingtan Tea", labels=())
    assert bench.counts("entity", data) == (6, 0, 0)
    assert bench.counts("resolved", data) == (5, 0, 1)


def test_a_wrong_type_is_false_and_missed(bench: Bench, perfect: GraphData) -> None:
    """A node of another type counts against both; its edges are right all the same."""
    data = _renamed(perfect, "n-tea", type="Body")
    assert bench.counts("entity", data) == (5, 1, 1)
    assert bench.counts("entity Body", data) == (1, 1, 0)
    assert bench.counts("entity Enterprise", data) == (1, 0, 1)
    assert bench.counts("relation", data) == (3, 0, 0)


def test_another_type_that_gold_accepts(bench: Bench, perfect: GraphData) -> None:
    """`type_alt` lists types that are as good."""
    gold = bench.gold()
    entities = [
        {"id": e.id, "type": e.type, "name": e.name, "type_alt": ["Body"] if e.id == "tea" else []}
        for e in gold.entities
    ]
    assert bench.counts("entity", _renamed(perfect, "n-tea", type="Body"), entities=entities) == (6, 0, 0)


def test_optional_entities_count_neither_way(bench: Bench, perfect: GraphData) -> None:
    """An optional entity may be there, not be there, and have another type."""
    gold = bench.gold()
    entities = [
        {"id": e.id, "type": e.type, "name": e.name, "optional": e.id == "paper"} for e in gold.entities
    ]
    for data in (perfect, _renamed(perfect, "n-paper", type="Place")):
        assert bench.counts("entity", data, entities=entities) == (5, 0, 0)


def test_a_node_of_nothing_is_false(bench: Bench, perfect: GraphData) -> None:
    """A node that is no entity of gold is false."""
    data = replace(perfect, entities=(*perfect.entities, Entity("n-x", "Place", "Xilin Town")))
    assert bench.counts("entity Place", data) == (0, 1, 0)


def test_background_is_not_false(bench: Bench, perfect: GraphData) -> None:
    """A place that only stands above others is not counted, unless something else names it."""
    data = replace(perfect, entities=(*perfect.entities, Entity("n-x", "Place", "Xilin Town")))
    above = _edges(data, ("n-tea", "locatedIn", "n-x"))
    assert bench.counts("entity Place", above) == (0, 0, 0)
    named = _edges(data, ("n-tea", "locatedIn", "n-x"), ("n-sun", "visited", "n-x"))
    assert bench.counts("entity Place", named) == (0, 1, 0)


def test_namesakes_are_told_apart_by_what_they_do(bench: Bench, perfect: GraphData) -> None:
    """Of two people of one name, each goes with the node whose posts and edges agree."""
    gold = bench.gold()
    names = {e.id: "Tao Min" if e.id == "sun" else e.name for e in gold.entities}
    entities = [{"id": e.id, "type": e.type, "name": names[e.id]} for e in gold.entities]
    posts = [{"holder": "tao", "title": "Director", "of": "boc"}]
    data = _renamed(perfect, "n-sun", label="Tao Min")
    assert bench.counts("post", data, entities=entities, posts=posts) == (1, 1, 0)
    assert bench.counts("companion order", data, entities=entities, posts=posts) == (1, 0, 0)


# Relations


def test_an_edge_of_strangers_is_false(bench: Bench, perfect: GraphData) -> None:
    """An edge with an end that gold does not know is false."""
    data = replace(perfect, entities=(*perfect.entities, Entity("n-x", "Place", "Xilin Town")))
    assert bench.counts("relation visited", _edges(data, ("n-qian", "visited", "n-x"))) == (1, 1, 0)


def test_a_wrong_direction_is_wrong(bench: Bench, perfect: GraphData) -> None:
    """Who accompanies whom matters."""
    data = _edges(
        perfect,
        ("n-qian", "accompanied", "n-sun"),
        ("n-tao", "accompanied", "n-qian"),
        without="accompanied",
    )
    assert bench.counts("relation accompanied", data) == (1, 1, 1)


@pytest.mark.parametrize(
    "edges", [[("n-qian", "n-sun")], [("n-sun", "n-qian")], [("n-qian", "n-sun"), ("n-sun", "n-qian")]]
)
def test_who_met_whom_has_no_direction(
    bench: Bench, perfect: GraphData, edges: list[tuple[str, str]]
) -> None:
    """A meeting of two counts once, in whichever direction it is told."""
    data = _edges(perfect, *((one, "met", other) for one, other in edges))
    right = [{"type": "met", "subject": "sun", "object": "qian"}]
    wrong = [{"type": "met", "subject": "sun", "object": "tao"}]
    assert bench.counts("relation met", data, relations=right) == (1, 0, 0)
    assert bench.counts("relation met", data, relations=wrong) == (0, 1, 1)


def test_optional_relations_count_neither_way(bench: Bench, perfect: GraphData) -> None:
    """What annotators might not agree on is not asked."""
    relations = [{"type": "visited", "subject": "qian", "object": "tea", "optional": True}]
    assert bench.counts("relation visited", relations=relations) == (0, 0, 0)
    assert bench.counts("relation visited", _edges(perfect, without="visited"), relations=relations) == (
        0,
        0,
        0,
    )


def test_background_relations_are_never_false(bench: Bench, perfect: GraphData) -> None:
    """A graph may know more of what is where; what gold has is asked for."""
    data = _edges(perfect, ("n-paper", "partOf", "n-tea"))
    assert bench.counts("relation part_of", data) == (0, 0, 0)
    relations = [{"type": "part_of", "subject": "boc", "object": "tea"}]
    assert bench.counts("relation part_of", data, relations=relations) == (0, 0, 1)
    assert bench.counts("relation", data, relations=relations)[2] == 0


# Posts


def test_a_wrong_home_leaves_the_title(bench: Bench, perfect: GraphData) -> None:
    """A post in another body is false and missed; its title is found."""
    data = _posts(perfect, Post("p-director", "Director", "n-tea"), Post("p-mayor", "Mayor"))
    assert bench.counts("post", data) == (1, 1, 1)
    assert bench.counts("post title", data) == (2, 0, 0)


def test_a_fuller_title_agrees(bench: Bench, perfect: GraphData) -> None:
    """A title may be fuller than gold has it, and not of another rank."""
    fuller = _posts(perfect, Post("p-director", "Director of Trade", "n-boc"), Post("p-mayor", "Mayor"))
    other = _posts(perfect, Post("p-director", "Deputy Director", "n-boc"), Post("p-mayor", "Mayor"))
    assert bench.counts("post", fuller) == (2, 0, 0)
    assert bench.counts("post", other) == (1, 1, 1)
    assert bench.counts("post title", other) == (1, 0, 1)


def test_the_body_above_is_a_home_too(bench: Bench, perfect: GraphData) -> None:
    """A post in the body above that of gold, or in another that gold accepts, is right."""
    data = _posts(perfect, Post("p-director", "Director", "n-tea"), Post("p-mayor", "Mayor"))
    relations = [{"type": "part_of", "subject": "boc", "object": "tea"}]
    assert bench.counts("post", data, relations=relations) == (2, 0, 0)
    posts = [{"holder": "tao", "title": "Director", "of": "boc", "of_alt": "tea"}]
    assert bench.counts("post", data, posts=posts) == (1, 1, 0)


def test_one_post_serves_once(bench: Bench) -> None:
    """A post of the graph cannot be two of gold."""
    posts = [{"holder": "tao", "title": "Director", "of": "boc"}] * 2
    assert bench.counts("post", posts=posts) == (1, 1, 1)


# Dates, order, modality


@pytest.mark.parametrize(
    ("date", "right"),
    [
        ("--05-06", True),
        ("XXXX-05-06", True),
        ("2024-05-06", True),
        ("--05-07", False),
        ("2023-05-06", False),
    ],
)
def test_the_date_with_the_year_or_without(bench: Bench, date: str, right: bool) -> None:
    """The date is right with the year that the release supplies, and as the words state it."""
    assert bench.counts("event date", event_date=date) == (int(right), 0, int(not right))


def test_an_interval_has_its_ends(bench: Bench, perfect: GraphData) -> None:
    """The first and the last day of an interval are right."""
    event = perfect.events[0]
    assert event.date is not None
    date = replace(event.date, stated="XXXX-05-06/XXXX-05-08")
    data = replace(perfect, events=(replace(event, date=date),))
    assert bench.counts("event date", data) == (1, 0, 0)


def _reordered(event: Event, *positions: int | None) -> Event:
    principal, *companions = event.participations
    moved = [replace(each, position=at) for each, at in zip(companions, positions, strict=True)]
    return replace(event, participations=(principal, *moved))


@pytest.mark.parametrize(
    ("positions", "counts"), [((1, 2), (1, 0, 0)), ((2, 1), (0, 1, 1)), ((None, None), (0, 0, 1))]
)
def test_companions_come_in_order(
    bench: Bench, perfect: GraphData, positions: tuple[int | None, int | None], counts: tuple[int, int, int]
) -> None:
    """Two companions are in the right order, in the wrong one, or in none."""
    data = replace(perfect, events=(_reordered(perfect.events[0], *positions),))
    assert bench.counts("companion order", data) == counts


def test_a_plan_that_became_an_edge(bench: Bench, perfect: GraphData) -> None:
    """An act that is no fact is false as an edge; one that gold has as a fact too is not."""
    data = _edges(perfect, ("n-qian", "visited", "n-paper"))
    assert bench.counts("modality", data) == (1, 1, 0)
    relations = [{"type": "visited", "subject": "qian", "object": "paper"}]
    assert bench.counts("modality", data, relations=relations) == (1, 0, 0)


def test_another_modality_is_missed(bench: Bench) -> None:
    """A plan is no denial; the note says what the graph has."""
    claims = [{"type": "visited", "subject": "qian", "object": "paper", "modality": "negated"}]
    result = bench.judge(claims=claims)
    notes = [one.note for one in result.judgements if one.what == "modality"]
    assert notes == ["the graph says planned"]
