"""What blocks gave before: a block of the same records, read by the same code, gives the same again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from graphbuild.model import Doubt, Identity, digest
from graphbuild.resolve.corpus.blocks import identify_block
from graphbuild.resolve.corpus.profiles import company
from graphbuild.resolve.corpus.record import HeldPost
from graphbuild.resolve.corpus.values import Blocked, Profile, Seen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from graphbuild.resolve.corpus.profiles import Usual
    from graphbuild.resolve.corpus.record import Record

    Apart = frozenset[frozenset[str]]

_FEWEST: Final = 6
"""Records from which a block of people takes longer to compare than to look up."""


class BlockMemory:
    """Results of large blocks by a digest of their records, as plain values that JSON can hold.

    `stamps` gives for a document a text that changes with whatever was read in it; `known` is what an
    earlier run `kept`, `seed` stands for the code by which it was worked out.
    """

    def __init__(
        self, stamps: Mapping[str, str], known: Mapping[str, Any] | None = None, seed: str = ""
    ) -> None:
        self._stamps = stamps
        self._known = known or {}
        self._seed = seed
        self.kept: dict[str, Any] = {}
        """The results of this run, by digest."""

    def identified(self, records: Sequence[Record], apart: Apart, usual: Usual) -> Blocked:
        """Return what `identify_block` does."""
        if len(records) < _FEWEST or records[0].type != "Official":
            return identify_block(records, apart, usual)
        key = self._key(records, apart, usual)
        stored = self._known.get(key)
        found = identify_block(records, apart, usual) if stored is None else from_plain(stored)
        self.kept[key] = to_plain(found) if stored is None else stored
        return found

    def _key(self, records: Sequence[Record], apart: Apart, usual: Usual) -> str:
        told = sorted(" ".join(sorted(pair)) for pair in apart)
        return digest(self._seed, *told, "", *sorted(self._stamped(records, usual)), length=32)

    def _stamped(self, records: Sequence[Record], usual: Usual) -> Iterator[str]:
        """Yield what stands for each record; only the company comes from other documents too."""
        for record in records:
            yield "\t".join((self._stamps[record.document], str(record.number), *company(record, usual)))


def to_plain(found: Blocked) -> list[Any]:
    """Return a result as lists of texts and numbers."""
    identities = [[each.chain, each.entity, each.score, each.reasons] for each in found.identities]
    doubts = [[each.left, each.right, each.score, each.reasons] for each in found.doubts]
    return [identities, doubts, [_plain_profile(each) for each in found.profiles]]


def from_plain(stored: list[Any]) -> Blocked:
    """Return the result that `to_plain` gave."""
    identities, doubts, profiles = stored
    return Blocked(
        tuple(Identity(chain, entity, score, tuple(why)) for chain, entity, score, why in identities),
        tuple(Doubt(left, right, score, tuple(why)) for left, right, score, why in doubts),
        tuple(map(_profile, profiles)),
    )


def _plain_profile(each: Profile) -> list[Any]:
    posts = [[*_fields(seen.post), seen.first, seen.last, seen.count] for seen in each.posts]
    texts = [each.names, each.places, each.companions, each.company, each.scene]
    sets = [sorted(each.documents), sorted(each.handles)]
    return [[each.entity, each.type, each.first, each.last], each.size, each.order, posts, texts, sets]


def _fields(post: HeldPost) -> tuple[str, ...]:
    return post.rank, post.home, post.jurisdiction, post.status, post.topic


def _profile(stored: list[Any]) -> Profile:
    (entity, type_, first, last), size, order, posts, texts, (documents, handles) = stored
    names, places, companions, together, scene = map(tuple, texts)
    seen = tuple(Seen(HeldPost(*row[:5]), *row[5:]) for row in posts)
    return Profile(
        entity, type_, tuple(order), names, seen, first, last, places, companions, together, scene,
        frozenset(documents), size, frozenset(handles),
    )  # fmt: skip
