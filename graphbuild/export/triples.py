"""The triples of a graph, as the ontology names them: what every RDF format of ours writes.

All nodes have IRIs, none is blank. Edges are plain triples; beside them stand the claims they rest
on, as `rdf:Statement`s with hash IRIs, and the sentences that are their evidence. Superclasses of
the ontology are written out, so that ``?event a gb:Event`` needs no reasoner.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Final, TypeAlias

from pyoxigraph import Literal, NamedNode, Triple

from graphbuild.errors import ExportError
from graphbuild.export.iris import DEFAULT_BASE, Iris, check_base, is_web_iri
from graphbuild.export.terms import confidence, day, decimal, gb, integer, string, tagged, term
from graphbuild.model import (
    Claim,
    Document,
    Edge,
    Entity,
    Event,
    EventDate,
    GraphData,
    Mention,
    Participation,
    Post,
    Sentence,
    Span,
    Tenure,
)
from graphbuild.ontology import ontology

Triples: TypeAlias = Iterator[Triple]

_HAN: Final = re.compile("[\u3400-\u9fff]")
_Literal: TypeAlias = Callable[[str, str], Literal]
_ATTRIBUTES: Final[dict[tuple[str, str], tuple[str, _Literal]]] = {
    ("Project", "amount"): ("gb:amount", decimal),
    ("Project", "currency"): ("gb:currency", lambda text, _: string(text)),
    ("Project", "phase"): ("gb:phase", lambda text, _: string(text)),
    ("Place", "code"): ("dcterms:identifier", lambda text, _: string(text)),
}


def triples(data: GraphData, base: str = DEFAULT_BASE) -> list[Triple]:
    """Return every triple of a graph once, sorted by subject, then type first, predicate and object.

    The order of the tuples in `data` plays no part. Attributes of entities other than amount,
    currency and phase of projects and code of places are internal and stay out. Raises
    `ExportError` if the base cannot be one, an amount is no number or a claim is missing, and
    `OntologyError` if a class or relation is used that the ontology does not define.
    """
    return sorted(set(_Writer(data, base).all()), key=_order)


def _order(triple: Triple) -> tuple[str, bool, str, str]:
    predicate = str(triple.predicate)
    return str(triple.subject), triple.predicate != term("rdf:type"), predicate, str(triple.object)


class _Writer:
    """Generates the triples of one graph, part by part, with duplicates."""

    def __init__(self, data: GraphData, base: str) -> None:
        self.data = data
        self.iris = Iris(check_base(base))
        self.entities = {entity.id: entity for entity in data.entities}
        self.documents = {document.id: document for document in data.documents}
        self.claims = {claim.id: claim for claim in data.claims}
        self.events = frozenset(event.id for event in data.events)
        self.sentences: defaultdict[str, list[Span]] = defaultdict(list)
        for sentence in data.sentences:
            self.sentences[sentence.document].append(sentence.span)
        self.mentions: defaultdict[tuple[str, Span], list[Mention]] = defaultdict(list)
        for mention in data.mentions:
            self.mentions[mention.document, mention.span].append(mention)

    def all(self) -> Triples:
        data = self.data
        yield from chain.from_iterable(map(self.document, data.documents))
        yield from chain.from_iterable(map(self.sentence, data.sentences))
        yield from chain.from_iterable(map(self.mention, data.mentions))
        yield from chain.from_iterable(map(self.entity, data.entities))
        yield from chain.from_iterable(map(self.post, data.posts))
        yield from map(self.edge, data.edges)
        yield from chain.from_iterable(self.claim(name, claim) for name, claim in self.claims.items())
        yield from chain.from_iterable(map(self.event, data.events))
        yield from chain.from_iterable(map(self.tenure, data.tenures))

    # Nodes

    def entity(self, entity: Entity) -> Triples:
        node = self.node(entity.id)
        others = [tagged(text, language) for text, language in entity.labels]
        yield from _types(node, entity.type)
        yield from _labels(node, tagged(entity.label, entity.language), others)
        for key, value in entity.attributes:
            if (entity.type, key) in _ATTRIBUTES:
                predicate, literal = _ATTRIBUTES[entity.type, key]
                yield Triple(node, term(predicate), literal(value, entity.id))

    def post(self, post: Post) -> Triples:
        node = self.node(post.id)
        yield from _types(node, "Post")
        yield from _labels(node, self.post_label(post))
        yield Triple(node, gb("title"), string(post.title))
        if post.post_in is not None:
            yield Triple(node, gb("postIn"), self.node(post.post_in))

    def post_label(self, post: Post) -> Literal:
        """Return the title with its home: "Mayor, Linhe City", or in Chinese the home first."""
        home = self.entities.get(post.post_in or "")
        if home is None:
            return tagged(post.title, "zh" if _HAN.search(post.title) else "en")
        chinese = home.language.startswith("zh")
        return tagged(home.label + post.title if chinese else f"{post.title}, {home.label}", home.language)

    def edge(self, edge: Edge) -> Triple:
        if edge.relation not in ontology().relations:
            ontology().require(edge.relation)
            message = f"edge {edge.subject} {edge.relation} {edge.object}: no gb:EdgeProperty of the ontology"
            raise ExportError(message)
        return Triple(self.node(edge.subject), gb(edge.relation), self.node(edge.object))

    def tenure(self, tenure: Tenure) -> Triples:
        node = self.node(tenure.id)
        yield from _types(node, "Tenure")
        yield Triple(node, gb("holder"), self.node(tenure.holder))
        yield Triple(node, gb("post"), self.node(tenure.post))
        yield Triple(node, gb("status"), string(tenure.status))
        for name, seen in (("firstSeen", tenure.first_seen), ("lastSeen", tenure.last_seen)):
            if seen is not None:
                yield Triple(node, gb(name), string(seen))
        yield from self.rests_on(node, tenure.id, tenure.claims)

    # Events

    def event(self, event: Event) -> Triples:
        node = self.node(event.id)
        language = self.language(event.documents)
        yield from _types(node, event.type)
        if event.id not in self.entities:  # a named meeting has the labels of its entity
            yield from _labels(node, tagged(event.label, language))
        if event.date is not None:
            yield from _date(node, event.date)
            if event.date.stated:
                yield Triple(node, gb("dateEdtf"), string(event.date.stated))
        yield from self.told_in(node, event.documents)
        yield from self.rests_on(node, event.id, event.claims)
        yield from chain.from_iterable(self.participation(event.id, part) for part in event.participations)
        yield from self.places(event)
        for topic in event.topics:
            concept = NamedNode(self.iris.named("topic", topic))
            yield Triple(node, gb("topic"), concept)
            yield from _thing(concept, "skos:Concept", tagged(topic, language))

    def participation(self, event: str, part: Participation) -> Triples:
        node = NamedNode(self.iris.participation(event, part.role, part.official))
        official, role = self.node(part.official), gb(part.role)
        yield Triple(self.node(event), role, official)
        yield from _types(node, "Participation")
        yield Triple(node, gb("ofEvent"), self.node(event))
        yield Triple(node, gb("byOfficial"), official)
        yield Triple(node, gb("role"), role)
        yield from (Triple(node, gb("inPost"), self.node(post)) for post in part.posts)
        yield from _position(node, part.position)

    def places(self, event: Event) -> Triples:
        if event.venue is not None:
            yield Triple(self.node(event.id), gb("venue"), self.node(event.venue))
        for position, site in enumerate(event.stops, start=1):
            node = NamedNode(self.iris.stop(event.id, position))
            yield Triple(self.node(event.id), gb("stop"), self.node(site))
            yield from _types(node, "Stop")
            yield Triple(node, gb("ofEvent"), self.node(event.id))
            yield Triple(node, gb("stop"), self.node(site))
            yield from _position(node, position)

    def told_in(self, node: NamedNode, documents: Iterable[str]) -> Triples:
        for document in documents:
            yield Triple(node, gb("inDocument"), NamedNode(self.iris.document(document)))
            known = self.documents.get(document)
            if known is not None and known.published is not None:
                yield Triple(node, gb("releaseDate"), day(known.published))

    def language(self, documents: Iterable[str]) -> str:
        known = [self.documents[document] for document in sorted(documents) if document in self.documents]
        return known[0].language if known else "en"

    # Provenance

    def document(self, document: Document) -> Triples:
        node = NamedNode(self.iris.document(document.id))
        language = document.language
        yield from _types(node, "Document")
        yield from _labels(node, tagged(document.title or document.url or document.id, language))
        yield Triple(node, term("dcterms:language"), string(language))
        if document.title:
            yield Triple(node, term("dcterms:title"), tagged(document.title, language))
        if document.published is not None:
            yield Triple(node, gb("releaseDate"), day(document.published))
        yield from self.origin(node, document)

    def origin(self, node: NamedNode, document: Document) -> Triples:
        if document.publisher:
            publisher = NamedNode(self.iris.named("publisher", document.publisher))
            yield Triple(node, term("dcterms:publisher"), publisher)
            yield from _thing(publisher, "foaf:Agent", tagged(document.publisher, document.language))
        if document.url and is_web_iri(document.url):
            yield Triple(node, term("dcterms:source"), NamedNode(document.url))
        elif document.url:  # kept, but never as something that a browser could follow
            yield Triple(node, term("dcterms:identifier"), string(document.url))

    def sentence(self, sentence: Sentence) -> Triples:
        node = NamedNode(self.iris.sentence(sentence.document, sentence.span))
        yield from _types(node, "Sentence")
        yield from self.quote(node, sentence)

    def mention(self, mention: Mention) -> Triples:
        node = NamedNode(self.iris.mention(mention))
        yield from _types(node, "Mention")
        yield from self.quote(node, mention)
        if mention.refers_to:
            yield Triple(node, gb("refersTo"), self.node(mention.refers_to))
        covering = [span for span in self.sentences[mention.document] if span.covers(mention.span)]
        if covering:
            span = min(covering, key=lambda span: (span.end - span.start, span))
            yield Triple(node, gb("inSentence"), NamedNode(self.iris.sentence(mention.document, span)))

    def quote(self, node: NamedNode, quoted: Sentence | Mention) -> Triples:
        yield Triple(node, gb("inDocument"), NamedNode(self.iris.document(quoted.document)))
        yield Triple(node, gb("start"), integer(quoted.span.start))
        yield Triple(node, gb("end"), integer(quoted.span.end))
        yield Triple(node, gb("text"), string(quoted.text))

    def claim(self, name: str, claim: Claim) -> Triples:
        node = NamedNode(self.iris.claim(name))
        yield from _types(node, "Claim")
        yield Triple(node, term("rdf:type"), term("rdf:Statement"))
        yield Triple(node, term("rdf:subject"), self.node(claim.subject))
        yield Triple(node, term("rdf:predicate"), gb(claim.relation))
        yield Triple(node, term("rdf:object"), self.node(claim.object))
        yield Triple(node, gb("modality"), string(claim.modality))
        yield Triple(node, gb("confidence"), confidence(claim.confidence))
        yield Triple(node, gb("rule"), string(claim.evidence.rule))
        if claim.event in self.events:
            yield Triple(node, gb("ofEvent"), self.node(claim.event or ""))
        if claim.date is not None:
            yield from _date(node, claim.date)
        yield from _position(node, claim.position)
        yield from self.evidence(node, claim)
        yield from self.mentioned(node, claim)

    def evidence(self, node: NamedNode, claim: Claim) -> Triples:
        for span in claim.evidence.sentences:
            sentence = self.iris.sentence(claim.evidence.document, span)
            yield Triple(node, gb("evidence"), NamedNode(sentence))

    def mentioned(self, node: NamedNode, claim: Claim) -> Triples:
        """Link a claim with the mentions that fill its roles."""
        for _, span in claim.evidence.mentions:
            for mention in self.mentions.get((claim.evidence.document, span), ()):
                yield Triple(node, term("prov:wasDerivedFrom"), NamedNode(self.iris.mention(mention)))

    def rests_on(self, node: NamedNode, owner: str, claims: Iterable[str]) -> Triples:
        """Link a node with its claims and with the sentences that they rest on."""
        for name in claims:
            if name not in self.claims:
                message = f"{owner} rests on claim {name}, which the graph does not hold"
                raise ExportError(message)
            yield Triple(node, term("prov:wasDerivedFrom"), NamedNode(self.iris.claim(name)))
            yield from self.evidence(node, self.claims[name])

    def node(self, name: str) -> NamedNode:
        return NamedNode(self.iris.node(name))


def _types(node: NamedNode, name: str) -> Triples:
    yield from (Triple(node, term("rdf:type"), gb(each)) for each in ontology().types(name))


def _labels(node: NamedNode, preferred: Literal, others: Iterable[Literal] = ()) -> Triples:
    yield Triple(node, term("skos:prefLabel"), preferred)
    yield Triple(node, term("rdfs:label"), preferred)
    yield from (Triple(node, term("skos:altLabel"), other) for other in others if other != preferred)


def _thing(node: NamedNode, kind: str, label: Literal) -> Triples:
    yield Triple(node, term("rdf:type"), term(kind))
    yield from _labels(node, label)


def _date(node: NamedNode, date: EventDate) -> Triples:
    yield Triple(node, gb("dateEdtf"), string(date.edtf))
    yield Triple(node, gb("dateText"), string(date.text))
    if date.rule:
        yield Triple(node, gb("dateRule"), string(date.rule))
    if date.not_before is not None:
        yield Triple(node, gb("notBefore"), day(date.not_before))
    if date.not_after is not None:
        yield Triple(node, gb("notAfter"), day(date.not_after))
    if date.conflict:
        yield Triple(node, gb("dateConflict"), Literal(True))


def _position(node: NamedNode, position: int | None) -> Triples:
    if position is not None:
        yield Triple(node, gb("position"), integer(position, "xsd:positiveInteger"))
