"""Draw the pairs of mentions by which identity is measured, to be labelled by reading.

    python benchmarks/sample_pairs.py extractions.pickle corpus.jsonl.gz > pairs.tsv
    python benchmarks/sample_pairs.py extractions.pickle corpus.jsonl.gz --seed 20250120 --pairs 40

Half of the pairs are hard: one surname with other names beside it, a surname alone, one name in other
posts, one post in other years, names spelt alike. The seed makes the draw repeatable. A mention is
named by the line of its article in the corpus, its offsets in the field `text`, and the words there.
A further draw, by another seed, leaves out the pairs that are labelled already.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import pickle
import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Final, NamedTuple

from rapidfuzz.distance import JaroWinkler

from graphbuild.model import Extraction

SEED: Final = 20210121
LABELLED: Final = Path(__file__).parent / "identity_pairs.tsv"
SHARES: Final = {"surname": 60, "short": 50, "posts": 40, "years": 30, "spelling": 20, "name": 140, "any": 60}


class Named(NamedTuple):
    """One person of one article: the line of the article, the first mention, and the posts given."""

    line: int
    start: int
    end: int
    text: str
    name: str
    posts: tuple[str, ...]
    year: str


Group = dict[str, list[Named]]
Pair = tuple[Named, Named]
Groups = tuple[list[Named], list[Named]]
Place = tuple[int, int]
"""The line of an article and an offset in it."""


def main() -> None:
    """Print the pairs as tab-separated lines: stratum, then both mentions."""
    options = _options()
    extractions = pickle.loads(options.extractions.read_bytes())  # noqa: S301 - a file of our own
    with gzip.open(options.corpus, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    people = sorted({person for each in extractions for person in named(each, texts)})
    taken = set() if options.seed == SEED else _labelled()
    for stratum, pair in _sample(people, options.seed, options.pairs, taken):
        cells = [str(cell) for person in pair for cell in person[:4]]
        print("\t".join([stratum, *cells]))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("extractions", type=Path, help="pickled extractions of the corpus")
    parser.add_argument("corpus", type=Path, help="JSON lines, gzipped")
    parser.add_argument("--seed", type=int, default=SEED, help=f"of the draw (default {SEED})")
    parser.add_argument(
        "--pairs", type=int, default=sum(SHARES.values()), help="how many, in the same shares (default 400)"
    )
    return parser.parse_args()


def _labelled() -> set[tuple[Place, Place]]:
    """Return where the mentions of the labelled pairs begin."""
    lines = (line for line in LABELLED.read_text(encoding="utf-8").splitlines() if line[:1] != "#")
    rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    ends = ([(int(row[f"article_{s}"]), int(row[f"start_{s}"])) for s in "ab"] for row in rows)
    return {(one, two) for one, two in ends}


def _sample(
    people: list[Named], seed: int, wanted: int, taken: set[tuple[Place, Place]]
) -> Iterator[tuple[str, Pair]]:
    """Yield pairs that are not `taken`, stratum by stratum."""
    draw = random.Random(seed)  # noqa: S311 - a sample, no secret
    for stratum, share in SHARES.items():
        pairs = _STRATA[stratum](people, draw)
        fresh = (pair for pair in pairs if pair[0].line != pair[1].line and _places(pair) not in taken)
        for pair, _ in zip(fresh, range(share * wanted // sum(SHARES.values())), strict=False):
            taken.add(_places(pair))
            yield stratum, pair


def _places(pair: Pair) -> tuple[Place, Place]:
    return (pair[0].line, pair[0].start), (pair[1].line, pair[1].start)


def named(extraction: Extraction, texts: list[str]) -> Iterator[Named]:
    """Yield each person of an article who is named in its text, by the first mention there."""
    page, line = extraction.document.text, int(Path(extraction.document.source).stem)
    body = page.find(texts[line][:80])
    titles = {post.id: post.title for post in extraction.posts}
    for chain in extraction.chains:
        spans = [m.span for m in extraction.mentions if m.refers_to == chain.id and m.span.start >= body >= 0]
        if chain.type != "Official" or not spans:
            continue
        span = min(spans)
        start, end = span.start - body, span.end - body
        held = (c for c in extraction.claims if c.subject == chain.id and c.relation == "holdsPost")
        posts = tuple(sorted({titles[claim.object] for claim in held}))
        if texts[line][start:end] == page[span.start : span.end]:
            year = (extraction.document.published or "")[:4]
            yield Named(
                line + 1, start, end, " ".join(texts[line][start:end].split()), chain.name, posts, year
            )


def _by(people: Iterable[Named], key: Callable[[Named], str]) -> Group:
    groups: defaultdict[str, list[Named]] = defaultdict(list)
    for person in people:
        groups[key(person)].append(person)
    return dict(sorted(groups.items()))


def _last(person: Named) -> str:
    return person.name.replace(",", "").removesuffix(" Jr.").casefold().split()[-1]


def _full(person: Named) -> bool:
    return len(person.name.split()) > 1


def _drawn(groups: Iterable[Groups], draw: random.Random) -> Iterator[Pair]:
    """Draw a pair from each two groups in turn, again and again, so that no common name prevails."""
    todo = list(groups)
    for _ in range(3):
        draw.shuffle(todo)
        for left, right in todo:
            one, two = sorted((draw.choice(left), draw.choice(right)))
            if one.line != two.line:
                yield one, two


def _surname(people: list[Named], draw: random.Random) -> Iterator[Pair]:
    surnames = _by(filter(_full, people), _last).values()
    names = [pair for group in surnames for pair in combinations(_by(group, _name).values(), 2)]
    return _drawn(names, draw)


def _name(person: Named) -> str:
    return person.name


def _short(people: list[Named], draw: random.Random) -> Iterator[Pair]:
    alone = _by((person for person in people if not _full(person)), lambda person: person.name.casefold())
    full = _by(filter(_full, people), _name)
    names = [
        (group, others)
        for part, group in alone.items()
        for name, others in full.items()
        if part in name.replace(",", "").casefold().split()
    ]
    return _drawn(names, draw)


def _posts(people: list[Named], draw: random.Random) -> Iterator[Pair]:
    groups: list[Groups] = []
    for group in _by(filter(_full, people), _name).values():
        held = _by((person for person in group if person.posts), lambda person: "; ".join(person.posts))
        groups.extend((one, two) for one, two in combinations(held.values(), 2))
    return _drawn(groups, draw)


def _years(people: list[Named], draw: random.Random) -> Iterator[Pair]:
    groups: list[Groups] = []
    for group in _by((person for person in people if person.posts), lambda person: person.posts[0]).values():
        by_name = _by(group, _name)
        few = dict(list(by_name.items())[:40])
        groups.extend((one, two) for one, two in combinations(few.values(), 2))
    return (pair for pair in _drawn(groups, draw) if pair[0].year != pair[1].year)


def _spelling(people: list[Named], draw: random.Random) -> Iterator[Pair]:
    names = _by(filter(_full, people), _name)
    close = [
        (names[one], names[two])
        for one, two in combinations(names, 2)
        if one[0] == two[0] and JaroWinkler.similarity(one, two) >= 0.93
    ]
    return _drawn(close, draw)


def _same_name(people: list[Named], draw: random.Random) -> Iterator[Pair]:
    groups = [(group, group) for group in _by(filter(_full, people), _name).values() if len(group) > 1]
    return _drawn(groups, draw)


def _any(people: list[Named], draw: random.Random) -> Iterator[Pair]:
    while True:
        one, two = sorted((draw.choice(people), draw.choice(people)))
        yield one, two


_STRATA: Final = {
    "surname": _surname,
    "short": _short,
    "posts": _posts,
    "years": _years,
    "spelling": _spelling,
    "name": _same_name,
    "any": _any,
}

if __name__ == "__main__":
    main()
