"""When names and titles agree."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.evaluate.agreement import plain, same_title


@pytest.mark.parametrize(
    ("name", "compared"),
    [
        ("The Pingtan  Tea Co., Ltd.", "pingtan tea co ltd"),
        ("Aili·Yusufu", "aili yusufu"),
        ("Ｐｉｎｇｔａｎ", "pingtan"),
        ("smart port project", "smart port"),
        ("Project", "project"),
        ("the project", "project"),
        ("平潭白云茶业有限公司", "平潭白云茶业有限公司"),
        ("x\ud800y", "x y"),
        ("…", ""),
    ],
)
def test_names_are_compared_plainly(name: str, compared: str) -> None:
    """Case, width, punctuation, a leading article and a final "project" do not matter."""
    assert plain(name) == compared


@given(st.text())
def test_plain_names_stay_as_they_are(name: str) -> None:
    """What is plain has no capitals, no double spaces and no space at either end."""
    found = plain(name)
    assert found == " ".join(found.split())
    assert found.casefold() == found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("director", "director"),
        ("deputy secretary", "deputy secretary of state"),
        ("under secretary", "undersecretary for trade"),
        ("party secretary", "secretary"),
        ("minister of trade", "minister"),
    ],
)
def test_titles_that_agree(one: str, other: str) -> None:
    """A title agrees with itself and with a fuller form of it, in either direction."""
    assert same_title([one], [other])
    assert same_title([other], [one])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("minister", "prime minister"),
        ("mayor", "deputy mayor"),
        ("secretary", "secretary general"),
        ("chairman", "director"),
        ("office", "director of office"),
        ("mayor", "acting mayor"),
        ("", "mayor"),
        ("", ""),
    ],
)
def test_titles_that_differ(one: str, other: str) -> None:
    """Another rank, another head or nothing at all is another title."""
    assert not same_title([one], [other])
    assert not same_title([other], [one])


def test_any_of_several_titles_will_do() -> None:
    """One acceptable title is enough."""
    assert same_title(["governor", "prefect"], ["prefect"])
    assert not same_title([], ["prefect"])
