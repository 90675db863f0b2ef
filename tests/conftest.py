"""What the tests share: the checkout, and a small graph that is known by heart."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphbuild.graph import Graph
from graphbuild.model import (
    Block,
    BlockRole,
    Claim,
    Document,
    Edge,
    Entity,
    Evidence,
    GraphData,
    Sentence,
    Span,
)

FIRST = "On May 6, Mayor Qian Duofu inspected Pingtan Tea Co., Ltd."
SECOND = "Sun Shaoqing accompanied him."


@pytest.fixture(scope="session")
def checkout() -> Path:
    """Return the root of the checkout."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture
def document() -> Document:
    """Return an invented article of two sentences."""
    text = f"{FIRST} {SECOND}"
    block = Block(Span(0, len(text)), BlockRole.PARAGRAPH)
    return Document(text=text, blocks=(block,), title="A visit", source="visit.txt")


def _claim(document: Document, triple: tuple[str, str, str], modality: str, *spans: Span) -> Claim:
    return Claim(*triple, Evidence(document.id, spans, (), "test"), modality)


@pytest.fixture
def data(document: Document) -> GraphData:
    """Return two officials, an enterprise, two edges, and one planned act."""
    act = Span(0, len(FIRST))
    companion = Span(len(FIRST) + 1, len(document.text))
    visit = ("qian-duofu", "visited", "pingtan-tea")
    visited = _claim(document, visit, "stated", act)
    accompanied = _claim(document, ("sun-shaoqing", "accompanied", "qian-duofu"), "stated", companion, act)
    planned = _claim(document, visit, "planned", companion)
    return GraphData(
        documents=(document,),
        sentences=tuple(Sentence(document.id, span, document.quote(span)) for span in (act, companion)),
        entities=(
            Entity("pingtan-tea", "Enterprise", "Pingtan Tea Co., Ltd.", labels=(("Pingtan Tea", "en"),)),
            Entity("qian-duofu", "Official", "Qian Duofu", labels=(("钱多福", "zh"),)),
            Entity("sun-shaoqing", "Official", "Sun Shaoqing"),
        ),
        claims=(visited, accompanied, planned),
        edges=(
            Edge(*visit, (visited.id,)),
            Edge("sun-shaoqing", "accompanied", "qian-duofu", (accompanied.id,)),
        ),
        sentences_read=2,
    )


@pytest.fixture
def graph(data: GraphData) -> Graph:
    """Return the small graph behind the facade."""
    return Graph(data)
