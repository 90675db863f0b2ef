"""The graph as of a day, month or year."""

from __future__ import annotations

import pytest

from graphbuild.assemble import assemble
from graphbuild.assemble.moments import Moment, as_of, moment
from graphbuild.export.turtle import to_turtle
from graphbuild.model import GraphData
from graphbuild.resolve import identify_all
from tests.reading import read_extraction

PAPERS = (
    read_extraction(
        "Tan Yishan, mayor of Yunmo City, visited Baishi Town on March 1.", published="2019-03-02"
    ),
    read_extraction(
        "Tan Yishan, mayor of Yunmo City, visited Shitang Town on May 6.", published="2020-05-07"
    ),
    read_extraction(
        "Kang Wenhe, mayor of Yunmo City, visited Baishi Town on June 1.", published="2021-06-02"
    ),
)


@pytest.fixture(scope="module")
def graph() -> GraphData:
    """Return the graph of three visits by two mayors."""
    found = identify_all(PAPERS)
    return assemble(PAPERS, found.identities, found.doubts)


def seen(graph: GraphData, text: str) -> tuple[set[str], int, int]:
    """Return who holds a post at a moment, and how many visits and documents there were by then."""
    then = as_of(graph, text)
    label = {each.id: each.label for each in then.entities}
    return {label[each.holder] for each in then.tenures}, len(then.events), len(then.documents)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2018", (set(), 0, 0)),
        ("2019-03", ({"Tan Yishan"}, 1, 1)),
        ("2019-10-01", ({"Tan Yishan"}, 1, 1)),
        ("2020", ({"Tan Yishan"}, 2, 2)),
        ("2021-01", (set(), 2, 2)),
        ("2021", ({"Kang Wenhe"}, 3, 3)),
    ],
)
def test_what_held_at_a_time(graph: GraphData, text: str, expected: tuple[set[str], int, int]) -> None:
    """Posts hold from the first to the last article that shows them; visits and articles stay."""
    assert seen(graph, text) == expected


def test_result_is_a_whole_graph(graph: GraphData) -> None:
    """What is left refers to nothing that was taken away, and can be written."""
    for text in ("2018", "2019-06", "2020-05-07", "2030"):
        assert to_turtle(as_of(graph, text))
    assert as_of(graph, "2030").claims == graph.claims


@pytest.mark.parametrize("text", ["", "19", "2019-13", "2019-3", "2019-02-32", "yesterday"])
def test_no_moment(text: str) -> None:
    """Anything but a year, month or day is refused with what would be right."""
    with pytest.raises(ValueError, match="2022-06"):
        moment(text)


def test_lengths_of_months() -> None:
    """A month ends with its last day."""
    assert moment("2020-02") == Moment("2020-02-01", "2020-02-29")
