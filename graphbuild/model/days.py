"""Days as numbers, for the time between two."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Final

_DAY: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


@lru_cache(maxsize=65536)
def day_number(text: str) -> int | None:
    """Return a number for an ISO day, a month or year by its first; None for anything else.

    Numbers count days; a day that no calendar has (February 31) counts as the first of its month.
    """
    found = _DAY.fullmatch(text)
    if found is None:
        return None
    year, month, day = (int(part or 1) for part in found.groups())
    for parts in ((year, month, day), (year, month, 1), (year, 1, 1)):
        try:
            return date(*parts).toordinal()
        except ValueError:
            continue
    return None
