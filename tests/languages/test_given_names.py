"""The given names are a well formed list, and none is a word that the readers know as something else."""

from __future__ import annotations

from pathlib import Path

from graphbuild.gazetteer import demonym, lookup
from graphbuild.languages import rows, words

FILE = Path(__file__).resolve().parents[2] / "graphbuild" / "languages" / "en" / "given_names.tsv"
EUROPE = {"en", "es", "fr", "pt", "de", "it", "nl", "nordic", "slavic"}
REGIONS = EUROPE | {"ar", "fa", "tr", "he", "in", "af", "jp", "kr", "id", "vn", "th", "other"}
"""As the head of the file lists them."""


def _names() -> list[str]:
    return [row[0] for row in rows("en", "given_names")]


def test_the_list_states_its_origin() -> None:
    """The first line is a comment that says where the names come from, and on what terms."""
    head = FILE.read_text(encoding="utf-8").splitlines()[0]
    assert head.startswith("# ")
    assert "Own compilation" in head
    assert "MIT" in head


def test_each_row_is_a_name_and_a_region() -> None:
    """A row has two columns, the second a known region; every region has names."""
    assert {len(row) for row in rows("en", "given_names")} == {2}
    assert {region for _, region in rows("en", "given_names")} == REGIONS


def test_names_are_sorted_and_without_repeats() -> None:
    """Names are in order without regard to case, and none comes twice in another case."""
    folded = [name.casefold() for name in _names()]
    assert folded == sorted(set(folded))


def test_names_are_single_capitalised_words() -> None:
    """A name starts with a capital and holds letters, hyphens and apostrophes only."""
    letters = {name: name.replace("-", "").replace("'", "") for name in _names()}
    assert [name for name in letters if not (name[0].isupper() and letters[name].isalpha())] == []


def test_no_name_is_a_country_or_its_people() -> None:
    """Neither "Jordan" nor "Finn" is listed."""
    countries = [name for name in _names() if any(place.kind == "Country" for place in lookup(name))]
    assert countries == []
    assert [name for name in _names() if demonym(name)] == []


def test_no_name_is_a_word_of_a_title() -> None:
    """Neither "Dean" nor "Major" is listed."""
    titles = {word.casefold() for path in ("heads", "modifiers") for word in words("en", "posts", path)}
    assert titles
    assert [name for name in _names() if name.casefold() in titles] == []


def test_no_name_is_a_compound_surname() -> None:
    """A Chinese surname of two syllables never reads as a given name."""
    compounds = {row[0] for row in rows("en", "surnames") if row[1] == "2"}
    assert compounds
    assert [name for name in _names() if name in compounds] == []


def test_words_that_must_not_be_there() -> None:
    """Common words, months and cities stay out although people bear them."""
    banned = {"Art", "Bill", "Chase", "Drew", "Faith", "Grace", "Grant", "Guy", "Hope", "Mark", "Rich", "Rob"}
    banned |= {"Will", "Christian", "Duke", "Earl", "April", "August", "Jan", "June", "May"}
    banned |= {"Austin", "Chad", "Houston", "Israel", "Paris", "Sofia", "Victoria"}
    assert banned & set(_names()) == set()


def test_names_that_must_be_there() -> None:
    """Common names of many parts of the world are listed under their region."""
    expected = {("Richard", "en"), ("Pablo", "es"), ("Olena", "slavic"), ("Fatima", "ar"), ("Ngozi", "af")}
    assert expected - set(rows("en", "given_names")) == set()
