"""A place as the gazetteer knows it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A country, division, region or city.

    `code` says where it comes from: "cn-220281" (GB/T 2260), "country-KE" (ISO 3166-1), "us-TX",
    "region-sahel", "city-184745" (GeoNames), "user-yanxi-county" (a user's list). `name` is the full
    English name, `bare` the same without its kind word, `native` the Chinese name, or "". `level` is
    0 for a country, 1 for provinces, states, territories and regions, 2 for prefectures and cities of
    the world, 3 for counties, 4 for towns and 5 for villages, both of a user's list. `parent` is the
    code of the place above, "" for a country and for a region that no one country holds. `population`
    counts people by GeoNames, 0 when unknown.
    """

    code: str
    name: str
    bare: str
    native: str
    kind: str
    level: int
    parent: str
    population: int
