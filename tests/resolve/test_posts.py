"""Posts and their homes."""

from __future__ import annotations

import pytest

from tests.reading import posts, read_extraction


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Tan Yishan, mayor of Yunmo City, spoke.", {"Mayor @ Yunmo City"}),
        ("Kenyan President Tan Yishan spoke.", {"President @ Kenya"}),
        ("Kenya's President Tan Yishan spoke. Kenya is large.", {"President @ Kenya"}),
        (
            "Tan Yishan, deputy secretary of the Yunmo Municipal Party Committee and mayor, spoke.",
            {"Deputy Secretary @ Yunmo Municipal Party Committee", "Mayor @ Yunmo City"},
        ),
        ("President Tan Yishan spoke.", {"President"}),
        ("Mayor Tan Yishan spoke. Tan Yishan, mayor of Yunmo City, left.", {"Mayor @ Yunmo City"}),
        (
            "Secretary Tan spoke. Tan Yishan is the secretary of the Yunmo Municipal Party Committee.",
            {"Secretary @ Yunmo Municipal Party Committee"},
        ),
        (
            "Tan Yishan, chairman of Henglu Paper Co., Ltd., spoke. Chairman Tan left.",
            {"Chairman @ Henglu Paper Co., Ltd."},
        ),
        (
            "Tan Yishan, chairman of Henglu Paper Co., Ltd., spoke. At Henglu Paper, he left.",
            {"Chairman @ Henglu Paper Co., Ltd."},
        ),
    ],
)
def test_posts_with_their_homes(text: str, held: set[str]) -> None:
    """Homes as stated, by demonym, by a post beside it; shorter repetitions are dropped."""
    assert posts(text)["Tan Yishan"] == held


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Mayor Tan Yishan spoke.", {"Mayor @ Huadian City"}),
        ("Deputy Mayor Tan Yishan spoke.", {"Deputy Mayor @ Huadian City"}),
        (
            "Tan Yishan, director of the Municipal Finance Bureau, spoke.",
            {"Director @ Huadian Municipal Finance Bureau"},
        ),
        (
            "Tan Yishan, secretary of the Provincial Party Committee, spoke.",
            {"Secretary @ Jilin Provincial Party Committee"},
        ),
    ],
)
def test_ellipsis_against_the_seat(text: str, held: set[str]) -> None:
    """A local title or body without a place is that of the seat, at its level."""
    assert posts(text, locus="Huadian, Jilin")["Tan Yishan"] == held


def test_kenyan_and_kenyas_are_one_home() -> None:
    """The country that a demonym names is the country that the text names."""
    text = "Kenyan President Edwin Mutua met Tan Yishan, ambassador of Kenya."
    found = read_extraction(text)
    assert len([chain for chain in found.chains if chain.name == "Kenya"]) == 1


def test_completed_post_is_less_sure() -> None:
    """A home that the article does not state makes a claim of lower confidence, by a rule of its own."""
    found = read_extraction(
        "Tan Yishan, mayor of Yunmo City, and Deputy Mayor Kang Wenhe spoke.", locus="Yunmo City"
    )
    stated, completed = sorted(
        (claim for claim in found.claims if claim.relation == "holdsPost"),
        key=lambda claim: -claim.confidence,
    )
    assert stated.confidence > completed.confidence
    assert stated.evidence.rule != completed.evidence.rule


def test_national_titles_are_not_completed() -> None:
    """A president without a country is not given the seat's."""
    assert posts("President Edwin Mutua came to our city.", locus="Huadian, Jilin")["Edwin Mutua"] == {
        "President"
    }


@pytest.mark.parametrize(
    ("text", "held_by"),
    [
        (
            "Adaeze Okonkwo was elected Speaker of the Lagos State House of Assembly.",
            {"Adaeze Okonkwo": {"Speaker @ Lagos State House of Assembly"}},
        ),
        (
            "The minister of agriculture, Adaeze Okonkwo, visited the Kano Rice Mill.",
            {"Adaeze Okonkwo": {"Minister of Agriculture"}},
        ),
        (
            "Luo Jinghua was appointed director of the Yunmo Municipal Finance Bureau.",
            {"Luo Jinghua": {"Director @ Yunmo Municipal Finance Bureau"}},
        ),
        (
            "Grace Tembo, deputy prime minister and minister of finance, visited Lusaka.",
            {"Grace Tembo": {"Deputy Prime Minister", "Minister of Finance"}},
        ),
        ("Minister of Health Grace Tembo visited Lusaka.", {"Grace Tembo": {"Minister of Health"}}),
        (
            "Governor of the Amur Region Oleg Kravchuk visited Sochi.",
            {"Oleg Kravchuk": {"Governor @ Amur Region"}},
        ),
        (
            "Chairman Tan Yishan of Henglu Paper Co., Ltd. met Kang Wenhe.",
            {"Tan Yishan": {"Chairman @ Henglu Paper Co., Ltd."}},
        ),
        ("Edwin Mutua would not meet Ingrid Solberg, his spokesman said.", {}),
        ("County Party secretary Hu Deshan went to Baishi Town.", {"Hu Deshan": {"Party Secretary"}}),
    ],
)
def test_whole_sentences(text: str, held_by: dict[str, set[str]]) -> None:
    """All the posts of a natural sentence, and no others."""
    assert posts(text) == held_by


@pytest.mark.parametrize(
    ("text", "held", "bodies"),
    [
        ("Tan Yishan, president of the Yunmo Conference, spoke.", "President @ Yunmo Conference", 1),
        (
            "Tan Yishan, director of the Yunmo Leadership Forum, spoke.",
            "Director @ Yunmo Leadership Forum",
            1,
        ),
        ("Tan Yishan, director of the meeting, spoke.", "Director", 0),
    ],
)
def test_a_home_is_never_a_meeting(text: str, held: str, bodies: int) -> None:
    """A conference with a president is a body of that name; a meeting without a name is no home."""
    extraction = read_extraction(text)
    assert posts(text)["Tan Yishan"] == {held}
    assert [chain.type for chain in extraction.chains if chain.type != "Official"] == ["Body"] * bodies
    assert {mention.type for mention in extraction.mentions} <= {"Official", "Body"}
