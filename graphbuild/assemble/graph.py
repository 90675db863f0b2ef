"""The assembled graph: every value sorted, so that the order of the documents leaves no trace."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol, TypeVar

from graphbuild.assemble.additions import additions
from graphbuild.assemble.curation import Curator
from graphbuild.assemble.doubts import Anchor, anchors_in, doubt_claims
from graphbuild.assemble.entities import edges, entity, not_homes
from graphbuild.assemble.events import assemble_events, event_ids
from graphbuild.assemble.mapping import Mapper
from graphbuild.assemble.occurrences import merge_events
from graphbuild.assemble.reprints import Fingerprints, reprints
from graphbuild.assemble.tenures import assemble_tenures
from graphbuild.model import Coverage, Document, Entity, GraphData, Identity, Sentence, SetPhrase

_V = TypeVar("_V")

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from graphbuild.model import Chain, Claim, Doubt, Event, Extraction, Mention, Post


def assemble(
    extractions: Iterable[Extraction],
    identities: Sequence[Identity],
    doubts: Iterable[Doubt] = (),
    curator: Curator | None = None,
    fingerprints: Fingerprints | None = None,
) -> GraphData:
    """Merge the extractions of all documents into one graph.

    `doubts` become claims of `possiblySameAs`; `curator` applies decisions, and can be asked
    afterwards which found nothing to apply to. `fingerprints` spare the work that an earlier run did.
    """
    found = {each.document.id: each for each in extractions}
    ordered = sorted(found.values(), key=lambda each: order_of(each.document))
    found.clear()
    curator = curator or Curator()
    chains = {each.chain: each.entity for each in identities if each.entity not in curator.omitted}
    entities = {each.id: curator.entity(each) for each in _entities(ordered, chains)}
    merged = _Merged(curator, entities, chains, not_homes(entities.values()))
    known = [each for each in doubts if {each.left, each.right} <= entities.keys()]
    wanted = {end for doubt in known for end in (doubt.left, doubt.right)}
    for extraction in _let_go(ordered):
        merged.add(extraction)
        merged.find_anchors(extraction, wanted)
    merged.add_curated()
    merged.add_doubts(known)
    return merged.data(fingerprints or Fingerprints())


def _let_go(values: list[_V]) -> Iterator[_V]:
    """Yield values and hold none of those that are done: all of them together are the bulk of memory."""
    values.reverse()
    while values:
        yield values.pop()


def order_of(document: Document) -> tuple[str, str]:
    """Return what sorts documents by release, undated ones last."""
    return document.published or "9999", document.id


@dataclass(slots=True)
class _Merged:
    """What the documents so far say in entity ids."""

    curator: Curator
    entities: Mapping[str, Entity]
    chains: Mapping[str, str]
    not_homes: frozenset[str] = frozenset()
    documents: dict[str, Document] = field(default_factory=dict)
    sentences: set[Sentence] = field(default_factory=set)
    posts: dict[str, Post] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    mentions: set[Mention] = field(default_factory=set)
    anchors: dict[str, Anchor] = field(default_factory=dict)
    read: int = 0
    coverage: dict[str, Coverage] = field(default_factory=dict)
    set_phrases: set[SetPhrase] = field(default_factory=set)

    def add(self, extraction: Extraction) -> None:
        ids = event_ids(extraction, self.chains)
        mapper = Mapper(_identities_of(extraction, self.chains), ids, self.not_homes)
        posts = mapper.posts(extraction)
        quotes = {sentence.span: sentence.text for sentence in extraction.sentences}
        known = {post.id: post for post in posts.values()}
        claims = [
            claim
            for claim in mapper.claims(extraction, posts)
            if self.curator.keeps(
                claim,
                self.entities,
                [quotes.get(s, "") for s in claim.evidence.sentences],
                known.get(claim.object),
            )
        ]
        held = {claim.object for claim in claims}
        self.documents[extraction.document.id] = extraction.document
        self.sentences.update(extraction.sentences)
        self.posts.update((post.id, post) for post in posts.values() if post.id in held)
        self.claims.update((claim.id, claim) for claim in sorted(claims, key=_claim_order, reverse=True))
        self.events.extend(assemble_events(extraction, ids, claims, self.entities, self.chains))
        self.mentions.update(mapper.mentions(extraction.mentions))
        self.read += extraction.sentences_read
        self.set_phrases.update(extraction.set_phrases)
        if extraction.coverage is not None:
            self.coverage[extraction.document.id] = extraction.coverage

    def add_curated(self) -> None:
        for each in additions(self.curator):
            self.documents[each.document.id] = each.document
            self.sentences.add(each.sentence)
            self.claims[each.claim.id] = each.claim
            if each.post is not None:
                lost = each.post.post_in in self.not_homes
                self.posts[each.post.id] = replace(each.post, post_in=None) if lost else each.post

    def find_anchors(self, extraction: Extraction, wanted: set[str]) -> None:
        """Note where entities are named first; the documents must come in order of release."""
        if missing := frozenset(wanted - self.anchors.keys()):
            self.anchors.update(anchors_in(extraction, self.chains, missing))

    def add_doubts(self, doubts: Sequence[Doubt]) -> None:
        self.sentences.update(anchor.sentence for anchor in self.anchors.values())
        self.claims.update((claim.id, claim) for claim in doubt_claims(doubts, self.anchors))

    def data(self, fingerprints: Fingerprints) -> GraphData:
        orders = {name: order_of(document) for name, document in self.documents.items()}
        days = {name: each.published for name, each in self.documents.items() if each.published}
        events, replaced = merge_events(self.events, orders)
        claims = [_moved(claim, replaced) for claim in self.claims.values()]
        return GraphData(
            documents=_by_id(_marked(self.documents, orders, fingerprints)),
            sentences=tuple(sorted(self._sentences(), key=_place_of_sentence)),
            mentions=tuple(sorted(self.mentions, key=_place_of_mention)),
            entities=_by_id(self.entities.values()),
            posts=_by_id(self.posts.values()),
            claims=_by_id(claims),
            edges=tuple(edges(claims, days)),
            events=_by_id(events),
            tenures=_by_id(assemble_tenures(claims, self.posts, days)),
            sentences_read=self.read,
            coverage=tuple(self.coverage[name] for name in sorted(self.coverage)),
            set_phrases=tuple(sorted(self.set_phrases)),
        )

    def _sentences(self) -> Iterable[Sentence]:
        """Return the sentences; if somebody was left out, those alone on which something still rests."""
        if not self.curator.omitted:
            return self.sentences
        cited = {(c.evidence.document, span) for c in self.claims.values() for span in c.evidence.sentences}
        return (each for each in self.sentences if (each.document, each.span) in cited)


class _Named(Protocol):
    @property
    def id(self) -> str: ...


_T = TypeVar("_T", bound=_Named)


def _by_id(values: Iterable[_T]) -> tuple[_T, ...]:
    return tuple(sorted(values, key=lambda value: value.id))


def _marked(
    documents: Mapping[str, Document], orders: Mapping[str, tuple[str, str]], fingerprints: Fingerprints
) -> list[Document]:
    """Return the documents, those that reprint another with its id."""
    again = reprints(((name, fingerprints.of(each)) for name, each in documents.items()), orders)
    return [replace(each, near_duplicate_of=again.get(name)) for name, each in documents.items()]


def _place_of_sentence(each: Sentence) -> tuple[str, int, int, str]:
    """Return what orders sentences as they order themselves: tuples compare many times faster."""
    return each.document, each.span.start, each.span.end, each.text


def _place_of_mention(each: Mention) -> tuple[str, int, int, str, str, str, str]:
    """Return what orders mentions as they order themselves."""
    place = (each.document, each.span.start, each.span.end)
    return (*place, each.type, each.text, each.name, each.refers_to)


def _moved(claim: Claim, replaced: Mapping[str, str]) -> Claim:
    event = replaced.get(claim.event or "")
    return replace(claim, event=event) if event is not None else claim


def _identities_of(extraction: Extraction, chains: Mapping[str, str]) -> list[Identity]:
    """Return the identities of one extraction's chains."""
    return [Identity(chain.id, chains[chain.id], 1.0) for chain in extraction.chains if chain.id in chains]


def _claim_order(claim: Claim) -> tuple[str, int, str]:
    return claim.id, claim.position or 0, claim.event or ""


def _entities(ordered: Sequence[Extraction], chains: Mapping[str, str]) -> list[Entity]:
    grouped: dict[str, list[Chain]] = defaultdict(list)
    for extraction in ordered:
        for chain in extraction.chains:
            if chain.id in chains:
                grouped[chains[chain.id]].append(chain)
    return [entity(name, members) for name, members in grouped.items()]
