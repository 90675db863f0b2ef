"""Set phrases name people and bodies for form's sake."""

from __future__ import annotations

import pytest

import graphbuild
from graphbuild.extract.slogans import slogan_words
from tests.reading import article, read_lines, read_parses, read_people, read_things


@pytest.mark.parametrize(
    "text",
    [
        "The meeting conveyed the spirit of General Secretary Tan Yishan's important speech.",
        "We must study the spirit of the important speech of Tan Yishan at the Yunmo Spring Work Conference.",
        "All must implement the important instructions of Tan Yishan on flood control.",
        "Guided by the important speeches of Tan Yishan, the work went on.",
    ],
)
def test_nobody_acts_in_a_slogan(text: str) -> None:
    """Leaders in set phrases are no mentions."""
    assert read_people(text) == {}


def test_bodies_in_a_slogan_are_no_mentions() -> None:
    """Bodies whose decisions are to be carried out take no part in what is told."""
    text = "They carried out the decisions and arrangements of the Yunmo Municipal Party Committee."
    assert read_things(text, "Body") == []


@pytest.mark.parametrize(
    "text",
    [
        "Tan Yishan visited Baishi Town with good spirit.",
        "Tan Yishan made a speech that mattered.",
        "The leadership listened to Tan Yishan.",
        "At the core of the town stands a tower.",
    ],
)
def test_plain_words_are_no_slogan(text: str) -> None:
    """The words of slogans in other use hollow nothing out."""
    (line,) = read_lines(text)
    people = {"Tan Yishan"} if "Tan" in text else set()
    assert set(read_people(text)) == people
    assert people == set() or not slogan_words(line)


def test_what_follows_the_slogan_is_read() -> None:
    """The slogan ends at the semicolon; the clause after it is read again."""
    text = "They conveyed the spirit of the important speech; Niu Changgeng spoke."
    assert list(read_people(text)) == ["Niu Changgeng"]


def test_a_set_phrase_can_be_asked_for() -> None:
    """The words of the phrase come with the leaders and bodies in it, and the sentence that holds it."""
    text = (
        "The meeting conveyed the spirit of Tan Yishan's important speech, and Zou Beichuan "
        "inspected Baishi Town."
    )
    (parse,) = read_parses(text)
    (phrase,) = parse.set_phrases
    assert phrase.text == "spirit of Tan Yishan's important speech"
    assert text[phrase.span.start : phrase.span.end] == phrase.text
    assert (phrase.names, phrase.sentence) == ((("Official", "Tan Yishan"),), parse.span)


def test_who_stands_in_set_phrases_alone() -> None:
    """A graph lists the names that only set phrases hold; who acts elsewhere is none of them."""
    slogan = "They studied the spirit of the important speech of {} at length."
    text = f"{slogan.format('Tan Yishan')} {slogan.format('Zou Beichuan')} Zou Beichuan visited Baishi Town."
    graph = graphbuild.build([article(text)])
    (hollow,) = graph.only_in_set_phrases()
    assert (hollow.type, hollow.name, hollow.times, hollow.documents) == ("Official", "Tan Yishan", 1, 1)
    assert len(graph.set_phrases()) == 2
