"""What one document says at graph level, once it is known which of its chains is which entity."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from graphbuild.assemble.events import assemble_events, event_ids
from graphbuild.assemble.mapping import Mapper, identities_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from graphbuild.assemble.curation import Curator
    from graphbuild.model import Claim, Entity, Event, Extraction, Post


class Told(NamedTuple):
    """What a document says in entity ids: claims that no decision speaks against, and what rests on them."""

    posts: tuple[Post, ...]
    claims: tuple[Claim, ...]
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Teller:
    """Restates documents; `chains` gives the entity of each chain that is in the graph.

    Posts are in none of `not_homes`.
    """

    curator: Curator
    entities: Mapping[str, Entity]
    chains: Mapping[str, str]
    not_homes: frozenset[str] = frozenset()

    def told(self, extraction: Extraction) -> Told:
        """Return what a document says."""
        ids = event_ids(extraction, self.chains)
        mapper = Mapper(identities_of(extraction, self.chains), ids, self.not_homes)
        posts = mapper.posts(extraction)
        claims = self._kept(extraction, mapper.claims(extraction, posts), posts.values())
        held = {claim.object for claim in claims}
        events = assemble_events(extraction, ids, claims, self.entities, self.chains)
        unique = {claim.id: claim for claim in sorted(claims, key=_claim_order, reverse=True)}
        return Told(
            tuple(post for post in posts.values() if post.id in held), tuple(unique.values()), tuple(events)
        )

    def _kept(self, extraction: Extraction, claims: list[Claim], posts: Iterable[Post]) -> list[Claim]:
        quotes = {sentence.span: sentence.text for sentence in extraction.sentences}
        known = {post.id: post for post in posts}
        return [
            claim
            for claim in claims
            if self.curator.keeps(
                claim,
                self.entities,
                [quotes.get(span, "") for span in claim.evidence.sentences],
                known.get(claim.object),
            )
        ]


def _claim_order(claim: Claim) -> tuple[str, int, str]:
    return claim.id, claim.position or 0, claim.event or ""
