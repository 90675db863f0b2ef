"""What holds for every page, however odd or hostile."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.errors import ReadError
from graphbuild.model import BlockRole, Document
from graphbuild.read import read_text

TITLE = "Mayor Ren Dalu Visits the Cement Works"
FIRST = "On April 4, Ren Dalu, mayor of Shanxia City, visited the cement works and asked about safety."
SECOND = (
    "He stressed that every department must support the enterprise, and that no bell may be left unanswered."
)


def page(*lines: str) -> str:
    """Put lines into a page, a blank line between them."""
    return "\n\n".join(lines)


def quotes(document: Document, role: BlockRole) -> list[str]:
    """Return the texts of the blocks of one role."""
    return [document.quote(block.span) for block in document.blocks if block.role == role]


def attempt(text: str) -> Document | None:
    """Read a text; None when it is refused."""
    try:
        return read_text(text, language="en")
    except ReadError:
        return None


WORDS = st.sampled_from(
    [TITLE, FIRST, SECOND, "release time:", "2023-08-04", "Source: Hill Daily", "[Print]", "Next: x",
     "Photo 1: a.", "- 3 -", "Home > News", "来源：山下日报", "县长到水泥厂调研。", "\u3000", "\xa0", "# ",
     "▲", "3", "title:", "Related news"]
)  # fmt: skip
PAGES = st.one_of(
    st.text(max_size=300),
    st.lists(st.tuples(WORDS, st.sampled_from(["\n", "\n\n", "\r\n", " ", "", "\u2028"])), max_size=14).map(
        lambda parts: "".join(word + end for word, end in parts)
    ),
)


@settings(max_examples=300, deadline=None)
@given(PAGES)
def test_blocks_are_ordered_and_lie_inside_the_text(text: str) -> None:
    """For any text: it is kept, and its blocks are trimmed, in order, apart and not empty."""
    document = attempt(text)
    if document is None:
        return
    assert document.text == text
    end = 0
    for block in document.blocks:
        quote = document.quote(block.span)
        assert end <= block.span.start < block.span.end <= len(text)
        assert quote == quote.strip()
        end = block.span.end


@settings(max_examples=60, deadline=None)
@given(PAGES)
def test_every_letter_is_in_a_block(text: str) -> None:
    """Nothing is lost silently: what lies between blocks has no letter but in a label of the title."""
    document = attempt(text)
    if document is None:
        assert not any(char.isalpha() for char in text)
        return
    covered = {at for block in document.blocks for at in range(block.span.start, block.span.end)}
    left = "".join(char for at, char in enumerate(text) if at not in covered and char.isalpha())
    assert left.lower() in {"", "title"}


FURNISHINGS = [
    "Home > News",
    "[Print] [Close]",
    "Share: WeChat | Weibo",
    "Leave a message | Site map",
    "【打印】",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 4), st.sampled_from(FURNISHINGS)), max_size=6))
def test_furniture_leaves_the_prose_as_it_was(added: list[tuple[int, str]]) -> None:
    """However much furniture a page gets, its prose blocks read the same."""
    lines = [TITLE, "Source: Hill Daily  Date: 2020-01-02", FIRST, SECOND]
    plain = read_text(page(*lines))
    for place, furnishing in added:
        lines.insert(place, furnishing)
    furnished = read_text(page(*lines))
    for role in (BlockRole.TITLE, BlockRole.FIELD, BlockRole.PARAGRAPH):
        assert quotes(furnished, role) == quotes(plain, role)
    assert (furnished.title, furnished.published) == (plain.title, plain.published)


@pytest.mark.parametrize(
    "text",
    [
        ":" * 5_000,
        "time: " * 5_000,
        "((((" * 2_000,
        "print " * 5_000,
        "# " * 5_000,
        "2023-08-04 " * 2_000,
        ("home" + " > a" * 90 + "\n") * 50,
        "release time:\n" * 500,
        "\x00\x01\ud800" * 100,
        ("release" + " " * 290 + "x:\n") * 50,
    ],
)
def test_hostile_text_is_read(text: str) -> None:
    """Repetitions made to confuse patterns give a document like any other text."""
    assert read_text(text, language="en").text == text
