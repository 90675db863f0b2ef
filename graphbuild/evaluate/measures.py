"""Counts to figures: precision, recall and F1, with intervals by resampling articles."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from graphbuild.evaluate.gold import RELATIONS, TYPES
from graphbuild.evaluate.judgement import Judgement, Verdict
from graphbuild.evaluate.scoring.claims import MODALITY
from graphbuild.evaluate.scoring.dates import EVENT_DATE
from graphbuild.evaluate.scoring.entities import ENTITY, RESOLVED
from graphbuild.evaluate.scoring.orders import ORDER
from graphbuild.evaluate.scoring.posts import POST, POST_TITLE
from graphbuild.evaluate.scoring.relations import RELATION

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MEASURES: Final = (
    ENTITY,
    *(f"{ENTITY} {name}" for name in TYPES),
    RESOLVED,
    POST,
    POST_TITLE,
    RELATION,
    *(f"{RELATION} {name}" for name in RELATIONS),
    EVENT_DATE,
    ORDER,
    MODALITY,
)
"""All measures, in the order in which they are shown."""

RECALL_ONLY: Final = frozenset(
    {RESOLVED, POST_TITLE, EVENT_DATE, f"{RELATION} part_of", f"{RELATION} located_in"}
)
"""Measures for which nothing is ever counted as false, so that precision would say nothing."""

RESAMPLES: Final = 1000
SEED: Final = 0

Interval = tuple[float, float]
"""The middle 95 % of the resamples."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many items of a measure are right, false and missed."""

    right: int = 0
    false: int = 0
    missed: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.right + other.right, self.false + other.false, self.missed + other.missed)

    @property
    def precision(self) -> float:
        """The share of what the graph has that is right; 0 when it has nothing."""
        return _ratio(self.right, self.right + self.false)

    @property
    def recall(self) -> float:
        """The share of what gold has that is found; 0 when gold has nothing."""
        return _ratio(self.right, self.right + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall (van Rijsbergen, 1979)."""
        return _ratio(2 * self.right, 2 * self.right + self.false + self.missed)

    def __bool__(self) -> bool:
        return bool(self.right or self.false or self.missed)


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


@dataclass(frozen=True, slots=True)
class Score:
    """The figures of one measure. `precision`, `f1` and their intervals are None where recall says all.

    Intervals are None for a single article, which cannot be resampled.
    """

    counts: Counts
    recall: float
    precision: float | None = None
    f1: float | None = None
    recall_interval: Interval | None = None
    precision_interval: Interval | None = None
    f1_interval: Interval | None = None


def counted(judgements: Iterable[Judgement]) -> dict[str, Counts]:
    """Count the judgements by measure."""
    tally: Counter[tuple[str, Verdict]] = Counter()
    for judgement in judgements:
        for measure in judgement.measures:
            tally[measure, judgement.verdict] += 1
    return {
        measure: Counts(
            *(tally[measure, verdict] for verdict in (Verdict.RIGHT, Verdict.FALSE, Verdict.MISSED))
        )
        for measure in MEASURES
        if any((measure, verdict) in tally for verdict in Verdict)
    }


def scores(articles: Sequence[Mapping[str, Counts]]) -> dict[str, Score]:
    """Return the figures over all articles, each given by its counts, in the order of `MEASURES`.

    The intervals are percentiles of 1,000 bootstrap resamples of whole articles (Efron and Tibshirani,
    1993), drawn with a fixed seed; resamples in which a measure has no item are left out of its interval.
    """
    totals = {
        measure: sum((one.get(measure, Counts()) for one in articles), Counts())
        for measure in MEASURES
        if any(measure in one for one in articles)
    }
    if len(articles) < 2 or not totals:
        return {measure: _score(measure, counts) for measure, counts in totals.items()}
    weights = _resamples(len(articles))
    return {
        measure: _score(measure, counts, _drawn(measure, articles, weights))
        for measure, counts in totals.items()
    }


def _score(measure: str, counts: Counts, drawn: list[Counts] | None = None) -> Score:
    if measure in RECALL_ONLY:
        return Score(counts, counts.recall, recall_interval=_interval([c.recall for c in drawn or ()]))
    return Score(
        counts,
        counts.recall,
        counts.precision,
        counts.f1,
        _interval([one.recall for one in drawn or ()]),
        _interval([one.precision for one in drawn or ()]),
        _interval([one.f1 for one in drawn or ()]),
    )


def _resamples(articles: int) -> NDArray[np.int64]:
    """Return how often each article (column) is drawn in each resample (row)."""
    import numpy as np

    draw = random.Random(SEED)  # noqa: S311 - a sample that repeats, no secret
    weights = np.zeros((RESAMPLES, articles), dtype=np.int64)
    for row in weights:
        for place in draw.choices(range(articles), k=articles):
            row[place] += 1
    return weights


def _drawn(
    measure: str, articles: Sequence[Mapping[str, Counts]], weights: NDArray[np.int64]
) -> list[Counts]:
    import numpy as np

    one = [article.get(measure, Counts()) for article in articles]
    table = np.array([(counts.right, counts.false, counts.missed) for counts in one], dtype=np.int64)
    resampled = (Counts(*map(int, row)) for row in weights @ table)
    return [counts for counts in resampled if counts]


def _interval(values: list[float]) -> Interval | None:
    if not values:
        return None
    ordered = sorted(values)
    cut = len(ordered) // 40
    return ordered[cut], ordered[-1 - cut]
