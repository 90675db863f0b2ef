"""Entities from the chains that are one, and edges from the claims that say the same."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from graphbuild.assemble.doubts import RELATION as POSSIBLY_SAME
from graphbuild.model import Edge, Entity
from graphbuild.ontology import ontology

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from graphbuild.model import Chain, Claim


def entity(name: str, chains: Sequence[Chain]) -> Entity:
    """Return the entity of some chains, in the order of their release.

    Of equals the fuller counts, then the earlier.
    """
    usual = Counter(chain.name for chain in chains)
    label = max(chains, key=lambda chain: _fitness(chain, usual[chain.name])).name
    others = {alias for chain in chains for alias in (chain.name, *chain.aliases)} - {label}
    attributes: dict[str, str] = {}
    for chain in chains:
        for key, value in chain.attributes:
            attributes.setdefault(key, value)
    native = attributes.pop("native", "")
    labels = sorted({(alias, "en") for alias in others if alias} | ({(native, "zh")} if native else set()))
    return Entity(name, chains[0].type, label, "en", tuple(labels), tuple(sorted(attributes.items())))


def not_homes(entities: Iterable[Entity]) -> frozenset[str]:
    """Return the entities in which the ontology lets no post be: meetings, projects, people."""
    allowed = frozenset(ontology().properties["postIn"].range)
    return frozenset(each.id for each in entities if not allowed & set(ontology().types(each.type)))


def _fitness(chain: Chain, times: int) -> tuple[int, ...]:
    """Rank names: places and bodies by use, people by use among full names, all others by fullness."""
    words = len(chain.name.split())
    if chain.type in {"Place", "Body"}:
        return (times,)
    return (min(words, 2), times, words) if chain.type == "Official" else (words,)


def edges(claims: Iterable[Claim], days: Mapping[str, str]) -> list[Edge]:
    """Return the edges of all claims sure enough, and of those that two may be one, however unsure."""
    grouped: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.factual or claim.relation == POSSIBLY_SAME:
            grouped[claim.subject, claim.relation, claim.object].append(claim)
    return [edge(key, group, days) for key, group in sorted(grouped.items())]


def edge(key: tuple[str, str, str], claims: Sequence[Claim], days: Mapping[str, str]) -> Edge:
    """Return the edge of the claims of one subject, relation and object.

    It is dated by what they date; where none is dated, by the `days` on which their documents came out.
    """
    told = sorted(claim.date.edtf for claim in claims if claim.date is not None)
    dates = told or sorted({days[c.evidence.document] for c in claims if c.evidence.document in days})
    first, last = (dates[0], dates[-1]) if dates else (None, None)
    return Edge(*key, tuple(sorted(claim.id for claim in claims)), first, last)
