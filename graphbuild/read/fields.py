"""Header fields: the release time, the source, the author, the number of views.

A line is a field line only if every part of it can be accounted for: labels that are known with
values of their kind, dates, tags in brackets, bylines, names of media. One part that cannot be
makes the whole line prose, for prose must never be lost.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from graphbuild.read.dates import HeaderDate, ending_date, read_date
from graphbuild.read.lines import ends_sentence
from graphbuild.read.words import fold, words

LONGEST = 400
"""Code points beyond which a line is never a field line."""

LONGEST_ADDRESS = 3000
"""Code points beyond which a line is no field line even if it begins with a label and an address."""

LONGEST_NAME = 80
"""Code points beyond which a value is never the name of a person or publisher."""

LONGEST_CHINESE_NAME = 32
"""Chinese characters beyond which a value is never a name."""

_GAP = re.compile(r"\s{2,}|[\t\u3000|｜]")
_TAG = re.compile(r"[\[【(（]([^\[\]【】()（）]{0,40})[\]】)）]")
_EDGE = " \t\xa0\u3000,，;；、|｜/()（）[]【】\"“”'‘’《》<>*-—·"
_URL = re.compile(r"https?://[^\s<>\"'“”（），。]{3,2000}", re.IGNORECASE)
_CHINESE_NAMES = re.compile(r"[\u4e00-\u9fff·]{2,4}(?:[\s、,/]+[\u4e00-\u9fff·]{2,4}){0,8}")
_DATED = frozenset({"published", "day"})
_COUNT = re.compile(r"[\d,，. ]{0,15}(?:times|time|views|hits|次|人次)?", re.IGNORECASE)
_ABBREVIATION = re.compile(r"\b[A-Z][a-z]{0,3}\.$")
_NEVER_IN_NAMES = frozenset("。！？!?；，")
_LOCATOR = re.compile(r"\S/\S|\w_\w|\d{6}")


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its kind ("published", "source"), its value, and whether a label said so."""

    kind: str
    value: str
    labelled: bool = True


@dataclass(frozen=True, slots=True)
class FieldLine:
    """What a line says of its article.

    `where` is the part of the page in which that may be so: "any", "edge" (before and after the
    text) or "head" (before it: after a text, "Time: October 8, 2023" tells of an event).
    `weak` lines could be a title as well ("By Boat to the Islands"): they need one above them.
    `waiting` is the kind of a last field whose value must stand on the next line.
    """

    fields: tuple[Field, ...]
    where: str
    weak: bool
    waiting: str | None = None


def read_fields(line: str) -> FieldLine | None:
    """Read a line as header fields; None when it is anything else."""
    labels = _labels(line)
    if (len(line) > LONGEST and not labels) or not any(char.isalnum() for char in line):
        return None
    head = line[: labels[0].start()] if labels else line
    fields = _free(head)
    if fields is None or not (labels or _may_stand_alone(line, fields)):
        return None
    for label, after in zip(labels, (*labels[1:], None), strict=False):
        end = after.start() if after else len(line)
        kind = words().kinds[fold(label[1])]
        values = read_value(kind, line[label.end() : end])
        if values is None:
            return None
        fields += values
    where, waiting = _where(labels, fields), _waiting(labels, line)
    weak = not waiting and (where == "head" or not labels) and not {field.kind for field in fields} & _DATED
    return FieldLine(tuple(fields), where, weak, waiting)


def _labels(line: str) -> list[re.Match[str]]:
    """Find the labels of a line; of a long line only if it begins with one and an address."""
    if ":" not in line and "：" not in line:
        return []
    if len(line) <= LONGEST:
        return list(words().label.finditer(line))
    first = words().label.match(line[:LONGEST])
    addressed = first and len(line) <= LONGEST_ADDRESS and _URL.match(line[first.end() :].lstrip())
    return [first] if first and addressed else []


def read_value(kind: str, text: str) -> list[Field] | None:
    """Read what follows a label of that kind; None when it cannot be such a value."""
    first, *rest = (chunk.strip(_EDGE) for chunk in _GAP.split(_TAG.sub("  ", text).strip()))
    name, dates = _without_date(first) if kind in ("source", "person") else (first, [])
    if kind in ("source", "url") and _LOCATOR.search(name) and not ends_sentence(text):
        return [Field("url" if _URL.match(text.strip()) else kind, text.strip())]
    if not _is_value(kind, name):
        return None
    fields = [Field(kind, name), *dates] if name else dates
    for chunk in rest:
        more = _free(chunk)
        if more is None and not _is_value(kind, chunk):
            return None
        fields += more or []
    return fields


def _without_date(text: str) -> tuple[str, list[Field]]:
    """Part "Hill Daily 2023/08/04" into the name and the date."""
    found = ending_date(text) if len(text) <= 2 * LONGEST_NAME else None
    if not found or found[0] == 0:
        return text, []
    begin, date = found
    return text[:begin].strip(_EDGE), [_date_field(text[begin:].strip(_EDGE), date)]


def _date_field(text: str, date: HeaderDate) -> Field:
    return Field("published" if date.day else "day", text, labelled=False)


def publisher(fields: Iterable[Field]) -> str | None:
    """Return the first source that names a publisher, not "this site" and not a path."""
    names = (fold_spaces(field.value) for field in _labelled_first(fields) if field.kind == "source")
    return next((name for name in names if _names_publisher(name)), None)


def published(fields: Iterable[Field]) -> str | None:
    """Return the first whole day on which the article was published, else updated."""
    ordered = _labelled_first(fields)
    values = (field.value for kind in ("published", "updated") for field in ordered if field.kind == kind)
    return next((found.day for found in map(read_date, values) if found and found.day), None)


def _labelled_first(fields: Iterable[Field]) -> list[Field]:
    return sorted(fields, key=lambda field: not field.labelled)


def address(fields: Iterable[Field]) -> str | None:
    """Return the first address of the page that a url or source field holds."""
    values = (field.value for field in fields if field.kind in ("url", "source"))
    matches = (_URL.match(value) for value in values)
    return next((match[0].rstrip(".,;)") for match in matches if match), None)


def fold_spaces(text: str) -> str:
    """Return `text` with runs of white space made one space."""
    return " ".join(text.split())


def _names_publisher(name: str) -> bool:
    return bool(name) and fold(name) not in words().own_site and not _LOCATOR.search(name)


def _is_value(kind: str, text: str) -> bool:
    """Whether `text` (possibly empty) can be the value of a field of that kind."""
    tests: dict[str, Callable[[str], object]] = {
        "published": read_date,
        "updated": read_date,
        "count": _COUNT.fullmatch,
        "widget": words().furniture.fullmatch,
        "url": _URL.match,
        "person": _may_be_person,
    }
    own = kind == "source" and fold(text) in words().own_site
    return not text or own or bool(tests.get(kind, is_name)(text))


def is_name(text: str) -> bool:
    """Whether `text` looks like names: short, no sentence, capitals where Latin letters are."""
    if len(text) > LONGEST_NAME or (ends_sentence(text) and not _ABBREVIATION.search(text)):
        return False
    if set(text) & _NEVER_IN_NAMES or sum(char > "\u2e7f" for char in text) > LONGEST_CHINESE_NAME:
        return False
    latin = [word for word in re.findall(r"[^\W\d_]+", text) if word.isascii()]
    small = [word for word in latin if word.islower() and word.lower() not in words().joiners]
    return len(latin) <= 16 and 3 * len(small) <= len(latin)


def _may_be_person(text: str) -> bool:
    """Whether `text` after a label may name people, with or without what they are."""
    return is_name(text) and not any(char.isdecimal() for char in text)


def is_person(text: str) -> bool:
    """Whether `text` without a label is names of people; Chinese ones have two to four characters."""
    return _may_be_person(text) and (text.isascii() or _CHINESE_NAMES.fullmatch(text) is not None)


def _free(text: str) -> list[Field] | None:
    """Read text without a label before it: dates, tags, bylines, media; None for anything else."""
    fields: list[Field] = []
    tags = [tag[1].strip(_EDGE) for tag in _TAG.finditer(text)]
    for chunk in (*tags, *_GAP.split(_TAG.sub("  ", text))):
        found = _free_chunk(chunk.strip(_EDGE), tag=chunk in tags)
        if found is None:
            return None
        fields += found
    return fields


def _free_chunk(text: str, *, tag: bool) -> list[Field] | None:
    if not text:
        return []
    if found := read_date(text):
        return [_date_field(text, found)]
    if words().furniture.fullmatch(text):
        return []
    if start := words().byline.match(text):
        name = text[start.end() :]
        return [Field("person", name, labelled=False)] if is_person(name) else None
    if named := _media(text):
        return named
    return [Field("tag", text, labelled=False)] if tag and is_name(text) else None


def _media(text: str) -> list[Field] | None:
    """Read "Hill County News Network October 17" or the name of a medium alone."""
    if len(text) > 2 * LONGEST_NAME or ends_sentence(text):
        return None
    found = ending_date(text)
    name = (text[: found[0]] if found else text).strip(_EDGE)
    if not is_name(name) or not fold(name).endswith(words().media):
        return None
    dates = [_date_field(text[found[0] :].strip(_EDGE), found[1])] if found else []
    return [Field("source", name, labelled=False), *dates]


def _may_stand_alone(line: str, fields: list[Field]) -> bool:
    """Whether a line without any label is a field line: it gives a date, or is a byline.

    "Reporters Visit Hill County" is none: in Latin letters a byline by itself begins with "by".
    """
    kinds = {field.kind for field in fields}
    return bool(kinds & _DATED) or (
        kinds == {"person"} and (fold(line).startswith("by ") or not line[0].isascii())
    )


def _where(labels: list[re.Match[str]], fields: list[Field]) -> str:
    """Say in which part of a page such a line is a field line (see `FieldLine`)."""
    names = [fold(label[1]) for label in labels]
    if len({words().kinds[name] for name in names}) > 1 and len(fields) > 1:
        return "any"
    if words().certain.intersection(names) and published(fields) is not None:
        return "any"
    return "head" if names and words().loose.issuperset(names) else "edge"


def _waiting(labels: list[re.Match[str]], line: str) -> str | None:
    """Return the kind of the last label when nothing follows it."""
    if not labels or line[labels[-1].end() :].strip(_EDGE):
        return None
    return words().kinds[fold(labels[-1][1])]
