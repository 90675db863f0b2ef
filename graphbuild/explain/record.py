"""An explanation as JSON.

The keys, in this order; offsets are code points in ``document.text`` of the source as read::

    document   id, source, characters
    header     title, published, publisher, url, language   (null when not found)
    seat       null, or name, level, code, stated, above [{level, name}], resolved [{text, name}]
    sentences  [{number, start, end, role, text,
                 mentions [{start, end, type, text, name}],
                 claims [ids], triggers [{start, end, kind, text}], promised [kinds]}]
    claims     [{id, subject, subject_type, relation, object, object_type, modality, confidence, rule,
                 edge, date, position, sentences [numbers, that of the act first],
                 roles [{role, start, end, text}]}]
    coverage   sentences, with_mentions, with_claims, unread [numbers]
    set_phrases [{start, end, text, names [{type, name}]}]   which make no nodes

`type` and `relation` are local names of the ontology; `edge` says whether the claim becomes an edge.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graphbuild.explain.values import (
        ExplainedClaim,
        ExplainedSentence,
        Explanation,
        Header,
        Mark,
        Seat,
    )
    from graphbuild.model import Document, SetPhrase, Span, Trigger

Record = dict[str, Any]
"""What `json.dumps` takes."""


def to_json(explanation: Explanation) -> str:
    """Return an explanation as JSON, indented, ending in a newline; equal for equal explanations."""
    return json.dumps(to_record(explanation), ensure_ascii=False, indent=2) + "\n"


def slogans_to_json(explanation: Explanation) -> str:
    """Return the set phrases of an explanation alone, as JSON that ends in a newline."""
    phrases = to_record(explanation)["set_phrases"]
    return json.dumps(phrases, ensure_ascii=False, indent=2) + "\n"


def to_record(explanation: Explanation) -> Record:
    """Return an explanation as plain dictionaries and lists, with the keys of this module."""
    document, coverage = explanation.document, explanation.coverage
    return {
        "document": {"id": document.id, "source": document.source, "characters": len(document.text)},
        "header": _header(explanation.header),
        "seat": _seat(explanation.seat) if explanation.seat else None,
        "sentences": [_sentence(sentence) for sentence in explanation.sentences],
        "claims": [_claim(claim, document) for claim in explanation.claims],
        "coverage": {
            "sentences": coverage.sentences,
            "with_mentions": coverage.with_mentions,
            "with_claims": coverage.with_claims,
            "unread": list(coverage.unread),
        },
        "set_phrases": [_set_phrase(phrase) for phrase in explanation.set_phrases],
    }


def _header(header: Header) -> Record:
    return {
        "title": header.title,
        "published": header.published,
        "publisher": header.publisher,
        "url": header.url,
        "language": header.language,
    }


def _seat(seat: Seat) -> Record:
    return {
        "name": seat.name,
        "level": seat.level,
        "code": seat.code,
        "stated": seat.stated,
        "above": [{"level": level, "name": name} for level, name in seat.above],
        "resolved": [{"text": text, "name": name} for text, name in seat.resolved],
    }


def _sentence(sentence: ExplainedSentence) -> Record:
    return {
        "number": sentence.number,
        **_range(sentence.span),
        "role": sentence.role,
        "text": sentence.text,
        "mentions": [_mark(mark) for mark in sentence.marks],
        "claims": list(sentence.claims),
        "triggers": [_trigger(trigger) for trigger in sentence.triggers],
        "promised": list(sentence.promised),
    }


def _mark(mark: Mark) -> Record:
    return {**_range(mark.span), "type": mark.type, "text": mark.text, "name": mark.name}


def _trigger(trigger: Trigger) -> Record:
    return {**_range(trigger.span), "kind": trigger.kind, "text": trigger.text}


def _claim(claim: ExplainedClaim, document: Document) -> Record:
    return {
        "id": claim.id,
        "subject": claim.subject,
        "subject_type": claim.subject_type,
        "relation": claim.relation,
        "object": claim.object,
        "object_type": claim.object_type,
        "modality": claim.modality,
        "confidence": claim.confidence,
        "rule": claim.rule,
        "edge": claim.edge,
        "date": claim.date,
        "position": claim.position,
        "sentences": list(claim.sentences),
        "roles": [{"role": role, **_range(span), "text": document.quote(span)} for role, span in claim.roles],
    }


def _set_phrase(phrase: SetPhrase) -> Record:
    names = [{"type": type_, "name": name} for type_, name in phrase.names]
    return {**_range(phrase.span), "text": phrase.text, "names": names}


def _range(span: Span) -> Record:
    return {"start": span.start, "end": span.end}
