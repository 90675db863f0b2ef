"""Lines of words: offsets, joined words, heads."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading import article, read_lines

PIECES = st.sampled_from(
    [
        "Mayor",
        "Shu Lan",
        "visited",
        "Henglu\u00a0Paper",
        "Co., Ltd.",
        "Li·Na",
        "Al-Amin",
        "O’Brien",
        ",",
        ".",
        "\n\n",
        "  ",
        "Secretary-General",
        "and",
        "the",
        "“",
        "”",
        "3.5%",
        "(",
        ")",
        "乡",
        "\u200b",
        "N°4",
        "—",
        "and/or",
        "'s",
    ]
)
TEXTS = (
    st.lists(PIECES, min_size=1, max_size=30)
    .map(" ".join)
    .filter(lambda text: any(c.isalpha() for c in text))
)


def words(text: str) -> list[str]:
    """Return the words of a text."""
    return [word.text for line in read_lines(text) for word in line.words]


@pytest.mark.parametrize(
    "name",
    [
        "Secretary-General",
        "Al-Amin",
        "Li·Na",
        "Aynur·Tohti",
        "Vice-Mayor",
        "Hai-an",
        "Jean-Marie",
        "Sub-district",
    ],
)
def test_hyphens_and_dots_join_a_word(name: str) -> None:
    """What a hyphen or middle dot ties without a space is one word."""
    assert name in words(f"Then {name} spoke to them.")


def test_possessive_is_a_word_of_its_own() -> None:
    """The possessive ending is split from the name, straight or curly."""
    assert words("Kenya's minister spoke.")[:2] == ["Kenya", "'s"]
    assert words("Kenya’s minister spoke.")[:2] == ["Kenya", "'s"]


def test_a_dash_between_spaces_joins_nothing() -> None:
    """A dash with spaces around it parts two words."""
    assert words("Shu Lan - mayor of the city - spoke.")[2] == "-"


def test_line_text_mends_the_source_spacing() -> None:
    """Words that touch stay together; any run of spaces between others becomes one."""
    (line,) = read_lines("Henglu\u00a0\u00a0Paper Co., Ltd. is here.")
    assert line.text(0, 5) == "Henglu Paper Co., Ltd."


def test_words_know_capitals_and_letters() -> None:
    """`capital` and `alpha` look at the first letter alone."""
    (line,) = read_lines("Lan sold 40 eggs.")
    assert [word.capital for word in line.words[:3]] == [True, False, False]
    assert [word.alpha for word in line.words[:4]] == [True, True, False, True]


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_offsets_hold_for_any_text(text: str) -> None:
    """Words come in order, lie inside their line, do not overlap, and are as long as they say."""
    document = article(text)
    end = 0
    for line in read_lines(text):
        assert end <= line.span.start < line.span.end <= len(text)
        assert line.words[0].start == line.span.start
        assert line.words[-1].end == line.span.end
        for word in line.words:
            assert end <= word.start < word.end
            assert len(word.text) == word.end - word.start
            assert not any(char.isspace() for char in word.text)
            end = word.end
        assert all(0 <= word.head < len(line.words) for word in line.words)
    assert document.text == text


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_no_letter_is_lost(text: str) -> None:
    """Every letter of a readable block belongs to a word of exactly one line."""
    document = article(text)
    covered = [at for line in read_lines(text) for word in line.words for at in range(word.start, word.end)]
    assert len(covered) == len(set(covered))
    readable = {"title", "paragraph", "caption"}
    spans = [block.span for block in document.blocks if block.role in readable]
    letters = {at for span in spans for at in range(span.start, span.end) if text[at].isalpha()}
    assert letters <= set(covered)
