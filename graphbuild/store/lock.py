"""One writer at a time: a lock that the system lets go when its process ends, however it ends."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING, Final

from graphbuild.errors import StoreError
from graphbuild.store.manifest import MANIFEST, WORKSPACE

if TYPE_CHECKING:
    from filelock import BaseFileLock

_LOCK: Final = "lock"
_WRITER: Final = "writer"


@contextmanager
def writing_to(folder: Path) -> Iterator[Path]:
    """Hold the lock of an output folder while the block runs; yields the folder of its workspace.

    Raises `StoreError` at once, naming the process, when another one writes to it. A process that
    was killed holds no lock.
    """
    home, existed = folder / WORKSPACE, folder.exists()
    lock = _taken(folder, home)
    try:
        (home / _WRITER).write_text(f"{os.getpid()}\n", encoding="ascii")
        yield home
    finally:
        (home / _WRITER).unlink(missing_ok=True)
        lock.release()
        _tidy(folder, home, existed=existed)


def _tidy(folder: Path, home: Path, *, existed: bool) -> None:
    """Leave no trace of a first run that came to nothing."""
    if not any(home.rglob("*.parquet")) and not (home / MANIFEST).exists():
        rmtree(home, ignore_errors=True)
        if not existed:
            with suppress(OSError):
                folder.rmdir()


def _taken(folder: Path, home: Path) -> BaseFileLock:
    from filelock import FileLock, Timeout

    try:
        home.mkdir(parents=True, exist_ok=True)
        lock = FileLock(home / _LOCK, timeout=0)
        lock.acquire()
    except Timeout:
        raise StoreError(f"{folder}: {_who(home)} is writing to it: wait until it ends") from None
    except OSError as error:
        raise StoreError(f"{folder}: cannot be written: {error.strerror or error}") from error
    return lock


def _who(home: Path) -> str:
    with suppress(OSError, ValueError):
        return f"process {int((home / _WRITER).read_text(encoding='ascii'))}"
    return "another process"
