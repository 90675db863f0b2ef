"""What one run works out for the next: large blocks of identity, and fingerprints of documents.

The file is only a shortcut: one that is gone, damaged or of other code is as good as none.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from graphbuild.assemble import Fingerprints
from graphbuild.model import digest
from graphbuild.pipeline import Shortcuts
from graphbuild.resolve.corpus import BlockMemory
from graphbuild.store import shards
from graphbuild.store.settings import code_digest

NAME: Final = "shortcuts.json"
"""Beside the tables of the graph that was made with them."""

_ROOMS: Final = ("assemble", "gazetteer", "languages", "model", "resolve")
_LIBRARIES: Final = ("datasketch", "rapidfuzz")


def last_shortcuts(path: Path, home: Path, names: tuple[str, ...]) -> Shortcuts:
    """Return what the file `path` of the last run spares a run over some shards of a workspace."""
    stamps = {each.id: f"{each.settings}/{each.key}" for each in shards.members(home, names)}
    known = _read(path)
    blocks = BlockMemory(stamps, known.get("blocks"), _code())
    return Shortcuts(blocks, Fingerprints(stamps, known.get("fingerprints")))


def save(path: Path, used: Shortcuts) -> None:
    """Write down what a run worked out or was spared."""
    found = {
        "code": _code(),
        "blocks": used.blocks.kept if used.blocks is not None else {},
        "fingerprints": used.fingerprints.kept if used.fingerprints is not None else {},
    }
    text = json.dumps(found, separators=(",", ":")).encode("ascii")
    path.write_bytes(_sum(text) + b"\n" + text)


def _read(path: Path) -> Mapping[str, Any]:
    try:
        total, _, text = path.read_bytes().partition(b"\n")
        found = json.loads(text) if total == _sum(text) else {}
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) and found.get("code") == _code() else {}


def _sum(text: bytes) -> bytes:
    return sha256(text).hexdigest().encode("ascii")


@cache
def _code() -> str:
    """Return a digest of what decides identities and compares texts: another version may do otherwise."""
    return digest(code_digest(_ROOMS, frozenset()), *map(version, _LIBRARIES))
