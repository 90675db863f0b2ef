"""Lexicons as data."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import graphbuild.languages
from graphbuild.errors import OntologyError
from graphbuild.languages import mapping, phrases, rows, words

FOLDER = Path(graphbuild.languages.__file__).parent / "en"
FILES = sorted(FOLDER.glob("*.toml"))


def lists(value: object, path: str = "") -> dict[str, list[str]]:
    """Return all lists of a lexicon file by their path."""
    if isinstance(value, list):
        return {path: value}
    found: dict[str, list[str]] = {}
    if isinstance(value, dict):
        for key, inner in value.items():
            found.update(lists(inner, f"{path}.{key}" if path else key))
    return found


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_lists_hold_trimmed_strings(file: Path) -> None:
    """Every list of a lexicon holds non-empty strings without stray spaces."""
    found = lists(tomllib.loads(file.read_text(encoding="utf-8")))
    for path, items in found.items():
        assert items, path
        assert all(item and item == " ".join(item.split()) for item in items), path


AS_THEY_STAND = {"meetings.capital_heads", "acronyms"}
"""Lists of words that count only in capitals: "Week", "MP"."""


@pytest.mark.parametrize("path", ["frames.toml", "events.toml", "posts.toml"])
def test_words_of_these_lexicons_are_in_lower_case(path: str) -> None:
    """Words that are compared in lower case are written so, and those compared as they stand are not."""
    for name, items in lists(tomllib.loads((FOLDER / path).read_text(encoding="utf-8"))).items():
        lower = [item == item.casefold() for item in items]
        assert not any(lower) if name in AS_THEY_STAND else all(lower), name


def test_phrases_come_longest_first() -> None:
    """The first phrase that matches is the longest."""
    sizes = [len(phrase) for phrase in phrases("en", "posts", "compounds")]
    assert sizes == sorted(sizes, reverse=True)


def test_words_and_mapping_read_the_same_file() -> None:
    """A list is a set of words, a table a mapping in lower case."""
    assert "mayor" in words("en", "posts", "heads")
    assert mapping("en", "posts", "place_heads")["mayor"] == "municipal"
    assert mapping("en", "places", "divisions")["autonomous county"] == "county"


@pytest.mark.parametrize(
    ("name", "path"),
    [("posts", "no_such_list"), ("posts", "heads.deeper.still"), ("frames", "visit.nothing")],
)
def test_missing_entry_is_named(name: str, path: str) -> None:
    """An entry that is not there is an error that names file and path."""
    with pytest.raises(OntologyError, match=name):
        words("en", name, path)


def test_rows_leave_comments_out() -> None:
    """National lists come without their comment lines."""
    found = rows("en", "surnames")
    assert len(found) > 300
    assert not any(row[0].startswith("#") for row in found)
