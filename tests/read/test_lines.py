"""Lines, and paragraphs that hard wrapping has broken."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from graphbuild.read.lines import columns, ends_sentence, join_wrapped, split_lines


def test_lines_know_gaps_and_indents() -> None:
    """A line says whether a blank line stands before it and how far it is indented."""
    lines = list(split_lines("a\n b\r\n \r\n\u3000\u3000c"))
    assert [(line.text, line.after_gap, line.indent) for line in lines] == [
        ("a", True, 0),
        ("b", False, 1),
        ("c", True, 2),
    ]


def test_sentences_end_before_quotes_and_brackets() -> None:
    """A closing quote after the stop does not hide it."""
    assert all(map(ends_sentence, ("He left.", "He left.”", "走了。”", "Left?)")))
    assert not any(map(ends_sentence, ("He left", "as follows:", "")))


@given(st.text())
def test_columns_of_a_text_are_those_of_its_characters(text: str) -> None:
    """No character changes the width of its neighbours."""
    assert columns(text) == sum(map(columns, text))


def test_wide_characters_take_two_columns() -> None:
    """Chinese text is as wide as twice as many Latin letters."""
    assert columns("县长 ab") == 7


def test_wrapped_chinese_is_joined() -> None:
    """Lines of equally many characters that end no sentence are one paragraph."""
    text = "县长任大路到县水泥厂调研副县长费宝山陪同调研县政府办公室\n" * 3 + "负责同志参加了调研活动。"
    assert len(list(join_wrapped(list(split_lines(text))))) == 1


def test_title_and_subtitle_are_not_joined() -> None:
    """Two long lines are no proof of wrapped text."""
    title = "Mayor Ren Dalu Visits the Cement Works of the County before the Holidays"
    lines = list(split_lines(f"{title}\nDeputy Mayor Fei Baoshan Goes Too"))
    assert len(list(join_wrapped(lines))) == 2


@given(st.text(max_size=200))
def test_lines_keep_every_visible_character(text: str) -> None:
    """Lines are slices of the text, in order, and joining loses none of them."""
    lines = list(split_lines(text))
    assert all(text[line.span.start : line.span.end] == line.text for line in lines)
    assert all(line.span.end <= after.span.start for line, after in pairwise(lines))
    assert [line for group in join_wrapped(lines) for line in group] == lines
