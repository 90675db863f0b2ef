"""Document to annotated passages: tokens, sentences, tags, parse and entities by spaCy."""

from __future__ import annotations

from graphbuild.annotate.annotator import DEFAULT_MODEL, Annotator, Passage, Reading

__all__ = ["DEFAULT_MODEL", "Annotator", "Passage", "Reading"]
