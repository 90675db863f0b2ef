"""From an extraction to records: what each chain shows of who or what it is."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from graphbuild import gazetteer
from graphbuild.model import Chain, day_number
from graphbuild.resolve.corpus.names import name_block
from graphbuild.resolve.corpus.ranks import read_rank, topic_of_body
from graphbuild.resolve.corpus.record import MOST_COMPANIONS, MOST_PLACES, HeldPost, Record
from graphbuild.resolve.corpus.things import thing_key
from graphbuild.resolve.things import body_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphbuild.model import Extraction

SHOWN: Final = ("document", "chains", "posts", "claims")
"""Fields of an extraction that records are made of."""

_LYING = frozenset({"locatedIn", "jurisdiction"})


def records(extraction: Extraction) -> Iterator[Record]:
    """Yield a record for every chain of a document, in the order of its chains."""
    told = _Told(extraction)
    for number, chain in enumerate(extraction.chains):
        official = chain.type == "Official"
        yield Record(
            chain.id,
            chain.type,
            chain.name,
            extraction.document.id,
            number,
            _day(extraction.document.published),
            "" if official else told.key(chain),
            chain.aliases,
            told.posts(chain) if official else (),
            told.places(chain),
            told.companions(chain) if official else (),
            told.seat,
            told.scene if official else (),
        )


class _Told:
    """What one document says, looked up by chain."""

    def __init__(self, extraction: Extraction) -> None:
        self.chains = {chain.id: chain for chain in extraction.chains}
        self.document = extraction.document.id
        self._posts = {post.id: post for post in extraction.posts}
        self._held: defaultdict[str, list[str]] = defaultdict(list)
        self._in: defaultdict[str, set[str]] = defaultdict(set)
        self._keys: dict[str, str] = {}
        self._places: dict[str, tuple[str, ...]] = {}
        for claim in extraction.claims:
            if claim.relation == "holdsPost":
                self._held[claim.subject].append(claim.object)
            elif claim.relation in _LYING and claim.factual:
                self._in[claim.subject].add(claim.object)
        people = (chain for chain in extraction.chains if chain.type == "Official")
        self._people = {chain.id: name_block(chain.name) for chain in people}
        self.seat = _place_named(extraction.document.locus)
        self.scene = self._scene()

    def _scene(self) -> tuple[str, ...]:
        """Return the local places that the document names, and those of the bodies in it."""
        chains = (chain for chain in self.chains.values() if chain.type in {"Place", "Body"})
        found = {place for chain in chains for place in self.places(chain) if _local(place)}
        return tuple(sorted(found | ({self.seat} if self.seat else set()))[:MOST_PLACES])

    def posts(self, chain: Chain) -> tuple[HeldPost, ...]:
        found = {self._post(name) for name in self._held[chain.id]}
        return tuple(sorted(found))

    def _post(self, name: str) -> HeldPost:
        post = self._posts[name]
        home = self.chains.get(post.post_in or "")
        rank, topic, status = read_rank(post.title)
        if home is None:
            return HeldPost(rank, status=status, topic=topic)
        where, key = next(iter(self.places(home)), ""), self.key(home)
        return HeldPost(rank, f"{home.type}:{key}", where, status, topic or topic_of_body(key))

    def key(self, chain: Chain) -> str:
        """Return the key of a thing, worked out once: its holders and its neighbours ask for it too."""
        if chain.id not in self._keys:
            self._keys[chain.id] = thing_key(chain, self.document)
        return self._keys[chain.id]

    def places(self, chain: Chain) -> tuple[str, ...]:
        """Return the keys of the places that a chain lies in or governs; a place is its own."""
        if chain.id not in self._places:
            self._places[chain.id] = self._around(chain)
        return self._places[chain.id]

    def _around(self, chain: Chain) -> tuple[str, ...]:
        if chain.type == "Place":
            return (self.key(chain),)
        told = {self.chains[each] for each in self._in[chain.id] if each in self.chains}
        found = {self.key(place) for place in told if place.type == "Place"}
        return tuple(sorted(found)) or _named_in(chain)

    def companions(self, chain: Chain) -> tuple[str, ...]:
        others = {name for each, name in self._people.items() if each != chain.id and " " in name}
        return tuple(sorted(others - {self._people[chain.id]})[:MOST_COMPANIONS])


def _named_in(body: Chain) -> tuple[str, ...]:
    """Return the place in a body's name: the Yunmo Municipal Tax Bureau is of Yunmo City."""
    place = body_place(body.name) if body.type == "Body" else None
    return (place.code or f"name:{place.name.casefold()}",) if place is not None else ()


def _day(published: str | None) -> str:
    """Return a day of release if it is one: users may make documents of their own."""
    return published if published and day_number(published) is not None else ""


@lru_cache(maxsize=65536)
def _local(key: str) -> bool:
    """Whether a place is no country, part of the world, province or state."""
    try:
        return key.startswith("name:") or gazetteer.place(key).level > 1
    except KeyError:  # a place of the user's own list, which is known only while articles are read
        return True


def _place_named(locus: str | None) -> str:
    found = gazetteer.lookup(locus.split(",")[0].strip()) if locus else ()
    return found[0].code if len(found) == 1 else f"name:{locus.casefold()}" if locus else ""
