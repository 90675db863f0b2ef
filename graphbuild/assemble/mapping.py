"""From chain ids to entity ids: the claims and posts of a document, restated at graph level."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graphbuild.model import Claim, Identity, Mention, Post, digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from graphbuild.model import Extraction


def post_at(title: str, home: str | None, holder: str) -> Post:
    """Return the post of a title in the entity `home`; without a home it is the holder's own."""
    seed = digest(title.casefold(), home or f"of {holder}", length=8)
    words = "-".join(title.casefold().split())[:40]
    name = "".join(char for char in words if char.isascii() and (char.isalnum() or char == "-"))
    return Post(f"post-{name}-{seed}", title, home)


class Mapper:
    """Restates text-level values with entity ids; posts in one of `not_homes` are without a home."""

    def __init__(
        self,
        identities: Iterable[Identity],
        events: Mapping[str, str],
        not_homes: frozenset[str] = frozenset(),
    ) -> None:
        self._entity = {identity.chain: identity.entity for identity in identities}
        self._events = events
        self._not_homes = not_homes

    def entity(self, chain: str) -> str | None:
        """Return the entity of a chain."""
        return self._entity.get(chain)

    def post(self, post: Post, holder: str) -> Post:
        """Return the post with its home's entity; a post without a home is its holder's own."""
        home = self._entity.get(post.post_in or "")
        return post_at(post.title, None if home in self._not_homes else home, holder)

    def posts(self, extraction: Extraction) -> dict[tuple[str, str], Post]:
        """Return the posts by holder's entity and text-level id."""
        raw = {post.id: post for post in extraction.posts}
        held = [claim for claim in extraction.claims if claim.relation == "holdsPost"]
        return {
            (holder, claim.object): self.post(raw[claim.object], holder)
            for claim in held
            if (holder := self._entity.get(claim.subject)) is not None
        }

    def claims(self, extraction: Extraction, posts: Mapping[tuple[str, str], Post]) -> list[Claim]:
        """Return the claims whose subject and object are known entities or posts."""
        found = []
        for claim in extraction.claims:
            subject = self._entity.get(claim.subject)
            if subject is None:
                continue
            object_ = (
                posts[subject, claim.object].id
                if claim.relation == "holdsPost"
                else self._entity.get(claim.object)
            )
            if object_ is not None and object_ != subject:
                event = self._events.get(claim.event or "")
                found.append(replace(claim, subject=subject, object=object_, event=event))
        return found

    def mentions(self, mentions: Sequence[Mention]) -> list[Mention]:
        """Return the mentions that belong to an entity."""
        pairs = ((mention, self._entity.get(mention.refers_to)) for mention in mentions)
        return [_refers_to(mention, entity) for mention, entity in pairs if entity is not None]


def identities_of(extraction: Extraction, chains: Mapping[str, str]) -> list[Identity]:
    """Return the identities of one extraction's chains; `chains` gives the entity of each that has one."""
    return [Identity(chain.id, chains[chain.id], 1.0) for chain in extraction.chains if chain.id in chains]


def mentions_of(extraction: Extraction, chains: Mapping[str, str]) -> list[Mention]:
    """Return the mentions of a document as the graph has them."""
    return Mapper(identities_of(extraction, chains), {}).mentions(extraction.mentions)


def _refers_to(mention: Mention, entity: str) -> Mention:
    """Do what `replace` does in a third of the time: no value is made more often than this one."""
    return Mention(mention.document, mention.span, mention.type, mention.text, mention.name, entity)
