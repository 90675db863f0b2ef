"""The extractions of a workspace: which documents are in it, and how that changes in one step.

Shards are appended while articles are read; nothing counts until `commit` puts a new manifest in
place. Whole shards that a stopped run left are found again by the next one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from heapq import merge
from pathlib import Path
from time import monotonic
from typing import Final, NamedTuple

from graphbuild.model import Document, Extraction
from graphbuild.store import shards
from graphbuild.store.shards import Member

FULL: Final = 256
"""Documents of a shard that is not made larger."""

LONGEST_WAIT: Final = 5.0
"""Seconds of reading after which what was read is written down."""

_MOST_SMALL: Final = 8
"""Small shards from which they are made into larger ones."""


class Wanted(NamedTuple):
    """How a document shall be in a workspace: the key of what is read in it, and where it came from."""

    key: str
    source: str


@dataclass(slots=True)
class Corpus:
    """The documents of a workspace, as they are and as they shall be.

    `home` is the folder of the workspace, `settings` the digest under which documents are read now,
    `listed` the shards of the manifest.
    """

    home: Path
    settings: str
    listed: tuple[str, ...] = ()
    before: dict[str, Member] = field(init=False)
    """The documents that the manifest names, by id."""
    known: dict[tuple[str, str], Member] = field(init=False)
    """All that has been read under these settings, by id and key."""

    def __post_init__(self) -> None:
        listed = set(self.listed)
        usable = [*self.listed, *(name for name in shards.found(self.home) if name not in listed)]
        found = shards.members(self.home, usable)
        self.before = {member.id: member for member in found if member.shard in listed}
        self.known = {(m.id, m.key): m for m in reversed(found) if m.settings == self.settings}

    def has(self, document: Document) -> bool:
        """Whether a document has been read under these settings."""
        return (document.id, shards.key_of(document)) in self.known

    def stale(self, ids: Collection[str]) -> Iterator[Document]:
        """Yield the stored documents among `ids` that were read under other settings."""
        by_shard: dict[str, set[str]] = defaultdict(set)
        for id_ in ids:
            member = self.before[id_]
            if (member.id, member.key) not in self.known:
                by_shard[member.shard].add(id_)
        for name, wanted in sorted(by_shard.items()):
            for extraction in shards.read(self.home, name, frozenset(wanted)):
                yield extraction.document

    def append(self, extractions: Iterable[Extraction]) -> Iterator[Extraction]:
        """Write extractions down as they come, and pass each on once it is among those to be written.

        A shard is finished after `FULL` documents or `LONGEST_WAIT` seconds; what ends the reading,
        an interrupt too, finishes the last one.
        """
        waiting: list[Extraction] = []
        since = monotonic()
        try:
            for extraction in extractions:
                waiting.append(extraction)
                if len(waiting) >= FULL or monotonic() - since > LONGEST_WAIT:
                    self._write(waiting)
                    waiting, since = [], monotonic()
                yield extraction
        finally:
            if waiting:
                self._write(waiting)

    def _write(self, extractions: list[Extraction]) -> str:
        name = shards.write(self.home, extractions, self.settings)
        for member in shards.members(self.home, [name]):
            self.known[member.id, member.key] = member
        return name

    def settle(self, wanted: Mapping[str, Wanted]) -> tuple[str, ...]:
        """Return shards that hold the documents `wanted`, by id, and no others; made if need be.

        All must be known. Shards that hold others too are written anew without them, those whose
        documents now come from other files with their new sources, and small ones are joined.
        """
        holders: dict[str, set[str]] = defaultdict(set)
        moved: set[str] = set()
        for id_, (key, source) in wanted.items():
            member = self.known[id_, key]
            holders[member.shard].add(id_)
            if source != member.source:
                moved.add(member.shard)
        sizes = {name: shards.count(self.home, name) for name in holders}
        whole = {name for name, ids in holders.items() if len(ids) == sizes[name]} - moved
        small = {name for name in whole if sizes[name] < FULL // 2}
        anew = (set(holders) - whole) | (small if len(small) > _MOST_SMALL else set())
        sources = {id_: source for id_, (_, source) in wanted.items()}
        return tuple(sorted((whole - anew) | set(self._rewritten(sorted(anew), holders, sources))))

    def _rewritten(
        self, names: Iterable[str], holders: Mapping[str, set[str]], sources: Mapping[str, str]
    ) -> Iterator[str]:
        waiting: list[Extraction] = []
        for name in names:
            found = shards.read(self.home, name, frozenset(holders[name]))
            waiting += (_from(extraction, sources) for extraction in found)
            while len(waiting) >= FULL:
                yield self._write(waiting[:FULL])
                waiting = waiting[FULL:]
        if waiting:
            yield self._write(waiting)

    def sweep(self, kept: Iterable[str]) -> None:
        """Delete the shards that are not `kept`."""
        shards.remove(self.home, set(shards.found(self.home)) - set(kept))
        for part in (self.home / shards.SHARDS).glob(".*.part"):  # of a run that was killed
            part.unlink(missing_ok=True)


def _from(extraction: Extraction, sources: Mapping[str, str]) -> Extraction:
    """Return an extraction whose document names the file that it came from last."""
    source = sources[extraction.document.id]
    if extraction.document.source == source:
        return extraction
    return replace(extraction, document=replace(extraction.document, source=source))


def extractions(home: Path, names: Iterable[str]) -> Iterator[Extraction]:
    """Yield all extractions of shards, one shard in memory at a time."""
    for name in names:
        yield from shards.read(home, name)


def parts_of(home: Path, names: Iterable[str], parts: Sequence[str]) -> Iterator[Extraction]:
    """Yield extractions of which only some fields are read, a few in memory at a time."""
    for name in names:
        yield from shards.stream(home, name, parts)


def by_document(home: Path, names: Iterable[str], parts: Sequence[str]) -> Iterator[Extraction]:
    """Yield the same by the id of the document, a few documents of each shard held."""
    streams = (shards.stream(home, name, parts) for name in names)
    return merge(*streams, key=lambda extraction: extraction.document.id)


def count(home: Path, names: Iterable[str]) -> int:
    """Return how many documents shards hold."""
    return sum(shards.count(home, name) for name in names)


def unread(home: Path, names: Iterable[str]) -> int:
    """Return how many sentences promised a claim and gave none, without reading what they say."""
    return sum(shards.gaps(home, name) for name in names)
