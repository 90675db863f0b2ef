"""The order of companions: for every two of them, who is listed first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from graphbuild.evaluate.found import Pair
from graphbuild.evaluate.gold import GoldOrder
from graphbuild.evaluate.judgement import Judgement, Verdict
from graphbuild.evaluate.scoring.case import Case

ORDER = "companion order"
_PRINCIPAL = "principal"
_COMPANION = "companion"


def judge_orders(case: Case) -> Iterator[Judgement]:
    """Judge each pair of companions that gold orders.

    A pair that the graph has in the right order is right, one that it has the other way round is
    false as well as missed, one of which it lacks a half or the order is missed.
    """
    for order in case.gold.orders:
        yield from _judge(case, order)


def _judge(case: Case, order: GoldOrder) -> Iterator[Judgement]:
    listed = _listed(case, order.principal)
    for first, second in combinations(order.companions, 2):
        if case.optional(first, second, order.principal):
            continue
        item = f"{case.name(first)} before {case.name(second)}, with {case.name(order.principal)}"
        ends = (first, second)
        right = (first, second) in listed
        verdict = Verdict.RIGHT if right else Verdict.MISSED
        yield Judgement(verdict, (ORDER,), ORDER, item, wanted=ends)
        if (second, first) in listed:
            item = f"{case.name(second)} before {case.name(first)}, with {case.name(order.principal)}"
            yield Judgement(Verdict.FALSE, (ORDER,), ORDER, item, wanted=ends)


def _listed(case: Case, principal: str) -> set[Pair]:
    """Return the pairs of companions, by ids of gold, in the order in which visits list them."""
    pairs: set[Pair] = set()
    for event in case.data.events:
        roles = [(part.role, case.gold_of(part.official), part.position) for part in event.participations]
        if (_PRINCIPAL, principal) in {(role, person) for role, person, _ in roles}:
            companions = [
                (position, person)
                for role, person, position in roles
                if role == _COMPANION and person is not None and position is not None
            ]
            ordered = [person for _, person in sorted(companions)]
            pairs.update(combinations(ordered, 2))
    return pairs
