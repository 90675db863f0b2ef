"""What the words of a claim stand for: pronouns, short forms, and arguments that its sentences leave out."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Final

from graphbuild.model import Claim, Post, Span

Row = tuple[str, str, str, str]

_ROLES: Final = {"subject": "subject", "object": "object", "post": "object"}
"""Roles of mentions that name an end of a claim, and which end."""


def standing(
    claim: Claim, quotes: Mapping[Span, str], names: Mapping[str, str], posts: Mapping[str, Post]
) -> list[Row]:
    """Return what has to be said so that a reader knows whom the claim's sentences mean.

    `quotes` are the texts of its sentences by span, `names` what entities and posts are called. A
    row is (role, the words in the text or "" where there are none, id, name): ``("subject", "He",
    ...)``, or ``("object", "", ...)`` where the object is left out. Nothing is said of an end whose
    name stands in the sentences.
    """
    text = " ".join(quotes[span] for span in claim.evidence.sentences if span in quotes)
    rows = []
    for end, identifier in (("subject", claim.subject), ("object", claim.object)):
        name = names.get(identifier)
        if name and not _told(identifier, name, text, names, posts):
            role, words = _mention(claim, end, quotes)
            rows.append((role, words, identifier, name))
    return rows


def _told(identifier: str, name: str, text: str, names: Mapping[str, str], posts: Mapping[str, Post]) -> bool:
    """Whether the sentences name an end in full; a post is told when its home is."""
    post = posts.get(identifier)
    if post is None:
        return _holds(text, name)
    home = names.get(post.post_in or "")
    return home is None or _holds(text, home)


def _holds(text: str, name: str) -> bool:
    """Whether a name stands in a text, whatever the case, width and spaces; most stand as they are."""
    return name in text or _folded(name) in _folded(text)


def _mention(claim: Claim, end: str, quotes: Mapping[Span, str]) -> tuple[str, str]:
    """Return the role and the words of the first mention of an end, ("subject", "") without one."""
    found = [(role, span) for role, span in claim.evidence.mentions if _ROLES.get(role) == end]
    for role, span in found:
        for sentence in _holding(span, claim.evidence.sentences):
            quote = quotes.get(sentence, "")
            return role, quote[span.start - sentence.start : span.end - sentence.start]
    return end, ""


def _holding(span: Span, sentences: Iterable[Span]) -> list[Span]:
    return [sentence for sentence in sentences if sentence.covers(span) and span.start < span.end]


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
