"""What names of bodies say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.resolve.names import canonical, complete, parse_body, plain, title_case

WORDS = st.sampled_from(
    [
        "Yunmo",
        "Municipal",
        "County",
        "Party",
        "Committee",
        "of",
        "the",
        "Office",
        "People's",
        "Government",
        "Finance",
        "Bureau",
        "CPC",
        "and",
    ]
)
NAMES = st.lists(WORDS, min_size=1, max_size=8).map(" ".join)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Yunmo Municipal Finance Bureau", ("Yunmo", "municipal", "Finance Bureau")),
        ("Municipal Finance Bureau", ("", "municipal", "Finance Bureau")),
        ("the Pingshun County People's Congress", ("Pingshun", "county", "People's Congress")),
        ("CPC Yunmo Municipal Committee", ("Yunmo", "municipal", "Committee")),
        ("Office of the Yunmo Municipal Government", ("Yunmo", "municipal", "Government")),
        ("county government", ("", "county", "government")),
        ("World Bank", ("", None, "World Bank")),
    ],
)
def test_parts_of_a_name(name: str, parts: tuple[str, str | None, str]) -> None:
    """Whose the body is, at which level, and which organ."""
    body = parse_body(name)
    assert (body.jurisdiction, body.level, body.organ) == parts


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("CPC Yunmo Municipal Committee", "Yunmo Municipal Party Committee"),
        ("Yunmo Municipal Committee of the CPC", "Yunmo Municipal Party Committee"),
        ("Yunmo Municipal People's Government", "Yunmo Municipal Government"),
        ("Yunmo Municipal People’s Government", "the Yunmo Municipal People's Government"),
        ("Office of the Yunmo Municipal Government", "Yunmo Municipal Government Office"),
    ],
)
def test_variants_agree(left: str, right: str) -> None:
    """The usual variants of one body's name have one canonical form."""
    assert canonical(left) == canonical(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Yunmo Municipal Party Committee", "Yunmo Municipal Government"),
        ("Yunmo Municipal Party Committee", "Yunmo County Party Committee"),
        ("Yunmo Municipal Party Committee", "Hailu Municipal Party Committee"),
        ("Standing Committee of the Yunmo Municipal People's Congress", "Yunmo Municipal People's Congress"),
        ("Office of the Yunmo Municipal Government", "Yunmo Municipal Government"),
    ],
)
def test_different_bodies_differ(left: str, right: str) -> None:
    """Organ, level and place tell bodies apart."""
    assert canonical(left) != canonical(right)


@given(NAMES)
def test_canonical_form_is_stable(name: str) -> None:
    """The canonical form is lower case and without a leading article."""
    name = f"Yunmo {name}"
    form = canonical(name)
    assert form == form.casefold()
    assert canonical(f"the {name}") == form


@given(NAMES)
def test_parts_come_from_the_name(name: str) -> None:
    """Nothing is in the parts that is not in the name."""
    body = parse_body(name)
    words = plain(name).split()
    assert all(word in words for word in (*body.jurisdiction.split(), *body.organ.split()))


@pytest.mark.parametrize(
    ("name", "word", "full"),
    [
        ("Municipal Finance Bureau", "Municipal", "Huadian Municipal Finance Bureau"),
        ("the county government", "county", "Huadian County Government"),
        ("Office of the Municipal Government", "Municipal", "Office of the Huadian Municipal Government"),
    ],
)
def test_completion(name: str, word: str, full: str) -> None:
    """The place comes before the level word."""
    assert complete(name, "Huadian", word) == full


def test_title_case_leaves_small_words() -> None:
    """Small words inside a name stay small, the first is capitalised."""
    assert title_case("office of the party committee") == "Office of the Party Committee"
