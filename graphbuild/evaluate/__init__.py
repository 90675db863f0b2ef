"""How good a graph is: articles with hand-made gold are built, compared, and counted.

    >>> from graphbuild.evaluate import evaluate, read_gold
    >>> evaluation = evaluate(read_gold(["gold/"]))  # doctest: +SKIP
    >>> evaluation.scores["relation"].f1  # doctest: +SKIP

What is right, missed and false is defined in docs/gold.md.
"""

from __future__ import annotations

from graphbuild.evaluate.evaluation import ArticleResult, Evaluation, build_article, evaluate, judge_graph
from graphbuild.evaluate.gold import GoldArticle
from graphbuild.evaluate.judgement import Judgement, Verdict
from graphbuild.evaluate.measures import Counts, Score
from graphbuild.evaluate.reading import read_gold, read_gold_file

__all__ = [
    "ArticleResult",
    "Counts",
    "Evaluation",
    "GoldArticle",
    "Judgement",
    "Score",
    "Verdict",
    "build_article",
    "evaluate",
    "judge_graph",
    "read_gold",
    "read_gold_file",
]
