"""Lists whose items run on in one line."""

from __future__ import annotations

import pytest

from graphbuild.read import read_text
from graphbuild.read.lists import hanging_indent

TITLE = "Readout of a roundtable\n\nPaul Adams hosted a roundtable with owners of ports on May 3.\n\n"


@pytest.mark.parametrize(
    ("page", "items"),
    [
        (
            "-   Ana Reyes, Mayor -   Omar Saleh, Governor\n",
            ["-   Ana Reyes, Mayor", "-   Omar Saleh, Governor"],
        ),
        ("1.  Ana Reyes 2.  Omar Saleh\n", ["1.  Ana Reyes", "2.  Omar Saleh"]),
        (
            "-   Ana Reyes, Director of the\n    Port Board -   Omar Saleh\n",
            ["-   Ana Reyes, Director of the\n    Port Board", "-   Omar Saleh"],
        ),
    ],
)
def test_items_in_a_row_are_parted(page: str, items: list[str]) -> None:
    """Each item is a paragraph of its own, with the line that hangs below it."""
    document = read_text(TITLE + page)
    assert [document.quote(block.span) for block in document.blocks][-len(items) :] == items


def test_a_dash_in_prose_parts_nothing() -> None:
    """One dash, or one blank behind it, is no list."""
    document = read_text(TITLE + "The port - the largest of the coast - was closed for most of the winter.\n")
    assert "The port - the largest" in document.quote(document.blocks[-1].span)


def test_hanging_indent_is_the_width_of_the_mark() -> None:
    """An item goes on below its own text."""
    assert (hanging_indent("-   Ana"), hanging_indent("12.  Ana"), hanging_indent("Ana")) == (4, 5, 0)
