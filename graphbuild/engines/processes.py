"""Documents over the processes of one machine, results in the order of the input."""

from __future__ import annotations

from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

T = TypeVar("T")
R = TypeVar("R")
_AHEAD: Final = 4


def map_documents(function: Callable[[T], R], items: Iterable[T], jobs: int) -> Iterator[R]:
    """Apply `function` to each item, in `jobs` processes when that is more than one.

    Results come in the order of the items, and at most a few items a process are read ahead, so
    that memory stays flat. `function` must be picklable.
    """
    if jobs <= 1:
        yield from map(function, items)
        return
    # Fork would copy a parent that has threads and a loaded model; spawn starts clean everywhere.
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        source = iter(items)
        pending: deque[Future[R]] = deque(
            pool.submit(function, item) for item in islice(source, jobs * _AHEAD)
        )
        while pending:
            yield pending.popleft().result()
            pending.extend(pool.submit(function, item) for item in islice(source, 1))
