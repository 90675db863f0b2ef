"""The sentences behind what is missed and false."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from graphbuild.evaluate import Judgement, Verdict
from graphbuild.evaluate.quotes import quotes, sentences
from graphbuild.model import Block, BlockRole, Document, GraphData, Span
from tests.evaluate.conftest import DOCUMENT, FIRST, SECOND, THIRD, claim, with_edges

if TYPE_CHECKING:
    from tests.evaluate.conftest import Bench


def _shown(bench: Bench, data: GraphData, verdict: Verdict, what: str) -> list[tuple[str, ...]]:
    result = bench.judge(data)
    return [
        quotes(result.case, one)
        for one in result.judgements
        if one.verdict is verdict and one.what == what and not one.implied
    ]


def test_what_is_false_shows_its_evidence(bench: Bench, perfect: GraphData) -> None:
    """A false edge shows the sentences of its claims."""
    data = with_edges(replace(perfect, claims=(claim("n-sun", "visited", "n-tea", SECOND),)))
    assert _shown(bench, data, Verdict.FALSE, "visited") == [(SECOND,)]


def test_a_false_entity_shows_its_mentions(bench: Bench, perfect: GraphData) -> None:
    """A false node shows where it is mentioned."""
    entities = tuple(
        replace(e, label="Xilin", id="n-x") if e.id == "n-paper" else e for e in perfect.entities
    )
    mentions = tuple(replace(mention, refers_to="n-x") for mention in perfect.mentions)
    data = replace(perfect, entities=entities, mentions=mentions, claims=(), events=(), edges=())
    assert _shown(bench, data, Verdict.FALSE, "Enterprise") == [(THIRD,)]


def test_what_is_missed_shows_where_it_is_named(bench: Bench) -> None:
    """A missed edge shows sentences that name both ends, or one for each of them."""
    empty = GraphData(documents=(DOCUMENT,))
    assert _shown(bench, empty, Verdict.MISSED, "visited") == [(FIRST,)]
    assert _shown(bench, empty, Verdict.MISSED, "accompanied") == [(SECOND, FIRST), (SECOND, FIRST)]
    assert _shown(bench, empty, Verdict.MISSED, "Body") == [(SECOND,)]


def test_an_article_that_was_not_read_shows_nothing(bench: Bench) -> None:
    """Without a document there is no sentence."""
    assert set(_shown(bench, GraphData(), Verdict.MISSED, "visited")) == {()}


def test_furniture_is_not_shown(bench: Bench) -> None:
    """Only what is read is searched."""
    aside = Document(text=DOCUMENT.text, blocks=(replace(DOCUMENT.blocks[0], role=BlockRole.FURNITURE),))
    case = replace(bench.judge().case, data=GraphData(documents=(aside,)))
    assert quotes(case, Judgement(Verdict.MISSED, (), "visited", "", wanted=("qian", "tea"))) == ()


def test_short_words_end_no_sentence() -> None:
    """A sentence goes on after "Dr.", "Ltd." and an initial."""
    text = 'Dr. Qian Duofu saw Pingtan Tea Co., Ltd. He met J. Lang. "Fine." It rained.\n你好。再见。'
    document = Document(text=text, blocks=(Block(Span(0, len(text)), BlockRole.PARAGRAPH),))
    found = [document.quote(span).strip() for span in sentences(document)]
    assert found == [
        "Dr. Qian Duofu saw Pingtan Tea Co., Ltd. He met J. Lang.",
        '"Fine."',
        "It rained.",
        "你好。",
        "再见。",
    ]


@given(st.text(max_size=200))
def test_sentences_lie_in_the_text(text: str) -> None:
    """Whatever the text, sentences come in order, do not overlap and leave only spaces out."""
    document = Document(text=text, blocks=(Block(Span(0, len(text)), BlockRole.PARAGRAPH),))
    spans = list(sentences(document))
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))
    assert "".join("".join(map(document.quote, spans)).split()) == "".join(text.split())
