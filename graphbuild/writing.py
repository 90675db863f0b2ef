"""Files that are either wholly there or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from graphbuild.errors import ExportError


def replace_together(folder: Path, writers: Mapping[str, Callable[[BinaryIO], object]]) -> tuple[Path, ...]:
    """Write several files of one folder, each by a function that is given an open binary stream.

    A name may lead into a folder below: "csv/edges.csv". All are written under temporary names
    beside their own and brought to disk before the first takes its place, so that a failure or an
    interrupt of any of them leaves every old file as it was. Returns the paths. Raises
    `ExportError` if the folder or a file in it cannot be written.
    """
    folders = {parent for name in writers for parent in _up_to(folder, folder / name)}
    made = sorted((each for each in folders if not each.exists()), reverse=True)
    try:
        for each in reversed(made):
            each.mkdir(parents=True, exist_ok=True)
        return _replace(folder, writers)
    except OSError as error:
        raise ExportError(f"{folder}: cannot be written: {error.strerror or error}") from error
    finally:
        for each in made:  # a folder that we made and left empty goes again
            with suppress(OSError):
                each.rmdir()


def _up_to(folder: Path, file: Path) -> list[Path]:
    """Return the folders of a file, from its own up to `folder`."""
    return [parent for parent in (*file.parents, folder) if parent.is_relative_to(folder)]


def _replace(folder: Path, writers: Mapping[str, Callable[[BinaryIO], object]]) -> tuple[Path, ...]:
    temporary = {name: _beside(folder / name) for name in writers}
    try:
        for name, write in writers.items():
            _write_through(temporary[name], write)
        return tuple(path.replace(folder / name) for name, path in temporary.items())
    finally:
        for path in temporary.values():
            path.unlink(missing_ok=True)


def _beside(target: Path) -> Path:
    """Return the temporary file of a file, in its own folder."""
    return target.with_name(f".{target.name}.{os.getpid()}.part")


def _write_through(path: Path, write: Callable[[BinaryIO], object]) -> None:
    with path.open("wb") as stream:
        write(stream)
        stream.flush()
        os.fsync(stream.fileno())
