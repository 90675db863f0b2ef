"""`graphbuild explain` as a user runs it."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

from typer.testing import CliRunner

from graphbuild.cli import app

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from click.testing import Result


def _run(*arguments: object, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(app, ["explain", *map(str, arguments)], input=stdin)


def test_an_article_is_explained(article_file: Path) -> None:
    """The sentences and their claims go to standard output, and nothing to standard error."""
    result = _run(article_file)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "1. Sun Shaoqing accompanied Qian Duofu" in result.stdout


def test_json_is_all_that_is_printed(article_file: Path) -> None:
    """With `--json` standard output is one JSON value."""
    result = _run(article_file, "--json")
    assert json.loads(result.stdout)["coverage"]["unread"] == [5]


def test_a_page_is_written(article_file: Path, tmp_path: Path) -> None:
    """`--html` writes the page and leaves standard output free; the line about it is an aside."""
    page = tmp_path / "new" / "page.html"
    result = _run(article_file, "--html", page)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"wrote {page}\n"
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_page_and_json_together(article_file: Path, tmp_path: Path) -> None:
    """Both may be asked for at once."""
    result = _run(article_file, "--json", "--html", tmp_path / "page.html")
    assert json.loads(result.stdout)["header"]["published"] == "2024-05-07"
    assert (tmp_path / "page.html").exists()


def test_the_seat_may_be_stated(article_file: Path) -> None:
    """`--locus` states the seat."""
    seat = json.loads(_run(article_file, "--json", "--locus", "Dunhua, Jilin").stdout)["seat"]
    assert (seat["code"], seat["stated"]) == ("cn-222403", True)


def test_standard_input_is_read(article_file: Path) -> None:
    """A dash stands for standard input."""
    record = json.loads(_run("-", "--json", stdin=article_file.read_bytes()).stdout)
    assert record["document"]["source"] == "standard input"


def test_a_folder_is_refused_with_an_example(article_file: Path) -> None:
    """A folder is not an article; the message names one that is in it."""
    result = _run(article_file.parent)
    assert result.exit_code == 1
    assert result.stderr == (
        f"graphbuild: {article_file.parent}: a folder, and explain takes one article: "
        f"name one file, such as {article_file}\n"
    )


def test_a_folder_without_articles(tmp_path: Path) -> None:
    """A folder that holds no article says so."""
    result = _run(tmp_path)
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert "the folder holds no articles" in result.stderr


def test_a_language_that_is_not_read(tmp_path: Path) -> None:
    """An article in Chinese is refused, with what to do, and nothing is printed."""
    path = tmp_path / "a.txt"
    path.write_text("市长钱多福五月六日到平潭白云茶业有限公司调研。", encoding="utf-8")
    result = _run(path)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "language not supported: Chinese; only English is read so far" in result.stderr


def test_a_model_that_is_missing(article_file: Path) -> None:
    """A pipeline that is not installed is one line."""
    result = _run(article_file, "--model", "no_such_model")
    assert result.exit_code == 1
    assert result.stderr.startswith("graphbuild: spaCy pipeline 'no_such_model' is not installed")


def test_a_page_that_cannot_be_written(article_file: Path) -> None:
    """A page that has no place to go is one line, and status 1."""
    result = _run(article_file, "--html", article_file / "page.html")
    assert result.exit_code == 1
    assert "cannot be written" in result.stderr


def test_the_real_command(article_file: Path, checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process of its own gives the same, plain in a pipe, in UTF-8 and within 80 columns."""
    monkeypatch.delenv("COLUMNS", raising=False)
    command = [sys.executable, "-m", "graphbuild", "explain", str(article_file)]
    done = subprocess.run(command, cwd=checkout, capture_output=True, check=True, timeout=300)
    shown = done.stdout.decode("utf-8")
    assert done.stderr == b""
    assert "Sun Shaoqing accompanied Qian Duofu" in shown
    assert "\x1b" not in shown
    assert max(map(len, shown.splitlines())) <= 80
