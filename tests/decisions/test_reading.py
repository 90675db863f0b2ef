"""Files of decisions: what they may say, and what is said of those that cannot be used."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.decisions import (
    Added,
    Decisions,
    Merged,
    Omitted,
    Rejected,
    Renamed,
    Retyped,
    Source,
    Split,
    append_decision,
    read_decisions,
    read_text,
)
from graphbuild.errors import DecisionError

WHOLE = """
[[merge]]
entities = ["official-a-00000001", "official-b-00000002"]
note = "one career in two counties"

[[split]]
entities = ["official-a-00000001", "official-c-00000003"]

[[rename]]
entity = "body-x-00000004"
label = "Yunmo Tax Bureau"

[[retype]]
entity = "official-y-00000005"
type = "Place"

[[reject]]
relation = "visited"
subject = "Tan Yishan"
text = "did not"

[[add]]
subject = "official-a-00000001"
relation = "holdsPost"
title = "Mayor"
post_in = "place-yunmo-00000006"
date = 2019-03-01
source = { quote = "Tan Yishan was elected mayor.", title = "Yunmo Yearbook 2020" }

[[omit]]
entity = "official-z-00000007"
"""


def test_every_kind_of_decision() -> None:
    """Each kind is read with its fields, in the order of the file, with its line."""
    found = read_text(WHOLE)
    assert [type(each) for each in found] == [Merged, Split, Renamed, Retyped, Rejected, Added, Omitted]
    assert [each.line for each in found] == [2, 6, 9, 13, 17, 22, 30]
    assert found.rename == (Renamed("body-x-00000004", "Yunmo Tax Bureau"),)
    assert found.reject == (Rejected(relation="visited", subject="Tan Yishan", text="did not"),)
    source = Source("Tan Yishan was elected mayor.", title="Yunmo Yearbook 2020")
    assert found.add[0].source == source
    assert found.add[0].date == "2019-03-01"
    assert found.apart == {frozenset(("official-a-00000001", "official-c-00000003"))}
    assert "place-yunmo-00000006" in found.ids


def test_nothing_is_no_decision() -> None:
    """An empty file decides nothing."""
    assert read_text("# none yet\n") == Decisions()


@pytest.mark.parametrize(
    ("text", "line", "part"),
    [
        ("[[merge]]\nentities = [", 2, "is not TOML"),
        ("\n[[merge]]\nentities = ['a']\n", 2, "two different ids"),
        ("[[merge]]\nentities = ['a', 'a']\n", 1, "two different ids"),
        ("[[merge]]\nentity = 'a'\n", 1, "needs entities"),
        ("[[merge]]\nentities = ['a', 'b']\nwhy = 'x'\n", 1, "has no field why"),
        ("[[join]]\nentities = ['a', 'b']\n", 1, "no kind of decision"),
        ("merge = 1\n", 0, "no kind of decision"),
        ("[[rename]]\nentity = 'a'\n", 1, "needs label"),
        ("[[rename]]\nentity = 'a'\nlabel = 3\n", 1, "must be text"),
        ("[[retype]]\nentity = 'a'\ntype = 'Person'\n", 1, "no class of the ontology"),
        ("[[reject]]\nnote = 'x'\n", 1, "needs a claim"),
        ("[[reject]]\nrelation = 'hugged'\n", 1, "relation hugged is none of"),
        ("[[add]]\nsubject = 'a'\nrelation = 'met'\nobject = 'b'\n", 1, "must be a table"),
        (
            "[[add]]\nsubject = 'a'\nrelation = 'met'\nobject = 'b'\nsource = { quote = 'x' }\n",
            1,
            "needs a url",
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text: str, line: int, part: str) -> None:
    """An error names the file, the line, what is wrong and what would be right."""
    with pytest.raises(DecisionError) as caught:
        read_text(text, "here.toml")
    assert caught.value.line == line
    assert part in str(caught.value)
    assert str(caught.value).startswith("here.toml")
    assert "\n" not in str(caught.value)


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Whatever stands in the file, nothing but a DecisionError comes of it."""
    with contextlib.suppress(DecisionError):
        assert read_text(text) == read_text(text)


def test_missing_or_binary_file(tmp_path: Path) -> None:
    """A file that is not there or holds no text is refused in one line."""
    with pytest.raises(DecisionError, match="cannot be read"):
        read_decisions(tmp_path / "none.toml")
    (tmp_path / "decisions.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DecisionError, match="UTF-8"):
        read_decisions(tmp_path / "decisions.toml")


@settings(deadline=None)
@given(st.text(), st.sampled_from(["merge", "split"]))
def test_added_decisions_are_read_again(note: str, kind: str) -> None:
    """What is appended keeps what was there, whatever the names hold."""
    text = append_decision(WHOLE, kind, ("official-a-00000001", "official-d-00000008"), note)
    assert text.startswith(WHOLE.rstrip("\n"))
    assert len(tuple(read_text(text))) == 8
