"""Large graphs fall into communities that do not overlap, and keep their shape as the graph grows."""

from __future__ import annotations

from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.export.html.communities import GROUP, LONE, MEMBERS, components, divided
from graphbuild.export.html.discs import packed_discs
from graphbuild.export.html.layout import weighed
from graphbuild.export.html.levels import overview

BOX = (46.0, 40.0)


def cliques(count: int, size: int) -> list[tuple[int, int]]:
    """Return the links of cliques, each with one link to the next."""
    links = [(c * size + a, c * size + b) for c in range(count) for a, b in combinations(range(size), 2)]
    return links + [(c * size, c * size + size) for c in range(count - 1)]


def leaves(parts):
    """Return the parts that are not divided."""
    return [leaf for part in parts for leaf in (leaves(part.children) if part.children else [part])]


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 90), st.lists(st.tuples(st.integers(0, 89), st.integers(0, 89)), max_size=150))
def test_every_node_is_in_one_leaf(count, links):
    """Whatever the graph, its leaves hold every node once, and no leaf is too large."""
    weights = weighed((a % count, b % count) for a, b in links)
    found = leaves(divided(count, weights, lambda node: ("", node)))
    assert sorted(node for leaf in found for node in leaf.members) == list(range(count))
    assert all(len(leaf.members) <= MEMBERS for leaf in found)


def test_planted_communities_are_found():
    """Cliques that hang together by single links are told apart."""
    parts = divided(30 * 14, weighed(cliques(30, 14)), lambda node: ("", node))
    homes = [next(at for at, part in enumerate(parts) if node in part.members) for node in range(30 * 14)]
    assert all(len({homes[c * 14 + a] for a in range(14)}) == 1 for c in range(30))
    assert len(parts) > 5


def test_dust_is_gathered():
    """Pairs and single nodes make groups of their own, the single ones sorted by what they are called."""
    links = cliques(10, 20) + [(200 + 2 * at, 201 + 2 * at) for at in range(50)]
    parts = divided(320, weighed(links), lambda node: (str(-node), node))
    assert [part.kind for part in parts][-2:] == [GROUP, LONE]
    assert len(parts[-2].members) == 100
    assert len(parts[-1].members) == 20


def test_a_community_that_cannot_be_divided_is_cut():
    """A star of thousands is one community, cut so that each piece can be opened."""
    found = leaves(divided(2001, weighed((0, at) for at in range(1, 2001)), lambda node: ("", node)))
    assert max(len(leaf.members) for leaf in found) <= MEMBERS


def test_components_come_by_size():
    """The largest component is first."""
    assert components(6, weighed([(0, 1), (2, 3), (3, 4)])) == [[2, 3, 4], [0, 1], [5]]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.floats(5, 400), min_size=1, max_size=25))
def test_discs_never_overlap(reaches):
    """Discs of any sizes lie beside each other, and touch."""
    spots = packed_discs(reaches, [{} for _ in reaches])
    for a, b in combinations(range(len(reaches)), 2):
        assert np.hypot(*(spots[a] - spots[b])) >= reaches[a] + reaches[b] - 1e-3


def test_tied_discs_are_near():
    """A disc goes to the one that it is tied to, not to the middle."""
    ties = [{}, {}, {}, {}, {}, {}, {5: 9.0}]
    spots = packed_discs([50.0] * 7, ties)
    assert np.hypot(*(spots[6] - spots[5])) < 101


def test_members_lie_on_the_disc_of_their_community():
    """Every node lies within the reach of its community and of those that hold it."""
    links = cliques(60, 55)
    found = overview([BOX] * 3300, links, [str(at) for at in range(3300)])
    for spot, home in zip(found.spots, found.homes, strict=True):
        at = home
        while at >= 0:
            community = found.communities[at]
            assert np.hypot(spot[0] - community.x, spot[1] - community.y) <= community.reach
            at = community.parent
    assert all(community.parent < at for at, community in enumerate(found.communities))


def test_an_unchanged_community_keeps_its_shape():
    """When another community comes to the graph, those that were there look as before."""
    names = [str(at) for at in range(3360)]
    before = overview([BOX] * 3300, cliques(60, 55), names)
    after = overview(
        [BOX] * 3360, cliques(60, 55) + [(a, b) for a, b in combinations(range(3300, 3360), 2)], names
    )
    same = 0
    for c in range(60):
        shapes = [
            [(found.spots[c * 55 + at][0] - found.spots[c * 55][0]) for at in range(55)]
            for found in (before, after)
        ]
        same += max(abs(a - b) for a, b in zip(*shapes, strict=True)) <= 1
    assert same == 60


def test_the_direction_and_order_of_links_do_not_matter():
    """Links turned round and reversed give the same overview."""
    links, names = cliques(60, 55), [str(at) for at in range(3300)]
    assert overview([BOX] * 3300, links, names) == overview(
        [BOX] * 3300, [(b, a) for a, b in links[::-1]], names
    )
