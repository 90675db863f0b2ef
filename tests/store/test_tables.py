"""graphbuild/store/tables.py: the parts of a graph on disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphbuild.errors import StoreError
from graphbuild.export.turtle import to_turtle
from graphbuild.model import GraphData
from graphbuild.store import tables
from graphbuild.store.tables import TABLES, Tables
from tests.samples import sample


@pytest.fixture
def stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tables:
    """Return the tables of the sample, in row groups of two."""
    monkeypatch.setattr(tables, "_ROWS", 2)
    tables.write(tmp_path / "graph", sample(), sentences_read=7)
    return Tables(tmp_path / "graph")


def test_a_graph_comes_back_whole(stored: Tables) -> None:
    """What is loaded is what was written, and makes the same Turtle."""
    loaded = stored.load()
    assert {name: getattr(loaded, name) for name in TABLES} == {
        name: tuple(getattr(sample(), name)) for name in TABLES
    }
    assert loaded.sentences_read == 7
    assert to_turtle(loaded) == to_turtle(sample())


def test_parts_can_be_iterated_again_and_again(stored: Tables) -> None:
    """A part on disk is as good as one in memory to whoever only iterates."""
    assert list(stored.claims) == list(stored.claims) == list(sample().claims)
    assert stored.count("claims") == len(sample().claims)


def test_tables_can_be_queried(stored: Tables) -> None:
    """Each part is a view in DuckDB, claims by the ids that edges rest on."""
    connection = stored.connect()
    for name in TABLES:
        assert connection.view(name).count("*").fetchall() == [(len(getattr(sample(), name)),)]
    resting = connection.sql(
        "SELECT count(*) FROM (SELECT unnest(claims) AS id FROM edges) JOIN claims USING (id)"
    ).fetchall()
    assert resting == [(sum(len(edge.claims) for edge in sample().edges),)]


def test_an_empty_graph_has_tables_too(tmp_path: Path) -> None:
    """Nothing is a graph as well: its tables have columns and no rows."""
    tables.write(tmp_path / "graph", GraphData(), 0)
    assert Tables(tmp_path / "graph").load() == GraphData()


def test_a_table_that_is_gone_is_told(stored: Tables, tmp_path: Path) -> None:
    """A damaged folder is an error with the name of the file."""
    (tmp_path / "graph" / "claims.parquet").unlink()
    with pytest.raises(StoreError, match=r"claims\.parquet: damaged or gone"):
        list(stored.claims)
