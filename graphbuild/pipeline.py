"""The order of the stages, and nothing else: read, annotate, extract, resolve, assemble."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from graphbuild import gazetteer
from graphbuild.annotate import DEFAULT_MODEL, Annotator, release_models
from graphbuild.assemble import NAMED, TOLD, Curator, Fingerprints, assemble, chains_of, gather, link
from graphbuild.coverage import covered
from graphbuild.decisions import NONE, Decisions, read_curation
from graphbuild.engines import map_documents
from graphbuild.export.redirects import NAME as REDIRECTS
from graphbuild.export.redirects import ids_in, moved
from graphbuild.extract.document import extract_document, parse_document
from graphbuild.graph import Graph
from graphbuild.model import Document, Extraction
from graphbuild.read import read
from graphbuild.resolve import identify_all, resolve_document
from graphbuild.resolve.corpus import SHOWN

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from graphbuild.assemble import Gathered
    from graphbuild.errors import ReadError
    from graphbuild.model import Claim, GraphData, Line
    from graphbuild.resolve.corpus import BlockMemory

__all__ = [
    "DEFAULT_MODEL",
    "Assembly",
    "Shortcuts",
    "assembled",
    "assembly",
    "build",
    "documents",
    "extract",
    "extract_all",
    "extract_lines",
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
        return extract_lines(document, _annotator(self.model)(document), self.places)


def extract_lines(
    document: Document, lines: Sequence[Line], places: Iterable[gazetteer.Place] = ()
) -> Extraction:
    """Return what a document gives whose sentences are annotated already."""
    with gazetteer.using(places):
        parsed = parse_document(lines)
        resolution = resolve_document(document, parsed.parses)
        return covered(extract_document(document, parsed, resolution), parsed.lines)


@cache
def _annotator(model: str) -> Annotator:
    return Annotator(model)


def extract(document: Document, *, model: str = DEFAULT_MODEL) -> Extraction:
    """Return all that one document gives: mentions, chains, posts and claims with their evidence."""
    return Extractor(model)(document)


def build(  # noqa: PLR0913 - each parameter is a choice of the user's
    sources: Iterable[str | Path | Document],
    *,
    locus: str | None = None,
    model: str = DEFAULT_MODEL,
    places: Iterable[str | Path] = (),
    fields: Mapping[str, str] | None = None,
    decisions: str | Path | None = None,
    links: str | Path | None = None,
    previous: str | Path | None = None,
    jobs: int = 1,
    on_problem: Callable[[ReadError], None] | None = None,
    on_progress: Callable[[Document], None] | None = None,
) -> Graph:
    """Build one graph from articles.

    `sources` are files, folders, globs, data files of many articles, ``-`` for standard input, or
    documents. `locus` states the seat of all articles ("Jinfeng, Hunan"); without it each article
    shows its own. `places` are files that list places of your own, tab-separated (docs/places.md).
    `fields` says what the fields of data files are called where that is unusual:
    ``{"text": "story"}`` (docs/inputs.md). `decisions` is a file of what a curator decided
    (docs/identity.md), `links` a table of the items of Wikidata that entities are (docs/links.md);
    what matches nothing comes in ``Graph.unused``. `previous` is the output
    folder of an earlier build: its ids that are gone come in ``Graph.redirects``. `jobs` is the
    number of processes; the graph is the same for any number and any order of the sources. A source
    that cannot be read is passed to `on_problem`, kept in ``Graph.problems``, and skipped. Raises
    ModelError when the spaCy pipeline `model` is not installed, ReadError when a list of `places`
    cannot be used, and DecisionError when the file of `decisions` or `links` cannot.
    """
    problems: list[ReadError] = []

    def note(problem: ReadError) -> None:
        problems.append(problem)
        if on_problem is not None:
            on_problem(problem)

    decided = read_curation(decisions, links)
    found = extract_all(
        sources,
        locus=locus,
        model=model,
        places=places,
        fields=fields,
        jobs=jobs,
        on_problem=note,
        on_progress=on_progress,
    )
    graph = assembled(found, decided, _ids_of(previous))
    return replace(graph, problems=tuple(problems))


def _ids_of(folder: str | Path | None) -> frozenset[str]:
    """Return the ids of entities in the output of an earlier build, and those that it redirected."""
    texts = [_text(Path(folder) / name) for name in ("graph.ttl", REDIRECTS)] if folder is not None else []
    return frozenset[str]().union(*map(ids_in, texts))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def extract_all(
    sources: Iterable[str | Path | Document],
    *,
    locus: str | None = None,
    model: str = DEFAULT_MODEL,
    places: Iterable[str | Path] = (),
    fields: Mapping[str, str] | None = None,
    jobs: int = 1,
    on_problem: Callable[[ReadError], None] = lambda _: None,
    on_progress: Callable[[Document], None] | None = None,
) -> list[Extraction]:
    """Return what each article gives, each document once; the arguments are those of `build`."""
    extractor = Extractor(model, gazetteer.read_places(places))
    _annotator(model)  # a pipeline that is missing is told before any source is read
    extractions: dict[str, Extraction] = {}
    for extraction in map_documents(extractor, documents(sources, locus, on_problem, fields), jobs):
        extractions[extraction.document.id] = extraction
        if on_progress is not None:
            on_progress(extraction.document)
    return list(extractions.values())


class Assembly(NamedTuple):
    """A graph without its documents, sentences, mentions and claims, and what is to be known of those."""

    graph: Graph
    gathered: Gathered


class Shortcuts(NamedTuple):
    """What an earlier run worked out, where it is known that it would come out the same."""

    blocks: BlockMemory | None = None
    fingerprints: Fingerprints | None = None


def assembled(
    extractions: Iterable[Extraction],
    decisions: Decisions = NONE,
    older: frozenset[str] = frozenset(),
    shortcuts: Shortcuts = Shortcuts(),  # noqa: B008 - immutable
) -> Graph:
    """Return the graph of what all documents give, whatever their order.

    `older` are the ids of entities of an older graph of theirs: ``Graph.redirects`` says where those
    lead that are gone.
    """
    papers = list(extractions)
    found = identify_all(papers, decisions, older, shortcuts.blocks)
    curator = Curator(decisions, found.current)
    data = assemble(papers, found.identities, found.doubts, curator, shortcuts.fingerprints)
    return _linked(data, found.current, curator, older)


def assembly(
    read_parts: Callable[[Sequence[str]], Iterable[Extraction]],
    keep: Callable[[Collection[Claim]], None],
    decisions: Decisions = NONE,
    older: frozenset[str] = frozenset(),
) -> Assembly:
    """Return of the same what all documents share, and pass their claims to `keep`.

    `read_parts` yields the extraction of each document, once, with the fields asked for: nothing of a
    document is held. What the graph has of a single one is made with `Assembly.gathered`.
    """
    found = identify_all(read_parts(SHOWN), decisions, older)
    curator = Curator(decisions, found.current)
    chains, doubts, current = chains_of(found.identities, curator), found.doubts, found.current
    del found  # an identity has its reasons, which are not wanted any more
    named, told = read_parts(NAMED), read_parts(TOLD)
    gathered = gather(named, told, chains, doubts, curator, Fingerprints(), keep)
    return Assembly(_linked(gathered.shared, current, curator, older), gathered)


def _linked(data: GraphData, current: Mapping[str, str], curator: Curator, older: frozenset[str]) -> Graph:
    """Return the graph with its links, what was not used and where ids lead that are gone."""
    data, unlinked = link(data, curator.decisions.links)
    gone = moved(older, current, frozenset(each.id for each in data.entities))
    return Graph(data, unused=curator.unused() + unlinked, redirects=tuple(gone.items()))


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
