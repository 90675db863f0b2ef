"""Claims, sentences and documents numbered for the page, with mentions marked in sentences."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, Final

from graphbuild.export.folding import Folded
from graphbuild.export.html.standing import standing
from graphbuild.export.networks import quotes_by_span
from graphbuild.model import Claim, Document, EventDate, GraphData, Span

Json = dict[str, Any]
Sentence = tuple[str, Span]

_WEB: Final = re.compile(r"https?://[^\s\x00-\x1f]+", re.IGNORECASE)


class Ledger:
    """The evidence of a graph as lists that refer to each other by index.

    `documents`, `sentences` and `claims` are JSON values, claims and sentences in the order of the
    documents that they stand in, by day of release. A claim lists its sentences, the act first,
    and marks ``[index in that list, start, end, role]`` in code points of the sentence. `names`
    tells entities, events and posts by id ("Mayor (Riverton)"); `unsure` maps nodes to the claims
    about them that are no facts.
    """

    def __init__(self, data: GraphData, view: Folded) -> None:
        wanted = _wanted(data, view)
        found = ((key, claim) for claim in data.claims if (key := claim.id) in wanted)
        wanted_claims = dict(found)
        known = {document.id: document for document in data.documents}
        self._document = _numbers(known, wanted_claims.values())
        claims = sorted(wanted_claims.items(), key=lambda item: self._place(*item))
        self._claim = {key: index for index, (key, _) in enumerate(claims)}
        spans = {(c.evidence.document, span) for _, c in claims for span in c.evidence.sentences}
        ordered = sorted(spans, key=lambda where: (self._document[where[0]], where[1]))
        self._sentence = {key: index for index, key in enumerate(ordered)}
        self.names = _names(data)
        self._posts = {post.id: post for post in data.posts}
        self.documents = [_document(key, known.get(key)) for key in self._document]
        self.sentences = self._quotes(data)
        self.claims = [self._value(key, claim) for key, claim in claims]
        self.unsure = self._unsure([claim for _, claim in claims])

    def indexes(self, claims: Iterable[str]) -> list[int]:
        """Return the numbers of claims, sorted by where they were read."""
        return sorted(self._claim[claim] for claim in claims if claim in self._claim)

    def document_indexes(self, documents: Iterable[str]) -> list[int]:
        """Return the numbers of documents."""
        return sorted(self._document[key] for key in documents if key in self._document)

    @staticmethod
    def date(date: EventDate | None) -> Json | None:
        """Return a date for the page, None without one."""
        if date is None:
            return None
        return {"edtf": date.edtf, "text": date.text} | ({"conflict": True} if date.conflict else {})

    def _place(self, key: str, claim: Claim) -> tuple[int, tuple[Span, ...], int, list[Span], str]:
        """Sort claims in the order of reading: document, sentence, place in a list, place in the sentence."""
        evidence = claim.evidence
        mentions = sorted(span for _, span in evidence.mentions)
        return self._document[evidence.document], evidence.sentences, claim.position or 0, mentions, key

    def _quotes(self, data: GraphData) -> list[Json]:
        said = quotes_by_span(data.sentences)
        texts = {document.id: document.text for document in data.documents}
        rows = []
        for document, span in self._sentence:
            text = said.get((document, span)) or texts.get(document, "")[span.start : span.end]
            rows.append({"doc": self._document[document], "start": span.start, "text": text})
        return rows

    def _value(self, key: str, claim: Claim) -> Json:
        evidence = claim.evidence
        value: Json = {
            "id": key, "doc": self._document[evidence.document],
            "sentences": [self._sentence[evidence.document, span] for span in evidence.sentences],
            "marks": _marks(claim), "rule": evidence.rule, "confidence": round(claim.confidence, 3),
        }  # fmt: skip
        if claim.position is not None:
            value["position"] = claim.position
        if claim.modality != "stated":
            value["modality"] = claim.modality
        if claim.date is not None:
            value["date"] = self.date(claim.date)
        if stands := standing(claim, self._texts(claim), self.names, self._posts):
            value["stands"] = stands
        if not claim.factual:
            ends = (claim.subject, claim.object)
            names = [self._named(claim, end) for end in ends]
            value |= {"relation": claim.relation, "ends": ends, "names": names}
        return value

    def _texts(self, claim: Claim) -> dict[Span, str]:
        said = {span: self._sentence[claim.evidence.document, span] for span in claim.evidence.sentences}
        return {span: self.sentences[number]["text"] for span, number in said.items()}

    def _named(self, claim: Claim, end: str) -> str:
        """Return the name of a claim's end; what became no node is called as its sentence calls it."""
        if end in self.names:
            return self.names[end]
        role = "subject" if end == claim.subject else "object"
        spans = [span for name, span in claim.evidence.mentions if name == role]
        for sentence in claim.evidence.sentences:
            if spans and sentence.covers(spans[0]):
                text = self.sentences[self._sentence[claim.evidence.document, sentence]]["text"]
                return str(text[spans[0].start - sentence.start : spans[0].end - sentence.start])
        return end

    def _unsure(self, claims: list[Claim]) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for claim in claims:
            if not claim.factual:
                for end in dict.fromkeys((claim.subject, claim.object)):
                    found[end].append(self._claim[claim.id])
        return found


def _numbers(known: Mapping[str, Document], claims: Iterable[Claim]) -> dict[str, int]:
    """Give documents numbers by the day of their release, those without one first."""
    told = known.keys() | {claim.evidence.document for claim in claims}
    days = {key: document.published or "" for key, document in known.items()}
    return {key: number for number, key in enumerate(sorted(told, key=lambda key: (days.get(key, ""), key)))}


def _wanted(data: GraphData, view: Folded) -> set[str]:
    """Return the ids of claims behind edges and events, and of those that are no facts."""
    edges = {claim for arrow in view.arrows for claim in arrow.claims}
    events = {claim for event in data.events for claim in event.claims}
    return edges | events | {claim.id for claim in data.claims if not claim.factual}


def _names(data: GraphData) -> dict[str, str]:
    names = {event.id: event.label for event in data.events}
    names |= {entity.id: entity.label for entity in data.entities}
    for post in data.posts:
        home = names.get(post.post_in or "")
        names[post.id] = f"{post.title} ({home})" if home else post.title
    return names


def _document(key: str, document: Document | None) -> Json:
    """Return what the page says of a document; an address that is not http(s) is left out."""
    if document is None:
        return {"id": key, "title": "", "publisher": None, "published": None, "language": None, "url": None}
    url = document.url if document.url and _WEB.fullmatch(document.url) else None
    return {
        "id": document.id, "title": document.title, "publisher": document.publisher,
        "published": document.published, "language": document.language, "url": url,
    }  # fmt: skip


def _marks(claim: Claim) -> list[list[int | str]]:
    """Return the claim's mentions inside its sentences; of two that overlap the longer stays."""
    rows: list[list[int | str]] = []
    for index, sentence in enumerate(claim.evidence.sentences):
        inside = [(span, role) for role, span in claim.evidence.mentions if sentence.covers(span)]
        kept: list[tuple[Span, str]] = []
        for span, role in sorted(inside, key=lambda item: (item[0].start - item[0].end, item)):
            if span.start < span.end and not any(span.overlaps(other) for other, _ in kept):
                kept.append((span, role))
        rows += [[index, s.start - sentence.start, s.end - sentence.start, role] for s, role in sorted(kept)]
    return rows
