"""The cascade of grammars: surer readings win."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading import article, read_parses, read_people, read_things

PIECES = st.sampled_from(
    [
        "Tan Yishan",
        "mayor of Yunmo City",
        ",",
        "and",
        "visited",
        "Henglu Paper Co., Ltd.",
        ".",
        "The",
        "Edwin Mutua",
        "Kenya's",
        "foreign minister",
        "Pingshun County",
        "Party Committee",
        "accompanied him",
        "(",
        ")",
        "the Baishi Reservoir Project",
        "of",
        "Secretary",
        "respectively",
        "in",
        "met",
        "spirit of",
        "our city",
        "Aynur·Tohti",
        "Co., Ltd.",
        "’s",
        "\n\n",
        "Deputy",
        "Group",
    ]
)
TEXTS = (
    st.lists(PIECES, min_size=1, max_size=25)
    .map(" ".join)
    .filter(lambda text: any(c.isalpha() for c in text))
)


def test_company_wins_over_person_and_place() -> None:
    """Names inside a company's name are neither people nor places."""
    text = "She saw Hangzhou Tan Yishan Paper Co., Ltd. first."
    assert read_things(text, "Enterprise") == ["Hangzhou Tan Yishan Paper Co., Ltd."]
    assert read_things(text, "Place") == []
    assert read_people(text) == {}


def test_person_wins_over_place() -> None:
    """A person whose first name is a city's is a person."""
    assert read_things("Sydney Adeleke spoke.", "Place") == []


@settings(max_examples=80, deadline=None)
@given(TEXTS)
def test_mentions_quote_the_text(text: str) -> None:
    """For any text, all mentions quote it, lie in their sentence, and people do not overlap."""
    document = article(text)
    for parse in read_parses(text):
        people = [person.mention for person in parse.people]
        for mention in (*people, *parse.things):
            assert parse.span.covers(mention.span)
            assert mention.text.split() == document.quote(mention.span).split()
        assert not any(a.span.overlaps(b.span) for a, b in pairwise(people))
        for person in parse.people:
            assert all(parse.span.covers(post.span) for post in person.posts)
            assert not any(post.span.covers(person.mention.span) for post in person.posts)


@pytest.mark.parametrize(
    "text",
    [
        "乡",
        "…",
        "3",
        "\u200ba",
        "the",
        "'s",
        "((((a",
        "Co., Ltd.",
        "of of of",
        "Secretary of",
        "respectively",
        ", and ,a",
    ],
)
def test_scraps_give_no_mentions(text: str) -> None:
    """Fragments are read without an error and name nothing."""
    assert all(not parse.people and not parse.things for parse in read_parses(text))
