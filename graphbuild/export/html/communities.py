"""How a large graph falls into communities, as a tree: what holds what, the largest first.

Communities come from Leiden (Traag, Waltman and van Eck 2019, "From Louvain to Leiden"), seeded.
What is connected to little or to nothing goes into groups of its own, so that an overview shows
communities and not dust.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

import graspologic_native

from graphbuild.export.html.stress import Links

SEED: Final = 7
MEMBERS: Final = 400
"""A community of more nodes is divided again."""

_TOPS: Final = 150  # more than this many communities side by side are joined into greater ones
_DUST: Final = 25  # components of fewer nodes are gathered into groups
_SMALL: Final = 12  # a community of fewer nodes joins the one it is tied to most

COMMUNITY, GROUP, LONE = 0, 1, 2
"""Kinds of parts: a community, a group of small components, a group of nodes without links."""


@dataclass(slots=True)
class Part:
    """A set of nodes, by index and sorted; `children` divide it, and are empty in a leaf."""

    members: list[int]
    children: list[Part] = field(default_factory=list)
    kind: int = COMMUNITY


def divided(count: int, links: Links, rank: Callable[[int], tuple[str, int]]) -> list[Part]:
    """Return the parts of a graph of `count` nodes; `rank` sorts nodes that nothing else orders."""
    great, dust, lone = _sorted_out(count, links)
    parts = _joined(_absorbed(_leiden(great, links), links), links)
    parts.sort(key=lambda part: (-len(part.members), part.members))
    apart = _gathered([[node] for node in sorted(lone, key=rank)], LONE)
    return [*parts, *_gathered(dust, GROUP), *_below_one(apart)]


def components(count: int, links: Links) -> list[list[int]]:
    """Return connected components, the largest first, then by first node."""
    near: dict[int, list[int]] = defaultdict(list)
    for a, b in links:
        near[a].append(b)
        near[b].append(a)
    seen = [False] * count
    parts = [_reached(start, near, seen) for start in range(count) if not seen[start]]
    return sorted(parts, key=lambda part: (-len(part), part))


def _reached(start: int, near: dict[int, list[int]], seen: list[bool]) -> list[int]:
    part, seen[start] = [start], True
    for node in part:  # grows while it is walked
        for other in near.get(node, []):
            if not seen[other]:
                seen[other] = True
                part.append(other)
    return sorted(part)


def _sorted_out(count: int, links: Links) -> tuple[set[int], list[list[int]], list[int]]:
    """Return the nodes of large components, the small components, and the nodes without links."""
    great: set[int] = set()
    dust, lone = [], []
    for component in components(count, links):
        if len(component) >= _DUST:
            great.update(component)
        elif len(component) > 1:
            dust.append(component)
        else:
            lone += component
    return great, dust, lone


def _leiden(nodes: set[int], links: Links) -> list[Part]:
    """Return the communities of some nodes, those above `MEMBERS` divided, in a tree."""
    edges = [(f"{a:09}", f"{b:09}", weight) for (a, b), weight in links.items() if a in nodes]
    if not edges:
        return []
    members: dict[int, list[int]] = defaultdict(list)
    parents: dict[int, int | None] = {}
    for item in graspologic_native.hierarchical_leiden(edges, max_cluster_size=MEMBERS, seed=SEED):
        members[item.cluster].append(int(item.node))
        parents[item.cluster] = item.parent_cluster
    parts = {cluster: Part(sorted(nodes)) for cluster, nodes in members.items()}
    for cluster, parent in sorted(parents.items()):
        if parent is not None:
            parts[parent].children.append(parts[cluster])
    tops = [parts[cluster] for cluster, parent in sorted(parents.items()) if parent is None]
    for part in parts.values():
        _tidy(part)
    return tops


def _tidy(part: Part) -> None:
    """Sort children; cut evenly what Leiden could not divide, so that no leaf is too large."""
    if len(part.children) == 1:
        part.children = part.children[0].children
    if not part.children and len(part.members) > MEMBERS:
        cuts = range(0, len(part.members), MEMBERS)
        part.children = [Part(part.members[start : start + MEMBERS]) for start in cuts]
    part.children.sort(key=lambda child: (-len(child.members), child.members))


def _absorbed(parts: list[Part], links: Links) -> list[Part]:
    """Let small communities join the one that they are tied to most, where that stays small enough."""
    strength = ties(parts, links)
    for number in sorted(range(len(parts)), key=lambda number: (len(parts[number].members), -number)):
        part = parts[number]
        if len(part.members) >= _SMALL:
            break
        fitting = [
            (weight, -other)
            for other, weight in strength[number].items()
            if parts[other].members and not parts[other].children
            and len(parts[other].members) + len(part.members) <= MEMBERS
        ]  # fmt: skip
        if fitting:
            _move(parts, strength, number, -max(fitting)[1])
    return [part for part in parts if part.members]


def _move(parts: list[Part], ties: list[dict[int, float]], number: int, other: int) -> None:
    parts[other].members = sorted(parts[other].members + parts[number].members)
    parts[number].members = []
    for third, weight in ties[number].items():
        ties[third].pop(number, None)
        if third != other:
            ties[other][third] = ties[other].get(third, 0.0) + weight
            ties[third][other] = ties[third].get(other, 0.0) + weight


def ties(parts: Sequence[Part], links: Links) -> list[dict[int, float]]:
    """Return for each part how strongly it is tied to others."""
    home = {node: number for number, part in enumerate(parts) for node in part.members}
    found: list[dict[int, float]] = [{} for _ in parts]
    for (a, b), weight in links.items():
        if a in home and b in home and home[a] != home[b]:
            for one, two in ((home[a], home[b]), (home[b], home[a])):
                found[one][two] = found[one].get(two, 0.0) + weight
    return found


def _joined(parts: list[Part], links: Links) -> list[Part]:
    """Join communities that are too many for one picture into communities of communities."""
    while len(parts) > _TOPS:
        strength = ties(parts, links)
        weights = {
            (a, b): weight for a, others in enumerate(strength) for b, weight in others.items() if a < b
        }
        groups = _groups(len(parts), weights)
        if len(groups) > 0.7 * len(parts):
            return parts
        parts = [_above([parts[number] for number in group]) for group in groups]
    return parts


def _groups(count: int, weights: Links) -> list[list[int]]:
    edges = [(f"{a:09}", f"{b:09}", weight) for (a, b), weight in sorted(weights.items())]
    found: dict[int, list[int]] = defaultdict(list)
    alone = set(range(count))
    most = max(4, 2 * count // _TOPS)
    for item in graspologic_native.hierarchical_leiden(edges, max_cluster_size=most, seed=SEED):
        if item.is_final_cluster:
            found[item.cluster].append(int(item.node))
            alone.discard(int(item.node))
    return [*(sorted(group) for _, group in sorted(found.items())), *([number] for number in sorted(alone))]


def _above(children: list[Part]) -> Part:
    if len(children) == 1:
        return children[0]
    children = sorted(children, key=lambda child: (-len(child.members), child.members))
    return Part(sorted(node for child in children for node in child.members), children)


def _gathered(pieces: Sequence[list[int]], kind: int) -> list[Part]:
    """Put pieces together, in their order, into groups of at most `MEMBERS` nodes."""
    groups: list[list[int]] = []
    for piece in pieces:
        if not groups or len(groups[-1]) + len(piece) > MEMBERS:
            groups.append([])
        groups[-1] += piece
    return [Part(group, kind=kind) for group in groups]


def _below_one(parts: list[Part]) -> list[Part]:
    """Put parts below a single one, for an overview to show or to leave out."""
    if len(parts) < 2:
        return parts
    return [Part([node for part in parts for node in part.members], parts, parts[0].kind)]
