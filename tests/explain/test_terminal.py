"""The explanation on a terminal: narrow, coloured, or plain."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from rich.console import Console
from rich.text import Text

from graphbuild.explain import to_text

if TYPE_CHECKING:
    from graphbuild.explain import Explanation


def _shown(explanation: Explanation, *, width: int = 80, colours: bool = False) -> str:
    file = io.StringIO()
    console = Console(
        file=file, width=width, force_terminal=colours, color_system="standard" if colours else None
    )
    to_text(explanation, console)
    return file.getvalue()


@pytest.mark.parametrize("width", [40, 80, 200])
def test_lines_fit(explanation: Explanation, width: int) -> None:
    """No line is wider than the terminal, or ends in spaces, and every word is there."""
    lines = _shown(explanation, width=width).splitlines()
    assert max(map(len, lines)) <= width
    assert [line for line in lines if line != line.rstrip()] == []
    words = " ".join("\n".join(lines).split())
    assert "Nobody has inspected the old bridge." in words


def test_piped_output_is_plain_and_names_types(explanation: Explanation) -> None:
    """Without colours there is no escape sequence, and types are written out."""
    shown = _shown(explanation)
    assert "\x1b" not in shown
    assert "names: Official Sun Shaoqing; Body Municipal Bureau of Commerce" in shown


def test_colours_tell_types(explanation: Explanation) -> None:
    """On a terminal a name has the colour of its type in the legend."""
    shown = Text.from_ansi(_shown(explanation, width=110, colours=True))
    styles = {shown.plain[span.start : span.end].strip(): str(span.style) for span in shown.spans}
    assert styles["Pingtan Baiyun Tea Co., Ltd."] == styles["Enterprise"]
    assert styles["Official"] != styles["Enterprise"]
    assert "names:" not in shown.plain


def test_claims_and_coverage_are_said(explanation: Explanation) -> None:
    """Claims come with rule, confidence, modality and evidence; the coverage comes last."""
    shown = _shown(explanation, width=110)
    assert "1. Sun Shaoqing accompanied Qian Duofu" in shown
    assert "by rule accompanied-by, confidence 0.90, on 2024-05-06, with sentence 1" in shown
    assert "Qian Duofu visited Lushan Paper Co., Ltd. [planned: no edge]" in shown
    assert "= Municipal Bureau of Commerce → Pingtan Municipal Bureau of Commerce" in shown
    assert shown.rstrip().endswith("5 inspected (visit)")


def test_control_characters_reach_no_terminal(hostile: Explanation) -> None:
    """An article cannot clear the screen, turn the text round, or use the markup of rich."""
    shown = _shown(hostile)
    assert "\x1b" not in shown
    assert "\u202e" not in shown
