"""What a language brings as data: closed classes of words as TOML, national lists as TSV.

One folder a language; nothing here knows how the words are used.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any

from graphbuild.errors import OntologyError

SUPPORTED = ("en",)


@cache
def _table(language: str, name: str) -> dict[str, Any]:
    file = resources.files(__package__).joinpath(language, f"{name}.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _find(language: str, name: str, path: str) -> Any:  # noqa: ANN401 -- TOML holds any of its types
    value: Any = _table(language, name)
    for key in path.split("."):
        if key not in value:
            raise OntologyError(f"languages/{language}/{name}.toml: no entry {path!r}")
        value = value[key]
    return value


@cache
def words(language: str, name: str, path: str) -> frozenset[str]:
    """Return the words listed at `path` of a lexicon file, as ``words("en", "posts", "heads")``."""
    return frozenset(_find(language, name, path))


@cache
def phrases(language: str, name: str, path: str) -> tuple[tuple[str, ...], ...]:
    """Return phrases as lower-case token tuples, longest first, so that a first match is the longest."""
    split = {tuple(phrase.casefold().split()) for phrase in _find(language, name, path)}
    return tuple(sorted(split, key=lambda tokens: (-len(tokens), tokens)))


@cache
def phrase_index(language: str, name: str, path: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the phrases at `path` by their first word, longest first, with commas as words of their own."""
    found: dict[str, list[tuple[str, ...]]] = {}
    spaced = {tuple(" ".join(phrase).replace(",", " , ").split()) for phrase in phrases(language, name, path)}
    for phrase in sorted(spaced, key=lambda tokens: (-len(tokens), tokens)):
        found.setdefault(phrase[0], []).append(phrase)
    return {first: tuple(group) for first, group in found.items()}


@cache
def mapping(language: str, name: str, path: str) -> dict[str, str]:
    """Return a table of words to values (``place_heads``: "mayor" to "municipal"); do not alter it."""
    return {key.casefold(): value for key, value in _find(language, name, path).items()}


@cache
def rows(language: str, name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a national list (``surnames.tsv``), without comment lines."""
    text = resources.files(__package__).joinpath(language, f"{name}.tsv").read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines() if line and not line.startswith("#"))
