"""The order of the stages, and nothing else: read, annotate, extract, resolve, assemble."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from graphbuild import gazetteer
from graphbuild.annotate import DEFAULT_MODEL, Annotator, release_models
from graphbuild.assemble import Mapper, assemble
from graphbuild.engines import map_documents
from graphbuild.extract.document import extract_document, parse_document
from graphbuild.graph import Graph
from graphbuild.model import Document, Extraction, GraphData, Identity
from graphbuild.read import read
from graphbuild.resolve import identify, resolve_document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from graphbuild.errors import ReadError
    from graphbuild.model import Mention

__all__ = [
    "DEFAULT_MODEL",
    "assembled",
    "build",
    "documents",
    "extract",
    "identified",
    "mentions_of",
    "release",
]


@dataclass(frozen=True, slots=True)
class Extractor:
    """Document to extraction with one spaCy pipeline, picklable so that any process can run it.

    `places` are known besides those of the gazetteer while a document is read.
    """

    model: str = DEFAULT_MODEL
    places: tuple[gazetteer.Place, ...] = ()

    def __call__(self, document: Document) -> Extraction:
        """Annotate, parse, resolve and read the frames of one document."""
        with gazetteer.using(self.places):
            parsed = parse_document(_annotator(self.model)(document))
            resolution = resolve_document(document, parsed.parses)
            return extract_document(document, parsed, resolution)


@cache
def _annotator(model: str) -> Annotator:
    return Annotator(model)


def extract(document: Document, *, model: str = DEFAULT_MODEL) -> Extraction:
    """Return all that one document gives: mentions, chains, posts and claims with their evidence."""
    return Extractor(model)(document)


def build(
    sources: Iterable[str | Path | Document],
    *,
    locus: str | None = None,
    model: str = DEFAULT_MODEL,
    places: Iterable[str | Path] = (),
    fields: Mapping[str, str] | None = None,
    jobs: int = 1,
    on_problem: Callable[[ReadError], None] | None = None,
    on_progress: Callable[[Document], None] | None = None,
) -> Graph:
    """Build one graph from articles.

    `sources` are files, folders, globs, data files of many articles, ``-`` for standard input, or
    documents. `locus` states the seat of all articles ("Jinfeng, Hunan"); without it each article
    shows its own. `places` are files that list places of your own, tab-separated (docs/places.md).
    `fields` says what the fields of data files are called where that is unusual:
    ``{"text": "story"}`` (docs/inputs.md). `jobs` is the number of processes; the graph is the same
    for any number and any order of the sources. A source that cannot be read is passed to
    `on_problem`, kept in ``Graph.problems``, and skipped. Raises ModelError when the spaCy pipeline
    `model` is not installed, and ReadError when a list of `places` cannot be used.
    """
    problems: list[ReadError] = []

    def note(problem: ReadError) -> None:
        problems.append(problem)
        if on_problem is not None:
            on_problem(problem)

    extractions: dict[str, Extraction] = {}
    extractor = Extractor(model, gazetteer.read_places(places))
    _annotator(model)  # a pipeline that is missing is told before any source is read
    for extraction in map_documents(extractor, documents(sources, locus, note, fields), jobs):
        extractions[extraction.document.id] = extraction
        if on_progress is not None:
            on_progress(extraction.document)
    return Graph(assembled(extractions.values()), tuple(problems))


def assembled(extractions: Iterable[Extraction], identities: Sequence[Identity] | None = None) -> GraphData:
    """Return the graph of what all documents give, whatever their order."""
    ordered = list(extractions)
    return assemble(ordered, identified(ordered) if identities is None else identities)


def identified(extractions: Sequence[Extraction]) -> tuple[Identity, ...]:
    """Return which chains of all documents are which entity; sentences and mentions play no part."""
    return identify(extractions)


def mentions_of(extraction: Extraction, entities: Mapping[str, str]) -> list[Mention]:
    """Return the mentions of a document as the graph has them; `entities` are those of the chains."""
    known = (chain.id for chain in extraction.chains if chain.id in entities)
    return Mapper((Identity(chain, entities[chain], 1.0) for chain in known), {}).mentions(
        extraction.mentions
    )


def release() -> None:
    """Let go of the spaCy pipelines that were loaded; the next article loads its own again."""
    _annotator.cache_clear()
    release_models()


def documents(
    sources: Iterable[str | Path | Document],
    locus: str | None,
    note: Callable[[ReadError], None],
    fields: Mapping[str, str] | None = None,
) -> Iterator[Document]:
    """Yield the documents of sources of any kind; `locus` is the seat of those that state none."""
    for source in sources:
        found = [source] if isinstance(source, Document) else read([source], on_problem=note, fields=fields)
        for document in found:
            yield replace(document, locus=locus) if locus and document.locus is None else document
