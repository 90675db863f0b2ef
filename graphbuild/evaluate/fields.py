"""The fields of one record of a gold file: each is what it should be, or an error says what is right."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Final, TypeVar

from graphbuild.errors import GoldError

_ALIKE: Final = 0.8
_LONGEST: Final = 2000
"""Characters of one text: more is a page in the wrong field."""

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Record:
    """A JSON object and where it stands ("posts[3]" of a file), with the fields that it may have."""

    file: str
    place: str
    values: Mapping[str, object]
    known: Collection[str] = field(default=(), kw_only=True)

    def __post_init__(self) -> None:
        for name in self.values:
            near = get_close_matches(name, self.known, n=1, cutoff=_ALIKE)
            if name not in self.known and near:
                raise self.wrong(name, f"is no field of the format; did you mean {near[0]!r}?")

    def wrong(self, name: str, problem: str) -> GoldError:
        """Return the error that a field has."""
        return GoldError(self.file, f"{self.place}.{name}" if self.place else name, problem)

    def text(self, name: str, right: str) -> str:
        """Return a text that has to be there; `right` says what it should be, with an example."""
        value = self.values.get(name)
        if not isinstance(value, str) or not value.strip() or len(value) > _LONGEST:
            raise self.wrong(name, f"is {shown(value)}; give {right}")
        return value

    def text_or_none(self, name: str, right: str) -> str | None:
        """Return a text, or None when the field is null or not there."""
        return None if self.values.get(name) is None else self.text(name, right)

    def texts(self, name: str, right: str) -> tuple[str, ...]:
        """Return a list of texts; one text alone is a list of one, a field that is not there is empty."""
        value = self.values.get(name)
        listed = [] if value is None else value if isinstance(value, list) else [value]
        for each in listed:
            if not isinstance(each, str) or not each.strip() or len(each) > _LONGEST:
                raise self.wrong(name, f"holds {shown(each)}; give {right}")
        return tuple(listed)

    def flag(self, name: str) -> bool:
        """Return true or false; a field that is not there is false."""
        value = self.values.get(name, False)
        if not isinstance(value, bool):
            raise self.wrong(name, f"is {shown(value)}; give true or false")
        return value

    def one_of(self, name: str, choices: Collection[str]) -> str:
        """Return one of the choices."""
        value = self.values.get(name)
        if not isinstance(value, str) or value not in choices:
            raise self.wrong(name, f"is {shown(value)}; choose from {', '.join(choices)}")
        return value

    def some_of(self, name: str, choices: Collection[str]) -> tuple[str, ...]:
        """Return a list of some of the choices."""
        found = self.texts(name, f"some of {', '.join(choices)}")
        for value in found:
            if value not in choices:
                raise self.wrong(name, f"holds {shown(value)}; choose from {', '.join(choices)}")
        return found

    def reference(self, name: str, ids: Mapping[str, object]) -> str:
        """Return the id of an entity of the same file."""
        value = self.text(name, "the id of an entity")
        self._check(name, value, ids)
        return value

    def references(self, name: str, ids: Mapping[str, object]) -> tuple[str, ...]:
        """Return the ids of some entities of the same file."""
        found = self.texts(name, "ids of entities")
        for value in found:
            self._check(name, value, ids)
        return found

    def _check(self, name: str, value: str, ids: Mapping[str, object]) -> None:
        if value not in ids:
            near = get_close_matches(value, ids, n=1)
            advice = f"did you mean {near[0]!r}?" if near else "give the id of one of `entities`"
            raise self.wrong(name, f"is {shown(value)}, which no entity bears; {advice}")

    def records(
        self, name: str, known: Collection[str], make: Callable[[Record], _T], *, needed: bool = True
    ) -> tuple[_T, ...]:
        """Return a list of objects, each made by a function."""
        value = self.values.get(name)
        if value is None and not needed:
            return ()
        if not isinstance(value, list):
            raise self.wrong(name, f"is {shown(value)}; give a list, empty if there is nothing to list")
        return tuple(make(self._inner(name, each, place, known)) for place, each in enumerate(value))

    def _inner(self, name: str, value: object, place: int, known: Collection[str]) -> Record:
        if not isinstance(value, dict):
            raise self.wrong(f"{name}[{place}]", f"is {shown(value)}; give an object with {', '.join(known)}")
        return Record(self.file, f"{name}[{place}]", value, known=known)


def shown(value: object) -> str:
    """Return a value as a message shows it: short, and "missing" for none."""
    if value is None:
        return "missing"
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
