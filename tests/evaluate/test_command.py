"""`graphbuild evaluate` as a user runs it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from graphbuild.cli import app

if TYPE_CHECKING:
    from click.testing import Result

HOSTILE = "</p><script>alert(1)</script>\x1b[2J\u202e"


def _run(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["evaluate", *map(str, arguments)])


def test_figures_are_printed(gold_folder: Path) -> None:
    """The figures go to standard output, and nothing to standard error."""
    result = _run(gold_folder)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("1 article scored\n")
    assert "accompanied" in result.stdout


def test_json_is_all_that_is_printed(gold_folder: Path) -> None:
    """With `--json` standard output is one JSON value, with what was asked for besides."""
    result = _run(gold_folder, "--json", "--errors", "--calibration")
    record = json.loads(result.stdout)
    assert record["articles"] == 1
    assert record["scores"]["relation"].keys() >= {"p", "r", "f1", "right", "false", "missed"}
    assert record["per_article"][0]["name"] == "tea"
    assert {one["verdict"] for one in record["errors"]} <= {"missed", "false"}
    assert record["calibration"]["rules"]


def test_mistakes_come_with_their_sentences(gold_folder: Path) -> None:
    """`--errors` lists what is missed with the sentence that names it."""
    path = gold_folder / "tea.json"
    gold = json.loads(path.read_text(encoding="utf-8"))
    gold["relations"].append({"type": "met", "subject": "sun", "object": "tao"})
    path.write_text(json.dumps(gold), encoding="utf-8")
    result = _run(gold_folder, "--errors")
    assert "missed met: Sun Shaoqing → Tao Min" in result.stdout
    assert "\n      Sun Shaoqing and Tao Min" in result.stdout


def test_a_table_by_article(gold_folder: Path) -> None:
    """`--articles` adds a row for each article."""
    assert "\n tea " in _run(gold_folder, "--articles").stdout


def test_a_page_and_the_graphs_are_written(gold_folder: Path, tmp_path: Path) -> None:
    """`--html` writes a page and `--output` the graphs, by the names of the articles."""
    page, graphs = tmp_path / "new" / "quality.html", tmp_path / "graphs"
    result = _run(gold_folder, "--html", page, "--output", graphs, "--calibration")
    assert result.exit_code == 0
    assert "<script" not in page.read_text(encoding="utf-8")
    assert [path.name for path in graphs.iterdir()] == ["tea.ttl"]


def test_hostile_gold_is_escaped(gold_folder: Path, tmp_path: Path) -> None:
    """Names of gold are data, on the terminal and on the page."""
    path, page = gold_folder / "tea.json", tmp_path / "quality.html"
    gold = json.loads(path.read_text(encoding="utf-8"))
    gold["entities"].append({"id": "x", "type": "Body", "name": HOSTILE, "aliases": ["\ud800"]})
    path.write_text(json.dumps(gold), encoding="utf-8")
    result = _run(gold_folder, "--errors", "--html", page)
    assert result.exit_code == 0
    assert "\x1b" not in result.stdout
    shown = page.read_text(encoding="utf-8")
    assert "<script" not in shown
    assert not {"\x1b", "\u202e"} & set(shown)


def test_every_malformed_file_is_told(gold_folder: Path) -> None:
    """One line for each, and no figures: those of a part would mislead."""
    for name in ("one", "two"):
        (gold_folder / f"{name}.json").write_text("{}", encoding="utf-8")
        (gold_folder / f"{name}.txt").write_text("Text.", encoding="utf-8")
    result = _run(gold_folder)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.count("\n") == 2
    assert "one.json: entities is missing; give a list" in result.stderr


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """A wrong path is one line."""
    result = _run(tmp_path / "nothing")
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)


def test_an_article_that_cannot_be_read(gold_folder: Path) -> None:
    """Its gold counts as missed, the problem is told, and the status says so."""
    (gold_folder / "tea.txt").write_bytes(b"")
    result = _run(gold_folder, "--json")
    record = json.loads(result.stdout)
    assert result.exit_code == 1
    assert "tea.txt" in result.stderr
    assert [one["name"] for one in record["unread"]] == ["tea"]
    assert record["scores"]["entity"]["missed"] == 6


def test_floors_are_raised_and_hold(gold_folder: Path, tmp_path: Path) -> None:
    """What is reached becomes the floor; the same graph holds it."""
    floors = tmp_path / "floors.toml"
    assert _run(gold_folder, "--floors", floors, "--raise-floors").exit_code == 0
    before = floors.read_bytes()
    assert _run(gold_folder, "--floors", floors, "--raise-floors").exit_code == 0
    assert floors.read_bytes() == before


def test_a_floor_that_is_not_reached(gold_folder: Path, tmp_path: Path) -> None:
    """A figure under its floor is told and fails, until the floor is lowered with a reason."""
    floors = tmp_path / "floors.toml"
    floors.write_text('[floors.set]\n"relation met" = { f1 = 0.5 }\n', encoding="utf-8")
    result = _run(gold_folder, "--floors", floors)
    assert result.exit_code == 1
    assert "set: f1 of relation met is 0.000, under its floor of 0.500" in result.stderr
    assert _run(gold_folder, "--floors", floors, "--lower-floors", " ").exit_code == 1
    assert _run(gold_folder, "--floors", floors, "--lower-floors", "no talks in this set").exit_code == 0
    assert 'reason = "no talks in this set"' in floors.read_text(encoding="utf-8")


def test_floors_need_a_file(gold_folder: Path) -> None:
    """Raising without a file is a wrong argument."""
    assert _run(gold_folder, "--raise-floors").exit_code == 2


def test_help_teaches(monkeypatch: pytest.MonkeyPatch) -> None:
    """The help shows examples, and loads nothing heavy."""
    code = "import sys; from graphbuild.cli import app; app(['evaluate', '--help'], standalone_mode=False)"
    code += "; print(sorted({'spacy', 'numpy', 'rdflib', 'jinja2'} & set(sys.modules)))"
    monkeypatch.setenv("COLUMNS", "100")
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120
    )
    assert "graphbuild evaluate gold/ --errors" in done.stdout
    assert done.stdout.endswith("[]\n")


def test_the_real_command(gold_folder: Path, checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process of its own gives the same bytes twice, plain in a pipe and within 80 columns."""
    monkeypatch.delenv("COLUMNS", raising=False)
    command = [sys.executable, "-m", "graphbuild", "evaluate", str(gold_folder), "--errors", "--articles"]
    runs = [subprocess.run(command, cwd=checkout, capture_output=True, check=True, timeout=300) for _ in "ab"]
    assert runs[0].stdout == runs[1].stdout
    assert runs[0].stderr == b""
    shown = runs[0].stdout.decode("utf-8")
    assert "\x1b" not in shown
    tables = shown[shown.index("1 article scored") :]
    assert max(map(len, tables.splitlines())) <= 80
