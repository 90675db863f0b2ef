"""Relations: right when both ends are the right entities; their types are not asked again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graphbuild.evaluate.found import Pair
from graphbuild.evaluate.gold import BACKGROUND, CORE, RELATIONS, SYMMETRIC
from graphbuild.evaluate.judgement import Judgement, Verdict
from graphbuild.evaluate.scoring.case import Case

RELATION = "relation"
"""The five core relations together."""

_Wanted = Mapping[Pair, bool]
"""Pairs of gold entities, and whether each is optional."""


def judge_relations(case: Case) -> Iterator[Judgement]:
    """Judge the edges of every relation of gold."""
    for relation in RELATIONS:
        yield from _judge(case, relation)


def measures_of(relation: str) -> tuple[str, ...]:
    """Return what an edge of a relation counts for."""
    own = f"{RELATION} {relation}"
    return (own, RELATION) if relation in CORE else (own,)


def _judge(case: Case, relation: str) -> Iterator[Judgement]:
    stated = {
        (each.subject, each.object): each.optional for each in case.gold.relations if each.type == relation
    }
    wanted = {pair: optional or case.optional(*pair) for pair, optional in stated.items()}
    found, strangers = _sorted_out(case, relation)
    yield from _wanted(case, relation, wanted, found)
    if relation in BACKGROUND:
        return
    allowed = wanted.keys() | ({pair[::-1] for pair in wanted} if relation == SYMMETRIC else set())
    for pair, edge in sorted(found.items()):
        if pair not in allowed:
            yield _false(case, relation, edge)
    for edge in strangers:
        yield _false(case, relation, edge)


def _sorted_out(case: Case, relation: str) -> tuple[dict[Pair, Pair], list[Pair]]:
    """Return the edges between entities of gold, by these, and those with an end that is none of them.

    A pair that met is one, in whichever directions the graph has it.
    """
    known: dict[Pair, Pair] = {}
    strangers: dict[object, Pair] = {}
    for edge in sorted(case.found.edges[relation]):
        subject, object_ = map(case.gold_of, edge)
        if subject is None or object_ is None:
            strangers[frozenset(edge) if relation == SYMMETRIC else edge] = edge
        elif relation != SYMMETRIC or (object_, subject) not in known:
            known[subject, object_] = edge
    return known, list(strangers.values())


def _wanted(case: Case, relation: str, wanted: _Wanted, found: Mapping[Pair, Pair]) -> Iterator[Judgement]:
    for pair, optional in wanted.items():
        if optional:
            continue
        edge = found.get(pair) or (found.get(pair[::-1]) if relation == SYMMETRIC else None)
        item = " → ".join(map(case.name, pair))
        verdict = Verdict.RIGHT if edge else Verdict.MISSED
        triple = (edge[0], RELATIONS[relation], edge[1]) if edge else None
        yield Judgement(verdict, measures_of(relation), relation, item, wanted=pair, edge=triple)


def _false(case: Case, relation: str, edge: Pair) -> Judgement:
    item = " → ".join(map(case.found.label, edge))
    triple = (edge[0], RELATIONS[relation], edge[1])
    note = _why(case, edge)
    return Judgement(Verdict.FALSE, measures_of(relation), relation, item, note, nodes=edge, edge=triple)


def _why(case: Case, edge: Pair) -> str:
    strangers = [case.found.label(node) for node in edge if case.gold_of(node) is None]
    return f"no entity of gold: {', '.join(strangers)}" if strangers else ""
