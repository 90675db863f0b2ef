"""A small article with gold and the graph that a perfect program would make of it."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from graphbuild.evaluate import ArticleResult, GoldArticle, judge_graph, read_gold_file
from graphbuild.evaluate.measures import Counts
from graphbuild.model import (
    Block,
    BlockRole,
    Claim,
    Document,
    Edge,
    Entity,
    Event,
    EventDate,
    Evidence,
    GraphData,
    Mention,
    Participation,
    Post,
    Span,
)

FIRST = "On May 6, Mayor Qian Duofu inspected Pingtan Tea Co., Ltd. in the rain."
SECOND = "Sun Shaoqing and Tao Min, director of the Pingtan Bureau of Commerce, accompanied him."
THIRD = "He will visit Lushan Paper in June."
TEXT = f"{FIRST} {SECOND} {THIRD}"

GOLD: dict[str, Any] = {
    "doc": "tea",
    "lang": "en",
    "published": "2024-05-07",
    "event_date": "--05-06",
    "entities": [
        {"id": "qian", "type": "Official", "name": "Qian Duofu", "aliases": ["Mayor Qian Duofu"]},
        {"id": "sun", "type": "Official", "name": "Sun Shaoqing", "aliases": []},
        {"id": "tao", "type": "Official", "name": "Tao Min", "aliases": []},
        {"id": "boc", "type": "Body", "name": "Pingtan Bureau of Commerce", "aliases": []},
        {"id": "tea", "type": "Enterprise", "name": "Pingtan Tea Co., Ltd.", "aliases": ["Pingtan Tea"]},
        {"id": "paper", "type": "Enterprise", "name": "Lushan Paper", "aliases": []},
    ],
    "posts": [
        {"holder": "qian", "title": "Mayor", "of": None},
        {"holder": "tao", "title": "Director", "of": "boc"},
    ],
    "relations": [
        {"type": "visited", "subject": "qian", "object": "tea"},
        {"type": "accompanied", "subject": "sun", "object": "qian"},
        {"type": "accompanied", "subject": "tao", "object": "qian"},
    ],
    "claims": [{"type": "visited", "subject": "qian", "object": "paper", "modality": "planned"}],
    "companions_order": [{"principal": "qian", "companions": ["sun", "tao"]}],
}

DOCUMENT = Document(text=TEXT, blocks=(Block(Span(0, len(TEXT)), BlockRole.PARAGRAPH),), source="tea.txt")


def span_of(quote: str) -> Span:
    """Return where a quote stands in the article."""
    start = TEXT.index(quote)
    return Span(start, start + len(quote))


def claim(subject: str, relation: str, object_: str, quote: str, **changes: Any) -> Claim:
    """Return a claim that rests on one sentence."""
    evidence = Evidence(DOCUMENT.id, (span_of(quote),), (), "test")
    return Claim(subject, relation, object_, evidence, **changes)


def with_edges(data: GraphData) -> GraphData:
    """Return a graph with the edges that its factual claims uphold."""
    edges: dict[tuple[str, str, str], tuple[str, ...]] = {}
    for each in data.claims:
        if each.factual:
            key = (each.subject, each.relation, each.object)
            edges[key] = (*edges.get(key, ()), each.id)
    return replace(data, edges=tuple(Edge(*key, ids) for key, ids in sorted(edges.items())))


CLAIMS = (
    claim("n-qian", "visited", "n-tea", FIRST, position=1, event="visit"),
    claim("n-sun", "accompanied", "n-qian", SECOND, position=1, event="visit"),
    claim("n-tao", "accompanied", "n-qian", SECOND, position=2, event="visit"),
    claim("n-qian", "holdsPost", "p-mayor", FIRST),
    claim("n-tao", "holdsPost", "p-director", SECOND, confidence=0.7),
    claim("n-qian", "visited", "n-paper", THIRD, modality="planned"),
)

VISIT = Event(
    "visit",
    "Visit",
    "Visit of Qian Duofu",
    (
        Participation("n-qian", "principal"),
        Participation("n-sun", "companion", position=1),
        Participation("n-tao", "companion", position=2),
    ),
    stops=("n-tea",),
    date=EventDate("2024-05-06", "May 6", stated="XXXX-05-06", rule="release"),
)

PERFECT = with_edges(
    GraphData(
        documents=(DOCUMENT,),
        mentions=(
            Mention(
                DOCUMENT.id, span_of("Lushan Paper"), "Enterprise", "Lushan Paper", "lushan paper", "n-paper"
            ),
        ),
        entities=(
            Entity("n-boc", "Body", "Pingtan Bureau of Commerce"),
            Entity("n-paper", "Enterprise", "Lushan Paper"),
            Entity("n-qian", "Official", "Qian Duofu"),
            Entity("n-sun", "Official", "Sun Shaoqing"),
            Entity("n-tao", "Official", "Tao Min"),
            Entity("n-tea", "Enterprise", "Pingtan Tea Co., Ltd.", labels=(("Pingtan Tea", "en"),)),
        ),
        posts=(Post("p-director", "Director", "n-boc"), Post("p-mayor", "Mayor")),
        claims=CLAIMS,
        events=(VISIT,),
    )
)


@dataclass(frozen=True)
class Bench:
    """Compares graphs with the gold of the article, after changes of either."""

    folder: Path

    def gold(self, **changes: Any) -> GoldArticle:
        """Return the gold, read from a file, with some of its fields changed."""
        (self.folder / "tea.txt").write_text(TEXT, encoding="utf-8")
        path = self.folder / "tea.json"
        path.write_text(json.dumps({**GOLD, **changes}), encoding="utf-8")
        return read_gold_file(path)

    def judge(self, data: GraphData = PERFECT, **changes: Any) -> ArticleResult:
        """Compare a graph with the gold."""
        return judge_graph(self.gold(**changes), data)

    def counts(self, measure: str, data: GraphData = PERFECT, **changes: Any) -> tuple[int, int, int]:
        """Return how many are right, false and missed."""
        found = self.judge(data, **changes).counts.get(measure, Counts())
        return found.right, found.false, found.missed


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    """Return what compares graphs with gold."""
    folder = tmp_path / "set"
    folder.mkdir()
    return Bench(folder)


@pytest.fixture
def perfect() -> GraphData:
    """Return the graph that gold describes."""
    return PERFECT


@pytest.fixture
def gold_folder(bench: Bench) -> Path:
    """Return a folder with the article and its gold."""
    bench.gold()
    return bench.folder
