"""What is said of projects."""

from __future__ import annotations

import pytest

from tests.reading import Told, acts, chain_named, read_extraction

PROJECT = "Baishi Wind Power Project"


def costs(text: str) -> tuple[int, str] | None:
    """Return the amount and currency that a text gives the project."""
    values = dict(chain_named(read_extraction(text), PROJECT).attributes)
    return (int(float(values["amount"])), values["currency"]) if "amount" in values else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"The total investment of the {PROJECT} is 1.2 billion yuan.", (1_200_000_000, "CNY")),
        (f"The {PROJECT}, with an investment of 300 million yuan, covers 50 hectares.", (300_000_000, "CNY")),
        (f"The {PROJECT} will cost $45.5 million.", (45_500_000, "USD")),
        (
            f"She visited the {PROJECT}. The project has a total investment of 80 million yuan.",
            (80_000_000, "CNY"),
        ),
        (f"She gave 500 yuan to a villager near the {PROJECT}.", None),
        (f"The {PROJECT} will earn 30 million yuan a year.", None),
        (f"The {PROJECT} covers 3 million square meters.", None),
    ],
)
def test_amount(text: str, expected: tuple[int, str] | None) -> None:
    """An investment or cost is the project's; other sums are not."""
    assert costs(text) == expected


@pytest.mark.parametrize(
    ("text", "how"),
    [
        (f"Henglu Energy Co., Ltd. invested 30 million yuan in the {PROJECT}.", "stated"),
        (f"Henglu Energy Co., Ltd. has invested 30 million yuan in the {PROJECT}.", "stated"),
        (f"Henglu Energy Co., Ltd. plans to invest 30 million yuan in the {PROJECT}.", "planned"),
        (f"Henglu Energy Co., Ltd. will invest 30 million yuan in the {PROJECT}.", "planned"),
        (f"Henglu Energy Co., Ltd. did not invest in the {PROJECT}.", "negated"),
    ],
)
def test_investor(text: str, how: str) -> None:
    """Who invests, as done, planned or denied."""
    assert acts(text, "investedIn") == [Told("Henglu Energy Co., Ltd.", "investedIn", PROJECT, how)]


def test_operator() -> None:
    """A project "of" a firm is operated by it; one beside a firm is not."""
    assert acts(f"She saw the {PROJECT} of Henglu Energy Co., Ltd.", "operates") == [
        Told("Henglu Energy Co., Ltd.", "operates", PROJECT, "stated")
    ]
    assert acts(f"She saw the {PROJECT} and Henglu Energy Co., Ltd.", "operates") == []
