"""Counts to figures."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.evaluate.judgement import Judgement, Verdict
from graphbuild.evaluate.measures import MEASURES, RECALL_ONLY, Counts, counted, scores

_COUNTS = st.builds(Counts, st.integers(0, 9), st.integers(0, 9), st.integers(0, 9))


def test_precision_recall_and_f1() -> None:
    """Six right of eight told and of ten asked for."""
    counts = Counts(right=6, false=2, missed=4)
    assert (counts.precision, counts.recall) == (0.75, 0.6)
    assert counts.f1 == pytest.approx(2 * 0.75 * 0.6 / (0.75 + 0.6))


def test_nothing_is_zero() -> None:
    """Without anything right all figures are 0, and none divides by it."""
    for counts in (Counts(), Counts(false=1), Counts(missed=1)):
        assert (counts.precision, counts.recall, counts.f1) == (0, 0, 0)


def test_a_judgement_counts_for_all_its_measures() -> None:
    """An official counts among the officials and among the entities."""
    judgement = Judgement(Verdict.RIGHT, ("entity Official", "entity"), "Official", "Qian Duofu")
    assert counted([judgement]) == {"entity": Counts(1), "entity Official": Counts(1)}


def test_recall_only() -> None:
    """Where nothing is ever false, precision and F1 are not given."""
    found = scores([{measure: Counts(1, 0, 1) for measure in MEASURES}] * 2)
    assert {name for name, one in found.items() if one.precision is None and one.f1 is None} == RECALL_ONLY
    assert {one.recall for one in found.values()} == {0.5}


def test_one_article_has_no_interval() -> None:
    """A single article cannot be resampled."""
    assert scores([{"entity": Counts(1)}])["entity"].f1_interval is None
    assert scores([]) == {}


def test_equal_articles_have_a_narrow_interval() -> None:
    """When every article is alike, so is every resample."""
    score = scores([{"entity": Counts(3, 1, 2)}] * 5)["entity"]
    assert score.f1_interval == (score.f1, score.f1)


def test_an_interval_by_hand() -> None:
    """Of two articles, one right and one wrong, a quarter of the resamples holds one alone."""
    score = scores([{"entity": Counts(right=1)}, {"entity": Counts(missed=1)}])["entity"]
    assert score.recall_interval == (0, 1)
    assert score.recall == 0.5


def test_resamples_without_the_item_are_left_out() -> None:
    """A measure that one article of many has is not drawn down by the others."""
    score = scores([{"modality": Counts(right=2)}, *[{"entity": Counts(1)}] * 6])["modality"]
    assert score.recall_interval == (1, 1)


@settings(max_examples=20, deadline=None)
@given(
    st.lists(
        st.dictionaries(st.sampled_from(["entity", "post", "resolved"]), _COUNTS), min_size=2, max_size=6
    )
)
def test_figures_do_not_depend_on_the_run(articles: list[dict[str, Counts]]) -> None:
    """The same articles give the same intervals, and bounds come in order."""
    found = scores(articles)
    assert found == scores(articles)
    for score in found.values():
        for interval in (score.recall_interval, score.precision_interval, score.f1_interval):
            assert interval is None or 0 <= interval[0] <= interval[1] <= 1
