"""The tables of an evaluation as words and figures, for the terminal and for the page alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graphbuild.evaluate.calibration import Bin, Calibration
from graphbuild.evaluate.evaluation import ArticleResult, Evaluation
from graphbuild.evaluate.gold import TYPES
from graphbuild.evaluate.judgement import Judgement, Verdict
from graphbuild.evaluate.measures import Counts, Interval, Score
from graphbuild.evaluate.quotes import quotes
from graphbuild.evaluate.scoring.entities import ENTITY
from graphbuild.evaluate.scoring.posts import POST
from graphbuild.evaluate.scoring.relations import RELATION

NOTHING = "–"
"""What stands where there is no figure, or no entity."""

_WHOLE = (ENTITY, POST, RELATION)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of words: `caption` says what it shows, the first column is text and the others figures."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Mistake:
    """An item that is missed or false, with the sentences that show it."""

    verdict: str
    what: str
    item: str
    note: str
    sentences: tuple[str, ...]


def scores_sheet(evaluation: Evaluation) -> Sheet:
    """Return the figures of every measure."""
    head = ("", "precision", "recall", "F1", "95 %", "right", "false", "missed")
    rows = tuple((_indented(measure), *_score(score)) for measure, score in evaluation.scores.items())
    return Sheet(f"{counted(len(evaluation.articles), 'article')} scored", head, rows)


def articles_sheet(evaluation: Evaluation) -> Sheet:
    """Return F1 of entities, posts and relations for each article, with what is missed and false in all."""
    head = ("article", *_WHOLE, "missed", "false")
    rows = tuple(_article(article) for article in evaluation.articles)
    return Sheet("F1 by article, and what is missed and false in it", head, rows)


def confusion_sheet(evaluation: Evaluation) -> Sheet:
    """Return the types of gold against those of the graph."""
    types = (*TYPES, "")
    rows = tuple(
        (gold or "in none", *(str(evaluation.confusion.get((gold, graph), "")) for graph in types))
        for gold in types
    )
    return Sheet("types: gold by row, graph by column", ("", *TYPES, "missed"), rows)


def bins_sheet(calibration: Calibration) -> Sheet:
    """Return how many claims of each confidence are right."""
    head = ("confidence", "claims", "right", "share", "95 %")
    rows = tuple((f"{confidence:.2f}", *_bin(found)) for confidence, found in calibration.bins)
    caption = f"reliability: Brier score {calibration.brier:.3f}, calibration error {calibration.error:.3f}"
    return Sheet(caption, head, rows)


def rules_sheet(calibration: Calibration) -> Sheet:
    """Return how many claims of each rule are right, and the confidence that this speaks for."""
    head = ("rule", "stated", "claims", "share", "95 %", "proposed")
    proposal = calibration.proposal()
    rows = tuple(
        (
            f"{key.relation}: {key.rule}",
            f"{key.stated:.2f}",
            *_bin(found, right=False),
            f"{proposal[key]:.2f}",
        )
        for key, found in calibration.rules
    )
    return Sheet("reliability by rule", head, rows)


def mistakes(article: ArticleResult) -> Iterator[Mistake]:
    """Yield all that is missed or false in an article, in the order of the judges."""
    for judgement in article.judgements:
        if judgement.verdict is not Verdict.RIGHT and not judgement.implied:
            yield _mistake(article, judgement)


def counted(count: int, thing: str) -> str:
    """Return "1 article", "2 articles"."""
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


def _indented(measure: str) -> str:
    """Show a part under its whole: "  accompanied" under "relation"."""
    whole, _, part = measure.partition(" ")
    return f"  {part}" if part and whole in {ENTITY, RELATION} else measure


def _mistake(article: ArticleResult, judgement: Judgement) -> Mistake:
    shown = quotes(article.case, judgement)
    return Mistake(judgement.verdict.value, judgement.what, judgement.item, judgement.note, shown)


def _score(score: Score) -> tuple[str, ...]:
    counts = score.counts
    interval = score.f1_interval if score.f1 is not None else score.recall_interval
    return (
        _figure(score.precision),
        _figure(score.recall),
        _figure(score.f1),
        _interval(interval),
        *map(str, (counts.right, counts.false, counts.missed)),
    )


def _figure(value: float | None) -> str:
    return NOTHING if value is None else f"{value:.3f}"


def _interval(interval: Interval | None) -> str:
    return NOTHING if interval is None else f"{interval[0]:.3f}–{interval[1]:.3f}"


def _bin(found: Bin, *, right: bool = True) -> Sequence[str]:
    counts = (found.claims, found.right) if right else (found.claims,)
    return (*map(str, counts), f"{found.share:.3f}", _interval((found.low, found.high)))


def _article(article: ArticleResult) -> tuple[str, ...]:
    counts = [article.counts.get(measure) for measure in _WHOLE]
    total = sum((one for one in counts if one), Counts())
    figures = (NOTHING if one is None else f"{one.f1:.3f}" for one in counts)
    return (article.gold.name, *figures, str(total.missed), str(total.false))
