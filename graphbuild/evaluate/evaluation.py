"""Building every gold article and judging its graph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from graphbuild.evaluate.measures import Counts, Score, counted, scores
from graphbuild.evaluate.scoring import judge
from graphbuild.evaluate.scoring.case import Case, open_case
from graphbuild.evaluate.scoring.entities import type_pairs
from graphbuild.model import GraphData

if TYPE_CHECKING:
    from graphbuild.evaluate.gold import GoldArticle
    from graphbuild.evaluate.judgement import Judgement
    from graphbuild.graph import Graph

Builder = Callable[["GoldArticle"], "Graph"]
"""Makes the graph of one gold article, alone."""


@dataclass(frozen=True)
class ArticleResult:
    """What became of one article; `problem` says why it could not be read, and its graph is empty then."""

    case: Case
    judgements: tuple[Judgement, ...]
    problem: str = ""

    @property
    def gold(self) -> GoldArticle:
        """The gold that it was compared with."""
        return self.case.gold

    @cached_property
    def counts(self) -> dict[str, Counts]:
        """The counts by measure."""
        return counted(self.judgements)


@dataclass(frozen=True)
class Evaluation:
    """The results of all articles, in the order of their gold."""

    articles: tuple[ArticleResult, ...]

    @cached_property
    def scores(self) -> dict[str, Score]:
        """The figures by measure, with intervals."""
        return scores([article.counts for article in self.articles])

    @cached_property
    def confusion(self) -> dict[tuple[str, str], int]:
        """How often an entity of one type in gold has another in the graph; "" stands for nothing there."""
        pairs = (pair for article in self.articles for pair in type_pairs(article.case))
        return dict(sorted(Counter(pairs).items()))

    @property
    def unread(self) -> tuple[ArticleResult, ...]:
        """The articles that could not be read: all of their gold counts as missed."""
        return tuple(article for article in self.articles if article.problem)

    def sets(self) -> dict[str, Evaluation]:
        """Return one evaluation for each folder of gold, by its name."""
        names = dict.fromkeys(article.gold.set for article in self.articles)
        return {
            name: Evaluation(tuple(one for one in self.articles if one.gold.set == name)) for name in names
        }


def evaluate(
    gold: Sequence[GoldArticle],
    *,
    builder: Builder | None = None,
    on_graph: Callable[[GoldArticle, Graph], None] | None = None,
) -> Evaluation:
    """Build each article alone and compare its graph with gold.

    `builder` makes the graph of an article, by default `build_article`; whatever it is, an article
    that it cannot read counts as an empty graph. `on_graph` is told of each graph as it is made.
    """
    return Evaluation(tuple(_results(gold, builder or build_article, on_graph)))


def build_article(gold: GoldArticle, *, model: str | None = None, places: Iterable[str | Path] = ()) -> Graph:
    """Return the graph of a gold article, read as `graphbuild build` reads it."""
    from graphbuild import pipeline

    chosen = model or pipeline.DEFAULT_MODEL
    return pipeline.build([gold.article], locus=gold.locus, model=chosen, places=places)


def _results(
    gold: Iterable[GoldArticle], builder: Builder, on_graph: Callable[[GoldArticle, Graph], None] | None
) -> Iterator[ArticleResult]:
    for article in gold:
        graph = builder(article)
        if on_graph is not None:
            on_graph(article, graph)
        problem = "; ".join(map(str, graph.problems))
        yield replace(judge_graph(article, graph.data), problem=problem)


def judge_graph(gold: GoldArticle, data: GraphData) -> ArticleResult:
    """Compare one graph with gold."""
    case = open_case(gold, data)
    return ArticleResult(case, tuple(judge(case)))
