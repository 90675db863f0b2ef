"""What the name of a body says: whose it is, at which level, and which organ."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from graphbuild.languages import mapping, words

_ARTICLE: Final = re.compile(r"^(?:the|a|an|our|its)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class BodyName:
    """Parts of a body's name: "Jinfeng Municipal Finance Bureau" is Jinfeng, municipal, finance bureau.

    `jurisdiction` is "" for an elliptical name ("Municipal Finance Bureau"); `level` is None when no
    word of level occurs; `word` is the level word as written.
    """

    jurisdiction: str
    level: str | None
    word: str
    organ: str
    start: int = 0


def plain(name: str) -> str:
    """Return the name on one line, without a leading article."""
    return _ARTICLE.sub("", " ".join(name.split()))


def parse_body(name: str) -> BodyName:
    """Split a body's name at its first level word; a complement after "of" is read on its own."""
    parts = plain(name).split()
    levels = mapping("en", "bodies", "levels")
    for size in (2, 1):
        for index in range(len(parts) - size + 1):
            word = " ".join(parts[index : index + size]).casefold()
            if word in levels and index + size < len(parts) + 1:
                before = [
                    w for w in parts[:index] if w.casefold() not in words("en", "bodies", "party_marks")
                ]
                jurisdiction = _after_of(before)
                return BodyName(
                    " ".join(jurisdiction), levels[word], parts[index], " ".join(parts[index + size :]), index
                )
    return BodyName("", None, "", " ".join(parts))


def _after_of(parts: list[str]) -> list[str]:
    """Keep what follows the last "of" ("Office of the Jinfeng" gives Jinfeng)."""
    small = words("en", "grammar", "small") - {"and"}
    for index in reversed(range(len(parts))):
        if parts[index].casefold() in small:
            return parts[index + 1 :]
    return parts


def canonical(name: str) -> str:
    """Return one form for the variants of a body's name, in lower case.

    "CPC Jinfeng Municipal Committee" and "Jinfeng Municipal Party Committee" agree, as do "People's
    Government" and "Government", and "Office of the X" and "X Office".
    """
    text = plain(name).casefold().replace("’", "'").replace("people's government", "government")
    text = re.sub(r"^(?:cpc|ccp)\s+(.+?)\s+committee$", r"\1 party committee", text)
    text = re.sub(r"\b(?:cpc|ccp)\s+(.+?)\s+committee\b", r"\1 party committee", text)
    text = re.sub(r"^(.+) committee of the (?:cpc|communist party of china)$", r"\1 party committee", text)
    turned = re.match(
        r"^(office|general office|standing committee|party committee|people's congress|government)"
        r" of (?:the )?(.+)$",
        text,
    )
    if turned:
        text = f"{turned[2]} {turned[1]}"
    return re.sub(r"\s*\(.*\)", "", text).replace("standing committee of the ", "standing committee of ")


def title_case(name: str) -> str:
    """Capitalise the words of a name but for its small words."""
    parts, small = name.split(), words("en", "grammar", "small")
    return " ".join(
        word if word.casefold() in small and number else word[:1].upper() + word[1:]
        for number, word in enumerate(parts)
    )


def complete(name: str, place: str, level_word: str) -> str:
    """Put the place before the first level word: "Municipal Finance Bureau" becomes "Jinfeng Municipal …"."""
    parts = plain(name).split()
    at = next((i for i, word in enumerate(parts) if word.casefold() == level_word.casefold()), 0)
    head, tail = parts[:at], parts[at:]
    return " ".join([*(title_case(" ".join(head)).split()), place, *title_case(" ".join(tail)).split()])
