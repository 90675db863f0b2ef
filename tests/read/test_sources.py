"""Files, folders, patterns and standard input."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from graphbuild.errors import ReadError
from graphbuild.read import discover, read, read_bytes, read_path

TEXT = "Mayor Ren Dalu Visits Works\n\nOn April 4, Ren Dalu visited the works.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a folder of articles with things beside them that are none."""
    articles = ("b.txt", "a.md", "deep/er/c.html")
    others = (
        "README.md",
        "LICENSE.txt",
        ".hidden.txt",
        ".git/d.txt",
        "x.json",
        "notes.docx",
        "deep/readme.txt",
    )
    for name in articles + others:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT, encoding="utf-8")
    return tmp_path


def found(*sources: str | Path) -> tuple[list[str], list[str]]:
    """Return the names of the articles found, and the problems."""
    problems: list[ReadError] = []
    names = [Path(place).name for place in discover(sources, on_problem=problems.append)]
    return names, [problem.problem for problem in problems]


def test_a_folder_gives_its_articles_at_any_depth(folder: Path) -> None:
    """Articles come sorted; hidden files, READMEs, licences and data are passed over."""
    assert found(folder) == (["a.md", "b.txt", "c.html"], [])


def test_a_pattern_gives_what_matches(folder: Path) -> None:
    """Patterns match as in a shell, with ** for any depth, and pass over the same files."""
    assert found(f"{folder}/*.txt") == (["b.txt"], [])
    assert found(f"{folder}/**/*") == (["a.md", "b.txt", "c.html"], [])
    assert found(f"{folder}/d*") == (["c.html"], [])
    (folder / "e.news").write_text(TEXT, encoding="utf-8")
    assert found(f"{folder}/*.news") == (["e.news"], [])


def test_each_article_comes_once(folder: Path) -> None:
    """A file that several sources hold, or a link leads to, is read once; standard input too."""
    (folder / "z.txt").symlink_to(folder / "b.txt")
    assert found(folder / "b.txt", folder, "-", f"{folder}/*", "-") == (["b.txt", "a.md", "c.html", "-"], [])


def test_a_named_file_is_taken_as_it_is(folder: Path) -> None:
    """A README that is asked for by name is read."""
    assert found(folder / "README.md") == (["README.md"], [])


def test_a_file_whose_name_holds_a_pattern_is_a_file(tmp_path: Path) -> None:
    """Brackets in the name of a file that exists are no pattern."""
    (tmp_path / "a[1].txt").write_text(TEXT, encoding="utf-8")
    assert found(f"{tmp_path}/a[1].txt") == (["a[1].txt"], [])


def test_bad_sources_are_told_and_the_others_read(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A missing file, an empty folder and a pattern without a match are problems, each named."""
    empty = tmp_path_factory.mktemp("empty")
    problems: list[ReadError] = []
    sources = [folder / "none.txt", empty, f"{empty}/*.txt", "a\0b", folder / "b.txt"]
    documents = list(read(sources, on_problem=problems.append))
    assert [document.title for document in documents] == ["Mayor Ren Dalu Visits Works"]
    assert [str(problem) for problem in problems] == [
        f"{folder}/none.txt: no such file or folder",
        f"{empty}: the folder holds no articles: give .txt, .html or .md files",
        f"{empty}/*.txt: nothing matches, or it matches no articles: give .txt, .html or .md files",
        "a\0b: no such file or folder",
    ]


def test_bad_files_are_told_and_the_others_read(folder: Path) -> None:
    """A file that is no article is a problem; reading goes on after it."""
    (folder / "aa.txt").write_bytes(b"%PDF-1.7")
    (folder / "ab.txt").write_bytes(b"")
    problems: list[ReadError] = []
    documents = list(
        read([f"{folder}/*.txt", folder / "x.json"], on_problem=problems.append, locus="Shanxia")
    )
    assert [(document.source, document.locus) for document in documents] == [(f"{folder}/b.txt", "Shanxia")]
    assert [problem.source for problem in problems] == [
        f"{folder}/aa.txt",
        f"{folder}/ab.txt",
        f"{folder}/x.json",
    ]


def test_reading_is_lazy(folder: Path) -> None:
    """The first document comes before the second source is looked at."""
    problems: list[ReadError] = []
    documents = read([folder / "b.txt", folder / "none.txt"], on_problem=problems.append)
    assert next(documents).source == str(folder / "b.txt")
    assert problems == []


def test_loops_of_links_end(folder: Path) -> None:
    """Folders that link to themselves or above are walked once, and broken links passed over."""
    (folder / "deep" / "loop").symlink_to(folder)
    (folder / "self").symlink_to("self")
    (folder / "broken.txt").symlink_to("nothing")
    assert found(folder) == (["a.md", "b.txt", "c.html"], [])
    assert found(folder / "broken.txt") == ([], ["no such file or folder"])


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_told(folder: Path) -> None:
    """A file or folder without permission is a problem, not an end."""
    (folder / "b.txt").chmod(0)
    with pytest.raises(ReadError, match="permission denied"):
        read_path(folder / "b.txt")


def test_a_folder_is_no_file(folder: Path) -> None:
    """read_path takes one file."""
    with pytest.raises(ReadError, match="a folder, not a file"):
        read_path(folder)


def test_data_files_are_refused_by_name(folder: Path) -> None:
    """A JSON file, as a shell's * may give it, is not read as prose."""
    with pytest.raises(ReadError, match="a data file, not an article"):
        read_path(folder / "x.json")


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dash is standard input, bytes in any encoding."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode("utf-16"))))
    assert [document.source for document in read(["-"], on_problem=pytest.fail)] == ["standard input"]


def test_the_source_is_no_part_of_the_identity(folder: Path) -> None:
    """The same bytes under another name are the same document."""
    assert read_path(folder / "b.txt").id == read_bytes(TEXT.encode(), source="elsewhere.txt").id
