"""What blocks gave before: looked up where nothing changed, worked out anew where something did."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from graphbuild.decisions import Decisions, Split
from graphbuild.resolve.corpus import (
    BlockMemory,
    HeldPost,
    Record,
    identify_block,
    identify_records,
    own_id,
)
from graphbuild.resolve.corpus import memory as module
from graphbuild.resolve.corpus.memory import from_plain, to_plain

MAYOR = HeldPost("mayor", "Place:name:yunmo city", "name:yunmo city")
VICE = HeldPost("vice mayor", "Place:name:hailu city", "name:hailu city")


def records() -> list[Record]:
    """Return a dozen records of one name, in two posts of two cities, and a companion of theirs."""
    people = [
        Record(f"c{n}", "Official", "Tan Yishan", f"d{n}", n, f"20{10 + n}-03-01", "", (),
               (MAYOR if n % 2 else VICE,), (), ("orla venn",) * (n % 3 == 0), "", ("name:yunmo city",))
        for n in range(12)
    ]  # fmt: skip
    return [*people, Record("o", "Official", "Orla Venn", "d3", 20, "2013-03-01", posts=(MAYOR,))]


STAMPS = {f"d{n}": f"as read {n}" for n in range(12)}


def test_a_result_is_the_same_after_json() -> None:
    """A block's identities, doubts and profiles come back from JSON as they went."""
    found = identify_block(records()[:12])
    assert found.profiles
    assert from_plain(json.loads(json.dumps(to_plain(found)))) == found


def test_what_is_remembered_is_not_worked_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """The second run gives what the first did, without comparing the block again."""
    first = BlockMemory(STAMPS)
    before = identify_records(records(), memory=first)
    assert before == identify_records(records())
    again = BlockMemory(STAMPS, json.loads(json.dumps(first.kept)))
    real, compared = module.identify_block, []

    def noted(*given: object) -> object:
        compared.append(given)
        return real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "identify_block", noted)
    assert identify_records(records()[::-1], memory=again) == before
    assert [len(given[0]) for given in compared] == [1]  # type: ignore[index, arg-type]
    assert again.kept == json.loads(json.dumps(first.kept))


@pytest.mark.parametrize("what", ["stamp", "code", "decision", "record", "company"])
def test_what_changes_is_worked_out_anew(what: str) -> None:
    """A document read otherwise, other code, a decision, a record less and other company each count."""
    first = BlockMemory(STAMPS)
    identify_records(records(), memory=first)
    stamps = STAMPS | ({"d4": "read otherwise"} if what == "stamp" else {})
    second = BlockMemory(stamps, first.kept, "other code" if what == "code" else "")
    changed = records()
    ends = (own_id(changed[0]), own_id(changed[1]))
    decisions = Decisions(split=(Split(ends),)) if what == "decision" else Decisions()
    if what == "record":
        del changed[5]
    if what == "company":
        changed[-1] = replace(changed[-1], posts=(VICE,))
    found = identify_records(changed, decisions, memory=second)
    assert found.identities == identify_records(changed, decisions).identities
    assert second.kept.keys().isdisjoint(first.kept)
