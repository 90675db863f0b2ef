"""An extraction as plain lists and dictionaries, which `Doc.to_bytes` and `DocBin` can keep."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graphbuild.languages.statuses import status_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graphbuild.model import Claim, Extraction, Happening, Span

Record = dict[str, Any]
"""What msgpack takes."""


@dataclass(frozen=True, slots=True)
class _Thing:
    name: str
    type: str
    title: str = ""
    home: str | None = None
    home_type: str | None = None


def to_record(extraction: Extraction) -> Record:
    """Return the claims and events of an extraction by names and offsets.

    ``claims [{subject, relation, object, trigger, sentences, modality, confidence, factual, rule, date,
    position, post}]`` and ``events [{type, name, date, topics, venue, claims [indices]}]``; an argument
    is ``[name, type, span]``, a span ``[start, end]`` in code points of the text, or None.
    """
    things = _things(extraction)
    claims = tuple({claim.id: claim for claim in extraction.claims}.values())
    events = [_event(each, claims, things) for each in extraction.happenings]
    return {"claims": [_claim(claim, extraction, things) for claim in claims], "events": events}


def _things(extraction: Extraction) -> dict[str, _Thing]:
    things = {chain.id: _Thing(chain.name, chain.type) for chain in extraction.chains}
    for post in extraction.posts:
        home = things.get(post.post_in or "")
        name = f"{post.title}, {home.name}" if home else post.title
        things[post.id] = _Thing(
            name, "Post", post.title, home.name if home else None, home.type if home else None
        )
    return things


def _claim(claim: Claim, extraction: Extraction, things: dict[str, _Thing]) -> Record:
    roles = dict(reversed(claim.evidence.mentions))
    object_ = things[claim.object]
    spans = {
        "subject": roles.get("subject") or _mentioned(claim, claim.subject, extraction),
        "object": roles.get("object") or roles.get("post") or _mentioned(claim, claim.object, extraction),
    }
    return {
        "subject": _argument(things[claim.subject], spans["subject"]),
        "relation": claim.relation,
        "object": _argument(object_, spans["object"]),
        "trigger": _range(roles.get("trigger")),
        "sentences": [_range(span) for span in claim.evidence.sentences],
        "modality": claim.modality,
        "confidence": claim.confidence,
        "factual": claim.factual,
        "rule": claim.evidence.rule,
        "date": claim.date.edtf if claim.date else None,
        "position": claim.position,
        "post": _post(object_) if object_.type == "Post" else None,
    }


def _post(thing: _Thing) -> list[str | None]:
    status = status_of(set(thing.title.casefold().split())) or "held"
    return [thing.title, thing.home, thing.home_type, status]


def _argument(thing: _Thing, span: Span | None) -> list[Any]:
    return [thing.name, thing.type, _range(span)]


def _mentioned(claim: Claim, chain: str, extraction: Extraction) -> Span | None:
    """Return where the sentences of a claim name a chain, that of the act before the others."""
    spans = [mention.span for mention in extraction.mentions if mention.refers_to == chain]
    inside = (span for each in claim.evidence.sentences for span in spans if each.covers(span))
    return next(inside, None)


def _event(happening: Happening, claims: Sequence[Claim], things: dict[str, _Thing]) -> Record:
    named = things.get(happening.chain or "")
    venue = things.get(happening.venue or "")
    return {
        "type": happening.type,
        "name": named.name if named else None,
        "date": happening.date.edtf if happening.date else None,
        "topics": list(happening.topics),
        "venue": venue.name if venue else None,
        "claims": [at for at, claim in enumerate(claims) if claim.event == happening.id],
    }


def _range(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span is not None else None
