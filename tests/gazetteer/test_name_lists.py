"""The national name lists are well formed and agree with each other."""

from __future__ import annotations

from itertools import product
from pathlib import Path

from graphbuild.gazetteer.index import read_lines

FOLDER = Path(__file__).resolve().parent.parent.parent / "graphbuild" / "languages" / "en"
LISTS = ("surnames", "syllables", "demonyms")


def _rows(name: str) -> list[list[str]]:
    return [line.split("\t") for line in read_lines(FOLDER / f"{name}.tsv")]


def test_each_list_states_its_origin() -> None:
    """The first line of each file is a comment that says where it comes from."""
    heads = [(FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines()[0] for name in LISTS]
    assert all(head.startswith("# ") and "Own compilation" in head for head in heads)


def test_lists_are_sorted_and_without_repeats() -> None:
    """Lines are in order of code points, and no word comes twice."""
    for name in LISTS:
        words = [row[0] for row in _rows(name)]
        assert words == sorted(set(words)), name


def test_surnames_are_made_of_syllables() -> None:
    """A single surname is one syllable, a compound one two or more; ranks are 1 to 3."""
    syllables = {row[0] for row in _rows("syllables")}
    pairs = {one + two for one, two in product(syllables, syllables)}
    for surname, form, rank in _rows("surnames"):
        assert (
            (surname.lower() in syllables) if form == "1" else (surname.lower() in pairs or len(surname) > 7)
        )
        assert rank in {"1", "2", "3"}


def test_surnames_that_must_be_there() -> None:
    """Readings as surnames, spellings of ü and compound names are in the list, with their rank."""
    ranks = {row[0]: (row[1], row[2]) for row in _rows("surnames")}
    assert {ranks[name] for name in ("Wang", "Li", "Zeng", "Qiu", "Lv", "Lyu")} == {("1", "1")}
    assert {ranks[name] for name in ("Shan", "Ge", "Zha")} == {("1", "2")}
    compound = ("Ouyang", "Sima", "Zhuge", "Shangguan", "Murong", "Huangfu", "Situ", "Xiahou", "Linghu")
    assert {ranks[name][0] for name in compound} == {"2"}
