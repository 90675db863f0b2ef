"""The HTML page: everything is there, nothing runs, and nothing of the article is markup."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.explain import to_html
from graphbuild.explain.page import _marked
from graphbuild.explain.values import ExplainedSentence, Mark
from graphbuild.explain.wording import legible
from graphbuild.model import Span

if TYPE_CHECKING:
    from graphbuild.explain import Explanation

TEXT = 'He said: <b>"A & B"</b> won.'


class _Page(HTMLParser):
    """Collects the elements and the text of a page, and checks that elements nest."""

    VOID = ("meta", "link")

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


@pytest.mark.parametrize("which", ["explanation", "hostile"])
def test_the_page_is_well_formed_and_runs_nothing(which: str, request: pytest.FixtureRequest) -> None:
    """Elements nest; there is no script, no handler, no image, and no link out of the page."""
    page = _Page(to_html(request.getfixturevalue(which)))
    assert page.open == []
    assert {tag for tag, _ in page.tags} & {"script", "img", "iframe", "form", "object", "base"} == set()
    assert [name for _, attrs in page.tags for name in attrs if name.startswith("on")] == []
    targets = [
        value or "" for _, attrs in page.tags for name, value in attrs.items() if name in ("href", "src")
    ]
    assert [target for target in targets if not target.startswith(("#", "data:,"))] == []


def test_the_policy_allows_the_style_alone(explanation: Explanation) -> None:
    """The content security policy forbids all but the page's own style sheet."""
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', to_html(explanation))
    assert policy is not None
    assert policy[1].startswith("default-src &#39;none&#39;; style-src &#39;sha256-")
    assert "unsafe" not in policy[1]


def test_markup_in_names_is_text(hostile: Explanation) -> None:
    """Tags of the article come out as text, control and direction characters not at all."""
    page = to_html(hostile)
    assert "&lt;img src=x onerror=alert(2)&gt;" in "".join(re.split(r"</?(?:mark|u)\b[^>]*>", page))
    assert "<b>" not in page
    assert "\x1b" not in page
    assert "\u202e" not in page


def test_every_sentence_stands_on_the_page(explanation: Explanation) -> None:
    """The text of the page holds every sentence and every name of a claim."""
    text = " ".join("".join(_Page(to_html(explanation)).text).split())
    assert [s.text for s in explanation.sentences if s.text not in text] == []
    assert [claim.object for claim in explanation.claims if claim.object not in text] == []
    assert "planned: no edge" in text
    assert "Nothing read from: inspected (visit)" in text


def test_links_lead_to_sentences(explanation: Explanation) -> None:
    """Every link inside the page leads to something on it."""
    tags = _Page(to_html(explanation)).tags
    ids = {attrs["id"] for _, attrs in tags if "id" in attrs}
    links = {(attrs["href"] or "")[1:] for tag, attrs in tags if tag == "a"}
    assert links
    assert links <= ids


def test_mentions_are_marked_by_type(explanation: Explanation) -> None:
    """A mention bears its type and the name that it stands for; the legend has the types that occur."""
    page = to_html(explanation)
    assert '<mark class="Body" title="Body: Pingtan Municipal Bureau of Commerce">' in page
    legend = re.search(r'<p class="legend".*?</p>', page, re.DOTALL)
    assert legend is not None
    assert re.findall(r">(\w+)</span>", legend[0]) == ["Official", "Body", "Enterprise", "Place"]


def test_the_same_explanation_is_the_same_page(explanation: Explanation) -> None:
    """Two renderings agree to the byte, and a page without a seat renders as well."""
    assert to_html(explanation) == to_html(explanation)
    assert "not found" in to_html(replace(explanation, seat=None))


_SPANS = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).filter(
    lambda pair: pair[0] < pair[1]
)


@given(st.lists(_SPANS, max_size=6), st.integers(0, 50))
def test_marks_never_break_the_text(ranges: list[tuple[int, int]], offset: int) -> None:
    """However mentions nest or cross, the elements nest and the text stays what it was."""
    marks = tuple(
        Mark(Span(offset + start, offset + end), "Official", TEXT[start:end], "<x>")
        for start, end in sorted(ranges)
    )
    span = Span(offset, offset + len(TEXT))
    page = _Page(_marked(ExplainedSentence(1, span, "paragraph", TEXT, marks, (), (), (), ())))
    assert page.open == []
    assert "".join(page.text) == TEXT


@given(st.text())
def test_legible_text_moves_no_cursor(text: str) -> None:
    """Whatever comes in, what is shown is printable or a space, and encodes."""
    assert all(char == " " or char.isprintable() for char in legible(text))
    assert legible(text).encode().decode() == legible(text)
