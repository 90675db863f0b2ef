"""A text as the tagger should see it, character for character as long as the original."""

from __future__ import annotations

from typing import Final

_SPACES: Final = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
_INVISIBLE: Final = "\u200b\u200e\u200f\u2060\ufeff\r\t\u2028\u2029\u202a\u202b\u202c\u202d\u202e\x00"
_TABLE: Final = str.maketrans(
    {
        **dict.fromkeys(map(chr, range(0xD800, 0xE000)), "\ufffd"),  # lone surrogates cannot be encoded
        **dict.fromkeys(_SPACES + _INVISIBLE, " "),
        **dict.fromkeys("\u2018\u2019\u201b\u2032", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012", "-"),
        **dict.fromkeys("\u2022\u25b2\u25b3\u25cf\u25a0\u25c6", " "),
        "\uff0c": ",",
        "\uff1b": ";",
        "\uff08": "(",
        "\uff09": ")",
        "\uff1a": ":",
    }
)  # fmt: skip


def legible(text: str) -> str:
    """Replace no-break spaces, curly quotes and other typographic forms one for one.

    The result has the length of `text`, so that offsets hold in both.
    """
    return text.translate(_TABLE)
