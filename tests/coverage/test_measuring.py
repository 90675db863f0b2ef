"""The coverage of a document: counted once, the same wherever it is asked for."""

from __future__ import annotations

import pytest

import graphbuild
from graphbuild.explain import explain
from graphbuild.model import Extraction
from graphbuild.pipeline import extract
from graphbuild.read import read_path
from tests.builds import PATHS
from tests.reading import article

TEXT = (
    "On May 6, Qian Duofu, Mayor of Pingtan City, inspected Pingtan Baiyun Tea Co., Ltd. "
    "Nobody has inspected the old bridge. The rain stopped at noon."
)


def _extracted() -> Extraction:
    return extract(article(TEXT))


def test_a_sentence_without_its_claim_is_a_gap() -> None:
    """The gap tells its number, its words and their kinds, and quotes the article."""
    coverage = _extracted().coverage
    assert coverage is not None
    assert (coverage.sentences, coverage.with_mentions, coverage.with_claims) == (3, 1, 1)
    (gap,) = coverage.gaps
    assert (gap.number, gap.kinds) == (2, ("visit",))
    assert [trigger.text for trigger in gap.triggers] == ["inspected"]
    assert TEXT[gap.span.start : gap.span.end] == gap.text == "Nobody has inspected the old bridge."


@pytest.mark.parametrize("name", sorted(PATHS))
def test_explain_says_the_same(name: str) -> None:
    """The sentences that an explanation calls unread are the gaps of the document."""
    document = read_path(PATHS[name])
    told, coverage = explain(document).coverage, extract(document).coverage
    assert coverage is not None
    assert told.unread == tuple(gap.number for gap in coverage.gaps)
    counts = (told.sentences, told.with_mentions, told.with_claims)
    assert counts == (coverage.sentences, coverage.with_mentions, coverage.with_claims)


def test_a_graph_adds_them_up() -> None:
    """A graph holds the coverage of each article, in the order of their ids, and counts the gaps."""
    documents = [article(TEXT), article(f"{TEXT} She attended every show.")]
    graph = graphbuild.build(documents)
    assert [each.document for each in graph.coverage()] == sorted(document.id for document in documents)
    assert graph.summary().unread == sum(len(each.gaps) for each in graph.coverage()) == 3
