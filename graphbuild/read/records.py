"""Records of data files to documents: which field is which, and what a field may hold."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Final

from graphbuild.errors import ReadError
from graphbuild.model import Document
from graphbuild.read.dates import read_date
from graphbuild.read.html import is_html, read_html
from graphbuild.read.page import Stated, compose_titled
from graphbuild.read.tables import Record, records

if TYPE_CHECKING:
    from collections.abc import Callable

_ISO: Final = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}[\d:.,]*\s*(?:Z|UTC|[+-]\d{2}:?\d{2})?)?")
_UNFOUND: Final = 20
"""Records without any text after which a file is given up: its fields must have other names."""

_SHOWN: Final = 8


@dataclass(frozen=True, slots=True)
class Fields:
    """Which names the fields of an article have in data files.

    `stated` are the user's own ("text" to "lead.body": a dot goes into an object). What is not
    stated is looked for under the usual names of ``records.toml``. Raises `ReadError` for a key
    that is no field of an article.
    """

    stated: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        unknown = [name for name in self.stated if name not in usual_names()]
        if unknown:
            known = ", ".join(usual_names())
            raise ReadError("fields", f"{unknown[0]!r} is no field of an article; choose from {known}")

    def value(self, name: str, values: Mapping[str, object]) -> object:
        """Return what a record holds for one field of an article; None for nothing."""
        if name in self.stated:
            return _reach(values, self.stated[name])
        folded = {_fold(key): key for key in reversed(list(values))}
        found = (values[folded[each]] for each in usual_names()[name] if each in folded)
        return next((value for value in found if value not in (None, "")), None)


@lru_cache(maxsize=1)
def usual_names() -> dict[str, tuple[str, ...]]:
    """Return the fields of an article, each with the folded names that data files use for it."""
    text = files(__package__).joinpath("records.toml").read_text(encoding="utf-8")
    return {name: tuple(map(_fold, names)) for name, names in tomllib.loads(text).items()}


def _fold(name: str) -> str:
    return re.sub(r"[\s_-]+", "", str(name)).casefold()


def _reach(values: Mapping[str, object], path: str) -> object:
    """Return the value at a name, or at a path of names with dots between."""
    if path in values:
        return values[path]
    found: object = values
    for name in path.split("."):
        found = found.get(name) if isinstance(found, Mapping) else None
    return found


def read_records(
    path: str | Path,
    *,
    on_problem: Callable[[ReadError], None],
    fields: Mapping[str, str] | None = None,
    language: str | None = None,
    locus: str | None = None,
) -> Iterator[Document]:
    """Yield the articles of a data file one at a time.

    A record that is no article is told to `on_problem` with its file and line, and skipped. What a
    record says of itself wins over `language` and `locus`, which hold for the others. A file that
    breaks off, or whose first twenty records all hold no text, is told and left.
    """
    names = Fields(fields or {})
    unfound, good, record = 0, False, None
    try:
        for record in records(path):
            source = f"{path}: {record.place}"
            try:
                yield _document(record, source, names, language, locus)
                good = True
            except ReadError as error:
                on_problem(error)
                unfound += _no_text(record, names)
            if unfound >= _UNFOUND and not good:
                on_problem(
                    ReadError(str(path), f"no text in the first {_UNFOUND} records; the rest is not read")
                )
                return
        if record is None:
            on_problem(ReadError(str(path), "empty: there are no records in it"))
    except ReadError as error:
        on_problem(error)


def _no_text(record: Record, names: Fields) -> bool:
    return not record.problem and names.value("text", record.values) is None


def _document(
    record: Record, source: str, names: Fields, language: str | None, locus: str | None
) -> Document:
    if record.problem:
        raise ReadError(source, record.problem)
    found = {name: names.value(name, record.values) for name in usual_names()}
    if found["text"] is None:
        raise ReadError(source, _missing(record.values, names))
    text, title = _text(found, "text", source), _text(found, "title", source)
    stated = Stated(
        url=_text(found, "url", source) or None,
        published=_day(found["published"], source),
        publisher=_text(found, "publisher", source) or None,
        language=_language(_text(found, "language", source)) or language,
        locus=_text(found, "locus", source) or locus,
    )
    if is_html(text):
        page = {name: getattr(stated, name) for name in Stated.__slots__}
        return read_html(text, source=source, **page)
    return compose_titled(title, text, source, stated)


def _missing(values: Mapping[str, object], names: Fields) -> str:
    own = names.stated.get("text")
    shown = ", ".join(list(map(str, values))[:_SHOWN]) or "none"
    wanted = f"no field {own!r} with a text" if own else "no field with a text"
    return f"{wanted}: its fields are {shown}; name the right one with --fields text=NAME"


def _text(found: Mapping[str, object], name: str, source: str) -> str:
    value = found[name]
    if value is None:
        return ""
    if isinstance(value, str):
        return value if name == "text" else " ".join(value.split())
    raise ReadError(source, f"{name} is no text but {_kind(value)}")


def _kind(value: object) -> str:
    named = {
        "dict": "an object",
        "list": "a list",
        "int": "a number",
        "float": "a number",
        "bool": "true or false",
    }
    return named.get(type(value).__name__, f"a {type(value).__name__}")


def _day(value: object, source: str) -> str | None:
    """Return the ISO day of a date, of a time stamp, or of a text that says one."""
    if value in (None, ""):
        return None
    if isinstance(value, date):  # a datetime is one too
        return value.strftime("%Y-%m-%d")
    text = value if isinstance(value, str) else str(value)
    stamp = _ISO.fullmatch(text.strip())
    said = read_date(stamp[1] if stamp else text)
    if said is None or said.day is None:
        raise ReadError(source, f"published {text[:40]!r} is not a day like 2023-08-04")
    return said.day


def _language(name: str) -> str | None:
    """Return the language of a tag such as "en-US"."""
    return re.split(r"[-_]", name)[0].lower() or None
