"""Dates in prose as EDTF (Library of Congress, ISO 8601-2 level 1).

A day without a year keeps ``XXXX`` unless the release date follows it within 31 days: then the
year is taken from there, and what the words alone say is kept beside it. A release date that does
not fit is flagged, never used.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Final

from graphbuild.languages import mapping, words
from graphbuild.model import EventDate, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

FITS: Final = 31
"""How many days after an event its report may come out for the year to be taken from the report."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date expression in the document's text."""

    span: Span
    date: EventDate


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    month = (
        "(?P<month>"
        + "|".join(sorted(mapping("en", "dates", "months"), key=lambda m: (-len(m), m)))
        + r")\b\.?"
    )
    month2 = month.replace("<month>", "<month2>")
    day, year = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\b", r"(?:,?\s+(?P<year>\d{4})\b)?"
    month, month2 = (_cased(part) for part in (month, month2))
    until = (
        r"(?:\s*(?:-|–|—|to|and|through|until)\s*(?:" + month2 + r"\s+)?(?P<last>\d{1,2})(?:st|nd|rd|th)?\b)?"
    )
    flags = re.NOFLAG
    return (
        re.compile(r"\b(?P<year>(?:19|20)\d{2})-(?P<month>\d{2})-(?P<day>\d{2})\b", flags),
        re.compile(rf"\b{month}\s+{day}{until}{year}", flags),
        re.compile(rf"\b{day}{until.replace(month2, month2)}\s+(?:of\s+)?{month}{year}", flags),
        re.compile(rf"\b{month}\s+(?P<year>(?:19|20)\d{{2}})\b", flags),
    )


def _cased(pattern: str) -> str:
    """Let months begin with a capital or be all capitals: "may" and "march" are verbs."""
    return re.sub(
        r"(?<![<A-Za-z])[a-z]+(?=[|)])", lambda match: f"{match[0].capitalize()}|{match[0].upper()}", pattern
    )


def find_dates(text: str, start: int, published: str | None) -> list[DateMention]:
    """Return the dates in `text`, which begins at offset `start` of its document.

    `published` is the release date as an ISO day; "today" and "yesterday" need it.
    """
    release = date.fromisoformat(published) if published else None
    found: list[DateMention] = []
    for pattern in _patterns():
        for match in pattern.finditer(text):
            span = Span(start + match.start(), start + match.end())
            if not any(span.overlaps(other.span) for other in found) and not _of_something_else(
                text, match.start()
            ):
                when = _event_date(match, release)
                if when is not None:
                    found.append(DateMention(span, when))
    found.extend(_relative(text, start, release))
    return sorted(found, key=lambda mention: mention.span)


def _of_something_else(text: str, start: int) -> bool:
    """Whether the word before the date makes it the date of a birth, a founding or a limit."""
    before = re.findall(r"[a-z]+", text[max(0, start - 24) : start].casefold())[-2:]
    return bool(set(before) & words("en", "dates", "limits.words"))


def _relative(text: str, start: int, release: date | None) -> list[DateMention]:
    if release is None or not _told_by_release().search(text):
        return []
    found = []
    for word, days in sorted(mapping("en", "dates", "relative").items()):
        for match in re.finditer(rf"\b{_spaced(word)}\b", text, re.IGNORECASE):
            day = release - timedelta(days=int(days))
            iso = day.isoformat()
            when = EventDate(iso, match.group(), iso, iso, rule="relative")
            found.append(DateMention(Span(start + match.start(), start + match.end()), when))
    return [*found, *_weekdays(text, start, release)]


@cache
def _told_by_release() -> re.Pattern[str]:
    """Return a pattern of all words that only the release settles, in letters of any case."""
    told = [*mapping("en", "dates", "relative"), *mapping("en", "dates", "weekdays")]
    return re.compile(rf"\b(?:{'|'.join(map(_spaced, sorted(told)))})\b", re.IGNORECASE)


def _spaced(words_: str) -> str:
    """Return a pattern of words with any white space between them."""
    return r"\s+".join(words_.split())


def _weekdays(text: str, start: int, release: date) -> Iterator[DateMention]:
    """Yield weekdays as the last such day up to the release: "on Tuesday" of a Wednesday's paper."""
    for name, number in sorted(mapping("en", "dates", "weekdays").items()):
        for match in re.finditer(rf"\b{name.capitalize()}\b(?!\s+[A-Z])", text):
            before = re.findall(r"[a-z]+", text[: match.start()].casefold())[-1:]
            if set(before) & words("en", "dates", "around.other_weeks") or _is_ahead(text, match.end()):
                continue
            back = (release.weekday() - int(number)) % 7
            back += 7 * bool(set(before) & words("en", "dates", "around.last_week") and not back)
            iso = (release - timedelta(days=back)).isoformat()
            span = Span(start + match.start(), start + match.end())
            yield DateMention(span, EventDate(iso, match.group(), iso, iso, rule="relative"))


def _is_ahead(text: str, end: int) -> bool:
    """Whether "next" or "coming" stands right after the weekday."""
    return re.match(r"\s+(?:next|coming)\b", text[end : end + 12]) is not None


def _event_date(match: re.Match[str], release: date | None) -> EventDate | None:
    parts = match.groupdict()
    month = _month(parts["month"])
    year = int(parts["year"]) if parts.get("year") else None
    if parts.get("day") is None:
        return _month_only(match.group(), year, month)
    first = (month, int(parts["day"]))
    last = (
        (_month(parts["month2"]) if parts.get("month2") else month, int(parts["last"]))
        if parts.get("last")
        else first
    )
    if not (_valid(first) and _valid(last)):
        return None
    if year is not None or release is None:
        return _day_or_range(match.group(), year, first, last, conflict=False)
    settled = _year_from(first, release)
    bare = _day_or_range(match.group(), None, first, last, conflict=settled is None)
    if settled is None or bare is None:
        return bare
    dated = _day_or_range(match.group(), settled, first, last, conflict=False)
    return replace(dated, stated=bare.edtf, rule="release") if dated else None


def _month(text: str) -> int:
    return int(text) if text.isdigit() else int(mapping("en", "dates", "months")[text.casefold()])


def _valid(day: tuple[int, int]) -> bool:
    try:
        date(2000, *day)
    except ValueError:
        return False
    return True


def _year_from(day: tuple[int, int], release: date) -> int | None:
    """Return the year that puts the day at most `FITS` days before the release, if one does."""
    for year in (release.year, release.year - 1):
        try:
            gap = (release - date(year, *day)).days
        except ValueError:
            continue
        if 0 <= gap <= FITS:
            return year
    return None


def _month_only(text: str, year: int | None, month: int) -> EventDate | None:
    if year is None or not 1 <= month <= 12:
        return None
    after = date(year + month // 12, month % 12 + 1, 1)
    return EventDate(
        f"{year:04d}-{month:02d}",
        text,
        date(year, month, 1).isoformat(),
        (after - timedelta(days=1)).isoformat(),
        rule="stated",
    )


def _day_or_range(
    text: str, year: int | None, first: tuple[int, int], last: tuple[int, int], *, conflict: bool
) -> EventDate | None:
    stem = "XXXX" if year is None else f"{year:04d}"
    edtf = f"{stem}-{first[0]:02d}-{first[1]:02d}"
    if last != first:
        edtf += f"/{stem}-{last[0]:02d}-{last[1]:02d}"
    if year is None:
        return EventDate(edtf, text, conflict=conflict)
    try:
        over = year + (first[0] >= 11 and last[0] <= 2)  # "December 30 to January 2"
        edtf = (
            edtf
            if over == year
            else f"{stem}-{first[0]:02d}-{first[1]:02d}/{over:04d}-{last[0]:02d}-{last[1]:02d}"
        )
        bounds = date(year, *first).isoformat(), date(over, *last).isoformat()
    except ValueError:
        return None
    return EventDate(edtf, text, *bounds, rule="stated") if bounds[0] <= bounds[1] else None
