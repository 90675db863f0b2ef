"""What an explanation holds: the header, the sentences, their claims, and the coverage."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from graphbuild import gazetteer
from graphbuild.errors import ModelError
from graphbuild.explain import explain
from graphbuild.pipeline import extract
from graphbuild.read import read_text

if TYPE_CHECKING:
    from pathlib import Path

    from graphbuild.explain import ExplainedClaim, Explanation
    from graphbuild.model import Document


def _said(claim: ExplainedClaim) -> tuple[str, str, str]:
    return claim.subject, claim.relation, claim.object


def test_the_header_is_what_the_page_states(explanation: Explanation) -> None:
    """Title, day and publisher come from the page; what is not there is None."""
    header = explanation.header
    assert header.title == "Mayor Qian Duofu inspects tea factories"
    assert (header.published, header.publisher, header.url) == ("2024-05-07", "Pingtan Daily", None)


def test_the_seat_says_what_it_resolves(explanation: Explanation) -> None:
    """The seat is named with the words that were read with its help."""
    assert explanation.seat is not None
    assert explanation.seat.name == "Pingtan City"
    assert not explanation.seat.stated
    assert (
        "Municipal Bureau of Commerce",
        "Pingtan Municipal Bureau of Commerce",
    ) in explanation.seat.resolved


def test_a_stated_seat_wins(told_article: Document) -> None:
    """A locus that the user states is the seat, with the places above it by level."""
    seat = explain(replace(told_article, locus="Dunhua, Jilin")).seat
    assert seat is not None
    assert (seat.stated, seat.code) == (True, "cn-222403")
    assert dict(seat.above)["provincial"] == "Jilin Province"


def test_no_seat_is_none() -> None:
    """An article that points to no place has no seat."""
    assert explain(read_text("It rained all day, and nobody came to the door of the house.")).seat is None


def test_every_sentence_is_there_in_order(explanation: Explanation) -> None:
    """Sentences are numbered from 1 in the order of the text, those that give nothing included."""
    assert [sentence.number for sentence in explanation.sentences] == [1, 2, 3, 4, 5, 6]
    assert [sentence.role for sentence in explanation.sentences] == ["title"] + ["paragraph"] * 5
    starts = [sentence.span.start for sentence in explanation.sentences]
    assert starts == sorted(starts)


@pytest.mark.parametrize("which", ["explanation", "hostile"])
def test_offsets_are_those_of_the_document(which: str, request: pytest.FixtureRequest) -> None:
    """Sentence, mention and trigger offsets quote the document exactly, each inside its sentence."""
    found: Explanation = request.getfixturevalue(which)
    for sentence in found.sentences:
        assert found.document.quote(sentence.span) == sentence.text
        for part in (*sentence.marks, *sentence.triggers):
            assert found.document.quote(part.span) == part.text
            assert sentence.span.covers(part.span)


def test_claims_are_those_of_the_pipeline(explanation: Explanation, told_article: Document) -> None:
    """No claim is added or lost, and ids are those of the graph."""
    assert {claim.id for claim in explanation.claims} == {claim.id for claim in extract(told_article).claims}


def test_claims_stand_under_the_sentence_of_their_act(explanation: Explanation) -> None:
    """The sentence of the act tells the claim; the others of its evidence support it."""
    title, visit, company, *_ = explanation.sentences
    assert _said(visit.told[0]) == ("Qian Duofu", "visited", "Pingtan Baiyun Tea Co., Ltd.")
    (accompanied,) = title.supported
    assert _said(accompanied) == ("Sun Shaoqing", "accompanied", "Qian Duofu")
    assert accompanied.sentences[0] == company.number
    assert accompanied.id in title.claims
    assert accompanied.id in company.claims


def test_acts_come_before_posts_and_names(explanation: Explanation) -> None:
    """Within a sentence acts come first, then posts, then what names alone say."""
    company = explanation.sentences[2]
    relations = [claim.relation for claim in company.told]
    assert relations == ["accompanied", "holdsPost", "jurisdiction"]


def test_a_planned_act_is_no_edge(explanation: Explanation) -> None:
    """A claim that stays out of the graph says so."""
    (planned,) = (claim for claim in explanation.claims if claim.modality == "planned")
    assert (planned.relation, planned.object, planned.edge) == ("visited", "Lushan Paper Co., Ltd.", False)


def test_posts_are_named_with_their_home(explanation: Explanation) -> None:
    """A post is its title and where it is held."""
    posts = {claim.object for claim in explanation.claims if claim.object_type == "Post"}
    assert posts == {"Mayor, Pingtan City", "Director, Pingtan Municipal Bureau of Commerce"}


def test_a_mention_tells_what_it_stands_for(explanation: Explanation) -> None:
    """Only a mention whose name is not what is written counts as renamed."""
    renamed = {mark.text: mark.name for s in explanation.sentences for mark in s.marks if mark.renamed}
    assert renamed == {"Municipal Bureau of Commerce": "Pingtan Municipal Bureau of Commerce"}


def test_coverage_lists_what_promised_and_gave_nothing(explanation: Explanation) -> None:
    """A sentence with a verb of visiting and no claim is listed; one without a trigger is not."""
    coverage = explanation.coverage
    assert (coverage.sentences, coverage.with_mentions, coverage.with_claims) == (6, 4, 4)
    assert coverage.unread == (5,)
    assert explanation.sentences[4].promised == ("visit",)


def test_a_claim_is_found_by_its_id(explanation: Explanation) -> None:
    """Ids lead from sentences to claims, and an unknown one is a KeyError."""
    claim = explanation.claims[0]
    assert explanation.claim(claim.id) is claim
    with pytest.raises(KeyError):
        explanation.claim("nothing")


def test_explaining_twice_is_the_same(explanation: Explanation, told_article: Document) -> None:
    """The same article gives an equal value."""
    assert explain(told_article) == explanation


def test_places_of_the_user_are_known(tmp_path: Path) -> None:
    """A place of the user's list is the seat with its code."""
    listed = tmp_path / "places.tsv"
    listed.write_text("name\tkind\tparent\nOrlu City\tPrefecture-level City\tChina\n", encoding="utf-8")
    document = read_text("Mayor Qian Duofu of Orlu City inspected the Municipal Library of our city.")
    seat = explain(document, places=gazetteer.read_places(listed)).seat
    assert seat is not None
    assert seat.code is not None
    assert seat.code.startswith("user-")


def test_a_model_that_is_missing_is_named(told_article: Document) -> None:
    """A pipeline that is not installed is an error of our own."""
    with pytest.raises(ModelError, match="no_such_model"):
        explain(told_article, model="no_such_model")
