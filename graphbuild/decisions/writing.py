"""Adding a decision to a file: at its end, with what was there untouched."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from graphbuild.decisions.reading import read_text

if TYPE_CHECKING:
    from collections.abc import Iterable


def append_decision(text: str, kind: str, entities: Iterable[str], note: str = "") -> str:
    """Return the text of a file of decisions with a merge or split added.

    Raises `DecisionError` if the result would not be read again.
    """
    listed = ", ".join(map(_quoted, entities))
    lines = [f"[[{kind}]]", f"entities = [{listed}]", *([f"note = {_quoted(note)}"] if note else [])]
    before = text.rstrip("\n") + "\n\n" if text.strip() else ""
    found = before + "\n".join(lines) + "\n"
    read_text(found)
    return found


def _quoted(text: str) -> str:
    """Return a TOML string; those of JSON are TOML's too, but for surrogates, which TOML cannot hold."""
    clean = text.encode("utf-8", "replace").decode("utf-8").replace("\x7f", "?")
    return json.dumps(clean, ensure_ascii=False)
