"""What the words of a claim stand for, said only where its sentences do not name it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.export.html.standing import standing
from graphbuild.export.html.wording import all_texts, other_labels, romanised
from graphbuild.model import Claim, Evidence, Post, Span

TEXT = "He visited the mill."
WHOLE = Span(0, len(TEXT))
NAMES = {"gong": "Gong Lan", "mill": "the mill", "post": "Mayor (Luyuan)", "luyuan": "Luyuan"}
POSTS = {"post": Post("post", "Mayor", "luyuan")}


def claim(*mentions: tuple[str, Span], target: str = "mill") -> Claim:
    """Return a claim about Gong Lan with these mentions."""
    return Claim("gong", "visited", target, Evidence("d", (WHOLE,), mentions, "rule"))


def test_a_pronoun_is_told_and_a_name_is_not():
    """The word "He" stands for Gong Lan; the mill is named, so nothing is said of it."""
    rows = standing(claim(("subject", Span(0, 2)), ("object", Span(11, 19))), {WHOLE: TEXT}, NAMES, POSTS)
    assert rows == [("subject", "He", "gong", "Gong Lan")]


def test_what_is_left_out_has_no_words():
    """An end without a mention is told with empty words."""
    assert standing(claim(), {WHOLE: TEXT}, NAMES, POSTS) == [("subject", "", "gong", "Gong Lan")]


def test_a_post_is_told_unless_its_home_is_named():
    """The Mayor is the one of Luyuan, which a sentence that names Luyuan says itself."""
    said = claim(("post", Span(0, 2)), target="post")
    rows = standing(said, {WHOLE: TEXT}, NAMES, POSTS)
    assert ("post", "He", "post", "Mayor (Luyuan)") in rows
    named = replace(said, evidence=Evidence("d", (WHOLE,), (), "rule"))
    told = standing(named, {WHOLE: "In LUYUAN Gong Lan spoke"}, NAMES, POSTS)
    assert told == []


@given(st.integers(0, 19), st.integers(0, 19), st.sampled_from(["subject", "object", "post", "trigger"]))
def test_words_are_those_of_the_sentence(start, length, role):
    """Whatever the mentions, the words told stand in the sentence, and unknown ends are passed over."""
    span = Span(start, min(start + length, WHOLE.end))
    rows = standing(claim((role, span)), {WHOLE: TEXT}, NAMES, {})
    assert all(words in TEXT and name == NAMES[key] for _, words, key, name in rows)
    assert standing(claim((role, span)), {WHOLE: TEXT}, {}, {}) == []


def test_pinyin_of_chinese_names():
    """Chinese names give their syllables without tones, others nothing."""
    assert list(romanised(["邱晓云", "Qiu Xiaoyun"])) == ["qiu xiao yun"]


@pytest.mark.parametrize(
    ("language", "names", "wanted"),
    [
        ("en", [("鹿原", "zh"), ("鹿原市", "zh-Hans")], {"zh": "鹿原"}),
        ("zh", [("Luyuan", "en")], {"en": "Luyuan"}),
        ("en", [("Deer Plain", "en")], {}),
    ],
)
def test_labels_of_the_other_language(language, names, wanted):
    """The first name in the other language is what a node is called there."""
    assert other_labels("X", language, names) == wanted


def test_every_word_of_the_page_is_in_both_languages():
    """No word is missing in either language, and counts stand where they stand in the other."""
    texts = all_texts()
    assert set(texts["en"]) == set(texts["zh"])
    assert all(("{n}" in texts["en"][key]) == ("{n}" in texts["zh"][key]) for key in texts["en"])
