"""The text as the tagger sees it: as long as the original, and plainer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.annotate.legible import legible


@given(st.text())
def test_length_is_kept(text: str) -> None:
    """For any text the result has as many code points, so that offsets hold in both."""
    assert len(legible(text)) == len(text)


@given(st.text())
def test_a_legible_text_stays_as_it_is(text: str) -> None:
    """Reading twice is reading once."""
    assert legible(legible(text)) == legible(text)


@given(st.text())
def test_letters_and_digits_are_never_touched(text: str) -> None:
    """Only spaces and punctuation are replaced: names stay as they are."""
    pairs = zip(text, legible(text), strict=True)
    assert all(before == after for before, after in pairs if before.isalnum())


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Mayor\u00a0Shu\u3000Lan", "Mayor Shu Lan"),
        ("the people\u2019s hall", "the people's hall"),
        ("\u201cGreen Hills\u201d", '"Green Hills"'),
        ("Vice\u2011Mayor", "Vice-Mayor"),
        ("\u25b2 Shu Lan (left)", "  Shu Lan (left)"),
        ("Shu Lan\uff08mayor\uff09\uff0c", "Shu Lan(mayor),"),
        ("a\r\nb\tc\x00d", "a \nb c d"),
        ("\ufeffShu\u200bLan", " Shu Lan"),
    ],
)
def test_typographic_forms_become_plain(text: str, plain: str) -> None:
    """No-break spaces, curly quotes, bullets and full-width marks become what the model was trained on."""
    assert legible(text) == plain


def test_a_lone_surrogate_becomes_a_replacement_character() -> None:
    """What no encoding can write does not reach the tokenizer, and moves no offset."""
    assert legible("Bai\ud800shi") == "Bai\ufffdshi"
