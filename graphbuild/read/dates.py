"""Days as page headers write them: numeric, with the month in letters, or with 年月日."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from graphbuild.read.words import any_of, words


@dataclass(frozen=True, slots=True)
class HeaderDate:
    """A date of a header: `day` is the ISO day, None when no whole and real day is given."""

    day: str | None


def read_date(text: str) -> HeaderDate | None:
    """Read `text` as a date with or without a time of day; None when it is something else.

    A day without a year, a month without a day and a day that no calendar has are dates too, but
    their `day` is None: nothing is made up. So it is with 03/04/2021, which may be two days.
    """
    stripped = text.strip(" \t\r\n\xa0\u3000,，;；.。·-—")
    if not 3 <= len(stripped) <= 60:
        return None
    for pattern in _whole():
        if match := pattern.fullmatch(stripped):
            return HeaderDate(_day(match.groupdict()))
    return HeaderDate(None) if _partial().fullmatch(stripped) else None


def find_whole_dates(text: str) -> list[tuple[int, int, str]]:
    """Find the days with a year in `text`: where each begins and ends, and its ISO day, in order."""
    found: list[tuple[int, int, str]] = []
    for pattern in _whole():
        for match in pattern.finditer(text):
            day = _day(match.groupdict())
            clear = all(match.end() <= start or end <= match.start() for start, end, _ in found)
            if day and clear:
                found.append((match.start(), match.end(), day))
    return sorted(found)


def ending_date(text: str) -> tuple[int, HeaderDate] | None:
    """Find a date at the end of `text`: where it begins, and what it says."""
    for match in re.finditer(r"(?:^|(?<=[\s,，(（]))(?=[\d\w])", text[-60:]):
        begin = max(len(text) - 60, 0) + match.start()
        if found := read_date(text[begin:].rstrip(")） ")):
            return begin, found
    return None


def _day(parts: dict[str, str | None]) -> str | None:
    year, month, day = parts["year"], parts["month"], parts["day"]
    if not (year and month and day):
        return None
    number = int(month) if month.isdecimal() else _month(month)
    if parts.get("unsure") and number <= 12 and int(day) <= 12 and number != int(day):
        return None
    if parts.get("unsure") and number > 12:
        number, day = int(day), str(number)
    try:
        return date(int(year), number, int(day)).isoformat()
    except ValueError:
        return None


def _month(name: str) -> int:
    return next(at for at, month in enumerate(words().months, 1) if month.startswith(name.lower()[:3]))


@lru_cache(maxsize=1)
def _parts() -> tuple[str, str, str]:
    """Return patterns for the time of day that may follow, the weekday, and a month in letters."""
    clock = r"\d{1,2}\s*[:：时]\s*\d{2}(?:\s*[:：分]\s*\d{2})?秒?分?(?:\.\d{1,9})?(?:\s*[ap]\.?m\.?)?"
    zone = rf"(?:\s*\(?(?:{words().zones}|[+-]\d{{2}}:?\d{{2}})\)?)?"
    weekday = rf"(?:\s*[,，(（]?\s*(?:{words().weekdays}|星期.|周.)\.?\s*[)）]?,?)?"
    names = any_of([*words().months, *(f"{month[:3]}." for month in words().months), "sept.", "sept",
                    *(month[:3] for month in words().months)])  # fmt: skip
    return rf"(?:(?:\s*[T,，]|\s*\bat\b)?\s*{clock}{zone})?", weekday, names


@lru_cache(maxsize=1)
def _whole() -> tuple[re.Pattern[str], ...]:
    time, weekday, names = _parts()
    ordinal = r"(?:st|nd|rd|th)?"
    shapes = (
        r"(?P<year>\d{4})\s*[-/.年]\s*(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})\s*日?",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
        rf"(?P<month>{names})\s*(?P<day>\d{{1,2}}){ordinal}\s*,?\s*(?P<year>\d{{4}})",
        rf"(?P<day>\d{{1,2}}){ordinal}\s*(?:of\s)?[-\s]?\s*(?P<month>{names})[-,\s]\s*(?P<year>\d{{4}})",
        r"(?P<month>\d{1,2})(?P<unsure>[-/.])(?P<day>\d{1,2})[-/.](?P<year>\d{4})",
    )
    clock_first = time.removesuffix("?") + r"[,\s]+"
    return tuple(
        re.compile(rf"(?:{clock_first})?(?:{words().weekdays}\.?,?\s*)?{shape}{weekday}{time}", re.IGNORECASE)
        for shape in shapes
    )


@lru_cache(maxsize=1)
def _partial() -> re.Pattern[str]:
    time, weekday, names = _parts()
    shapes = (
        r"\d{1,2}[-/.]\d{1,2}",
        r"\d{1,2}\s*月\s*\d{1,2}\s*日?",
        rf"{names}\s*\d{{1,2}}(?:st|nd|rd|th)?",
        rf"\d{{1,2}}(?:st|nd|rd|th)?\s+{names}",
        r"(?:1[89]|2\d)\d{2}(?:\s*[-/.年]\s*\d{1,2}\s*月?|年)?",
        rf"{names},?\s*\d{{4}}",
        r"\d{1,2}:\d{2}(?::\d{2})?",
    )
    return re.compile(rf"(?:{words().weekdays}\.?,?\s*)?(?:{'|'.join(shapes)}){weekday}{time}", re.IGNORECASE)
