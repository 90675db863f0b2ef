"""Why mentions of a name are one entity or several: features and scores behind each identity."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Final

from graphbuild.decisions import NONE, Decisions
from graphbuild.resolve.corpus import identify_all, own_id, records

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import Console

    from graphbuild.model import Doubt, Extraction, Identity
    from graphbuild.resolve.corpus import Record

_WORDS: Final = 12


@dataclass(frozen=True, slots=True)
class Named:
    """An article's chain of mentions: its own id, name and posts, why it was joined, and a quote."""

    id: str
    name: str
    published: str
    title: str
    posts: tuple[str, ...]
    score: float
    reasons: tuple[str, ...]
    quote: str


@dataclass(frozen=True, slots=True)
class ExplainedEntity:
    """An entity with its chains by release, and the entities that it may be one with."""

    entity: str
    chains: tuple[Named, ...]
    doubts: tuple[Doubt, ...]


def explain_entity(
    extractions: Sequence[Extraction], name: str, decisions: Decisions = NONE
) -> tuple[ExplainedEntity, ...]:
    """Return every entity that a chain calls by the name, or that has the id, the most mentioned first."""
    found = identify_all(extractions, decisions)
    identities = {each.chain: each for each in found.identities}
    held = [(record, each) for each in extractions for record in records(each)]
    wanted = {
        identities[record.chain].entity
        for record, _ in held
        if name.casefold() in {text.casefold() for text in (record.name, *record.aliases)}
        or name in {own_id(record), identities[record.chain].entity}
    }
    groups = {entity: _chains(entity, held, identities) for entity in sorted(wanted)}
    explained = [
        ExplainedEntity(entity, chains, tuple(d for d in found.doubts if entity in {d.left, d.right}))
        for entity, chains in groups.items()
    ]
    return tuple(sorted(explained, key=lambda each: (-len(each.chains), each.entity)))


def _chains(
    entity: str, held: Iterable[tuple[Record, Extraction]], identities: dict[str, Identity]
) -> tuple[Named, ...]:
    own = [pair for pair in held if identities[pair[0].chain].entity == entity]
    ordered = sorted(own, key=lambda pair: pair[0].order)
    return tuple(_named(record, extraction, identities[record.chain]) for record, extraction in ordered)


def _named(record: Record, extraction: Extraction, identity: Identity) -> Named:
    posts = (f"{post.rank}, {post.home.partition(':')[2] or '?'}" for post in record.posts)
    document = extraction.document
    return Named(
        own_id(record),
        record.name,
        record.date,
        document.title or document.source or document.id,
        tuple(dict.fromkeys(posts)),
        identity.score,
        identity.reasons,
        _quote(extraction, record.chain),
    )


def _quote(extraction: Extraction, chain: str) -> str:
    """Return the words around the first mention."""
    spans = sorted(mention.span for mention in extraction.mentions if mention.refers_to == chain)
    if not spans:
        return ""
    text, span = extraction.document.text, spans[0]
    before = text[: span.start].split()[-_WORDS:]
    after = text[span.end :].split()[:_WORDS]
    return " ".join([*before, text[span.start : span.end], *after])


def entities_to_json(explained: Iterable[ExplainedEntity]) -> str:
    """Return what was explained as JSON."""
    text = json.dumps([asdict(each) for each in explained], ensure_ascii=False, indent=2) + "\n"
    return text.encode("utf-8", "replace").decode("utf-8")  # no output can hold lone surrogates


def entities_to_text(explained: Iterable[ExplainedEntity], console: Console) -> None:
    """Print a table for each entity, and what it may be one with."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    for each in explained:
        table = Table("published", "as", "posts", "score", "why", "where", box=SIMPLE_HEAD, title=each.entity)
        for chain in each.chains:
            cells = (chain.published, chain.name, "; ".join(chain.posts), f"{chain.score:.2f}")
            table.add_row(*map(Text, map(_shown, (*cells, "; ".join(chain.reasons), chain.quote))))
        console.print(table)
        for doubt in each.doubts:
            other = doubt.right if doubt.left == each.entity else doubt.left
            line = f"may be {other}: {doubt.score:.2f} ({'; '.join(doubt.reasons)})"
            console.print(Text(_shown(line)), soft_wrap=True)


def _shown(text: str) -> str:
    """Keep what articles say from moving the cursor."""
    return "".join(char if char.isprintable() else " " for char in text)
