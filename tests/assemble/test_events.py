"""Visits and meetings as events."""

from __future__ import annotations

from graphbuild.assemble import assemble
from graphbuild.model import Event, GraphData
from graphbuild.resolve import identify
from tests.reading import read_extraction


def graph_of(text: str, *, published: str | None = None) -> GraphData:
    """Return the graph of one article."""
    papers = (read_extraction(text, published=published),)
    return assemble(papers, identify(papers))


def names(graph: GraphData, ids: tuple[str, ...]) -> list[str]:
    """Return the labels of entities."""
    labels = {entity.id: entity.label for entity in graph.entities}
    return [labels[name] for name in ids]


def roles(graph: GraphData, event: Event) -> list[tuple[str, str, int | None]]:
    """Return who took part how, in which order."""
    people = names(graph, tuple(part.official for part in event.participations))
    return [(name, part.role, part.position) for name, part in zip(people, event.participations, strict=True)]


VISIT = (
    "On May 3, Tan Yishan, mayor of Yunmo City, visited Shitang Town. He then came "
    "to Henglu Paper Co., Ltd. and Baishi Town. "
    "Niu Changgeng, Kang Wenhe and Shu Lanfang accompanied him."
)


def test_visit_has_principal_companions_and_stops_in_order() -> None:
    """Companions and stops keep the order of the article."""
    graph = graph_of(VISIT, published="2019-05-05")
    (event,) = graph.events
    assert roles(graph, event) == [
        ("Tan Yishan", "principal", None),
        ("Niu Changgeng", "companion", 1),
        ("Kang Wenhe", "companion", 2),
        ("Shu Lanfang", "companion", 3),
    ]
    assert names(graph, event.stops) == ["Shitang Town", "Henglu Paper Co., Ltd.", "Baishi Town"]
    assert event.date is not None
    assert event.date.edtf == "2019-05-03"
    assert event.label == "Visit of Tan Yishan to Shitang Town, 2019-05-03"


def test_participation_names_the_posts() -> None:
    """In which posts someone took part is on the participation."""
    graph = graph_of(VISIT)
    titles = {post.id: post.title for post in graph.posts}
    (event,) = graph.events
    assert [[titles[post] for post in part.posts] for part in event.participations] == [["Mayor"], [], [], []]


def test_planned_visit_is_no_event() -> None:
    """A visit that is only planned or denied is not an event."""
    assert graph_of("Tan Yishan will visit Shitang Town.").events == ()
    assert graph_of("Tan Yishan did not visit Shitang Town.").events == ()


def test_meeting_has_chair_attendees_and_venue() -> None:
    """A named meeting is an event with the id of its entity."""
    graph = graph_of(
        "On May 3, the Yunmo Trade Forum was held in Baishi Town. Tan Yishan presided over the meeting. "
        "The meeting was attended by Kang Wenhe and Niu Changgeng."
    )
    (event,) = graph.events
    assert event.type == "Meeting"
    assert event.label == "Yunmo Trade Forum"
    assert event.id in {entity.id for entity in graph.entities if entity.type == "Meeting"}
    assert sorted(roles(graph, event)) == [
        ("Kang Wenhe", "attendee", None),
        ("Niu Changgeng", "attendee", None),
        ("Tan Yishan", "chair", None),
    ]
    assert names(graph, (event.venue or "",)) == ["Baishi Town"]


def test_two_reports_of_one_visit_are_one_event() -> None:
    """Two articles about one visit are two sources of one event."""
    papers = (
        read_extraction(VISIT, published="2019-05-05"),
        read_extraction(VISIT + " It rained.", published="2019-05-05"),
    )
    (event,) = assemble(papers, identify(papers)).events
    assert event.documents == tuple(sorted(paper.document.id for paper in papers))
