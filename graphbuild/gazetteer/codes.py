"""Codes under which others know a place, read off the gazetteer's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from graphbuild.gazetteer.index import read_lines

DIVISION: Final = "division"
"""Scheme of GB/T 2260: six digits of a division of China."""
ISO: Final = "iso"
"""Scheme of ISO 3166-1 (two letters of a country) and ISO 3166-2 (its first-level divisions)."""
GEONAMES: Final = "geonames"
"""Scheme of GeoNames: https://sws.geonames.org/NUMBER/."""

_HERE: Final = Path(__file__).parent
_SCHEMES: Final = (
    (DIVISION, re.compile(r"cn-([0-9]{6})")),
    (ISO, re.compile(r"country-([A-Z]{2})")),
    (ISO, re.compile(r"(?i:us)-([A-Z]{2})")),
    (GEONAMES, re.compile(r"city-([1-9][0-9]*)")),
)


def identifiers(code: str) -> Iterator[tuple[str, str]]:
    """Yield scheme and value of each public code of a place, given its code in the gazetteer.

    "cn-220281" is GB/T 2260 "220281", "cn-220000" also ISO 3166-2 "CN-JL", "country-KE" is ISO
    "KE", "us-TX" is ISO "US-TX" and "city-184745" is GeoNames "184745". A place of a user's list
    has none.
    """
    for scheme, form in _SCHEMES:
        found = form.fullmatch(code)
        if found:
            yield scheme, f"US-{found[1]}" if code.startswith("us-") else found[1]
    if re.fullmatch(r"cn-[0-9]{2}0000", code) and code[3:5] in _provinces():
        yield ISO, _provinces()[code[3:5]]


@cache
def _provinces() -> dict[str, str]:
    return dict(line.split("\t") for line in read_lines(_HERE / "iso3166.tsv"))
