"""Tests of the networkx, GraphML and node-link exports."""

from __future__ import annotations

import io
import json
from dataclasses import fields, replace

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.export.networks import to_networkx, to_node_link, write_gexf, write_graphml, write_node_link
from graphbuild.model import Edge, Entity, GraphData, Post, Tenure
from tests.browser.visit_sample import PARTY, PEOPLE, STOPS, post_id, slug, visit_graph

DATA = visit_graph()


def graphml(data: GraphData) -> bytes:
    """Return GraphML as bytes."""
    stream = io.BytesIO()
    write_graphml(data, stream)
    return stream.getvalue()


def test_nodes_are_entities_and_events():
    """Every entity and event becomes one node with its type and labels; posts with a home do not."""
    graph = to_networkx(DATA)
    assert set(graph) == {entity.id for entity in DATA.entities} | {"visit-1"}
    assert graph.nodes["mei-shourong"]["type"] == "Official"
    assert graph.nodes["mei-shourong"]["names"] == ["Comrade Shourong", "the Secretary"]
    assert graph.nodes["visit-1"]["date"] == "XXXX-05-16"


def test_edges_are_keyed_by_relation_and_carry_sentences():
    """An edge is found by its relation and holds dates, number of claims and the sentences."""
    edge = to_networkx(DATA)["mei-shourong"]["songyin-town"]["visited"]
    assert (edge["relation"], edge["claims"], edge["first"]) == ("visited", 2, "XXXX-05-16")
    assert min(edge["evidence"]).startswith("Mei Shourong came to Songyin Town")
    assert len(edge["evidence"]) == 2


def test_posts_lead_to_their_home_with_the_title():
    """A post held is an edge from the official to the body or place, with title and status."""
    graph = to_networkx(DATA)
    assert graph["mei-shourong"][slug(PARTY)]["holdsPost"]["title"] == "Secretary"
    acting = graph["tao-jinghe"]["lanting-city"]["holdsPost"]
    assert (acting["title"], acting["status"]) == ("Acting Mayor", "acting")


def test_two_posts_in_one_body_stay_two_edges():
    """A second edge of one relation between the same nodes gets a key of its own."""
    post = Post("post-2", "Member", slug(PARTY))
    edge = Edge("mei-shourong", "holdsPost", "post-2", ())
    graph = to_networkx(replace(DATA, posts=(*DATA.posts, post), edges=(*DATA.edges, edge)))
    found = graph["mei-shourong"][slug(PARTY)]
    assert set(found) == {"holdsPost", "holdsPost (2)"}
    assert {attributes["title"] for attributes in found.values()} == {"Member", "Secretary"}


def test_a_post_without_home_is_a_node():
    """A post whose body is unknown stays a node of type Post."""
    data = GraphData(
        entities=(Entity("a", "Official", "A"),),
        posts=(Post("p", "Inspector"),),
        edges=(Edge("a", "holdsPost", "p", ()),),
    )
    graph = to_networkx(data)
    assert graph.nodes["p"]["type"] == "Post"
    assert graph["a"]["p"]["holdsPost"]["title"] == "Inspector"


def test_a_tenure_without_edge_is_shown():
    """A former post that gave no plain edge still leads to its body, with its status."""
    data = GraphData(
        entities=(Entity("a", "Official", "A"), Entity("b", "Body", "B")),
        posts=(Post("p", "Director", "b"),),
        tenures=(Tenure("t", "a", "p", "former", "2019", "2020", ()),),
    )
    edge = to_networkx(data)["a"]["b"]["holdsPost"]
    assert (edge["status"], edge["first"], edge["last"]) == ("former", "2019", "2020")


def test_undefined_ends_are_visible():
    """A name that an edge uses and nothing defines becomes a node of type Unknown."""
    graph = to_networkx(
        GraphData(entities=(Entity("a", "Official", "A"),), edges=(Edge("a", "met", "ghost", ()),))
    )
    assert graph.nodes["ghost"]["type"] == "Unknown"


def test_events_lead_to_those_who_took_part_in_order():
    """A visit has edges to its principal, its companions and its stops, with their order."""
    graph = to_networkx(DATA)
    companions = {graph["visit-1"][slug(name)]["companion"]["position"]: name for name, _, _ in PEOPLE[1:]}
    assert [companions[at] for at in sorted(companions)] == [name for name, _, _ in PEOPLE[1:]]
    assert [graph["visit-1"][slug(name)]["stop"]["position"] for _, name in STOPS] == list(range(1, 9))


def test_planned_and_directed_claims_give_no_edge():
    """What was only planned or demanded is no edge and adds no sentence to one."""
    graph = to_networkx(DATA)
    assert not graph.has_edge("tao-jinghe", slug(STOPS[6][1]))
    evidence = graph["mei-shourong"]["hongye-bearings"]["visited"]["evidence"]
    assert not any("will visit" in sentence for sentence in evidence)


def test_repeated_attributes_become_lists():
    """An attribute that an entity has twice keeps both values."""
    entity = Entity(
        "a", "Project", "A", attributes=(("phase", "built"), ("phase", "planned"), ("amount", "7"))
    )
    attributes = to_networkx(GraphData(entities=(entity,))).nodes["a"]
    assert attributes["phase"] == ["built", "planned"]
    assert attributes["amount"] == "7"


def test_graphml_is_read_back():
    """The reader of networkx finds the same nodes, ends and relations, and unique edge ids."""
    graph, back = to_networkx(DATA), networkx.read_graphml(io.BytesIO(graphml(DATA)), force_multigraph=True)
    assert set(back) == set(graph)
    ends = sorted((a, b, d["relation"]) for a, b, d in back.edges(data=True))
    assert ends == sorted((a, b, d["relation"]) for a, b, d in graph.edges(data=True))
    keys = [key for _, _, key in back.edges(keys=True)]
    assert len(set(keys)) == len(keys)
    assert back.nodes["mei-shourong"]["names"] == "Comrade Shourong | the Secretary"


def gexf(data: GraphData) -> bytes:
    """Return GEXF as bytes."""
    stream = io.BytesIO()
    write_gexf(data, stream)
    return stream.getvalue()


def test_gexf_is_read_back():
    """The reader of networkx finds the same nodes and edges, with labels, and claims as weights."""
    graph, back = to_networkx(DATA), networkx.read_gexf(io.BytesIO(gexf(DATA)))
    assert {node: attributes["label"] for node, attributes in back.nodes(data=True)} == {
        node: attributes["label"] for node, attributes in graph.nodes(data=True)
    }
    ends = sorted((a, b, d["label"]) for a, b, d in back.edges(data=True))
    assert ends == sorted((a, b, d["relation"]) for a, b, d in graph.edges(data=True))
    weights = {(a, b): d["weight"] for a, b, d in back.edges(data=True) if d["label"] == "visited"}
    assert weights["mei-shourong", "songyin-town"] == 2


def test_gexf_has_no_clock():
    """The day on which the file is written leaves no trace in it."""
    assert b"lastmodifieddate" not in gexf(DATA)


def test_attributes_with_a_meaning_in_gexf_are_left_out():
    """An attribute called "viz" or "start" cannot make its node unreadable."""
    odd = Entity("a", "Project", "A", attributes=(("viz", "x"), ("start", "y"), ("phase", "built")))
    back = networkx.read_gexf(io.BytesIO(gexf(GraphData(entities=(odd,)))))
    assert back.nodes["a"]["phase"] == "built"
    assert not {"viz", "start"} & set(back.nodes["a"])


def test_node_link_is_read_back():
    """The reader of networkx rebuilds the same graph from the JSON, which is plain ASCII."""
    stream = io.BytesIO()
    write_node_link(DATA, stream)
    value = json.loads(stream.getvalue().decode("ascii"))
    assert value == json.loads(json.dumps(to_node_link(DATA)))
    back = networkx.node_link_graph(value, edges="edges")
    assert networkx.utils.graphs_equal(back, to_networkx(DATA))


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(), max_size=30))
def test_any_name_gives_well_formed_files(name: str):
    """Control characters and lone surrogates in names break neither GraphML nor GEXF nor JSON."""
    data = GraphData(entities=(Entity("a", "Official", name, labels=((name + "'", "en"),)),))
    back = networkx.read_graphml(io.BytesIO(graphml(data)))
    assert set(back) == set(networkx.read_gexf(io.BytesIO(gexf(data)))) == {"a"}
    stream = io.BytesIO()
    write_node_link(data, stream)
    assert json.loads(stream.getvalue())["nodes"][0]["label"] == name


@pytest.mark.parametrize("write", [write_graphml, write_gexf, write_node_link])
def test_the_order_of_the_tuples_changes_nothing(write):
    """Reversed input gives the same bytes."""
    back = GraphData(
        *(
            value[::-1] if isinstance(value := getattr(DATA, item.name), tuple) else value
            for item in fields(DATA)
        )
    )
    first, second = io.BytesIO(), io.BytesIO()
    write(DATA, first)
    write(back, second)
    assert first.getvalue() == second.getvalue()


def test_event_edges_rest_on_the_claims_of_the_event():
    """The edge from a visit to a stop quotes what was said of that stop."""
    edge = to_networkx(DATA)["visit-1"]["qingshui-brewery"]["stop"]
    assert edge["evidence"] == [
        "Mei Shourong came to Qingshui Brewery and learned about production in detail."
    ]
    assert post_id("Mei Shourong") not in to_networkx(DATA)
