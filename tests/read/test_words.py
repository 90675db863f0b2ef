"""The word lists that tell fields and furniture from prose."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.resources import files

from graphbuild.read.words import fold, words


def entries(table: object) -> Iterator[str]:
    """Yield every phrase of a table."""
    if isinstance(table, str):
        yield table
    elif isinstance(table, list):
        for item in table:
            yield from entries(item)
    elif isinstance(table, dict):
        for item in table.values():
            yield from entries(item)


def test_entries_are_folded() -> None:
    """Every entry is written as it is compared: lower case, single spaces."""
    table = tomllib.loads(files("graphbuild.read").joinpath("words.toml").read_text(encoding="utf-8"))
    assert [entry for entry in entries(table) if fold(entry) != entry] == []


def test_labels_have_one_kind_each() -> None:
    """No label stands in two lists: its meaning would depend on their order."""
    table = tomllib.loads(files("graphbuild.read").joinpath("words.toml").read_text(encoding="utf-8"))[
        "labels"
    ]
    kinds = [label for kind in ("published", "updated", "source", "url", "person", "count", "widget", "other")
             for label in table[kind]]  # fmt: skip
    assert sorted(set(kinds)) == sorted(kinds)
    assert {*table["certain"], *table["loose"]} <= set(kinds)
    assert words().kinds["release time"] == "published"


def test_reading_plain_pages_loads_no_heavy_package() -> None:
    """Trafilatura and lxml are loaded for HTML alone, charset-normalizer for old encodings alone."""
    code = (
        "import sys, graphbuild.read as r; r.read_text('The mayor went.');"
        "heavy = ('trafilatura', 'lxml', 'charset_normalizer', 'spacy', 'rdflib');"
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
