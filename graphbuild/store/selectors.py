"""Which documents of a workspace are meant by what a user names: an id, an address, a path, a title."""

from __future__ import annotations

import os
from collections.abc import Iterable
from fnmatch import fnmatchcase
from typing import Final

from graphbuild.errors import StoreError
from graphbuild.store.shards import Member

_SHORTEST_ID: Final = 6
"""Digits of an id that are enough to name a document."""

_RIGHT: Final = "give an id, an address, a path or a title (with * for any text)"


def select(members: Iterable[Member], names: Iterable[str]) -> set[str]:
    """Return the ids of the documents that any of the names means.

    A name is an id or the beginning of one, an address, the path of a file or folder as it was
    given to the build (with ``: line 4`` for one record of a data file), or a title, in which ``*``
    and ``?`` stand for any text. Raises `StoreError` for a name that means no document.
    """
    known = list(members)
    chosen: set[str] = set()
    for name in names:
        found = {member.id for member in known if matches(member, name)}
        if not found:
            raise StoreError(f"{name}: no such document here: {_RIGHT}")
        chosen |= found
    return chosen


def matches(member: Member, name: str) -> bool:
    """Whether a name means this document."""
    whole = name == member.id or (len(name) >= _SHORTEST_ID and member.id.startswith(name.lower()))
    address = bool(member.url) and name == member.url
    return whole or address or from_path(member, name) or _titled(member.title, name)


def from_path(member: Member, path: str) -> bool:
    """Whether the document was read from this file, a record of it, or a file below this folder."""
    if not path or not member.source:
        return False
    source, wanted = os.path.normpath(member.source), os.path.normpath(path)
    return source == wanted or source.startswith((f"{wanted}: ", f"{wanted}{os.sep}"))


def _titled(title: str, name: str) -> bool:
    return bool(title.strip()) and fnmatchcase(title.casefold(), name.casefold())
