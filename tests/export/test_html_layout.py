"""Tests of the layout: integers, no overlaps, hubs in the middle, the same every time."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.export.html.layout import layout
from graphbuild.export.html.payload import payload
from tests.browser.visit_sample import visit_graph

BOX = (120.0, 60.0)


def overlaps(spots, boxes) -> int:
    """Count pairs of boxes that overlap by more than rounding."""
    pairs = combinations(zip(spots, boxes, strict=True), 2)
    return sum(
        abs(a[0] - b[0]) < (v[0] + w[0]) / 2 - 2 and abs(a[1] - b[1]) < (v[1] + w[1]) / 2 - 2
        for (a, v), (b, w) in pairs
    )


@settings(max_examples=25, deadline=None)
@given(
    st.integers(1, 50).flatmap(lambda n: st.lists(st.tuples(*[st.integers(0, n - 1)] * 2), max_size=2 * n))
)
def test_boxes_of_small_graphs_never_overlap(links):
    """Any graph of up to fifty nodes is laid out without overlap, in integers."""
    boxes = [BOX] * (1 + max((end for link in links for end in link), default=0))
    spots = layout(boxes, links)
    assert overlaps(spots, boxes) == 0
    assert all(isinstance(value, int) for spot in spots for value in spot)


def test_the_order_and_direction_of_links_do_not_matter():
    """Links reversed and turned round give the same places."""
    links = [(0, at) for at in range(1, 20)] + [(at, at + 1) for at in range(5, 9)]
    turned = [(b, a) for a, b in reversed(links)]
    assert layout([BOX] * 20, links) == layout([BOX] * 20, turned)


def test_the_hub_is_in_the_middle():
    """The centre of a star lies nearer to the middle than any of its leaves."""
    spots = layout([BOX] * 25, [(0, at) for at in range(1, 25)])
    centre = [sum(axis) / len(spots) for axis in zip(*spots, strict=True)]
    distances = [(x - centre[0]) ** 2 + (y - centre[1]) ** 2 for x, y in spots]
    assert distances[0] == min(distances)


def test_communities_stay_together():
    """In a graph too large to lay out at once, links are short compared with the whole."""
    links = [
        (a, b) for c in range(12) for a, b in combinations(range(c * 25, c * 25 + 25), 2) if (a * b) % 5 == 0
    ]
    links += [(c * 25, c * 25 + 25) for c in range(11)]
    spots = layout([(40.0, 40.0)] * 300, links)
    assert len(set(spots)) == 300
    width = max(x for x, _ in spots) - min(x for x, _ in spots)
    lengths = [abs(spots[a][0] - spots[b][0]) for a, b in links]
    assert sum(lengths) / len(lengths) < width / 6


def test_many_unconnected_nodes_and_long_chains_end():
    """Graphs in which there is no community to find are laid out too."""
    assert len(set(layout([(40.0, 40.0)] * 700, []))) == 700
    assert len(set(layout([(40.0, 40.0)] * 400, [(at, at + 1) for at in range(399)]))) == 400
    assert layout([], []) == []


def test_the_sample_has_room_for_its_labels():
    """In the sample no two nodes lie so near that a line of text would not fit between them."""
    content = payload(visit_graph(), lambda name, _: name, "en")
    shown = [(node["x"], node["y"]) for node in content.nodes if node["type"] != "Visit"]
    assert overlaps(shown, [(60.0, 40.0)] * len(shown)) == 0


def test_a_hidden_visit_takes_a_free_spot():
    """The node of a visit, hidden at first, does not cover another when it is shown."""
    content = payload(visit_graph(), lambda name, _: name, "en")
    spots = [(node["x"], node["y"]) for node in content.nodes]
    assert overlaps(spots, [(36.0, 30.0)] * len(spots)) == 0
