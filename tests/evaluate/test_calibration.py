"""Confidence against gold."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.evaluate.calibration import Bin, Calibration, Rule, calibrate, judged_claims, wilson
from tests.evaluate.conftest import FIRST, SECOND, claim, with_edges

if TYPE_CHECKING:
    from graphbuild.model import GraphData
    from tests.evaluate.conftest import Bench


def test_claims_are_judged_by_gold(bench: Bench, perfect: GraphData) -> None:
    """Edges and posts are right or wrong; what is planned is not asked."""
    wrong = claim("n-sun", "visited", "n-tea", SECOND, confidence=0.65)
    data = with_edges(replace(perfect, claims=(*perfect.claims, wrong)))
    judged = list(judged_claims(bench.judge(data)))
    assert sorted((one.confidence, one.right) for one in judged) == [
        (0.65, False), (0.7, True), (0.9, True), (0.9, True), (0.9, True), (0.9, True),
    ]  # fmt: skip


def test_unsure_claims_are_asked_too(bench: Bench, perfect: GraphData) -> None:
    """A claim that is too unsure to become an edge may be right."""
    unsure = tuple(replace(one, confidence=0.4) for one in perfect.claims if one.relation == "accompanied")
    judged = list(judged_claims(bench.judge(replace(perfect, claims=unsure, edges=()))))
    assert [(one.confidence, one.right) for one in judged] == [(0.4, True), (0.4, True)]


def test_what_gold_leaves_open_is_not_asked(bench: Bench, perfect: GraphData) -> None:
    """An optional relation says nothing of its claim."""
    relations = [{"type": "visited", "subject": "qian", "object": "tea", "optional": True}]
    data = with_edges(replace(perfect, claims=(claim("n-qian", "visited", "n-tea", FIRST),)))
    assert list(judged_claims(bench.judge(data, relations=relations))) == []


def test_reliability_by_confidence_and_rule(bench: Bench) -> None:
    """Claims are put together by confidence and by rule, with their share that is right."""
    found = calibrate([bench.judge()])
    assert [(confidence, one.claims, one.share) for confidence, one in found.bins] == [
        (0.7, 1, 1),
        (0.9, 4, 1),
    ]
    assert dict(found.rules)[Rule("accompanied", "test", 0.9)].claims == 2
    assert found.brier == pytest.approx((4 * 0.1**2 + 0.3**2) / 5)
    assert found.error == pytest.approx((4 * 0.1 + 0.3) / 5)


def test_nothing_to_judge() -> None:
    """Without claims there are no bins, and nothing is divided by their number."""
    assert calibrate([]) == Calibration((), (), 0.0, 0.0)
    assert calibrate([]).proposal() == {}


def test_a_proposal_follows_what_is_right() -> None:
    """A rule that is often right may say so; one with few claims is drawn towards all the others."""
    rules = (
        (Rule("visited", "often", 0.8), Bin(100, 90, 0.5, 0.8, 0.95)),
        (Rule("visited", "rarely", 0.8), Bin(100, 20, 0.5, 0.1, 0.3)),
        (Rule("visited", "seldom-seen", 0.8), Bin(1, 0, 0.5, 0.0, 0.8)),
    )
    proposal = Calibration((), rules, 0.0, 0.0).proposal()
    assert proposal[Rule("visited", "often", 0.8)] == 0.9
    assert proposal[Rule("visited", "rarely", 0.8)] == 0.5
    assert proposal[Rule("visited", "seldom-seen", 0.8)] == 0.5


def test_wilson_by_hand() -> None:
    """The interval of nine of ten, as tables have it."""
    low, high = wilson(9, 10)
    assert (round(low, 3), round(high, 3)) == (0.596, 0.982)


@given(st.integers(1, 500).flatmap(lambda count: st.tuples(st.integers(0, count), st.just(count))))
def test_wilson_holds_the_share(right_of: tuple[int, int]) -> None:
    """The interval lies between 0 and 1 and holds the share itself."""
    right, count = right_of
    low, high = wilson(right, count)
    assert 0 <= low <= right / count + 1e-9
    assert right / count - 1e-9 <= high <= 1
