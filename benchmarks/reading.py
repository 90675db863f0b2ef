"""A random sample of the graph of a real corpus, to be read by hand, and what that reading found.

    python benchmarks/reading.py                        crashes, offsets, and the verdicts counted
    python benchmarks/reading.py --show                 the sample, each edge with its sentences
    python benchmarks/reading.py --kept FILE            keep what was read in a pickle, or take it from there

Every article of the corpus is read: none may crash, and every quote must be what stands at its offsets.
Then `--edges` core edges and `--posts` posts are drawn, each edge with one of its claims; the seed makes
the draw repeatable. Verdicts stand in ``reading_verdicts.tsv`` by claim: right, partly (a title without
its home, a detail short) or wrong, and the kind of error; `seed` tells the draw. Only "right" counts as
right. A claim whose verdict is missing is counted as unread: what it says has changed since the reading.
"""

from __future__ import annotations

import argparse
import csv
import pickle
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from math import sqrt
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

from throughput import CORPUS, articles, lay_out

from graphbuild.graph import Graph
from graphbuild.model import Claim, Edge, Extraction, Span
from graphbuild.pipeline import Extractor, assembled, documents

SEED: Final = 2026
SHOWN: Final = 20
"""Crashes and wrong offsets that are named; all are counted."""
CORE: Final = ("visited", "accompanied", "chairs", "met", "attended")
VERDICTS: Final = Path(__file__).with_name("reading_verdicts.tsv")
COLUMNS: Final = ("seed", "claim", "sample", "rule", "relation", "verdict", "kind")


class Reading(NamedTuple):
    """What the articles gave, and the names of those that crashed with what they raised."""

    extractions: list[Extraction]
    crashes: list[str]


class Drawn(NamedTuple):
    """One edge of the sample and the claim by which it is judged."""

    sample: str
    edge: Edge
    claim: Claim
    sentences: tuple[str, ...]


def read(texts: Sequence[str], jobs: int) -> Reading:
    """Read every article as a task of its own, so that a crash costs no other and is kept as a value."""
    with TemporaryDirectory() as name, ProcessPoolExecutor(jobs) as pool:
        lay_out(list(texts), Path(name))
        paths = sorted(Path(name).iterdir())
        tasks = [pool.submit(_one, path) for path in paths]
        raised = [(path.name, task.exception()) for path, task in zip(paths, tasks, strict=True)]
        found = [each for task in tasks if task.exception() is None for each in task.result()]
    return Reading(found, [f"{name}: {type(error).__name__}: {error}" for name, error in raised if error])


def _one(path: Path) -> list[Extraction]:
    return [Extractor()(document) for document in documents([path], None, _refuse)]


def _refuse(problem: Exception) -> None:
    raise problem


def kept(path: Path | None, texts: Sequence[str], jobs: int) -> Reading:
    """Return the reading kept at `path`, or read the articles and keep it there."""
    if path is not None and path.is_file():
        return Reading(pickle.loads(path.read_bytes()), [])  # noqa: S301 - a file of our own
    reading = read(texts, jobs)
    if path is not None and not reading.crashes:
        path.write_bytes(pickle.dumps(reading.extractions))
    return reading


def misquoted(extraction: Extraction) -> Iterator[str]:
    """Yield every quote that is not the text at its offsets, and every span outside what holds it."""
    document = extraction.document
    for sentence in extraction.sentences:
        if sentence.text != document.quote(sentence.span):
            yield f"sentence {sentence.span} of {document.id}"
    for mention in extraction.mentions:
        if mention.text != document.quote(mention.span):
            yield f"mention {mention.span} of {document.id}: {mention.text!r}"
    known = {sentence.span for sentence in extraction.sentences}
    for claim in extraction.claims:
        yield from (f"span {span} of claim {claim.id}" for span in _astray(claim, known, document.text))


def _astray(claim: Claim, known: set[Span], text: str) -> Iterator[Span]:
    """Yield sentences of a claim that were not handed on, and arguments empty or outside the page."""
    yield from (span for span in claim.evidence.sentences if span not in known)
    for _, span in claim.evidence.mentions:
        if not 0 <= span.start < span.end <= len(text):
            yield span


def draw(graph: Graph, edges: int, posts: int, seed: int = SEED) -> list[Drawn]:
    """Draw distinct core edges and posts, each with one claim; the order of the graph's edges is fixed."""
    dice = random.Random(seed)  # noqa: S311 - a sample, no secret
    core = [edge for relation in CORE for edge in graph.edges(relation)]
    pools = (("core", core, edges), ("post", graph.edges("holdsPost"), posts))
    return [
        Drawn(sample, edge, *dice.choice(graph.evidence(edge)))
        for sample, pool, number in pools
        for edge in dice.sample(sorted(pool, key=_key), min(number, len(pool)))
    ]


def _key(edge: Edge) -> tuple[str, str, str]:
    return edge.relation, edge.subject, edge.object


def shown(graph: Graph, drawn: Drawn) -> str:
    """Return an edge of the sample as one reads it: both ends with their class, date, rule, sentences."""
    claim, types = drawn.claim, {entity.id: entity.type for entity in graph.entities()}
    ends = [
        f"{graph.label(end)} ({types.get(end, 'Post')})" for end in (drawn.edge.subject, drawn.edge.object)
    ]
    head = f"{claim.id} {claim.evidence.rule} {claim.confidence:.2f} {claim.modality}"
    return "\n".join(
        (head, f"  {ends[0]}  --{drawn.edge.relation}->  {ends[1]}", *_indented(drawn.sentences))
    )


def _indented(sentences: Iterable[str]) -> Iterator[str]:
    return (f"    | {' '.join(sentence.split())}" for sentence in sentences)


def verdicts(path: Path) -> dict[str, dict[str, str]]:
    """Return the rows of the file of verdicts by claim."""
    with path.open(encoding="utf-8", newline="") as lines:
        return {row["claim"]: row for row in csv.DictReader(lines, delimiter="\t")}


def tally(drawn: Iterable[Drawn], known: dict[str, dict[str, str]]) -> None:
    """Print how many of each sample were found right, and the kinds of error, most frequent first."""
    for sample in ("core", "post"):
        rows = [known.get(each.claim.id, {}) for each in drawn if each.sample == sample]
        counts = Counter(row.get("verdict", "unread") for row in rows)
        kinds = Counter(row["kind"] for row in rows if row.get("kind"))
        judged = sum(counts.values()) - counts["unread"]
        low, high = interval(counts["right"], judged)
        print(f"{sample}: {counts['right']} right of {judged} read ({low:.2f} to {high:.2f}); {dict(counts)}")
        print(
            "".join(f"    {number:3} {kind}\n" for kind, number in sorted(kinds.items(), key=_often)), end=""
        )


def _often(counted: tuple[str, int]) -> tuple[int, str]:
    return -counted[1], counted[0]


def interval(right: int, of: int, z: float = 1.96) -> tuple[float, float]:
    """Return the 95 % interval of a proportion (E. B. Wilson, JASA 22, 1927)."""
    if not of:
        return 0.0, 1.0
    share, spread = right / of, z * z / of
    middle = (share + spread / 2) / (1 + spread)
    half = z / (1 + spread) * sqrt(share * (1 - share) / of + spread / (4 * of))
    return middle - half, middle + half


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="one JSON object a line, gzipped")
    parser.add_argument("--documents", type=int, default=1365, help="how many articles of it")
    parser.add_argument("--jobs", type=int, default=2, help="processes that read")
    parser.add_argument("--kept", type=Path, help="pickle of what was read")
    parser.add_argument("--edges", type=int, default=100)
    parser.add_argument("--posts", type=int, default=50)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--verdicts", type=Path, default=VERDICTS)
    parser.add_argument("--show", action="store_true", help="print the sample")
    return parser.parse_args()


def main() -> None:
    """Print crashes, wrong offsets, the sample where it is asked for, and the verdicts; 1 if any is wrong."""
    options = _options()
    reading = kept(options.kept, articles(options.corpus, options.documents), options.jobs)
    wrong = [problem for each in reading.extractions for problem in misquoted(each)]
    print(f"{len(reading.extractions)} articles, {len(reading.crashes)} crashes, {len(wrong)} offsets wrong")
    print("".join(f"    {each}\n" for each in (*reading.crashes, *wrong)[:SHOWN]), end="")
    graph = assembled(reading.extractions)
    drawn = draw(graph, options.edges, options.posts, options.seed)
    if options.show:
        print("\n".join(shown(graph, each) for each in drawn))
    tally(drawn, verdicts(options.verdicts))
    sys.exit(bool(reading.crashes or wrong))


if __name__ == "__main__":
    main()
