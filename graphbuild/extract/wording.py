"""How titles are written: in capitals but for their small words."""

from __future__ import annotations

from graphbuild.languages import words


def title_case(word: str) -> str:
    """Capitalise a word of a title and the parts of a hyphenated one; an acronym stays as it is."""
    if word.isupper():
        return word
    small = words("en", "grammar", "small_in_hyphens")
    return "-".join(part if part in small else part[:1].upper() + part[1:] for part in word.split("-"))


def complement_case(text: str) -> str:
    """Capitalise the words of "of foreign affairs" but for its links and small words."""
    link, *rest = text.split()
    small = words("en", "posts", "complements.links") | words("en", "posts", "complements.small")
    return " ".join(
        [link, *(title_case(word) if word.islower() and word not in small else word for word in rest)]
    )
