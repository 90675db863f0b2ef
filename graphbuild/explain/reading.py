"""One document to its explanation: the pipeline's extraction, laid out by sentence."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphbuild.coverage.measuring import sentence_number
from graphbuild.coverage.triggers import find_triggers, known_titles, promised, rank
from graphbuild.explain.values import Coverage, ExplainedClaim, ExplainedSentence, Explanation, Header, Mark
from graphbuild.model import Document

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from graphbuild.gazetteer import Place
    from graphbuild.model import Claim, Extraction, Line, Mention


def explain(document: Document, *, model: str | None = None, places: Iterable[Place] = ()) -> Explanation:
    """Return what a document gives, sentence by sentence; `model` names an installed spaCy pipeline.

    `places` are known besides those of the gazetteer (`gazetteer.read_places`). The claims are those
    that `graphbuild.build` makes its graph of, before names of several articles are joined. Raises
    `ModelError` when the pipeline is not installed.
    """
    from graphbuild import gazetteer
    from graphbuild.annotate import DEFAULT_MODEL, Annotator
    from graphbuild.explain.seat import find_seat
    from graphbuild.pipeline import extract

    name = model or DEFAULT_MODEL
    with gazetteer.using(places):
        lines = Annotator(name)(document)
        extraction = extract(document, model=name)
        seat = find_seat(document, lines, extraction)
    claims = _claims(extraction, lines)
    sentences = _sentences(extraction, lines, claims)
    return Explanation(
        document, _header(document), seat, sentences, claims, _coverage(sentences), extraction.set_phrases
    )


def _header(document: Document) -> Header:
    return Header(
        document.title or None, document.published, document.publisher, document.url, document.language
    )


@dataclass(frozen=True, slots=True)
class _Thing:
    name: str
    type: str


def _things(extraction: Extraction) -> dict[str, _Thing]:
    """Return what each id of a chain or post is called, and its type."""
    things = {chain.id: _Thing(chain.name, chain.type) for chain in extraction.chains}
    for post in extraction.posts:
        home = things.get(post.post_in or "")
        things[post.id] = _Thing(f"{post.title}, {home.name}" if home else post.title, "Post")
    return things


def _claims(extraction: Extraction, lines: Sequence[Line]) -> tuple[ExplainedClaim, ...]:
    """Return all claims in the order of the sentences that tell them: acts, posts, and then the rest."""
    things, starts = _things(extraction), [line.span.start for line in lines]
    found = [_claim(claim, things, starts) for claim in extraction.claims]
    unique = {claim.id: claim for claim in found}.values()
    return tuple(sorted(unique, key=lambda claim: (claim.sentences[0], rank(claim.relation))))


def _claim(claim: Claim, things: dict[str, _Thing], starts: Sequence[int]) -> ExplainedClaim:
    subject, object_ = (things.get(id, _Thing(id, "Unknown")) for id in (claim.subject, claim.object))
    return ExplainedClaim(
        id=claim.id,
        subject=subject.name,
        subject_type=subject.type,
        relation=claim.relation,
        object=object_.name,
        object_type=object_.type,
        modality=claim.modality,
        confidence=claim.confidence,
        rule=claim.evidence.rule,
        sentences=tuple(dict.fromkeys(sentence_number(span, starts) for span in claim.evidence.sentences)),
        roles=claim.evidence.mentions,
        edge=claim.factual,
        date=claim.date.edtf if claim.date else None,
        position=claim.position,
    )


@dataclass(frozen=True, slots=True)
class _Laid:
    """What belongs to each sentence, by number; `titles` are the posts that were read of each official."""

    marks: dict[int, list[Mark]]
    told: dict[int, list[ExplainedClaim]]
    supported: dict[int, list[ExplainedClaim]]
    titles: frozenset[tuple[str, str]]


def _sentences(
    extraction: Extraction, lines: Sequence[Line], claims: Sequence[ExplainedClaim]
) -> tuple[ExplainedSentence, ...]:
    things, starts = _things(extraction), [line.span.start for line in lines]
    laid = _Laid(
        defaultdict(list),
        defaultdict(list),
        defaultdict(list),
        frozenset((claim.subject, claim.object) for claim in claims if claim.relation == "holdsPost"),
    )
    for mention in sorted(extraction.mentions, key=_outer_first):
        mark = Mark(mention.span, mention.type, mention.text, things[mention.refers_to].name)
        laid.marks[sentence_number(mention.span, starts)].append(mark)
    for claim in claims:
        laid.told[claim.sentences[0]].append(claim)
        for number in claim.sentences[1:]:
            laid.supported[number].append(claim)
    document = extraction.document
    return tuple(_sentence(document, number, line, laid) for number, line in enumerate(lines, 1))


def _outer_first(mention: Mention) -> tuple[int, int]:
    return mention.span.start, -mention.span.end


def _sentence(document: Document, number: int, line: Line, laid: _Laid) -> ExplainedSentence:
    marks = tuple(mark for mark in laid.marks.get(number, ()) if line.span.covers(mark.span))
    told, supported = tuple(laid.told.get(number, ())), tuple(laid.supported.get(number, ()))
    triggers = find_triggers(line, marks)
    relations = {claim.relation for claim in (*told, *supported)}
    return ExplainedSentence(
        number=number,
        span=line.span,
        role=str(line.role),
        text=document.quote(line.span),
        marks=marks,
        told=told,
        supported=supported,
        triggers=triggers,
        promised=promised(triggers, relations, known_titles(triggers, marks, laid.titles)),
    )


def _coverage(sentences: Sequence[ExplainedSentence]) -> Coverage:
    return Coverage(
        sentences=len(sentences),
        with_mentions=sum(bool(sentence.marks) for sentence in sentences),
        with_claims=sum(bool(sentence.claims) for sentence in sentences),
        unread=tuple(sentence.number for sentence in sentences if sentence.promised),
    )
