"""Confidence by rule as gold speaks for it, as TOML.

Run with ``.venv/bin/python benchmarks/calibrate.py GOLD_DIR...``. For each relation and rule: what its claims
say of themselves on average, how many gold can judge, the share that is right with its 95 % interval, and
the confidence that this speaks for (`graphbuild.evaluate.calibration.Calibration.proposal`).
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from graphbuild.errors import GraphbuildError
from graphbuild.evaluate import evaluate, read_gold
from graphbuild.evaluate.calibration import Calibration, calibrate


def lines(calibration: Calibration, sources: str, articles: int) -> Iterator[str]:
    """Yield the lines of the table, by relation and rule."""
    yield f"# Measured by benchmarks/calibrate.py on {articles} articles of {sources}."
    yield f"# Brier score {calibration.brier:.3f}, calibration error {calibration.error:.3f}."
    proposal = calibration.proposal()
    last = ""
    for (relation, rule), found in calibration.rules:
        if relation != last:
            yield f"\n[{relation}]"
            last = relation
        measured = f"share = {found.share:.3f}, low = {found.low:.3f}, high = {found.high:.3f}"
        stated = f"claims = {found.claims}, stated = {found.confidence:.2f}"
        yield f'"{rule}" = {{ confidence = {proposal[relation, rule]:.2f}, {measured}, {stated} }}'


def main() -> None:
    """Print the table for the gold that the command line names."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path, nargs="+", metavar="GOLD_DIR")
    options = parser.parse_args()
    try:
        gold = read_gold(options.gold)
    except GraphbuildError as error:
        parser.error(str(error))
    calibration = calibrate(evaluate(gold).articles)
    names = ", ".join(dict.fromkeys(article.set for article in gold))
    for line in lines(calibration, names, len(gold)):
        print(line)


if __name__ == "__main__":
    main()
