"""`redirects.ttl`: which IRIs of an older graph are replaced by which of the new one.

A redirect is ``dcterms:isReplacedBy``. The file stays outside the comparison of graphs: it depends
on what was there before.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from graphbuild.export.iris import DEFAULT_BASE, Iris

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

NAME: Final = "redirects.ttl"
_ID: Final = re.compile(r"\b(?:official|body|enterprise|place|project|meeting)-[a-z0-9-]+-[0-9a-f]{8}\b")
_PAIR: Final = re.compile(r"<([^<>\s]+)> dcterms:isReplacedBy <([^<>\s]+)> \.")
_HEAD: Final = "@prefix dcterms: <http://purl.org/dc/terms/> .\n\n"


def ids_in(turtle: str) -> frozenset[str]:
    """Return the ids of entities that an older ``graph.ttl`` names."""
    return frozenset(_ID.findall(turtle))


def targets_in(turtle: str) -> dict[str, str]:
    """Return the redirects of an older ``redirects.ttl``, by id."""
    return {_local(old): _local(new) for old, new in _PAIR.findall(turtle)}


def _local(iri: str) -> str:
    return re.split(r"[/#]", iri)[-1]


def to_redirects(replaced: Mapping[str, str], base: str = DEFAULT_BASE) -> str:
    """Return the redirects as Turtle, sorted. Ends that are equal are left out."""
    iris = Iris(base)
    lines = (
        f"<{iris.node(old)}> dcterms:isReplacedBy <{iris.node(new)}> ."
        for old, new in sorted(replaced.items())
        if old != new
    )
    return _HEAD + "".join(f"{line}\n" for line in lines)


def moved(older: Iterable[str], kept: Mapping[str, str], current: frozenset[str]) -> dict[str, str]:
    """Return for each id of an older graph that is gone the entity that it leads to today.

    `kept` says to which entity each old id leads, as far as it leads anywhere; `current` are the ids of
    today. Ids that lead nowhere have no redirect: their documents were withdrawn.
    """
    return {old: kept[old] for old in sorted(older) if old not in current and old in kept}
