"""A passage as the tagger should see it: letters composed, white space in single spaces.

General pipelines were trained on running text. A line break inside a name, or two spaces after a stop,
become tokens that shift their tags; a letter whose accent stands apart is two.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from graphbuild.annotate.legible import legible

_UNEVEN: Final = re.compile(r"\s\s|[^\S ]")
_PIECE: Final = re.compile(r"\s+|\S")


@dataclass(frozen=True, slots=True)
class Flat:
    """A passage in flat text, and where its characters stand in the document.

    `starts` and `ends` hold the range of the document that each character stands for; they are empty
    when each stands for itself, from `offset` on.
    """

    text: str
    offset: int = 0
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()

    def start(self, index: int) -> int:
        """Return where the character at `index` begins in the document."""
        return self.starts[index] if self.starts else index + self.offset

    def end(self, index: int) -> int:
        """Return where the character before `index` ends in the document."""
        return self.ends[index - 1] if self.ends else index + self.offset


def flat(text: str, offset: int = 0) -> Flat:
    """Return a passage that begins at `offset` of its document as flat text."""
    plain = legible(text)
    if _UNEVEN.search(plain) is None and unicodedata.is_normalized("NFC", plain):
        return Flat(plain, offset)
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for piece in _pieces(plain):
        shown = " " if piece[0].isspace() else unicodedata.normalize("NFC", piece[0])
        letters.append(shown)
        starts += [offset + piece[1]] * len(shown)
        ends += [offset + piece[1] + len(piece[0])] * len(shown)
    return Flat("".join(letters), 0, tuple(starts), tuple(ends))


def _pieces(text: str) -> list[tuple[str, int]]:
    """Return runs of white space, and letters with the marks that combine with them, each with its start."""
    found: list[tuple[str, int]] = []
    for match in _PIECE.finditer(text):
        if found and unicodedata.combining(match[0][0]) and not found[-1][0].isspace():
            found[-1] = (found[-1][0] + match[0], found[-1][1])
        else:
            found.append((match[0], match.start()))
    return found
