"""Plain article pages to documents: header fields, title, prose, captions and furniture."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from graphbuild.errors import ReadError
from graphbuild.model import Block, BlockRole, Document, Span
from graphbuild.read.fields import address, published, publisher
from graphbuild.read.language import detect_language, unsupported_language
from graphbuild.read.roles import Page, read_page

LONGEST_TEXT = 1_000_000
"""Code points beyond which a text is no article."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What is known of an article from outside its page; it wins over what the page says."""

    url: str | None = None
    published: str | None = None
    publisher: str | None = None
    language: str | None = None
    locus: str | None = None


def read_text(
    text: str,
    *,
    source: str = "",
    url: str | None = None,
    published: str | None = None,
    publisher: str | None = None,
    language: str | None = None,
    locus: str | None = None,
) -> Document:
    """Read a plain article page.

    `text` is kept as it is, so that offsets refer to it. What is given by keyword wins over what
    the page says; `published` is an ISO 8601 day, `language` "en" or "zh", `locus` the seat of
    the article ("Jiaohe, Jilin"), `source` the name for messages.

    Raises `ReadError` when there is no text, more than a million code points of it, letters that
    are neither English nor Chinese (unless `language` is given), or a `published` that is no day.
    """
    return compose(text, source, Stated(url, published, publisher, language, locus))


def compose(text: str, source: str, stated: Stated, title: str | None = None) -> Document:
    """Make a document of a page and of what is stated about it; `title` when it is known."""
    name = source or "text"
    _check(text, name, stated)
    page = read_page(text, title)
    return _document(text, page, source, stated)


def _document(text: str, page: Page, source: str, stated: Stated) -> Document:
    name = source or "text"
    if not page.blocks:
        raise ReadError(name, "empty: there is no text in it")
    return Document(
        text=text,
        blocks=page.blocks,
        title=page.title,
        url=stated.url or address(page.fields),
        publisher=stated.publisher or publisher(page.fields),
        published=_day(stated.published, name) or published(page.fields),
        language=stated.language or detect_language(text),
        locus=stated.locus,
        source=source,
    )


def compose_titled(title: str, text: str, source: str, stated: Stated) -> Document:
    """Make a document of a text and the title that is stored beside it.

    The title becomes a block of its own before the text, unless the text holds it already.
    """
    name = source or "text"
    _check(text, name, stated)
    page = read_page(text, title or None)
    if not title or any(block.role == BlockRole.TITLE for block in page.blocks):
        return compose(text, source, stated, title or None)
    offset = len(title) + 2
    moved = (Span(block.span.start + offset, block.span.end + offset) for block in page.blocks)
    body = tuple(Block(span, block.role) for span, block in zip(moved, page.blocks, strict=True))
    blocks = (Block(Span(0, len(title)), BlockRole.TITLE), *body)
    return _document(f"{title}\n\n{text}", replace(page, blocks=blocks), source, stated)


def restate(stated: Stated, page: Stated) -> Stated:
    """Fill what is not stated with what the page's own metadata say."""
    return replace(
        stated,
        url=stated.url or page.url,
        published=stated.published or page.published,
        publisher=stated.publisher or page.publisher,
    )


def _check(text: str, name: str, stated: Stated) -> None:
    if not text or text.isspace():
        raise ReadError(name, "empty: there is no text in it")
    if len(text) > LONGEST_TEXT:
        raise ReadError(name, f"longer than {LONGEST_TEXT:,} characters: give one article per file")
    script = unsupported_language(text) if stated.language is None else None
    if script:
        raise ReadError(name, f"language not supported: {script} letters, not English or Chinese")


def _day(text: str | None, name: str) -> str | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise ReadError(name, f"published {text!r} is not a day like 2023-08-04") from None
