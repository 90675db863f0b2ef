"""`--coverage` and `--slogans` as a user runs them: what was not read, as CSV and JSON."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from graphbuild.cli import app

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

ARTICLE = """A day in Pingtan

On May 6, Qian Duofu, Mayor of Pingtan City, inspected Pingtan Tea Co., Ltd.

Nobody has inspected the old bridge.

The meeting conveyed the spirit of the important speech of Tan Yishan. =1+1 nobody visited anything.
"""


@pytest.fixture
def article_file(tmp_path: Path) -> Path:
    """Return a file that holds an invented article."""
    path = tmp_path / "tea.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def _run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def test_reports_as_csv(article_file: Path, tmp_path: Path) -> None:
    """Each sentence and each set phrase is a row, and offsets quote the article."""
    gaps, phrases = tmp_path / "new" / "unread.csv", tmp_path / "slogans.csv"
    options = ("-o", tmp_path / "out", "--coverage", gaps, "--slogans", phrases)
    result = _run("build", article_file, *options)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "sentences with a trigger and no claim" in result.stdout
    rows = list(csv.DictReader(gaps.read_text(encoding="utf-8").splitlines()))
    assert rows[0]["text"] == "Nobody has inspected the old bridge."
    assert all(ARTICLE[int(row["start"]) : int(row["end"])] == row["text"].removeprefix("'") for row in rows)
    assert not any(row["text"].startswith("=") for row in rows)
    (phrase,) = csv.DictReader(phrases.read_text(encoding="utf-8").splitlines())
    assert (phrase["names"], phrase["only_here"]) == ("Tan Yishan", "Tan Yishan")


def test_reports_as_json(article_file: Path, tmp_path: Path) -> None:
    """The counts of articles add up to their total."""
    gaps, phrases = tmp_path / "unread.json", tmp_path / "slogans.json"
    _run("build", article_file, "-o", tmp_path / "out", "--coverage", gaps, "--slogans", phrases)
    coverage, slogans = (json.loads(path.read_text(encoding="utf-8")) for path in (gaps, phrases))
    (document,) = coverage["documents"]
    assert coverage["total"]["unread"] == len(document["unread"]) == 2
    assert coverage["total"]["sentences"] == document["sentences"]
    assert slogans["only_here"] == [{"type": "Official", "name": "Tan Yishan", "times": 1, "documents": 1}]


def test_another_ending_is_refused(article_file: Path) -> None:
    """A file that is neither CSV nor JSON is refused before anything is read."""
    result = _run("build", article_file, "--coverage", "unread.xls")
    assert result.exit_code == 2
    assert "unread.csv" in " ".join(result.stderr.split())


def test_explain_lists_set_phrases(article_file: Path) -> None:
    """`explain --slogans` lists the phrases of one article, on the terminal or as JSON."""
    shown = _run("explain", article_file, "--slogans").stdout
    assert "1 set phrase; what they name makes no node:" in shown
    assert "names: Official Tan Yishan" in shown
    (phrase,) = json.loads(_run("explain", article_file, "--slogans", "--json").stdout)
    assert phrase["names"] == [{"type": "Official", "name": "Tan Yishan"}]


def test_an_article_without_set_phrases(tmp_path: Path) -> None:
    """An article without any says so."""
    path = tmp_path / "plain.txt"
    path.write_text("Mayor Qian Duofu visited Pingtan Tea Co., Ltd. and went home.\n", encoding="utf-8")
    assert _run("explain", path, "--slogans").stdout == "No set phrase.\n"
