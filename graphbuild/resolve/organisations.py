"""The organisation whose page an article is: a university's, a group's, a hospital's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from graphbuild.languages import mapping, words
from graphbuild.model import BlockRole
from graphbuild.resolve.names import parse_body, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graphbuild.model import Document, Mention, PersonMention, SentenceParse

_OPENING: Final = 4
"""How many sentences, the title among them, may introduce the one whom the article is about."""
_ORGAN: Final = re.compile(r"^(?:\w+ )*?(?:Committee|Office|Department|Board|School) of (?:the )?(.+)$")


def find_organisation(document: Document, parses: Sequence[SentenceParse]) -> str | None:
    """Return the full name of the firm or school whose page this is; None for a page of a place.

    It is that of the posts of the person named first, when the headline or the publisher names it
    too, and no post of theirs is one of party or state.
    """
    head = [parse for parse in parses if parse.role != BlockRole.CAPTION][:_OPENING]
    for parse in head:
        person = next((person for person in parse.people if person.posts), None)
        if person is None:
            continue
        if any(_is_public(post.level, post.home) for post in person.posts):
            return None
        name = next(_organisations(person), None)
        if name is not None:
            return _full(name, parses) if _is_vouched(document, name) else None
    return None


def _is_public(level: str | None, home: Mention | None) -> bool:
    """Whether a post is of party or state: of a level of places, a place, or a body of a level."""
    if home is None:
        return level in set(mapping("en", "bodies", "levels").values())
    body = home.type == "Body" and parse_body(home.name).level is not None
    return home.type == "Place" or body


def _organisations(person: PersonMention) -> Iterator[str]:
    """Yield the proper names of the firms and schools that the person's posts are in."""
    for post in person.posts:
        if post.home is None:
            continue
        organ = _ORGAN.match(plain(post.home.name))
        name = organ[1] if organ else plain(post.home.name)
        school = set(name.casefold().split()) & words("en", "bodies", "schools")
        proper = name.split()[0].casefold() not in words("en", "bodies", "heads")
        if proper and (post.home.type == "Enterprise" or (school and len(name.split()) > 1)):
            yield name


def _is_vouched(document: Document, name: str) -> bool:
    """Whether the publisher or the headline names the organisation, by its first word or its kind."""
    parts = name.split()
    first, last = parts[0], parts[-1]
    publisher, title = (document.publisher or "").split(), (document.title or "").split()
    return first in publisher[:1] or first in title or last in title


def _full(name: str, parses: Sequence[SentenceParse]) -> str:
    """Return the longest name in the article that begins with this one."""
    things = (thing for parse in parses for thing in parse.things if thing.type in {"Enterprise", "Body"})
    longer = (plain(thing.name) for thing in things if plain(thing.name).startswith(f"{name} "))
    return max(longer, key=lambda full: (len(full), full), default=name)
