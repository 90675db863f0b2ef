"""A graph cut into what each document says and what all of them share, one part at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from heapq import merge
from itertools import groupby
from typing import Any, Protocol, TypeVar

from graphbuild.errors import ExportError
from graphbuild.export.lookup import Lookup
from graphbuild.model import Claim, Document, GraphData, GraphSource, Mention, Sentence


class _Named(Protocol):
    @property
    def id(self) -> str: ...


_T = TypeVar("_T")
_N = TypeVar("_N", bound=_Named)


@dataclass(frozen=True, slots=True)
class DocumentPart:
    """All that is written of one document: its values in their order, and nothing from elsewhere.

    `events` are the ids of those of its claims' events that were made. `document` is None where a
    graph holds values of a document and not the document.
    """

    id: str
    document: Document | None
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    events: frozenset[str] = frozenset()


def in_order(source: GraphSource) -> GraphSource:
    """Return a graph whose parts come sorted: a graph in memory is sorted, another must be already."""
    if not isinstance(source, GraphData):
        return source
    return replace(
        source,
        documents=_sorted(source.documents),
        sentences=tuple(sorted(source.sentences)),
        mentions=tuple(sorted(source.mentions)),
        entities=_sorted(source.entities),
        posts=_sorted(source.posts),
        claims=_sorted(source.claims),
        edges=tuple(sorted(source.edges, key=lambda edge: (edge.subject, edge.relation, edge.object))),
        events=_sorted(source.events),
        tenures=_sorted(source.tenures),
    )


def _id(value: _Named) -> str:
    return value.id


def _sorted(values: Iterable[_N]) -> tuple[_N, ...]:
    return tuple(sorted(values, key=_id))


def document_parts(source: GraphSource) -> Iterator[DocumentPart]:
    """Yield the part of each document, by id. Raises `ExportError` if the source is not sorted."""
    with Lookup() as lookup:
        lookup.add_events(source.events)
        streams = (
            _keyed(source.documents, _id),
            _keyed(source.sentences, lambda sentence: sentence.document),
            _keyed(source.mentions, lambda mention: mention.document),
            _keyed(_claims_by_document(source, lookup), lambda claim: claim.evidence.document),
        )
        numbered = (_numbered(stream, number) for number, stream in enumerate(streams))
        for name, values in groupby(merge(*numbered, key=_first), key=_first):
            kinds: tuple[list[Any], ...] = ([], [], [], [])
            for _, number, value in values:
                kinds[number].append(value)
            yield _part(name, lookup, *kinds)


def _claims_by_document(source: GraphSource, lookup: Lookup) -> Iterable[Claim]:
    if isinstance(source, GraphData):  # in memory already
        known = {(claim.evidence.document, claim.id): claim for claim in source.claims}
        return (known[key] for key in sorted(known))
    lookup.add_claims(source.claims)
    return lookup.claims()


def _part(
    name: str,
    lookup: Lookup,
    documents: list[Document],
    sentences: list[Sentence],
    mentions: list[Mention],
    claims: list[Claim],
) -> DocumentPart:
    events = {claim.event for claim in claims if claim.event is not None}
    return DocumentPart(
        name,
        documents[0] if documents else None,
        tuple({sentence.span: sentence for sentence in sentences}.values()),
        tuple(mentions),
        tuple(claims),
        frozenset(event for event in events if lookup.has_event(event)),
    )


def _numbered(stream: Iterable[tuple[str, _T]], number: int) -> Iterator[tuple[str, int, _T]]:
    return ((name, number, value) for name, value in stream)


def by_id(*streams: tuple[Iterable[Any], Callable[[Any], str]]) -> Iterator[tuple[str, list[Any]]]:
    """Group sorted streams by the id that a function of each gives, in the order of the ids.

    Raises `ExportError` if a stream is not sorted.
    """
    keyed = (_keyed(values, key) for values, key in streams)
    for name, values in groupby(merge(*keyed, key=_first), key=_first):
        yield name, [value for _, value in values]


def _first(pair: tuple[Any, ...]) -> str:
    name: str = pair[0]
    return name


def _keyed(values: Iterable[_T], key: Callable[[_T], str]) -> Iterator[tuple[str, _T]]:
    last = ""
    for value in values:
        name = key(value)
        if name < last:
            raise ExportError(f"{name!r} comes after {last!r}; a graph must give its parts sorted")
        last = name
        yield name, value
