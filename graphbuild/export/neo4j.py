"""Files for Neo4j's bulk import: ``neo4j-admin database import full``.

https://neo4j.com/docs/operations-manual/current/tools/neo4j-admin/neo4j-admin-import/
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO, Final

from graphbuild.export.csv_tables import write_rows
from graphbuild.export.lookup import Lookup
from graphbuild.export.parts import by_id, in_order
from graphbuild.export.posts import post_label
from graphbuild.export.tables import Row, cleaned, number, quoting
from graphbuild.model import Document, Entity, Event, GraphSource, Post
from graphbuild.ontology import ontology

SEPARATOR: Final = "\x1f"
"""Between the values of an array: ``--array-delimiter=U+001F``, which no text of ours contains."""

_NODES: Final = (
    "id:ID", ":LABEL", "name", "language", "names:string[]", "code", "amount:double", "currency", "phase",
    "wikidata", "date", "notBefore:date", "notAfter:date", "topics:string[]", "title", "url", "publisher",
    "published",
)  # fmt: skip
_RELATIONSHIPS: Final = (
    ":START_ID", ":TYPE", ":END_ID", "first", "last", "claims:int", "position:int", "evidence:string[]",
)  # fmt: skip


def write_nodes(source: GraphSource, stream: BinaryIO) -> None:
    """Write the nodes: entities, posts, events and documents, each with the classes it has."""
    write_rows(stream, _NODES, map(_flat, _nodes(in_order(source))), SEPARATOR)


def write_relationships(source: GraphSource, stream: BinaryIO) -> None:
    """Write the relationships: edges with their sentences, parts in events, homes of posts."""
    write_rows(stream, _RELATIONSHIPS, map(_flat, _relationships(in_order(source))), SEPARATOR)


def _flat(row: Row) -> Row:
    """Return a row without line breaks, which the import refuses unless told otherwise."""
    return tuple(
        " ".join(cell.splitlines()) if isinstance(cell, str)
        else tuple(" ".join(text.splitlines()) for text in cell) if isinstance(cell, tuple)
        else cell
        for cell in cleaned(row)
    )  # fmt: skip


def _nodes(source: GraphSource) -> Iterator[Row]:
    with Lookup() as lookup:
        lookup.add_entities(source.entities)
        streams = (
            (values, lambda each: each.id) for values in (source.entities, source.posts, source.events)
        )
        for name, values in by_id(*streams):
            yield _node(name, values, lookup)
    for document in source.documents:
        yield _row(f"doc-{document.id}", ("Document",), _document(document))


def _node(name: str, values: Iterable[Any], lookup: Lookup) -> Row:
    known: dict[str, Any] = {}
    types: dict[str, None] = {}
    for value in values:
        found = _described(value, lookup)
        types |= dict.fromkeys(ontology().types(found.pop("type")))
        known = {**found, **known}
    return _row(name, tuple(types), known)


def _row(name: str, types: tuple[str, ...], known: dict[str, Any]) -> Row:
    return name, types, *(known.get(column.partition(":")[0]) for column in _NODES[2:])


def _described(value: Entity | Post | Event, lookup: Lookup) -> dict[str, Any]:
    match value:
        case Entity():
            own: dict[str, Any] = {
                key: text
                for key, text in value.attributes
                if key in {"code", "currency", "phase", "wikidata"}
            }
            own["amount"] = number(dict(value.attributes).get("amount", ""))
            names = tuple(text for text, _ in value.labels)
            return {
                "type": value.type,
                "name": value.label,
                "language": value.language,
                "names": names,
                **own,
            }
        case Post():
            label, language = post_label(value, lookup.label(value.post_in or ""))
            return {"type": "Post", "name": label, "language": language, "title": value.title}
        case Event():
            date = value.date
            days = {"notBefore": date.not_before, "notAfter": date.not_after} if date else {}
            edtf = date.edtf if date else None
            return {"type": value.type, "name": value.label, "date": edtf, **days, "topics": value.topics}


def _document(document: Document) -> dict[str, Any]:
    return {
        "name": document.title or document.url or document.id,
        "language": document.language,
        "title": document.title,
        "url": document.url,
        "publisher": document.publisher,
        "published": document.published,
    }


def _relationships(source: GraphSource) -> Iterator[Row]:
    with quoting(source) as lookup:
        for edge in source.edges:
            quotes = lookup.quotes(edge.claims)
            kind = relationship_type(edge.relation)
            yield edge.subject, kind, edge.object, edge.first, edge.last, len(edge.claims), None, quotes
    for post in source.posts:
        if post.post_in is not None:
            yield _plain(post.id, "postIn", post.post_in)
    for event in source.events:
        yield from _parts(event)


def _parts(event: Event) -> Iterator[Row]:
    for part in event.participations:
        yield _plain(event.id, part.role, part.official, part.position)
    for position, site in enumerate(event.stops, start=1):
        yield _plain(event.id, "stop", site, position)
    if event.venue is not None:
        yield _plain(event.id, "venue", event.venue)
    for document in event.documents:
        yield _plain(event.id, "inDocument", f"doc-{document}")


def _plain(start: str, relation: str, end: str, position: int | None = None) -> Row:
    return start, relationship_type(relation), end, None, None, None, position, ()


def relationship_type(relation: str) -> str:
    """Return a relation as Neo4j writes its types: ``holdsPost`` as ``HOLDS_POST``."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", relation).upper()
