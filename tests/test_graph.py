"""The facade looks things up and hands the graph on."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

import pytest

from graphbuild.errors import ExportError, ReadError
from graphbuild.graph import FORMATS, UNSURE, Graph
from graphbuild.model import Claim, Entity, Evidence, GraphData, Post, Span

if TYPE_CHECKING:
    from pathlib import Path


def test_entities_and_edges_by_kind(graph: Graph) -> None:
    """A class or relation narrows the choice; without one all come."""
    assert [entity.id for entity in graph.entities("Official")] == ["qian-duofu", "sun-shaoqing"]
    assert len(graph.entities()) == 3
    assert [edge.object for edge in graph.edges("visited")] == ["pingtan-tea"]
    assert len(graph.edges()) == 2
    assert graph.edges("chairs") == ()


@pytest.mark.parametrize("name", ["Qian Duofu", "qian  DUOFU", "钱多福", "\uff31ian Duofu"])
def test_find_forgives_case_width_and_spaces(graph: Graph, name: str) -> None:
    """A name finds its entity by label or other name, however it is typed."""
    assert [entity.id for entity in graph.find(name)] == ["qian-duofu"]


def test_find_returns_all_namesakes() -> None:
    """Two entities of one name both come; an unknown name finds none."""
    twins = tuple(Entity(id_, "Official", "Zhao Min") for id_ in ("zhao-min-1", "zhao-min-2"))
    graph = Graph(GraphData(entities=twins))
    assert graph.find("Zhao Min") == twins
    assert graph.find("Zhao") == ()


def test_labels_of_entities_posts_and_events(graph: Graph) -> None:
    """Every id that an edge or event bears has a name to show; an unknown one is an error."""
    ends = {end for edge in graph.edges() for end in (edge.subject, edge.object)}
    assert all(graph.label(end) for end in ends)
    assert {graph.label(entity.id) for entity in graph.entities()} == {e.label for e in graph.entities()}
    with pytest.raises(KeyError):
        graph.label("nobody")


def test_a_post_is_called_by_title_and_home() -> None:
    """A post names its title and what it is in; one without a home its title alone."""
    city = Entity("jinfeng", "Place", "Jinfeng City")
    graph = Graph(GraphData(entities=(city,), posts=(Post("p1", "Mayor", "jinfeng"), Post("p2", "Envoy"))))
    assert (graph.label("p1"), graph.label("p2")) == ("Mayor, Jinfeng City", "Envoy")


def test_evidence_quotes_the_sentences(graph: Graph) -> None:
    """An edge leads to its claims and to their sentences, the act first."""
    (edge,) = graph.edges("accompanied")
    ((claim, sentences),) = graph.evidence(edge)
    assert claim.relation == "accompanied"
    assert [sentence.split()[0] for sentence in sentences] == ["Sun", "On"]


def test_summary_counts(graph: Graph) -> None:
    """The most frequent comes first, and claims without an edge are counted by modality."""
    summary = graph.summary()
    assert list(summary.entities.items()) == [("Official", 2), ("Enterprise", 1)]
    assert summary.edges == {"accompanied": 1, "visited": 1}
    assert summary.held_back == {"planned": 1}
    assert (summary.documents, summary.sentences, summary.problems) == (1, 2, 0)


def test_summary_counts_unsure_claims() -> None:
    """A stated claim of little confidence is held back as unsure, not as stated."""
    claim = Claim("a", "met", "b", Evidence("d", (Span(0, 1),), (), "test"), confidence=0.2)
    assert Graph(GraphData(claims=(claim,))).summary().held_back == {UNSURE: 1}


def test_repr_tells_the_size(graph: Graph) -> None:
    """The representation counts documents, entities and edges."""
    assert repr(graph) == "<Graph: 1 documents, 3 entities, 2 edges>"


def test_notebook_shows_what_is_in_the_graph(graph: Graph) -> None:
    """A notebook shows what was read, the nodes by class, the edges by relation, and what is no edge."""
    shown = graph._repr_html_()
    for row in ("sentences</td><td>2", "Official</td><td>2", "visited</td><td>1", "planned</td><td>1"):
        assert f"<td>{row}</td>" in shown


def test_notebook_table_is_escaped() -> None:
    """Markup in a type cannot reach the notebook."""
    graph = Graph(GraphData(entities=(Entity("x", "<script>", "x"),)))
    assert "<script>" not in graph._repr_html_()
    assert "&lt;script&gt;</td><td>1</td>" in graph._repr_html_()


def test_all_formats_are_written(graph: Graph, tmp_path: Path) -> None:
    """Each format gives its files; those with a method of their own hold what it returns."""
    paths = graph.write(tmp_path, FORMATS)
    found = {path.relative_to(tmp_path).as_posix(): path.read_bytes() for path in paths}
    assert len(found) == len(paths) > len(FORMATS)
    assert found["graph.ttl"].decode() == graph.to_turtle()
    assert found["graph.html"].decode() == graph.to_html()
    assert found["graph.graphml"] == graph.to_graphml()
    assert found["graph.gexf"] == graph.to_gexf()
    assert found["graph.jsonld"].decode() == graph.to_jsonld()
    assert json.loads(found["graph.json"]) == json.loads(json.dumps(graph.to_node_link()))


def test_a_compressed_format_is_the_same_bytes_again(graph: Graph, tmp_path: Path) -> None:
    """A format with .gz behind it unpacks to the plain one, and has no clock in it."""
    (packed,) = graph.write(tmp_path / "a", ["nt.gz"])
    (again,) = graph.write(tmp_path / "b", ["nt.gz"])
    (plain,) = graph.write(tmp_path, ["nt"])
    assert packed.name == "graph.nt.gz"
    assert packed.read_bytes() == again.read_bytes()
    assert gzip.decompress(packed.read_bytes()) == plain.read_bytes()


def test_tables_are_data_frames(graph: Graph) -> None:
    """A table has a row for each value; one that does not exist is an error that names the others."""
    edges = graph.to_table("edges").to_pandas()
    assert list(edges["relation"]) == [edge.relation for edge in graph.edges()]
    with pytest.raises(ExportError, match="friends: no such table; choose from documents"):
        graph.to_table("friends")


def test_an_unknown_format_writes_nothing(graph: Graph, tmp_path: Path) -> None:
    """A format that does not exist is refused before anything is written."""
    with pytest.raises(ExportError, match="docx: no such format; choose from ttl"):
        graph.write(tmp_path / "output", ("ttl", "docx"))
    assert list(tmp_path.iterdir()) == []


def test_networks_agree(graph: Graph) -> None:
    """For networkx every entity is a node and every edge an edge."""
    network = graph.to_networkx()
    assert set(network.nodes) >= {entity.id for entity in graph.entities()}
    assert network.has_edge("qian-duofu", "pingtan-tea")


def test_rdflib_holds_the_turtle(graph: Graph) -> None:
    """The rdflib graph and the Turtle are the same triples."""
    rdflib = pytest.importorskip("rdflib")
    assert set(graph.to_rdflib()) == set(rdflib.Graph().parse(data=graph.to_turtle(), format="turtle"))


def test_show_opens_the_page(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    """`show` writes the viewer and hands its address to the browser."""
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    page = graph.show()
    assert opened == [page.as_uri()]
    assert page.read_text(encoding="utf-8") == graph.to_html()
    page.unlink()
    page.parent.rmdir()


def test_problems_travel_with_the_graph(data: GraphData) -> None:
    """What could not be read is counted beside what could."""
    graph = Graph(data, (ReadError("a.txt", "is empty"),))
    assert graph.summary().problems == 1
