"""Which words promise a claim, and which of them keep the promise."""

from __future__ import annotations

import pytest

from graphbuild.coverage.triggers import promised, rank
from graphbuild.explain import explain
from graphbuild.model import Span, Trigger
from graphbuild.read import read_text


def _unread(text: str) -> dict[str, tuple[str, ...]]:
    """Return the sentences of a text that promised more, with the kinds."""
    found = explain(read_text(text, language="en")).sentences
    return {sentence.text: sentence.promised for sentence in found if sentence.promised}


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Nobody inspected the bridge.", "visit"),
        ("The children accompanied the band to the square.", "accompany"),
        ("An uncle presided over dinner.", "chair"),
        ("Somebody attended every show of the circus.", "attend"),
    ],
)
def test_a_verb_without_a_claim_is_listed(sentence: str, kind: str) -> None:
    """Each kind of act is noticed where nothing was read."""
    assert _unread(sentence) == {sentence: (kind,)}


@pytest.mark.parametrize(
    "sentence",
    [
        "The price of tea went to a new height.",
        "The research was a survey of prices.",
        "The general manager of nothing slept.",
        "Rain came in the night and the river rose.",
    ],
)
def test_common_words_promise_nothing(sentence: str) -> None:
    """A verb of motion without a named goal, and a noun or title without a name, are passed over."""
    assert _unread(sentence) == {}


def test_an_act_that_was_read_is_not_listed() -> None:
    """A sentence whose act became a claim promised no more than it gave."""
    assert _unread("Mayor Qian Duofu inspected Pingtan Baiyun Tea Co., Ltd.") == {}


def test_a_title_that_is_known_is_not_listed() -> None:
    """A title that repeats a post read elsewhere in the article is no miss."""
    first = "Qian Duofu, Mayor of Pingtan City, inspected Pingtan Baiyun Tea Factory on Monday."
    assert _unread(f"{first} Mayor Qian Duofu was pleased.") == {}


def test_promises_are_kept_by_their_own_kind() -> None:
    """An act answers for acts and titles, a post for titles alone, names for nothing."""
    visit, post = (Trigger(Span(0, 1), kind, "x") for kind in ("visit", "post"))
    assert promised((visit, post), {"met"}) == ()
    assert promised((visit, post), {"holdsPost"}) == ("visit",)
    assert promised((visit, post), {"locatedIn"}) == ("visit", "post")
    assert promised((visit, post), (), known=(post,)) == ("visit",)


def test_relations_have_an_order() -> None:
    """Acts come before posts, and posts before the rest."""
    assert [rank(name) for name in ("visited", "holdsPost", "partOf")] == [0, 1, 2]
