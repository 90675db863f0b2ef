"""One block at a time: records that share a key become entities."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from graphbuild.model import Identity, day_number
from graphbuild.resolve.corpus.clusters import Cluster, cluster
from graphbuild.resolve.corpus.features import probability
from graphbuild.resolve.corpus.ids import own_id
from graphbuild.resolve.corpus.names import name_block, read_name
from graphbuild.resolve.corpus.occasions import occasions
from graphbuild.resolve.corpus.profiles import Usual, merged, profile
from graphbuild.resolve.corpus.values import Blocked

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from graphbuild.resolve.corpus.record import Record
    from graphbuild.resolve.corpus.values import Profile

_NOWHERE: Final[Usual] = MappingProxyType({})
_DAYS: Final = 400
"""Records of one name with the same posts are taken together while no longer time lies between them."""


def block_key(record: Record) -> str:
    """Return the key of the block that a record belongs to: its type and its normalised name or key.

    Only records of one block are compared by `identify_block`.
    """
    return f"{record.type}|{name_block(record.name) if record.type == 'Official' else record.key}"


def identify_block(
    records: Iterable[Record],
    apart: frozenset[frozenset[str]] = frozenset(),
    usual: Usual = MappingProxyType({}),
) -> Blocked:
    """Decide which records of one block are one entity.

    The result does not depend on the order of the records. `apart` holds pairs of ids (`own_id`) of
    which a curator said that they are two; `usual` is what `usual_places` found in the whole corpus.
    """
    ordered = sorted(records, key=lambda record: record.order)
    if not ordered:
        return Blocked(())
    if len(ordered) == 1:
        return _alone(ordered[0], apart, usual)
    if ordered[0].type == "Official":
        return _people(ordered, apart, usual)
    groups = occasions(ordered) if ordered[0].type in {"Project", "Meeting"} else [ordered]
    return _things(groups)


def _alone(record: Record, apart: frozenset[frozenset[str]], usual: Usual) -> Blocked:
    """Return what any block of one record gives."""
    official = record.type == "Official"
    only = profile(record, usual if official else _NOWHERE)
    if official and any(only.entity in pair for pair in apart):
        only = replace(only, handles=frozenset({only.entity}))
    return Blocked((Identity(record.chain, only.entity, 1.0, ("one document",)),), (), (only,))


def _things(groups: Iterable[Sequence[Record]]) -> Blocked:
    identities: list[Identity] = []
    profiles: list[Profile] = []
    for group in groups:
        name = own_id(group[0])
        reason, score = ("same key", 0.9) if len(group) > 1 else ("one document", 1.0)
        identities.extend(Identity(record.chain, name, score, (reason,)) for record in group)
        profiles.append(merged([profile(record) for record in group]))
    return Blocked(tuple(identities), (), tuple(profiles))


def _people(ordered: Sequence[Record], apart: frozenset[frozenset[str]], usual: Usual) -> Blocked:
    spoken = frozenset[str]().union(*apart)
    groups = _alike(ordered, spoken)
    profiles = {
        each.entity: replace(each, handles=spoken & {each.entity})
        for each in (merged([profile(record, usual) for record in group]) for group in groups)
    }
    chains = {own_id(group[0]): group for group in groups}
    clusters, doubts = cluster(profiles.values(), apart)
    identities = [each for found in clusters for each in _identities(found, chains)]
    return Blocked(tuple(identities), tuple(doubts), tuple(found.whole for found in clusters))


def _identities(found: Cluster, chains: Mapping[str, Sequence[Record]]) -> list[Identity]:
    group = [record for member in found.members for record in chains[member.entity]]
    score = 1.0 if len(group) == 1 else probability(found.score)
    reasons = ("same name and posts",) if len(found.members) == 1 and len(group) > 1 else found.reasons
    return [Identity(record.chain, found.whole.entity, score, reasons) for record in group]


def _alike(ordered: Sequence[Record], single: frozenset[str]) -> list[list[Record]]:
    """Take together what is the same in all but the day: one name, one set of posts with known homes.

    Those whose ids are in `single` stay alone, since a curator speaks of them.
    """
    groups: defaultdict[object, list[list[Record]]] = defaultdict(list)
    for record in ordered:
        found = groups[own_id(record) if own_id(record) in single else _signature(record)]
        if found and _goes_on(found[-1], record):
            found[-1].append(record)
        else:
            found.append([record])
    return sorted((group for found in groups.values() for group in found), key=lambda group: group[0].order)


def _signature(record: Record) -> object:
    """Return what must be equal; a full name without posts says too little to be taken with another."""
    known = record.posts and (read_name(record.name).short or any(post.home for post in record.posts))
    return (record.name, record.posts, record.places, record.seat, "" if known else record.chain)


def _goes_on(group: Sequence[Record], record: Record) -> bool:
    if any(record.document == other.document for other in group):
        return False
    last = group[-1].date
    return last == record.date or bool(
        last and record.date and (day_number(record.date) or 0) - (day_number(last) or 0) <= _DAYS
    )
