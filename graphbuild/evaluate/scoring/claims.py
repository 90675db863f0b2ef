"""Modality: acts that are planned, directed or denied are claims, and never edges."""

from __future__ import annotations

from collections.abc import Iterator

from graphbuild.evaluate.found import Pair
from graphbuild.evaluate.gold import RELATIONS, SYMMETRIC, GoldClaim
from graphbuild.evaluate.judgement import Judgement, Verdict
from graphbuild.evaluate.scoring.case import Case

MODALITY = "modality"


def judge_claims(case: Case) -> Iterator[Judgement]:
    """Judge the claims that gold lists: right with the right modality, missed without it.

    One that became an edge is false as well, unless gold has the act among its relations too.
    """
    facts = {(each.type, each.subject, each.object) for each in case.gold.relations}
    for claim in case.gold.claims:
        if not claim.optional and not case.optional(claim.subject, claim.object):
            yield from _judge(case, claim, fact=(claim.type, claim.subject, claim.object) in facts)


def _judge(case: Case, claim: GoldClaim, *, fact: bool) -> Iterator[Judgement]:
    told = _modalities(case, claim)
    ends = (claim.subject, claim.object)
    item = f"{claim.modality}: {' → '.join(map(case.name, ends))} ({claim.type})"
    right = claim.modality in told
    note = "" if right else f"the graph says {', '.join(sorted(told))}" if told else "no claim in the graph"
    verdict = Verdict.RIGHT if right else Verdict.MISSED
    yield Judgement(verdict, (MODALITY,), MODALITY, item, note, ends)
    edge = next((edge for edge in sorted(case.found.edges[claim.type]) if _is(case, claim, edge)), None)
    if edge is not None and not fact:
        triple = (edge[0], RELATIONS[claim.type], edge[1])
        yield Judgement(Verdict.FALSE, (MODALITY,), MODALITY, item, "became an edge", ends, edge=triple)


def _modalities(case: Case, claim: GoldClaim) -> set[str]:
    relation = RELATIONS[claim.type]
    return {
        each.modality
        for each in case.data.claims
        if each.relation == relation and _is(case, claim, (each.subject, each.object))
    }


def _is(case: Case, claim: GoldClaim, nodes: Pair) -> bool:
    """Whether two nodes are the ends of a claim of gold."""
    ends = tuple(map(case.gold_of, nodes))
    wanted = (claim.subject, claim.object)
    return ends == wanted or (claim.type == SYMMETRIC and ends == wanted[::-1])
