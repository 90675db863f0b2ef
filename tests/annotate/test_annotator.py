"""Documents to annotated lines."""

from __future__ import annotations

import pytest

from graphbuild.annotate import Annotator
from graphbuild.errors import ModelError
from graphbuild.model import Block, BlockRole, Document, Span
from tests.reading import article, read_lines


def test_only_prose_titles_and_captions_are_read() -> None:
    """Furniture and header fields give no lines."""
    parts = ["Print this page", "Shu Lan spoke.", "Source: Hill Daily", "Shu Lan (left) waves."]
    text = "\n".join(parts)
    roles = [BlockRole.FURNITURE, BlockRole.PARAGRAPH, BlockRole.FIELD, BlockRole.CAPTION]
    starts = [text.index(part) for part in parts]
    blocks = [
        Block(Span(start, start + len(part)), role)
        for start, part, role in zip(starts, parts, roles, strict=True)
    ]
    lines = Annotator()(Document(text, tuple(blocks)))
    assert [line.role for line in lines] == [BlockRole.PARAGRAPH, BlockRole.CAPTION]


def test_unknown_pipeline_is_told() -> None:
    """A pipeline that is not installed is named in the error."""
    with pytest.raises(ModelError, match="no_such_pipeline"):
        Annotator("no_such_pipeline")


def test_document_without_prose_gives_no_lines() -> None:
    """A document of nothing but furniture is read without an error."""
    assert Annotator()(Document("[Print]", (Block(Span(0, 7), BlockRole.FURNITURE),))) == ()


def test_same_document_gives_the_same_lines() -> None:
    """Annotation is a function of the document alone, whatever was read before."""
    text = "Shu Lan visited Pingshun County. She met Edwin Mutua there."
    before = read_lines(text)
    read_lines("Another page altogether, about ships and the sea.")
    assert Annotator()(article(text)) == before
