"""One document's extraction: the grammars' parses, and the value that leaves once they are resolved."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graphbuild.extract.cascade import parse
from graphbuild.extract.frames import read_frames
from graphbuild.model import Chain, Extraction, Line, Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graphbuild.extract.frames import Frames
    from graphbuild.model import Claim, Document, Resolution, SentenceParse, Span


@dataclass(frozen=True, slots=True)
class Parsed:
    """The sentences of a document with their mentions, before anything is resolved."""

    lines: tuple[Line, ...]
    parses: tuple[SentenceParse, ...]


def parse_document(lines: Sequence[Line]) -> Parsed:
    """Return the sentences of a document with what they mention."""
    return Parsed(tuple(lines), tuple(parse(lines)))


def extract_document(document: Document, parsed: Parsed, resolution: Resolution) -> Extraction:
    """Read the frames and gather all that the document gives into one value."""
    frames = read_frames(document, parsed.lines, parsed.parses, resolution)
    claims = (*resolution.claims, *frames.claims)
    chains = _chains(resolution, frames, claims)
    kept = {chain.id for chain in chains}
    mentions = tuple(mention for mention in resolution.mentions if mention.refers_to in kept)
    spans = {span for claim in claims for span in claim.evidence.sentences}
    spans |= {
        line.span for line in parsed.lines if any(line.span.covers(mention.span) for mention in mentions)
    }
    return Extraction(
        document,
        tuple(Sentence(document.id, span, document.quote(span)) for span in sorted(spans)),
        mentions,
        chains,
        resolution.posts,
        claims,
        frames.happenings,
        len(parsed.lines),
        set_phrases=tuple(phrase for each in parsed.parses for phrase in each.set_phrases),
    )


def _chains(resolution: Resolution, frames: Frames, claims: tuple[Claim, ...]) -> tuple[Chain, ...]:
    """Drop described meetings that nothing is said of, and places that nothing uses; add attributes."""
    used = {part for claim in claims for part in (claim.subject, claim.object)}
    used |= {post.post_in for post in resolution.posts if post.post_in}
    used |= {happening.venue for happening in frames.happenings if happening.venue}
    used |= {happening.chain for happening in frames.happenings if happening.chain}
    mentioned = {mention.refers_to for mention in resolution.mentions}
    kept = []
    for chain in resolution.chains:
        named = chain.id in mentioned and (chain.type != "Meeting" or _has_name(chain.name))
        if chain.id in used or named:
            extra = frames.attributes.get(chain.id, {})
            kept.append(replace(chain, attributes=tuple(sorted({**dict(chain.attributes), **extra}.items()))))
    return tuple(kept)


def _has_name(name: str) -> bool:
    return any(word[:1].isupper() for word in name.split())


def evidence_holds(extraction: Extraction) -> bool:
    """Whether every quote equals the text at its offsets."""

    def true(span: Span, text: str) -> bool:
        return extraction.document.quote(span) == text

    return all(true(s.span, s.text) for s in extraction.sentences) and all(
        true(m.span, m.text) for m in extraction.mentions
    )
