"""graphbuild/store/selectors.py: which documents a name means."""

from __future__ import annotations

import pytest

from graphbuild.errors import StoreError
from graphbuild.store.selectors import select
from graphbuild.store.shards import Member

MEMBERS = [
    Member(
        "0123456789abcdef", "", "", "", "Flood Relief in Hanxi", "https://n.example/1", "", "", "in/a.txt"
    ),
    Member("0123456fedcba987", "", "", "", "Mayor Visits Works", "", "", "", "in/deep/b.txt"),
    Member("fedcba9876543210", "", "", "", "", "", "", "", "dump.jsonl: line 4"),
    Member("00000000000000aa", "", "", "", "Prices [up] 5*", "", "", "", "dump.jsonl: line 41"),
]
A, B, C, D = (member.id for member in MEMBERS)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        (A, {A}),
        ("01234567", {A}),
        ("0123456", {A, B}),
        ("FEDCBA98", {C}),
        ("https://n.example/1", {A}),
        ("in/a.txt", {A}),
        ("./in/../in/a.txt", {A}),
        ("in", {A, B}),
        ("in/", {A, B}),
        ("in/deep", {B}),
        ("dump.jsonl", {C, D}),
        ("dump.jsonl: line 4", {C}),
        ("mayor visits works", {B}),
        ("*relief*", {A}),
        ("*[iu]*", {A, B, D}),
    ],
)
def test_names_mean_documents(name: str, meant: set[str]) -> None:
    """Ids and their beginnings, addresses, files, folders, records and titles name documents."""
    assert select(MEMBERS, [name]) == meant


@pytest.mark.parametrize("name", ["012", "in/a", "a.txt", "flood", "", "dump", "https://n.example"])
def test_a_name_that_means_nothing_is_an_error(name: str) -> None:
    """What is only nearly a name means no document, and the message says what would."""
    with pytest.raises(StoreError, match="no such document here: give an id, an address, a path or a title"):
        select(MEMBERS, [A, name])


def test_several_names_mean_all_their_documents() -> None:
    """Each name adds what it means."""
    assert select(MEMBERS, ["in/a.txt", "dump.jsonl"]) == {A, C, D}
