"""Tests of the page as text: self-contained, safe, deterministic."""

from __future__ import annotations

import base64
import hashlib
import re
import subprocess
import sys
from dataclasses import fields, replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.errors import ExportError
from graphbuild.export.html import to_html
from graphbuild.export.html.network import GraphNetwork
from graphbuild.export.html.payload import texts
from graphbuild.model import Edge, Entity, GraphData
from tests.browser.visit_sample import visit_graph
from tests.pages import data_of, head_of

DATA = visit_graph()


class Elements(HTMLParser):
    """Collects start tags, and the text of scripts and styles."""

    def __init__(self, page: str) -> None:
        """Parse a page."""
        super().__init__()
        self.tags: list[tuple[str, dict]] = []
        self.code: list[tuple[str, str]] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        """Collect a tag."""
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        """Collect what stands in a script or style."""
        if self.cdata_elem:
            self.code.append((self.cdata_elem, data))


def test_the_page_asks_for_nothing_outside():
    """No element names another file but the empty icon."""
    tags = Elements(to_html(DATA)).tags
    asked = [value for _, given in tags for name, value in given.items() if name in ("src", "href")]
    assert asked == ["data:,"]


def test_the_policy_holds_the_hash_of_every_script_and_style():
    """The policy allows our scripts and style by hash and nothing else."""
    elements = Elements(to_html(DATA))
    policy = next(given["content"] for tag, given in elements.tags if tag == "meta" and "http-equiv" in given)
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    code = {}
    for tag, text in elements.code:
        code.setdefault(tag, []).append(text)
    styles, scripts = ["".join(code["style"])], [text for text in code["script"] if "function" in text]
    for text in styles + scripts:
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy
    assert (len(styles), len(scripts)) == (1, 2)


def test_our_scripts_never_read_text_as_markup():
    """No way from a string to markup or code occurs in the page's own scripts."""
    ours = max(enumerate(Elements(to_html(DATA)).code), key=lambda item: item[0])[1][1]
    assert "textContent" in ours
    for way in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function"):
        assert way not in ours


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(), max_size=40), st.text(max_size=20))
def test_no_name_or_title_changes_the_structure(name: str, title: str):
    """Whatever a name or title holds, the page keeps its elements and its data."""
    plain = Elements(to_html(GraphData(entities=(Entity("a", "Body", "B"),)), title="T"))
    page = to_html(GraphData(entities=(Entity("a", "Body", name),)), title=title)
    assert [tag for tag, _ in Elements(page).tags] == [tag for tag, _ in plain.tags]
    assert data_of(page)["nodes"][0]["label"] == re.sub("[\ud800-\udfff]", "\ufffd", name)
    assert page.encode()


def test_the_order_of_the_tuples_changes_nothing():
    """Reversed input gives the same page, and so does a second run."""
    back = GraphData(
        *(
            value[::-1] if isinstance(value := getattr(DATA, item.name), tuple) else value
            for item in fields(DATA)
        )
    )
    assert to_html(back) == to_html(DATA)


def test_a_new_process_gives_the_same_page():
    """The page does not depend on the seed of string hashes."""
    code = (
        "import hashlib; from graphbuild.export.html import to_html; "
        "from tests.browser.visit_sample import visit_graph;"
        "print(hashlib.sha256(to_html(visit_graph()).encode()).hexdigest())"
    )
    seeds = ({"PYTHONHASHSEED": seed, "PYTHONPATH": "."} for seed in ("1", "2"))
    found = {subprocess.check_output([sys.executable, "-c", code], env=seed) for seed in seeds}
    assert found == {hashlib.sha256(to_html(DATA).encode()).hexdigest().encode() + b"\n"}


def test_every_edge_leads_to_its_sentences():
    """Marks cut out of the sentences are the words that the claims name."""
    data = data_of(to_html(DATA))
    edge = next(
        edge for edge in data["edges"] if edge["to"] == "songyin-town" and edge["relation"] == "visited"
    )
    found = []
    for claim in (data["claims"][number] for number in edge["claims"]):
        for at, start, end, role in claim["marks"]:
            found.append((role, data["sentences"][claim["sentences"][at]]["text"][start:end]))
    assert found == [
        ("subject", "Mei Shourong"), ("trigger", "came to"), ("object", "Songyin Town"),
        ("subject", "Mei Shourong"), ("trigger", "went to"), ("object", "Songyin Town"),
    ]  # fmt: skip


def test_what_is_no_fact_is_kept_apart():
    """Planned and directed claims belong to nodes and to no edge."""
    data = data_of(to_html(DATA))
    unsure = {claim["modality"] for claim in data["claims"] if "apart" in claim}
    assert unsure == {"planned", "directed"}
    used = {number for edge in data["edges"] for number in edge["claims"]}
    apart = {number for node in data["nodes"] for number in node.get("unsure", [])}
    assert apart
    assert not used & apart


def test_addresses_that_are_no_web_addresses_are_left_out():
    """Only http and https addresses reach the page."""
    document = replace(DATA.documents[0], url="javascript:alert(1)")
    assert data_of(to_html(replace(DATA, documents=(document,))))["docs"][0]["url"] is None
    assert data_of(to_html(DATA))["docs"][0]["url"] == "https://news.example/lanting/516"


def test_an_empty_graph_is_a_page():
    """A graph without nodes still gives a page."""
    assert data_of(to_html(GraphData()))["nodes"] == []


def test_the_page_speaks_chinese():
    """Words of the page and of the ontology come in the language asked for."""
    page = to_html(DATA, language="zh")
    assert '<html lang="zh">' in page
    assert head_of(page)["types"]["Official"]["labels"]["zh"] == "官员"


def test_translations_name_what_the_english_names():
    """A language has no word that English lacks, and the page falls back to English."""
    assert set(texts("zh")) == set(texts("en"))
    assert texts("xx") == texts("en")


def test_parallel_edges_are_kept_and_strangers_refused():
    """The network keeps edges between the same nodes, and refuses an end that is no node."""
    network = GraphNetwork(GraphData(), lambda name, _: name, title="T", language="en")
    network.add_node("a", "A")
    network.add_node("a", "again")
    network.add_node("b")
    network.add_edge("a", "b", id="1")
    network.add_edge("a", "b", id="2")
    assert [node["label"] for node in network.nodes] == ["A", "b"]
    assert len(network.edges) == 2
    with pytest.raises(ExportError, match="'c'"):
        network.add_edge("a", "c")


def test_the_network_writes_utf8_and_keeps_its_template(tmp_path):
    """`write_html` writes UTF-8 in a notebook too, and a foreign template is refused."""
    data = GraphData(entities=(Entity("a", "Place", "兰亭"),))
    network = GraphNetwork(data, lambda name, _: name, title="T", language="zh")
    path = tmp_path / "graph.html"
    network.write_html(str(path), notebook=True)
    assert path.read_text(encoding="utf-8") == network.generate_html()
    with pytest.raises(ExportError, match=r"other\.html"):
        network.prep_notebook(custom_template=True, custom_template_path="other.html")


def test_an_edge_to_itself_and_an_unknown_end_are_drawn():
    """Odd graphs give a page too: a loop, and an end that nothing defines."""
    edges = (Edge("a", "met", "a", ()), Edge("a", "met", "ghost", ()))
    data = data_of(to_html(GraphData(entities=(Entity("a", "Official", "A"),), edges=edges)))
    assert {node["type"] for node in data["nodes"]} == {"Official", "Unknown"}
    assert len(data["edges"]) == 2
