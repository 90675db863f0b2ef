"""More values than memory should hold, sorted: in runs on disk that are merged while they are read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from heapq import merge
from pathlib import Path
from tempfile import TemporaryFile
from types import TracebackType
from typing import IO, Final, Generic, Self, TypeVar

from graphbuild.store import codec

T = TypeVar("T")

_RUN: Final = 16_384
"""Values of a run: so many are in memory while they are sorted."""

_BATCH: Final = 512
"""Values of each run that are in memory while all runs are merged."""


class Runs(Generic[T]):
    """Values of one type of the model, iterated again and again in the order of a key.

    The files have no names and go with the process; `folder` says on which disk they lie. Close it, or
    use it as a context manager.
    """

    def __init__(self, folder: Path, kind: type[T], key: Callable[[T], str]) -> None:
        self._folder = folder
        self._kind = kind
        self._key = key
        self._waiting: list[T] = []
        self._files: list[IO[bytes]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for file in self._files:
            file.close()

    def extend(self, values: Iterable[T]) -> None:
        """Take values in any order."""
        self._waiting.extend(values)
        if len(self._waiting) >= _RUN:
            self._files.append(self._written(sorted(self._waiting, key=self._key)))
            self._waiting.clear()

    def __iter__(self) -> Iterator[T]:
        last = sorted(self._waiting, key=self._key)
        return merge(*map(self._read, self._files), last, key=self._key)

    def _written(self, values: list[T]) -> IO[bytes]:
        from pyarrow import ipc

        file = TemporaryFile(dir=self._folder)  # noqa: SIM115 - closed with the others
        with ipc.new_file(file, codec.schema(self._kind)) as writer:
            for start in range(0, len(values), _BATCH):
                writer.write_table(codec.table(self._kind, values[start : start + _BATCH]))
        return file

    def _read(self, file: IO[bytes]) -> Iterator[T]:
        from pyarrow import ipc

        with ipc.open_file(file) as reader:
            for number in range(reader.num_record_batches):
                yield from codec.rows(self._kind, reader.get_batch(number))
