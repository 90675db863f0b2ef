"""The key of a name ignores what writers vary, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.gazetteer.names import is_word, name_key


@pytest.mark.parametrize(
    "names",
    [
        ("Xi'an", "Xi’an", "XIAN", "Xī'ān", "Xi An"),
        ("Côte d'Ivoire", "Cote d'Ivoire", "COTE-D’IVOIRE"),
        ("the Netherlands", "Netherlands", " The  Netherlands "),
        ("Trinidad & Tobago", "Trinidad and Tobago"),
        ("U.S.", "US"),
        ("Łódź", "Lodz"),
        ("Tromsø", "Tromso"),
    ],
)
def test_variants_share_a_key(names: tuple[str, ...]) -> None:
    """Case, marks, punctuation, spaces and the article do not count."""
    assert len({name_key(name) for name in names}) == 1


@pytest.mark.parametrize(("one", "other"), [("Shanxi", "Shaanxi"), ("Niger", "Nigeria"), ("吉林", "吉安")])
def test_other_names_have_other_keys(one: str, other: str) -> None:
    """A letter or a character more makes another name."""
    assert name_key(one) != name_key(other)


@given(st.text())
def test_a_key_is_bare(text: str) -> None:
    """A key holds neither spaces nor hyphens, whatever the text."""
    assert not set(name_key(text)) & set(" -_'.\t\n")


def test_the_article_alone_stays() -> None:
    """Only an article before a name is dropped: "the" itself and "Theran" keep theirs."""
    assert [name_key(name) for name in ("the", "Theran")] == ["the", "theran"]


@pytest.mark.parametrize(
    ("name", "word"), [("us", True), ("US", False), ("Us", False), ("mali", False), ("中国", False)]
)
def test_short_words_in_small_letters(name: str, word: bool) -> None:
    """Up to three small letters are a word, not an acronym."""
    assert is_word(name) is word
