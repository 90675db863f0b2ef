"""Homes in brackets after names: constituencies, towns, peoples."""

from __future__ import annotations

import pytest

from tests.reading import read_people


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("Senator Julia Orte (D-OR) spoke.", "Oregon"),
        ("Representative Paul Dunn (CA-27) spoke.", "California"),
        ("State Representative Joy Ashby (R-NM-3) spoke.", "New Mexico"),
        ("Governor Carl Weston (MI) spoke.", "Michigan"),
        ("Attorney General Carl Weston (Oregon state) spoke.", "Oregon"),
        ("Attorney General Carl Weston (District of Columbia) spoke.", "District of Columbia"),
        ("Congresswoman Joy Ashby (Vermont) spoke.", "Vermont"),
        ("Congresswoman Joy Ashby, D-PA-5, spoke.", "Pennsylvania"),
    ],
)
def test_a_member_is_of_the_state_in_the_bracket(text: str, home: str) -> None:
    """With a party or a district, by its postal abbreviation or its name."""
    ((post,),) = read_people(text).values()
    assert post.home == home


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("Mayor Julia Orte (Dayton, OH)", "Dayton"),
        ("President Paul Dunn (Lummi Nation, WA)", "Lummi Nation"),
        ("Chairwoman Joy Ashby (Crane River Tribe)", "Crane River Tribe"),
        ("Director Paul Dunn (Second Row)", None),
    ],
)
def test_a_bracket_names_a_town_with_its_state_or_a_people(text: str, home: str | None) -> None:
    """What else stands there is not taken for whose the post is."""
    ((post,),) = read_people(text).values()
    assert post.home == home


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Paul Dunn (D-NC) spoke.",
        "Senator Paul Dunn (R) spoke.",
        "Senator Paul Dunn (ZZ) spoke.",
        "Director Paul Dunn (OR) spoke.",
    ],
)
def test_other_brackets_name_no_home(text: str) -> None:
    """A mayor's state is not what is governed; a party is no state; a director may be of anything."""
    ((post,),) = read_people(text).values()
    assert post.home is None
