"""Speed, memory and size of the RDF formats, against rdflib on the same triples.

Run with ``.venv/bin/python benchmarks/rdf.py``. Times are CPU seconds; memory is the peak resident
size of a process that does nothing but write a graph that comes to it part by part.
"""

from __future__ import annotations

import argparse
import pickle
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from importlib import import_module
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from throughput import CORPUS, articles, lay_out

if TYPE_CHECKING:
    from graphbuild.model import Claim, Document, Event, GraphData

ROOT = Path(__file__).resolve().parent.parent
MEGABYTE = 1_000_000
FORMATS = {
    "ttl": "turtle.write_turtle",
    "nt": "serializations.write_ntriples",
    "nq": "serializations.write_nquads",
    "trig": "serializations.write_trig",
    "jsonld": "jsonld.write_jsonld",
    "rdf": "serializations.write_rdfxml",
    "ttl12": "serializations.write_turtle_12",
}
PROVENANCE = ("Claim", "Sentence", "Mention", "Document")
SIZES = (100_000, 1_000_000)


def writer(name: str) -> Callable[..., None]:
    """Return the function that writes a format."""
    module, _, function = FORMATS[name].partition(".")
    found: Callable[..., None] = getattr(import_module(f"graphbuild.export.{module}"), function)
    return found


@contextmanager
def clock() -> Iterator[Callable[[], float]]:
    """Give a function that returns the CPU seconds since."""
    start = time.process_time()
    yield lambda: time.process_time() - start


# The same graph over and over, as a store would give it


@dataclass(frozen=True)
class Repeated:
    """Copies of a graph under other ids, made when they are asked for: of any size, in no memory."""

    graph: GraphData
    copies: int

    def __getattr__(self, name: str) -> Iterator[Any]:
        if name.startswith("_"):
            raise AttributeError(name)
        return (value for number in range(self.copies) for value in getattr(self._copy(number), name))

    def _copy(self, number: int) -> GraphData:
        return renamed(self.graph, f"{number:06}")


def renamed(graph: GraphData, mark: str) -> GraphData:
    """Return a graph in which every id begins with a mark."""

    def at(name: str) -> str:
        return f"{mark}-{name}"

    claims = {claim.id: _claim(claim, at) for claim in graph.claims}
    ids = {old: new.id for old, new in claims.items()}

    def renewed(old: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(ids[name] for name in old)

    return replace(
        graph,
        documents=tuple(_document(each, at(each.id)) for each in graph.documents),
        sentences=tuple(replace(each, document=at(each.document)) for each in graph.sentences),
        mentions=tuple(
            replace(each, document=at(each.document), refers_to=at(each.refers_to)) for each in graph.mentions
        ),
        entities=tuple(replace(each, id=at(each.id)) for each in graph.entities),
        posts=tuple(
            replace(each, id=at(each.id), post_in=at(each.post_in) if each.post_in else None)
            for each in graph.posts
        ),
        claims=tuple(claims.values()),
        edges=tuple(
            replace(each, subject=at(each.subject), object=at(each.object), claims=renewed(each.claims))
            for each in graph.edges
        ),
        events=tuple(replace(_event(each, at), claims=renewed(each.claims)) for each in graph.events),
        tenures=tuple(
            replace(
                each, id=at(each.id), holder=at(each.holder), post=at(each.post), claims=renewed(each.claims)
            )
            for each in graph.tenures
        ),
    )


def _document(document: Document, name: str) -> Document:
    copy = replace(document)
    object.__setattr__(copy, "id", name)
    return copy


def _claim(claim: Claim, at: Callable[[str], str]) -> Claim:
    evidence = replace(claim.evidence, document=at(claim.evidence.document))
    event = at(claim.event) if claim.event else None
    return replace(claim, subject=at(claim.subject), object=at(claim.object), evidence=evidence, event=event)


def _event(event: Event, at: Callable[[str], str]) -> Event:
    parts = (
        replace(each, official=at(each.official), posts=tuple(map(at, each.posts)))
        for each in event.participations
    )
    return replace(
        event,
        id=at(event.id),
        participations=tuple(parts),
        stops=tuple(map(at, event.stops)),
        venue=at(event.venue) if event.venue else None,
        documents=tuple(map(at, event.documents)),
    )


# What is measured


def speed(graph: GraphData) -> None:
    """Print what each format costs, and rdflib's Turtle of the same triples beside ours."""
    import rdflib

    writer("ttl")(replace(graph, claims=(), edges=(), events=(), tenures=()), BytesIO())  # loads the ontology
    print(f"{'format':8}{'CPU s':>9}{'MB':>9}")
    seconds = {name: _print_speed(name, graph) for name in FORMATS}
    stream = BytesIO()
    writer("nt")(graph, stream)
    triples = stream.getvalue().count(b"\n")
    known = rdflib.Graph().parse(data=stream.getvalue(), format="nt")
    with clock() as passed:
        size = len(known.serialize(format="turtle", encoding="utf-8"))
        theirs = passed()
    print(f"{'rdflib':8}{theirs:9.2f}{size / MEGABYTE:9.1f}  Turtle")
    print(f"\n{triples:,} triples; Turtle {theirs / seconds['ttl']:.0f} times faster than rdflib")


def _print_speed(name: str, graph: GraphData) -> float:
    stream = BytesIO()
    with clock() as passed:
        writer(name)(graph, stream)
        seconds = passed()
    print(f"{name:8}{seconds:9.2f}{stream.tell() / MEGABYTE:9.1f}", flush=True)
    return seconds


def rebuild(graph: GraphData) -> None:
    """Print what it costs to write Turtle when the sections of the documents are kept."""
    from graphbuild.export.corpus import corpus_turtle
    from graphbuild.export.parts import in_order
    from graphbuild.export.sections import Section, sections
    from graphbuild.export.turtle import write_sections

    kept = [section for section in sections(graph) if section.document is not None]
    with tempfile.TemporaryFile() as stream, clock() as passed:
        write_sections(chain(map(Section, corpus_turtle(in_order(graph))), kept), stream)
        print(f"\nwith {len(kept):,} sections kept: {passed():.2f} CPU s, {stream.tell() / MEGABYTE:.1f} MB")


def provenance(graph: GraphData) -> None:
    """Print how many triples and bytes the evidence of an edge takes."""
    from pyoxigraph import RdfFormat, parse

    from graphbuild.export.sections import sections, turtle_header

    triples: Counter[str] = Counter()
    size: Counter[str] = Counter()
    for section in sections(graph):
        lines = (line for line in section.turtle.splitlines(keepends=True) if not line.startswith("#"))
        for text in filter(str.strip, "".join(lines).split(" .\n\n")):
            block = text + " .\n\n"
            part = _part(block)
            size[part] += len(block.encode())
            triples[part] += sum(1 for _ in parse(turtle_header() + block, format=RdfFormat.TURTLE))
    edges = len(graph.edges)
    print(f"\n{edges:,} edges, {len(graph.claims):,} claims; for each edge:")
    for kind in ("the graph itself", *PROVENANCE):
        print(f"{kind:18}{triples[kind] / edges:8.1f} triples{size[kind] / edges:9,.0f} bytes of Turtle")


def _part(block: str) -> str:
    """Return whether a block of Turtle is provenance, and of which kind."""
    kind = block.partition(" a gb:")[2].partition(" ")[0]
    return kind if kind in PROVENANCE else "the graph itself"


def memory(graph: GraphData) -> None:
    """Print the peak memory of a process that writes a small and one that writes a large graph."""
    each = sum(1 for _ in _lines(graph))
    with tempfile.NamedTemporaryFile(suffix=".pickle") as file:
        file.write(pickle.dumps(graph))
        file.flush()
        print(f"\n{'memory':8}" + "".join(f"{size:>12,} triples" for size in SIZES) + "   growth")
        for name in FORMATS:
            peaks = [_peak(name, file.name, max(size // each, 1)) for size in SIZES]
            growth = 100 * (peaks[-1] / peaks[0] - 1)
            print(
                f"{name:8}" + "".join(f"{peak:>17.1f} MB" for peak in peaks) + f"{growth:8.1f} %", flush=True
            )


def _lines(graph: GraphData) -> list[bytes]:
    stream = BytesIO()
    writer("nt")(graph, stream)
    return stream.getvalue().splitlines()


def _peak(name: str, file: str, copies: int) -> float:
    command = [sys.executable, __file__, "--write", name, "--copies", str(copies), "--pickle", file]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def write_copies(name: str, graph: GraphData, copies: int) -> None:
    """Write copies of a graph to nowhere and print this process's peak memory in megabytes."""
    with Path("/dev/null").open("wb") as stream:
        writer(name)(Repeated(graph, copies), stream)
    print(_peak_memory() / MEGABYTE)


def _peak_memory() -> int:
    """Return the most bytes that this process has held; those of who started it do not count."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(re.findall(r"VmHWM:\s+(\d+) kB", status.read_text(encoding="utf-8"))[0]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


# Where graphs come from


def built(texts: list[str]) -> GraphData:
    """Build a graph of pages."""
    from graphbuild import build

    with tempfile.TemporaryDirectory() as folder:
        lay_out(texts, Path(folder))
        return build([folder]).data


def main() -> None:
    """Print the figures that the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="gzipped JSON lines of articles")
    parser.add_argument("--documents", type=int, default=300, help="articles of the corpus to read")
    parser.add_argument(
        "--pickle", type=Path, help="a graph or its data, pickled by you, in place of a corpus"
    )
    parser.add_argument("--write", choices=FORMATS, help=argparse.SUPPRESS)
    parser.add_argument("--copies", type=int, default=1, help=argparse.SUPPRESS)
    given = parser.parse_args()
    graph = _pickled(given.pickle) if given.pickle else built(articles(given.corpus, given.documents))
    if given.write:
        write_copies(given.write, graph, given.copies)
        return
    speed(graph)
    rebuild(graph)
    provenance(graph)
    memory(built(articles(Path("no corpus"), 10)))


def _pickled(path: Path) -> GraphData:
    with path.open("rb") as stream:
        found = pickle.load(stream)  # noqa: S301 - the caller's own
    data: GraphData = getattr(found, "data", found)
    return data


if __name__ == "__main__":
    main()
