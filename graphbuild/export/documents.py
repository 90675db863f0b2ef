"""What one document gives, in Turtle: the document, its sentences, mentions and claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from graphbuild.export.blocks import TYPE, Statements, block, dated, labels, positioned, types
from graphbuild.export.iris import DEFAULT_BASE, Names, check_base, is_web_iri
from graphbuild.export.parts import DocumentPart
from graphbuild.export.terms import comment, confidence, day, gb, integer, string, tagged
from graphbuild.model import Claim, Document, Mention, Sentence, Span

_Mentions: TypeAlias = defaultdict[Span, list[str]]


def document_turtle(part: DocumentPart, base: str = DEFAULT_BASE, *, reified: bool = False) -> str:
    """Return the section of one document in a Turtle file: a comment as head, then its blocks.

    It has no prefixes of its own (`turtle_header` has them) and depends on nothing but its
    arguments, so that it may be kept and used again. With `reified` the claims are reifiers of RDF
    1.2 rather than statements of RDF 1.1. Raises `ExportError` if the base cannot be one and
    `OntologyError` if a claim has a relation that the ontology does not define.
    """
    return "".join(_Writer(part, Names(check_base(base)), reified).blocks())


class _Writer:
    def __init__(self, part: DocumentPart, names: Names, reified: bool) -> None:
        self.part = part
        self.names = names
        self.reified = reified
        self.sentences = [sentence.span for sentence in part.sentences]
        self.mentions: _Mentions = defaultdict(list)
        for mention in part.mentions:
            self.mentions[mention.span].append(names.mention(mention))

    def blocks(self) -> Iterator[str]:
        yield document_head(self.part)
        if self.part.document is not None:
            yield self.document(self.part.document)
        yield from map(self.sentence, self.part.sentences)
        yield from self.mentioned()
        yield from map(self.claim, self.part.claims)

    def document(self, document: Document) -> str:
        return block(self.names.document(document.id), _document(document, self.names))

    def sentence(self, sentence: Sentence) -> str:
        name = self.names.sentence(sentence.document, sentence.span)
        return block(name, (*types("Sentence"), *self.quote(sentence)))

    def mentioned(self) -> Iterator[str]:
        """Yield one block for each mention; readings of one span and type by two entities share it."""
        found: dict[str, list[Mention]] = {}
        for mention in self.part.mentions:
            found.setdefault(self.names.mention(mention), []).append(mention)
        for name, mentions in found.items():
            yield block(name, (pair for mention in mentions for pair in self.mention(mention)))

    def mention(self, mention: Mention) -> Statements:
        yield from types("Mention")
        if mention.refers_to:
            yield "gb:refersTo", self.names.node(mention.refers_to)
        covering = [span for span in self.sentences if span.covers(mention.span)]
        if covering:
            span = min(covering, key=lambda span: (span.end - span.start, span))
            yield "gb:inSentence", self.names.sentence(mention.document, span)
        yield from self.quote(mention)

    def quote(self, quoted: Sentence | Mention) -> Statements:
        yield "gb:text", string(quoted.text)
        yield "gb:start", integer(quoted.span.start)
        yield "gb:end", integer(quoted.span.end)
        yield "gb:inDocument", self.names.document(quoted.document)

    def claim(self, claim: Claim) -> str:
        return block(self.names.claim(claim.id), self.claimed(claim))

    def claimed(self, claim: Claim) -> Statements:
        yield from types("Claim")
        yield from self.statement(claim)
        yield "gb:modality", string(claim.modality)
        yield "gb:confidence", confidence(claim.confidence)
        yield "gb:rule", string(claim.evidence.rule)
        yield from evidence(claim.evidence.document, claim.evidence.sentences, self.names)
        if claim.event in self.part.events:
            yield "gb:ofEvent", self.names.node(claim.event or "")
        yield from dated(claim.date)
        yield from positioned(claim.position)
        for _, span in claim.evidence.mentions:
            yield from (("prov:wasDerivedFrom", mention) for mention in self.mentions.get(span, ()))

    def statement(self, claim: Claim) -> Statements:
        ends = self.names.node(claim.subject), gb(claim.relation), self.names.node(claim.object)
        if self.reified:
            yield "rdf:reifies", f"<<( {' '.join(ends)} )>>"
        else:
            yield TYPE, "rdf:Statement"
            yield from zip(("rdf:subject", "rdf:predicate", "rdf:object"), ends, strict=True)


def document_head(part: DocumentPart) -> str:
    """Return the comment that opens the section of a document."""
    document = part.document
    title = (document.title if document else "") or "without a title"
    published = f" ({document.published})" if document and document.published else ""
    return comment(f"Document {part.id}{published}: {title}") + "\n"


def evidence(document: str, spans: Iterable[Span], names: Names) -> Statements:
    """Yield the sentences of a document that something rests on."""
    yield from (("gb:evidence", names.sentence(document, span)) for span in spans)


def _document(document: Document, names: Names) -> Statements:
    yield from types("Document")
    yield from labels(tagged(document.title or document.url or document.id, document.language))
    if document.title:
        yield "dcterms:title", tagged(document.title, document.language)
    if document.published is not None:
        yield "gb:releaseDate", day(document.published)
    yield "dcterms:language", string(document.language)
    if document.near_duplicate_of is not None:
        yield "dcterms:isVersionOf", names.document(document.near_duplicate_of)
    if document.publisher:
        yield "dcterms:publisher", names.named("publisher", document.publisher)
    if document.url and is_web_iri(document.url):
        yield "dcterms:source", f"<{document.url}>"
    elif document.url:  # kept, but never as something that a browser could follow
        yield "dcterms:identifier", string(document.url)
