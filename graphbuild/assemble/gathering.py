"""What the documents of a corpus share, gathered from one document after another, whatever their order.

The documents are gone through twice, first for the names of entities and then for what is said of them,
and none is held: of a claim no more than a line, of the texts nothing.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, NamedTuple

from graphbuild.assemble.additions import Addition, additions
from graphbuild.assemble.briefs import Brief, brief
from graphbuild.assemble.doubts import Anchor, anchors_in, doubt_claims
from graphbuild.assemble.entities import edges, entities_of, not_homes
from graphbuild.assemble.occurrences import merge_events
from graphbuild.assemble.orders import Order, by_id, order_of, place_of_sentence
from graphbuild.assemble.reprints import Fingerprints, reprints
from graphbuild.assemble.telling import Teller
from graphbuild.assemble.tenures import assemble_tenures
from graphbuild.model import Claim, Document, Event, GraphData, Post, Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from graphbuild.assemble.curation import Curator
    from graphbuild.model import Doubt, Extraction, Span

    Keep = Callable[[Collection[Claim]], None]
    """What takes the claims: each has an id of its own."""


NAMED: Final = ("document", "chains")
TOLD: Final = (*NAMED, "sentences", "mentions", "posts", "claims", "happenings", "sentences_read")
"""Fields of an extraction."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """The graph without its documents, sentences, mentions and claims, and what changes in those.

    `chains` gives the entity of each chain, `replaced` the event that each report became a part of.
    `documents` are those that a curator added, `quoted` sentences that the corpus rests on and no
    document gives. Where somebody was left out, `cited` are the sentences that still serve.
    """

    shared: GraphData
    chains: Mapping[str, str]
    replaced: Mapping[str, str]
    reprinted: Mapping[str, str]
    documents: tuple[Document, ...]
    quoted: tuple[Sentence, ...]
    cited: frozenset[tuple[str, Span]] | None

    def document(self, document: Document) -> Document:
        """Return a document as the graph has it: with the one that it reprints."""
        return replace(document, near_duplicate_of=self.reprinted.get(document.id))

    def claim(self, claim: Claim) -> Claim:
        """Return a claim as the graph has it: of the event of which it tells with other reports."""
        event = self.replaced.get(claim.event or "")
        return replace(claim, event=event) if event is not None else claim

    def sentences(self, found: Iterable[Sentence]) -> list[Sentence]:
        """Return those of some sentences that the graph has, each once and sorted."""
        cited = self.cited
        kept = (
            set(found) if cited is None else {each for each in found if (each.document, each.span) in cited}
        )
        return sorted(kept, key=place_of_sentence)


def gather(
    named: Iterable[Extraction],
    told: Iterable[Extraction],
    chains: Mapping[str, str],
    doubts: Iterable[Doubt],
    curator: Curator,
    fingerprints: Fingerprints,
    keep: Keep,
) -> Gathered:
    """Go through the documents twice, each time each once, and pass their claims to `keep`.

    `named` needs to have no more of them than their `NAMED`, `told` their `TOLD`. `chains` gives the
    entity of each chain that is in the graph.
    """
    entities = {each.id: curator.entity(each) for each in entities_of(named, chains)}
    teller = Teller(curator, entities, chains, not_homes(entities.values()))
    known = [each for each in doubts if {each.left, each.right} <= entities.keys()]
    gathering = _Gathering(teller, fingerprints, keep, _ends(known))
    for extraction in told:
        gathering.add(extraction)
    gathering.add_curated(additions(curator))
    gathering.add_doubts(known)
    return gathering.done()


def _ends(doubts: Iterable[Doubt]) -> frozenset[str]:
    return frozenset(end for doubt in doubts for end in (doubt.left, doubt.right))


class _Released(NamedTuple):
    """A value with the order of the document that it comes from."""

    order: Order
    value: Post


@dataclass(slots=True)
class _Gathering:
    """What the documents so far share; `doubtful` are the entities of which pairs may be one."""

    teller: Teller
    fingerprints: Fingerprints
    keep: Keep
    doubtful: frozenset[str]
    orders: dict[str, Order] = field(default_factory=dict)
    days: dict[str, str] = field(default_factory=dict)
    prints: dict[str, Sequence[int]] = field(default_factory=dict)
    posts: dict[str, _Released] = field(default_factory=dict)
    briefs: list[Brief] = field(default_factory=list)
    reports: list[Event] = field(default_factory=list)
    anchors: dict[str, Anchor] = field(default_factory=dict)
    added: list[Addition] = field(default_factory=list)
    cited: set[tuple[str, Span]] = field(default_factory=set)
    read: int = 0

    def add(self, extraction: Extraction) -> None:
        told = self.teller.told(extraction)
        order = self._note(extraction.document)
        for post in told.posts:
            self._post(_Released(order, post))
        self._claims(told.claims)
        self.reports.extend(told.events)
        self._anchor(extraction)
        self.read += extraction.sentences_read

    def _note(self, document: Document) -> Order:
        order = self.orders[document.id] = order_of(document)
        if document.published:
            self.days[document.id] = document.published
        self.prints[document.id] = array("I", self.fingerprints.of(document))
        return order

    def _post(self, found: _Released) -> None:
        """Of two spellings of a title the one of the later document stays."""
        last = self.posts.get(found.value.id)
        if last is None or last.order <= found.order:
            self.posts[found.value.id] = found

    def _claims(self, found: Iterable[Claim]) -> None:
        claims = {claim.id: claim for claim in found}.values()
        self.keep(claims)
        self.briefs.extend(map(brief, claims))
        if self.teller.curator.omitted:
            self.cited.update((c.evidence.document, span) for c in claims for span in c.evidence.sentences)

    def _anchor(self, extraction: Extraction) -> None:
        """Note where entities are named first."""
        chains, order = self.teller.chains, self.orders[extraction.document.id]
        here = self.doubtful.intersection(chains[each.id] for each in extraction.chains if each.id in chains)
        earlier = {each for each in here if each in self.anchors and self._order(each) < order}
        if here - earlier:
            self.anchors.update(anchors_in(extraction, chains, frozenset(here - earlier)))

    def _order(self, anchored: str) -> Order:
        return self.orders[self.anchors[anchored].mention.document]

    def add_curated(self, found: Sequence[Addition]) -> None:
        self.added.extend(found)
        self._claims(each.claim for each in found)
        for each in found:
            order = self._note(each.document)
            if each.post is not None:
                lost = each.post.post_in in self.teller.not_homes
                post = replace(each.post, post_in=None) if lost else each.post
                self.posts[post.id] = _Released(order, post)

    def add_doubts(self, doubts: Sequence[Doubt]) -> None:
        self._claims(doubt_claims(doubts, self.anchors))

    def done(self) -> Gathered:
        events, replaced = merge_events(self.reports, self.orders)
        documents = {each.document.id: each.document for each in self.added}
        quoted = {each.sentence for each in self.added} | {each.sentence for each in self.anchors.values()}
        return Gathered(
            self._shared(events),
            self.teller.chains,
            replaced,
            reprints(self.prints.items(), self.orders),
            tuple(documents.values()),
            tuple(sorted(quoted)),
            frozenset(self.cited) if self.teller.curator.omitted else None,
        )

    def _shared(self, events: list[Event]) -> GraphData:
        posts = {name: found.value for name, found in self.posts.items()}
        return GraphData(
            entities=by_id(self.teller.entities.values()),
            posts=by_id(posts.values()),
            edges=tuple(edges(self.briefs, self.days)),
            events=by_id(events),
            tenures=by_id(assemble_tenures(self.briefs, posts, self.days)),
            sentences_read=self.read,
        )
