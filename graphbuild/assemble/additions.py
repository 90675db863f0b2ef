"""Claims that a curator adds, each with a source of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from graphbuild.assemble.mapping import post_at
from graphbuild.model import Block, BlockRole, Claim, Document, EventDate, Evidence, Sentence, Span

if TYPE_CHECKING:
    from graphbuild.assemble.curation import Curator
    from graphbuild.decisions import Added, Source
    from graphbuild.model import Post

RULE = "curated"
"""The rule of a claim that a person made."""


class Addition(NamedTuple):
    """A claim with its document and sentence, and its post when it is of one."""

    document: Document
    sentence: Sentence
    claim: Claim
    post: Post | None = None


def additions(curator: Curator) -> list[Addition]:
    """Return the claims of a curator whose ends are in the graph."""
    made = (_addition(curator, each) for each in curator.decisions.add)
    return [each for each in made if each is not None]


def _addition(curator: Curator, added: Added) -> Addition | None:
    subject, home = curator.leads_to(added.subject), curator.leads_to(added.post_in)
    if subject is None or (added.post_in and home is None):
        return None
    post = post_at(added.title, home, subject) if added.title else None
    object_ = post.id if post is not None else curator.leads_to(added.object)
    if object_ is None:
        return None
    document = _document(added.source)
    span = document.blocks[0].span
    evidence = Evidence(document.id, (span,), (), RULE)
    date = EventDate(added.date, added.date) if added.date else None
    claim = Claim(subject, added.relation, object_, evidence, confidence=1.0, date=date)
    return Addition(document, Sentence(document.id, span, document.quote(span)), claim, post)


def _document(source: Source) -> Document:
    whole = Span(0, len(source.quote))
    return Document(
        source.quote,
        (Block(whole, BlockRole.PARAGRAPH),),
        title=source.title or source.url,
        url=source.url or None,
        publisher=source.publisher or None,
        published=source.published or None,
        source="decisions",
    )
