"""Keys of bodies, enterprises, projects and meetings."""

from __future__ import annotations

import pytest

from graphbuild.model import Chain
from graphbuild.resolve.corpus.things import body_key, proper, thing_key, trade_name


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("State Department", "Department of State"),
        ("U.S. Department of State", "Department of State"),
        ("Department of the Treasury", "Treasury Department"),
        ("UN", "United Nations"),
        ("CPC Yunmo Municipal Committee", "Yunmo Municipal Party Committee"),
        ("Yunmo Municipal People's Government", "Yunmo Municipal Government"),
    ],
)
def test_names_of_one_body(left: str, right: str) -> None:
    """Order, country and short forms of a body's name do not matter."""
    assert body_key(left) == body_key(right)


def test_bodies_of_two_places_differ() -> None:
    """The place in a body's name is part of what it is."""
    assert body_key("Yunmo Municipal Government") != body_key("Hailu Municipal Government")


def test_legal_form_is_no_part_of_a_trade_name() -> None:
    """An enterprise is known with its legal form and without."""
    assert trade_name("Henglu Paper Co., Ltd.") == trade_name("Henglu Paper") == "henglu paper"


@pytest.mark.parametrize(
    ("name", "expected"),
    [("White House Meeting", False), ("Yunmo Trade Forum", True), ("pilot program", False)],
)
def test_descriptions_are_no_names(name: str, expected: bool) -> None:
    """What any meeting or project may be called names none."""
    assert proper(name) is expected


def test_elliptical_names_are_the_documents_own() -> None:
    """A municipal bureau of no city is known in its article alone."""
    bureau = Chain("c", "Body", "Municipal Tax Bureau")
    assert thing_key(bureau, "one") != thing_key(bureau, "two")
    firm = Chain("c", "Enterprise", "Henglu Paper Co., Ltd.")
    assert thing_key(firm, "one") == thing_key(firm, "two")
