"""Passages in flat text: even white space, composed letters, and offsets that lead back."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from graphbuild.annotate.flat import flat

TEXTS = st.text(
    st.sampled_from("ab e\u0301\u0308 \n\u00a0\u3000\u200b\u2019\ud800") | st.characters(), max_size=40
)


@given(TEXTS, st.integers(0, 9))
def test_each_character_leads_back(text: str, offset: int) -> None:
    """The ranges of the characters come in order, and cover the passage without gaps."""
    found = flat(text, offset)
    ranges = [(found.start(at), found.end(at + 1)) for at in range(len(found.text))]
    assert all(left[1] == right[0] or left == right for left, right in pairwise(ranges))
    if ranges:
        assert (ranges[0][0], ranges[-1][1]) == (offset, offset + len(text))


@given(TEXTS)
def test_white_space_is_even(text: str) -> None:
    """No two spaces stand together, and no other white space is left."""
    found = flat(text).text
    assert "  " not in found
    assert not set(found) & set("\n\t\u00a0\u3000")


def test_letters_are_composed() -> None:
    """A letter with its accent apart becomes one, and is quoted with both."""
    text = unicodedata.normalize("NFD", "Lü  Dongliang")
    found = flat(text)
    assert found.text == "Lü Dongliang"
    assert text[found.start(0) : found.end(2)] == "Lu\u0308"
    assert found.end(len(found.text)) == len(text)
