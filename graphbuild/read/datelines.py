"""Lines above the text that only say where and when: "Lubin, October 12, 2023, 15:40".

They carry no label, so `graphbuild.read.fields` cannot account for every part of them. What makes
them no prose is that a whole day stands in them and that hardly anything else does.
"""

from __future__ import annotations

import re
from typing import Final

from graphbuild.read.dates import find_whole_dates
from graphbuild.read.fields import Field, FieldLine
from graphbuild.read.lines import ends_sentence
from graphbuild.read.words import words

LONGEST: Final = 160
"""Code points beyond which a line is prose."""

_MOST_SMALL: Final = 4
"""How many words in small letters may stand beside the date."""

_BRACKETED: Final = re.compile(r"[\[(（][^\[\]()（）]{0,60}[\])）]\s*$")
_SMALL_WORD: Final = re.compile(r"(?<![\w.])(?!(?:of|the|and|for|in|by|de|la)\b)[a-z]{2,}(?![\w.])")


def read_dateline(text: str) -> FieldLine | None:
    """Read a line that holds one whole day and little besides; None when it is anything else."""
    if len(text) > LONGEST:
        return None
    found = find_whole_dates(text)
    if len(found) != 1:
        return None
    (start, end, day) = found[0]
    bare = _BRACKETED.sub("", text)
    if ends_sentence(bare.rstrip()) and len(bare.rstrip(" .")) > end + 1:
        return None
    rest = f"{text[:start]} {text[end:]}"
    if _leads_in(text[:start]) or len(_SMALL_WORD.findall(rest)) > _MOST_SMALL:
        return None
    return FieldLine((Field("published", day, labelled=False),), "head", weak=True)


def _leads_in(before: str) -> bool:
    """Whether a preposition stands before the date, which makes it part of a clause: "On May 3, 2021 the"."""
    last = re.findall(r"[^\W\d_]+", before)[-1:]
    return bool(last) and last[0].casefold() in words().prepositions
