"""Nothing in the code knows the article by which it is measured."""

from __future__ import annotations

import gzip
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
SEED = ROOT.parent / "shared" / "gold" / "en-seed"
NATIONAL = ROOT / "graphbuild" / "gazetteer"
"""Lists of a whole nation's places: what they hold was not taken from an article."""

LETTERS = re.compile(r"[^\W\d_]+")
PINYIN = re.compile(
    r"(?:(?![bpf]e(?![in]))(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?[iuü]?(?:[aeio]ng|a[ion]|e[in]|ou|[iu]n|[aeiouü])){2,}",
    re.IGNORECASE,
)
"""Two syllables or more of romanised Chinese, roughly: a name, since English words rarely look so."""

pytestmark = pytest.mark.skipif(
    not SEED.is_dir(), reason="needs the first gold article in ../shared/gold/en-seed"
)


def _entities(*types: str) -> list[dict[str, Any]]:
    found = (json.loads(path.read_text(encoding="utf-8"))["entities"] for path in sorted(SEED.glob("*.json")))
    return [
        entity
        for entities in found
        for entity in entities
        if entity["type"] in types and not entity.get("optional")
    ]


def _names(*types: str) -> set[str]:
    return {name for entity in _entities(*types) for name in (entity["name"], *entity["aliases"])}


@cache
def _ours() -> dict[Path, str]:
    """Return the text of all code, lexicons and tests, without the national lists."""
    folders = ("graphbuild", "ontology", "tests", "benchmarks", "scripts")
    paths = (path for folder in folders for path in sorted((ROOT / folder).rglob("*")) if path.is_file())
    texts: dict[Path, str] = {}
    for path in paths:
        if "__pycache__" in path.parts or (path.is_relative_to(NATIONAL) and path.suffix != ".py"):
            continue
        texts[path] = _text(path)
    return texts


def _text(path: Path) -> str:
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return content.decode("utf-8", "replace")


@cache
def _national_words() -> frozenset[str]:
    files = (path for path in NATIONAL.rglob("*") if path.suffix in {".gz", ".tsv", ".csv"})
    return frozenset(word.casefold() for path in files for word in LETTERS.findall(_text(path)))


def _uses(pattern: str) -> list[str]:
    expression = re.compile(pattern)
    return [str(path.relative_to(ROOT)) for path, text in _ours().items() if expression.search(text)]


def _spaced(name: str) -> str:
    return r"\b" + r"\s+".join(map(re.escape, name.split())) + r"(?!\w)"


def test_no_person_of_the_article() -> None:
    """No official of the article is named in code, lexicons or tests."""
    names = _names("Official")
    assert names
    assert {name: files for name in sorted(names) if (files := _uses(_spaced(name)))} == {}


def test_no_enterprise_of_the_article() -> None:
    """No enterprise is named, nor any word of its name that is not a common word or a place."""
    names = _names("Enterprise")
    words = {word for name in names for word in LETTERS.findall(name) if PINYIN.fullmatch(word)}
    distinctive = {word for word in words if word.casefold() not in _national_words()}
    assert distinctive
    assert {name: files for name in sorted(names | distinctive) if (files := _uses(_spaced(name)))} == {}


def test_no_sentence_of_the_article() -> None:
    """No sentence of the article is quoted."""
    articles = " ".join(path.read_text(encoding="utf-8") for path in sorted(SEED.glob("*.txt")))
    sentences = {part.strip() for part in re.split(r"[.\n]", articles) if len(part.split()) >= 8}
    assert sentences
    assert {text: files for text in sorted(sentences) if (files := _uses(_spaced(text)))} == {}
