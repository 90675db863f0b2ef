"""The values behind ``doc._.claims``, ``doc._.posts`` and ``doc._.events``, from the record of a `Doc`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from graphbuild.spacy_pipe.values import DocClaim, DocEvent, DocPost

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from graphbuild.spacy_pipe.record import Record

KEY: Final = "graphbuild"
"""Where the record of a `Doc` stands in ``Doc.user_data``."""


def claims(doc: Doc) -> tuple[DocClaim, ...]:
    """Return what the sentences of a document say; none before the component has run."""
    return tuple(_claim(doc, each) for each in _record(doc)["claims"])


def posts(doc: Doc) -> tuple[DocPost, ...]:
    """Return who holds which posts, a value for each place that says so."""
    rows = _record(doc)["claims"]
    return tuple(_post(doc, each) for each in rows if each["relation"] == "holdsPost")


def events(doc: Doc) -> tuple[DocEvent, ...]:
    """Return the visits and meetings of a document with their claims."""
    told = claims(doc)
    return tuple(_event(each, told) for each in _record(doc)["events"])


def _record(doc: Doc) -> Record:
    found: Record = doc.user_data.get(KEY, {"claims": [], "events": []})
    return found


def _claim(doc: Doc, row: Record) -> DocClaim:
    (subject, subject_type, subject_span), (object_, object_type, object_span) = row["subject"], row["object"]
    return DocClaim(
        subject=_span(doc, subject_span, subject_type),
        subject_name=subject,
        subject_type=subject_type,
        relation=row["relation"],
        object=_span(doc, object_span, object_type),
        object_name=object_,
        object_type=object_type,
        trigger=_span(doc, row["trigger"], row["relation"]),
        sentences=_sentences(doc, row),
        modality=row["modality"],
        confidence=row["confidence"],
        factual=row["factual"],
        rule=row["rule"],
        date=row["date"],
        position=row["position"],
    )


def _post(doc: Doc, row: Record) -> DocPost:
    (name, type_, span), (title, home, home_type, status) = row["subject"], row["post"]
    return DocPost(
        holder=_span(doc, span, type_),
        holder_name=name,
        title=title,
        home=home,
        home_type=home_type,
        status=status,
        span=_span(doc, row["object"][2], "Post"),
        sentences=_sentences(doc, row),
        modality=row["modality"],
        confidence=row["confidence"],
    )


def _event(row: Record, told: tuple[DocClaim, ...]) -> DocEvent:
    took_part = tuple(told[at] for at in row["claims"])
    return DocEvent(row["type"], row["name"], row["date"], tuple(row["topics"]), row["venue"], took_part)


def _sentences(doc: Doc, row: Record) -> tuple[Span, ...]:
    found = (_span(doc, span, "sentence") for span in row["sentences"])
    return tuple(span for span in found if span is not None)


def _span(doc: Doc, offsets: Any, label: str) -> Span | None:  # noqa: ANN401 - a pair of numbers, as parsed
    """Return the tokens that a range of characters touches, labelled."""
    if offsets is None:
        return None
    start, end = offsets
    return doc.char_span(start, end, label=label, alignment_mode="expand")
