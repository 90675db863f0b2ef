"""The command line: what it hands on, what it says, and how it ends."""

from __future__ import annotations

import io
import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest
from rich.console import Console
from typer.testing import CliRunner

import graphbuild
from graphbuild import cli
from graphbuild.errors import ModelError, ReadError
from graphbuild.export.iris import DEFAULT_BASE
from graphbuild.graph import DEFAULT_TITLE, Graph
from graphbuild.model import GraphData

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from click.testing import Result

Calls = list[tuple[list[str], dict[str, Any]]]


def _run(*arguments: object) -> Result:
    return CliRunner().invoke(cli.app, [str(argument) for argument in arguments])


class _FakePipeline(ModuleType):
    """Stands in for the pipeline: reads nothing, and reports what it is told to."""

    def __init__(self, data: GraphData, problems: tuple[ReadError, ...] = ()) -> None:
        super().__init__("graphbuild.pipeline")
        self.data = data
        self.problems = problems
        self.failure: BaseException | None = None
        self.calls: Calls = []

    def build(self, sources: list[str], **options: Any) -> Graph:
        self.calls.append((sources, options))
        if self.failure is not None:
            raise self.failure
        for problem in self.problems:
            options["on_problem"](problem)
        for document in self.data.documents:
            options["on_progress"](document)
        return Graph(self.data, self.problems)


@pytest.fixture
def pipeline(data: GraphData, monkeypatch: pytest.MonkeyPatch) -> Iterator[_FakePipeline]:
    """Put a fake in the place of `graphbuild.pipeline`, and of the slower exporters."""
    fake = _FakePipeline(data)
    monkeypatch.setitem(sys.modules, "graphbuild.pipeline", fake)
    monkeypatch.setattr(graphbuild, "pipeline", fake, raising=False)
    monkeypatch.setattr(Graph, "to_turtle", lambda self, base: f"turtle under {base}")
    monkeypatch.setattr(Graph, "to_html", lambda self, title: f"page called {title}")
    return fake


def test_without_arguments_comes_help() -> None:
    """The bare command teaches by example."""
    result = _run()
    assert "graphbuild build article.txt" in result.output


def test_version() -> None:
    """`--version` prints the version and ends well."""
    result = _run("--version")
    assert (result.exit_code, result.stdout) == (0, f"graphbuild {graphbuild.__version__}\n")


@pytest.mark.parametrize("arguments", [["--help"], ["build", "--help"], ["build", "-h"]])
def test_help_has_examples(arguments: list[str]) -> None:
    """Every help page ends with examples."""
    result = _run(*arguments)
    assert result.exit_code == 0
    assert "Examples" in result.stdout


def test_files_are_written(pipeline: _FakePipeline, tmp_path: Path) -> None:
    """Turtle and the page are written unless other formats are named; the exit status is 0."""
    result = _run("build", "a.txt", "b", "-o", tmp_path)
    assert result.exit_code == 0
    assert pipeline.calls[0][0] == ["a.txt", "b"]
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {
        "graph.ttl": f"turtle under {DEFAULT_BASE}",
        "graph.html": f"page called {DEFAULT_TITLE}",
    }


def test_options_are_handed_on(pipeline: _FakePipeline, tmp_path: Path) -> None:
    """Every option reaches the pipeline or the exporter that it is for."""
    options = [
        "--locus",
        "Yufeng",
        "--model",
        "other",
        "--jobs",
        "2",
        "--base",
        "https://example.org/id/",
        "--title",
        "T",
    ]
    result = _run("build", "a.txt", "-o", tmp_path, *options)
    assert result.exit_code == 0
    handed = pipeline.calls[0][1]
    assert {key: handed[key] for key in ("locus", "model", "jobs")} == {
        "locus": "Yufeng",
        "model": "other",
        "jobs": 2,
    }
    assert (tmp_path / "graph.ttl").read_text() == "turtle under https://example.org/id/"
    assert (tmp_path / "graph.html").read_text() == "page called T"


def test_options_not_given_are_left_to_the_pipeline(pipeline: _FakePipeline, tmp_path: Path) -> None:
    """Without options the defaults are those of the library."""
    _run("build", "a.txt", "-o", tmp_path)
    assert set(pipeline.calls[0][1]) == {"jobs", "on_problem", "on_progress"}


def test_formats_are_chosen(pipeline: _FakePipeline, tmp_path: Path) -> None:
    """Only the formats that are named are written, each once."""
    result = _run("build", "a.txt", "-o", tmp_path, "--format", "ttl, ttl")
    assert result.exit_code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["graph.ttl"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["build"],
        ["build", "a", "--format", "docx"],
        ["build", "a", "--format", ","],
        ["build", "a", "--base", "not an IRI"],
        ["build", "a", "--jobs", "0"],
    ],
)
def test_wrong_arguments(pipeline: _FakePipeline, arguments: list[str]) -> None:
    """A wrong argument ends with status 2 before anything is read."""
    assert _run(*arguments).exit_code == 2
    assert pipeline.calls == []


def test_summary(pipeline: _FakePipeline, tmp_path: Path) -> None:
    """The summary on standard output counts what was read, built and held back."""
    result = _run("build", "a.txt", "-o", tmp_path)
    rows = dict(line.rsplit(None, 1) for line in result.stdout.splitlines() if line.rstrip()[-1:].isdigit())
    assert {name.strip(): int(count) for name, count in rows.items()} == {
        "documents": 1,
        "sentences read": 2,
        "problems": 0,
        "entities": 3,
        "Official": 2,
        "Enterprise": 1,
        "edges": 2,
        "visited": 1,
        "accompanied": 1,
        "claims kept out of the edges": 1,
        "planned": 1,
    }
    assert result.stderr == ""


def test_problems_are_lines(pipeline: _FakePipeline, tmp_path: Path) -> None:
    """Each problem is one line, however long or hostile the name; the others are built; status 1."""
    long = "x" * 300
    pipeline.problems = (ReadError("a\x1b[2J\nb.txt", "is empty"), ReadError(long, "is [red]no[/red] text"))
    result = _run("build", "in", "-o", tmp_path)
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        "graphbuild: a\\x1b[2J\\nb.txt: is empty",
        f"graphbuild: {long}: is [red]no[/red] text",
    ]
    assert (tmp_path / "graph.ttl").exists()


def test_nothing_read_writes_nothing(pipeline: _FakePipeline, tmp_path: Path) -> None:
    """If no source could be read an earlier graph stays, and the status is 1."""
    (tmp_path / "graph.ttl").write_text("old")
    pipeline.data = GraphData()
    result = _run("build", "a.txt", "-o", tmp_path)
    assert result.exit_code == 1
    assert "nothing was written" in result.stderr
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"graph.ttl": "old"}


def test_an_interrupt_is_one_line(pipeline: _FakePipeline, tmp_path: Path) -> None:
    """Ctrl-C ends with status 130 and one line, and nothing is written."""
    pipeline.failure = KeyboardInterrupt()
    result = _run("build", "a.txt", "-o", tmp_path / "output")
    assert (result.exit_code, result.stderr.count("\n")) == (130, 1)
    assert list(tmp_path.iterdir()) == []


def test_a_failure_of_our_own_is_one_line(pipeline: _FakePipeline, tmp_path: Path) -> None:
    """A model that is not installed gives its message and status 1, not a traceback."""
    pipeline.failure = ModelError("no_such_model is not installed")
    result = _run("build", "a.txt", "-o", tmp_path / "output")
    assert (result.exit_code, result.stderr) == (1, "graphbuild: no_such_model is not installed\n")


def test_a_folder_that_cannot_be_written(pipeline: _FakePipeline, tmp_path: Path) -> None:
    """An output that is a file is named, and stays."""
    (tmp_path / "output").write_text("old")
    result = _run("build", "a.txt", "-o", tmp_path / "output")
    assert result.exit_code == 1
    assert "output: cannot be written" in result.stderr
    assert (tmp_path / "output").read_text() == "old"


def test_progress_shows_on_a_terminal(data: GraphData) -> None:
    """On a terminal the number of articles read is shown while they are read."""
    screen = io.StringIO()
    with cli._progress(Console(file=screen, force_terminal=True, width=80)) as advance:
        advance(data.documents[0])
    assert "articles read: 1" in screen.getvalue()


def test_progress_is_quiet_in_a_pipe(data: GraphData) -> None:
    """Without a terminal nothing is shown."""
    pipe = io.StringIO()
    with cli._progress(Console(file=pipe)) as advance:
        advance(data.documents[0])
    assert pipe.getvalue() == ""
