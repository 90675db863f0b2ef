"""Ids of entities: readable, and a pure function of the chain that anchors them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from graphbuild.model import digest

if TYPE_CHECKING:
    from graphbuild.resolve.corpus.record import Record

_SLUG: Final = 48
KEYED: Final = frozenset({"Place", "Body", "Enterprise"})
"""Types whose id comes of their key, not of an anchor."""


def own_id(record: Record) -> str:
    """Return the id of the entity that this chain is the anchor of.

    Every id that a graph ever showed is the own id of some chain, so that an id in a decision or an
    older graph leads to a chain, and from it to today's entity.
    """
    seed = record.key if record.type in KEYED else f"{record.document}|{record.number}"
    return _id(record.type, record.name, seed)


@lru_cache(maxsize=16384)
def _id(type_: str, name: str, seed: str) -> str:
    return f"{type_.casefold()}-{slug(name)}-{digest(type_, seed, length=8)}"


def slug(name: str) -> str:
    """Return a name as lower-case ASCII words joined by hyphens, cut to a readable length."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.casefold()).strip("-")[:_SLUG].strip("-") or "x"
