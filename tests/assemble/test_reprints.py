"""Near-duplicate articles."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.assemble import fingerprint, reprints
from graphbuild.pipeline import assembled
from graphbuild.read import read_text
from tests.reading import read_extraction

STORY = (
    "Tan Yishan, mayor of Yunmo City, visited the paper mill on the river and asked how many work there. "
    "He said that the water which leaves the mill must be as clean as the water which enters it. "
    "The director of the mill showed him three new machines that were bought in spring, and what they cost."
)
OTHER = (
    "In Hailu the fishing season began with a storm that kept every boat in port for four days in a row. "
    "Kang Wenhe told the owners of the boats that the harbour will be made deeper before the winter comes, "
    "and that the cold store near the market is to be open day and night from the first of the month."
)


def documents(*texts: str) -> dict[str, str]:
    """Return the reprints among some texts, by their place in the list, released in this order."""
    made = [
        read_text(text, published=f"2020-01-{day:02}", language="en") for day, text in enumerate(texts, 1)
    ]
    orders = {each.id: (each.published or "", each.id) for each in made}
    numbers = {each.id: str(number) for number, each in enumerate(made)}
    found = reprints(((each.id, fingerprint(each)) for each in reversed(made)), orders)
    return {numbers[copy]: numbers[original] for copy, original in found.items()}


def test_lightly_edited_copies_point_to_the_first() -> None:
    """A reprint with a word changed is one; another story is none."""
    assert documents(STORY, OTHER, STORY.replace("three", "four"), STORY + " (Reprint)") == {
        "2": "0",
        "3": "0",
    }


def test_short_texts_are_never_reprints() -> None:
    """Two short notices of the same words may be two notices."""
    assert documents("The office is closed today.", "The office is closed today. ") == {}


@settings(deadline=None)
@given(st.text())
def test_any_text_has_a_fingerprint(text: str) -> None:
    """The same text gives the same values, whatever it holds."""
    document = read_text(text + " x", language="en")
    assert fingerprint(document) == fingerprint(document)


def test_reprints_count_once_among_sources() -> None:
    """An edge that an article and its reprint both say has one source; the reprint stays a document."""
    texts = (STORY, STORY.replace("three", "four"), "Tan Yishan, mayor of Yunmo City, visited Baishi Town.")
    papers = [read_extraction(text, published=f"2020-01-0{day}") for day, text in enumerate(texts, 1)]
    graph = assembled(papers)
    copy = next(each for each in graph.data.documents if each.near_duplicate_of)
    assert copy.near_duplicate_of == papers[0].document.id
    (held,) = graph.edges("holdsPost")
    assert len(held.claims) == 3
    assert graph.sources(held) == tuple(sorted((papers[0].document.id, papers[2].document.id)))
