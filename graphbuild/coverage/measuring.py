"""The coverage of one document, counted while its sentences are at hand."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from graphbuild.coverage.triggers import find_triggers, known_titles, promised
from graphbuild.model import Coverage, Gap, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graphbuild.model import Extraction, Line, Trigger


class Naming(NamedTuple):
    """A mention with the name that it stands for."""

    span: Span
    type: str
    name: str


@dataclass(slots=True)
class _Laid:
    """What belongs to each sentence, by number; `titles` are the posts that were read of each official."""

    named: defaultdict[int, list[Naming]] = field(default_factory=lambda: defaultdict(list))
    relations: defaultdict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    titles: set[tuple[str, str]] = field(default_factory=set)


def covered(extraction: Extraction, lines: Sequence[Line]) -> Extraction:
    """Return the extraction with its coverage; `lines` are the sentences that it was read from."""
    laid = _laid(extraction, lines)
    gaps = (_gap(extraction, number, line, laid) for number, line in enumerate(lines, 1))
    coverage = Coverage(
        extraction.document.id,
        sentences=len(lines),
        with_mentions=len(laid.named),
        with_claims=len(laid.relations),
        gaps=tuple(gap for gap in gaps if gap is not None),
    )
    return replace(extraction, coverage=coverage)


def sentence_number(span: Span, starts: Sequence[int]) -> int:
    """Return the number, from 1, of the sentence in which a span begins; `starts` are their offsets."""
    return max(bisect_right(starts, span.start), 1)


def _laid(extraction: Extraction, lines: Sequence[Line]) -> _Laid:
    starts = [line.span.start for line in lines]
    names = {chain.id: chain.name for chain in extraction.chains}
    titles = {post.id: post.title for post in extraction.posts}
    laid = _Laid()
    for mention in extraction.mentions:
        number = sentence_number(mention.span, starts)
        if lines[number - 1].span.covers(mention.span):
            laid.named[number].append(Naming(mention.span, mention.type, names[mention.refers_to]))
    for claim in extraction.claims:
        for span in claim.evidence.sentences:
            laid.relations[sentence_number(span, starts)].add(claim.relation)
        if claim.relation == "holdsPost":
            laid.titles.add((names[claim.subject], titles[claim.object]))
    return laid


def _gap(extraction: Extraction, number: int, line: Line, laid: _Laid) -> Gap | None:
    named = sorted(laid.named.get(number, ()))
    triggers = find_triggers(line, named)
    if not triggers:
        return None
    known = known_titles(triggers, named, laid.titles)
    kinds = promised(triggers, laid.relations.get(number, ()), known)
    return (
        Gap(number, line.span, extraction.document.quote(line.span), _kept(triggers, kinds))
        if kinds
        else None
    )


def _kept(triggers: Sequence[Trigger], kinds: Sequence[str]) -> tuple[Trigger, ...]:
    return tuple(trigger for trigger in triggers if trigger.kind in kinds)
