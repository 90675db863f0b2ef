"""Amounts of money."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.extract.money import find_money


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("a total of 70 billion yuan", "70000000000", "CNY"),
        ("costs 1,250,000 yuan", "1250000", "CNY"),
        ("worth $165 million", "165000000", "USD"),
        ("worth US$1.2 billion", "1200000000", "USD"),
        ("gave 1.2 trillion naira", "1200000000000", "NGN"),
        ("gave 3.5 million U.S. dollars", "3500000", "USD"),
        ("€40 million", "40000000", "EUR"),
        ("lent 500 million shillings", "500000000", "KES"),
        ("12 million rubles", "12000000", "RUB"),
        ("paid 800 RMB", "800", "CNY"),
    ],
)
def test_amount_and_currency(text: str, amount: str, currency: str) -> None:
    """Scale words are multiplied in, and the currency is an ISO 4217 code."""
    (money,) = find_money(text, 0)
    assert (money.amount, money.currency) == (Decimal(amount), currency)


@pytest.mark.parametrize(
    "text",
    [
        "70 billion people",
        "500 hectares",
        "yuan",
        "the $ sign",
        "3 million tons",
        "a dollar store",
        "yen for travel",
        "90 yuanbao",
    ],
)
def test_no_amount_is_invented(text: str) -> None:
    """Numbers without a currency, and currencies without a number, are no money."""
    assert find_money(text, 0) == []


def test_two_amounts_with_offsets() -> None:
    """Each amount has the span that states it, in the document's offsets."""
    text = "It cost 3 million yuan, then $5 million."
    found = find_money(text, 100)
    assert [text[m.span.start - 100 : m.span.end - 100] for m in found] == ["3 million yuan", "$5 million"]


@given(st.integers(1, 10**12))
def test_plain_number_is_its_own_amount(number: int) -> None:
    """Digits with or without separators mean the same number."""
    for text in (f"{number} yuan", f"{number:,} yuan"):
        (money,) = find_money(text, 0)
        assert money.amount == number
