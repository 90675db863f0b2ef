"""Links to Wikidata through the library, the command and the workspace."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

import graphbuild
from graphbuild import workspace
from graphbuild.cli import app
from graphbuild.errors import DecisionError

ARTICLE = "On May 3, 2019, Tan Yishan, mayor of Yunmo City, visited Henglu Paper Co., Ltd. in Yunmo City.\n"
TABLE = "name\twikidata\tpost\nTan Yishan\tQ99999901\tMayor\nNobody Here\tQ99999902\t\n"
SAME = "owl:sameAs <http://www.wikidata.org/entity/Q99999901>"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Return a folder with an article and a table beside it."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "one.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "links.tsv").write_text(TABLE, encoding="utf-8")
    return folder


def test_the_library_links(corpus: Path) -> None:
    """`build` sets the attribute, writes owl:sameAs, and keeps what was not used."""
    graph = graphbuild.build([corpus / "one.txt"], links=corpus / "links.tsv")
    (tan,) = graph.find("Tan Yishan")
    assert ("wikidata", "Q99999901") in tan.attributes
    assert SAME in graph.to_turtle()
    assert [each.line for each in graph.unused] == [3]
    with pytest.raises(DecisionError, match=r"none\.tsv: cannot be read"):
        graphbuild.build([corpus / "one.txt"], links=corpus / "none.tsv")


def test_a_workspace_remembers_its_table(corpus: Path, tmp_path: Path) -> None:
    """The table is read again by each command, so a row that is corrected counts at once."""
    output = tmp_path / "output"
    update = workspace.build(output, [corpus / "one.txt"], links=corpus / "links.tsv", formats=["ttl"])
    assert SAME in (output / "graph.ttl").read_text("utf-8")
    assert [each.line for each in update.unused] == [3]
    assert graphbuild.open(output).links == corpus / "links.tsv"
    (corpus / "links.tsv").write_text(TABLE.replace("99999901", "99999909"), encoding="utf-8")
    (corpus / "two.txt").write_text("On June 1, 2019, Tan Yishan, mayor of Yunmo City, spoke.\n", "utf-8")
    workspace.add(output, [corpus / "two.txt"])
    assert "entity/Q99999909>" in (output / "graph.ttl").read_text("utf-8")


def test_the_command_finds_the_table_beside_the_articles(corpus: Path, tmp_path: Path) -> None:
    """Without --links it is links.tsv beside the articles; a row without effect is one line."""
    output = tmp_path / "output"
    result = CliRunner().invoke(app, ["build", str(corpus), "-o", str(output), "-f", "ttl,quickstatements"])
    assert result.exit_code == 0, result.output
    assert "no entity of the graph is meant by Nobody Here" in " ".join(result.output.split())
    assert SAME in (output / "graph.ttl").read_text("utf-8")


def test_the_command_takes_another_table(corpus: Path, tmp_path: Path) -> None:
    """--links names a table, to build and to add; one that cannot be used stops both in one line."""
    output, other = tmp_path / "output", tmp_path / "other.tsv"
    other.write_text("name\twikidata\nYunmo City\tQ99999907\n", encoding="utf-8")
    article = str(corpus / "one.txt")
    built = CliRunner().invoke(app, ["build", article, "-o", str(output), "-f", "ttl", "--links", str(other)])
    assert built.exit_code == 0, built.output
    text = (output / "graph.ttl").read_text("utf-8")
    assert "Q99999907" in text
    assert SAME not in text
    added = ["add", article, "-o", str(output), "--links", str(corpus / "links.tsv")]
    assert CliRunner().invoke(app, added).exit_code == 0
    assert SAME in (output / "graph.ttl").read_text("utf-8")
    other.write_text("name\n", encoding="utf-8")
    broken = CliRunner().invoke(app, ["add", article, "-o", str(output), "--links", str(other)])
    assert broken.exit_code != 0
    assert "no column wikidata" in " ".join(broken.output.split())
