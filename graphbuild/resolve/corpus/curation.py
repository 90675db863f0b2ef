"""What a curator decided of identities: where the ids lead today, and what is merged."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graphbuild.model import Identity
from graphbuild.resolve.corpus.unions import Unions

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from graphbuild.decisions import Decisions

_BY = "a curator's decision"
Order = tuple[str, str, int]
"""What sorts the records of an entity: by release, document and number."""

Leading = tuple[str, Order, str]
"""An id that is looked for, with the order and the chain of a record that has it as its own."""


def current_ids(found: Iterable[Leading], entities: Mapping[str, str]) -> dict[str, str]:
    """Return for each of some ids, of this or an older graph, the entity that it leads to today.

    `entities` gives the entity of every chain. Ids that no record has lead nowhere and are left out.
    """
    leading: dict[str, tuple[Order, str]] = {}
    for name, order, chain in found:
        if name not in leading or order < leading[name][0]:
            leading[name] = (order, entities[chain])
    return {name: entity for name, (_, entity) in sorted(leading.items())}


def merges(decisions: Decisions, current: Mapping[str, str], orders: Mapping[str, Order]) -> dict[str, str]:
    """Return for each entity that a decision merges away the one that replaces it: the earliest.

    `orders` gives the order of the anchor of each entity that is merged.
    """
    unions = Unions()
    for decision in decisions.merge:
        known = [current[name] for name in decision.entities if name in current]
        for one in known[1:]:
            unions.join(known[0], one)
    groups: dict[str, list[str]] = {}
    for entity in sorted({current[n] for d in decisions.merge for n in d.entities if n in current}):
        groups.setdefault(unions.find(entity), []).append(entity)
    found: dict[str, str] = {}
    for group in groups.values():
        first = min(group, key=lambda entity: orders[entity])
        found.update((entity, first) for entity in group if entity != first)
    return found


def merged_identity(identity: Identity, replaced: Mapping[str, str]) -> Identity:
    """Return an identity as decided."""
    entity = replaced.get(identity.entity)
    return replace(identity, entity=entity, score=1.0, reasons=(_BY,)) if entity else identity
