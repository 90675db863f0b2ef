"""Short forms of enterprises that the article has in full."""

from __future__ import annotations

import pytest

from tests.reading import read_things


@pytest.mark.parametrize("short", ["Lantu Optics", "Lantu"])
def test_short_forms_of_enterprises(short: str) -> None:
    """Later an article shortens a firm to its distinctive words."""
    text = f"She saw Hangzhou Lantu Optics Co., Ltd. in May. Workers of {short} cheered."
    assert read_things(text, "Enterprise") == ["Hangzhou Lantu Optics Co., Ltd.", short]


def test_trade_word_alone_is_no_short_form() -> None:
    """The generic part of a firm's name does not stand for it."""
    text = "She saw Hangzhou Lantu Optics Co., Ltd. in May. Optics are dear."
    assert read_things(text, "Enterprise") == ["Hangzhou Lantu Optics Co., Ltd."]
