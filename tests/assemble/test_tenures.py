"""Posts as a ledger of tenures."""

from __future__ import annotations

import pytest

from graphbuild.assemble import assemble
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
