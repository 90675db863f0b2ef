"""What one more article costs, whether every way leads to the same bytes, and what kills break.

Run with ``.venv/bin/python benchmarks/incremental.py``; ``--equivalence`` and ``--kills`` do the other two.
The corpus is a data file that graphbuild reads; without one the examples are repeated.
"""

from __future__ import annotations

import argparse
import json
import pickle
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from itertools import islice
from pathlib import Path

from throughput import CORPUS, articles

from graphbuild import workspace
from graphbuild.model import Document, Extraction
from graphbuild.pipeline import DEFAULT_MODEL
from graphbuild.read import read, read_text
from graphbuild.store import settings, shards
from graphbuild.store.corpus import FULL
from graphbuild.store.manifest import WORKSPACE

ROOT = Path(__file__).resolve().parent.parent


def documents(arguments: argparse.Namespace) -> list[Document]:
    """Return the documents of the corpus, or of repeated examples where there is none."""
    if arguments.extractions is not None:
        return [each.document for each in unpickled(arguments.extractions)]
    if arguments.corpus.is_file():
        return list(islice(read([arguments.corpus], on_problem=print), arguments.documents))
    return [read_text(text) for text in articles(arguments.corpus, min(arguments.documents, 200))]


def unpickled(path: Path) -> list[Extraction]:
    """Return the extractions of a pickle of one's own."""
    found: list[Extraction] = pickle.loads(path.read_bytes())  # noqa: S301 - the user's own file
    return found


def lay_in(arguments: argparse.Namespace, folder: Path) -> None:
    """Let a folder begin with extractions that were read before, so that no article is parsed."""
    if arguments.extractions is not None:
        found = unpickled(arguments.extractions)
        key = settings.key_of(settings.settings(DEFAULT_MODEL, ()))
        for at in range(0, len(found), FULL):
            shards.write(folder / WORKSPACE, found[at : at + FULL], key)


@contextmanager
def timed(what: str, figures: dict[str, float]) -> Iterator[None]:
    """Note the CPU seconds of this process, in which all the work is done."""
    start = time.process_time()
    yield
    figures[what] = time.process_time() - start


def turtle(folder: Path) -> str:
    """Return a digest of graph.ttl."""
    return sha256((folder / "graph.ttl").read_bytes()).hexdigest()[:16]


def warm(folder: Path, document: Document) -> None:
    """Load the model and all else that is loaded once."""
    workspace.build(folder / "warm", [document], formats=["ttl", "html"])


def measure(arguments: argparse.Namespace, folder: Path) -> None:
    """Print the time of a full build, of one article more, and of nothing new."""
    found = documents(arguments)
    figures: dict[str, float] = {}
    formats = arguments.format.split(",")
    warm(folder, found[0])
    with timed("full build", figures):
        workspace.build(folder / "full", found[:-1], formats=formats)
    with timed("one article more", figures):
        workspace.add(folder / "full", found[-1:])
    with timed("build again, nothing new", figures):
        workspace.build(folder / "full", found, formats=formats)
    with timed("one article less", figures):
        workspace.remove(folder / "full", [found[-1].id])
    for what, seconds in figures.items():
        print(f"{what:26} {seconds:8.2f} s {seconds / figures['full build']:8.1%}")


def equivalence(arguments: argparse.Namespace, folder: Path) -> None:
    """Print the digest of graph.ttl by each of four ways; they must be one."""
    found = documents(arguments)
    ways: dict[str, str] = {}
    shuffled = random.Random(arguments.seed).sample(found, len(found))  # noqa: S311 - a seed
    lay_in(arguments, folder / "a")
    workspace.build(folder / "a", found, formats=["ttl"])
    ways["all at once"] = turtle(folder / "a")
    keep_readings(folder / "a", folder / "b")
    workspace.build(folder / "b", found[::-1], formats=["ttl"])
    ways["reversed"] = turtle(folder / "b")
    keep_readings(folder / "a", folder / "c")
    workspace.build(folder / "c", shuffled[::10], formats=["ttl"])
    for portion in range(1, 10):
        keep_readings(folder / "a", folder / "c")  # each command deletes those that it does not need
        workspace.add(folder / "c", shuffled[portion::10])
    ways["ten random portions"] = turtle(folder / "c")
    workspace.remove(folder / "c", [shuffled[0].id])
    without = turtle(folder / "c")
    keep_readings(folder / "a", folder / "c")
    workspace.add(folder / "c", shuffled[:1])
    ways["one taken out and put back"] = turtle(folder / "c")
    for way, digest in ways.items():
        print(f"{way:28} {digest}")
    print(f"{'without the one':28} {without}")
    sys.exit(len(set(ways.values())) > 1 or without in ways.values())


def keep_readings(source: Path, target: Path) -> None:
    """Let a folder have what was read for another, in shards that no manifest names."""
    (target / WORKSPACE / shards.SHARDS).mkdir(parents=True, exist_ok=True)
    for path in (source / WORKSPACE / shards.SHARDS).glob("*.parquet"):
        copied = target / WORKSPACE / shards.SHARDS / path.name
        if not copied.exists():
            copied.hardlink_to(path)


def kills(arguments: argparse.Namespace, folder: Path) -> None:
    """Kill a build at random moments, and check shards and outputs after each."""
    found = documents(arguments)
    moments = random.Random(arguments.seed)  # noqa: S311 - a seed
    out = folder / "out"
    workspace.build(out, found[:10], formats=["ttl"])
    good, finished = {turtle(out)}, stored(out)
    for number in range(1, arguments.kills + 1):
        part = folder / "part.jsonl"
        lay_out(found[: 10 + number * max(1, (len(found) - 10) // arguments.kills)], part)
        killed_after(moments.uniform(0.0, arguments.longest), out, part, shard=number % 2 == 0)
        after = stored(out)
        lost = finished - after
        broken = turtle(out) not in good and not whole(out)
        print(f"kill {number:3}: {len(after):5} documents stored, {len(lost)} lost, broken: {broken}")
        if lost or broken:
            sys.exit(1)
        finished = after
        good.add(turtle(out))
    if len(finished) <= 10:
        sys.exit("every kill came before the first shard: give more --documents")
    print("no finished shard was lost, no output broken")


def lay_out(found: list[Document], path: Path) -> None:
    """Write documents as a data file."""
    names = ("text", "url", "publisher", "published", "language")
    rows = (json.dumps({name: getattr(document, name) for name in names}) for document in found)
    path.write_text("\n".join(rows), encoding="utf-8")


def killed_after(seconds: float, out: Path, part: Path, *, shard: bool) -> None:
    """Build in a process of its own, and kill it so long after its start, or after its first new shard."""
    command = [sys.executable, "-m", "graphbuild", "build", str(part), "-o", str(out), "--format", "ttl"]
    before = shards.found(out / WORKSPACE)
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        while shard and process.poll() is None and shards.found(out / WORKSPACE) == before:
            time.sleep(0.05)
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)


def stored(out: Path) -> set[str]:
    """Return the documents of all finished shards; each must be whole."""
    home = out / WORKSPACE
    return {each.document.id for name in shards.found(home) for each in shards.read(home, name)}


def whole(out: Path) -> bool:
    """Whether graph.ttl is Turtle to its end."""
    from pyoxigraph import RdfFormat, parse

    try:
        return sum(1 for _ in parse((out / "graph.ttl").read_bytes(), format=RdfFormat.TURTLE)) > 0
    except (SyntaxError, OSError):
        return False


def main() -> None:
    """Run what the arguments ask for, in a folder that goes afterwards."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--documents", type=int, default=1365, help="articles (default 1365)")
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="a data file of articles")
    parser.add_argument("--format", default="ttl", help="what is written (default ttl)")
    parser.add_argument("--equivalence", action="store_true", help="compare graph.ttl by four ways")
    parser.add_argument("--kills", type=int, default=0, metavar="N", help="kill a build so many times")
    parser.add_argument(
        "--extractions", type=Path, metavar="PICKLE", help="for --equivalence: what was read before"
    )
    parser.add_argument(
        "--longest",
        type=float,
        default=30.0,
        help="seconds before a kill at most, every second time from a shard on",
    )
    parser.add_argument("--seed", type=int, default=5, help="of the random portions and moments")
    arguments = parser.parse_args()
    chosen = equivalence if arguments.equivalence else kills if arguments.kills else measure
    with tempfile.TemporaryDirectory() as name:
        chosen(arguments, Path(name))


if __name__ == "__main__":
    main()
