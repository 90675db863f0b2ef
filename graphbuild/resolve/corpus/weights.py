"""The table of weights, as data: `weights.toml` beside this module."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources


@cache
def _table() -> dict[str, dict[str, float]]:
    file = resources.files(__package__).joinpath("weights.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))


@cache
def weight(feature: str, value: str) -> float:
    """Return what a value of a feature says, in log-odds. Raises KeyError if the table has no such row."""
    return float(_table()[feature][value])
