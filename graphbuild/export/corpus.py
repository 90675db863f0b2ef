"""What the documents of a graph share, in Turtle: entities with edges, posts, events, tenures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, groupby
from typing import Any, Final, TypeAlias

from graphbuild.errors import ExportError
from graphbuild.export.blocks import Statements, block, dated, labels, positioned, thing, types
from graphbuild.export.documents import evidence
from graphbuild.export.iris import DEFAULT_BASE, Names, check_base
from graphbuild.export.lookup import Lookup
from graphbuild.export.parts import by_id
from graphbuild.export.posts import post_label
from graphbuild.export.terms import comment, day, decimal, gb, string, tagged
from graphbuild.gazetteer.codes import DIVISION, GEONAMES, ISO, identifiers
from graphbuild.model import Edge, Entity, Event, GraphSource, Participation, Post, Tenure
from graphbuild.ontology import ontology

_Literal: TypeAlias = Callable[[str, str], str]
_ATTRIBUTES: Final[dict[tuple[str, str], tuple[str, _Literal]]] = {
    ("Project", "amount"): ("gb:amount", decimal),
    ("Project", "currency"): ("gb:currency", lambda text, _: string(text)),
    ("Project", "phase"): ("gb:phase", lambda text, _: string(text)),
    ("Place", "code"): ("dcterms:identifier", lambda text, _: string(text)),
}
_CODES: Final = {DIVISION: "gb:divisionCode", ISO: "gb:isoCode", GEONAMES: "gb:geonamesId"}


def corpus_turtle(source: GraphSource, base: str = DEFAULT_BASE) -> Iterator[str]:
    """Yield the section of all that documents share, block by block, by id of the subject.

    Attributes of entities other than amount, currency and phase of projects and code of places are
    internal and stay out. Raises `ExportError` if the base cannot be one, an amount is no number, a
    claim is missing or the source is not sorted, and `OntologyError` if a class or relation is used
    that the ontology does not define.
    """
    names = Names(check_base(base))
    with Lookup() as lookup:
        lookup.add_entities(source.entities)
        lookup.add_documents(source.documents)
        lookup.add_evidence(source.claims)
        yield from _Writer(names, lookup).blocks(source)


class _Writer:
    def __init__(self, names: Names, lookup: Lookup) -> None:
        self.names = names
        self.lookup = lookup

    def blocks(self, source: GraphSource) -> Iterator[str]:
        head = ""
        for name, values in self.grouped(source):
            kind = _kind(values)
            if kind != head:
                yield f"{comment(kind)}\n"
                head = kind
            yield from self.node(name, values)
        yield from self.things(source)
        yield from self.reprints(source)

    def reprints(self, source: GraphSource) -> Iterator[str]:
        """Yield what only the corpus knows of documents; their own sections depend on them alone."""
        for document in source.documents:
            if document.near_duplicate_of is not None:
                earliest = self.names.document(document.near_duplicate_of)
                yield block(self.names.document(document.id), [("gb:nearDuplicateOf", earliest)])

    def grouped(self, source: GraphSource) -> Iterator[tuple[str, list[Any]]]:
        ids = (source.entities, source.posts, source.events, source.tenures)
        streams = ((values, lambda value: value.id) for values in ids)
        return by_id(*streams, (source.edges, lambda edge: edge.subject))

    def node(self, name: str, values: Iterable[Any]) -> Iterator[str]:
        """Yield the block of a node, and those of the parts that it has if it is an event."""
        values = list(values)
        labelled = any(isinstance(value, Entity) for value in values)
        statements = chain.from_iterable(self.statements(value, labelled) for value in values)
        yield block(self.names.node(name), statements)
        for event in values:
            if isinstance(event, Event):
                yield from self.participations(event)
                yield from self.stops(event)

    def statements(self, value: object, labelled: bool) -> Statements:
        match value:
            case Entity():
                return self.entity(value)
            case Post():
                return self.post(value)
            case Event():
                return self.event(value, labelled)
            case Tenure():
                return self.tenure(value)
            case Edge():
                return self.edge(value)
            case _:
                raise TypeError(value)

    def entity(self, entity: Entity) -> Statements:
        yield from types(entity.type)
        others = (tagged(text, language) for text, language in entity.labels)
        yield from labels(tagged(entity.label, entity.language), others)
        for key, value in entity.attributes:
            if (entity.type, key) in _ATTRIBUTES:
                predicate, literal = _ATTRIBUTES[entity.type, key]
                yield predicate, literal(value, entity.id)
            if (entity.type, key) == ("Place", "code"):
                yield from ((_CODES[scheme], string(text)) for scheme, text in identifiers(value))
            if key == "wikidata" and re.fullmatch("Q[1-9][0-9]*", value):
                yield "owl:sameAs", f"<http://www.wikidata.org/entity/{value}>"

    def post(self, post: Post) -> Statements:
        yield from types("Post")
        yield from labels(tagged(*post_label(post, self.lookup.label(post.post_in or ""))))
        yield "gb:title", string(post.title)
        if post.post_in is not None:
            yield "gb:postIn", self.names.node(post.post_in)

    def edge(self, edge: Edge) -> Statements:
        if edge.relation not in ontology().relations:
            ontology().require(edge.relation)
            message = f"edge {edge.subject} {edge.relation} {edge.object}: no gb:EdgeProperty of the ontology"
            raise ExportError(message)
        yield gb(edge.relation), self.names.node(edge.object)

    def tenure(self, tenure: Tenure) -> Statements:
        yield from types("Tenure")
        yield "gb:holder", self.names.node(tenure.holder)
        yield "gb:post", self.names.node(tenure.post)
        yield "gb:status", string(tenure.status)
        for name, seen in (("gb:firstSeen", tenure.first_seen), ("gb:lastSeen", tenure.last_seen)):
            if seen is not None:
                yield name, string(seen)
        if tenure.ended_by is not None:
            yield "gb:endedBy", string(tenure.ended_by)
        for name, other in (("gb:predecessor", tenure.predecessor), ("gb:successor", tenure.successor)):
            if other is not None:
                yield name, self.names.node(other)
        yield from self.rests_on(tenure.id, tenure.claims)

    # Events

    def event(self, event: Event, labelled: bool) -> Statements:
        language = self.language(event)
        yield from types(event.type)
        if not labelled:  # a named meeting has the labels of its entity
            yield from labels(tagged(event.label, language))
        yield from dated(event.date)
        if event.date is not None and event.date.stated:
            yield "gb:dateEdtf", string(event.date.stated)
        yield from self.told_in(event)
        yield from ((gb(part.role), self.names.node(part.official)) for part in event.participations)
        yield from (("gb:stop", self.names.node(site)) for site in event.stops)
        if event.venue is not None:
            yield "gb:venue", self.names.node(event.venue)
        for topic in event.topics:
            yield "gb:topic", self.name("skos:Concept", "topic", topic, language)
        yield from self.rests_on(event.id, event.claims)

    def told_in(self, event: Event) -> Statements:
        for document in event.documents:
            yield "gb:inDocument", self.names.document(document)
            published, _ = self.lookup.document(document) or (None, "")
            if published is not None:
                yield "gb:releaseDate", day(published)

    def language(self, event: Event) -> str:
        known = (self.lookup.document(document) for document in sorted(event.documents))
        return next((found[1] for found in known if found), "en")

    def participations(self, event: Event) -> Iterator[str]:
        found: dict[str, list[Participation]] = {}
        for part in event.participations:
            found.setdefault(self.names.participation(event.id, part.role, part.official), []).append(part)
        for name, parts in sorted(found.items()):
            yield block(name, chain.from_iterable(self.participation(event, part) for part in parts))

    def participation(self, event: Event, part: Participation) -> Statements:
        yield from types("Participation")
        yield "gb:ofEvent", self.names.node(event.id)
        yield "gb:byOfficial", self.names.node(part.official)
        yield "gb:role", gb(part.role)
        yield from (("gb:inPost", self.names.node(post)) for post in part.posts)
        yield from positioned(part.position)

    def stops(self, event: Event) -> Iterator[str]:
        for position, site in enumerate(event.stops, start=1):
            statements = (
                *types("Stop"),
                ("gb:ofEvent", self.names.node(event.id)),
                ("gb:stop", self.names.node(site)),
                *positioned(position),
            )
            yield block(self.names.stop(event.id, position), statements)

    def rests_on(self, owner: str, claims: Iterable[str]) -> Statements:
        """Lead from a node to its claims and to the sentences that they rest on."""
        for name in claims:
            read = self.lookup.evidence(name)
            if read is None:
                message = f"{owner} rests on claim {name}, which the graph does not hold"
                raise ExportError(message)
            yield "prov:wasDerivedFrom", self.names.claim(name)
            yield from evidence(read.document, read.sentences, self.names)

    def things(self, source: GraphSource) -> Iterator[str]:
        """Yield the nodes that are known by their names alone: topics and publishers."""
        for document in source.documents:
            if document.publisher:
                self.name("foaf:Agent", "publisher", document.publisher, document.language)
        found = groupby(self.lookup.things(), key=lambda thing: thing[0])
        for number, (node, named) in enumerate(found):
            if number == 0:
                yield comment("Topics and publishers") + "\n"
            yield block(node, chain.from_iterable(thing(*each[1:]) for each in named))

    def name(self, kind: str, prefix: str, name: str, language: str) -> str:
        """Return the node of something known by its name alone, and remember to describe it."""
        node = self.names.named(prefix, name)
        self.lookup.add_thing(node, kind, name, language)
        return node


def _kind(values: Iterable[Any]) -> str:
    """Return what a group of nodes is called in the comment at its head."""
    first = next(iter(values))
    name = getattr(first, "type", type(first).__name__)
    return "More edges" if name == "Edge" else ontology().label(name).capitalize()
