"""The words of `words.toml` as sets and compiled patterns, loaded once when first needed."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

FIELD_KINDS = ("published", "updated", "source", "url", "person", "count", "widget", "other")


@dataclass(frozen=True, slots=True)
class Words:
    """What the reader knows of pages: sets of folded words, and patterns made from them.

    `label` finds a header label with its colon (group 1 is the label); `kinds` says of which kind
    a folded label is.
    """

    kinds: dict[str, str]
    certain: frozenset[str]
    loose: frozenset[str]
    own_site: frozenset[str]
    media: tuple[str, ...]
    joiners: frozenset[str]
    trails: frozenset[str]
    headings: frozenset[str]
    marks: str
    months: tuple[str, ...]
    label: re.Pattern[str]
    title: re.Pattern[str]
    event: re.Pattern[str]
    byline: re.Pattern[str]
    furniture: re.Pattern[str]
    alone: frozenset[str]
    patterns: tuple[re.Pattern[str], ...]
    leads: re.Pattern[str]
    page_numbers: tuple[re.Pattern[str], ...]
    caption: re.Pattern[str]
    credit: re.Pattern[str]
    weekdays: str
    zones: str
    prepositions: frozenset[str]


def fold(text: str) -> str:
    """Return `text` in lower case with runs of white space made one space, for comparison."""
    return " ".join(text.lower().split())


def any_of(phrases: Iterable[str]) -> str:
    """Return a pattern that matches any of the phrases, the longest first, however spaced."""
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(re.sub(r"(?:\\ )+", r"\\s+", re.escape(phrase)) for phrase in ordered) + ")"


def _closed(phrases: Iterable[str]) -> str:
    """Like `any_of`, but a Latin phrase must end where a word ends."""
    parts = list(phrases)
    latin = [phrase for phrase in parts if phrase.isascii()]
    rest = [phrase for phrase in parts if not phrase.isascii()]
    return f"(?:{any_of(latin)}(?![a-z])|{any_of(rest)})" if rest else f"(?:{any_of(latin)}(?![a-z]))"


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _only(phrases: list[str]) -> re.Pattern[str]:
    """Return a pattern for lines of nothing but phrases and counts, not dates; atomic, so linear in time."""
    gap = r"(?>[\s|/\\\[\]【】()（）<>«»‹›·•,、，:：+_—–-]|(?<!\d)\d{1,6}(?![\d年./:-]))*+"
    return _compile(rf"{gap}(?>{_closed(phrases)}{gap})++")


def _captions(table: dict[str, Any]) -> re.Pattern[str]:
    labels, starts, marks = any_of(table["labels"]), any_of(table["starts"]), re.escape(table["marks"])
    return _compile(rf"[{marks}]|{labels}\s*\d{{0,3}}\s*[:：]|{labels}\s*\d{{1,3}}[.、]|{starts}(?![a-z])")


def _credits(phrases: list[str]) -> re.Pattern[str]:
    opening, closing = r"[(（\[【]", r"[)）\]】]"
    credit = any_of(phrases)
    return _compile(rf"{opening}(?:{credit}\b[^()（）]{{0,60}}|[^()（）]{{1,30}}{credit}){closing}[.。]?\Z")


@lru_cache(maxsize=1)
def words() -> Words:
    """Return the words of the data file."""
    table = tomllib.loads(files("graphbuild.read").joinpath("words.toml").read_text(encoding="utf-8"))
    labels, furniture = table["labels"], table["furniture"]
    kinds = {fold(label): kind for kind in FIELD_KINDS for label in labels[kind]}
    dates = table["dates"]
    return Words(
        kinds=kinds,
        certain=frozenset(labels["certain"]),
        loose=frozenset(labels["loose"]),
        own_site=frozenset(table["source"]["own"]),
        media=tuple(table["source"]["media"]),
        joiners=frozenset(table["source"]["joiners"]),
        trails=frozenset(furniture["trails"]),
        headings=frozenset(furniture["headings"]),
        marks=table["caption"]["marks"],
        months=tuple(dates["months"]),
        label=_compile(rf"(?<![^\W\d_])({any_of(kinds)})\s*[:：]"),
        title=_compile(rf"{any_of(labels['title'])}\s*[:：]\s*"),
        event=_compile(rf"{any_of(labels['event'])}\s*[:：]"),
        byline=_compile(rf"{_closed(table['byline']['starts'])}\s*(?=\S)"),
        furniture=_only(furniture["phrases"]),
        alone=frozenset(furniture["alone"]),
        patterns=tuple(map(_compile, furniture["patterns"])),
        leads=_compile(rf"[<«‹]?\s*{any_of(furniture['leads'])}\s*[:：]"),
        page_numbers=tuple(map(_compile, furniture["page_numbers"])),
        caption=_captions(table["caption"]),
        credit=_credits(table["caption"]["credits"]),
        weekdays=any_of([*dates["weekdays"], *(day[:3] for day in dates["weekdays"])]),
        zones=any_of(dates["zones"]),
        prepositions=frozenset(dates["prepositions"]),
    )
