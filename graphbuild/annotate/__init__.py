"""Document to sentences of words with tags, parse and entities, by spaCy."""

from __future__ import annotations

from graphbuild.annotate.annotator import DEFAULT_MODEL, Annotator, release_models
from graphbuild.annotate.given import doc_lines

__all__ = ["DEFAULT_MODEL", "Annotator", "doc_lines", "release_models"]
