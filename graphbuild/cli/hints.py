"""What to do about an error: names that are nearly right, and how to make a file readable."""

from __future__ import annotations

import os
import tomllib
from difflib import get_close_matches
from functools import cache
from glob import has_magic
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Final

from graphbuild.errors import ReadError

if TYPE_CHECKING:
    from graphbuild.errors import GraphbuildError

_MISSING: Final = "no such file or folder"
"""What `graphbuild.read` says of a path that leads nowhere."""

_MOST_SHOWN: Final = 3
_MOST_LOOKED_AT: Final = 10_000
"""Names of a folder that are compared: a mistyped path should not cost a walk."""


def hint(error: GraphbuildError) -> str:
    """Return what to do about an error, as the end of its line; empty when the message says it all."""
    if not isinstance(error, ReadError):
        return ""
    if error.problem == _MISSING and not has_magic(error.source) and "\0" not in error.source:
        return _near(error.source)
    table = _table()
    if error.problem.startswith("this is "):
        return table["suffixes"].get(Path(error.source).suffix.lower(), "")
    advice = (text for start, text in table["problems"].items() if error.problem.startswith(start))
    return next((text for text in advice if text not in error.problem), "")


@cache
def _table() -> dict[str, dict[str, str]]:
    return tomllib.loads(files(__package__).joinpath("hints.toml").read_text(encoding="utf-8"))


def _near(source: str) -> str:
    """Return the names beside a path that look like it, or how far the path leads."""
    path = Path(source)
    folder = next(parent for parent in path.parents if parent.is_dir())
    wanted = path.relative_to(folder).parts[0]
    rest = path.relative_to(folder).parts[1:]
    found = [str(folder / name) for name in _alike(wanted, _names(folder))]
    ends = [str(Path(name, *rest)) for name in found if Path(name, *rest).exists()]
    shown = ends or found
    if shown:
        return f"did you mean {' or '.join(shown[:_MOST_SHOWN])}?"
    where = "this folder" if str(folder) == "." else str(folder)
    return f"nothing in {where} has a name like it: check the path, or give the folder of your articles"


def _names(folder: Path) -> list[str]:
    try:
        return sorted(os.listdir(folder))[:_MOST_LOOKED_AT]  # noqa: PTH208 -- only the names
    except OSError:
        return []


def _alike(wanted: str, names: list[str]) -> list[str]:
    """Return names that differ little in letters, or in the suffix alone, the nearest first."""
    stems: dict[str, list[str]] = {}
    for name in names:
        stems.setdefault(Path(name.casefold()).stem, []).append(name)
    close = get_close_matches(Path(wanted.casefold()).stem, stems, n=_MOST_SHOWN, cutoff=0.75)
    return [name for stem in close for name in stems[stem]]
