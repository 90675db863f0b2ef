"""The command ``graphbuild query``: through its entry point, as it is typed."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from graphbuild import cli
from graphbuild.graph import Graph
from graphbuild.sparql import shipped
from tests.samples import sample


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an output folder with the sample."""
    place = tmp_path_factory.mktemp("output")
    (place / "graph.ttl").write_text(Graph(sample()).to_turtle(), encoding="utf-8")
    return place


def run(*arguments: object, given: str | None = None) -> Result:
    """Run the command."""
    return CliRunner().invoke(cli.app, ["query", *map(str, arguments)], input=given)


def test_the_list_has_every_question() -> None:
    """`--list` shows each question with its parameters and needs no graph."""
    listed = run("--list").stdout
    assert [each.name for each in shipped() if f"{each.name}  {each.asks}" not in listed] == []
    assert '[--who "' in listed


def test_a_table(folder: Path) -> None:
    """A terminal gets a table, and the number of rows beside it."""
    result = run(folder, "posts", "--who", "Han Moyu")
    assert result.exit_code == 0
    assert "Deputy Mayor" in result.stdout
    assert result.stderr == "1 row\n"


@pytest.mark.parametrize(
    "arguments", [["--who=Han Moyu"], ["--who", "han moyu"], ["--who", "Nobody Else", "--who", "Han Moyu"]]
)
def test_parameters_are_options(folder: Path, arguments: list[str]) -> None:
    """A parameter is given as any option is; given twice it asks for either."""
    rows = list(csv.reader(io.StringIO(run(folder, "posts", "--format", "csv", *arguments).stdout)))
    assert [row[0] for row in rows] == ["official", "Han Moyu"]


def test_other_formats(folder: Path) -> None:
    """JSON and Turtle are what their names say, and CONSTRUCT is Turtle unasked."""
    found = json.loads(run(folder, "ASK { ?s ?p ?o }", "-f", "json").stdout)
    assert found["boolean"] is True
    assert run(folder, "profile", "--who", "Lu Qinghe").stdout.startswith("@prefix")


def test_an_answer_goes_to_a_file(folder: Path, tmp_path: Path) -> None:
    """`--output` writes by the ending, and says what it wrote."""
    path = tmp_path / "posts.csv"
    result = run(folder, "posts", "-o", path)
    assert result.exit_code == 0
    assert result.stdout == ""
    assert path.read_text("utf-8").startswith("official,title,where")
    assert result.stderr.startswith(f"wrote {path}: ")
    assert run(folder, "posts", "-o", tmp_path / "posts.docx").exit_code == 2


def test_a_question_from_standard_input(folder: Path) -> None:
    """`-` reads the query."""
    assert "41" in run(folder, "-", given="SELECT (40 + 1 AS ?n) {}").stdout


def test_a_limit_is_told(folder: Path) -> None:
    """A table that is cut says how to get the rest."""
    result = run(folder, "posts", "--limit", "2")
    assert result.stderr == "the first 2 rows; --limit 0 or --format csv gives all\n"
    assert "first" not in run(folder, "posts", "--limit", "0").stderr


def test_values_cannot_move_the_cursor(folder: Path) -> None:
    """What a graph holds is shown, not obeyed."""
    assert "\x1b" not in run(folder, 'SELECT ("\\u001b[2J[red]x" AS ?x) {}').stdout


def test_show_prints_the_query() -> None:
    """`--show` gives the SPARQL of a shipped question."""
    assert run("visits", "--show").stdout.startswith("# Who visited what")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["posts", "--who", "Han Moju"], "did you mean Han Moyu?"),
        (["pots"], "did you mean posts"),
        (["posts", "--whom", "x"], "posts has no parameter whom; choose from who"),
        (["paths"], "paths needs who"),
        (["DELETE WHERE { ?s ?p ?o }"], "not a query (SELECT"),
        (["SELECT * { SERVICE <http://x.example/> { ?s ?p ?o } }"], "SERVICE"),
        (["missing.rq"], "no shipped question"),
    ],
)
def test_what_is_wrong_is_one_line(folder: Path, arguments: list[str], said: str) -> None:
    """Each mistake is one line with what would be right, and status 1."""
    result = run(folder, *arguments)
    assert result.exit_code == 1
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    assert line.startswith("graphbuild: ")
    assert said in line


@pytest.mark.parametrize("arguments", [[], ["posts"], ["out", "posts", "loose"], ["out", "posts", "--who"]])
def test_wrong_arguments(arguments: list[str]) -> None:
    """What cannot be an option of the question is a wrong argument."""
    assert run(*arguments).exit_code == 2
