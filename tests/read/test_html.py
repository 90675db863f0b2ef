"""HTML pages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.errors import ReadError
from graphbuild.model import BlockRole, Document
from graphbuild.read import read_bytes, read_html
from graphbuild.read.html import is_html

FIRST = (
    "On April 4, Ren Dalu, mayor of Shanxia City, visited the cement works of the county, "
    "spoke with the workers of the second shift and asked about safety."
)
SECOND = "He stressed that every department of the county must support the enterprise in every way it can."
CHINESE = (
    "8月3日，县长任大路到县水泥厂调研，副县长费宝山陪同调研，县政府办公室、县发改局负责同志参加了调研活动。"
)
MORE = "任大路强调，要加快项目建设，确保安全生产，让企业发展得更好更快，让群众得到更多实惠。"

PAGE = f"""<!DOCTYPE html><html><head><title>Mayor Visits Works - Hill County</title>
<meta property="og:site_name" content="Hill County"><link rel="canonical" href="https://hill.example/n/7">
<meta name="PubDate" content="2031-08-05 11:24"></head><body>
<div class="nav"><a href="/">Home</a> &gt; <a href="/n">News</a></div><h1>Mayor Visits Works</h1>
<div class="info">release time: 2031-08-04 &nbsp; Source: Shanxia Daily &nbsp; Views: 33</div>
<div class="content"><p>{FIRST}</p><p>&nbsp;&nbsp;{SECOND}</p></div>
<div class="foot">Previous: None</div><div>Copyright 2023 Hill 2024-01-02</div>
<script>alert(1)</script></body></html>"""


def prose(document: Document) -> list[str]:
    """Return the texts of the paragraphs."""
    return [document.quote(block.span) for block in document.blocks if block.role == BlockRole.PARAGRAPH]


def test_article_and_metadata_are_read() -> None:
    """Title, prose, day, publisher and address come out; menus and scripts do not."""
    document = read_html(PAGE)
    assert document.text == f"Mayor Visits Works\n\n{FIRST}\n\n{SECOND}"
    assert (document.title, prose(document)) == ("Mayor Visits Works", [FIRST, SECOND])
    assert (document.published, document.publisher) == ("2031-08-05", "Shanxia Daily")
    assert (document.url, document.language) == ("https://hill.example/n/7", "en")


def test_header_fields_of_the_page_stand_in_for_metadata() -> None:
    """Without a date in the metadata the release time is taken; without a source the site publishes."""
    bare = PAGE.replace('name="PubDate"', 'name="x"').replace("Source: Shanxia Daily", "")
    document = read_html(bare)
    assert (document.published, document.publisher) == ("2031-08-04", "Hill County")


def test_a_day_in_the_text_is_not_the_day_of_publication() -> None:
    """Dates in prose, title and footer make up no release date."""
    text = "On 2020-01-02 the mayor visited the cement works of the county and spoke with the staff. " * 4
    document = read_html(
        f"<html><head><title>Visit of 2020-01-02</title></head><body><article><p>{text}</p></article>"
        "<footer>2019-03-04</footer></body></html>"
    )
    assert document.published is None


def test_json_ld_gives_the_day() -> None:
    """The first publication is taken from linked data, not the day of a change."""
    script = '{"@type": "NewsArticle", "datePublished": "2031-02-03T08:00:00Z", "dateModified": "2032-01-01"}'
    head = f'<head><title>Visit</title><script type="application/ld+json">{script}</script></head>'
    document = read_html(f"<html>{head}<body><article><p>{FIRST}</p><p>{SECOND}</p></article></body></html>")
    assert document.published == "2031-02-03"


def test_keywords_win_over_metadata() -> None:
    """What the caller states is taken, whatever the page says."""
    document = read_html(
        PAGE,
        url="https://b.example",
        published="2001-02-03",
        publisher="Vale Post",
        language="en",
        locus="Vale",
    )
    assert (document.url, document.published, document.publisher) == (
        "https://b.example",
        "2001-02-03",
        "Vale Post",
    )
    assert (document.language, document.locus) == ("en", "Vale")


def test_pages_laid_out_with_tables_are_read() -> None:
    """Old pages put the article into nested tables, with line breaks for paragraphs."""
    markup = (
        "<html><head><title>县长调研水泥厂</title></head><body>"
        "<table><tr><td>首页 &gt; 新闻</td></tr><tr><td>"
        "<table><tr><td>发布时间：2023-08-04 来源：山下日报</td></tr>"
        f"<tr><td>{CHINESE}<br>{MORE}<br><br>　　随后，他来到山水镇。</td></tr></table>"
        "</td></tr></table></body></html>"
    )
    document = read_html(markup)
    assert prose(document) == [CHINESE, MORE, "随后，他来到山水镇。"]
    assert (document.published, document.publisher, document.language) == ("2023-08-04", "山下日报", "zh")


def test_short_articles_are_read_by_the_page_itself() -> None:
    """A page too short for trafilatura still gives its prose."""
    document = read_html(f"<html><body><h1>Visit</h1><p>{SECOND}</p><p>[Print] [Close]</p></body></html>")
    assert (document.title, prose(document)) == ("Visit", [SECOND])


@pytest.mark.parametrize(
    "markup",
    [
        "",
        "<html></html>",
        "<html><body><a href='/'>Home</a></body></html>",
        "no markup",
        "<html><body><script>x</script>",
    ],
)
def test_pages_without_an_article_are_refused(markup: str) -> None:
    """A page of links, or an empty one, is no article."""
    with pytest.raises(ReadError, match=r"p\.html: no article text found"):
        read_html(markup, source="p.html")


@pytest.mark.parametrize(
    "markup",
    [
        "<html><body>" + "<div>" * 50_000 + FIRST + "</div>" * 50_000,
        "<table><tr><td>" * 5_000 + FIRST,
        "<p>a\x00\ud800b</p>",
        "<" * 500_000,
        "<html><body><!-- " + "-" * 10_000,
        "&#x110000;&#0;" * 1_000,
    ],
)
def test_hostile_markup_gives_a_document_or_a_read_error(markup: str) -> None:
    """Deep nesting, broken entities and endless tags never raise anything but ReadError."""
    problem, blocks = "", 0
    try:
        blocks = len(read_html(markup, language="en").blocks)
    except ReadError as error:
        problem = error.problem
    assert bool(problem) != bool(blocks)


def test_script_in_metadata_is_plain_text() -> None:
    """Markup in a title is kept as characters: the exporters escape it."""
    document = read_html(
        PAGE.replace("<h1>Mayor Visits Works</h1>", "<h1>&lt;script&gt;x&lt;/script&gt;</h1>")
    )
    assert "alert(1)" not in document.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<!DOCTYPE html><html>", True),
        ("\n<HTML lang=en>", True),
        ('<?xml version="1.0"?>\n<!-- a --><!-- b --><html>', True),
        ("<head><meta charset=utf-8>", True),
        ("The page begins with <html> in this sentence.", False),
        ("<b>bold</b> words", False),
        ("<!-- a -->" * 100 + "x", False),
    ],
)
def test_pages_are_told_from_plain_text(text: str, expected: bool) -> None:
    """Only what begins like a page is one."""
    assert is_html(text) is expected


def test_bytes_of_a_page_are_read_as_html_by_content_or_name() -> None:
    """A page is recognised by how it begins, a fragment by its file name."""
    assert read_bytes(PAGE.encode(), source="a.txt").title == "Mayor Visits Works"
    fragment = f"<p>{FIRST}</p><p>{SECOND}</p>"
    assert prose(read_bytes(fragment.encode(), source="a.html")) == [FIRST, SECOND]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<table>", "<td>", "<br>", "<div>", FIRST, SECOND, "x", "\xa0", "<!--"]
        )
    )
)
def test_any_markup_is_deterministic(parts: list[str]) -> None:
    """The same markup gives the same document, with blocks inside its text."""
    markup = "<html>" + "".join(parts)
    try:
        document = read_html(markup)
    except ReadError:
        return
    assert read_html(markup) == document
    assert all(block.span.end <= len(document.text) for block in document.blocks)
