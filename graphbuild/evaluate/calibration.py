"""Whether confidence means something: of the claims at 0.9, about nine of ten should be right.

A claim is right when gold has what it says; what gold leaves open is not counted. Only claims that tell
facts are asked, those too unsure to become edges among them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from graphbuild.evaluate.gold import CORE, RELATIONS, SYMMETRIC
from graphbuild.evaluate.judgement import Verdict
from graphbuild.evaluate.scoring.posts import POST
from graphbuild.model import FACTUAL, Claim

if TYPE_CHECKING:
    from graphbuild.evaluate.evaluation import ArticleResult
    from graphbuild.evaluate.scoring.case import Case

HOLDS_POST: Final = "holdsPost"
_CORE: Final = {RELATIONS[name]: name for name in CORE}
_Z: Final = 1.96
"""Standard score of a two-sided 95 % interval."""

_PRIOR: Final = 4
"""Claims' worth of trust in the share of all rules together, when a rule has few claims of its own."""

_STEP: Final = 0.05
_LEAST, _MOST = 0.5, 0.95


class Rule(NamedTuple):
    """What a confidence was given for: the rule that read a relation, and how sure it said it was."""

    relation: str
    rule: str
    stated: float


_Key = TypeVar("_Key", float, Rule)


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim of which gold says whether it is right."""

    rule: str
    relation: str
    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """Claims of like confidence: how sure they were on average, how many there are and are right.

    `low` and `high` are Wilson's interval of the share that is right (JASA 22, 1927).
    """

    claims: int
    right: int
    confidence: float
    low: float
    high: float

    @property
    def share(self) -> float:
        """The share that is right."""
        return self.right / self.claims


@dataclass(frozen=True, slots=True)
class Calibration:
    """Reliability by confidence, and by rule at each confidence that it states.

    `brier` is the mean squared difference between confidence and truth (Brier, 1950); `error` the mean
    difference between confidence and share over the bins, weighted by claims (expected calibration error,
    Naeini et al., 2015). Both are 0 at best.
    """

    bins: tuple[tuple[float, Bin], ...]
    rules: tuple[tuple[Rule, Bin], ...]
    brier: float
    error: float

    def proposal(self) -> dict[Rule, float]:
        """Return for each rule and confidence that it states the one that the right claims speak for.

        The share of few claims is drawn towards that of all; the result is rounded to 0.05 and kept
        between 0.5 and 0.95, since no rule is right for ever.
        """
        claims = sum(found.claims for _, found in self.rules)
        overall = sum(found.right for _, found in self.rules) / claims if claims else 0.0
        return {key: _proposed(found, overall) for key, found in self.rules}


def calibrate(results: Iterable[ArticleResult]) -> Calibration:
    """Compare confidence with gold over all claims that gold can judge."""
    judged = [one for result in results for one in judged_claims(result)]
    bins = _grouped((_level(one), one) for one in judged)
    rules = _grouped((Rule(one.relation, one.rule, _level(one)), one) for one in judged)
    count = len(judged) or 1
    brier = sum((one.confidence - one.right) ** 2 for one in judged) / count
    error = sum(found.claims * abs(found.confidence - found.share) for _, found in bins) / count
    return Calibration(bins, rules, brier, error)


def _level(one: Judged) -> float:
    """Return the confidence in steps of 0.05."""
    return round(round(one.confidence / _STEP) * _STEP, 2)


def judged_claims(result: ArticleResult) -> Iterator[Judged]:
    """Yield the claims of one article that gold can judge: core relations and posts."""
    posts = {one.edge: one.verdict is Verdict.RIGHT for one in result.judgements if POST in one.measures}
    for claim in result.case.data.claims:
        if claim.modality not in FACTUAL:
            continue
        edge = (claim.subject, claim.relation, claim.object)
        right = posts.get(edge) if claim.relation == HOLDS_POST else _right(result.case, claim)
        if right is not None:
            yield Judged(claim.evidence.rule, claim.relation, claim.confidence, right)


def _right(case: Case, claim: Claim) -> bool | None:
    """Return whether gold has a claim of a core relation; None where it leaves that open."""
    relation = _CORE.get(claim.relation)
    if relation is None:
        return None
    ends = (case.gold_of(claim.subject), case.gold_of(claim.object))
    either = {ends, ends[::-1]} if relation == SYMMETRIC else {ends}
    stated = [one for one in case.gold.relations if one.type == relation]
    found = [one for one in stated if (one.subject, one.object) in either]
    if any(one.optional or case.optional(one.subject, one.object) for one in found):
        return None
    return bool(found)


def _grouped(keyed: Iterable[tuple[_Key, Judged]]) -> tuple[tuple[_Key, Bin], ...]:
    groups: defaultdict[_Key, list[Judged]] = defaultdict(list)
    for key, one in keyed:
        groups[key].append(one)
    return tuple((key, _bin(groups[key])) for key in sorted(groups))


def _bin(claims: Sequence[Judged]) -> Bin:
    right = sum(one.right for one in claims)
    low, high = wilson(right, len(claims))
    return Bin(len(claims), right, sum(one.confidence for one in claims) / len(claims), low, high)


def wilson(right: int, count: int) -> tuple[float, float]:
    """Return the 95 % interval of a share (Wilson, 1927); `count` is at least 1."""
    share, square = right / count, _Z * _Z
    middle = share + square / (2 * count)
    spread = _Z * sqrt(share * (1 - share) / count + square / (4 * count * count))
    whole = 1 + square / count
    return max(0.0, (middle - spread) / whole), min(1.0, (middle + spread) / whole)


def _proposed(found: Bin, overall: float) -> float:
    share = (found.right + _PRIOR * overall) / (found.claims + _PRIOR)
    return round(min(_MOST, max(_LEAST, round(share / _STEP) * _STEP)), 2)
