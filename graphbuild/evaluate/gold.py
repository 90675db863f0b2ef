"""What an annotator says that the graph of one article should hold (docs/gold.md)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

TYPES: Final = ("Official", "Body", "Enterprise", "Project", "Place", "Meeting")
"""Classes of the ontology that are annotated."""

RELATIONS: Final[Mapping[str, str]] = {
    "visited": "visited",
    "accompanied": "accompanied",
    "chairs": "chairs",
    "met": "met",
    "attended": "attended",
    "part_of": "partOf",
    "located_in": "locatedIn",
}
"""Relations of gold files, and what the ontology calls them."""

CORE: Final = ("visited", "accompanied", "chairs", "met", "attended")
"""What officials do: the relations that are scored together."""

SYMMETRIC: Final = "met"
"""The relation of which either direction counts."""

PART_OF: Final = "part_of"

BACKGROUND: Final = frozenset({PART_OF, "located_in"})
"""Relations of which a graph may know more than the article says: found or missed, never false."""

MODALITIES: Final = ("planned", "directed", "negated")
"""What the claims of gold files usually are; other words are allowed, those for facts are not."""


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """A person, body, enterprise, project, place or named meeting of the article.

    `other_types` and `other_names` are as good as `type` and `name`; of an `optional` item two careful
    annotators might say that it is none: it is neither rewarded nor punished.
    """

    id: str
    type: str
    name: str
    other_names: tuple[str, ...] = ()
    other_types: tuple[str, ...] = ()
    optional: bool = False

    @property
    def types(self) -> frozenset[str]:
        """All acceptable types."""
        return frozenset((self.type, *self.other_types))


@dataclass(frozen=True, slots=True)
class GoldPost:
    """A title that a holder has, in a `home` (an entity id) unless the article names none."""

    holder: str
    title: str
    home: str | None = None
    other_titles: tuple[str, ...] = ()
    other_homes: tuple[str, ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldRelation:
    """An edge between two entities; `type` is a key of `RELATIONS`."""

    type: str
    subject: str
    object: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """An act that the article speaks of and that is no fact: planned, directed, denied."""

    type: str
    subject: str
    object: str
    modality: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldOrder:
    """The companions of one principal in the order in which the article lists them."""

    principal: str
    companions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """The gold of one article.

    `name` is the name of its file without the ending and `set` that of its folder; `article` is the
    text beside it. `event_date` is EDTF (``XXXX-04-04`` for a day without a year), `locus` the seat
    that the program is told, if any.
    """

    name: str
    set: str
    article: Path
    entities: tuple[GoldEntity, ...] = ()
    posts: tuple[GoldPost, ...] = ()
    relations: tuple[GoldRelation, ...] = ()
    claims: tuple[GoldClaim, ...] = ()
    orders: tuple[GoldOrder, ...] = ()
    event_date: str | None = None
    locus: str | None = None

    @property
    def by_id(self) -> dict[str, GoldEntity]:
        """The entities by their ids."""
        return {entity.id: entity for entity in self.entities}
