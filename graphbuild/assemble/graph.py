"""The assembled graph: every value sorted, so that the order of the documents leaves no trace."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, TypeVar

from graphbuild.assemble.events import assemble_events, event_ids
from graphbuild.assemble.mapping import Mapper
from graphbuild.assemble.tenures import assemble_tenures
from graphbuild.model import Edge, Entity, GraphData, Identity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from graphbuild.model import Chain, Claim, Event, Extraction, Mention, Post


def assemble(extractions: Iterable[Extraction], identities: Sequence[Identity]) -> GraphData:
    """Merge the extractions of all documents into one graph."""
    ordered = sorted(
        {e.document.id: e for e in extractions}.values(),
        key=lambda e: (e.document.published or "9999", e.document.id),
    )
    chains = {identity.chain: identity.entity for identity in identities}
    entities = _entities(ordered, identities)
    merged = _Merged()
    for extraction in ordered:
        merged.add(extraction, entities, chains)
    documents = {extraction.document.id: extraction.document for extraction in ordered}
    tenures = assemble_tenures(merged.claims.values(), merged.posts, documents)
    return GraphData(
        documents=_by_id(documents.values()),
        sentences=tuple(sorted({sentence for extraction in ordered for sentence in extraction.sentences})),
        mentions=tuple(sorted(merged.mentions)),
        entities=_by_id(entities.values()),
        posts=_by_id(merged.posts.values()),
        claims=_by_id(merged.claims.values()),
        edges=tuple(_edges(merged.claims.values())),
        events=_by_id(merged.events),
        tenures=_by_id(tenures),
        sentences_read=sum(extraction.sentences_read for extraction in ordered),
    )


@dataclass(slots=True)
class _Merged:
    """What the documents so far say in entity ids."""

    posts: dict[str, Post] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    mentions: set[Mention] = field(default_factory=set)

    def add(self, extraction: Extraction, entities: Mapping[str, Entity], chains: Mapping[str, str]) -> None:
        ids = event_ids(extraction, chains)
        mapper = Mapper(_identities_of(extraction, chains), ids)
        posts = mapper.posts(extraction)
        claims = mapper.claims(extraction, posts)
        self.posts.update((post.id, post) for post in posts.values())
        self.claims.update((claim.id, claim) for claim in sorted(claims, key=_claim_order, reverse=True))
        self.events.extend(assemble_events(extraction, ids, claims, entities, chains))
        self.mentions.update(mapper.mentions(extraction.mentions))


class _Named(Protocol):
    @property
    def id(self) -> str: ...


_T = TypeVar("_T", bound=_Named)


def _by_id(values: Iterable[_T]) -> tuple[_T, ...]:
    return tuple(sorted(values, key=lambda value: value.id))


def _identities_of(extraction: Extraction, chains: Mapping[str, str]) -> list[Identity]:
    """Return the identities of one extraction's chains."""
    return [Identity(chain.id, chains[chain.id], 1.0) for chain in extraction.chains if chain.id in chains]


def _claim_order(claim: Claim) -> tuple[str, int, str]:
    return claim.id, claim.position or 0, claim.event or ""


def _entities(ordered: Sequence[Extraction], identities: Sequence[Identity]) -> dict[str, Entity]:
    entity_of = {identity.chain: identity.entity for identity in identities}
    grouped: dict[str, list[Chain]] = defaultdict(list)
    for extraction in ordered:
        for chain in extraction.chains:
            grouped[entity_of[chain.id]].append(chain)
    return {name: _entity(name, chains) for name, chains in grouped.items()}


def _entity(name: str, chains: Sequence[Chain]) -> Entity:
    """Name an entity by its fullest name, a place by its usual one; of equals the earliest counts."""
    usual = Counter(chain.name for chain in chains)
    common = chains[0].type in {"Place", "Body"}
    label = max(chains, key=lambda chain: usual[chain.name] if common else len(chain.name.split())).name
    others = {alias for chain in chains for alias in (chain.name, *chain.aliases)} - {label}
    attributes: dict[str, str] = {}
    for chain in chains:
        for key, value in chain.attributes:
            attributes.setdefault(key, value)
    native = attributes.pop("native", "")
    labels = sorted({(alias, "en") for alias in others if alias} | ({(native, "zh")} if native else set()))
    return Entity(name, chains[0].type, label, "en", tuple(labels), tuple(sorted(attributes.items())))


def _edges(claims: Iterable[Claim]) -> list[Edge]:
    grouped: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.factual:
            grouped[claim.subject, claim.relation, claim.object].append(claim)
    return [_edge(key, group) for key, group in sorted(grouped.items())]


def _edge(key: tuple[str, str, str], claims: Sequence[Claim]) -> Edge:
    dates = sorted(claim.date.edtf for claim in claims if claim.date is not None)
    first, last = (dates[0], dates[-1]) if dates else (None, None)
    return Edge(*key, tuple(sorted(claim.id for claim in claims)), first, last)
