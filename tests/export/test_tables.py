"""Tables as CSV and Parquet: read back by pandas and pyarrow, and safe in a spreadsheet."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pandas
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from graphbuild.export.csv_tables import harmless, write_csv
from graphbuild.export.parquet_tables import write_parquet
from graphbuild.export.tables import TABLES, Table
from graphbuild.model import Entity, GraphData, Post
from tests.export.test_turtle import HOSTILE, hostile_graph
from tests.samples import CLAIMS, LU, MAYOR, SILO, VISIT, sample

BY_NAME = {table.name: table for table in TABLES}
each_table = pytest.mark.parametrize("name", BY_NAME)
FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1+1",
    '=HYPERLINK("https://evil.example")',
]


def as_csv(data: GraphData, name: str) -> pandas.DataFrame:
    """Return a table as pandas reads it from CSV, every cell as text."""
    stream = io.BytesIO()
    write_csv(data, stream, BY_NAME[name])
    return pandas.read_csv(io.BytesIO(stream.getvalue()), dtype=str, keep_default_na=False)


def as_parquet(data: GraphData, name: str) -> list[dict[str, object]]:
    """Return the rows of a table as pyarrow reads them from Parquet."""
    stream = io.BytesIO()
    write_parquet(data, stream, BY_NAME[name])
    return parquet.read_table(io.BytesIO(stream.getvalue())).to_pylist()


@each_table
def test_csv_and_parquet_hold_the_same_rows(name: str) -> None:
    """Both formats have the columns of the table and one row for each value."""
    frame, rows = as_csv(sample(), name), as_parquet(sample(), name)
    assert list(frame.columns) == [column for column, _ in BY_NAME[name].columns]
    assert len(frame) == len(rows) > 0
    assert list(rows[0]) == list(frame.columns)


@each_table
def test_the_same_bytes_again(name: str) -> None:
    """A table is the same file in every run and in any order of the parts."""
    reverse = replace(sample(), edges=sample().edges[::-1], claims=sample().claims[::-1])
    for write in (write_csv, write_parquet):
        first, second = io.BytesIO(), io.BytesIO()
        write(sample(), first, BY_NAME[name])
        write(reverse, second, BY_NAME[name])
        assert first.getvalue() == second.getvalue()


def test_edges_say_who_and_why() -> None:
    """An edge has the names of its ends, its dates, how many claims it has, and their sentences."""
    rows = as_parquet(sample(), "edges")
    (edge,) = [row for row in rows if row["subject"] == LU and row["object"] == SILO]
    assert (edge["subject_label"], edge["relation"], edge["claims"]) == ("Lu Qinghe", "visited", 1)
    assert edge["evidence"][0].startswith("He first called at")
    (held,) = [row for row in rows if row["object"] == MAYOR.id]
    assert held["object_label"] == "Acting Mayor, Yunmo City"


def test_types_are_those_of_the_values() -> None:
    """Numbers are numbers, several texts are a list, and what is not known is null."""
    rows = {row["id"]: row for row in as_parquet(sample(), "claims")}
    claim = next(claim for claim in CLAIMS if claim.position == 1)
    assert (rows[claim.id]["confidence"], rows[claim.id]["position"]) == (0.9, 1)
    (project,) = [row for row in as_parquet(sample(), "entities") if row["id"] == SILO]
    assert (project["amount"], project["currency"]) == (120_500_000.0, "CNY")
    (visit,) = [row for row in as_parquet(sample(), "events") if row["id"] == VISIT]
    assert visit["topics"] == ["grain storage"]


def test_ids_lead_from_table_to_table() -> None:
    """Every end of an edge is an entity, a post or an event."""
    nodes = {row["id"] for name in ("entities", "posts", "events") for row in as_parquet(sample(), name)}
    assert {row[end] for row in as_parquet(sample(), "edges") for end in ("subject", "object")} <= nodes


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_is_only_text(text: str) -> None:
    """No cell of a CSV file begins as a formula does; in Parquet the text is as it was."""
    data = GraphData(entities=(Entity("place-x", "Place", text),), posts=(Post("post-x", text),))
    for name, column in (("entities", "label"), ("posts", "title")):
        assert list(as_csv(data, name)[column]) == [f"'{text}"]
        assert [row[column] for row in as_parquet(data, name)] == [text]


@each_table
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_strings_stay_in_their_cells(name: str, text: str) -> None:
    """Whatever a text holds, the file has as many rows and columns as without it."""
    data = hostile_graph(text)
    stream = io.BytesIO()
    write_csv(data, stream, BY_NAME[name])
    rows = list(csv.reader(io.StringIO(stream.getvalue().decode(), newline="")))
    assert {len(row) for row in rows} == {len(BY_NAME[name].columns)}
    assert len(rows) == len(as_parquet(data, name)) + 1


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=()), max_size=20))
def test_a_harmless_cell_is_the_text_with_at_most_an_apostrophe(text: str) -> None:
    """Nothing but the apostrophe is added, and nothing begins as a formula."""
    assert harmless(text) in {text, f"'{text}"}
    assert not harmless(text).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_a_table_without_rows_has_its_header() -> None:
    """A graph of nothing gives files that can be read."""
    for table in TABLES:
        assert as_parquet(GraphData(), table.name) == []
        assert len(as_csv(GraphData(), table.name)) == 0
        assert isinstance(table, Table)
