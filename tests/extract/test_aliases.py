"""Short forms of names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.extract.aliases import company_core, person_aliases

NAMES = st.sampled_from(
    [
        "Tan Yishan",
        "Ouyang Zhenhai",
        "Edwin Mutua",
        "Aynur·Tohti",
        "Khalid bin Rashid Al Suwaidi",
        "Tan",
        "Harold Pike, Jr.",
    ]
)


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Tan Yishan", {"tan"}),
        ("Ouyang Zhenhai", {"ouyang"}),
        ("Edwin Mutua", {"mutua"}),
        ("Khalid bin Rashid Al Suwaidi", {"suwaidi", "al suwaidi"}),
        ("Aynur·Tohti", {"aynur", "tohti"}),
        ("Rosa Delgado Vargas", {"vargas", "delgado vargas"}),
        ("Marie Duval-Ngoma", {"duval-ngoma"}),
    ],
)
def test_short_forms(name: str, forms: set[str]) -> None:
    """Surname first for Chinese names, last for others, with particles and double surnames."""
    assert forms <= {form for form, full in person_aliases([name]).items() if full == name}


@pytest.mark.parametrize(
    "name", ["Tan Yishan", "Edwin Mutua", "Khalid bin Rashid Al Suwaidi", "Rosa Delgado Vargas"]
)
def test_given_names_are_no_short_form(name: str) -> None:
    """An article does not go on to call an official by a given name alone, nor by a particle."""
    given_name = name.split()[1 if name.startswith("Tan") else 0]
    assert not {given_name.casefold(), "bin", "al"} & set(person_aliases([name]))


def test_first_bearer_keeps_an_ambiguous_form() -> None:
    """Of two people of one surname the first named is the one whom the table gives."""
    assert person_aliases(["Tan Yishan", "Tan Lihua"])["tan"] == "Tan Yishan"


@given(st.lists(NAMES))
def test_aliases_lead_to_names_given(names: list[str]) -> None:
    """Every form leads to a name of the article, is in lower case, and is no longer than it."""
    for form, full in person_aliases(names).items():
        assert full in names
        assert form == form.casefold()
        assert len(form) <= len(full)


@pytest.mark.parametrize(
    ("name", "core"),
    [
        ("Henglu Paper Co., Ltd.", ("Henglu", "Paper")),
        ("Hangzhou Lantu Optics Co., Ltd.", ("Lantu", "Optics")),
        ("Qiming (Suzhou) Silk Co. Ltd.", ("Qiming", "Suzhou", "Silk")),
        ("Mara Dairies Limited", ("Mara", "Dairies")),
        ("Volta Breweries", ("Volta", "Breweries")),
    ],
)
def test_core_of_a_company(name: str, core: tuple[str, ...]) -> None:
    """The legal form and a leading place are not what a short form keeps."""
    assert company_core(name) == core
