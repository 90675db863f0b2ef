"""Nothing in the code knows the articles by which it is measured."""

from __future__ import annotations

import gzip
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from graphbuild.languages import words

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT.parent / "shared" / "gold"
SEED = GOLD / "en-seed"
SETS = ("en-seed", "en-seedform", "en-real")
"""The English sets."""
COPY = ROOT / "tests" / "gold" / "seedform"
"""Where articles of the form of the seed stand in our own tests: there they may be named."""
ANSWERS = ROOT / "tests" / "sparql" / "expected" / "jilin"
"""Answers over examples/jilin, which is the first article itself."""
MEASURED = {ROOT / "benchmarks" / "identity_pairs.tsv", ROOT / "benchmarks" / "README.md"}
"""Names of a public corpus, judged by hand, and what benchmarks found of them: no code reads either."""
NATIONAL = ROOT / "graphbuild" / "gazetteer"
"""Lists of a whole nation's places: what they hold was not taken from an article."""

LETTERS = re.compile(r"[^\W\d_]+")
PINYIN = re.compile(
    r"(?:(?![bpf]e(?![in]))(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?[iuü]?(?:[aeio]ng|a[ion]|e[in]|ou|[iu]n|[aeiouü])){2,}",
    re.IGNORECASE,
)
"""Two syllables or more of romanised Chinese, roughly: a name, since English words rarely look so."""

needs_seed = pytest.mark.skipif(
    not SEED.is_dir(), reason="needs the first gold article in ../shared/gold/en-seed"
)
every_set = pytest.mark.parametrize(
    "folder",
    [
        pytest.param(
            GOLD / name,
            marks=pytest.mark.skipif(
                not (GOLD / name).is_dir(), reason=f"needs the gold in ../shared/gold/{name}"
            ),
            id=name,
        )
        for name in SETS
    ],
)


def _entities(*types: str, folder: Path = SEED) -> list[dict[str, Any]]:
    found = (
        json.loads(path.read_text(encoding="utf-8"))["entities"] for path in sorted(folder.glob("*.json"))
    )
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
        if (
            "__pycache__" in path.parts
            or path in MEASURED
            or path.is_relative_to(ANSWERS)
            or (path.is_relative_to(NATIONAL) and path.suffix != ".py")
        ):
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


@needs_seed
def test_no_person_of_the_article() -> None:
    """No official of the article is named in code, lexicons or tests."""
    names = _names("Official")
    assert names
    assert {name: files for name in sorted(names) if (files := _uses(_spaced(name)))} == {}


@needs_seed
def test_no_enterprise_of_the_article() -> None:
    """No enterprise is named, nor any word of its name that is not a common word or a place."""
    names = _names("Enterprise")
    words = {word for name in names for word in LETTERS.findall(name) if PINYIN.fullmatch(word)}
    distinctive = {word for word in words if word.casefold() not in _national_words()}
    assert distinctive
    assert {name: files for name in sorted(names | distinctive) if (files := _uses(_spaced(name)))} == {}


@needs_seed
def test_no_sentence_of_the_article() -> None:
    """No sentence of the article is quoted."""
    articles = " ".join(path.read_text(encoding="utf-8") for path in sorted(SEED.glob("*.txt")))
    sentences = {part.strip() for part in re.split(r"[.\n]", articles) if len(part.split()) >= 8}
    assert sentences
    assert {text: files for text in sorted(sentences) if (files := _uses(_spaced(text)))} == {}


# --- every set -----------------------------------------------------------------------------------


@cache
def _outside_the_copy() -> str:
    """Return all that is ours, white space in single spaces, but for the copy of the form of the seed."""
    parts = (text for path, text in _ours().items() if not path.is_relative_to(COPY))
    return " ".join(" ".join(parts).split())


def _told(folder: Path, *types: str) -> set[str]:
    """Return the full names of a set; one word, or a title with a surname, may be anybody's."""
    entities = _entities(*types, folder=folder)
    named = {" ".join(name.split()) for each in entities for name in (each["name"], *each["aliases"])}
    titles = words("en", "posts", "heads")
    return {
        name
        for name in named
        if len(name.split()) > 1 and name != name.casefold() and name.split()[0].casefold() not in titles
    }


def _known(names: set[str]) -> list[str]:
    text = _outside_the_copy()
    likely = (name for name in sorted(names) if name in text)
    return [name for name in likely if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)]


@every_set
@pytest.mark.parametrize("type_", ["Official", "Enterprise", "Project", "Meeting"])
def test_no_name_of_any_article(folder: Path, type_: str) -> None:
    """No person, enterprise, project or meeting of any set is named in code, lexicons or tests."""
    assert _known(_told(folder, type_)) == []


@every_set
def test_no_sentence_of_any_article(folder: Path) -> None:
    """No full sentence of any set is quoted."""
    articles = "\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt")))
    parts = (" ".join(part.split()) for part in re.findall(r"[A-Z][^.\n]*(?=\.)", articles))
    sentences = {part for part in parts if len(part.split()) >= 8}
    assert sentences
    assert [part for part in sorted(sentences) if part in _outside_the_copy()] == []
