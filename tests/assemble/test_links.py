"""Entities get the items of a table, and rows without effect are told of."""

from __future__ import annotations

from itertools import permutations

import pytest

from graphbuild.assemble import link
from graphbuild.decisions import Link, Links
from graphbuild.model import Edge, Entity, GraphData, Post

DATA = GraphData(
    entities=(
        Entity("body-tax", "Body", "Tax Bureau"),
        Entity("official-tan-1", "Official", "Tan Yishan", labels=(("谭一山", "zh"), ("Mayor Tan", "en"))),
        Entity("official-tan-2", "Official", "Tan Yishan"),
        Entity("place-heping-1", "Place", "Heping Town"),
        Entity("place-heping-2", "Place", "Heping Town"),
        Entity("place-lusha", "Place", "Lusha County"),
        Entity("place-yunmo", "Place", "Yunmo City", attributes=(("code", "cn-990100"),)),
    ),
    posts=(
        Post("post-director", "Director", "body-tax"),
        Post("post-mayor", "Mayor", "place-yunmo"),
        Post("post-own", "Member"),
    ),
    edges=(
        Edge("body-tax", "jurisdiction", "place-lusha", ("1",)),
        Edge("official-tan-1", "holdsPost", "post-mayor", ("2",)),
        Edge("official-tan-1", "holdsPost", "post-own", ("2",)),
        Edge("official-tan-2", "holdsPost", "post-director", ("3",)),
        Edge("place-heping-1", "locatedIn", "place-lusha", ("4",)),
        Edge("place-lusha", "locatedIn", "place-yunmo", ("5",)),
        Edge("place-yunmo", "locatedIn", "place-lusha", ("6",)),
    ),
)


def items(*rows: Link) -> dict[str, str]:
    """Return the items of entities."""
    data, _ = link(DATA, Links(rows, "links.tsv"))
    known = ((each.id, dict(each.attributes).get("wikidata")) for each in data.entities)
    return {name: item for name, item in known if item}


def problems(*rows: Link) -> list[str]:
    """Return what is said of rows."""
    return [str(each) for each in link(DATA, Links(rows, "links.tsv"))[1]]


@pytest.mark.parametrize(
    ("row", "entity"),
    [
        (Link("Yunmo City", "Q7"), "place-yunmo"),
        (Link("yunmo  CITY", "Q7", "Place"), "place-yunmo"),
        (Link("place-yunmo", "Q7"), "place-yunmo"),
        (Link("谭一山", "Q7"), "official-tan-1"),
        (Link("Tan Yishan", "Q7", post="mayor"), "official-tan-1"),
        (Link("Tan Yishan", "Q7", home="Yunmo City", post="Mayor"), "official-tan-1"),
        (Link("Tan Yishan", "Q7", "Official", home="Tax Bureau"), "official-tan-2"),
        (Link("Tan Yishan", "Q7", post="Director", home="Lusha County"), "official-tan-2"),
        (Link("Heping Town", "Q7", home="Lusha County"), "place-heping-1"),
    ],
)
def test_a_row_finds_its_entity(row: Link, entity: str) -> None:
    """By any of its names or its id; type, post and home tell namesakes apart, at any height."""
    assert items(row) == {entity: "Q7"}
    assert problems(row) == []


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (Link("Nobody", "Q7", line=3), "links.tsv, line 3: no entity of the graph is meant by Nobody"),
        (Link("Yunmo City", "Q7", "Body"), "is meant by Yunmo City, type Body"),
        (Link("Tan Yishan", "Q7", post="Mayor", home="Tax Bureau"), "post Mayor, home Tax Bureau"),
        (Link("Yunmo City", "Q7", home="Yunmo City"), "is meant by"),
        (Link("Tan Yishan", "Q7"), "could be any of official-tan-1, official-tan-2: add post or home"),
    ],
)
def test_a_row_without_effect_is_told_of(row: Link, problem: str) -> None:
    """No entity, or several: nothing is linked, and the row is named."""
    assert items(row) == {}
    assert problem in problems(row)[0]


def test_contradicting_rows() -> None:
    """An entity has one item and an item one entity; the first row counts."""
    two_items = (Link("Yunmo City", "Q7", line=2), Link("place-yunmo", "Q8", line=3))
    assert items(*two_items) == {"place-yunmo": "Q7"}
    assert problems(*two_items) == ["links.tsv, line 3: place-yunmo is Q7 already, by line 2"]
    two_entities = (Link("Yunmo City", "Q7"), Link("Lusha County", "Q7"))
    assert items(*two_entities) == {"place-yunmo": "Q7"}
    assert "decide so with [[merge]]" in problems(*two_entities)[0]


def test_the_order_of_good_rows_does_not_matter() -> None:
    """Rows that agree give the same graph in any order, and other attributes stay."""
    rows = (Link("Yunmo City", "Q7"), Link("place-yunmo", "Q7"), Link("Lusha County", "Q8"))
    found = {link(DATA, Links(order))[0] for order in permutations(rows)}
    (data,) = found
    (yunmo,) = (each for each in data.entities if each.id == "place-yunmo")
    assert yunmo.attributes == (("code", "cn-990100"), ("wikidata", "Q7"))
    assert link(DATA, Links()) == (DATA, ())
