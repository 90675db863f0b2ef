"""graphbuild/export/neo4j.py: files in the grammar of neo4j-admin, whose ids all lead somewhere."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from typing import BinaryIO

import pytest

from graphbuild.export.neo4j import SEPARATOR, relationship_type, write_nodes, write_relationships
from graphbuild.model import GraphData, GraphSource
from tests.export.test_turtle import HOSTILE, hostile_graph
from tests.samples import LU, MAYOR, MEETING, QIAO, SILO, VISIT, VISIT_DOCUMENT, sample

FIELD = re.compile(r"([A-Za-z]+)?(:(ID|LABEL|START_ID|END_ID|TYPE|int|double|date|string\[\]))?")


def rows_of(write: Callable[[GraphSource, BinaryIO], None], data: GraphData) -> list[dict[str, str]]:
    """Return the rows of a file by the names in its header."""
    stream = io.BytesIO()
    write(data, stream)
    return list(csv.DictReader(io.StringIO(stream.getvalue().decode(), newline="")))


def test_headers_are_those_of_the_import() -> None:
    """Every field of a header is a name, a type, or one of the import's own."""
    for write, own in ((write_nodes, {"id:ID", ":LABEL"}), (write_relationships, {":START_ID", ":TYPE"})):
        header = list(rows_of(write, sample())[0])
        assert all(FIELD.fullmatch(field) for field in header)
        assert own <= set(header)


def test_nodes_have_their_classes() -> None:
    """Entities, posts, events and documents are nodes; an event has the class above its own too."""
    nodes = {row["id:ID"]: row for row in rows_of(write_nodes, sample())}
    assert (nodes[LU][":LABEL"], nodes[LU]["name"]) == ("Official", "Lu Qinghe")
    assert nodes[VISIT][":LABEL"].split(SEPARATOR) == ["Visit", "Event"]
    assert nodes[MAYOR.id]["name"] == "Acting Mayor, Yunmo City"
    assert float(nodes[SILO]["amount:double"]) == 120_500_000
    assert nodes[f"doc-{VISIT_DOCUMENT.id}"]["publisher"] == "Yunmo Daily"
    assert nodes[MEETING]["name"] == "Yunmo Spring Fire Conference"


def test_relationships_carry_their_sentences() -> None:
    """An edge has its sentences; a part in an event its order."""
    rows = rows_of(write_relationships, sample())
    (visited,) = [row for row in rows if (row[":START_ID"], row[":END_ID"]) == (LU, SILO)]
    assert (visited[":TYPE"], visited["claims:int"]) == ("VISITED", "1")
    assert visited["evidence:string[]"].split(SEPARATOR)[0].startswith("He first called at")
    (part,) = [row for row in rows if (row[":START_ID"], row[":END_ID"]) == (VISIT, QIAO)]
    assert (part[":TYPE"], part["position:int"]) == ("COMPANION", "2")


def test_every_relationship_joins_two_nodes() -> None:
    """The import refuses a relationship to nowhere, and an id that comes twice."""
    ids = [row["id:ID"] for row in rows_of(write_nodes, sample())]
    assert len(ids) == len(set(ids))
    rows = rows_of(write_relationships, sample())
    assert {row[end] for row in rows for end in (":START_ID", ":END_ID")} <= set(ids)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_strings_break_no_row(text: str) -> None:
    """Whatever a text holds, there is one line for each row, as the import expects."""
    for write in (write_nodes, write_relationships):
        stream = io.BytesIO()
        write(hostile_graph(text), stream)
        content = stream.getvalue().decode()
        assert len(content.splitlines()) - 1 == len(rows_of(write, hostile_graph(text)))


def test_types_are_named_as_in_cypher() -> None:
    """Types of relationships are in capitals with underscores."""
    assert relationship_type("holdsPost") == "HOLDS_POST"
    assert relationship_type("met") == "MET"
