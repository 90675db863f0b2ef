"""A chain as identity sees it: flat, picklable, and small, whatever the article was like."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

MOST_PLACES: Final = 12
MOST_COMPANIONS: Final = 24
"""How many people named in the same article a record keeps: lists of hundreds say little of anyone."""


@dataclass(frozen=True, slots=True, order=True)
class HeldPost:
    """A post as a document gives it.

    `rank` is the title without its status and topic, in lower case; `home` the key of the body,
    enterprise or place that it is in, `jurisdiction` the key of the place that this home governs or
    lies in (a city for its bureaus), `status` "held", "acting", "former" or "designate", `topic` what
    the holder is in charge of, as title or home say it ("defense"). Empty means unknown.
    """

    rank: str
    home: str = ""
    jurisdiction: str = ""
    status: str = "held"
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """One chain of one document.

    `number` is the place of the chain in its document, `date` the ISO day of release, empty when
    unknown. `companions` are the folded names of others in the document, `places` the keys of places that the
    chain is tied to, `seat` the key of the seat that the user stated for the article, `scene` the keys
    of the cities, counties and towns that the article tells of.
    """

    chain: str
    type: str
    name: str
    document: str
    number: int = 0
    date: str = ""
    key: str = ""
    aliases: tuple[str, ...] = ()
    posts: tuple[HeldPost, ...] = ()
    places: tuple[str, ...] = ()
    companions: tuple[str, ...] = ()
    seat: str = ""
    scene: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[str, str, int]:
        """By release, undated last, then by document: the first of an entity is its anchor."""
        return self.date or "9999", self.document, self.number
