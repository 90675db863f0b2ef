"""The script that makes the data: its functions on small made-up input, without its packages."""

from __future__ import annotations

import gzip
import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from graphbuild.gazetteer import Place

ROOT = Path(__file__).resolve().parent.parent.parent
READINGS = {
    "金": "jin",
    "峰": "feng",
    "安": "an",
    "吕": "lü",
    "长": "zhang",
    "溪": "xi",
    "田": "tian",
    "新": "xin",
    "子": "zi",
}


def _load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_gazetteer", ROOT / "scripts" / "make_gazetteer.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


make = _load()
TABLES = make.load_tables()


def _read(text: str) -> list[str]:
    return [READINGS[char] for char in text]


def _division(native: str, code: str = "220281", level: int = 3) -> tuple[Place, tuple[str, ...]]:
    place, aliases = make.division(code, native, level, "cn-220200", TABLES, _read)
    return place, aliases


@pytest.mark.parametrize(
    ("native", "name", "bare", "kind"),
    [
        ("金峰市", "Jinfeng City", "Jinfeng", "City"),
        ("金安县", "Jin'an County", "Jin'an", "County"),
        ("金县", "Jinxian County", "Jinxian", "County"),
        ("金峰矿区", "Jinfeng Mining District", "Jinfeng", "District"),
        ("长溪新区", "Changxi New Area", "Changxi", "District"),
        ("吕田区", "Lütian District", "Lütian", "District"),
        ("金溪满族自治县", "Jinxi Manchu Autonomous County", "Jinxi", "Autonomous County"),
        (
            "金溪彝族回族苗族自治州",
            "Jinxi Yi, Hui and Miao Autonomous Prefecture",
            "Jinxi",
            "Autonomous Prefecture",
        ),
        ("安田旗", "Antian Banner", "Antian", "Banner"),
    ],
)
def test_names_of_divisions(native: str, name: str, bare: str, kind: str) -> None:
    """Kind words, peoples, apostrophes and fixed readings come out as official English writes them."""
    place, _ = _division(native)
    assert (place.name, place.bare, place.kind, place.native) == (name, bare, kind, native)


@pytest.mark.parametrize(
    ("native", "alias"),
    [
        ("吕田区", "Lvtian"),
        ("吕田区", "Lyutian District"),
        ("金县", "Jin County"),
        ("金溪蒙古族自治县", "Jinxi Mongol Autonomous County"),
        ("金溪蒙古族自治县", "Jinxi Autonomous County"),
        ("金溪彝族自治州", "金溪州"),
        ("金峰市", "金峰"),
    ],
)
def test_other_names_of_divisions(native: str, alias: str) -> None:
    """Spellings of ü, short forms and the Chinese stem are other names."""
    assert alias in _division(native)[1]


def test_a_reading_replaces_the_pinyin() -> None:
    """An exception in small letters is a reading: what the converter reads is no other name."""
    assert _division("长子县", "140428")[0].name == "Zhangzi County"
    place, aliases = make.romanise_stem("漯河", "411100", TABLES, lambda _: ["ta", "he"])
    assert (place, aliases) == ("Luohe", ())


def test_a_spelling_of_its_own_keeps_the_pinyin() -> None:
    """An exception with a capital is a spelling, valid only in its province."""
    read = {"拉": "la", "萨": "sa"}
    names = [
        make.romanise_stem("拉萨", code, TABLES, lambda text: [read[char] for char in text])
        for code in ("540100", "990100")
    ]
    assert names == [("Lhasa", ("Lasa",)), ("Lasa", ())]


def test_a_city_of_the_first_level_is_a_municipality() -> None:
    """A city right under the country has no kind word in its name."""
    place, aliases = _division("金峰市", "990000", 1)
    assert (place.name, place.bare, place.kind) == ("Jinfeng", "Jinfeng", "Municipality")
    assert "Jinfeng Municipality" in aliases


def test_a_name_without_a_kind_word_is_an_error() -> None:
    """The message says which name it is and where a line is wanted."""
    with pytest.raises(ValueError, match=r"金峰: no kind word of kinds\.tsv"):
        _division("金峰")


def test_a_zone_keeps_its_whole_name() -> None:
    """The bare name of a development zone is the whole name, the province before its city is dropped."""
    city = Place("cn-990100", "Jinfeng City", "Jinfeng", "金峰市", "City", 2, "cn-990000", 0)
    place, aliases = make.zone("990171", "安田金峰新溪经济开发区", city, "安田", TABLES, _read)
    assert place.name == place.bare == "Jinfeng Xinxi Economic Development Zone"
    assert aliases == ("Xinxi Economic Development Zone",)


def test_placeholders_pass_their_counties_up(tmp_path: Path) -> None:
    """Counties of a placeholder row belong to the province, and a city is not its own county."""
    (tmp_path / "provinces.csv").write_text('code,name\n99,"金溪省"\n', encoding="utf-8")
    cities = 'code,name,provinceCode\n9901,"金峰市",99\n9990,"省直辖县级行政区划",99\n'
    (tmp_path / "cities.csv").write_text(cities, encoding="utf-8")
    areas = [
        "code,name,cityCode,provinceCode",
        '990100,"金峰市",9901,99',
        '990102,"安田区",9901,99',
        '999001,"新田市",9990,99',
        "",
    ]
    (tmp_path / "areas.csv").write_text("\n".join(areas), encoding="utf-8")
    rows = {place.code: place.parent for place, _ in make.divisions(tmp_path, TABLES, _read)}
    made = {code: parent for code, parent in rows.items() if code.startswith("cn-99")}
    assert made == {
        "cn-990000": "country-CN",
        "cn-990100": "cn-990000",
        "cn-990102": "cn-990100",
        "cn-999001": "cn-990000",
    }


def _city(number: int, country: str, name: str, population: int, region: str = "") -> dict[str, object]:
    return {
        "geonameid": number,
        "countrycode": country,
        "name": name,
        "population": population,
        "admin1code": region,
    }


def test_cities_are_large_or_capitals_or_named() -> None:
    """Small towns and the cities that the divisions hold are left out."""
    data = [
        _city(1, "KE", "Bigtown", 200_000),
        _city(2, "KE", "Smalltown", 99_999),
        _city(3, "KE", "Seat", 10),
        _city(4, "CN", "Jinfeng", 900_000),
        _city(5, "US", "Springvale", 150_000, "TX"),
        _city(6, "KE", "Resort", 20),
        _city(7, "KE", "Resort", 10),
    ]
    named = {("KE", "Resort"): ("The Spa",)}
    rows = list(make.cities(data, {"KE": frozenset({"seat"})}, {"TX"}, named))
    found = {place.code: (place.parent, aliases) for place, aliases in rows}
    assert found == {
        "city-1": ("country-KE", ()),
        "city-3": ("country-KE", ()),
        "city-5": ("us-TX", ()),
        "city-6": ("country-KE", ("The Spa",)),
    }


def test_an_alias_of_no_city_is_an_error() -> None:
    """A line of cities.tsv that GeoNames has no city for is named."""
    with pytest.raises(ValueError, match="Atlantis"):
        list(make.cities([], {}, (), {("KE", "Atlantis"): ()}))


def test_bytes_repeat() -> None:
    """The same rows give the same bytes, and each line has nine cells."""
    rows = [_division("金峰市"), _division("吕田区", "220282")]
    packed = make.compress(rows)
    assert packed == make.compress(rows)
    lines = gzip.decompress(packed).decode().splitlines()
    assert [len(line.split("\t")) for line in lines] == [9, 9]
    assert lines[0] == "cn-220281\tJinfeng City\tJinfeng\t金峰市\tCity\t3\tcn-220200\t\t金峰"
