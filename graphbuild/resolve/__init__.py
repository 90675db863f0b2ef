"""Mentions to identities: the seat of an article, coreference in it, and entities across articles."""

from __future__ import annotations

from graphbuild.resolve.corpus import identify, identify_all
from graphbuild.resolve.document import resolve_document

__all__ = ["identify", "identify_all", "resolve_document"]
