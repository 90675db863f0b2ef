"""Claims and identities to entities, edges, events and tenures."""

from __future__ import annotations

from graphbuild.assemble.graph import assemble
from graphbuild.assemble.mapping import Mapper

__all__ = ["Mapper", "assemble"]
