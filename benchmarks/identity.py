"""Measure identity across documents: labelled pairs of real mentions, and synthetic homonyms.

    python benchmarks/identity.py pairs corpus.jsonl.gz          # reads the corpus: minutes
    python benchmarks/identity.py pairs corpus.jsonl.gz --extractions extractions.pickle
    python benchmarks/identity.py homonyms er.csv

The pairs are those of `identity_pairs.tsv`; the homonyms a table with the columns unique_id, name,
city, post, year, co (one companion) and gold (who it is). Both go through `identify_records`, as
articles do. Precision and recall are pairwise.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import pickle
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Final, NamedTuple

from graphbuild.model import Document, Extraction
from graphbuild.pipeline import Extractor
from graphbuild.read import read_text
from graphbuild.resolve.corpus import HeldPost, Record, identify_records, records
from graphbuild.resolve.corpus.names import name_block

PAIRS: Final = Path(__file__).parent / "identity_pairs.tsv"


class Counts(NamedTuple):
    """Pairs that are joined and are one, joined and are two, apart and are one."""

    right: int
    wrong: int
    missed: int

    def __str__(self) -> str:
        precision = self.right / max(1, self.right + self.wrong)
        recall = self.right / max(1, self.right + self.missed)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        return f"precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}  {tuple(self)}"


def main() -> None:
    """Print the figures of one measurement."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("what", choices=["pairs", "homonyms"])
    parser.add_argument("source", type=Path)
    parser.add_argument("--extractions", type=Path, help="pickled extractions of the corpus, in its order")
    parser.add_argument("--pairs", type=Path, default=PAIRS, help="labelled pairs")
    options = parser.parse_args()
    if options.what == "homonyms":
        print(homonyms(options.source))
    else:
        for stratum, counts in pairs(options.source, options.extractions, options.pairs):
            print(f"{stratum:9} {counts}")


# --- homonyms --------------------------------------------------------------------------------------


def homonyms(path: Path) -> Counts:
    """Return the figures for a table of synthetic mentions."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    start = time.process_time()
    identities = identify_records(map(_record, rows)).identities
    print(f"{len(rows)} mentions in {time.process_time() - start:.1f} s of processor time")
    found = {each.chain: each.entity for each in identities}
    return _counts(_sets(found[row["unique_id"]] for row in rows), _sets(row["gold"] for row in rows))


def _record(row: dict[str, str]) -> Record:
    """Return a mention as a record: each comes from an article of its own, which names one other person."""
    place = f"name:{row['city']}"
    posts = (HeldPost(row["post"].casefold(), f"Place:{place}", place),) if row["post"] else ()
    others = tuple({name_block(row["co"])} - {name_block(row["name"])})
    name = row["unique_id"]
    return Record(name, "Official", row["name"], name, 0, row["year"], "", (), posts, (place,), others)


def _sets(labels: Iterable[str]) -> set[tuple[int, int]]:
    members: dict[str, list[int]] = {}
    for number, label in enumerate(labels):
        members.setdefault(label, []).append(number)
    return {pair for group in members.values() for pair in combinations(group, 2)}


def _counts(found: set[tuple[int, int]], gold: set[tuple[int, int]]) -> Counts:
    return Counts(len(found & gold), len(found - gold), len(gold - found))


# --- pairs of real mentions ------------------------------------------------------------------------


def pairs(corpus: Path, pickled: Path | None, labelled: Path) -> list[tuple[str, Counts]]:
    """Return the figures for the labelled pairs, by stratum and together."""
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines]
    extractions = _unpickled(pickled) if pickled else [*_extracted(articles)]
    start = time.process_time()
    found = identify_records(record for each in extractions for record in records(each)).identities
    print(f"{len(found)} chains in {time.process_time() - start:.1f} s of processor time")
    entities = {each.chain: each.entity for each in found}
    texts = [article["text"] for article in articles]
    who = [_people(each, text) for each, text in zip(extractions, texts, strict=True)]
    tally: Counter[tuple[str, str]] = Counter()
    for stratum, verdict, *ends in _labelled(labelled):
        one, two = (_entity(who[line], start, end, entities) for line, start, end in ends)
        outcome = _outcome(verdict, joined=one is not None and one == two)
        tally.update([(stratum, outcome), ("all", outcome)])
    return [
        (name, _of(tally, name)) for name in dict.fromkeys([*sorted({s for s, _ in tally} - {"all"}), "all"])
    ]


def _unpickled(path: Path) -> list[Extraction]:
    found: list[Extraction] = pickle.loads(path.read_bytes())  # noqa: S301 - a file of our own
    return found


def _extracted(articles: list[dict[str, str]]) -> Iterator[Extraction]:
    read = Extractor()
    for article in articles:
        yield read(_document(article))


def _document(article: dict[str, str]) -> Document:
    page = f"{article['title']}\n\n{article['text']}\n"
    return read_text(page, published=article["published"], publisher=article["publisher"], url=article["url"])


def _people(extraction: Extraction, text: str) -> list[tuple[int, int, str]]:
    """Return the spans of people in the field `text`, with their chains."""
    body = extraction.document.text.find(text[:80])
    people = (mention for mention in extraction.mentions if mention.type == "Official")
    return [(each.span.start - body, each.span.end - body, each.refers_to) for each in people]


End = tuple[int, int, int]


def _labelled(path: Path) -> Iterator[tuple[str, str, End, End]]:
    lines = (line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        if row["verdict"] in {"same", "different"}:
            one, two = (
                (int(row[f"article_{s}"]) - 1, int(row[f"start_{s}"]), int(row[f"end_{s}"])) for s in "ab"
            )
            yield row["stratum"], row["verdict"], one, two


def _entity(people: list[tuple[int, int, str]], start: int, end: int, entities: dict[str, str]) -> str | None:
    """Return who is named at a span: the mention that overlaps it most, if any does."""
    overlaps = [(min(end, e) - max(start, s), chain) for s, e, chain in people if s < end and start < e]
    return entities[max(overlaps)[1]] if overlaps else None


def _outcome(verdict: str, *, joined: bool) -> str:
    if joined:
        return "right" if verdict == "same" else "wrong"
    return "missed" if verdict == "same" else "apart"


def _of(tally: Counter[tuple[str, str]], name: str) -> Counts:
    return Counts(*(tally[name, outcome] for outcome in ("right", "wrong", "missed")))


if __name__ == "__main__":
    main()
