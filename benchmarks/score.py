"""Quality on gold articles: one graph for each, scored by a program that knows only the Turtle.

Run with ``.venv/bin/python benchmarks/score.py GOLD_DIR --scorer FILE``. GOLD_DIR holds ``<name>.txt``
beside ``<name>.json``; the scorer is called as ``FILE GOLD_DIR TTL_DIR``. Further options go to it.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

import graphbuild

SCORER = Path(__file__).resolve().parent.parent.parent / "shared" / "eval" / "score.py"


def build(gold: Path, folder: Path) -> None:
    """Write the Turtle of every gold article, each built alone, as the gold was made."""
    for article in sorted(gold.glob("*.txt")):
        graph = graphbuild.build([article])
        (folder / f"{article.stem}.ttl").write_text(graph.to_turtle(), encoding="utf-8")


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
        build(options.gold, Path(folder))
        command = [sys.executable, str(options.scorer), str(options.gold), folder, *further]
        sys.exit(subprocess.run(command, check=False).returncode)


if __name__ == "__main__":
    main()
