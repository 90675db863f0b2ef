"""The articles that metamorphic tests change: gold of our own, each with the names in it."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from graphbuild import gazetteer
from graphbuild.languages import rows
from tests.builds import Said, build_page, said

GOLD = Path(__file__).resolve().parent.parent / "gold"
PATHS = {path.stem: path for folder in ("own", "seedform") for path in sorted((GOLD / folder).glob("*.txt"))}
NAMES = tuple(PATHS)

SYLLABLES = (
    "bo",
    "chao",
    "fei",
    "hui",
    "jin",
    "kai",
    "lin",
    "mo",
    "qing",
    "rui",
    "shan",
    "tong",
    "xin",
    "yao",
)
"""Two of them make a name that no gazetteer has, or are thrown again."""


def text(name: str) -> str:
    """Return a page."""
    return PATHS[name].read_text(encoding="utf-8")


@cache
def told(name: str) -> Said:
    """Return what a page says as it is."""
    return said(build_page(text(name)))


def restated(found: Said, change: Callable[[str], str]) -> Said:
    """Return what is said with all its texts changed."""
    return Said(*(frozenset(_changed(item, change) for item in part) for part in found))


def _changed(item: Any, change: Callable[[str], str]) -> Any:
    if isinstance(item, str):
        return change(item)
    if not isinstance(item, tuple):
        return item
    changed = tuple(_changed(each, change) for each in item)
    return tuple(sorted(changed)) if changed and _is_part(changed[0]) else changed


def _is_part(item: Any) -> bool:
    """Whether it is a part in an event: they come sorted by names, and names have changed."""
    return isinstance(item, tuple) and len(item) == 3 and isinstance(item[1], int)


# --- other names ---------------------------------------------------------------------------------


def _entities(name: str, *types: str) -> list[str]:
    gold = json.loads(PATHS[name].with_suffix(".json").read_text(encoding="utf-8"))
    return [entity["name"] for entity in gold["entities"] if entity["type"] in types]


def given_names(name: str) -> dict[str, str]:
    """Map the given names of a page's people to others of their region and about their length."""
    regions = {row[0]: row[1] for row in rows("en", "given_names")}
    dice = random.Random(name)  # noqa: S311 - names, not secrets
    firsts = sorted({person.split()[0] for person in _entities(name, "Official")} & regions.keys())
    page = text(name)
    found: dict[str, str] = {}
    for first in firsts:
        fitting = [
            other
            for other, region in regions.items()
            if region == regions[first] and len(other) == len(first) and other.isascii()
        ]
        fresh = [other for other in fitting if other not in page and other not in found.values()]
        if fresh:
            found[first] = dice.choice(fresh)
    return found


def chinese_names(name: str) -> dict[str, str]:
    """Map the romanised Chinese people of a page to others: same surname, same new surname."""
    common = [row[0] for row in rows("en", "surnames") if row[1] == row[2] == "1" and len(row[0]) > 3]
    known = {row[0] for row in rows("en", "surnames")}
    people = [
        person for person in _entities(name, "Official") if re.fullmatch(r"[A-Z][a-z]+ [A-Z][a-z]+", person)
    ]
    people = [person for person in people if person.split()[0] in known]
    dice, page = random.Random(name), text(name)  # noqa: S311 - names, not secrets
    old = sorted({person.split()[0] for person in people})
    fresh = [surname for surname in common if not re.search(rf"\b{surname}\b", page)]
    surnames = dict(zip(old, dice.sample(fresh, len(old)), strict=True))
    given = {person: "".join(dice.sample(SYLLABLES, 2)).capitalize() for person in dict.fromkeys(people)}
    full = {person: f"{surnames[person.split()[0]]} {given[person]}" for person in given}
    return full | surnames


def places(name: str) -> dict[str, str]:
    """Map the invented toponyms of a page, which no gazetteer knows, to other invented ones."""
    dice, page = random.Random(name), text(name)  # noqa: S311 - names, not secrets
    kinds = "City|County|District|Town|Township|Village|Subdistrict|Prefecture"
    bare = {
        place.split()[0]
        for place in _entities(name, "Place")
        if re.fullmatch(rf"[A-Z][a-z]+ (?:{kinds})", place)
    }
    found: dict[str, str] = {}
    for old in sorted(word for word in bare if not gazetteer.lookup(word)):
        fresh = "".join(dice.sample(SYLLABLES, 2)).capitalize()
        while gazetteer.lookup(fresh) or fresh in page:
            fresh = "".join(dice.sample(SYLLABLES, 2)).capitalize()
        found[old] = fresh
    return found


def renamer(names: dict[str, str]) -> Callable[[str], str]:
    """Return what replaces whole names, longer ones first."""
    if not names:
        return str
    pattern = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return lambda words: re.sub(rf"\b(?:{pattern})\b", lambda found: names[found[0]], words)
