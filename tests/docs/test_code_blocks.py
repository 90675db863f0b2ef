"""What the README and the documentation show can be typed in, and does what they say."""

from __future__ import annotations

import shutil
import webbrowser
from pathlib import Path

import pytest

from tests.docs.pages import PAGES, ROOT, Block, Reader, blocks, make_targets

LANGUAGES = frozenset({"", "bibtex", "json", "python", "sh", "sparql", "text", "toml", "tsv", "turtle"})
"""Those that are run, and those that are only shown."""


def _name(page: Path) -> str:
    return str(page.relative_to(ROOT))


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Reader:
    """Return someone in a folder with examples/ and output/, and articles/ and places.tsv of their own."""
    for folder in ("examples", "output", "ontology"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    (tmp_path / "articles").mkdir()
    for article in sorted((ROOT / "examples").rglob("*.txt"))[:2]:
        shutil.copy(article, tmp_path / "articles")
    shutil.copy(ROOT / "examples" / "fiction" / "places.tsv", tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setattr(webbrowser, "open", lambda *_, **__: True)
    return Reader(tmp_path)


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_blocks_run(page: Path, reader: Reader) -> None:
    """Every block of a page runs after those before it, and prints what the page says it prints."""
    for block in blocks(page):
        reader.run(block)
    assert page.read_text(encoding="utf-8").count("```") == 2 * len(blocks(page))


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_blocks_say_their_language(page: Path) -> None:
    """Each block is of a language that the tests know, so that none is passed over by a typing error."""
    assert [block.place for block in blocks(page) if block.language not in LANGUAGES] == []


def _run(reader: Reader, language: str, code: str, mark: str = "") -> None:
    reader.run(Block(language, mark, code, "page.md:1", 1))


@pytest.mark.parametrize(
    ("language", "code", "mark"),
    [
        ("sh", "graphbuild build nothing-there/", ""),
        ("sh", "make nonsense", ""),
        ("sh", "curl example.org", ""),
        ("sparql", "SELECT * WHERE { <urn:no> <urn:no> ?x }", ""),
        ("sparql", "SELECT * WHERE { ?s ?p ?o }", "no rows"),
        ("text", "something else", "output"),
    ],
)
def test_a_wrong_block_fails(reader: Reader, language: str, code: str, mark: str) -> None:
    """A command that fails, a query without rows and an output that differs are all noticed."""
    _run(reader, "python", "print('what the page says')")
    with pytest.raises(AssertionError):
        _run(reader, language, code, mark)


def test_blocks_share_a_page(reader: Reader) -> None:
    """What one block defines or saves, the next can use."""
    _run(reader, "text", "one line\n", "save as note.txt")
    _run(reader, "python", "import pathlib\ntext = pathlib.Path('note.txt').read_text()\nprint(text)")
    _run(reader, "text", "one line\n", "output")
    assert reader.namespace["text"] == "one line\n"


def test_the_makefile_has_targets() -> None:
    """The targets that pages may name are read from the Makefile."""
    assert {"graph", "test", "check", "docs"} <= make_targets()
