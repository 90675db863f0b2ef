"""A part of a graph holds what passes, and all the evidence of it."""

from __future__ import annotations

from dataclasses import fields

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.assemble.selection import Selection, subgraph
from graphbuild.errors import OntologyError
from graphbuild.graph import Graph
from tests.browser.visit_sample import visit_graph

DATA = visit_graph()
GRAPH = Graph(DATA)


def is_closed(data) -> bool:
    """Whether everything that is named in a graph is there."""
    nodes = {e.id for e in data.entities} | {p.id for p in data.posts}
    claims = {claim.id for claim in data.claims}
    documents = {document.id for document in data.documents}
    return (
        all({edge.subject, edge.object} <= nodes for edge in data.edges)
        and all(set(edge.claims) <= claims for edge in data.edges)
        and all(set(item.claims) <= claims for item in (*data.events, *data.tenures))
        and all(claim.evidence.document in documents for claim in data.claims)
    )


def test_around_someone():
    """One step from an official lie those met, visited and accompanied, and the homes of posts."""
    part = GRAPH.subgraph(ego="Tao Jinghe").data
    assert {entity.id for entity in part.entities} == {"tao-jinghe", "mei-shourong", "lanting-city"}
    assert len(GRAPH.subgraph(ego="Tao Jinghe", depth=2).data.entities) > 15
    assert is_closed(part)


def test_an_id_names_someone_too():
    """The ego may be given by id, and several may be given."""
    one, two = GRAPH.subgraph(ego="tao-jinghe"), GRAPH.subgraph(ego=["tao-jinghe", "Bao Yilan"])
    assert len(two.data.entities) > len(one.data.entities)


def test_filters():
    """Types, relations, dates and confidence each leave out what does not pass."""
    assert {e.type for e in GRAPH.subgraph(types=["Official"]).entities()} == {"Official"}
    assert {e.relation for e in GRAPH.subgraph(relations=["visited"]).edges()} == {"visited"}
    assert GRAPH.subgraph(min_confidence=0.999).edges() == ()
    assert GRAPH.subgraph(since="2030").edges() == ()


def test_without_arguments_it_is_the_graph():
    """Nothing asked for leaves nothing out."""
    assert GRAPH.subgraph() is GRAPH


def test_unknown_names_are_refused():
    """A name that nobody bears, and a type or relation that the ontology lacks, are errors."""
    with pytest.raises(KeyError, match="Nobody"):
        GRAPH.subgraph(ego="Nobody")
    with pytest.raises(OntologyError, match="Offical"):
        GRAPH.subgraph(types=["Offical"])


@pytest.mark.parametrize(
    ("first", "last", "passes"),
    [
        ("2023-05-16", "2023-05-16", True), ("2023-05", "2023-05", True), ("2023", "2023", True),
        ("2022-12-31", "2023-05-01", True), ("2022", "2022", False), ("2023-07-01", None, False),
        ("XXXX-05-16", "XXXX-05-16", False), (None, None, False), ("2021", "2025", True),
    ],
)  # fmt: skip
def test_times(first, last, passes):
    """What touches the time asked for passes; without a year nothing does."""
    assert Selection(since="2023-05", until="2023-06").during(first, last) is passes


@settings(max_examples=40, deadline=None)
@given(
    st.sets(st.sampled_from(["Official", "Body", "Enterprise", "Place"])),
    st.sets(st.sampled_from(["visited", "accompanied", "holdsPost", "locatedIn"])),
    st.floats(0, 1),
    st.sampled_from(["", "2022", "2023-05-16"]),
)
def test_any_part_is_a_graph(types, relations, confidence, since):
    """Whatever is asked for, what is named is there, and nothing is new or out of order."""
    part = subgraph(DATA, Selection(types, relations, since, "", confidence))
    assert is_closed(part)
    for item in fields(part):
        value = getattr(part, item.name)
        if isinstance(value, tuple) and item.name in (
            "entities",
            "documents",
            "sentences",
            "mentions",
            "posts",
        ):
            assert set(value) <= set(getattr(DATA, item.name))
