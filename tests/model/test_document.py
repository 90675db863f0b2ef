"""Spans, digests and documents."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.model import Block, BlockRole, Document, Span, digest

SPANS = st.tuples(st.integers(0, 50), st.integers(1, 20)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@given(SPANS, SPANS)
def test_overlap_is_mutual(left: Span, right: Span) -> None:
    """Two spans overlap in either order, exactly when they share a code point."""
    shared = set(range(left.start, left.end)) & set(range(right.start, right.end))
    assert left.overlaps(right) == right.overlaps(left) == bool(shared)


@given(SPANS, SPANS)
def test_cover_is_inclusion(left: Span, right: Span) -> None:
    """A span covers another exactly when it holds all its code points, and then overlaps it."""
    inside = set(range(right.start, right.end)) <= set(range(left.start, left.end))
    assert left.covers(right) == inside
    assert left.overlaps(right) or not inside


@given(SPANS, SPANS)
def test_mutual_cover_is_equality(left: Span, right: Span) -> None:
    """Two spans that cover each other are one."""
    assert (left.covers(right) and right.covers(left)) == (left == right)


@given(SPANS, SPANS, SPANS)
def test_cover_is_transitive(first: Span, second: Span, third: Span) -> None:
    """What lies in a part lies in the whole."""
    if first.covers(second) and second.covers(third):
        assert first.covers(third)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ((), "e3b0c44298fc1c14"),
        (("a",), "ca978112ca1bbdca"),
        (("a", "b"), "f04cdced9736a69d"),
        (("木兰",), "1ea2645645a8e181"),
    ],
)
def test_digest_never_changes(parts: tuple[str, ...], expected: str) -> None:
    """Ids of past builds stay valid: the digest of a text is the same for ever."""
    assert digest(*parts) == expected


@given(
    st.lists(st.text(alphabet="ab", max_size=2), max_size=3),
    st.lists(st.text(alphabet="ab", max_size=2), max_size=3),
)
def test_digest_keeps_parts_apart(left: list[str], right: list[str]) -> None:
    """("ab", "") and ("a", "b") differ."""
    if "\x1f".join(left) != "\x1f".join(right):
        assert digest(*left) != digest(*right)


@given(st.text(), st.integers(1, 64))
def test_digest_is_hexadecimal_of_the_length_asked_for(text: str, length: int) -> None:
    """Any string can be hashed, even one with lone surrogates."""
    found = digest(text, "\ud800", length=length)
    assert len(found) == length
    assert set(found) <= set("0123456789abcdef")


def _document(text: str = "Shu Lan spoke.") -> Document:
    return Document(text, (Block(Span(0, len(text)), BlockRole.PARAGRAPH),))


def test_id_is_of_the_content() -> None:
    """The same content has the same id, whatever file it came from."""
    assert replace(_document(), source="a.txt").id == replace(_document(), source="b.txt").id
    assert replace(_document(), source="a.txt") == _document()


@pytest.mark.parametrize(
    "change",
    [
        {"text": "Shu Lan sang."},
        {"url": "https://example.org"},
        {"publisher": "Hill Daily"},
        {"published": "2020-01-02"},
        {"locus": "Pingshun"},
    ],
)
def test_id_changes_with_the_content(change: dict[str, str]) -> None:
    """Text, address, publisher, date and locus are part of the identity."""
    text = change.pop("text", "Shu Lan spoke.")
    assert replace(_document(text), **change).id != _document().id  # type: ignore[arg-type]


def test_quote_is_the_text_at_a_span() -> None:
    """Offsets are code points, end exclusive."""
    assert _document("𝕊hu Lan 说").quote(Span(0, 7)) == "𝕊hu Lan"
