"""An evaluation as data, for JSON.

::

    {articles, unread: [{name, problem}],
     scores     {measure: {p, r, f1, p_interval, r_interval, f1_interval, right, false, missed}},
     confusion  [{gold, graph, count}],
     per_article [{name, set, scores: {measure: {right, false, missed}}}],
     errors     [{name, set, verdict, measures, what, item, note, sentences}],
     calibration {brier, error, bins: [...], rules: [...]}}

Figures have four digits; `p`, `f1` and their intervals are null for measures of recall alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graphbuild.evaluate.calibration import Bin, Calibration
from graphbuild.evaluate.evaluation import ArticleResult, Evaluation
from graphbuild.evaluate.judgement import Judgement, Verdict
from graphbuild.evaluate.measures import Counts, Interval, Score
from graphbuild.evaluate.quotes import quotes

_DIGITS = 4


def record(
    evaluation: Evaluation, *, errors: bool = False, calibration: Calibration | None = None
) -> dict[str, Any]:
    """Return an evaluation as plain data; `errors` and the calibration only where asked for."""
    found: dict[str, Any] = {
        "articles": len(evaluation.articles),
        "unread": [{"name": one.gold.name, "problem": one.problem} for one in evaluation.unread],
        "scores": {measure: _score(score) for measure, score in evaluation.scores.items()},
        "confusion": [
            {"gold": gold or None, "graph": graph or None, "count": count}
            for (gold, graph), count in evaluation.confusion.items()
        ],
        "per_article": [_article(article) for article in evaluation.articles],
    }
    if errors:
        found["errors"] = [
            _error(article, judgement)
            for article in evaluation.articles
            for judgement in article.judgements
            if judgement.verdict is not Verdict.RIGHT and not judgement.implied
        ]
    if calibration is not None:
        found["calibration"] = _calibration(calibration)
    return found


def _score(score: Score) -> dict[str, Any]:
    return {
        "p": _figure(score.precision),
        "r": _figure(score.recall),
        "f1": _figure(score.f1),
        "p_interval": _interval(score.precision_interval),
        "r_interval": _interval(score.recall_interval),
        "f1_interval": _interval(score.f1_interval),
        **_counts(score.counts),
    }


def _counts(counts: Counts) -> dict[str, int]:
    return {"right": counts.right, "false": counts.false, "missed": counts.missed}


def _figure(value: float | None) -> float | None:
    return None if value is None else round(value, _DIGITS)


def _interval(interval: Interval | None) -> list[float] | None:
    return None if interval is None else [round(bound, _DIGITS) for bound in interval]


def _article(article: ArticleResult) -> dict[str, Any]:
    counts: Mapping[str, Counts] = article.counts
    return {
        "name": article.gold.name,
        "set": article.gold.set,
        "scores": {measure: _counts(one) for measure, one in counts.items()},
    }


def _error(article: ArticleResult, judgement: Judgement) -> dict[str, Any]:
    return {
        "name": article.gold.name,
        "set": article.gold.set,
        "verdict": judgement.verdict.value,
        "measures": list(judgement.measures),
        "what": judgement.what,
        "item": judgement.item,
        "note": judgement.note,
        "sentences": list(quotes(article.case, judgement)),
    }


def _calibration(calibration: Calibration) -> dict[str, Any]:
    proposal = calibration.proposal()
    return {
        "brier": _figure(calibration.brier),
        "error": _figure(calibration.error),
        "bins": [{"confidence": confidence, **_bin(found)} for confidence, found in calibration.bins],
        "rules": [
            {
                "relation": key.relation,
                "rule": key.rule,
                "confidence": key.stated,
                **_bin(found),
                "proposed": proposal[key],
            }
            for key, found in calibration.rules
        ],
    }


def _bin(found: Bin) -> dict[str, Any]:
    return {
        "claims": found.claims,
        "right": found.right,
        "share": _figure(found.share),
        "interval": _interval((found.low, found.high)),
    }
