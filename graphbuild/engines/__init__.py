"""Where documents are worked on: in this process, or in several of this machine."""

from __future__ import annotations

from graphbuild.engines.processes import map_documents

__all__ = ["map_documents"]
