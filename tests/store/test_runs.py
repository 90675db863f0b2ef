"""Runs on disk: many values, sorted, a few in memory."""

from __future__ import annotations

from operator import attrgetter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphbuild.model import Post
from graphbuild.store import runs
from graphbuild.store.runs import Runs

TEXTS = st.text(st.characters(codec=None), max_size=5)


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a run hold few values, and a batch fewer."""
    monkeypatch.setattr(runs, "_RUN", 7)
    monkeypatch.setattr(runs, "_BATCH", 3)


@given(portions=st.lists(st.lists(st.builds(Post, TEXTS, TEXTS, st.none() | TEXTS), max_size=9), max_size=9))
@settings(suppress_health_check=list(HealthCheck), deadline=None)
def test_values_come_sorted_again_and_again(tmp_path: Path, portions: list[list[Post]]) -> None:
    """Whatever the portions, all values come in the order of the key, equals as they came."""
    with Runs(tmp_path, Post, attrgetter("id")) as found:
        for portion in portions:
            found.extend(portion)
        expected = sorted((each for portion in portions for each in portion), key=attrgetter("id"))
        assert list(found) == list(found) == expected


def test_nothing_is_left_behind(tmp_path: Path) -> None:
    """The files go with the runs."""
    with Runs(tmp_path, Post, attrgetter("id")) as found:
        found.extend(Post(str(number), "mayor") for number in range(50))
        assert len(list(found)) == 50
    assert list(tmp_path.iterdir()) == []
