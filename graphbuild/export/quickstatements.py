"""Posts as Wikidata QuickStatements, version 1: commands to look through, then to paste.

https://www.wikidata.org/wiki/Help:QuickStatements
"""

from __future__ import annotations

import re
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

_OF: Final = {"Place": "P1001", "Body": "P361", "Enterprise": "P361"}
"""How a position is joined to what it is in: applies to jurisdiction, part of."""

_LONGEST: Final = 250
"""Characters of a label or a description that Wikidata takes."""


def write_quickstatements(source: GraphSource, stream: BinaryIO) -> None:
    """Write the commands that create an item for each post that has a home: label, class, reference.

    Posts without a home are left out: "Director" alone is no item. The reference is the address of
    an article that shows someone in the post. Whether Wikidata has the post already is not known
    here: look before you run them. A home whose item is known (``links.tsv``) is stated too.
    """
    ordered = in_order(source)
    with quoting(ordered) as lookup:
        pages, homes = _pages(ordered, lookup), _homes(ordered)
        for post in ordered.posts:
            if post.post_in is not None and lookup.label(post.post_in) is not None:
                lines = _commands(post, lookup, pages.get(post.id), homes.get(post.post_in))
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


def _homes(source: GraphSource) -> dict[str, tuple[str, str]]:
    """Return property and item for each entity that can have posts and whose item is known."""
    return {
        each.id: (_OF[each.type], item)
        for each in source.entities
        if each.type in _OF
        and re.fullmatch("Q[1-9][0-9]*", item := dict(each.attributes).get("wikidata", ""))
    }


def _commands(
    post: Post, lookup: Lookup, page: str | None, part: tuple[str, str] | None
) -> Iterator[tuple[str, ...]]:
    label, language = post_label(post, lookup.label(post.post_in or ""))
    home, _ = lookup.label(post.post_in or "") or ("", "")
    yield ("CREATE",)
    yield "LAST", f"L{'zh' if language.startswith('zh') else 'en'}", quoted(label)
    yield "LAST", "Den", quoted(f"position in {home}")
    reference = ("S854", quoted(page)) if page else ()
    yield "LAST", *_POSITION, *reference
    if part is not None:
        yield "LAST", *part, *reference


def quoted(text: str) -> str:
    """Return a text as a string of QuickStatements: one line, no tab, no double quote, not too long."""
    words = " ".join(clean(text).split()).replace('"', "'")
    return f'"{words[:_LONGEST].strip()}"'
