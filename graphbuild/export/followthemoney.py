"""FollowTheMoney entities as JSON lines, for Aleph, OpenAleph and the ``ftm`` command.

https://followthemoney.tech/explorer/
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO, Final, TypeAlias

from graphbuild.export.iris import is_web_iri
from graphbuild.export.lookup import Lookup
from graphbuild.export.parts import by_id, in_order
from graphbuild.export.posts import post_label
from graphbuild.export.tables import number, quoting
from graphbuild.export.terms import clean
from graphbuild.model import Document, Edge, Entity, Event, GraphSource, Post, Tenure, digest
from graphbuild.ontology import ontology

_Properties: TypeAlias = dict[str, list[str]]

_SCHEMATA: Final = {
    "Official": "Person", "Body": "PublicBody", "Enterprise": "Company", "Project": "Project",
    "Place": "Address", "Post": "Position", "Visit": "Event", "Meeting": "Event", "Talks": "Event",
}  # fmt: skip
_ORGANIZATIONS: Final = frozenset({"Body", "Enterprise"})
_LANGUAGES: Final = {"en": "eng", "zh": "zho"}
_DATE: Final = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")


def write_followthemoney(source: GraphSource, stream: BinaryIO) -> None:
    """Write one entity to a line: nodes, documents, and edges and tenures as entities that link.

    Of dates only those with a year are given, as the format has no others; the words of the source
    are in the description. A relation that FollowTheMoney has no schema for is an ``UnknownLink``
    whose role says what it is.
    """
    for entity in _entities(in_order(source)):
        line = json.dumps(entity, ensure_ascii=False, sort_keys=True)
        stream.write(f"{line}\n".encode())


def _entities(source: GraphSource) -> Iterator[dict[str, Any]]:
    with quoting(source) as lookup:
        for document in source.documents:
            yield _made(f"doc-{document.id}", "Article", _article(document))
        ids = (source.entities, source.posts, source.events)
        streams = ((values, lambda value: value.id) for values in ids)
        for name, values in by_id(*streams, (source.edges, lambda edge: edge.subject)):
            yield from _node(name, values, lookup)
        for tenure in source.tenures:
            yield _made(tenure.id, "Occupancy", _occupancy(tenure, lookup))


def _made(name: str, schema: str, properties: _Properties) -> dict[str, Any]:
    kept = {key: sorted({clean(value) for value in values if value}) for key, values in properties.items()}
    return {"id": clean(name), "schema": schema, "properties": {key: kept[key] for key in kept if kept[key]}}


def _node(name: str, values: Iterable[Any], lookup: Lookup) -> Iterator[dict[str, Any]]:
    described: _Properties = {}
    schema = None
    edges = [value for value in values if isinstance(value, Edge)]
    for value in values:
        if not isinstance(value, Edge):
            schema = _SCHEMATA.get(getattr(value, "type", "Post"), "Thing")
            described = {**_described(value, lookup), **described}
    if schema is not None:
        places = [edge.object for edge in edges if edge.relation == "locatedIn"]
        yield _made(name, schema, {**described, "addressEntity": places})
    yield from (_link(edge, lookup) for edge in edges if edge.relation not in {"locatedIn", "holdsPost"})


def _described(value: Entity | Post | Event, lookup: Lookup) -> _Properties:
    match value:
        case Entity():
            return _entity(value)
        case Post():
            return _position(value, lookup)
        case Event():
            return _event(value, lookup)


def _entity(entity: Entity) -> _Properties:
    names = {"name": [entity.label], "alias": [text for text, _ in entity.labels if text != entity.label]}
    own = {key: [text] for key, text in entity.attributes}
    if item := [text for text in own.get("wikidata", ()) if re.fullmatch("Q[1-9][0-9]*", text)]:
        names["wikidataId"] = item
    if entity.type == "Place":
        return {**names, "full": [entity.label]}
    if entity.type != "Project":
        return names
    amount = own.get("amount", []) if number(*own.get("amount", [""])) is not None else []
    currency = [code for code in own.get("currency", []) if re.fullmatch("[A-Z]{3}", code)]
    return {**names, "amount": amount, "currency": currency, "phase": own.get("phase", [])}


def _position(post: Post, lookup: Lookup) -> _Properties:
    home = post.post_in or ""
    label = lookup.label(home)
    named: _Properties = {"name": [post_label(post, label)[0]]}
    if lookup.kind(home) in _ORGANIZATIONS:
        return {**named, "organization": [home]}
    return {**named, "subnationalArea": [label[0]] if label else []}


def _event(event: Event, lookup: Lookup) -> _Properties:
    leading = [part.official for part in event.participations if part.role in {"principal", "chair"}]
    sites = [*event.stops, *([event.venue] if event.venue else [])]
    found = [lookup.label(site) for site in sites if lookup.kind(site) == "Place"]
    hosts = [site for site in sites if lookup.kind(site) in _ORGANIZATIONS]
    date = event.date
    return {
        "name": [event.label],
        "organizer": leading,
        "involved": [*(part.official for part in event.participations), *hosts],
        "location": [label for label, _ in filter(None, found)],
        "startDate": [date.not_before or ""] if date else [],
        "endDate": [date.not_after or ""] if date else [],
        "description": [date.text] if date else [],
        "keywords": list(event.topics),
        "proof": [f"doc-{document}" for document in event.documents],
        "summary": list(lookup.quotes(event.claims)),
    }


def _article(document: Document) -> _Properties:
    return {
        "title": [document.title],
        "publisher": [document.publisher or ""],
        "publishedAt": _days(document.published),
        "sourceUrl": [document.url] if document.url and is_web_iri(document.url) else [],
        "language": [_LANGUAGES.get(document.language, "")],
    }


def _link(edge: Edge, lookup: Lookup) -> dict[str, Any]:
    schema, start, end = _schema(edge, lookup)
    properties = {
        start: [edge.subject],
        end: [edge.object],
        "role": [ontology().label(edge.relation)],
        "date": _days(edge.first, edge.last),
        **_told(edge.claims, lookup),
    }
    return _made(f"edge-{digest(edge.subject, edge.relation, edge.object)}", schema, properties)


def _schema(edge: Edge, lookup: Lookup) -> tuple[str, str, str]:
    """Return the schema of an edge and the properties of its two ends."""
    kind = lookup.kind(edge.object)
    if edge.relation == "chairs" and kind in _ORGANIZATIONS:
        return "Directorship", "director", "organization"
    if edge.relation == "investedIn" and kind == "Enterprise":
        return "Ownership", "owner", "asset"
    if edge.relation in {"investedIn", "operates"} and kind == "Project":
        return "ProjectParticipant", "participant", "project"
    return "UnknownLink", "subject", "object"


def _occupancy(tenure: Tenure, lookup: Lookup) -> _Properties:
    return {
        "holder": [tenure.holder],
        "post": [tenure.post],
        "status": [tenure.status],
        "date": _days(tenure.first_seen, tenure.last_seen),
        **_told(tenure.claims, lookup),
    }


def _told(claims: tuple[str, ...], lookup: Lookup) -> _Properties:
    read = (found for name in claims if (found := lookup.evidence(name)) is not None)
    return {"proof": [f"doc-{each.document}" for each in read], "summary": list(lookup.quotes(claims))}


def _days(*dates: str | None) -> list[str]:
    return [date for date in dates if date is not None and _DATE.fullmatch(date)]
