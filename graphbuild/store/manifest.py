"""The manifest of a workspace: what is in it, in which format, and how it was read.

One small JSON file that is replaced in one step: whatever it names is whole, and what it does not
name is left over from a run that was stopped.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

from graphbuild.errors import StoreError
from graphbuild.writing import replace_together

FORMAT: Final = 1
"""The version of what is in a workspace; to be raised when older ones can no longer be read."""

WORKSPACE: Final = ".graphbuild"
MANIFEST: Final = "manifest.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a workspace holds.

    `shards` names the files of the extractions, `graph` the folder of the tables that the last build
    wrote. `settings` say what shapes an extraction, `options` what the last command was told and
    later ones go by.
    """

    shards: tuple[str, ...] = ()
    graph: str = ""
    settings: dict[str, str] = field(default_factory=dict)
    options: dict[str, Any] = field(default_factory=dict)


def load(folder: Path) -> Manifest | None:
    """Return the manifest of an output folder; None when it is no workspace yet.

    Raises `StoreError` when it is damaged, or of another format than this version reads.
    """
    path = folder / WORKSPACE / MANIFEST
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        version = found.pop("format")
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, AttributeError, TypeError) as error:
        raise StoreError(f"{path}: damaged ({error}): {_AGAIN}") from None
    if version != FORMAT:
        raise StoreError(_other_format(path, version))
    try:
        return Manifest(**(found | {"shards": tuple(found["shards"])}))
    except (KeyError, TypeError) as error:
        raise StoreError(f"{path}: damaged ({error}): {_AGAIN}") from None


_AGAIN: Final = f"delete the folder {WORKSPACE} beside it and build again from the articles"


def _other_format(path: Path, version: object) -> str:
    if isinstance(version, int) and version > FORMAT:
        return (
            f"{path}: format {version} is of a newer graphbuild, this one reads {FORMAT}: upgrade graphbuild"
        )
    return f"{path}: format {version!r} is older than this graphbuild reads ({FORMAT}): {_AGAIN}"


def save(folder: Path, manifest: Manifest) -> None:
    """Put a manifest in place. Raises `ExportError` when that cannot be done."""
    text = json.dumps({"format": FORMAT, **asdict(manifest)}, indent=1, sort_keys=True)
    data = f"{text}\n".encode("ascii")
    replace_together(folder / WORKSPACE, {MANIFEST: lambda stream: stream.write(data)})
