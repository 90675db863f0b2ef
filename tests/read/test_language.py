"""The language of a text by its letters."""

from __future__ import annotations

import pytest

from graphbuild.read import detect_language, unsupported_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The mayor visited the works.", "en"),
        ("县长到水泥厂调研。", "zh"),
        ("县长到 OPPO 和 VIVO 的水泥厂调研，听取汇报。", "zh"),
        ("The mayor (县长) visited the cement works of the county.", "en"),
        ("12345", "en"),
    ],
)
def test_chinese_is_told_from_english(text: str, language: str) -> None:
    """A good share of Chinese characters makes a text Chinese."""
    assert detect_language(text) == language
    assert unsupported_language(text) is None


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Глава района посетил завод.", "Cyrillic"),
        ("زار رئيس البلدية المصنع اليوم.", "Arabic"),
        ("知事は昨日、工場を視察しました。", "Japanese"),
        ("시장은 어제 공장을 방문하였다.", "Hangul"),
        ("Ο δήμαρχος επισκέφθηκε το εργοστάσιο.", "Greek"),
    ],
)
def test_other_scripts_are_named(text: str, script: str) -> None:
    """A text that is mostly in another script is named by it."""
    assert unsupported_language(text) == script


def test_a_few_foreign_letters_do_no_harm() -> None:
    """A name in another script inside English prose changes nothing."""
    assert unsupported_language("The mayor met Иван of the works of the county.") is None
