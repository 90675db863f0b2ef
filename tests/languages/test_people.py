"""Romanised Chinese."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.languages.people import is_given_name, is_pinyin, is_syllable, surnames


@pytest.mark.parametrize("name", ["Tan", "Ouyang", "Zhuang", "Lv", "Shangguan", "Niu"])
def test_surnames_of_the_national_list(name: str) -> None:
    """Single and double surnames, in lower case."""
    assert name.casefold() in surnames()


@pytest.mark.parametrize("name", ["Yi", "Yishan", "Yi'er", "Changgeng", "Wen-he", "Zhuangzhuang", "Lianhua"])
def test_given_names(name: str) -> None:
    """One or two syllables, an apostrophe or hyphen allowed."""
    assert is_given_name(name)


@pytest.mark.parametrize(
    "name", ["Edwin", "Smith", "Mutua", "Street", "County", "", "Y2", "Committee", "Washington"]
)
def test_other_words_are_no_given_names(name: str) -> None:
    """English words and names that pinyin cannot spell."""
    assert not is_given_name(name)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Pingshun", True),
        ("Jiangbin", True),
        ("pingshun", False),
        ("Shan", False),
        ("Nairobi", False),
        ("Bank", False),
    ],
)
def test_words_spelt_in_pinyin(name: str, *, expected: bool) -> None:
    """Capitalised words of two or more syllables."""
    assert is_pinyin(name) is expected


@given(st.lists(st.sampled_from(["shan", "yi", "zhuang", "er", "lv", "chang"]), min_size=1, max_size=2))
def test_any_two_syllables_make_a_given_name(syllables: list[str]) -> None:
    """What is put together from syllables is taken apart into them."""
    assert all(map(is_syllable, syllables))
    assert is_given_name("".join(syllables).capitalize())


@given(st.text(max_size=30))
def test_any_text_is_answered(text: str) -> None:
    """Odd text is no name, and no error."""
    if not any(char.isalpha() for char in text):
        assert not is_given_name(text)
        assert not is_pinyin(text)
