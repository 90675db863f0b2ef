"""Confidence by rule as gold speaks for it, as TOML.

Run with ``.venv/bin/python benchmarks/calibrate.py GOLD_DIR...``. For each relation, rule and confidence that
the rule states: the confidence that gold speaks for
(`graphbuild.evaluate.calibration.Calibration.proposal`), how many claims gold can judge, and the share of
them that is right with its 95 % interval.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from graphbuild.errors import GraphbuildError
from graphbuild.evaluate import evaluate, read_gold
from graphbuild.evaluate.calibration import Calibration, calibrate


def lines(calibration: Calibration, sources: str, articles: int) -> Iterator[str]:
    """Yield the lines of the table, by relation, rule and confidence."""
    yield f"# Measured by benchmarks/calibrate.py on {articles} articles of {sources}."
    yield f"# Brier score {calibration.brier:.3f}, calibration error {calibration.error:.3f}."
    proposal = calibration.proposal()
    last = ""
    for key, found in calibration.rules:
        if last != f"{key.relation}.{key.rule}":
            last = f"{key.relation}.{key.rule}"
            yield f'\n[{key.relation}."{key.rule}"]'
        measured = f"share = {found.share:.3f}, low = {found.low:.3f}, high = {found.high:.3f}"
        proposed = f"confidence = {proposal[key]:.2f}, claims = {found.claims}"
        yield f'"{key.stated:.2f}" = {{ {proposed}, {measured} }}'


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
