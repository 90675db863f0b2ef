"""How names of places are compared: the key that ignores what writers vary."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans(
    {
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ł": "l",
        "ı": "i",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ə": "e",
        "&": " and ",
    }
)
"""Letters that Unicode does not decompose into a base letter and a mark."""
_ARTICLE = re.compile(r"\s*the\s+(?=\S)")
_NOT_IN_A_NAME = re.compile(r"[\W_]+")
_MARKS = re.compile(r"[\u0300-\u036f]+")
_ACRONYM = 3


def name_key(name: str) -> str:
    """Return the key under which a name is filed.

    Case, diacritics, apostrophes, hyphens, full stops, spaces and a leading "the" do not count:
    "Xi'an", "XIAN" and "Xī'ān" share a key, and so do "Hulun Buir" and "Hulunbuir".
    """
    folded = name.casefold()
    if not folded.isascii() or "&" in folded:
        folded = _MARKS.sub("", unicodedata.normalize("NFKD", folded)).translate(_LETTERS)
    if folded.startswith("the ") or folded[:1].isspace():
        folded = _ARTICLE.sub("", folded, count=1)
    return _NOT_IN_A_NAME.sub("", folded)


def is_word(name: str) -> bool:
    """Tell whether a name can only be a common word: "us" and "uk" name places in capitals alone."""
    return len(name) <= _ACRONYM and name.isascii() and name.islower()
