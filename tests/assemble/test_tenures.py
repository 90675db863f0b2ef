"""Posts as a ledger of tenures."""

from __future__ import annotations

import pytest

from graphbuild.assemble import assemble, contradictions
from graphbuild.model import GraphData, Tenure
from graphbuild.resolve import identify
from tests.reading import read_extraction


def tenures(*articles: tuple[str, str | None]) -> dict[tuple[str, str], Tenure]:
    """Return the tenures of some articles with their release dates, by holder and title."""
    papers = [read_extraction(text, published=published) for text, published in articles]
    graph: GraphData = assemble(papers, identify(papers))
    labels = {entity.id: entity.label for entity in graph.entities}
    titles = {post.id: post.title for post in graph.posts}
    return {(labels[tenure.holder], titles[tenure.post]): tenure for tenure in graph.tenures}


MAYOR = "Tan Yishan, mayor of Yunmo City, visited Baishi Town."
LATER = "Tan Yishan, mayor of Yunmo City, visited Shitang Town."


def test_first_and_last_seen() -> None:
    """A tenure runs from the first to the last release that shows it."""
    found = tenures((LATER, "2020-02-02"), (MAYOR, "2019-03-01"))
    tenure = found["Tan Yishan", "Mayor"]
    assert (tenure.first_seen, tenure.last_seen, len(tenure.claims)) == ("2019-03-01", "2020-02-02", 2)


def test_undated_article_gives_an_undated_tenure() -> None:
    """Without a release date nothing is known of when."""
    tenure = tenures((MAYOR, None))["Tan Yishan", "Mayor"]
    assert (tenure.first_seen, tenure.last_seen) == (None, None)


@pytest.mark.parametrize(
    ("title", "shown", "status"),
    [
        ("mayor", "Mayor", "held"),
        ("acting mayor", "Acting Mayor", "acting"),
        ("former mayor", "Former Mayor", "former"),
        ("incoming mayor", "Incoming Mayor", "designate"),
    ],
)
def test_status(title: str, shown: str, status: str) -> None:
    """Acting, former and designate holders are told apart."""
    assert tenures((f"Tan Yishan, {title} of Yunmo City, spoke.", None))["Tan Yishan", shown].status == status


def test_two_holders_two_tenures() -> None:
    """A post that passes to another has a tenure for each."""
    found = tenures(
        (MAYOR, "2019-03-01"), ("Kang Wenhe, mayor of Yunmo City, visited Baishi Town.", "2021-03-01")
    )
    assert set(found) == {("Tan Yishan", "Mayor"), ("Kang Wenhe", "Mayor")}
    assert len({tenure.post for tenure in found.values()}) == 1


def test_predecessor_successor_and_end() -> None:
    """Holders of one office follow each other, acting ones too; "former" says that a tenure had ended."""
    found = tenures(
        (MAYOR, "2019-03-01"),
        ("Kang Wenhe, acting mayor of Yunmo City, visited Baishi Town.", "2020-03-01"),
        ("Niu Changgeng, mayor of Yunmo City, visited Baishi Town.", "2021-03-01"),
        ("Tan Yishan, former mayor of Yunmo City, visited Baishi Town.", "2021-04-01"),
    )
    tan, kang = found["Tan Yishan", "Mayor"], found["Kang Wenhe", "Acting Mayor"]
    niu, former = found["Niu Changgeng", "Mayor"], found["Tan Yishan", "Former Mayor"]
    assert (tan.predecessor, tan.successor) == (None, kang.id)
    assert (kang.predecessor, kang.successor) == (tan.id, niu.id)
    assert (niu.predecessor, niu.successor) == (kang.id, None)
    assert (former.predecessor, former.successor) == (None, None)
    assert (tan.ended_by, former.ended_by) == ("2021-04-01", None)


def test_gaps() -> None:
    """More than a year without evidence is a gap, and so is the time of another holder."""
    assert tenures((MAYOR, "2019-03-01"), (LATER, "2019-09-01"))["Tan Yishan", "Mayor"].gaps == ()
    long = tenures((MAYOR, "2019-03-01"), (LATER, "2021-03-01"))["Tan Yishan", "Mayor"]
    assert long.gaps == (("2019-03-01", "2021-03-01"),)
    other = "Kang Wenhe, mayor of Yunmo City, visited {}."
    back = tenures(
        (MAYOR, "2019-03-01"),
        (other.format("Baishi Town"), "2019-04-01"),
        (other.format("Shitang Town"), "2019-05-01"),
        (LATER, "2019-09-01"),
    )
    assert back["Tan Yishan", "Mayor"].gaps == (("2019-03-01", "2019-09-01"),)


def contradictions_of(*articles: tuple[str, str]) -> list[tuple[str, str]]:
    """Return the times in which two people seem to hold one post."""
    papers = [read_extraction(text, published=published) for text, published in articles]
    graph = assemble(papers, identify(papers))
    posts = {post.id: post for post in graph.posts}
    return [(each.since, each.until) for each in contradictions(graph.tenures, posts)]


def test_two_mayors_at_once_contradict() -> None:
    """Two holders of a sole post over the same months contradict; a handover and two vice mayors do not."""
    kang = "Kang Wenhe, mayor of Yunmo City, visited Baishi Town{}."
    both = ((MAYOR, "2019-01-01"), (kang.format(""), "2019-02-01"), (LATER, "2019-06-01"))
    assert contradictions_of(*both, (kang.format(" again"), "2019-08-01")) == [("2019-02-01", "2019-06-01")]
    assert (
        contradictions_of((MAYOR, "2019-01-01"), (LATER, "2019-06-01"), (kang.format(""), "2019-06-01")) == []
    )
    vice = [(text.replace("mayor", "vice mayor"), day) for text, day in both]
    assert contradictions_of(*vice) == []
