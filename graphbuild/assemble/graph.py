"""The assembled graph: every value sorted, so that the order of the documents leaves no trace."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from graphbuild.assemble.events import assemble_events, event_ids
from graphbuild.assemble.mapping import Mapper
from graphbuild.assemble.tenures import assemble_tenures
from graphbuild.model import Edge, Entity, GraphData

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from graphbuild.model import Chain, Claim, Event, Extraction, Identity, Mention, Post, Sentence


def assemble(extractions: Iterable[Extraction], identities: Sequence[Identity]) -> GraphData:
    """Merge the extractions of all documents into one graph."""
    ordered = sorted({e.document.id: e for e in extractions}.values(), key=lambda e: (e.document.published or "9999", e.document.id))
    chains = {identity.chain: identity.entity for identity in identities}
    entities = _entities(ordered, identities)
    posts: dict[str, Post] = {}
    claims: dict[str, Claim] = {}
    events: list[Event] = []
    mentions: list[Mention] = []
    sentences: list[Sentence] = []
    for extraction in ordered:
        ids = event_ids(extraction, chains)
        mapper = Mapper(identities_of(extraction, chains), ids)
        own_posts = mapper.posts(extraction)
        own = mapper.claims(extraction, own_posts)
        posts.update((post.id, post) for post in own_posts.values())
        claims.update((claim.id, claim) for claim in sorted(own, key=_claim_order, reverse=True))
        events.extend(assemble_events(extraction, ids, own, entities, chains))
        mentions.extend(mapper.mentions(extraction.mentions))
        sentences.extend(extraction.sentences)
    documents = tuple(extraction.document for extraction in ordered)
    tenures = assemble_tenures(claims.values(), posts, {document.id: document for document in documents})
    return GraphData(
        documents=tuple(sorted(documents, key=lambda document: document.id)),
        sentences=tuple(sorted(set(sentences))),
        mentions=tuple(sorted(set(mentions))),
        entities=tuple(sorted(entities.values(), key=lambda entity: entity.id)),
        posts=tuple(sorted(posts.values(), key=lambda post: post.id)),
        claims=tuple(sorted(claims.values(), key=lambda claim: claim.id)),
        edges=tuple(_edges(claims.values())),
        events=tuple(sorted(events, key=lambda event: event.id)),
        tenures=tuple(sorted(tenures, key=lambda tenure: tenure.id)),
        sentences_read=sum(extraction.sentences_read for extraction in ordered),
    )


def identities_of(extraction: Extraction, chains: Mapping[str, str]) -> list[Identity]:
    """Return the identities of one extraction's chains."""
    from graphbuild.model import Identity

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
    """Name an entity by its fullest name, a place by its usual one; the earliest article decides among equals."""
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
