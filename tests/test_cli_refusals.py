"""What the command line says of paths and files that hold no article."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from graphbuild import cli

if TYPE_CHECKING:
    from pathlib import Path


def _refused(name: str, folder: Path, command: str) -> str:
    """Return the line that a command says of a path that it cannot read, without the folder."""
    options = ["-o", folder / "output"] if command == "build" else []
    result = CliRunner().invoke(cli.app, [command, str(folder / name), *map(str, options)])
    assert result.exit_code == 1
    assert result.stdout == ""
    line, *rest = result.stderr.splitlines()
    assert rest == ["graphbuild: no source could be read, so nothing was written"] * (command == "build")
    return line.replace(f"{folder}{os.sep}", "").removeprefix(f"graphbuild: {name}: ")


@pytest.mark.parametrize("command", ["build", "explain"])
@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.pdf", b"%PDF-1.7", "this is a PDF: save it as text or HTML first; for instance with pdftotext"),
        ("a.docx", b"PK\x03\x04..", "save it as text or HTML first; in Word: Save As, Plain Text (.txt)"),
        ("a.doc", b"\xd0\xcf\x11\xe0..", "this is an old office document"),
        ("a.html", b"<html><nav><a href=b>Home</a></nav></html>", "no article text found; open the page in"),
        ("a.txt", "Мэр посетил новый завод в городе.".encode(), "language not supported: Cyrillic letters"),
        (
            "b.txt",
            "市长钱多福到平潭白云茶业有限公司调研。".encode(),
            "language not supported: Chinese; only English",
        ),
        ("c.txt", b" \n", "empty: there is no text in it; check that the page was saved whole"),
        ("d.ttl", b"a,b", "a data file, not an article: give .txt, .html or .md files"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(
    command: str, name: str, content: bytes, said: str, tmp_path: Path
) -> None:
    """Each kind of file that is no article gets one line: what is wrong, and what to do."""
    (tmp_path / name).write_bytes(content)
    assert said in _refused(name, tmp_path, command)


@pytest.mark.parametrize(
    ("wrong", "hint"),
    [
        ("vist.txt", "did you mean visit.txt?"),
        ("visit.html", "did you mean visit.txt?"),
        ("VISITS.txt", "did you mean visit.txt?"),
        ("artcles/june.txt", "did you mean articles/june.txt?"),
        ("artcles/july/x.txt", "did you mean articles?"),
        ("articles/jun.txt", "did you mean articles/june.txt?"),
    ],
)
@pytest.mark.parametrize("command", ["build", "explain"])
def test_a_wrong_path_suggests_a_near_one(command: str, wrong: str, hint: str, tmp_path: Path) -> None:
    """A mistyped name leads to the file or folder that was meant."""
    (tmp_path / "articles").mkdir()
    for name in ("visit.txt", "articles/june.txt"):
        (tmp_path / name).write_text("x")
    assert _refused(wrong, tmp_path, command) == f"no such file or folder; {hint}"


def test_a_wrong_path_with_nothing_near(tmp_path: Path) -> None:
    """Where nothing is alike, the folder that was looked in is named."""
    said = _refused("quite/another.txt", tmp_path, "build")
    assert said.startswith(
        f"no such file or folder; nothing in {tmp_path} has a name like it: check the path"
    )


def test_a_folder_without_articles(tmp_path: Path) -> None:
    """A folder that holds no article says which files are wanted."""
    (tmp_path / "in").mkdir()
    assert _refused("in", tmp_path, "build") == "the folder holds no articles: give .txt, .html or .md files"
