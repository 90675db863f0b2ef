"""What identity decides, and what it needs to know of an entity to decide more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from graphbuild.model import Doubt, Identity
from graphbuild.resolve.corpus.record import HeldPost


@dataclass(frozen=True, slots=True, order=True)
class Seen:
    """A post with the first and last day on which a record gives it, and how many do; "" is unknown."""

    post: HeldPost
    first: str = ""
    last: str = ""
    count: int = 1


@dataclass(frozen=True, slots=True)
class Profile:
    """An entity in short: what another is compared with.

    `order` is that of its anchor, the earliest record; `names` are its names as written. `company` are
    the places in which those named beside it are usually seen, `scene` the local places of its
    articles. `documents` are those that name it, which tells two bearers named together apart;
    `handles` the ids of those of its records of which a curator speaks.
    """

    entity: str
    type: str
    order: tuple[str, str, int]
    names: tuple[str, ...]
    posts: tuple[Seen, ...] = ()
    first: str = ""
    last: str = ""
    places: tuple[str, ...] = ()
    companions: tuple[str, ...] = ()
    company: tuple[str, ...] = ()
    scene: tuple[str, ...] = ()
    documents: frozenset[str] = frozenset()
    size: int = 1
    handles: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Link:
    """The decision that two entities of different blocks are one."""

    left: Profile
    right: Profile
    score: float
    reasons: tuple[str, ...] = ()


class Blocked(NamedTuple):
    """What one block gave."""

    identities: tuple[Identity, ...]
    doubts: tuple[Doubt, ...] = ()
    profiles: tuple[Profile, ...] = ()


class Linked(NamedTuple):
    """What one block of profiles gave."""

    links: tuple[Link, ...] = ()
    doubts: tuple[Doubt, ...] = ()
