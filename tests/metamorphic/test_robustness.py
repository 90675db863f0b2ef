"""Whatever becomes of a page, reading it fails in no way but the documented one, and quotes stay true."""

from __future__ import annotations

import random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from graphbuild.errors import ReadError
from graphbuild.extract.document import evidence_holds
from graphbuild.model import Extraction, Span
from graphbuild.pipeline import extract
from graphbuild.read import read_text
from tests.builds import build_page, said
from tests.metamorphic import articles

NOISE = st.sampled_from(
    ["\x00", "\x1b[2J", "\u202e", "\u200f", "\ufeff", "\U0001f600", "\ud800", "\t", "\r", "\u2028", "(", ")",
     '"', "·", "—", "Mayor ", "visited ", "accompanied by ", "and ", ", ", "; ", ". ", "\n\n", "0" * 40]
)  # fmt: skip
SHORT = [name for name in articles.NAMES if len(articles.text(name)) < 1800]


def _read(text: str) -> Extraction | None:
    """Return what a page gives; None where the reader refuses it with its own error."""
    try:
        return extract(read_text(text, language="en"))
    except ReadError:
        return None


def _holds(found: Extraction) -> None:
    """Every offset lies in the text, every quote is the text, every end is known."""
    whole = Span(0, len(found.document.text))
    ends = {chain.id for chain in found.chains} | {post.id for post in found.posts}
    assert evidence_holds(found)
    for claim in found.claims:
        assert {claim.subject, claim.object} <= ends
        assert 0 <= claim.confidence <= 1
        assert claim.evidence.sentences
        assert all(whole.covers(span) for span in claim.evidence.sentences)
        assert all(whole.covers(span) and span.start < span.end for _, span in claim.evidence.mentions)
    assert found.coverage is not None
    for gap in found.coverage.gaps:
        assert found.document.quote(gap.span) == gap.text
        assert all(found.document.quote(each.span).strip() for each in gap.triggers)


@st.composite
def spoiled(draw: st.DrawFn) -> str:
    """Draw a page with words gone, sentences cut, paragraphs repeated and noise thrown in."""
    words = articles.text(draw(st.sampled_from(SHORT))).split(" ")
    for _ in range(draw(st.integers(1, 8))):
        at = draw(st.integers(0, len(words) - 1))
        match draw(st.sampled_from(["drop", "cut", "noise", "repeat", "swap"])):
            case "drop":
                del words[at : at + draw(st.integers(1, 6))]
            case "cut":
                words[at] = words[at][: len(words[at]) // 2]
            case "noise":
                words.insert(at, draw(NOISE))
            case "repeat":
                words[at:at] = words[at : at + 30]
            case _:
                words[at], words[0] = words[0], words[at]
        words = words or ["x"]
    return " ".join(words)


@given(text=spoiled())
@settings(max_examples=60, deadline=None)
def test_spoiled_pages(text: str) -> None:
    """A page in any state is read or refused, and what is read quotes it."""
    found = _read(text)
    if found is not None:
        _holds(found)


@given(text=st.lists(NOISE, max_size=60).map("".join))
@example("Mayor " * 3000)
@example("Qian Duofu, " * 1500 + "visited Baishi Town.")
@example("(" * 2000 + "Mayor Qian Duofu visited Baishi Town." + ")" * 2000)
@settings(max_examples=30, deadline=None)
def test_noise(text: str) -> None:
    """Noise of the words that rules look for is no trap: huge lines and deep brackets end."""
    found = _read(text)
    if found is not None:
        _holds(found)


@pytest.mark.parametrize("mark", ["\u200f", "\u200b", "\u2060", "\ufeff", "\U0001f600 "])
def test_marks_at_the_ends_of_paragraphs(mark: str) -> None:
    """Marks of direction, marks of no width and emoji between paragraphs say nothing."""
    name = "zhuanghe-dispatch"
    head, *rest = articles.text(name).rstrip("\n").split("\n\n")
    marked = "\n\n".join([head, *(f"{part}{mark}" for part in rest)]) + "\n"
    assert said(build_page(marked)) == articles.told(name)


@pytest.mark.parametrize("seed", range(3))
def test_order_of_stories(seed: int) -> None:
    """The stories of a page that do not refer to one another may stand in any order: the same edges."""
    stories = [
        "Mayor Qian Duofu of Pingtan City inspected Pingtan Tea Co., Ltd. He was accompanied by Shu Lan.",
        "Zou Beichuan, head of Yunmo County, visited Henglu Paper Co., Ltd. and Hexi Steel Co., Ltd.",
        "Governor Amina Okello met with Ambassador Lars Brandvik in Nairobi.",
        "Tan Yishan, director of the Baishi Town Tax Bureau, presided over the meeting of the bureau.",
    ]
    shuffled = random.Random(seed).sample(stories, len(stories))  # noqa: S311 - an order, no secret
    head = "News in Brief\n\nRelease time: 2023-05-08\n\n"
    pages = ["\n\n".join(order) for order in (stories, shuffled)]
    one, two = (said(build_page(f"{head}{page}\n")) for page in pages)
    assert one.edges == two.edges
    assert len(one.edges) >= 6
