"""The words of the page in its languages, and names in Latin letters for names in Chinese ones."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any, Final

Json = dict[str, Any]

LANGUAGES: Final = ("en", "zh")
"""Languages that a reader can choose on the page."""

_HAN: Final = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


@cache
def asset(name: str) -> Json:
    """Return one of the TOML files beside the page's scripts."""
    return tomllib.loads((resources.files("graphbuild.export.html") / "assets" / name).read_text("utf-8"))


def texts(language: str) -> dict[str, str]:
    """Return the words of the page in `language`, English where there is no translation."""
    known = asset("texts.toml")
    return {**known["en"], **known.get(language, {})}


def all_texts() -> dict[str, dict[str, str]]:
    """Return the words of the page by language."""
    return {language: texts(language) for language in LANGUAGES}


def labels(label: Callable[[str, str], str], name: str) -> dict[str, str]:
    """Return what a type or relation is called in each language; `label` is that of the ontology."""
    return {language: label(name, language) for language in LANGUAGES}


def other_labels(
    label: str, language: str, names: Iterable[tuple[str, str]], wanted: Iterable[str] = LANGUAGES
) -> Mapping[str, str]:
    """Return the first name in each wanted language that is not the label's own, where there is one."""
    own = language.split("-", maxsplit=1)[0]
    found: dict[str, str] = {}
    for text, tag in names:
        found.setdefault(tag.split("-")[0], text)
    return {name: found[name] for name in wanted if name != own and name in found and found[name] != label}


def romanised(names: Iterable[str]) -> Iterator[str]:
    """Yield pinyin, its syllables apart and without tones, for every name that holds Chinese letters.

    Search needs it: "zhang wei" finds a node that is only known by its Chinese name. Readings of
    letters with several are the most frequent ones in words (pypinyin).
    """
    for name in names:
        if _HAN.search(name):
            from pypinyin import lazy_pinyin

            yield " ".join(" ".join(lazy_pinyin(name[:200])).split())
