"""Tests of the page in a browser: reading evidence, searching, filtering, safety."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graphbuild.model import Claim, Document, Edge, Entity, Evidence, GraphData, Sentence, Span
from tests.browser.visit_sample import PEOPLE, STOPS, slug, visit_graph

HOSTILE = (
    '<img src=x onerror="window.__xss=1">',
    "</script><script>window.__xss=1</script>",
    '<a href="javascript:window.__xss=1">href</a>',
    "javascript:window.__xss=1",
    "<!--<script>",
    "${window.__xss=1}{{7*7}}",
    "right \u202eto left\u202c and back",
    "x" * 10_000,
    "half \ud83d of a pair",
    "\u0000\u0007 controls",
)


def hostile_graph() -> GraphData:
    """Return a graph in which every name, sentence and address is hostile."""
    text = "\n".join(HOSTILE)
    document = Document(text, (), HOSTILE[0], "javascript:window.__xss=1", HOSTILE[1], "2023-01-01")
    span = Span(0, len(text))
    mentions = (("subject", Span(0, len(HOSTILE[0]))),)
    evidence = Evidence(document.id, (span,), mentions, HOSTILE[0])
    names = [f"n{at}" for at in range(len(HOSTILE))]
    pairs = list(zip(names, names[1:] + names[:1], strict=True))
    claims = tuple(Claim(a, "met", b, evidence) for a, b in pairs)
    unsure = Claim("n0", "visited", "n1", evidence, "planned")
    entities = tuple(
        Entity(name, "Official", text, labels=((text + "2", "en"),), attributes=((text, text),))
        for name, text in zip(names, HOSTILE, strict=True)
    )
    edges = tuple(Edge(c.subject, c.relation, c.object, (c.id,)) for c in claims)
    sentences = (Sentence(document.id, span, text),)
    return GraphData((document,), sentences, (), entities, (), (*claims, unsure), edges)


def edge_id(opened, source: str, relation: str, target: str) -> str:
    """Return the id of an edge."""
    return next(
        edge["id"]
        for edge in opened.data["edges"]
        if (edge["from"], edge["relation"], edge["to"]) == (source, relation, target)
    )


def pixel_of(opened, share: float = 0.5, source: str = "mei-shourong", target: str = "songyin-town"):
    """Return where on the screen a point between two nodes lies, found from the page's own fit."""
    script = """([from, to, share]) => {
        const [a, b] = [from, to].map((id) => window.graphbuild.nodes.get(id));
        return [a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share];
    }"""
    return opened.page.evaluate(script, [source, target, share])


def test_the_page_asks_for_nothing_and_breaks_no_rule(open_page):
    """Opening, selecting, filtering and the table make no request and no complaint."""
    opened = open_page(visit_graph())
    page = opened.page
    page.mouse.move(600, 400)
    page.evaluate("location.hash = '#node=mei-shourong'")
    opened.until("document.querySelector('#panel h2')")
    page.click("#filters input[data-name=Body]")
    page.click("#tab-table")
    page.click("#tab-graph")
    page.click("#fit")
    assert opened.outside() == []
    assert opened.complaints == []


def test_the_policy_is_in_force(open_page):
    """A script that is not ours does not run, and nothing can be fetched."""
    opened = open_page(visit_graph())
    opened.page.evaluate(
        """() => { const script = document.createElement('script');
        script.textContent = 'window.__xss = 1'; document.body.append(script);
        fetch('https://outside.example/').catch(() => {}); }"""
    )
    opened.until("() => 1")
    assert opened.page.evaluate("window.__xss") is None
    assert any("Content Security Policy" in text for text in opened.complaints)
    assert opened.outside() == []


def test_hostile_names_stay_text(open_page):
    """Hovering, selecting, searching and the table never run a name, and no link leads to one."""
    opened = open_page(hostile_graph(), title=HOSTILE[1])
    page = opened.page
    for x in range(400, 1100, 60):
        for y in range(120, 850, 90):
            page.mouse.move(x, y)
    for node in opened.data["nodes"]:
        page.evaluate("id => { location.hash = '#node=' + id }", node["id"])
        opened.until("id => location.hash === '#node=' + id", node["id"])
    for edge in opened.data["edges"]:
        page.evaluate("id => { location.hash = '#edge=' + id }", edge["id"])
        opened.until("document.querySelector('#panel mark')")
    page.keyboard.press("/")
    page.keyboard.type("img")
    page.click("#tab-table")
    assert page.evaluate("window.__xss") is None
    assert page.locator("#panel a, #table a, img").count() == 0
    assert opened.complaints == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 1500
    assert page.evaluate("document.title") == HOSTILE[1]


def test_an_edge_shows_all_its_sentences_with_marks(open_page):
    """The panel of an edge quotes every sentence and marks the words of its mentions."""
    opened = open_page(visit_graph())
    edge = edge_id(opened, "mei-shourong", "visited", "songyin-town")
    opened.page.evaluate("id => { location.hash = '#edge=' + id }", edge)
    opened.until("document.querySelectorAll('#panel .card').length === 2")
    assert opened.page.locator("#panel mark.subject").all_inner_texts() == ["Mei Shourong"] * 2
    assert opened.page.locator("#panel mark.object").all_inner_texts() == ["Songyin Town"] * 2
    assert opened.page.locator("#panel mark.trigger").all_inner_texts() == ["came to", "went to"]
    card = opened.text("#panel .card:nth-of-type(1)")
    for part in (
        "Mei Shourong investigates industry",
        "Lanting Daily",
        "May 17, 2023",
        "visit.active",
        "92%",
    ):
        assert part in card
    link = opened.page.locator("#panel .card a").first
    assert link.get_attribute("href") == "https://news.example/lanting/516"
    assert link.get_attribute("rel") == "noopener noreferrer"


def test_a_click_on_a_node_and_on_an_arrow_selects_it(open_page):
    """A click in the picture finds the node or the arrow under the pointer."""
    graph = visit_graph()
    ends = {"mei-shourong", "songyin-town"}
    entities = tuple(entity for entity in graph.entities if entity.id in ends)
    edges = tuple(edge for edge in graph.edges if {edge.subject, edge.object} <= ends)
    opened = open_page(replace(graph, entities=entities, edges=edges, events=(), tenures=(), posts=()))
    box = opened.page.locator("#picture").bounding_box()
    middle = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    opened.page.mouse.click(*middle)
    opened.until("location.hash.startsWith('#edge=')")
    a, b = (pixel_of(opened, share) for share in (0, 1))
    half = [(b[at] - a[at]) / 2 for at in (0, 1)]
    scale = opened.page.evaluate("1.35 * 0.97")
    opened.page.mouse.click(middle[0] - half[0] * scale, middle[1] - half[1] * scale)
    opened.until("location.hash === '#node=mei-shourong'")


def test_a_node_shows_names_posts_edges_and_what_is_no_fact(open_page):
    """The panel of an official lists other names, the post, groups of edges and planned acts."""
    opened = open_page(visit_graph(), hash_="#node=mei-shourong")
    panel = opened.text("#panel")
    for part in (
        "Comrade Shourong",
        "Secretary",
        "Lanting Municipal Party Committee",
        "VISITED →",
        "← ACCOMPANIED",
    ):
        assert part in panel
    assert "NOT FACTS" in panel
    assert "will visit Hongye Bearings again" in panel
    opened.page.click("#panel .fold[data-edge] .twist >> nth=1")
    opened.until("document.querySelector('#panel .fold .card mark')")


def test_a_visit_lists_companions_and_stops_in_order(open_page):
    """The panel of a visit keeps the order of the source; the visit, hidden at first, is shown."""
    opened = open_page(visit_graph(), hash_="#node=visit-1")
    rows = opened.page.locator("#panel ol").nth(1).locator("li button").all_inner_texts()
    assert rows == [name for name, _, _ in PEOPLE[1:]]
    stops = opened.page.locator("#panel ol").nth(2).locator("li button").all_inner_texts()
    assert stops == [name for _, name in STOPS]
    assert opened.page.is_checked("#filters input[data-name=Visit]")


def test_search_works_by_keyboard(open_page):
    """Slash, a few letters, arrows and Enter select a node; other names and posts are found too."""
    opened = open_page(visit_graph())
    page = opened.page
    for typed, keys, wanted in (
        ("hongye", [], "hongye-bearings"),
        ("our city", [], "lanting-city"),
        ("acting mayor", [], "tao-jinghe"),
        ("lanting", ["ArrowDown"], slug("Lanting Municipal Party Committee")),
    ):
        page.keyboard.press("/")
        page.keyboard.type(typed)
        opened.until("document.querySelector('#found li[aria-selected=true]')")
        for key in [*keys, "Enter"]:
            page.keyboard.press(key)
        opened.until("id => location.hash === '#node=' + id", wanted)
    page.keyboard.press("Escape")
    opened.until("location.hash === ''")


def test_filters_hide_types_and_relations(open_page):
    """Unticking a box takes its nodes or edges out of the picture, the table and the counts."""
    opened = open_page(visit_graph())
    page = opened.page
    assert opened.text("#status").startswith("24 nodes, 32 edges, 1 document")
    page.click("#filters input[data-name=accompanied]")
    assert opened.text("#status").startswith("24 nodes, 25 edges")
    page.click("#filters input[data-name=Enterprise]")
    assert opened.text("#status").startswith("18 nodes, 15 edges")
    page.click("#tab-table")
    assert page.locator("#table tbody tr").count() == 15
    page.click("#filters input[data-name=Visit]")
    assert opened.text("#status").startswith("19 nodes, 25 edges")
    assert page.evaluate("document.activeElement.dataset.name") == "Visit"


def test_the_table_holds_the_sentences(open_page):
    """The table gives subject, relation, object, date and sentence of every edge shown."""
    opened = open_page(visit_graph())
    opened.page.click("#tab-table")
    row = opened.page.locator("#table tbody tr").first.locator("td").all_inner_texts()
    assert row[:4] == ["Mei Shourong", "visited", "Yunhe Glass Fibre Co., Ltd.", "May 16"]
    assert row[4] == "92%"
    opened.until("document.querySelector('#table tbody td.said p')")
    assert opened.text("#table tbody td.said").startswith("Mei Shourong came to Yunhe Glass Fibre")
    opened.page.click("#table tbody tr:first-child td:nth-child(2) button")
    opened.until("location.hash.startsWith('#edge=')")


def test_the_address_reproduces_the_selection(open_page):
    """What is selected stands in the address, and opening that address selects it again."""
    opened = open_page(visit_graph())
    edge = edge_id(opened, "tao-jinghe", "holdsPost", "lanting-city")
    again = open_page(visit_graph(), hash_=f"#edge={edge}")
    assert "Acting Mayor" in again.text("#panel")
    strange = open_page(visit_graph(), hash_="#node=%E0%A4%A")
    assert strange.complaints == []


def test_parallel_edges_are_drawn_apart(open_page):
    """Two relations between the same two people are two arrows, each selectable."""
    graph = visit_graph()
    edge = Edge("tao-jinghe", "met", "mei-shourong", ())
    opened = open_page(replace(graph, edges=(*graph.edges, edge)))
    ids = {edge_id(opened, "tao-jinghe", name, "mei-shourong") for name in ("met", "accompanied")}
    assert len(ids) == 2
    for found in ids:
        opened.page.evaluate("id => { location.hash = '#edge=' + id }", found)
        opened.until(
            "id => location.hash === '#edge=' + id && document.querySelector('#panel .triple')", found
        )


@pytest.mark.parametrize(("width", "height"), [(400, 800), (700, 500), (1500, 900)])
def test_nothing_is_cut_off_on_any_screen(open_page, width, height):
    """At every width the page fits, the picture has room, and the filters can be reached."""
    opened = open_page(visit_graph(), width=width, height=height)
    page = opened.page
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    box = page.locator("#picture").bounding_box()
    assert box["width"] > 300
    assert box["height"] > 150
    if page.locator("#show-filters").is_visible():
        page.click("#show-filters")
    page.click("#filters input[data-name=Body]")
    assert opened.text("#status").startswith("19 nodes")


def test_the_page_works_in_the_dark_and_in_chinese(open_page):
    """The colours follow the system while the page is open, and the words the language."""
    opened = open_page(visit_graph(), language="zh", hash_="#node=mei-shourong")
    light = opened.page.evaluate("getComputedStyle(document.body).backgroundColor")
    opened.page.emulate_media(color_scheme="dark")
    opened.until("light => getComputedStyle(document.body).backgroundColor !== light", light)
    assert "官员" in opened.text("#panel")
    assert opened.complaints == []
