"""Claims and identities to entities, edges, events and tenures."""

from __future__ import annotations

from graphbuild.assemble.graph import assemble

__all__ = ["assemble"]
