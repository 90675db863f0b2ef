"""Entities from the chains that are one, and edges from the claims that say the same."""

from __future__ import annotations

from collections import Counter, defaultdict
from operator import itemgetter
from typing import TYPE_CHECKING

from graphbuild.assemble.doubts import RELATION as POSSIBLY_SAME
from graphbuild.assemble.orders import order_of
from graphbuild.model import Chain, Edge, Entity
from graphbuild.ontology import ontology

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from graphbuild.assemble.briefs import Brief
    from graphbuild.assemble.orders import Order
    from graphbuild.model import Extraction


def entities_of(extractions: Iterable[Extraction], chains: Mapping[str, str]) -> Iterator[Entity]:
    """Yield the entities of all chains that have one in `chains`, in no order.

    Of the chains, which are many, only what names their entity is held, once for all that are alike.
    """
    named: defaultdict[str, list[tuple[Order, Chain]]] = defaultdict(list)
    alike: dict[Chain, Chain] = {}
    for extraction in extractions:
        order = order_of(extraction.document)
        for chain in extraction.chains:
            if chain.id in chains:
                bare = Chain("", chain.type, chain.name, chain.aliases, None, chain.attributes)
                named[chains[chain.id]].append((order, alike.setdefault(bare, bare)))
    for name, told in named.items():
        yield entity(name, [chain for _, chain in sorted(told, key=itemgetter(0))])


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


def edges(claims: Iterable[Brief], days: Mapping[str, str]) -> list[Edge]:
    """Return the edges of all claims sure enough, and of those that two may be one, however unsure."""
    grouped: dict[tuple[str, str, str], list[Brief]] = defaultdict(list)
    for claim in claims:
        if claim.factual or claim.relation == POSSIBLY_SAME:
            grouped[claim.subject, claim.relation, claim.object].append(claim)
    return [edge(key, group, days) for key, group in sorted(grouped.items())]


def edge(key: tuple[str, str, str], claims: Sequence[Brief], days: Mapping[str, str]) -> Edge:
    """Return the edge of the claims of one subject, relation and object.

    It is dated by what they date; where none is dated, by the `days` on which their documents came out.
    """
    told = sorted(claim.date.edtf for claim in claims if claim.date is not None)
    dates = told or sorted({days[claim.document] for claim in claims if claim.document in days})
    first, last = (dates[0], dates[-1]) if dates else (None, None)
    return Edge(*key, tuple(sorted(claim.id for claim in claims)), first, last)
