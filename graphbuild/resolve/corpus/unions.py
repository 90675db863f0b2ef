"""Disjoint sets: which of many are one, whatever the order in which that was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Unions:
    """A union-find over strings; the smallest of a set leads it."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._leader = {name: name for name in names}

    def find(self, name: str) -> str:
        """Return the leader of the set that a name is in; one not met before is alone."""
        self._leader.setdefault(name, name)
        while self._leader[name] != name:
            self._leader[name] = self._leader[self._leader[name]]
            name = self._leader[name]
        return name

    def join(self, one: str, two: str) -> str:
        """Make two sets one, and return its leader."""
        first, second = sorted((self.find(one), self.find(two)))
        self._leader[second] = first
        return first
