"""The figures of `graphbuild evaluate` beside those of a scorer that knows only the Turtle.

Run with ``.venv/bin/python benchmarks/score.py GOLD_DIR --scorer FILE``. GOLD_DIR holds ``<name>.json``
beside ``<name>.txt``; the scorer is called as ``FILE GOLD_DIR TTL_DIR --json`` and prints ``scores``, by
measure, with ``tp``, ``fp`` and ``fn``. The status is 1 when any count differs. With ``--errors``, or any
other option of the scorer, it prints what it prints itself.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from graphbuild.evaluate import Evaluation, GoldArticle, evaluate, read_gold
from graphbuild.evaluate.measures import Counts, Score
from graphbuild.graph import Graph

SCORER = Path(__file__).resolve().parent.parent.parent / "shared" / "eval" / "score.py"


def build(gold: Path, folder: Path) -> Evaluation:
    """Evaluate every gold article, each built alone, and keep its Turtle."""

    def keep(article: GoldArticle, graph: Graph) -> None:
        (folder / f"{article.name}.ttl").write_text(graph.to_turtle(), encoding="utf-8")

    return evaluate(read_gold([gold]), on_graph=keep)


def compare(ours: Mapping[str, Score], theirs: Mapping[str, Mapping[str, Any]]) -> bool:
    """Print both by measure, and return whether all counts are the same."""
    print(f"{'':22}{'graphbuild evaluate':>34}{'scorer':>34}")
    same = True
    for measure in dict.fromkeys((*ours, *theirs)):
        own = ours[measure].counts if measure in ours else Counts()
        found = theirs.get(measure)
        other = Counts(*(found.get(key, 0) for key in ("tp", "fp", "fn"))) if found is not None else None
        differs = other is not None and other != own
        same &= not differs
        print(f"{measure:22}{_shown(own):>34}{_shown(other):>34}{'  DIFFERS' if differs else ''}")
    return same


def _shown(counts: Counts | None) -> str:
    if counts is None:
        return "–"
    return f"{counts.right} right {counts.false} false {counts.missed} missed"


def main() -> None:
    """Build and score the articles that the command line names."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path, metavar="GOLD_DIR")
    parser.add_argument("--scorer", type=Path, default=SCORER, metavar="FILE")
    options, further = parser.parse_known_args()
    for path in (options.gold, options.scorer):
        if not path.exists():
            parser.error(f"{path} does not exist")
    with tempfile.TemporaryDirectory() as folder:
        evaluation = build(options.gold, Path(folder))
        command = [sys.executable, str(options.scorer), str(options.gold), folder]
        if further:
            sys.exit(subprocess.run([*command, *further], check=False).returncode)
        done = subprocess.run([*command, "--json"], check=True, capture_output=True, text=True)
    sys.exit(0 if compare(evaluation.scores, json.loads(done.stdout)["scores"]) else 1)


if __name__ == "__main__":
    main()
