"""The steps of our own set what the stock components set, in a batch of any make-up."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, MORPH, POS, TAG

from graphbuild.annotate import DEFAULT_MODEL
from graphbuild.annotate.forms import Forms, are_forms
from graphbuild.annotate.steps import steps_of
from graphbuild.annotate.transitions import MOST, is_greedy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.language import Language
    from spacy.tokens import Doc

PARAGRAPHS: Final = (
    "On May 6, Mayor Shu Lan of Pingshun County visited Greenfield Dairy Co., Ltd. and met Edwin Mutua.",
    "There were many people in the hall, and there is more to come.",
    "",
    "Let's go, said the driver; you gotta see it. He ain't late, y'all!",
    "Anna Berg",
    "She left.  Two spaces\nand a line break stand here.",
    "The delegation, which the governor led, will tour ports in Kenya, Norway and Peru before 12 June 2031.",
)
LETTERS: Final = st.sampled_from("aAtThHeErsS'’.,-$3 \n\t县") | st.characters(codec="utf-8")
SET: Final = (TAG, POS, MORPH, LEMMA, DEP, HEAD, ENT_IOB, ENT_TYPE)


@cache
def _pipeline() -> Language:
    return spacy.load(DEFAULT_MODEL)


def _stepped(texts: Sequence[str]) -> list[Doc]:
    docs: Sequence[Doc] = [_pipeline().make_doc(text) for text in texts]
    for step in steps_of(_pipeline()) if docs else ():
        docs = step(docs)
    return list(docs)


def _values(doc: Doc) -> list[list[int]]:
    return doc.to_array(list(SET)).tolist()


def test_every_token_gets_what_the_stock_pipeline_sets() -> None:
    """Tags, lemmas, morphology, parse and entities are those of `Language.pipe`."""
    stock = _pipeline().pipe(PARAGRAPHS, batch_size=len(PARAGRAPHS))
    assert list(map(_values, _stepped(PARAGRAPHS))) == list(map(_values, stock))


@given(st.lists(st.text(LETTERS, max_size=40), max_size=4))
def test_any_text_gets_what_the_stock_pipeline_sets(texts: list[str]) -> None:
    """So it is with letters and white space of every kind."""
    stock = _pipeline().pipe(texts, batch_size=max(1, len(texts)))
    assert list(map(_values, _stepped(texts))) == list(map(_values, stock))


def test_a_paragraph_is_read_alike_alone_and_among_others() -> None:
    """Neither the neighbours in the batch nor their order change a value."""
    together = list(map(_values, _stepped(PARAGRAPHS)))
    turned = list(map(_values, _stepped(PARAGRAPHS[::-1])))[::-1]
    alone = [_values(_stepped([text])[0]) for text in PARAGRAPHS]
    assert together == turned == alone


@pytest.mark.parametrize("text", PARAGRAPHS)
def test_forms_are_the_same_the_second_time(text: str) -> None:
    """What is remembered of a word is what was worked out for it."""
    assert _values(_stepped([text])[0]) == _values(_stepped([text])[0])


def test_a_long_page_is_searched_in_parts() -> None:
    """More paragraphs than are searched side by side are read like each of them."""
    texts = [f"Mayor Shu Lan met envoy number {number}." for number in range(MOST + 1)]
    assert _values(_stepped(texts)[-1]) == _values(_stepped(texts[-1:])[0])


def test_parser_and_recogniser_of_the_default_pipeline_are_greedy() -> None:
    """Both are searched by our loop; a tagger is not, nor is a parser with a beam."""
    nlp = _pipeline()
    assert is_greedy(nlp.get_pipe("parser"))
    assert is_greedy(nlp.get_pipe("ner"))
    assert not is_greedy(nlp.get_pipe("tagger"))
    assert not is_greedy(spacy.blank("en").add_pipe("beam_parser"))


def test_what_is_remembered_is_bounded() -> None:
    """When the memory is full it starts anew, with the same values."""
    nlp = _pipeline()
    forms = Forms(nlp.get_pipe("attribute_ruler"), nlp.get_pipe("lemmatizer"), most=5)
    with nlp.select_pipes(enable=["tok2vec", "tagger", "parser"]):
        first, second, third = nlp.pipe(["Ships carried mayors.", "He met her.", "Ships carried mayors."])
    forms([first])
    assert len(forms) == 4
    forms([second])
    assert len(forms) == 7  # the stop is known
    forms([third])
    assert len(forms) == 4
    assert [token.lemma_ for token in third] == ["ship", "carry", "mayor", "."]


def test_a_ruler_that_looks_further_than_the_word_is_left_alone() -> None:
    """Patterns with operators or attributes outside form, tag and relation are the stock ruler's."""
    nlp = spacy.blank("en")
    ruler, lemmatizer = nlp.add_pipe("attribute_ruler"), nlp.add_pipe("lemmatizer")
    assert are_forms(ruler, lemmatizer)
    ruler.add([[{"LOWER": "very", "OP": "+"}, {"LOWER": "good"}]], {"LEMMA": "good"})
    assert not are_forms(ruler, lemmatizer)
    assert not are_forms(lemmatizer, ruler)
