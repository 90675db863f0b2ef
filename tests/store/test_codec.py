"""graphbuild/store/codec.py: values of the model as columns, and back without loss."""

from __future__ import annotations

import io

import pyarrow
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from graphbuild.model import Claim, Document, Extraction
from graphbuild.store import codec
from graphbuild.store.tables import TABLES
from tests.extractions import ANY_TEXT, CLAIMS, EXTRACTIONS
from tests.samples import sample


def stored(table: pyarrow.Table) -> pyarrow.Table:
    """Return a table after it was written as Parquet and read."""
    stream = io.BytesIO()
    parquet.write_table(table, stream)
    return parquet.read_table(stream)


@given(st.lists(EXTRACTIONS, max_size=4))
@settings(max_examples=60, deadline=None)
def test_extractions_come_back_as_they_were(values: list[Extraction]) -> None:
    """Whatever was read in a document survives the file, the name of its source too."""
    back = codec.rows(Extraction, stored(codec.table(Extraction, values)))
    assert back == values
    assert [value.document.source for value in back] == [value.document.source for value in values]
    assert [value.document.id for value in back] == [value.document.id for value in values]


@given(st.lists(CLAIMS, max_size=6), st.integers(0, 6), st.integers(0, 6))
@settings(max_examples=60, deadline=None)
def test_any_part_of_a_table_can_be_read(values: list[Claim], start: int, length: int) -> None:
    """A slice of a table gives the values of the slice."""
    part = codec.table(Claim, values).slice(start, length)
    assert codec.rows(Claim, part) == values[start : start + length]


@given(ANY_TEXT)
def test_any_text_can_be_stored(text: str) -> None:
    """What is stored is UTF-8, and text without lone surrogates is stored as it is."""
    (cell,) = codec.encode(str, [text]).to_pylist()
    cell.encode("utf-8")
    assert codec.decode(str, codec.encode(str, [text])) == [text]
    if "\U0010ffff" not in text and not any("\ud800" <= char <= "\udfff" for char in text):
        assert cell == text


@pytest.mark.parametrize("name", TABLES)
def test_parts_of_a_graph_come_back(name: str) -> None:
    """Every kind of value that a graph has can be stored."""
    values = list(getattr(sample(), name))
    assert values
    assert codec.rows(TABLES[name], stored(codec.table(TABLES[name], values))) == values


def test_columns_have_types_and_names() -> None:
    """Those who query see fields, lists and structs, not packed bytes."""
    schema = codec.schema(Extraction)
    assert schema.field("sentences_read").type == pyarrow.int64()
    mention = schema.field("mentions").type.value_type
    assert [field.name for field in mention] == ["document", "span", "type", "text", "name", "refers_to"]
    assert {"text", "url", "published", "id"} <= {field.name for field in codec.schema(Document)}
