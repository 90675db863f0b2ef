"""Several reports of one event."""

from __future__ import annotations

from itertools import permutations

import pytest

from graphbuild.assemble import assemble, merge_events
from graphbuild.model import Event, EventDate, GraphData, Participation
from graphbuild.resolve import identify
from tests.reading import read_extraction

DAILY = (
    "On May 3, Tan Yishan, mayor of Yunmo City, visited Shitang Town and Henglu Paper Co., Ltd. "
    "Niu Changgeng accompanied him."
)
COUNTY = (
    "On May 3, Tan Yishan, mayor of Yunmo City, visited Henglu Paper Co., Ltd. "
    "Niu Changgeng and Kang Wenhe accompanied him."
)
ELSEWHERE = "On May 3, Tan Yishan, mayor of Yunmo City, visited Baishi Town."
NEXT_DAY = "On May 4, Tan Yishan, mayor of Yunmo City, visited Shitang Town."


def graph_of(*texts: str) -> GraphData:
    """Return the graph of articles that came out on one day."""
    papers = [read_extraction(text, published="2019-05-05") for text in texts]
    return assemble(papers, identify(papers))


@pytest.mark.parametrize("texts", list(permutations((DAILY, COUNTY))))
def test_reports_of_one_visit_are_one_event(texts: tuple[str, ...]) -> None:
    """Stops, companions and sources of all reports are those of the one event; its claims point to it."""
    graph = graph_of(*texts)
    (event,) = graph.events
    labels = {each.id: each.label for each in graph.entities}
    assert {labels[stop] for stop in event.stops} == {"Shitang Town", "Henglu Paper Co., Ltd."}
    people = {labels[part.official]: part.role for part in event.participations}
    assert people == {"Tan Yishan": "principal", "Niu Changgeng": "companion", "Kang Wenhe": "companion"}
    assert len(event.documents) == 2
    assert {each.event for each in graph.claims if each.event} == {event.id}
    positions = [part.position for part in event.participations if part.role == "companion"]
    assert positions == [1, 2]


def test_visits_of_other_days_or_places_stay_apart() -> None:
    """One day without a common stop, or one stop on another day, are two visits."""
    assert len(graph_of(DAILY, ELSEWHERE).events) == 2
    assert len(graph_of(DAILY, NEXT_DAY).events) == 2


def test_an_article_knows_its_own_events_apart() -> None:
    """Two visits that one article tells of are two, even on one day to one place."""
    date = EventDate("2019-05-03", "May 3")
    part = (Participation("official-t", "principal"),)
    one, two = (Event(name, "Visit", "x", part, ("place-s",), date=date, documents=("d",)) for name in "ab")
    merged, replaced = merge_events((one, two), {"d": ("2019-05-05", "d")})
    assert merged == [one, two]
    assert replaced == {}
