"""graphbuild/export/followthemoney.py: every line is an entity that FollowTheMoney takes as it stands."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from followthemoney import model

from graphbuild.export.followthemoney import write_followthemoney
from graphbuild.model import Entity, GraphData
from tests.export.test_turtle import HOSTILE, hostile_graph
from tests.samples import DIRECTOR, JINSUI, LU, PENG, QIAO, QINGWU, SILO, VISIT, VISIT_DOCUMENT, sample


def entities(data: GraphData) -> list[dict[str, Any]]:
    """Return the lines of a graph."""
    stream = io.BytesIO()
    write_followthemoney(data, stream)
    return [json.loads(line) for line in stream.getvalue().split(b"\n")[:-1]]


def one(name: str) -> dict[str, Any]:
    """Return an entity of the sample by its id."""
    (found,) = [each for each in entities(sample()) if each["id"] == name]
    return found


def linking(schema: str, start: str, end: str) -> dict[str, Any]:
    """Return the properties of the first entity of a schema that links two others."""
    source, target = model.get(schema).edge_source, model.get(schema).edge_target
    found = [
        each["properties"]
        for each in entities(sample())
        if each["schema"] == schema
        and (each["properties"][source], each["properties"][target]) == ([start], [end])
    ]
    return found[0]


def test_every_entity_is_valid_and_nothing_is_dropped() -> None:
    """The package's own model validates each entity, and cleaning its values changes none away."""
    for entity in entities(sample()):
        schema = model.get(entity["schema"])
        assert schema is not None
        assert not schema.abstract
        schema.validate(entity)
        proxy = model.get_proxy({**entity, "properties": {}}, cleaned=False)
        for name, values in entity["properties"].items():
            proxy.add(name, values)
        kept = {name: set(proxy.get(name)) for name in entity["properties"]}
        assert {name: len(values) for name, values in kept.items()} == {
            name: len(values) for name, values in entity["properties"].items()
        }


def test_links_lead_to_entities_of_the_right_schema() -> None:
    """Every value that is an entity is one of the file, of a schema that the property allows."""
    schemata = {each["id"]: model.get(each["schema"]) for each in entities(sample())}
    for entity in entities(sample()):
        for name, values in entity["properties"].items():
            wanted = model.get(entity["schema"]).properties[name].range
            if wanted is not None:
                assert all(schemata[value].is_a(wanted) for value in values), (entity["id"], name)


def test_a_visit_is_an_event_with_those_involved() -> None:
    """A visit has its days, places, people and the sentences that tell of it."""
    visit = one(VISIT)
    assert visit["schema"] == "Event"
    found = visit["properties"]
    assert (found["startDate"], found["organizer"]) == (["2021-04-27"], [LU])
    assert set(found["involved"]) >= {LU, QIAO, JINSUI}
    assert found["location"] == ["Qingwu County"]
    assert found["proof"] == [f"doc-{VISIT_DOCUMENT.id}"]


def test_posts_are_positions_and_tenures_occupancies() -> None:
    """Who held which post is an Occupancy of a Position."""
    assert one(DIRECTOR.id)["properties"]["name"] == ["Director, Yunmo Grain Bureau"]
    assert linking("Occupancy", QIAO, DIRECTOR.id)["status"] == ["held"]


def test_edges_become_the_schema_that_says_most() -> None:
    """A chairman is a Directorship, work on a project a participation, a visit a link with its role."""
    assert linking("Directorship", PENG, JINSUI)["role"] == ["chairs"]
    assert linking("ProjectParticipant", JINSUI, SILO)["proof"]
    assert linking("UnknownLink", LU, QINGWU)["role"] == ["visited"]


def test_ids_are_unique() -> None:
    """No entity comes twice."""
    ids = [each["id"] for each in entities(sample())]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_strings_stay_in_their_lines(text: str) -> None:
    """Whatever a text holds, every line is one entity."""
    assert all(set(each) == {"id", "schema", "properties"} for each in entities(hostile_graph(text)))


def test_an_amount_that_is_no_number_is_left_out() -> None:
    """Only numbers are amounts, and only codes are currencies."""
    odd = Entity("project-x", "Project", "X", attributes=(("amount", "much"), ("currency", "shells")))
    (entity,) = entities(GraphData(entities=(odd,)))
    assert entity["properties"] == {"name": ["X"]}


def test_items_of_wikidata_are_kept() -> None:
    """An entity whose item is known has it as wikidataId; what is no id of an item is dropped."""
    known = Entity("official-a", "Official", "Tan Yishan", attributes=(("wikidata", "Q99999901"),))
    hostile = Entity("official-b", "Official", "Tan Yishan", attributes=(("wikidata", "Q1\nx"),))
    one_, two = (each["properties"] for each in entities(GraphData(entities=(known, hostile))))
    assert one_["wikidataId"] == ["Q99999901"]
    assert "wikidataId" not in two
