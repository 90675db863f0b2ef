"""Where articles come from: files, folders, glob patterns and standard input."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from glob import glob, has_magic
from pathlib import Path
from typing import Final, Literal

from graphbuild.errors import ReadError
from graphbuild.model import Document
from graphbuild.read.decode import LARGEST, decode
from graphbuild.read.html import is_html, read_html
from graphbuild.read.page import read_text
from graphbuild.read.records import read_records
from graphbuild.read.streams import opened, reason, suffix
from graphbuild.read.tables import LINES, TABLES

STDIN: Final = "-"
"""The source that stands for standard input."""

OnProblem = Callable[[ReadError], None]
"""What is told of a source that cannot be read, while the others go on."""

_HTML = frozenset({".html", ".htm", ".xhtml"})
_ARTICLES = frozenset({".txt", ".md", *_HTML})
_CORPORA = frozenset({*LINES, ".parquet"})
"""Data files that a folder is read for; other tables may be about anything, and are named outright."""
_FOUND = _ARTICLES | _CORPORA
_DATA = frozenset({*TABLES, ".xml", ".ttl", ".nt", ".yaml", ".toml"})
_ABOUT = ("readme", "license", "licence")
_RIGHT = "give .txt, .html or .md files"


def read(
    sources: Iterable[str | Path],
    *,
    on_problem: OnProblem,
    language: str | None = None,
    locus: str | None = None,
    fields: Mapping[str, str] | None = None,
) -> Iterator[Document]:
    """Yield the documents of all sources, one at a time; `on_problem` is told of those that fail.

    A source is a file, a folder of any depth, a glob pattern, or "-" for standard input. A file may
    be one article, or a data file of many (.jsonl, .csv, .tsv, .parquet, .json), packed with gzip or
    not; `fields` says what its fields are called (see `Fields`).
    """
    for place in discover(sources, on_problem=on_problem):
        if place != STDIN and suffix(place) in TABLES:
            yield from read_records(
                place, on_problem=on_problem, fields=fields, language=language, locus=locus
            )
            continue
        try:
            document = read_path(place, language=language, locus=locus)
        except ReadError as error:
            on_problem(error)
        else:
            yield document


def discover(sources: Iterable[str | Path], *, on_problem: OnProblem) -> Iterator[Path | Literal["-"]]:
    """Yield the articles that the sources hold, each once: sources in order, sorted within each.

    In folders these are .txt, .md, .html, .jsonl and .parquet files, packed with gzip or not; what
    is hidden, and files named README or LICENSE, are passed over. A file that is named outright is
    taken as it is. `on_problem` is told of a source that does not exist or holds no article.
    """
    seen: set[str] = set()
    for source in sources:
        try:
            for place in _places(source, on_problem):
                key = STDIN if place == STDIN else os.path.realpath(place)
                if key not in seen:
                    seen.add(key)
                    yield place
        except ReadError as error:
            on_problem(error)


def read_path(path: str | Path, *, language: str | None = None, locus: str | None = None) -> Document:
    """Read one file, or standard input for "-".

    Raises `ReadError` when there is no such file, it may not be read, or it holds no article.
    """
    if path == STDIN:
        data = sys.stdin.buffer.read(LARGEST + 1)
        return read_bytes(data, source="standard input", language=language, locus=locus)
    name = str(path)
    if suffix(name) in _DATA:
        raise ReadError(name, f"a data file, not an article: {_RIGHT}")
    with opened(path) as file:
        data = file.read(LARGEST + 1)
    return read_bytes(data, source=name, language=language, locus=locus)


def read_bytes(
    data: bytes, *, source: str, language: str | None = None, locus: str | None = None
) -> Document:
    """Read the bytes of one article, an HTML page or a plain one, in whatever encoding.

    `source` names it in messages; one that ends in .html is read as a page even if it does not
    begin like one. Raises `ReadError` as `decode`, `read_html` and `read_text` do.
    """
    text = decode(data, source)
    reader = read_html if is_html(text) or suffix(source) in _HTML else read_text
    return reader(text, source=source, language=language, locus=locus)


def _places(source: str | Path, on_problem: OnProblem) -> Iterator[Path | Literal["-"]]:
    """Yield what one source holds. Raises `ReadError` when that is nothing."""
    if source == STDIN:
        yield "-"
        return
    path = Path(source)
    mode = _mode(path)
    if mode is not None and not stat.S_ISDIR(mode):
        yield path
        return
    if mode is None and not has_magic(str(source)):
        raise ReadError(str(source), "no such file or folder")
    found = False
    for place in _articles(path, on_problem) if mode is not None else _matches(str(source), on_problem):
        found = True
        yield place
    if not found:
        what = "the folder holds" if mode is not None else "nothing matches, or it matches"
        raise ReadError(str(source), f"{what} no articles: {_RIGHT}")


def _mode(path: Path) -> int | None:
    """Return the type and permissions of what is at `path`; None when nothing can be reached there."""
    try:
        return path.stat().st_mode
    except (OSError, ValueError):
        return None


def _matches(pattern: str, on_problem: OnProblem) -> Iterator[Path]:
    """Yield the articles that match a pattern; one that names a suffix may name any."""
    named = suffix(pattern)
    any_kind = not named or has_magic(named)
    wanted = _FOUND if any_kind else _ARTICLES | {named}
    for path in map(Path, sorted(glob(pattern, recursive=True))):  # noqa: PTH207 - patterns may be absolute
        if path.is_dir():
            if not path.name.startswith("."):
                yield from _articles(path, on_problem)
        elif _is_article(path.name, wanted) and path.is_file():
            yield path


def _articles(folder: Path, on_problem: OnProblem) -> Iterator[Path]:
    """Walk a folder depth first in the order of names; a folder met again by a link is passed over."""
    visited: set[str] = set()
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        if path != folder and not path.is_dir():
            yield path
            continue
        real = os.path.realpath(path)
        if real not in visited:
            visited.add(real)
            waiting += reversed(_entries(path, on_problem))


def _entries(folder: Path, on_problem: OnProblem) -> list[Path]:
    """Return the folders and articles directly in a folder, sorted by name."""
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        on_problem(ReadError(str(folder), reason(error)))
        return []
    shown = (entry for entry in entries if not entry.name.startswith("."))
    return [entry for entry in shown if entry.is_dir() or _is_article_file(entry)]


def _is_article_file(path: Path) -> bool:
    return _is_article(path.name, _FOUND) and path.is_file()


def _is_article(name: str, wanted: frozenset[str]) -> bool:
    folded = name.lower()
    kind = suffix(folded)
    return kind in wanted and (kind in TABLES or kind not in _DATA) and not folded.startswith((".", *_ABOUT))
