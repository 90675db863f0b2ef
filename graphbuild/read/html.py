"""HTML pages to documents: trafilatura finds the article, its metadata give title and date."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import Any, Final

from graphbuild.errors import ReadError
from graphbuild.model import BlockRole, Document
from graphbuild.read.dates import read_date
from graphbuild.read.fields import address, fold_spaces, published, publisher
from graphbuild.read.lines import columns, ends_sentence
from graphbuild.read.page import LONGEST_TEXT, Stated, compose, restate
from graphbuild.read.roles import read_page
from graphbuild.read.words import fold

HtmlElement = Any
"""An element of lxml, which ships no types."""

_PAGE = re.compile(
    r"\s*+(?>\ufeff|<\?xml[^>]*>|<!--.*?-->|\s++)*+<(?:!doctype\s+html|html|head|body|meta|title|article|div)\b",
    re.IGNORECASE | re.DOTALL,
)
_HEAD: Final = 8192

_DATES: Final = {
    "original_date": True,
    "extensive_search": False,
    "max_date": "9998-12-31",
    "min_date": "1000-01-01",
}
"""The newest day is fixed: by default trafilatura takes today's, and results would change with it."""

_IN_HEAD = "//meta | //link[@rel='canonical'] | //script[contains(@type, 'ld+json')]"
_IN_BODY = "//article//time[@datetime] | //header//time[@datetime] | //time[@pubdate]"

_MOST_TAGS = 400_000
"""Tags, of which a page of the largest newspaper has some thousands; more are no article."""

_WIDE_CELL = 60
"""Code points of text from which a table cell is layout and not data."""

_SHORTEST = 40
"""Columns of prose from which text that trafilatura passes over is an article nevertheless."""

_SPACE = re.compile(r"[ \t\r\n\f]+")
_NO_TEXT = (
    "//script | //style | //noscript | //template | //nav | //footer | //select | //button | //iframe"
    " | //svg | //aside | //head"
)
_INLINE = re.compile(
    r"a|abbr|b|bdi|bdo|cite|code|em|font|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|time|u|var|wbr"
)


def is_html(text: str) -> bool:
    """Whether `text` begins as an HTML page does."""
    return _PAGE.match(text[:_HEAD]) is not None


def read_html(
    markup: str,
    *,
    source: str = "",
    url: str | None = None,
    published: str | None = None,
    publisher: str | None = None,
    language: str | None = None,
    locus: str | None = None,
) -> Document:
    """Read an article out of an HTML page.

    The text that is stored is the title, a blank line, and the paragraphs with blank lines between
    them. Title, day, publisher and address come from the metadata of the page and from header
    fields that are written on it, never from a day named in the text. Keywords are as in
    `read_text`. Nothing is fetched.

    Raises `ReadError` when no article text is found in the page, and as `read_text` does.
    """
    stated = Stated(url, published, publisher, language, locus)
    name = source or "page"
    if markup.count("<") > _MOST_TAGS:
        raise ReadError(name, f"more than {_MOST_TAGS:,} tags: give one article per file")
    try:
        title, paragraphs, page = _article(markup)
    except (RecursionError, ValueError, TypeError, AssertionError) as error:
        raise ReadError(name, f"the HTML cannot be read ({type(error).__name__})") from None
    if not paragraphs:
        raise ReadError(name, "no article text found")
    text = "\n\n".join(([title] if title else []) + paragraphs)
    document = compose(text, source, restate(stated, page), title or None)
    if all(block.role != BlockRole.PARAGRAPH for block in document.blocks):
        raise ReadError(name, "no article text found")
    return document


def _article(markup: str) -> tuple[str, list[str], Stated]:
    """Return the title, the paragraphs and what the page states of itself."""
    from trafilatura import bare_extraction, load_html

    tree = load_html(markup)
    if tree is None:
        return "", [], Stated()
    _unpack_layout(tree)
    plain = "\n".join(_lines(tree))[:LONGEST_TEXT]
    found = bare_extraction(
        tree, favor_precision=True, include_comments=False, include_tables=False,
        with_metadata=True, date_extraction_params=_DATES,
    )  # fmt: skip
    title = fold_spaces(str(getattr(found, "title", None) or _page_title(tree)))
    paragraphs = _paragraphs(str(getattr(found, "text", None) or ""), title) or _own_text(plain, title)
    return title, paragraphs, _stated(tree, plain)


def _paragraphs(text: str, title: str) -> list[str]:
    lines = [line.strip() for line in text.splitlines()]
    first = next((at for at, line in enumerate(lines) if line and fold(line) != fold(title)), len(lines))
    return [line for line in lines[first:] if line]


def _own_text(plain: str, title: str) -> list[str]:
    """Return the prose among the lines of a page that trafilatura found no article in."""
    page = read_page(plain, title or None)
    kept = (BlockRole.PARAGRAPH, BlockRole.CAPTION)
    quotes = [plain[block.span.start : block.span.end] for block in page.blocks if block.role in kept]
    long = (quote for quote in quotes if columns(quote[:_SHORTEST]) >= _SHORTEST)
    return quotes if any(map(ends_sentence, long)) else []


def _page_title(tree: HtmlElement) -> str:
    elements = tree.xpath("//h1 | //title")
    texts = [fold_spaces(str(element.text_content())) for element in elements]
    return next((text for text in texts if text), "")


def _stated(tree: HtmlElement, plain: str) -> Stated:
    """Return the day, publisher and address that the page states: metadata, then header fields.

    The publisher is the other way round: "Source:" says who wrote it, the site may only copy.
    """
    from trafilatura import extract_metadata

    facts = _header_facts(plain)
    found = extract_metadata(_metadata_only(tree), date_config=dict(_DATES))
    url = str(found.url) if found.url and str(found.url).startswith(("http://", "https://")) else None
    site = str(found.sitename) if found.sitename and "." not in str(found.sitename) else None
    dated = read_date(str(found.date or ""))
    return Stated(url or facts.url, (dated and dated.day) or facts.published, facts.publisher or site)


def _header_facts(plain: str) -> Stated:
    """Read what labelled fields of the page say; dates and names without a label may be of others."""
    fields = [field for field in read_page(plain).fields if field.labelled]
    return Stated(address(fields), published(fields), publisher(fields))


def _metadata_only(tree: HtmlElement) -> HtmlElement:
    """Copy what holds metadata: meta and link elements, JSON-LD, marked times; no running text."""
    page = tree.makeelement("html")
    for name, path in (("head", _IN_HEAD), ("body", _IN_BODY)):
        part = tree.makeelement(name)
        page.append(part)
        for element in tree.xpath(path):
            copied = deepcopy(element)
            copied.tail = None
            part.append(copied)
    return page


def _unpack_layout(tree: HtmlElement) -> None:
    """Make tables that lay out a page into plain divisions; tables of data stay tables."""
    for table in tree.xpath("//table"):
        if table.xpath(".//table | .//p | .//div | .//h1") or any(
            len(cell.text_content()) > _WIDE_CELL for cell in table.xpath(".//td")
        ):
            for part in table.xpath("./tbody | ./thead | ./tr | ./tbody/tr | ./thead/tr"):
                part.drop_tag()
            for cell in table.xpath("./td | ./th"):
                cell.tag = "div"
            table.tag = "div"


def _lines(tree: HtmlElement) -> list[str]:
    """Return the text of a page line by line, as its block elements part it, without menus."""
    copied = deepcopy(tree)
    for element in copied.xpath(_NO_TEXT):
        element.drop_tree()
    for element in copied.iter("*"):
        edge = "" if _INLINE.fullmatch(str(element.tag)) else "\n"
        element.text = edge + _one_line(element.text)
        element.tail = edge + _one_line(element.tail)
    return [line.strip() for line in str(copied.text_content()).split("\n") if line.strip()]


def _one_line(text: str | None) -> str:
    """Collapse the white space that HTML does; non-breaking and ideographic spaces stay."""
    return _SPACE.sub(" ", text or "")
