"""The frame visit."""

from __future__ import annotations

import pytest

from tests.reading import Told, acts, read_extraction

HERO = "Tan Yishan"


def visited(text: str, *, title: str = "") -> list[tuple[str, str]]:
    """Return who visited what, as stated."""
    found = acts(text, "visited", title=title)
    return [(told.subject, told.object) for told in found if told.how == "stated"]


def stops(text: str) -> list[str]:
    """Return what Tan Yishan visited, as stated, in order."""
    return [site for person, site in visited(text) if person == HERO]


@pytest.mark.parametrize(
    ("text", "sites"),
    [
        ("Tan Yishan visited Baishi Town.", ["Baishi Town"]),
        ("Tan Yishan inspected Henglu Paper Co., Ltd. on May 3.", ["Henglu Paper Co., Ltd."]),
        ("Tan Yishan toured the Baishi Reservoir Project.", ["Baishi Reservoir Project"]),
        ("Tan Yishan surveyed Pingshun County.", ["Pingshun County"]),
        ("Tan Yishan investigated in Pingshun County.", ["Pingshun County"]),
        ("Tan Yishan is visiting Lusaka.", ["Lusaka"]),
        ("Tan Yishan has visited Lusaka.", ["Lusaka"]),
        ("Tan Yishan, mayor of Yunmo City, on Monday visited Lusaka.", ["Lusaka"]),
        ("Tan Yishan visited villagers in Baishi Town.", ["Baishi Town"]),
        ("Tan Yishan continued to inspect Baishi Town.", ["Baishi Town"]),
        ("When visiting Baishi Town, Tan Yishan stressed safety.", ["Baishi Town"]),
        ("After visiting Baishi Town, Tan Yishan went to Shitang Town.", ["Baishi Town", "Shitang Town"]),
        ("Having visited Baishi Town, Tan Yishan chaired a meeting.", ["Baishi Town"]),
        ("Kang Wenhe announced that Tan Yishan had visited Baishi Town.", ["Baishi Town"]),
    ],
)
def test_verbs_of_visiting(text: str, sites: list[str]) -> None:
    """Verbs whose object is the site, in several tenses and clauses."""
    assert stops(text) == sites


@pytest.mark.parametrize(
    ("text", "sites"),
    [
        ("Tan Yishan came to Baishi Town.", ["Baishi Town"]),
        ("Tan Yishan went to Baishi Town to inspect the dam.", ["Baishi Town"]),
        ("Tan Yishan arrived in Nairobi on Sunday.", ["Nairobi"]),
        ("Tan Yishan travelled to Tokyo and Seoul.", ["Tokyo", "Seoul"]),
        ("Tan Yishan walked into the workshop of Henglu Paper Co., Ltd.", ["Henglu Paper Co., Ltd."]),
        ("Tan Yishan paid an official visit to Zambia.", ["Zambia"]),
        ("Tan Yishan drove to Baishi Town early in the morning.", ["Baishi Town"]),
        (
            "Tan Yishan went deep into Baishi Town and Shitang Town to investigate.",
            ["Baishi Town", "Shitang Town"],
        ),
        ("Tan Yishan stopped at Henglu Paper Co., Ltd.", ["Henglu Paper Co., Ltd."]),
        ("Tan Yishan was in Nairobi to open the bridge.", ["Nairobi"]),
        ("Tan Yishan led a team to Pingshun County to investigate.", ["Pingshun County"]),
        ("Tan Yishan led a delegation to Zambia.", ["Zambia"]),
        ("A delegation led by Tan Yishan arrived in Tokyo.", ["Tokyo"]),
    ],
)
def test_motion_towards_a_goal(text: str, sites: list[str]) -> None:
    """Verbs of motion with a goal, and leading a team there."""
    assert stops(text) == sites


@pytest.mark.parametrize(
    "text",
    [
        "Tan Yishan came from Baishi Town.",
        "Tan Yishan flew over Baishi Town.",
        "Tan Yishan looked at the plan for Baishi Town.",
        "Tan Yishan went on to say that Zambia was a partner.",
        "Tan Yishan went to great lengths to help Baishi Town.",
        "Tan Yishan called on Zambia to respect the treaty.",
        "Tan Yishan listened to the report of Baishi Town.",
        "Tan Yishan asked Baishi Town to speed up.",
        "Tan Yishan inspected goods from Baishi Town.",
        "Tan Yishan sent a team to Baishi Town.",
        "Tan Yishan left Tokyo for Seoul.",
        "Tan Yishan said that tourists visit Baishi Town every year.",
        "Tourists who visited Baishi Town told Tan Yishan about the road.",
        "Tan Yishan thanked the doctors who went to Baishi Town.",
        "The road leads to Baishi Town, where Tan Yishan grew up.",
        "Tan Yishan, who was born in Baishi Town, spoke.",
        "Tan Yishan surveyed opinions about Henglu Paper Co., Ltd.",
        "Police investigated Tan Yishan and Henglu Paper Co., Ltd.",
        "Tan Yishan visited the exhibition about Baishi Town.",
        "Tan Yishan studied in Baishi Town.",
        "The team of experts sent by Tan Yishan visited Baishi Town.",
        "Tan Yishan visited the market.",
    ],
)
def test_no_visit_is_invented(text: str) -> None:
    """Origins, plans, reports, other subjects and other senses of the verbs are no visits."""
    assert visited(text) == []


def test_visit_of_another_is_not_the_speakers() -> None:
    """Who watches or reports a visit does not make it."""
    assert visited("Tan Yishan watched as Kang Wenhe visited Baishi Town.") == [("Kang Wenhe", "Baishi Town")]
    assert visited("Tan Yishan said Kang Wenhe visited Baishi Town.") == [("Kang Wenhe", "Baishi Town")]


@pytest.mark.parametrize(
    ("text", "sites"),
    [
        (
            "Tan Yishan visited Baishi Town, Shitang Town and Henglu Paper Co., Ltd.",
            ["Baishi Town", "Shitang Town", "Henglu Paper Co., Ltd."],
        ),
        (
            (
                "Tan Yishan successively visited Baishi Town, Henglu Paper Co., Ltd. and other "
                "places, and learned about production."
            ),
            ["Baishi Town", "Henglu Paper Co., Ltd."],
        ),
        ("Tan Yishan visited Baishi Town after the flood hit Shitang Town.", ["Baishi Town"]),
        ("Tan Yishan visited Baishi Town, which lies north of Shitang Town.", ["Baishi Town"]),
        ("Tan Yishan visited Baishi Town to discuss a road to Shitang Town.", ["Baishi Town"]),
        ("Tan Yishan visited Baishi Town before the people of Shitang Town voted.", ["Baishi Town"]),
        ("Tan Yishan visited Baishi Town because Shitang Town was flooded.", ["Baishi Town"]),
    ],
)
def test_list_of_sites_ends_where_the_clause_does(text: str, sites: list[str]) -> None:
    """Lists are read to their end and no further."""
    assert stops(text) == sites


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Tan Yishan and Kang Wenhe visited Baishi Town.", ["Tan Yishan", "Kang Wenhe"]),
        (
            "Tan Yishan, Kang Wenhe, and Niu Changgeng visited Baishi Town.",
            ["Tan Yishan", "Kang Wenhe", "Niu Changgeng"],
        ),
        ("Municipal leaders Tan Yishan and Kang Wenhe visited Baishi Town.", ["Tan Yishan", "Kang Wenhe"]),
        ("Tan Yishan and his entourage visited Baishi Town.", ["Tan Yishan"]),
    ],
)
def test_several_principals(text: str, people: list[str]) -> None:
    """All people of a coordinated subject visit."""
    assert visited(text) == [(person, "Baishi Town") for person in people]


@pytest.mark.parametrize(
    "second",
    [
        "He then went to Shitang Town.",
        "Tan then went to Shitang Town.",
        "The delegation then went to Shitang Town.",
        "The mayor then went to Shitang Town.",
        "Mayor Tan then went to Shitang Town.",
        "The second stop was Shitang Town.",
        "In Shitang Town, Tan Yishan watched the planting.",
        "At Shitang Town, he inspected the dam.",
        "Then he came to Shitang Town, and asked about the harvest.",
    ],
)
def test_visit_goes_on(second: str) -> None:
    """Pronouns, groups, titles and stops continue the visit under way, in the order told."""
    text = f"Tan Yishan, mayor of Yunmo City, visited Baishi Town. {second}"
    assert stops(text) == ["Baishi Town", "Shitang Town"]
    found = read_extraction(text)
    assert [claim.position for claim in found.claims if claim.relation == "visited"] == [1, 2]
    assert len({claim.event for claim in found.claims if claim.relation == "visited"}) == 1


def test_where_clause_is_a_stop() -> None:
    """What stands before "where N asked" is a stop of the visit of N."""
    text = (
        "Tan Yishan visited Baishi Town. Then came Henglu Paper Co., Ltd., where Tan "
        "Yishan asked about orders."
    )
    assert stops(text) == ["Baishi Town", "Henglu Paper Co., Ltd."]


@pytest.mark.parametrize(
    ("text", "sites"),
    [
        (
            "At the site of the Baishi Reservoir Project, Tan Yishan learned about progress.",
            ["Baishi Reservoir Project"],
        ),
        ("At Henglu Paper Co., Ltd., Tan Yishan inspected the line.", ["Henglu Paper Co., Ltd."]),
        ("In Baishi Town, Tan Yishan watched the planting.", ["Baishi Town"]),
        (
            "In the workshop of Henglu Paper Co., Ltd., Tan Yishan asked about orders.",
            ["Henglu Paper Co., Ltd."],
        ),
        ("In Baishi Town, Tan Yishan said the harvest was good.", []),
        ("In Baishi Town, Tan Yishan is known as a poet.", []),
        ("In Zambia, Tan Yishan won the election.", []),
        ("In 2019, Tan Yishan watched the planting.", []),
        ("In the meantime, Tan Yishan watched the planting.", []),
    ],
)
def test_sentence_that_opens_with_the_site(text: str, sites: list[str]) -> None:
    """What one does on a site is a visit; what one says of a place, or is there, is none."""
    assert stops(text) == sites


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("Tan Yishan will visit Baishi Town.", "planned"),
        ("Tan Yishan plans to visit Baishi Town in June.", "planned"),
        ("Tan Yishan is expected to arrive in Nairobi on Sunday.", "planned"),
        ("Tan Yishan may visit Baishi Town.", "planned"),
        ("Tan Yishan agreed to visit Baishi Town.", "planned"),
        ("If the weather permits, Tan Yishan would visit Baishi Town.", "planned"),
        ("Tan Yishan had been due to visit Baishi Town.", "planned"),
        ("Tan Yishan must visit Baishi Town every month.", "directed"),
        ("Tan Yishan did not visit Baishi Town.", "negated"),
        ("Tan Yishan has never visited Baishi Town.", "negated"),
        ("Tan Yishan was unable to visit Baishi Town.", "negated"),
        ("Tan Yishan failed to visit Baishi Town.", "negated"),
        ("Tan Yishan decided not to visit Baishi Town.", "negated"),
        ("It is not true that Tan Yishan visited Baishi Town.", "negated"),
        ("Neither Tan Yishan nor Kang Wenhe visited Baishi Town.", "negated"),
    ],
)
def test_acts_that_are_no_facts(text: str, how: str) -> None:
    """Planned, directed and denied visits keep their modality, and belong to no event."""
    claims = acts(text, "visited")
    assert claims
    assert {told.how for told in claims} == {how}
    assert all(claim.event is None for claim in read_extraction(text).claims if claim.relation == "visited")


@pytest.mark.parametrize(
    "text",
    [
        "Tan Yishan asked the departments to visit Baishi Town.",
        "Tan Yishan hopes that Kang Wenhe will visit Baishi Town.",
        "Tan Yishan ordered that Kang Wenhe inspect Baishi Town.",
        "The visit of Tan Yishan to Baishi Town was cancelled.",
        "Tan Yishan postponed his visit to Baishi Town.",
        "Tan Yishan called for a visit to Baishi Town.",
        "Tan Yishan's planned visit to Baishi Town has been put off.",
        "“Visit Baishi Town,” Tan Yishan told the departments.",
    ],
)
def test_what_is_wished_or_cancelled_is_never_stated(text: str) -> None:
    """Wishes, orders and cancelled visits give no fact."""
    assert visited(text) == []


def test_same_visit_in_title_and_text_is_one_event() -> None:
    """The headline tells the same visit as the article."""
    text, title = (
        "Tan Yishan visited Pingshun County on May 3. He came to Baishi Town.",
        "Tan Yishan Visits Pingshun County",
    )
    found = read_extraction(text, title=title)
    assert [happening.type for happening in found.happenings] == ["Visit"]


def test_two_visits_are_two_events() -> None:
    """Different principals make different visits."""
    found = read_extraction("Tan Yishan visited Baishi Town. Kang Wenhe visited Shitang Town.")
    assert [happening.type for happening in found.happenings] == ["Visit", "Visit"]


def test_date_of_the_visit() -> None:
    """The visit takes the date of its sentence."""
    found = read_extraction("On May 3, Tan Yishan visited Baishi Town.", published="2019-05-05")
    assert [happening.date.edtf for happening in found.happenings if happening.date] == ["2019-05-03"]


def test_parse_and_order_agree() -> None:
    """A claim that the parse and the order of words both read is surer than one from an opening."""
    found = read_extraction(
        "Tan Yishan visited Baishi Town. At Henglu Paper Co., Ltd., he asked about orders."
    )
    sure, less = (claim.confidence for claim in found.claims if claim.relation == "visited")
    assert sure > less


def test_claim_by_names() -> None:
    """The whole claim, with a wire-news sentence."""
    text = "Kenyan Foreign Minister Edwin Mutua arrived in Lusaka on Tuesday for talks."
    assert acts(text, "visited", "holdsPost") == [
        Told("Edwin Mutua", "holdsPost", "Foreign Minister @ Kenya", "stated"),
        Told("Edwin Mutua", "visited", "Lusaka", "stated"),
    ]
