"""Places are found by every name in use, and the hierarchy above them is whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import graphbuild.gazetteer as gaz
from graphbuild.gazetteer import Gazetteer, Place
from graphbuild.gazetteer.index import read_lines

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDER = ROOT / "graphbuild" / "gazetteer"
LANGUAGE = ROOT / "graphbuild" / "languages" / "en"
PLACES = list(gaz.gazetteer())
TOPS = {"Country", "Continent", "Region"}

places = st.sampled_from(PLACES)


def _names(name: str) -> list[str]:
    return [place.name for place in gaz.lookup(name)]


def _codes(name: str) -> list[str]:
    return [place.code for place in gaz.lookup(name)]


def _cells(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in read_lines(path)]


def test_codes_are_unique() -> None:
    """No code occurs in two rows of the data files."""
    rows = [cells[0] for path in sorted((FOLDER / "data").iterdir()) for cells in _cells(path)]
    assert len(rows) == len(set(rows)) == len(PLACES)


def test_every_chain_ends_in_a_country() -> None:
    """Above each place stands a country, except above countries, continents and regions of several."""
    for place in PLACES:
        chain = (place, *gaz.ancestors(place))
        assert chain[-1].kind in TOPS, place
        assert not place.code.startswith(("cn-", "us-")) or chain[-1].kind == "Country", place


def test_levels_descend() -> None:
    """A place is at a level below that of its parent, but for regions and territories at their own."""
    for place in PLACES:
        above = gaz.ancestors(place)
        assert not above or above[0].level < place.level or place.kind == "Region", place


@given(places)
def test_a_full_name_finds_its_place(place: Place) -> None:
    """Full, bare and Chinese names all find the place that bears them, and so does the code."""
    names = [place.name, place.bare, *filter(None, [place.native])]
    assert all(place in gaz.lookup(name) for name in names)
    assert gaz.place(place.code) == place


@given(places)
def test_what_writers_vary_does_not_count(place: Place) -> None:
    """Capitals, apostrophes, hyphens and double spaces make no difference."""
    loose = place.name.upper().replace("'", "’").replace("-", " ").replace(" ", "  ")
    assert place in gaz.lookup(loose)


@given(places)
def test_homonyms_come_highest_first(place: Place) -> None:
    """Several places of one name are sorted by level, then by code."""
    found = gaz.lookup(place.bare)
    assert list(found) == sorted(found, key=lambda each: (each.level, each.code))


@pytest.mark.parametrize("text", ["", " ", "-", "'", "Nowhere-at-all", "City", "the", "\x00", "x" * 10_000])
def test_what_is_no_place_finds_nothing(text: str) -> None:
    """Empty, meaningless and overlong names give an empty tuple."""
    assert gaz.lookup(text) == ()


def test_an_unknown_code_is_a_key_error() -> None:
    """A code that no row has raises KeyError."""
    with pytest.raises(KeyError):
        gaz.place("cn-999999")


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("Jilin", ["cn-220000", "cn-220200"]),
        ("Jilin City", ["cn-220200"]),
        ("Jilin Municipality", ["cn-220200"]),
        ("Jilin Province", ["cn-220000"]),
        ("Shanxi", ["cn-140000"]),
        ("Shaanxi", ["cn-610000"]),
        ("Beijing", ["cn-110000"]),
        ("Beijing Municipality", ["cn-110000"]),
        ("Yanbian Korean Autonomous Prefecture", ["cn-222400"]),
        ("Yanbian Prefecture", ["cn-222400"]),
        ("Inner Mongolia", ["cn-150000"]),
        ("Xinjiang Uyghur Autonomous Region", ["cn-650000"]),
        ("Xizang", ["cn-540000"]),
        ("Hohhot", ["cn-150100"]),
        ("Huhehaote", ["cn-150100"]),
        ("Ürümqi City", ["cn-650100"]),
        ("Kashi Prefecture", ["cn-653100"]),
        ("Lüliang", ["cn-141100", "cn-530322"]),
        ("Lvliang", ["cn-141100"]),
        ("Luan City", ["cn-341500"]),
        ("Shanxian", ["cn-371722"]),
        ("Laoting County", ["cn-130225"]),
        ("Hongtong", ["cn-141024"]),
        ("Luohe", ["cn-411100"]),
        ("Wanbailin District", ["cn-140109"]),
        ("Shennongjia", ["cn-429021"]),
        ("Jiyuan", ["cn-419001"]),
        ("Pudong New Area", ["cn-310115"]),
        ("Xiongan New Area", ["region-xiongan"]),
        ("Hong Kong SAR", ["cn-810000"]),
        ("Macau", ["cn-820000"]),
        ("蚌埠", ["cn-340300"]),
    ],
)
def test_divisions_of_china(name: str, codes: list[str]) -> None:
    """Official names, irregular readings and spellings in use find the right divisions, and all of them."""
    found = _codes(name)
    assert [code for code in found if code.startswith(("cn-", "region-"))] == codes


@pytest.mark.parametrize(
    ("name", "code"),
    [
        *((name, "US") for name in ("U.S.", "US", "USA", "United States of America", "the United States")),
        *((name, "GB") for name in ("UK", "U.K.", "Britain")),
        *((name, "CD") for name in ("DRC", "Democratic Republic of the Congo")),
        *((name, "CI") for name in ("Côte d'Ivoire", "Cote d’Ivoire", "Ivory Coast")),
        *((name, "TR") for name in ("Türkiye", "Turkey", "Turkiye")),
        *((name, "KR") for name in ("South Korea", "Republic of Korea", "ROK")),
        *((name, "KP") for name in ("North Korea", "DPRK")),
        *((name, "CZ") for name in ("Czechia", "Czech Republic")),
        ("UAE", "AE"),
        ("People's Republic of China", "CN"),
        ("Russian Federation", "RU"),
        ("The Gambia", "GM"),
        ("State of Palestine", "PS"),
        ("Kosovo", "XK"),
        ("Taiwan", "TW"),
        ("肯尼亚", "KE"),
    ],
)
def test_countries_by_their_usual_names(name: str, code: str) -> None:
    """A country is the first place that its usual names find."""
    assert _codes(name)[0] == f"country-{code}"


@pytest.mark.parametrize("word", ["us", "uk", "it"])
def test_small_words_are_no_places(word: str) -> None:
    """An acronym counts in capitals alone: "us" is a pronoun."""
    assert gaz.lookup(word) == ()


def test_homonyms_of_the_world() -> None:
    """Country, state and city of one name are all there, with the states of the US above its cities."""
    assert _codes("Georgia")[:2] == ["country-GE", "us-GA"]
    assert _names("New York State") == ["New York"]
    city = gaz.lookup("New York City")[0]
    assert [place.code for place in gaz.ancestors(city)] == ["us-NY", "country-US"]
    assert city.population > 5_000_000


def test_every_country_has_a_city() -> None:
    """Each country but China, whose cities are divisions, has its capital at least."""
    holders = {gaz.ancestors(place)[-1].code for place in PLACES if place.code.startswith("city-")}
    countries = {place.code for place in PLACES if place.kind == "Country"}
    assert countries - holders == set()


def test_the_closed_classes_are_complete() -> None:
    """197 countries, 34 divisions of the first level in China, 50 states and the District of Columbia."""
    assert sum(place.kind == "Country" for place in PLACES) == 197
    assert sum(place.code.startswith("cn-") and place.level == 1 for place in PLACES) == 34
    assert sum(place.kind == "State" for place in PLACES) == 51


def test_the_data_hold_what_the_tables_say() -> None:
    """Every alias in the hand-made tables is found: tables and data were made together."""
    countries = [(f"country-{row[0]}", row[6]) for row in _cells(FOLDER / "countries.tsv")]
    regions = [(f"region-{row[0]}", row[5]) for row in _cells(FOLDER / "regions.tsv")]
    additions = [(f"cn-{row[0]}", row[7]) for row in _cells(FOLDER / "additions.tsv")]
    for code, aliases in [*countries, *regions, *additions]:
        for alias in filter(None, aliases.split(";")):
            assert code in _codes(alias), alias


def test_every_exception_is_in_use() -> None:
    """Each stem or whole name in the table of exceptions is that of a division, in its scope."""
    stems = {(alias, place.code) for place in PLACES for alias in (place.native, *_stems(place.native))}
    for native, scope, _, _, _ in _cells(FOLDER / "exceptions.tsv"):
        assert scope == "=" or any(stem == native and code[3:].startswith(scope) for stem, code in stems), (
            native
        )


def _stems(native: str) -> list[str]:
    """Return what may stand before the kind word: every shorter beginning."""
    return [native[:length] for length in range(1, len(native))]


def test_demonyms_all_resolve() -> None:
    """Each word names a country, and each country has a word."""
    rows = _cells(LANGUAGE / "demonyms.tsv")
    found = [gaz.demonym(word) for word, _ in rows]
    assert [place and place.code for place in found] == [f"country-{code}" for _, code in rows]
    assert {place.code for place in PLACES if place.kind == "Country"} == {
        f"country-{code}" for _, code in rows
    }


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("Mexican", "Mexico"),
        ("Emirati", "United Arab Emirates"),
        ("Kenyans", "Kenya"),
        ("Malagasy", "Madagascar"),
    ],
)
def test_a_demonym_gives_its_country(word: str, name: str) -> None:
    """Adjectives, nouns and plurals in -s give the country."""
    place = gaz.demonym(word)
    assert place is not None
    assert place.name == name


@pytest.mark.parametrize("word", ["polish", "Municipal", ""])
def test_other_words_are_no_demonyms(word: str) -> None:
    """A word in small letters or of no country gives None."""
    assert gaz.demonym(word) is None


def test_places_of_a_user_come_on_top() -> None:
    """Rows that follow the national ones add places and replace those of the same code."""
    national = ["a\tAlpha County\tAlpha\t\tCounty\t3\t\t\t", "b\tBeta City\tBeta\t\tCity\t2\t\t\t"]
    own = ["a\tAlpha District\tAlpha\t\tDistrict\t3\tb\t70\tOldalpha"]
    gazetteer = Gazetteer([*national, *own], {"area": frozenset({"District"})})
    alpha = Place("a", "Alpha District", "Alpha", "", "District", 3, "b", 70)
    assert gazetteer.lookup("old-alpha") == gazetteer.lookup("Alpha Area") == (alpha,)
    assert gazetteer.ancestors(alpha) == (gazetteer.place("b"),)
    assert gazetteer.lookup("Alpha County") == ()
