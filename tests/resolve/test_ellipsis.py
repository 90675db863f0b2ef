"""Bodies that a noun alone names."""

from __future__ import annotations

import pytest

from graphbuild.resolve.ellipsis import is_elliptical
from tests.reading import posts


@pytest.mark.parametrize(
    ("text", "name", "held"),
    [
        (
            "The Ministry of Water answered. Edwin Mutua, Director of Press in the ministry, spoke.",
            "Edwin Mutua",
            "Director of Press @ Ministry of Water",
        ),
        (
            "The Minister of Water, Grace Otieno, spoke. Edwin Mutua, spokesman for the ministry, listened.",
            "Edwin Mutua",
            "Spokesman @ Ministry of Water",
        ),
        (
            "The Office of Harbour Works opened. A spokesperson for the Office, Edwin Mutua, spoke.",
            "Edwin Mutua",
            "Spokesperson @ Office of Harbour Works",
        ),
    ],
)
def test_noun_stands_for_the_body_named_before(text: str, name: str, held: str) -> None:
    """The likes of "The ministry" is the one named before, or that of the minister named before."""
    assert posts(text)[name] == {held}


def test_noun_without_a_body_gives_no_home() -> None:
    """Where no ministry is known, none is made up."""
    assert posts("Edwin Mutua, spokesman for the ministry, spoke.")["Edwin Mutua"] == {"Spokesman"}


def test_only_bare_nouns_are_elliptical() -> None:
    """A full name is none."""
    assert is_elliptical("Office")
    assert not is_elliptical("Office of Harbour Works")
