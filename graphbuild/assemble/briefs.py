"""Claims in short: what the graph needs of each until all are read, in a fraction of the memory."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from graphbuild.model import Claim, EventDate


class Brief(NamedTuple):
    """A claim without its evidence but for the document; `factual` and `id` are as of the claim."""

    id: str
    subject: str
    relation: str
    object: str
    document: str
    factual: bool
    date: EventDate | None


def brief(claim: Claim) -> Brief:
    """Return a claim in short."""
    document = claim.evidence.document
    return Brief(claim.id, claim.subject, claim.relation, claim.object, document, claim.factual, claim.date)
