"""The overview shows counts and the first visits, and lets no markup through."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from graphbuild.export.overview import NAMES_SHOWN, VISITS_SHOWN, overview
from graphbuild.model import Entity, Event, EventDate, GraphData, Participation

PRINCIPAL = Participation("a", "principal")


def _visit(number: int, day: str | None, *companions: str) -> Event:
    parts = [Participation(name, "companion", (), position) for position, name in enumerate(companions, 1)]
    date = EventDate(day, day) if day else None
    return Event(f"visit-{number}", "Visit", "", (PRINCIPAL, *reversed(parts)), ("tea", "port"), date=date)


def _data(*events: Event) -> GraphData:
    entities = (
        Entity("a", "Official", "Qian Duofu"),
        Entity("b", "Official", "Sun Shaoqing"),
        Entity("port", "Place", "Anlan Port"),
        Entity("tea", "Enterprise", "Pingtan Tea"),
    )
    return GraphData(entities=entities, events=events)


def test_counts_stand_in_tables() -> None:
    """Each group of counts is a table with its caption; a group without rows is left out."""
    page = overview(_data(), "A graph", {"nodes": {"Official": 2, "Place": 1}, "edges": {}})
    assert "<p>A graph</p>" in page
    assert "<caption>nodes</caption><tr><td>Official</td><td>2</td></tr>" in page
    assert page.count("<table>") == 1


def test_a_visit_is_a_row() -> None:
    """A visit has its date, principal, stops and companions, each in the order of the article."""
    page = overview(_data(_visit(1, "2024-05-06", "b", "c")), "", {})
    cells = ["2024-05-06", "Qian Duofu", "Pingtan Tea → Anlan Port", "Sun Shaoqing, c"]
    assert "<caption>Visits</caption>" in page
    assert "".join(f"<td>{cell}</td>" for cell in cells) in page


def test_visits_come_by_date() -> None:
    """Visits are listed by date, those without one last."""
    days = [None, "2024-05-06", "2023-01-02"]
    page = overview(_data(*(_visit(number, day) for number, day in enumerate(days))), "", {})
    assert page.index("2023-01-02") < page.index("2024-05-06") < page.index("<td></td><td>Qian Duofu")


def test_long_lists_are_cut_and_counted() -> None:
    """A few visits and a few names are shown, and the rest is counted."""
    many = [f"companion {number}" for number in range(NAMES_SHOWN + 3)]
    visits = [_visit(number, "2024-05-06", *many) for number in range(VISITS_SHOWN + 2)]
    page = overview(_data(*visits), "", {})
    assert f"The first {VISITS_SHOWN} of {VISITS_SHOWN + 2} visits" in page
    assert page.count("2024-05-06") == VISITS_SHOWN
    assert page.count(" and 3 more") == VISITS_SHOWN


def test_without_visits_there_is_no_table_of_them() -> None:
    """Meetings are no visits."""
    meeting = replace(_visit(1, "2024-05-06"), type="Meeting")
    assert "<table>" not in overview(_data(meeting), "", {})


@given(st.text(alphabet="<>&\"'ab/", min_size=1))
def test_names_are_text(name: str) -> None:
    """Whatever an entity is called, the elements of the page are ours."""
    data = _data(_visit(1, name))
    data = replace(data, entities=tuple(replace(entity, label=name) for entity in data.entities))
    plain, hostile = (
        overview(_data(_visit(1, "x")), "h", {"c": {"r": 1}}),
        overview(data, name, {name: {name: 1}}),
    )
    assert [hostile.count(mark) for mark in "<>"] == [plain.count(mark) for mark in "<>"]
