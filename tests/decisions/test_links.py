"""Tables of links: what a row may say, and what is said of a table that cannot be used."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.decisions import Link, read_links
from graphbuild.errors import DecisionError


def table(folder: Path, text: str) -> Path:
    """Write a table."""
    path = folder / "links.tsv"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    return path


def test_rows_are_read(tmp_path: Path) -> None:
    """Columns stand in any order; ids may be addresses; types are spelt as in the ontology."""
    text = (
        "# who is who\r\nwikidata\tname\tTYPE\thome\tpost\r\n\r\n"
        "Q99999901\tTan  Yishan\tofficial\tYunmo City\tMayor\r\n"
        "https://www.wikidata.org/wiki/q99999902\tYunmo City\r\n"
    )
    links = read_links(table(tmp_path, text))
    assert links.rows == (
        Link("Tan Yishan", "Q99999901", "Official", "Mayor", "Yunmo City"),
        Link("Yunmo City", "Q99999902"),
    )
    assert [row.line for row in links.rows] == [4, 5]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "empty table; its first line should be name <tab> wikidata"),
        ("name\ttype\n", "line 1: no column wikidata"),
        ("name\twikidata\tqid\n", "line 1: column 'qid' is unknown or repeated"),
        ("name\tname\twikidata\n", "line 1: column 'name' is unknown or repeated"),
        ("name\twikidata\nTan\t42\n", "line 2: wikidata '42' is no id of an item, such as Q42"),
        ("name\twikidata\nTan\tP42\n", "'P42' is no id"),
        ("name\twikidata\nTan\tQ042\n", "'Q042' is no id"),
        ("name\twikidata\nTan\n", "'' is no id"),
        ("name\twikidata\n\tQ42\n", "line 2: a row without a name"),
        ("name\twikidata\nTan\tQ42\tx\n", "line 2: 3 cells under 2 columns"),
        ("name\twikidata\ttype\nTan\tQ42\tOfficail\n", "did you mean Official"),
        ("name\twikidata\ttype\nTan\tQ42\t???\n", "use one such as Official"),
        ("name\twikidata\nTan\tQ42\nTAN\tQ43\n", "line 3: TAN is Q42 in line 2: tell them apart"),
        ("name\twikidata\n" + "x" * 501 + "\tQ42\n", "more than 500 characters"),
    ],
)
def test_a_table_that_cannot_be_used(tmp_path: Path, text: str, problem: str) -> None:
    """The message names file and line, and what would be right."""
    path = table(tmp_path, text)
    with pytest.raises(DecisionError) as caught:
        read_links(path)
    assert str(caught.value).startswith(str(path))
    assert problem in str(caught.value)


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    """One that is missing, and one that is not UTF-8, are told of."""
    with pytest.raises(DecisionError, match="cannot be read"):
        read_links(tmp_path / "none.tsv")
    with pytest.raises(DecisionError, match="not UTF-8"):
        read_links(table(tmp_path, "name\twikidata\n\ud800\tQ42\n"))


@given(st.text(st.sampled_from("nameQ1\t\n\r#\ufeff\x00\x1d="), max_size=60))
@settings(deadline=None)
def test_any_text_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """Whatever a table holds, it is read, or refused with a DecisionError."""
    path = table(tmp_path_factory.mktemp("links"), f"name\twikidata\n{text}")
    with contextlib.suppress(DecisionError):
        assert all(row.name and row.wikidata[0] == "Q" for row in read_links(path).rows)
