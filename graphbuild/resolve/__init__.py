"""Mentions to identities: the seat of an article, coreference in it, and entities across articles."""

from __future__ import annotations

from graphbuild.resolve.document import resolve_document
from graphbuild.resolve.identity import identify

__all__ = ["identify", "resolve_document"]
