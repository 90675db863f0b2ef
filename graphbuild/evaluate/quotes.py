"""The sentences behind a judgement: what was read, or could have been."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from graphbuild.evaluate.agreement import plain
from graphbuild.evaluate.gold import GoldEntity
from graphbuild.evaluate.judgement import Judgement, Verdict
from graphbuild.evaluate.scoring.case import Case
from graphbuild.model import READABLE_ROLES, Document, Span

_END: Final = re.compile(
    r"(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})[.!?][\"”’)]*\s+(?=[\"“‘(]?[A-Z])|(?<=[。！？])"
)
"""The end of a sentence, roughly: not after a short word with a capital, such as "Dr." or "Ltd."."""

_HAN: Final = re.compile("[\u3400-\u9fff]")
_MOST: Final = 3
"""Sentences shown for one judgement."""


def quotes(case: Case, judgement: Judgement) -> tuple[str, ...]:
    """Return up to three sentences of the article, in its order.

    For what the graph has, they are its evidence. For what it lacks, they are sentences that name all of
    the entities concerned or, failing that, one for each of them.
    """
    if judgement.verdict is Verdict.MISSED:
        return _naming(case, [case.entities[name] for name in judgement.wanted])
    if judgement.edge is not None:
        return _evidence(case, judgement.edge)
    return _mentioning(case, judgement.nodes)


def _evidence(case: Case, edge: tuple[str, str, str]) -> tuple[str, ...]:
    texts = {document.id: document for document in case.data.documents}
    found = [
        texts[claim.evidence.document].quote(span)
        for claim in case.data.claims
        if claim.factual and (claim.subject, claim.relation, claim.object) == edge
        for span in claim.evidence.sentences
    ]
    return _shown(found)


def _mentioning(case: Case, nodes: tuple[str, ...]) -> tuple[str, ...]:
    spans = [(m.document, m.span) for m in case.data.mentions if m.refers_to in nodes]
    found = (
        document.quote(sentence)
        for document in case.data.documents
        for sentence in sentences(document)
        if any(name == document.id and sentence.overlaps(span) for name, span in spans)
    )
    return _shown(found)


def _naming(case: Case, entities: list[GoldEntity]) -> tuple[str, ...]:
    read = [document.quote(sentence) for document in case.data.documents for sentence in sentences(document)]
    named = [[one for one in read if _names(one, entity)] for entity in entities]
    together = [one for one in read if all(one in each for each in named)] if entities else []
    return _shown(together[:2] or [each[0] for each in named if each])


def _names(sentence: str, entity: GoldEntity) -> bool:
    words = f" {plain(sentence)} "
    names = (plain(name) for name in (entity.name, *entity.other_names))
    return any(name in words if _HAN.search(name) else f" {name} " in words for name in names if name)


def sentences(document: Document) -> Iterator[Span]:
    """Yield the sentences of what is read of a document, for showing: the program itself has a parser."""
    for block in document.blocks:
        if block.role in READABLE_ROLES:
            start = block.span.start
            for line in document.quote(block.span).splitlines(keepends=True):
                yield from _of_line(line, start)
                start += len(line)


def _of_line(line: str, offset: int) -> Iterator[Span]:
    start = 0
    for end in (*(found.end() for found in _END.finditer(line)), len(line)):
        if line[start:end].strip():
            yield Span(offset + start, offset + end)
        start = end


def _shown(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(text.split()) for text in found if text.strip()))[:_MOST]
