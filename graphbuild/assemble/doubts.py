"""Pairs that may be one, as claims of `possiblySameAs`: the score is the confidence, the reasons the rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from graphbuild.model import INFERRED, Claim, Evidence, Sentence, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from graphbuild.model import Doubt, Extraction, Mention

RELATION = "possiblySameAs"


class Anchor(NamedTuple):
    """Where an entity is named first: the mention and its sentence."""

    mention: Mention
    sentence: Sentence


def doubt_claims(doubts: Iterable[Doubt], anchors: Mapping[str, Anchor]) -> list[Claim]:
    """Return two claims for each pair, one with the evidence of either side."""
    known = [doubt for doubt in doubts if doubt.left in anchors and doubt.right in anchors]
    return [claim for doubt in known for claim in _claims(doubt, anchors)]


def _claims(doubt: Doubt, anchors: Mapping[str, Anchor]) -> list[Claim]:
    rule = "; ".join(doubt.reasons)
    ends = ((doubt.left, "subject"), (doubt.right, "object"))
    places = [(anchors[name], role) for name, role in ends]
    evidence = (
        Evidence(at.mention.document, (at.sentence.span,), ((role, at.mention.span),), rule)
        for at, role in places
    )
    return [Claim(doubt.left, RELATION, doubt.right, each, INFERRED, doubt.score) for each in evidence]


def anchors_in(
    extraction: Extraction, chains: Mapping[str, str], wanted: frozenset[str]
) -> dict[str, Anchor]:
    """Return where the wanted entities are named first in a document; `chains` gives a chain's entity."""
    found: dict[str, Anchor] = {}
    for mention in sorted(extraction.mentions, key=lambda each: (each.span, each.type)):
        entity = chains.get(mention.refers_to)
        if entity is not None and entity in wanted and entity not in found:
            found[entity] = Anchor(mention, _sentence(extraction, mention))
    return found


def _sentence(extraction: Extraction, mention: Mention) -> Sentence:
    """Return the sentence of a mention; where none was kept, the line of the text."""
    covering = [each for each in extraction.sentences if each.span.covers(mention.span)]
    if covering:
        return min(covering, key=lambda each: (each.span.end - each.span.start, each.span))
    text, span = extraction.document.text, mention.span
    end = text.find("\n", span.end)
    line = Span(text.rfind("\n", 0, span.start) + 1, end if end >= 0 else len(text))
    return Sentence(extraction.document.id, line, text[line.start : line.end])
