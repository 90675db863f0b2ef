"""Floors: quality may rise, and falls only for a reason that is written down."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.errors import GoldError
from graphbuild.evaluate.evaluation import Evaluation
from graphbuild.evaluate.floors import Floors, Key, Lowering, figures, read_floors

if TYPE_CHECKING:
    from pathlib import Path

    from graphbuild.model import GraphData
    from tests.evaluate.conftest import Bench

KEY = Key("set", "entity", "f1")


@pytest.fixture
def good(bench: Bench) -> Evaluation:
    """Return the evaluation of the perfect graph."""
    return Evaluation((bench.judge(),))


@pytest.fixture
def worse(bench: Bench, perfect: GraphData) -> Evaluation:
    """Return the evaluation of a graph that lacks an entity."""
    return Evaluation((bench.judge(replace(perfect, entities=perfect.entities[1:])),))


def test_figures_are_rounded_down(worse: Evaluation) -> None:
    """A floor is never above what was measured."""
    assert figures(worse)[KEY] == 0.909
    assert worse.scores["entity"].f1 == pytest.approx(10 / 11)


def test_floors_are_raised(good: Evaluation, worse: Evaluation) -> None:
    """Floors rise to what is measured, and stay there when less is measured."""
    first = Floors().raised(worse)
    assert first.floors[KEY] == 0.909
    second = first.raised(good)
    assert second.floors[KEY] == second.highest[KEY] == 1
    assert second.raised(worse) == second


def test_a_figure_under_its_floor(good: Evaluation, worse: Evaluation) -> None:
    """A figure that sinks is a breach; one that stays is none."""
    floors = Floors().raised(good)
    assert floors.breaches(good) == []
    breaches = {one.key: (one.floor, one.measured) for one in floors.breaches(worse)}
    assert breaches[KEY] == (1, 0.909)


def test_other_sets_are_let_be(good: Evaluation) -> None:
    """Floors of a set that was not evaluated are not asked."""
    floors = Floors({Key("other", "entity", "f1"): 1.0})
    assert floors.breaches(good) == []


def test_a_measure_that_is_gone_is_a_breach(good: Evaluation) -> None:
    """What gold no longer asks for cannot hold its floor."""
    floors = Floors({Key("set", "relation met", "f1"): 0.5})
    assert [one.measured for one in floors.breaches(good)] == [0.0]


def test_lowering_needs_a_reason(good: Evaluation, worse: Evaluation) -> None:
    """A floor that was lowered by hand is found out; one with its reason is not."""
    floors = Floors().raised(good)
    by_hand = replace(floors, floors={**floors.floors, KEY: 0.9})
    assert by_hand.unexplained() == [KEY]
    without = replace(floors, floors={key: value for key, value in floors.floors.items() if key != KEY})
    assert without.unexplained() == [KEY]
    sunk = floors.sunk(worse, "the gold was wrong")
    assert sunk.unexplained() == []
    assert sunk.breaches(worse) == []
    blank = replace(sunk, lowered=tuple(one._replace(reason=" ") for one in sunk.lowered))
    assert KEY in blank.unexplained()


def test_a_reason_is_for_one_lowering(good: Evaluation, worse: Evaluation) -> None:
    """A floor that sinks again needs a reason again."""
    sunk = Floors().raised(good).sunk(worse, "the gold was wrong")
    again = replace(sunk, floors={**sunk.floors, KEY: 0.5})
    assert again.unexplained() == [KEY]


def test_a_file_that_is_not_there_is_empty(tmp_path: Path) -> None:
    """The first floors need no file."""
    assert read_floors(tmp_path / "floors.toml") == Floors()


@pytest.mark.parametrize(
    "text",
    [
        "nonsense",
        "floors = 3",
        "[floors]\nset = 3",
        "[floors.set]\nentity = 3",
        "[floors.set]\nentity = { f2 = 0.5 }",
        "[floors.set]\nentity = { f1 = 2 }",
        "[floors.set]\nentity = { f1 = nan }",
        "[floors.set]\nentity = { f1 = 'x' }",
        "lowered = 3",
        "[[lowered]]\nset = 'set'",
        "lowered = [3]",
    ],
)
def test_malformed_floors(tmp_path: Path, text: str) -> None:
    """A file that is no file of floors is one error that names it."""
    path = tmp_path / "floors.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(GoldError, match=r"floors\.toml"):
        read_floors(path)


_NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)
_VALUES = st.integers(0, 1000).map(lambda value: value / 1000)
_KEYS = st.builds(Key, _NAMES, _NAMES, st.sampled_from(["precision", "recall", "f1"]))
_FLOORS = st.builds(
    Floors,
    st.dictionaries(_KEYS, _VALUES, max_size=4),
    st.dictionaries(_KEYS, _VALUES, max_size=4),
    st.lists(st.builds(Lowering, _KEYS, _VALUES, _VALUES, _NAMES), max_size=2).map(tuple),
)


@given(_FLOORS)
def test_floors_survive_their_file(tmp_path_factory: pytest.TempPathFactory, floors: Floors) -> None:
    """What is written is read again, whatever the names hold."""
    path = tmp_path_factory.mktemp("floors") / "floors.toml"
    path.write_text(floors.to_toml(), encoding="utf-8", newline="\n")
    assert tomllib.loads(floors.to_toml()) is not None
    assert read_floors(path) == floors
