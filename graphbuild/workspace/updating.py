"""How a workspace changes: read what is new, settle what is in it, assemble, write, commit.

Nothing counts until the new manifest is in place: a process that is killed before leaves the graph,
its tables and its files as they were, and the shards that it finished for the next one.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, fields
from dataclasses import replace as changed
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias, TypedDict, Unpack

from graphbuild import gazetteer, pipeline
from graphbuild.engines import map_documents
from graphbuild.errors import DecisionError, ReadError, StoreError
from graphbuild.graph import Summary
from graphbuild.model import Document
from graphbuild.store import manifest, selectors, settings, shards
from graphbuild.store.corpus import Corpus, Wanted
from graphbuild.store.lock import writing_to
from graphbuild.store.manifest import Manifest
from graphbuild.workspace.outputs import publish, summary_of

Source: TypeAlias = str | Path | Document


@dataclass(frozen=True, slots=True)
class Options:
    """How sources are read and a graph is written; a workspace remembers them between commands.

    `locus`, `model`, `fields`, `decisions`, `links` and `places` are as for `graphbuild.build` (`places` are
    the rows of the lists; `decisions` and `links` the paths of files, which are read each time),
    `formats`, `base` and `title` as for `Graph.write`; None is the default of those.
    """

    locus: str | None = None
    model: str = pipeline.DEFAULT_MODEL
    places: tuple[gazetteer.Place, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)
    formats: tuple[str, ...] = ("ttl", "html")
    base: str | None = None
    title: str | None = None
    decisions: str | None = None
    links: str | None = None


class Watch(TypedDict, total=False):
    """What is told of problems and of articles read; `check` says what is wrong with a useless one."""

    on_problem: Callable[[ReadError], None]
    on_progress: Callable[[Document], None]
    check: Callable[[Document], str | None]


class Given(Watch, total=False):
    """What a command may be given by keyword; what is left out, or None, is as it was or by default.

    `places` are files or places.
    """

    locus: str | None
    model: str | None
    places: Iterable[str | Path | gazetteer.Place] | None
    fields: Mapping[str, str] | None
    formats: Iterable[str] | None
    base: str | None
    title: str | None
    decisions: str | Path | None
    links: str | Path | None
    jobs: int


class _Origin(NamedTuple):
    """Where a new document came from."""

    url: str
    source: str
    name: str


@dataclass(frozen=True, slots=True)
class Update:
    """What a command did: files written, problems met, documents that came, went and were read now.

    `unused` are the decisions that found nothing to apply to, `remarks` lines on contradictions and doubts.
    """

    summary: Summary
    written: tuple[Path, ...] = ()
    problems: tuple[ReadError, ...] = ()
    unused: tuple[DecisionError, ...] = ()
    remarks: tuple[str, ...] = ()
    added: int = 0
    removed: int = 0
    read: int = 0


def build(folder: str | Path, sources: Iterable[Source], **given: Unpack[Given]) -> Update:
    """Make the workspace in `folder` the graph of the sources, and write its files.

    Documents that were read before, under the same settings, are not read again; those that are not
    among the sources go. When no source can be read, all is left as it was. Options by keyword are
    those of `graphbuild.build` and `Graph.write`; `check` says what is wrong with a document that
    will give nothing. Raises `StoreError` when another process writes here.
    """
    with writing_to(Path(folder)):
        run = _Run(Path(folder), Options(), given)
        return run.commit(run.read(sources))


def add(folder: str | Path, sources: Iterable[Source], **given: Unpack[Given]) -> Update:
    """Add the articles of the sources, under the options of the last build where none are given."""
    with writing_to(Path(folder)):
        run = _Run.again(Path(folder), given)
        return run.commit(run.before() | run.read(sources))


def remove(folder: str | Path, names: Iterable[str], **given: Unpack[Given]) -> Update:
    """Take out documents and all that rests on them alone.

    `names` are ids, addresses, paths as they were given, or titles with ``*`` for any text. Raises
    `StoreError` for a name that means no document, and takes nothing out.
    """
    with writing_to(Path(folder)):
        run = _Run.again(Path(folder), given)
        gone = selectors.select(run.corpus.before.values(), names)
        return run.commit(run.before(without=gone))


def replace(
    folder: str | Path, sources: Iterable[Source], *, of: Iterable[str] = (), **given: Unpack[Given]
) -> Update:
    """Put the articles of the sources in the place of those that `of` names, as for `remove`.

    Without `of` these are the documents with the addresses of the new ones, or from the same files.
    Raises `StoreError` when a new article replaces none.
    """
    with writing_to(Path(folder)):
        run = _Run.again(Path(folder), given)
        gone = selectors.select(run.corpus.before.values(), of)
        new = run.read(sources)
        if not gone:
            gone = {id_ for origin in run.seen.values() for id_ in run.replaced(origin)}
        return run.commit(run.before(without=gone) | new if new else {})


class _Run:
    """One command at work on a workspace that is locked."""

    def __init__(self, folder: Path, options: Options, given: Given) -> None:
        self.folder = folder
        self.on_problem = given.get("on_problem")
        self.on_progress = given.get("on_progress")
        self.check = given.get("check")
        self.jobs = given.get("jobs", 1)
        self.options = _with(options, given)
        self.problems: list[ReadError] = []
        self.seen: dict[str, _Origin] = {}
        self.useless = 0
        self.count = 0
        self.manifest = manifest.load(folder) or Manifest()
        self.settings = settings.settings(self.options.model, self.options.places)
        self.corpus = Corpus(
            folder / manifest.WORKSPACE, settings.key_of(self.settings), self.manifest.shards
        )

    @classmethod
    def again(cls, folder: Path, given: Given) -> _Run:
        """Return a run with the options of the last build."""
        last = manifest.load(folder)
        if last is None or not last.graph:
            raise StoreError(f"{folder}: no graph was built here: graphbuild build SOURCES -o {folder}")
        return cls(folder, _remembered(last.options), given)

    def note(self, problem: ReadError) -> None:
        self.problems.append(problem)
        if self.on_problem is not None:
            self.on_problem(problem)

    def read(self, sources: Iterable[Source]) -> dict[str, Wanted]:
        """Read all sources, parsing what is new, and return their documents."""
        wanted: dict[str, Wanted] = {}
        found = pipeline.documents(sources, self.options.locus, self.note, self.options.fields)
        self.parse(self.noted(found, wanted))
        return wanted

    def noted(self, documents: Iterable[Document], wanted: dict[str, Wanted]) -> Iterator[Document]:
        """Note each document; of two with one id the smaller key counts, whichever comes first."""
        for document in documents:
            this = Wanted(shards.key_of(document), document.source)
            wanted[document.id] = min(this, wanted.get(document.id, this))
            name = document.source or document.title or document.id
            self.seen[document.id] = _Origin(document.url or "", document.source, name)
            problem = self.check(document) if self.check is not None else None
            if problem:
                self.useless += 1
                self.note(ReadError(document.source or "an article", problem))
            yield document

    def parse(self, documents: Iterable[Document]) -> None:
        """Read documents that have not been read under these settings, and write down what they give."""
        extractor = pipeline.Extractor(self.options.model, self.options.places)
        new = map_documents(extractor, self.unknown(documents), self.jobs)
        for extraction in self.corpus.append(new):
            self.count += 1
            self.progress(extraction.document)

    def unknown(self, documents: Iterable[Document]) -> Iterator[Document]:
        waiting: set[tuple[str, str]] = set()
        for document in documents:
            name = (document.id, shards.key_of(document))
            if self.corpus.has(document) or name in waiting:
                self.progress(document)
            else:
                waiting.add(name)
                yield document

    def progress(self, document: Document) -> None:
        if self.on_progress is not None:
            self.on_progress(document)

    def before(self, without: Iterable[str] = ()) -> dict[str, Wanted]:
        """Return the documents of the workspace, reading again those that other settings shaped."""
        kept = set(self.corpus.before) - set(without)
        self.parse(self.corpus.stale(kept))
        members = (self.corpus.before[id_] for id_ in sorted(kept))
        return {member.id: Wanted(member.key, member.source) for member in members}

    def replaced(self, origin: _Origin) -> set[str]:
        """Return the documents in whose place one comes. Raises `StoreError` if there are none."""
        found = {
            member.id
            for member in self.corpus.before.values()
            if origin.url == member.url != "" or origin.source == member.source != ""
        }
        if not found:
            raise StoreError(f"{origin.name}: replaces no document: say which with --of, or use add")
        return found

    def commit(self, wanted: Mapping[str, Wanted]) -> Update:
        """Make these the documents of the workspace, and write its graph."""
        if not self._worth(wanted):
            return Update(summary_of(None, len(self.problems)), problems=tuple(self.problems))
        kept = self.corpus.settle(wanted)
        stored = asdict(self.options) | {"places": [asdict(place) for place in self.options.places]}
        new = Manifest(kept, "", self.settings, stored)
        found = publish(self.folder, self.manifest, new, self.options)
        self.corpus.sweep(kept)
        before = set(self.corpus.before)
        return Update(
            changed(found.summary, problems=len(self.problems)),
            found.written,
            tuple(self.problems),
            found.unused,
            found.remarks,
            added=len(set(wanted) - before),
            removed=len(before - set(wanted)),
            read=self.count,
        )

    def _worth(self, wanted: Mapping[str, Wanted]) -> bool:
        """Whether anything is to be written: not if all sources are bad, but when all was taken out."""
        return len(wanted) > self.useless if wanted or self.problems else bool(self.corpus.before)


def _with(options: Options, given: Given) -> Options:
    """Return options with those that are given; places come as files or as places."""
    names = (each.name for each in fields(Options))
    stated: dict[str, Any] = {name: given[name] for name in names if given.get(name) is not None}  # type: ignore[literal-required]
    if "places" in stated:
        stated["places"] = _places(stated["places"])
    for name in {"decisions", "links"} & stated.keys():
        stated[name] = os.path.abspath(stated[name])  # noqa: PTH100 - a link stays a link
    if "formats" in stated:
        stated["formats"] = tuple(stated["formats"])
    return changed(options, **stated)


def _places(listed: Iterable[str | Path | gazetteer.Place]) -> tuple[gazetteer.Place, ...]:
    files = [each for each in listed if not isinstance(each, gazetteer.Place)]
    ready = tuple(each for each in listed if isinstance(each, gazetteer.Place))
    return ready + (gazetteer.read_places(files) if files else ())


def _remembered(options: Mapping[str, Any]) -> Options:
    places = tuple(gazetteer.Place(**row) for row in options.get("places", ()))
    formats = tuple(options.get("formats", ("ttl", "html")))
    return changed(Options(), **(dict(options) | {"places": places, "formats": formats}))
