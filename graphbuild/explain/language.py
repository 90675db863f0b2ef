"""Whether an article is in a language that is read, so that an empty result is no riddle."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from graphbuild.languages import SUPPORTED

if TYPE_CHECKING:
    from graphbuild.model import Document

LEAST_WORDS: Final = 15
"""Words below which a text is too short to be judged."""

LEAST_SHARE: Final = 0.05
"""Share of function words below which running text is not English, which has about 0.2."""

_SAMPLE: Final = 20_000
_NAMES: Final = {"zh": "Chinese"}
_WORD: Final = re.compile(r"[^\W\d_]+")


def foreign_language(document: Document) -> str | None:
    """Return what is wrong with the language of a document, and what to do; None when it is read."""
    if document.language not in SUPPORTED:
        return _unsupported(_NAMES.get(document.language, document.language))
    words = [word.lower() for word in _WORD.findall(document.text[:_SAMPLE])]
    if len(words) >= LEAST_WORDS and sum(word in _english() for word in words) < LEAST_SHARE * len(words):
        return _unsupported("hardly a word of it is English")
    return None


def _unsupported(what: str) -> str:
    return f"language not supported: {what}; only English is read so far: give an English version"


@cache
def _english() -> frozenset[str]:
    text = files(__package__).joinpath("language.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)["words"])
