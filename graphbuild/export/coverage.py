"""What the articles did not give, as CSV and JSON: sentences that promised a claim, and set phrases.

CSV has a row for each sentence or set phrase; JSON has the counts by article and in total besides::

    coverage     total {documents, sentences, with_mentions, with_claims, unread}
                 documents [{document, source, title, the counts, unread
                             [{number, start, end, kinds [], words [], text}]}]
    set phrases  set_phrases [{document, source, start, end, text, names [{type, name}], sentence}]
                 only_here [{type, name, times, documents}]   named in set phrases and nowhere else

Offsets are code points in the article as read. The names of keys and columns stay.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO, Final

from graphbuild.export.csv_tables import JOINT, write_rows
from graphbuild.export.tables import Row, cleaned
from graphbuild.export.terms import clean
from graphbuild.model import Coverage, Document, Gap, SetPhrase

SUFFIXES: Final = (".csv", ".json")
"""What a file of coverage or of set phrases may end in."""

_GAPS: Final = ("document", "source", "number", "start", "end", "kinds", "words", "text")
_PHRASES: Final = ("document", "source", "start", "end", "text", "names", "only_here", "sentence")


@dataclass(frozen=True, slots=True, order=True)
class HollowName:
    """A name that set phrases hold and nothing else does: no node is made of it.

    `times` counts the set phrases that name it, `documents` the articles of these.
    """

    type: str
    name: str
    times: int
    documents: int


def hollow_names(phrases: Iterable[SetPhrase], known: Iterable[str]) -> tuple[HollowName, ...]:
    """Return the names that only set phrases hold, sorted; `known` are the names of nodes."""
    folded = {_folded(name) for name in known}
    pairs = {(name, phrase.document, phrase.span) for phrase in phrases for name in phrase.names}
    times = Counter(name for name, _, _ in pairs)
    documents = Counter(name for name, _ in {(name, document) for name, document, _ in pairs})
    named = ((name, count) for name, count in times.items() if _folded(name[1]) not in folded)
    return tuple(sorted(HollowName(*name, count, documents[name]) for name, count in named))


def _folded(name: str) -> str:
    return " ".join(name.casefold().removeprefix("the ").split())


def write_coverage(
    coverages: Iterable[Coverage], documents: Iterable[Document], stream: BinaryIO, suffix: str
) -> None:
    """Write the sentences that promised a claim and gave none; `suffix` is one of `SUFFIXES`."""
    sources = {document.id: document for document in documents}
    found = [each for each in coverages if each.document in sources]
    if suffix == ".csv":
        write_rows(stream, _GAPS, map(cleaned, _gap_rows(found, sources)), JOINT)
    else:
        _write_json(
            stream, {"total": _total(found), "documents": [_covered(each, sources) for each in found]}
        )


def write_set_phrases(
    phrases: Iterable[SetPhrase],
    documents: Iterable[Document],
    hollow: Iterable[HollowName],
    stream: BinaryIO,
    suffix: str,
) -> None:
    """Write set phrases with their sentences; `hollow` are the names that nothing else holds."""
    sources = {document.id: document for document in documents}
    found, only = [each for each in phrases if each.document in sources], tuple(hollow)
    if suffix == ".csv":
        write_rows(stream, _PHRASES, map(cleaned, _phrase_rows(found, sources, only)), JOINT)
        return
    names = [
        {"type": each.type, "name": each.name, "times": each.times, "documents": each.documents}
        for each in only
    ]
    _write_json(stream, {"set_phrases": [_phrase(each, sources) for each in found], "only_here": names})


def _gap_rows(coverages: Iterable[Coverage], sources: dict[str, Document]) -> Iterator[Row]:
    for coverage in coverages:
        source = sources[coverage.document].source
        for gap in coverage.gaps:
            words = tuple(trigger.text for trigger in gap.triggers)
            span = gap.span
            yield coverage.document, source, gap.number, span.start, span.end, gap.kinds, words, gap.text


def _phrase_rows(
    phrases: Iterable[SetPhrase], sources: dict[str, Document], only: tuple[HollowName, ...]
) -> Iterator[Row]:
    hollow = {(each.type, each.name) for each in only}
    for each in phrases:
        document, span = sources[each.document], each.span
        named = tuple(name for _, name in each.names)
        alone = tuple(name for type_, name in each.names if (type_, name) in hollow)
        sentence = document.quote(each.sentence)
        yield document.id, document.source, span.start, span.end, each.text, named, alone, sentence


def _total(coverages: list[Coverage]) -> dict[str, int]:
    return {
        "documents": len(coverages),
        "sentences": sum(each.sentences for each in coverages),
        "with_mentions": sum(each.with_mentions for each in coverages),
        "with_claims": sum(each.with_claims for each in coverages),
        "unread": sum(len(each.gaps) for each in coverages),
    }


def _covered(coverage: Coverage, sources: dict[str, Document]) -> dict[str, Any]:
    document = sources[coverage.document]
    return {
        "document": document.id,
        "source": document.source,
        "title": document.title,
        "sentences": coverage.sentences,
        "with_mentions": coverage.with_mentions,
        "with_claims": coverage.with_claims,
        "unread": [_gap(gap) for gap in coverage.gaps],
    }


def _gap(gap: Gap) -> dict[str, Any]:
    return {
        "number": gap.number,
        "start": gap.span.start,
        "end": gap.span.end,
        "kinds": list(gap.kinds),
        "words": [trigger.text for trigger in gap.triggers],
        "text": gap.text,
    }


def _phrase(phrase: SetPhrase, sources: dict[str, Document]) -> dict[str, Any]:
    document = sources[phrase.document]
    return {
        "document": document.id,
        "source": document.source,
        "start": phrase.span.start,
        "end": phrase.span.end,
        "text": phrase.text,
        "names": [{"type": type_, "name": name} for type_, name in phrase.names],
        "sentence": document.quote(phrase.sentence),
    }


def _write_json(stream: BinaryIO, record: dict[str, Any]) -> None:
    text = clean(json.dumps(record, ensure_ascii=False, indent=2)) + "\n"
    stream.write(text.encode())
