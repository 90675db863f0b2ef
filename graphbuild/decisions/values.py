"""The kinds of decisions. `line` is where one stands in its file, from 1."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeAlias

from graphbuild.decisions.links import NO_LINKS, Links

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Merged:
    """Entities that are one."""

    entities: tuple[str, ...]
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Split:
    """Entities that are never one, each pair of them."""

    entities: tuple[str, ...]
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Renamed:
    """The label that an entity shall have."""

    entity: str
    label: str
    language: str = "en"
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Retyped:
    """The class that an entity shall have."""

    entity: str
    type: str
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Rejected:
    """A claim that is wrong: named by its id, or by all that is given of the other fields.

    `subject` and `object` are ids or labels, `text` is a part of the sentence. With holdsPost,
    `object` may be the post or where it is held, and `title` is that of the post. Empty means any.
    """

    claim: str = ""
    document: str = ""
    subject: str = ""
    relation: str = ""
    object: str = ""
    text: str = ""
    title: str = ""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Source:
    """Where an added claim comes from: a page or book, with the words that say so."""

    quote: str
    url: str = ""
    title: str = ""
    publisher: str = ""
    published: str = ""


@dataclass(frozen=True, slots=True)
class Added:
    """A claim from a source of its own; with holdsPost, `title` and `post_in` give the post."""

    subject: str
    relation: str
    object: str
    source: Source
    title: str = ""
    post_in: str = ""
    date: str = ""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Omitted:
    """A private person, or anything else that is to stay out of the graph with all that is said of it."""

    entity: str
    line: int = field(default=0, compare=False)


Decision: TypeAlias = Merged | Split | Renamed | Retyped | Rejected | Added | Omitted


@dataclass(frozen=True, slots=True)
class Decisions:
    """All decisions of a file, each kind in the order in which they stand there; `links` are of a table."""

    merge: tuple[Merged, ...] = ()
    split: tuple[Split, ...] = ()
    rename: tuple[Renamed, ...] = ()
    retype: tuple[Retyped, ...] = ()
    reject: tuple[Rejected, ...] = ()
    add: tuple[Added, ...] = ()
    omit: tuple[Omitted, ...] = ()
    links: Links = NO_LINKS
    source: str = field(default="", compare=False)

    def __iter__(self) -> Iterator[Decision]:
        """Iterate over every decision, in the order of the file."""
        kinds = (self.merge, self.split, self.rename, self.retype, self.reject, self.add, self.omit)
        return iter(sorted((each for kind in kinds for each in kind), key=lambda each: each.line))

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all entities that decisions name."""
        many = [*(each.entities for each in self.merge), *(each.entities for each in self.split)]
        single = [*(e.entity for e in self.rename), *(e.entity for e in self.retype)]
        single += [each.entity for each in self.omit]
        ends = (end for each in self.add for end in (each.subject, each.object, each.post_in) if end)
        said = (end for each in self.reject for end in (each.subject, each.object) if end)
        return frozenset((*(name for names in many for name in names), *single, *ends, *said))

    @property
    def apart(self) -> frozenset[frozenset[str]]:
        """The pairs of ids that are never one."""
        pairs = ((one, two) for each in self.split for one in each.entities for two in each.entities)
        return frozenset(frozenset(pair) for pair in pairs if pair[0] != pair[1])


NONE: Final = Decisions()
