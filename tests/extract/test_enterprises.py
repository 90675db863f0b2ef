"""Enterprises by legal form and trade word."""

from __future__ import annotations

import pytest

from tests.reading import read_things


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("She saw Henglu Paper Co., Ltd. first.", ["Henglu Paper Co., Ltd."]),
        ("She saw Qiming (Suzhou) Silk Co., Ltd. first.", ["Qiming (Suzhou) Silk Co., Ltd."]),
        (
            "She saw Qiming Silk Group, Henglu Paper Co., Ltd. and Baiyun Seed Co. Ltd. first.",
            ["Qiming Silk Group", "Henglu Paper Co., Ltd.", "Baiyun Seed Co. Ltd."],
        ),
        (
            "She toured Kisumu Steel Limited and Mara Dairies Ltd. on Monday.",
            ["Kisumu Steel Limited", "Mara Dairies Ltd."],
        ),
        (
            "She toured Savo Timber GmbH and Nordhav Shipping Inc. on Monday.",
            ["Savo Timber GmbH", "Nordhav Shipping Inc."],
        ),
        ("She toured the Tamale Cement Factory.", ["Tamale Cement Factory"]),
        ("She toured Volta Breweries and the Jos Tin Mine.", ["Volta Breweries", "Jos Tin Mine"]),
        ("She toured the Yunmo Cold Chain Logistics Park.", ["Yunmo Cold Chain Logistics Park"]),
        ("She toured the Pingshun Shipyard.", ["Pingshun Shipyard"]),
        (
            "She toured the No. 2 People's Hospital of Pingshun County.",
            ["No. 2 People's Hospital of Pingshun County"],
        ),
        ("She toured the Lanhe Nursing Home.", ["Lanhe Nursing Home"]),
        ("She toured the Baiyun Grain Cooperative.", ["Baiyun Grain Cooperative"]),
    ],
)
def test_enterprises(text: str, names: list[str]) -> None:
    """A legal form or a word of trade after a name makes an enterprise, brackets and lists included."""
    assert read_things(text, "Enterprise") == names


@pytest.mark.parametrize(
    "text",
    [
        "She toured the market.",
        "The factory is old.",
        "Co., Ltd. means limited.",
        "The bank of the river is steep.",
        "A company of soldiers passed.",
        "The hospital was full, and so was the hotel.",
        "The Group of Seven agreed.",
        "They sat under a plant.",
        "Science and technology matter.",
    ],
)
def test_common_nouns_are_no_enterprises(text: str) -> None:
    """Without a name a trade word names nothing."""
    assert read_things(text, "Enterprise") == []
