"""Posts as a ledger: who was seen in which post, first and last."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from graphbuild.languages.statuses import status_of
from graphbuild.model import Tenure, digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from graphbuild.model import Claim, Document, Post


def assemble_tenures(
    claims: Iterable[Claim], posts: Mapping[str, Post], documents: Mapping[str, Document]
) -> list[Tenure]:
    """Return one tenure for each holder and post, dated by the releases of the documents that show it."""
    grouped: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.relation == "holdsPost" and claim.factual:
            grouped[claim.subject, claim.object].append(claim)
    return [
        _tenure(holder, posts[post], group, documents) for (holder, post), group in sorted(grouped.items())
    ]


def _tenure(holder: str, post: Post, claims: list[Claim], documents: Mapping[str, Document]) -> Tenure:
    seen = sorted(day for claim in claims if (day := documents[claim.evidence.document].published))
    name = f"tenure-{digest(holder, post.id, length=12)}"
    first, last = (seen[0], seen[-1]) if seen else (None, None)
    status = status_of(set(post.title.casefold().split())) or "held"
    shown = tuple(sorted({claim.id for claim in claims}))
    return Tenure(name, holder, post.id, status, first, last, shown)
