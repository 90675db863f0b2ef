"""Time the shipped questions in oxigraph and in rdflib on one graph, and print the ratio.

Run it as ``python benchmarks/query.py GRAPH``: an RDF file or an output folder, by default
``output/fiction``. Both libraries hold the graph in memory, in this one process; loading is timed by
itself. A question that rdflib has not answered within ``--limit`` seconds of CPU counts with that
limit, so that the ratio is a lower bound. Parameters are left open, or are those of ``--set``.
"""

from __future__ import annotations

import argparse
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from graphbuild.sparql import Question, find_source, shipped
from graphbuild.sparql.binding import bound


class _TooLongError(Exception):
    """A question took longer than the limit."""


def main() -> None:
    """Print a line for each question, and the totals."""
    options = _options()
    import pyoxigraph
    import rdflib

    source = find_source(options.graph)
    store, graph = pyoxigraph.Store(), rdflib.Graph()
    quick = _timed(lambda: store.bulk_load(path=str(source.path), format=source.rdf_format()), 0)
    slow = _timed(lambda: graph.parse(source.path), 0)
    print(f"{len(store)} triples; loading: oxigraph {quick[0]:.2f} s, rdflib {slow[0]:.2f} s")
    print(f"{'question':28}{'rows':>8}{'oxigraph s':>12}{'rdflib s':>12}{'ratio':>9}")
    totals = [0.0, 0.0]
    for question in shipped():
        text = _text(question, dict(each.split("=", 1) for each in options.set))
        ours, rows = _timed(lambda text=text: len(list(store.query(text))), 0)  # type: ignore[misc, arg-type]
        theirs, other = _timed(lambda text=text: len(list(graph.query(text))), options.limit)  # type: ignore[misc]
        totals = [totals[0] + ours, totals[1] + theirs]
        print(_line(question.name, rows, ours, theirs, cut=other is None), flush=True)
    print(_line("in total", "", totals[0], totals[1]))


def _line(name: str, rows: object, ours: float, theirs: float, cut: bool = False) -> str:
    sign = ">" if cut else " "
    return f"{name:28}{rows:>8}{ours:>12.4f}{sign}{theirs:>11.2f}{sign}{theirs / max(ours, 1e-4):>8.0f}"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("graph", nargs="?", default="output/fiction")
    parser.add_argument("--limit", type=int, default=20, help="seconds of CPU for rdflib, by question")
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE", help="of a parameter")
    return parser.parse_args()


def _text(question: Question, values: dict[str, str]) -> str:
    """Return a question with the values that it takes; one that must be given falls back on its example."""
    given = {
        each.name: values.get(each.name, each.example)
        for each in question.parameters
        if each.name in values or not each.optional
    }
    return bound(question, given)


def _timed(act: Callable[[], object], limit: int) -> tuple[float, object]:
    """Return the seconds of CPU that an act took, and what it gave: None after the limit."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise _TooLongError

    before = signal.signal(signal.SIGVTALRM, stop)
    began = time.process_time()
    signal.setitimer(signal.ITIMER_VIRTUAL, limit)
    try:
        found: object = act()
    except _TooLongError:
        found = None
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
    return time.process_time() - began, found


if __name__ == "__main__":
    main()
