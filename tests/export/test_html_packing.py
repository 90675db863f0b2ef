"""Packed and read back, nothing of the data is lost."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.export.html import to_html
from graphbuild.export.html.packing import Pool, packed
from graphbuild.export.html.payload import payload
from graphbuild.model import GraphData
from tests.browser.visit_sample import visit_graph
from tests.pages import columns_of, data_of, head_of, unpacked


def plain(name: str, language: str) -> str:
    """Name a type by itself."""
    return f"{name} ({language})"


def test_a_page_holds_what_went_in():
    """Nodes, edges, claims, sentences and documents come out of the blocks as they were."""
    content, found = payload(visit_graph(), plain, "en"), data_of(to_html(visit_graph()))
    assert [node["id"] for node in found["nodes"]] == [node["id"] for node in content.nodes]
    for key in ("label", "type", "names", "event"):
        assert [node.get(key) for node in found["nodes"]] == [node.get(key) for node in content.nodes]
    for key in ("from", "to", "relation", "claims"):
        assert [edge[key] for edge in found["edges"]] == [edge[key] for edge in content.edges]
    assert [row["text"] for row in found["sentences"]] == [row["text"] for row in content.rest["sentences"]]
    assert [row["start"] for row in found["sentences"]] == [row["start"] for row in content.rest["sentences"]]
    for key in ("id", "sentences", "marks", "rule"):
        assert [claim[key] for claim in found["claims"]] == [claim[key] for claim in content.rest["claims"]]
    assert found["docs"] == content.rest["docs"]


def test_edges_are_named_by_what_they_join():
    """Two edges that would have the same name are counted apart."""
    graph = visit_graph()
    edges = payload(graph, plain, "en").edges
    assert "mei-shourong~visited~songyin-town" in {edge["id"] for edge in edges}
    assert len({edge["id"] for edge in edges}) == len(edges)


def test_a_document_that_is_missing_is_named():
    """Evidence in a document that the graph does not hold keeps its sentence without a title."""
    graph = visit_graph()
    found = data_of(to_html(replace(graph, documents=())))
    assert [document["title"] for document in found["docs"]] == [""]
    assert len(found["sentences"]) == len(data_of(to_html(graph))["sentences"])


def test_documents_come_by_day():
    """Evidence is read in the order in which articles came out."""
    graph = visit_graph()
    late = replace(graph.documents[0], published="2030-01-01", title="Late", text="Later on.")
    early = replace(graph.documents[0], published="2001-01-01", title="Early", text="Before.")
    found = data_of(to_html(replace(graph, documents=(late, *graph.documents, early))))
    assert [document["title"] for document in found["docs"]][::2] == ["Early", "Late"]


def test_an_empty_graph_has_its_blocks():
    """Nothing is packed as nothing."""
    content = payload(GraphData(), plain, "en")
    whole = packed(content.nodes, content.edges, content.rest)
    assert whole.head["counts"] == {"nodes": 0, "edges": 0, "documents": 0, "claims": 0, "communities": 0}
    assert {"block-columns", "block-names", "block-search", "block-details-0", "block-evidence-0"} == set(
        whole.blocks
    )


def test_the_head_stands_in_clear_without_markup():
    """What a script element could end on is escaped, and the counts are those of the graph."""
    page = to_html(visit_graph(), title="</script>")
    assert head_of(page)["counts"]["nodes"] == len(payload(visit_graph(), plain, "en").nodes)


@given(st.lists(st.one_of(st.text(), st.none(), st.integers(), st.dictionaries(st.text(), st.integers()))))
def test_a_pool_gives_back_what_it_was_given(values):
    """Every value is found under its number, and equal values share one."""
    pool = Pool([""])
    numbers = [pool.number(value) for value in values]
    assert [pool.values[number] for number in numbers] == values
    assert len(set(numbers)) <= len(values)


@settings(deadline=None)
@given(st.lists(st.integers(-(2**31), 2**31 - 1), max_size=40))
def test_planes_of_bytes_are_columns(values):
    """A column of any integers is read back from its planes."""
    rest = {"types": {}, "relations": {}, "claims": [], "docs": [], "sentences": [], "communities": []}
    nodes = [
        {"id": str(at), "label": "", "type": "T", "x": value, "y": 0, "degree": 0, "community": 0}
        for at, value in enumerate(values)
    ]
    whole = packed(nodes, [], {**rest, "types": {"T": {}}})
    found = columns_of(whole.head["columns"], unpacked(whole.blocks["block-columns"]))
    assert found["x"] == values
