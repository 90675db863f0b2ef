"""Names of people for comparison."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.resolve.corpus.names import Form, commonness, form, name_block, read_name, telling


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Ingrid Solberg", "Ingrid Solberg", Form.SAME),
        ("José Núñez", "Jose Nunez", Form.SAME),
        ("Harold P. Pike, Jr.", "Harold Pike", Form.SAME),
        ("Harold P. Pike", "Harold Q. Pike", Form.NONE),
        ("Tan Yishan", "Yishan Tan", Form.FLIPPED),
        ("Seo Min-jae", "Seo Minjae", Form.SAME),
        ("Ingrid Marie Solberg", "Ingrid Solberg", Form.SUBSET),
        ("Hadi bin Rashid bin Omar", "Rashid bin Omar", Form.NONE),
        ("Bill Pike", "William Pike", Form.NICKNAME),
        ("Ingrid Solbergg", "Ingrid Solberg", Form.SPELLING),
        ("Jon Pike", "Joan Pike", Form.NONE),
        ("Tan Jianhua", "Tan Jiangua", Form.NONE),
        ("Tan Rongxin", "Tan Ronxin", Form.SPELLING),
        ("Solberg", "Ingrid Solberg", Form.SHORT),
        ("Solberg", "Harold Pike", Form.NONE),
        ("Ingrid Solberg", "Harold Pike", Form.NONE),
    ],
)
def test_forms_of_a_name(left: str, right: str, expected: Form) -> None:
    """Particles, initials, diacritics and order are no other name; another given name is."""
    assert form(left, right) == form(right, left) == expected


@settings(deadline=None)
@given(st.text(), st.text())
def test_any_two_names_can_be_compared(left: str, right: str) -> None:
    """Whatever a name holds, comparison is symmetric, and a name is the same as itself."""
    assert form(left, right) == form(right, left)
    assert form(left, left) == Form.SAME
    assert read_name(left).parts


@pytest.mark.parametrize(
    ("left", "right"),
    [("Tan Yishan", "Yishan Tan"), ("Tan Jianhua", "Tan Jianghua"), ("Núñez, José", "Jose Nunez")],
)
def test_one_block_for_forms_of_a_name(left: str, right: str) -> None:
    """Order, diacritics and the slips of pinyin do not part a block."""
    assert name_block(left) == name_block(right)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Tan Yi", "common"),
        ("Tan Yishan", "shared"),
        ("Ingrid Smith", "frequent"),
        ("Ingrid Solberg", "rare"),
    ],
)
def test_how_many_bear_a_name(name: str, expected: str) -> None:
    """Pinyin names are shared by many, names with a usual surname by some."""
    assert commonness(name) == expected


def test_given_names_tell_no_family() -> None:
    """A surname tells of a family unless many have it or it is a given name."""
    assert telling("solberg")
    assert not telling("elizabeth")
    assert not telling("tan")
    assert not telling("smith")
