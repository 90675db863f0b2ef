"""The stages together: what is told of bad sources, what a user states, and what hostile pages do."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph
import pytest

import graphbuild
from graphbuild.errors import ModelError, ReadError
from graphbuild.graph import Graph
from graphbuild.model import Document
from graphbuild.pipeline import extract
from graphbuild.read import read_text
from tests.builds import ROOT, build_page

VISIT = (
    "On May 6, 2023, Mayor Qian Duofu inspected Pingtan Tea Co., Ltd. "
    "Sun Shaoqing, director of the Municipal Bureau of Commerce, accompanied him."
)


def _labels(graph: Graph, type: str | None = None) -> set[str]:
    return {entity.label for entity in graph.entities(type)}


def _quotes_hold(graph: Graph) -> bool:
    documents = {document.id: document for document in graph.data.documents}
    quoted = (*graph.data.sentences, *graph.data.mentions)
    return all(documents[each.document].quote(each.span) == each.text for each in quoted)


def _loads(graph: Graph) -> int:
    """Return the number of triples of a graph's Turtle, as another parser reads it."""
    turtle = graph.to_turtle().encode()
    return sum(1 for _ in pyoxigraph.parse(turtle, format=pyoxigraph.RdfFormat.TURTLE))


# --- sources -------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with one good article, an empty file and a binary one."""
    (tmp_path / "good.txt").write_text(VISIT, encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 8)
    return tmp_path


def test_problems_are_collected(folder: Path) -> None:
    """Each bad source is told of, kept and skipped; the others are built."""
    told: list[ReadError] = []
    graph = graphbuild.build([folder, folder / "missing.txt"], on_problem=told.append)
    names = [Path(problem.source).name for problem in graph.problems]
    assert sorted(names) == ["binary.txt", "empty.txt", "missing.txt"]
    assert told == list(graph.problems)
    assert "Qian Duofu" in _labels(graph)


def test_progress_is_told(folder: Path) -> None:
    """Each document that was read is told of once."""
    read: list[Document] = []
    graph = graphbuild.build([folder], on_progress=read.append)
    assert [document.source for document in read] == [str(folder / "good.txt")]
    assert graph.summary().documents == 1


def test_documents_and_paths_mix(folder: Path) -> None:
    """Documents may stand among paths, and a stream of sources will do."""
    document = read_text("Zhou Yunpeng, mayor of Lushan City, visited Lushan Steel Works.", source="memory")

    def sources() -> Iterator[Path | Document]:
        yield folder / "good.txt"
        yield document

    graph = graphbuild.build(sources())
    assert graph.summary().documents == 2
    assert {"Qian Duofu", "Zhou Yunpeng"} <= _labels(graph, "Official")


def test_nothing_gives_an_empty_graph() -> None:
    """No sources give a graph without nodes, whose files are still well formed."""
    graph = graphbuild.build([])
    assert graph.entities() == graph.edges() == graph.problems == ()
    assert _loads(graph) == 0
    assert "<html" in graph.to_html()


def test_an_article_that_says_nothing() -> None:
    """A page without people gives a document, and no edge."""
    graph = build_page("Rain is expected on Saturday. Visitors are asked to bring an umbrella.\n")
    assert graph.summary().documents == 1
    assert graph.edges() == ()


def test_unknown_model() -> None:
    """A spaCy pipeline that is not installed is told before any source is read."""

    def sources() -> Iterator[Path]:
        raise AssertionError("a source was read")
        yield Path()

    with pytest.raises(ModelError, match="no_such_pipeline"):
        graphbuild.build(sources(), model="no_such_pipeline")


def test_extract_is_one_document() -> None:
    """`extract` returns what one document gives, with quotes that hold and ids that are its own."""
    extraction = extract(read_text(VISIT, source="visit.txt"))
    document = extraction.document
    assert {claim.evidence.document for claim in extraction.claims} == {document.id}
    quoted = (*extraction.sentences, *extraction.mentions)
    assert quoted
    assert [each for each in quoted if document.quote(each.span) != each.text] == []


# --- the seat ------------------------------------------------------------------------------------

LOCAL = (
    "Zhou Yunpeng, secretary of the Municipal Party Committee, visited Hongyan Paper Co., Ltd. on May 6. "
    "Our city will support the company."
)


def test_a_stated_seat() -> None:
    """The seat that the user states resolves what the article leaves out."""
    document = read_text(LOCAL, source="local.txt")
    graph = graphbuild.build([document], locus="Dengta, Liaoning")
    assert "Dengta Municipal Party Committee" in _labels(graph, "Body")
    (city,) = graph.find("Dengta City")
    assert dict(city.attributes)["code"].startswith("cn-21")


def test_a_seat_that_no_gazetteer_knows() -> None:
    """A stated seat may be a place that is on no list."""
    graph = graphbuild.build([read_text(LOCAL, source="local.txt")], locus="Yunmo City")
    assert "Yunmo Municipal Party Committee" in _labels(graph, "Body")


def test_a_document_keeps_its_own_seat() -> None:
    """The seat of the run does not replace that of a document."""
    document = read_text(LOCAL, source="local.txt", locus="Yunmo City")
    graph = graphbuild.build([document], locus="Dengta, Liaoning")
    assert "Yunmo Municipal Party Committee" in _labels(graph, "Body")


# --- two articles --------------------------------------------------------------------------------


def _conference(sentence: str) -> Document:
    opening = "On May 6, 2023, the Lushan Spring Tea Conference was held in Lushan City."
    return read_text(f"{opening} {sentence}", source="conference.txt", published="2023-05-08")


def test_two_articles_on_one_meeting() -> None:
    """Each event has an id of its own, and keeps its people, when two articles tell of one meeting."""
    articles = [
        _conference("Zhou Yunpeng, mayor of Lushan City, presided over the conference."),
        _conference("Qian Duofu, director of the Lushan Municipal Bureau of Commerce, attended it."),
    ]
    graph = graphbuild.build(articles)
    ids = [event.id for event in graph.data.events]
    assert set(ids) == {entity.id for entity in graph.find("Lushan Spring Tea Conference")}
    assert len(ids) == len(set(ids))
    roles = [part.role for event in graph.data.events for part in event.participations]
    assert sorted(roles) == ["attendee", "chair"]


def test_a_second_article_leaves_the_first_as_it_is() -> None:
    """What one article says stays when another, about others, is added."""
    first = read_text(VISIT, source="visit.txt")
    second = read_text("Zhou Yunpeng, mayor of Lushan City, visited Lushan Steel Works.", source="other.txt")
    alone = {(edge.subject, edge.relation, edge.object) for edge in graphbuild.build([first]).edges()}
    joint = {(edge.subject, edge.relation, edge.object) for edge in graphbuild.build([first, second]).edges()}
    assert alone
    assert alone < joint


# --- hostile pages -------------------------------------------------------------------------------

HOSTILE = {
    "a name of ten thousand letters": f"Mayor {'Q' + 'i' * 10_000} visited Pingtan Tea Co., Ltd. on May 6.",
    "a name of a thousand words": f"{'Qian ' * 1_000}visited Pingtan Tea Co., Ltd. on May 6.",
    "a title of a thousand words": f"Qian Duofu, {'deputy ' * 1_000}mayor, visited Lushan City.",
    "markup in a name": "Mayor Qian </script><script>alert(1)</script> Duofu visited <b>Pingtan</b> Tea Co.",
    "quotes and braces": 'Mayor Qian "Duofu" {{7*7}} ${x} \\" visited Pingtan "Tea" \\ Co., Ltd. on May 6.',
    "an IRI in a name": "Mayor Qian <https://example.org/> Duofu visited <javascript:alert(1)> Co., Ltd.",
    "control characters": "Mayor Qian\x01 Duofu\x0b visited\x1f Pingtan\x7f Tea Co., Ltd. on\u2028May 6.",
    "letters that turn the line": "Mayor \u202eQian Duofu\u202c visited Ping\u200btan\ufeff Tea Co., Ltd.",
    "letters beyond the first plane": "Mayor 𝒬ian Duofu 🏭 visited 𠮷野 Tea Co., Ltd. on May 6.",
    "thousands of commas": f"Mayor Qian Duofu visited {', ' * 5_000} Pingtan Tea Co., Ltd.",
    "thousands of brackets": f"Mayor Qian Duofu {'(' * 3_000} visited Pingtan Tea Co., Ltd. {')' * 3_000}",
    "thousands of full stops": f"Mayor Qian Duofu visited Pingtan Tea Co., Ltd.{'.' * 5_000}",
    "a number of a thousand digits": f"The dam project has an investment of {'9' * 1_000} yuan. {VISIT}",
    "impossible dates": "On February 31, 2023, Mayor Qian Duofu visited Lushan City. On May 99 he left.",
    "only names": " ".join(["Qian Duofu"] * 500),
    "a list of thousands": "Qian Duofu, " * 2_000,
    "only titles": " ".join(["Mayor"] * 500),
    "only spaces between": f"Mayor Qian Duofu{' ' * 20_000}visited Pingtan Tea Co., Ltd.",
    "a list of hundreds": f"Qian Duofu visited {', '.join(f'Pingtan{n} Tea Co., Ltd.' for n in range(300))}.",
    "a chain of clauses": f"Mayor Qian Duofu said that {'he said that ' * 800}he visited Lushan City.",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_page(text: str) -> None:
    """Whatever a page holds, the graph is built, its quotes hold, and its files are well formed."""
    graph = build_page(f"{text}\n\n{VISIT}\n")
    assert graph.problems == ()
    assert _quotes_hold(graph)
    assert "Qian Duofu" in _labels(graph, "Official")
    assert any(label.startswith("Pingtan Tea") for label in _labels(graph, "Enterprise"))
    assert _loads(graph) > 0
    assert "<script>alert(1)</script>" not in graph.to_html()


PATIENCE = 120
"""Seconds after which a page counts as one that stops the build: many times what it takes."""

ENDLESS = """
import sys
from tests.builds import build_page
words = "Mayor Qian Duofu visited Lushan City and "
graph = build_page(words * (200_000 // len(words)) + "\\n\\n" + sys.argv[1])
print(len(graph.data.documents), *sorted(entity.label for entity in graph.entities("Enterprise")), sep="\\n")
"""


def test_one_endless_sentence() -> None:
    """A sentence of two hundred thousand letters is read in parts, and what follows it is read too."""
    run = subprocess.run(
        [sys.executable, "-c", ENDLESS, VISIT],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=True,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )
    assert run.stdout.splitlines() == ["1", "Pingtan Tea Co., Ltd."]
