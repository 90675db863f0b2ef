"""Amounts of money as stated: "70 billion yuan", "$165 million", "1.2 trillion naira"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from graphbuild.languages import mapping
from graphbuild.model import Span


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in units of `currency` (ISO 4217), with the span that states it."""

    span: Span
    amount: Decimal
    currency: str


@cache
def _pattern() -> re.Pattern[str]:
    scales = "|".join(mapping("en", "money", "scales"))
    units = "|".join(sorted(mapping("en", "money", "units"), key=lambda unit: (-len(unit), unit)))
    signs = "|".join(re.escape(sign) for sign in mapping("en", "money", "signs"))
    number = r"(?P<{0}>\d[\d,]{{0,19}}(?:\.\d{{1,6}})?)(?:\s*(?P<{0}s>{1})\b)?"
    signed = rf"(?P<sign>{signs})\s*{number.format('a', scales)}"
    named = rf"{number.format('b', scales)}\s*(?P<unit>{units})\b"
    return re.compile(f"{signed}|{named}", re.IGNORECASE)


def find_money(text: str, start: int) -> list[Money]:
    """Return the amounts in `text`, which begins at offset `start` of its document."""
    found = []
    for match in _pattern().finditer(text):
        key = "a" if match["a"] else "b"
        scale = Decimal(mapping("en", "money", "scales").get((match[f"{key}s"] or "").casefold(), "1"))
        table, unit = ("signs", match["sign"]) if match["sign"] else ("units", match["unit"])
        currency = mapping("en", "money", table)[" ".join(unit.casefold().split())]
        amount = Decimal(f"{(Decimal(match[key].replace(',', '')) * scale).normalize():f}")
        found.append(Money(Span(start + match.start(), start + match.end()), amount, currency))
    return found
