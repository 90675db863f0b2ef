"""What shapes an extraction besides the document: the pipeline, the grammar with its lexicons, the places.

When any of it changes, what was read before is read again.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, packages_distributions, version
from pathlib import Path
from typing import Final

from graphbuild.model import digest

_PACKAGE: Final = Path(__file__).resolve().parent.parent
_ROOMS: Final = ("annotate", "extract", "gazetteer", "languages", "model", "resolve")
"""What an extraction passes through, code and data."""

_CORPUS_LEVEL: Final = frozenset({"corpus", "identity.py", "decisions"})
"""What in those rooms works on many documents, after extraction."""


def settings(model: str, places: Iterable[object]) -> dict[str, str]:
    """Return what shapes the extractions of a build, each as a short text that can be compared."""
    return {
        "model": f"{model} {_version(model)}",
        "spacy": _version("spacy"),
        "grammar": grammar_digest(),
        "places": digest(*map(repr, places)),
    }


def key_of(found: dict[str, str]) -> str:
    """Return one short digest of all settings."""
    return digest(*(f"{name}={value}" for name, value in sorted(found.items())))


def grammar_digest() -> str:
    """Return a digest of the code and the tables that read articles."""
    return code_digest(_ROOMS)


@cache
def code_digest(rooms: tuple[str, ...], left_out: frozenset[str] = _CORPUS_LEVEL) -> str:
    """Return a digest of the code and the data of some rooms of the package, without the parts left out."""
    total = sha256()
    for path in sorted(path for room in rooms for path in (_PACKAGE / room).rglob("*")):
        inner = path.relative_to(_PACKAGE)
        if path.is_file() and "__pycache__" not in inner.parts and not left_out & set(inner.parts):
            total.update(f"{inner.as_posix()}\n".encode())
            total.update(path.read_bytes())
    return total.hexdigest()[:16]


def _version(package: str) -> str:
    with suppress(PackageNotFoundError):
        return version(package)
    named = packages_distributions().get(package, ())
    return version(named[0]) if named else "of its own"
