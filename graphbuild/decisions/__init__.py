"""What people decided about a graph: `decisions.toml` and `links.tsv`, read, checked and written.

A decision names entities by the ids that the graph shows. An id goes on leading to its entity when
other articles move the anchor, since it names the chain that it was made of.
"""

from __future__ import annotations

from graphbuild.decisions.links import NAME as LINKS
from graphbuild.decisions.links import Link, Links, read_links
from graphbuild.decisions.reading import NAME, read_curation, read_decisions, read_text
from graphbuild.decisions.values import (
    NONE,
    Added,
    Decisions,
    Merged,
    Omitted,
    Rejected,
    Renamed,
    Retyped,
    Source,
    Split,
)
from graphbuild.decisions.writing import append_decision

__all__ = [
    "LINKS",
    "NAME",
    "NONE",
    "Added",
    "Decisions",
    "Link",
    "Links",
    "Merged",
    "Omitted",
    "Rejected",
    "Renamed",
    "Retyped",
    "Source",
    "Split",
    "append_decision",
    "read_curation",
    "read_decisions",
    "read_links",
    "read_text",
]
