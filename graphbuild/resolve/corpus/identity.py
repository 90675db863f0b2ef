"""Identity of all chains of some extractions, in memory."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from graphbuild.model import Identity
from graphbuild.resolve.corpus.blocks import block_key, identify_block
from graphbuild.resolve.corpus.links import link_block, link_keys
from graphbuild.resolve.corpus.profiles import usual_places
from graphbuild.resolve.corpus.records import records
from graphbuild.resolve.corpus.settling import settle, settled_doubts
from graphbuild.resolve.corpus.values import Doubt, Link, Profile

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from graphbuild.model import Extraction
    from graphbuild.resolve.corpus.record import Record


class Identities(NamedTuple):
    """What is known of who is who: an identity for every chain, and the pairs that may be one."""

    identities: tuple[Identity, ...]
    doubts: tuple[Doubt, ...] = ()


def identify(extractions: Iterable[Extraction]) -> tuple[Identity, ...]:
    """Return an identity for every chain; entity ids do not depend on the order of the extractions."""
    return identify_all(extractions).identities


def identify_all(extractions: Iterable[Extraction]) -> Identities:
    """Return identities and doubts, both sorted."""
    unique = {each.document.id: each for each in extractions}
    return identify_records(record for each in unique.values() for record in records(each))


def identify_records(found: Iterable[Record], apart: frozenset[frozenset[str]] = frozenset()) -> Identities:
    """Return identities and doubts for records of any number of documents."""
    blocks: defaultdict[str, list[Record]] = defaultdict(list)
    for record in found:
        blocks[block_key(record)].append(record)
    usual = usual_places(record for block in blocks.values() for record in block)
    results = [identify_block(block, apart, usual) for _, block in sorted(blocks.items())]
    links, doubts = _linked([profile for result in results for profile in result.profiles])
    settled = settle(links, apart)
    identities = (each for result in results for each in result.identities)
    return Identities(
        tuple(sorted((_settled(each, settled) for each in identities), key=lambda each: each.chain)),
        settled_doubts([*doubts, *(doubt for result in results for doubt in result.doubts)], settled),
    )


def _linked(profiles: Sequence[Profile]) -> tuple[list[Link], list[Doubt]]:
    keyed: defaultdict[str, list[Profile]] = defaultdict(list)
    for profile in profiles:
        for key in link_keys(profile):
            keyed[key].append(profile)
    results = [link_block(key, group) for key, group in sorted(keyed.items()) if len(group) > 1]
    links = [link for result in results for link in result.links]
    return links, [doubt for result in results for doubt in result.doubts]


def _settled(identity: Identity, settled: Mapping[str, Link]) -> Identity:
    link = settled.get(identity.entity)
    if link is None:
        return identity
    score = min(identity.score, link.score)
    return replace(identity, entity=link.left.entity, score=score, reasons=link.reasons)
