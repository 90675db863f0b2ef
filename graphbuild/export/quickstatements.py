"""Posts as Wikidata QuickStatements, version 1: commands to look through, then to paste.

https://www.wikidata.org/wiki/Help:QuickStatements
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, Final

from graphbuild.export.iris import is_web_iri
from graphbuild.export.lookup import Lookup
from graphbuild.export.parts import in_order
from graphbuild.export.posts import post_label
from graphbuild.export.tables import quoting
from graphbuild.export.terms import clean
from graphbuild.model import GraphSource, Post

_POSITION: Final = ("P31", "Q4164871")
"""Instance of: position."""

_LONGEST: Final = 250
"""Characters of a label or a description that Wikidata takes."""


def write_quickstatements(source: GraphSource, stream: BinaryIO) -> None:
    """Write the commands that create an item for each post that has a home: label, class, reference.

    Posts without a home are left out: "Director" alone is no item. The reference is the address of
    an article that shows someone in the post. Whether Wikidata has the post already is not known
    here: look before you run them.
    """
    ordered = in_order(source)
    with quoting(ordered) as lookup:
        pages = _pages(ordered, lookup)
        for post in ordered.posts:
            if post.post_in is not None and lookup.label(post.post_in) is not None:
                lines = _commands(post, lookup, pages.get(post.id))
                stream.writelines(("\t".join(line) + "\n").encode() for line in lines)


def _pages(source: GraphSource, lookup: Lookup) -> dict[str, str]:
    """Return the address of an article for each post, where one has an address."""
    urls = {each.id: each.url for each in source.documents if each.url and is_web_iri(each.url)}
    found: dict[str, str] = {}
    for edge in source.edges:
        if edge.relation == "holdsPost":
            read = (each for name in edge.claims if (each := lookup.evidence(name)) is not None)
            addresses = [urls[each.document] for each in read if each.document in urls]
            if addresses:
                found.setdefault(edge.object, min(addresses))
    return found


def _commands(post: Post, lookup: Lookup, page: str | None) -> Iterator[tuple[str, ...]]:
    label, language = post_label(post, lookup.label(post.post_in or ""))
    home, _ = lookup.label(post.post_in or "") or ("", "")
    yield ("CREATE",)
    yield "LAST", f"L{'zh' if language.startswith('zh') else 'en'}", quoted(label)
    yield "LAST", "Den", quoted(f"position in {home}")
    yield "LAST", *_POSITION, *(("S854", quoted(page)) if page else ())


def quoted(text: str) -> str:
    """Return a text as a string of QuickStatements: one line, no tab, no double quote, not too long."""
    words = " ".join(clean(text).split()).replace('"', "'")
    return f'"{words[:_LONGEST].strip()}"'
