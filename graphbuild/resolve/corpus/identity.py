"""Identity of all chains of some extractions, in memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from graphbuild.decisions import NONE, Decisions
from graphbuild.model import Doubt, Identity
from graphbuild.resolve.corpus.blocks import block_key, identify_block
from graphbuild.resolve.corpus.curation import Leading, Order, current_ids, merged_identity, merges
from graphbuild.resolve.corpus.ids import own_id
from graphbuild.resolve.corpus.links import link_block, link_keys
from graphbuild.resolve.corpus.profiles import usual_places
from graphbuild.resolve.corpus.records import records
from graphbuild.resolve.corpus.settling import settle, settled_doubts
from graphbuild.resolve.corpus.values import Link, Profile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from graphbuild.model import Extraction
    from graphbuild.resolve.corpus.memory import BlockMemory
    from graphbuild.resolve.corpus.record import Record


_NOTHING: Final[Mapping[str, str]] = {}


class Identities(NamedTuple):
    """What is known of who is who: an identity for every chain, and the pairs that may be one.

    `current` says to which entity each id leads that a decision names; those that lead nowhere are
    left out.
    """

    identities: tuple[Identity, ...]
    doubts: tuple[Doubt, ...] = ()
    current: Mapping[str, str] = _NOTHING


def identify(extractions: Iterable[Extraction]) -> tuple[Identity, ...]:
    """Return an identity for every chain; entity ids do not depend on the order of the extractions."""
    return identify_all(extractions).identities


def identify_all(
    extractions: Iterable[Extraction],
    decisions: Decisions = NONE,
    older: frozenset[str] = frozenset(),
    memory: BlockMemory | None = None,
) -> Identities:
    """Return identities and doubts, both sorted, with a curator's decisions applied.

    `older` are ids of an older graph: ``Identities.current`` says where they lead too. `memory` spares
    the work that an earlier run did.
    """
    return identify_records(_records(extractions), decisions, older, memory)


def _records(extractions: Iterable[Extraction]) -> Iterator[Record]:
    """Yield the records of each document once; no extraction is held."""
    seen: set[str] = set()
    for each in extractions:
        if each.document.id not in seen:
            seen.add(each.document.id)
            yield from records(each)


def identify_records(
    found: Iterable[Record],
    decisions: Decisions = NONE,
    older: frozenset[str] = frozenset(),
    memory: BlockMemory | None = None,
) -> Identities:
    """Return identities and doubts for records of any number of documents."""
    wanted = decisions.ids | older
    named: list[Leading] = []
    automatic, orders = _automatic(_noted(found, wanted, named), decisions, memory)
    if not wanted:
        return automatic
    current = current_ids(named, {each.chain: each.entity for each in automatic.identities})
    replaced = merges(decisions, current, orders)
    return Identities(
        tuple(merged_identity(each, replaced) for each in automatic.identities),
        _undecided(automatic.doubts, replaced, decisions.apart),
        {name: replaced.get(entity, entity) for name, entity in current.items()},
    )


def _noted(found: Iterable[Record], wanted: frozenset[str], named: list[Leading]) -> Iterator[Record]:
    """Pass records on, and note those whose ids are wanted: no block needs to be kept for them."""
    for record in found:
        if wanted and (name := own_id(record)) in wanted:
            named.append((name, record.order, record.chain))
        yield record


def _undecided(
    doubts: Iterable[Doubt], replaced: Mapping[str, str], apart: frozenset[frozenset[str]]
) -> tuple[Doubt, ...]:
    """Return the doubts that no decision settles."""
    found: dict[tuple[str, str], Doubt] = {}
    for doubt in doubts:
        left, right = sorted(replaced.get(end, end) for end in (doubt.left, doubt.right))
        if left != right and frozenset((doubt.left, doubt.right)) not in apart:
            moved = Doubt(left, right, doubt.score, doubt.reasons)
            found[left, right] = max(found.get((left, right), moved), moved, key=lambda each: each.score)
    return tuple(sorted(found.values()))


def _automatic(
    found: Iterable[Record], decisions: Decisions, memory: BlockMemory | None
) -> tuple[Identities, dict[str, Order]]:
    """Return what no decision but those that tell two apart shaped, and the order of each entity."""
    apart = decisions.apart
    identities, doubts, people, orders = _blocked(found, decisions, memory)
    links, unsure = _linked(people)
    del people
    settled = settle(links, apart)
    decided = (_settled(each, settled) for each in identities)
    return (
        Identities(
            tuple(sorted(decided, key=lambda each: each.chain)),
            settled_doubts([*unsure, *doubts], settled),
        ),
        orders,
    )


def _blocked(
    found: Iterable[Record], decisions: Decisions, memory: BlockMemory | None
) -> tuple[list[Identity], list[Doubt], list[Profile], dict[str, Order]]:
    """Go through the blocks one by one, and let go of each: a corpus has many times what they give.

    The profiles are those of people, since nothing else is linked further; the orders are wanted for
    decisions to merge alone.
    """
    blocks: defaultdict[str, list[Record]] = defaultdict(list)
    for record in found:
        blocks[block_key(record)].append(record)
    usual = usual_places(record for block in blocks.values() for record in block)
    identified = memory.identified if memory is not None else identify_block
    identities: list[Identity] = []
    doubts: list[Doubt] = []
    people: list[Profile] = []
    orders: dict[str, Order] = {}
    for key in sorted(blocks):
        result = identified(blocks.pop(key), decisions.apart, usual)
        identities += result.identities
        doubts += result.doubts
        people += (each for each in result.profiles if link_keys(each))
        if decisions.merge:
            orders.update((each.entity, each.order) for each in result.profiles)
    return identities, doubts, people, orders


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
