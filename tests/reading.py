"""What the tests of the text stages share: sentences go in, names and claims come out.

The pipeline is the default one; it loads its spaCy model once for the whole run.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from graphbuild.annotate import Annotator
from graphbuild.extract.document import parse_document
from graphbuild.model import Chain, Claim, Document, Extraction, Line, SentenceParse
from graphbuild.pipeline import extract
from graphbuild.read import read_text


class Told(NamedTuple):
    """A claim by names: `object` is "title @ home" for a post; `how` is the modality."""

    subject: str
    relation: str
    object: str
    how: str


class Held(NamedTuple):
    """A title as a sentence attaches it to a person, before anything is resolved."""

    title: str
    home: str | None = None
    status: str = "held"
    level: str | None = None


def article(
    text: str,
    *,
    title: str = "",
    published: str | None = None,
    publisher: str | None = None,
    locus: str | None = None,
) -> Document:
    """Return an English page of prose, with a headline when `title` is given."""
    page = f"{title}\n\n{text}\n" if title else text
    return read_text(page, published=published, publisher=publisher, language="en", locus=locus)


@cache
def _annotator() -> Annotator:
    return Annotator()


def read_lines(text: str, *, title: str = "") -> tuple[Line, ...]:
    """Return the annotated sentences of a text."""
    return _annotator()(article(text, title=title))


@cache
def read_parses(text: str, *, title: str = "") -> tuple[SentenceParse, ...]:
    """Return what each sentence mentions, before anything is resolved."""
    return parse_document(read_lines(text, title=title)).parses


def read_things(text: str, type_: str, *, title: str = "") -> list[str]:
    """Return the names of the things of one type that the sentences mention, inner ones after outer ones."""
    parses = read_parses(text, title=title)
    return [thing.name for parse in parses for thing in parse.things if thing.type == type_]


def read_people(text: str, *, title: str = "") -> dict[str, list[Held]]:
    """Return the people that the sentences name, with the titles attached to each."""
    found: dict[str, list[Held]] = {}
    for parse in read_parses(text, title=title):
        for person in parse.people:
            held = found.setdefault(person.mention.name, [])
            for post in person.posts:
                home = post.home.name if post.home is not None else None
                held.append(Held(post.title, home, post.status, post.level))
    return found


@cache
def read_extraction(
    text: str,
    *,
    title: str = "",
    published: str | None = None,
    publisher: str | None = None,
    locus: str | None = None,
) -> Extraction:
    """Return all that a text gives."""
    return extract(article(text, title=title, published=published, publisher=publisher, locus=locus))


def read_claims(
    text: str,
    *,
    title: str = "",
    published: str | None = None,
    publisher: str | None = None,
    locus: str | None = None,
) -> list[Told]:
    """Return the claims of a text by names, in the order in which they were read."""
    found = read_extraction(text, title=title, published=published, publisher=publisher, locus=locus)
    return [told(found, claim) for claim in found.claims]


def acts(text: str, *relations: str, title: str = "", published: str | None = None) -> list[Told]:
    """Return the claims of the given relations, each once, in the order in which they were read."""
    claims = read_claims(text, title=title, published=published)
    return list(dict.fromkeys(claim for claim in claims if claim.relation in relations))


def posts(
    text: str, *, title: str = "", publisher: str | None = None, locus: str | None = None
) -> dict[str, set[str]]:
    """Return who holds which posts, as "title @ home" or "title"."""
    found: dict[str, set[str]] = {}
    for claim in read_claims(text, title=title, publisher=publisher, locus=locus):
        if claim.relation == "holdsPost":
            found.setdefault(claim.subject, set()).add(claim.object)
    return found


def told(extraction: Extraction, claim: Claim) -> Told:
    """Return a claim of an extraction by names."""
    names = {chain.id: chain.name for chain in extraction.chains}
    for post in extraction.posts:
        home = names.get(post.post_in or "")
        names[post.id] = f"{post.title} @ {home}" if home else post.title
    return Told(names[claim.subject], claim.relation, names[claim.object], claim.modality)


def chain_named(extraction: Extraction, name: str) -> Chain:
    """Return the one chain that bears the name."""
    (chain,) = (chain for chain in extraction.chains if name in {chain.name, *chain.aliases})
    return chain
