"""Documents over processes: every result, in order, with little read ahead."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.engines import map_documents


def _double(number: int) -> int:
    return 2 * number


def _reciprocal(number: int) -> float:
    return 1 / number


class _Counted:
    """Numbers that remember how many were taken."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.taken = 0

    def __iter__(self) -> Iterator[int]:
        for number in range(self.count):
            self.taken += 1
            yield number


@given(st.lists(st.integers()), st.integers(-1, 1))
def test_one_process(items: list[int], jobs: int) -> None:
    """With one job or fewer, the function is applied to each item in order."""
    assert list(map_documents(_double, items, jobs)) == [2 * item for item in items]


def test_one_process_takes_what_is_asked_for() -> None:
    """Items are taken one at a time, so that a stream need not fit into memory."""
    numbers = _Counted(1_000)
    results = map_documents(_double, numbers, 1)
    assert next(results) == 0
    assert numbers.taken == 1


def test_several_processes() -> None:
    """Several processes give every result in the order of the items, and read only a few ahead."""
    numbers = _Counted(100)
    results = map_documents(_double, numbers, 2)
    assert next(results) == 0
    assert numbers.taken < numbers.count / 2
    assert list(results) == [2 * number for number in range(1, 100)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_nothing(jobs: int) -> None:
    """No items give no results."""
    assert list(map_documents(_double, [], jobs)) == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_is_passed_on(jobs: int) -> None:
    """What the function raises comes out where its result would have come."""
    results = map_documents(_reciprocal, [1, 0], jobs)
    assert next(results) == 1
    with pytest.raises(ZeroDivisionError):
        next(results)
