"""The command line: what it hands on, what it says, and how it ends."""

from __future__ import annotations

import gzip
import io
import re
import subprocess
import sys
from dataclasses import replace
from types import ModuleType
from typing import TYPE_CHECKING, Any, BinaryIO

import pytest
from rich.console import Console
from typer.testing import CliRunner

import graphbuild
from graphbuild import cli
from graphbuild.cli import reporting
from graphbuild.errors import ModelError, ReadError
from graphbuild.export import html, turtle
from graphbuild.export.iris import DEFAULT_BASE
from graphbuild.graph import DEFAULT_TITLE, FORMATS, Graph
from graphbuild.model import GraphData
from graphbuild.workspace import Update

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from click.testing import Result

    from graphbuild.model import Document

Calls = list[tuple[list[str], dict[str, Any]]]


def _run(*arguments: object) -> Result:
    return CliRunner().invoke(cli.app, [str(argument) for argument in arguments])


class _FakeWorkspace(ModuleType):
    """Stands in for the workspace: reads nothing, reports what it is told to, and writes the files."""

    def __init__(self, data: GraphData, problems: tuple[ReadError, ...] = ()) -> None:
        super().__init__("graphbuild.workspace")
        self.data = data
        self.problems = problems
        self.failure: BaseException | None = None
        self.calls: Calls = []

    def build(self, folder: Path, sources: list[str], **given: Any) -> Update:
        self.calls.append((sources, given))
        if self.failure is not None:
            raise self.failure
        told = list(self.problems)
        for document in self.data.documents:
            given["on_progress"](document)
            if problem := given["check"](document):
                told.append(ReadError(document.source, problem))
        for problem in told:
            given["on_problem"](problem)
        graph = Graph(self.data, tuple(told))
        stated = {name: given[name] for name in ("base", "title") if given[name] is not None}
        useful = len(self.data.documents) > len(told) - len(self.problems)
        written = graph.write(folder, given["formats"], **stated) if useful else ()
        return Update(graph.summary(), written, tuple(told), added=1, read=1)


def _write_turtle(data: GraphData, stream: BinaryIO, base: str) -> None:
    stream.write(f"turtle under {base}".encode())


@pytest.fixture
def workspace(data: GraphData, monkeypatch: pytest.MonkeyPatch) -> Iterator[_FakeWorkspace]:
    """Put a fake in the place of `graphbuild.workspace`, and of the slower exporters."""
    fake = _FakeWorkspace(data)
    monkeypatch.setitem(sys.modules, "graphbuild.workspace", fake)
    monkeypatch.setattr(graphbuild, "workspace", fake, raising=False)
    monkeypatch.setattr(turtle, "write_turtle", _write_turtle)
    monkeypatch.setattr(html, "to_html", lambda data, title: f"page called {title}")
    return fake


def test_without_arguments_comes_help() -> None:
    """The bare command teaches by example."""
    result = _run()
    assert "graphbuild build article.txt" in result.output


def test_version() -> None:
    """`--version` prints the version and ends well."""
    result = _run("--version")
    assert (result.exit_code, result.stdout) == (0, f"graphbuild {graphbuild.__version__}\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["build", "--help"],
        ["build", "-h"],
        ["add", "-h"],
        ["remove", "-h"],
        ["replace", "-h"],
        ["explain", "-h"],
    ],
)
def test_help_has_examples(arguments: list[str]) -> None:
    """Every help page ends with examples."""
    result = _run(*arguments)
    assert result.exit_code == 0
    assert "Examples" in result.stdout


def test_help_names_every_format() -> None:
    """What can be written can be found out."""
    text = _run("build", "--help").stdout
    assert [name for name in FORMATS if not re.search(rf"\b{name}\b", text)] == []


def test_files_are_written(workspace: _FakeWorkspace, tmp_path: Path) -> None:
    """Turtle and the page are written unless other formats are named; the exit status is 0."""
    result = _run("build", "a.txt", "b", "-o", tmp_path)
    assert result.exit_code == 0
    assert workspace.calls[0][0] == ["a.txt", "b"]
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {
        "graph.ttl": f"turtle under {DEFAULT_BASE}",
        "graph.html": f"page called {DEFAULT_TITLE}",
    }


def test_options_are_handed_on(workspace: _FakeWorkspace, tmp_path: Path) -> None:
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
    handed = workspace.calls[0][1]
    assert {key: handed[key] for key in ("locus", "model", "jobs")} == {
        "locus": "Yufeng",
        "model": "other",
        "jobs": 2,
    }
    assert (tmp_path / "graph.ttl").read_text() == "turtle under https://example.org/id/"
    assert (tmp_path / "graph.html").read_text() == "page called T"


def test_options_not_given_are_left_to_the_library(workspace: _FakeWorkspace, tmp_path: Path) -> None:
    """Without options the defaults are those of the library."""
    _run("build", "a.txt", "-o", tmp_path)
    given = workspace.calls[0][1]
    assert {name for name, value in given.items() if value in (None, (), {})} == {
        "places", "fields", "decisions", "links", "locus", "model", "base", "title",
    }  # fmt: skip
    assert (given["jobs"], given["formats"]) == (1, ("ttl", "html"))


def test_formats_are_chosen(workspace: _FakeWorkspace, tmp_path: Path) -> None:
    """Only the formats that are named are written, each once."""
    result = _run("build", "a.txt", "-o", tmp_path, "--format", "ttl, ttl")
    assert result.exit_code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["graph.ttl"]


def test_a_format_can_be_compressed(workspace: _FakeWorkspace, tmp_path: Path) -> None:
    """With .gz behind it, a format is written compressed."""
    result = _run("build", "a.txt", "-o", tmp_path, "--format", "ttl.gz,csv")
    assert result.exit_code == 0
    assert gzip.decompress((tmp_path / "graph.ttl.gz").read_bytes()).startswith(b"turtle under")
    assert (tmp_path / "csv" / "edges.csv").exists()


def test_an_unknown_format_says_what_would_be_right(workspace: _FakeWorkspace, tmp_path: Path) -> None:
    """A misspelt format is named with the one that it resembles, and nothing is read."""
    result = _run("build", "a.txt", "-o", tmp_path, "--format", "trigg")
    assert result.exit_code == 2
    assert "did you mean trig" in " ".join(result.output.replace("│", " ").split())
    assert workspace.calls == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["build"],
        ["build", "a", "--format", "docx"],
        ["build", "a", "--format", ","],
        ["build", "a", "--base", "not an IRI"],
        ["build", "a", "--jobs", "0"],
        ["build", "a", "--fields", "body"],
        ["build", "a", "--fields", "story=body"],
        ["add"],
        ["remove"],
        ["replace", "a", "--jobs", "0"],
    ],
)
def test_wrong_arguments(workspace: _FakeWorkspace, arguments: list[str]) -> None:
    """A wrong argument ends with status 2 before anything is read."""
    assert _run(*arguments).exit_code == 2
    assert workspace.calls == []


def test_summary(workspace: _FakeWorkspace, tmp_path: Path) -> None:
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


def test_problems_are_lines(workspace: _FakeWorkspace, tmp_path: Path) -> None:
    """Each problem is one line, however long or hostile the name; the others are built; status 1."""
    long = "x" * 300
    workspace.problems = (ReadError("a\x1b[2J\nb.txt", "is empty"), ReadError(long, "is [red]no[/red] text"))
    result = _run("build", "in", "-o", tmp_path)
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        "graphbuild: a\\x1b[2J\\nb.txt: is empty",
        f"graphbuild: {long}: is [red]no[/red] text",
    ]
    assert (tmp_path / "graph.ttl").exists()


def test_nothing_read_writes_nothing(workspace: _FakeWorkspace, tmp_path: Path) -> None:
    """If no source could be read an earlier graph stays, and the status is 1."""
    (tmp_path / "graph.ttl").write_text("old")
    workspace.data = GraphData()
    result = _run("build", "a.txt", "-o", tmp_path)
    assert result.exit_code == 1
    assert "nothing was written" in result.stderr
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"graph.ttl": "old"}


def test_an_article_in_another_language_is_told(
    workspace: _FakeWorkspace, data: GraphData, document: Document, tmp_path: Path
) -> None:
    """Articles that are not in English are named, the others are built, and the status is 1."""
    chinese = replace(document, text="市长视察新工厂", language="zh", source="zh.txt")
    workspace.data = replace(data, documents=(document, chinese))
    result = _run("build", "in", "-o", tmp_path)
    assert result.exit_code == 1
    assert result.stderr == (
        "graphbuild: zh.txt: language not supported: Chinese; only English is read so far: "
        "give an English version\n"
    )
    assert (tmp_path / "graph.ttl").exists()


def test_nothing_in_english_writes_nothing(
    workspace: _FakeWorkspace, data: GraphData, document: Document, tmp_path: Path
) -> None:
    """Articles in other languages alone make no graph."""
    workspace.data = replace(data, documents=(replace(document, language="zh"),))
    result = _run("build", "in", "-o", tmp_path)
    assert result.exit_code == 1
    assert "nothing was written" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_command_that_is_mistyped() -> None:
    """A command that does not exist leads to one that does."""
    result = _run("explian", "a.txt")
    assert result.exit_code == 2
    assert "explain" in result.stderr


def test_the_real_command_teaches(checkout: Path) -> None:
    """A process without arguments shows the commands and examples, and a wrong path is one line."""
    command = [sys.executable, "-m", "graphbuild"]
    bare = subprocess.run(command, cwd=checkout, capture_output=True, text=True, check=False, timeout=120)
    assert "graphbuild explain article.txt" in bare.stdout + bare.stderr
    wrong = subprocess.run(
        [*command, "build", "READMEE.md"],
        cwd=checkout,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert (wrong.returncode, wrong.stdout) == (1, "")
    assert "README.md" in wrong.stderr.splitlines()[0]


def test_an_interrupt_is_one_line(workspace: _FakeWorkspace, tmp_path: Path) -> None:
    """Ctrl-C ends with status 130 and one line, and nothing is written."""
    workspace.failure = KeyboardInterrupt()
    result = _run("build", "a.txt", "-o", tmp_path / "output")
    assert (result.exit_code, result.stderr.count("\n")) == (130, 1)
    assert list(tmp_path.iterdir()) == []


def test_a_failure_of_our_own_is_one_line(workspace: _FakeWorkspace, tmp_path: Path) -> None:
    """A model that is not installed gives its message and status 1, not a traceback."""
    workspace.failure = ModelError("no_such_model is not installed")
    result = _run("build", "a.txt", "-o", tmp_path / "output")
    assert (result.exit_code, result.stderr) == (1, "graphbuild: no_such_model is not installed\n")


def test_a_folder_that_cannot_be_written(workspace: _FakeWorkspace, tmp_path: Path) -> None:
    """An output that is a file is named, and stays."""
    (tmp_path / "output").write_text("old")
    result = _run("build", "a.txt", "-o", tmp_path / "output")
    assert result.exit_code == 1
    assert "output: cannot be written" in result.stderr
    assert (tmp_path / "output").read_text() == "old"


def test_progress_shows_on_a_terminal(data: GraphData) -> None:
    """On a terminal the number of articles read is shown while they are read."""
    screen = io.StringIO()
    with reporting.progress(Console(file=screen, force_terminal=True, width=80)) as advance:
        advance(data.documents[0])
    assert "articles read: 1" in screen.getvalue()


def test_progress_is_quiet_in_a_pipe(data: GraphData) -> None:
    """Without a terminal nothing is shown."""
    pipe = io.StringIO()
    with reporting.progress(Console(file=pipe)) as advance:
        advance(data.documents[0])
    assert pipe.getvalue() == ""
