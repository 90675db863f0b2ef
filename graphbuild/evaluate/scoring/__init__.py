"""The judges: each compares one kind of thing in a graph with gold, and says what is right or not."""

from __future__ import annotations

from collections.abc import Iterator

from graphbuild.evaluate.judgement import Judgement
from graphbuild.evaluate.scoring.case import Case
from graphbuild.evaluate.scoring.claims import judge_claims
from graphbuild.evaluate.scoring.dates import judge_dates
from graphbuild.evaluate.scoring.entities import judge_entities
from graphbuild.evaluate.scoring.orders import judge_orders
from graphbuild.evaluate.scoring.posts import judge_posts
from graphbuild.evaluate.scoring.relations import judge_relations

__all__ = ["Case", "judge"]

_JUDGES = (judge_entities, judge_dates, judge_relations, judge_posts, judge_orders, judge_claims)


def judge(case: Case) -> Iterator[Judgement]:
    """Yield every judgement on one article, kind by kind."""
    for judge_kind in _JUDGES:
        yield from judge_kind(case)
