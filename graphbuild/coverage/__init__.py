"""What a document promised and did not give: sentences with a trigger of which no claim came."""

from __future__ import annotations

from graphbuild.coverage.measuring import covered

__all__ = ["covered"]
