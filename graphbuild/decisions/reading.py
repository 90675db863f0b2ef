"""Reading and checking `decisions.toml`."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from graphbuild.decisions import values
from graphbuild.decisions.links import read_links
from graphbuild.decisions.values import Decision, Decisions, Source
from graphbuild.errors import DecisionError
from graphbuild.ontology import ontology

if TYPE_CHECKING:
    from collections.abc import Callable

NAME: Final = "decisions.toml"
"""What the file is called when it lies beside the articles."""

_LONGEST: Final = 4_000_000
_FREE: Final = frozenset({"note", "by", "on"})
"""Fields of any decision that say why, by whom and when; they change nothing."""
_HEADING: Final = re.compile(r"^\s*\[\[\s*[\"']?(\w+)[\"']?\s*\]\]", re.MULTILINE)
_LINE: Final = re.compile(r"\(at line (\d+), column \d+\)")


def read_curation(decisions: str | Path | None, links: str | Path | None) -> Decisions:
    """Read a file of decisions and a table of links, either of which there may not be."""
    found = read_decisions(decisions) if decisions is not None else values.NONE
    return replace(found, links=read_links(links)) if links is not None else found


def read_decisions(path: str | Path) -> Decisions:
    """Read a file of decisions. Raises `DecisionError` that names file and line if one cannot be used."""
    try:
        content = Path(path).read_bytes()
    except OSError as error:
        raise DecisionError(str(path), 0, f"cannot be read: {error.strerror or error}") from error
    if len(content) > _LONGEST:
        raise DecisionError(str(path), 0, f"is longer than {_LONGEST // 1_000_000} MB")
    try:
        return read_text(content.decode("utf-8-sig"), str(path))
    except UnicodeDecodeError as error:
        raise DecisionError(str(path), 0, "is not UTF-8 text; save it as UTF-8") from error


def read_text(text: str, source: str = NAME) -> Decisions:
    """Read decisions from the text of a file called `source`."""
    try:
        tables = tomllib.loads(text.replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise _broken(source, text, error) from error
    lines = _lines(text)
    found: dict[str, tuple[Decision, ...]] = {}
    for kind, rows in tables.items():
        if kind not in _READERS or not isinstance(rows, list):
            problem = f"{kind} is no kind of decision; choose from [[{']], [['.join(_READERS)}]]"
            raise DecisionError(source, next(iter(lines.get(kind, [])), 0), problem)
        at = lines.get(kind, [])
        numbered = [(row, at[n] if n < len(at) else 0) for n, row in enumerate(rows)]
        found[kind] = tuple(_READERS[kind](_Row(source, line, kind, row)) for row, line in numbered)
    return Decisions(**found, source=source)  # type: ignore[arg-type] # each reader gives its own kind


def _broken(source: str, text: str, error: Exception) -> DecisionError:
    """Return what tomllib found, with the line in front; the last if the end came too soon."""
    told = str(error).replace("(at end of document)", "")
    line = _LINE.search(told)
    at = int(line[1]) if line else text.count("\n") + 1
    return DecisionError(source, at, f"is not TOML: {_LINE.sub('', told).strip()}")


def _lines(text: str) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for heading in _HEADING.finditer(text):
        at = heading.start(1)
        found.setdefault(heading[1], []).append(text.count("\n", 0, at) + 1)
    return found


class _Row:
    """One decision as it stands in the file; what is taken out is checked, what is left over is wrong."""

    def __init__(self, source: str, line: int, kind: str, row: object) -> None:
        self.source, self.line, self.kind = source, line, kind
        if not isinstance(row, dict):
            raise self.wrong("must be a table with fields")
        self._left: dict[str, Any] = {key: value for key, value in row.items() if key not in _FREE}

    def wrong(self, problem: str) -> DecisionError:
        return DecisionError(self.source, self.line, f"[[{self.kind}]] {problem}")

    def text(self, name: str, default: str | None = None) -> str:
        value = self._left.pop(name, default)
        if value is None:
            raise self.wrong(f'needs {name} = "…"')
        if isinstance(value, date):
            return value.isoformat()
        if not isinstance(value, str) or (not value.strip() and default is None):
            raise self.wrong(f"{name} must be text in quotes")
        return value.strip()

    def ids(self, name: str) -> tuple[str, ...]:
        value = self._left.pop(name, None)
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise self.wrong(f'needs {name} = ["…", "…"]')
        repeated = [each for each, count in Counter(value).items() if count > 1]
        if len(value) < 2 or repeated:
            raise self.wrong(f"{name} must name two different ids or more")
        return tuple(value)

    def row(self, name: str) -> _Row:
        return _Row(self.source, self.line, f"{self.kind}.{name}", self._left.pop(name, None))

    def done(self) -> None:
        if self._left:
            raise self.wrong(f"has no field {', '.join(sorted(self._left))}")


def _merge(row: _Row) -> values.Merged:
    ids = row.ids("entities")
    row.done()
    return values.Merged(ids, row.line)


def _split(row: _Row) -> values.Split:
    ids = row.ids("entities")
    row.done()
    return values.Split(ids, row.line)


def _rename(row: _Row) -> values.Renamed:
    found = values.Renamed(row.text("entity"), row.text("label"), row.text("language", "en"), row.line)
    row.done()
    return found


def _retype(row: _Row) -> values.Retyped:
    found = values.Retyped(row.text("entity"), row.text("type"), row.line)
    row.done()
    if found.type not in ontology().classes:
        raise row.wrong(f"type {found.type} is no class of the ontology, such as Official, Body or Place")
    return found


def _reject(row: _Row) -> values.Rejected:
    names = ("claim", "document", "subject", "relation", "object", "text", "title")
    given = {name: row.text(name, "") for name in names}
    row.done()
    if not any(given.values()):
        raise row.wrong(f"needs a claim, or some of {', '.join(names[1:])}")
    if given["relation"]:
        _check_relation(row, given["relation"])
    return values.Rejected(**given, line=row.line)


def _add(row: _Row) -> values.Added:
    subject, relation = row.text("subject"), row.text("relation")
    _check_relation(row, relation)
    holds = relation == "holdsPost"
    title, home = (row.text("title"), row.text("post_in", "")) if holds else ("", "")
    object_ = "" if holds else row.text("object")
    day, source = row.text("date", ""), _source(row.row("source"))
    row.done()
    return values.Added(subject, relation, object_, source, title, home, day, row.line)


def _source(row: _Row) -> Source:
    names = ("url", "title", "publisher", "published")
    found = Source(row.text("quote"), **{name: row.text(name, "") for name in names})
    row.done()
    if not (found.url or found.title):
        raise row.wrong("needs a url or a title: a claim without a source cannot be checked")
    return found


def _omit(row: _Row) -> values.Omitted:
    found = values.Omitted(row.text("entity"), row.line)
    row.done()
    return found


def _check_relation(row: _Row, name: str) -> None:
    known = ontology().relations
    if name not in known:
        raise row.wrong(f"relation {name} is none of {', '.join(sorted(known))}")


_READERS: Final[dict[str, Callable[[_Row], Decision]]] = {
    "merge": _merge,
    "split": _split,
    "rename": _rename,
    "retype": _retype,
    "reject": _reject,
    "add": _add,
    "omit": _omit,
}
