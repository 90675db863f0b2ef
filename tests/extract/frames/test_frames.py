"""Frames together: all that a natural sentence states, and nothing more."""

from __future__ import annotations

import pytest

from tests.reading import acts

RELATIONS = ("visited", "accompanied", "met", "chairs", "attended")


def stated(text: str) -> set[str]:
    """Return the facts of a text as plain phrases."""
    return {" ".join(told[:3]) for told in acts(text, *RELATIONS) if told.how == "stated"}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "Luo Jinghua visited Baishi Town together with Meng Xiaolu.",
            {"Luo Jinghua visited Baishi Town", "Meng Xiaolu accompanied Luo Jinghua"},
        ),
        (
            "Luo Jinghua went to Baishi Town with Meng Xiaolu.",
            {"Luo Jinghua visited Baishi Town", "Meng Xiaolu accompanied Luo Jinghua"},
        ),
        (
            "Luo Jinghua travelled to Nairobi with Meng Xiaolu and Qiu Lianhua to attend a summit.",
            {
                "Luo Jinghua visited Nairobi",
                "Meng Xiaolu accompanied Luo Jinghua",
                "Qiu Lianhua accompanied Luo Jinghua",
            },
        ),
        (
            (
                "Luo Jinghua visited Baishi Town. Meng Xiaolu, executive deputy mayor, and the "
                "heads of relevant departments participated."
            ),
            {"Luo Jinghua visited Baishi Town", "Meng Xiaolu accompanied Luo Jinghua"},
        ),
        (
            (
                "Luo Jinghua visited Baishi Town. The inspection was also attended by Meng "
                "Xiaolu and Qiu Lianhua."
            ),
            {
                "Luo Jinghua visited Baishi Town",
                "Meng Xiaolu accompanied Luo Jinghua",
                "Qiu Lianhua accompanied Luo Jinghua",
            },
        ),
        (
            "Luo Jinghua visited Baishi Town. Meng Xiaolu also accompanied.",
            {"Luo Jinghua visited Baishi Town", "Meng Xiaolu accompanied Luo Jinghua"},
        ),
        (
            "President Grace Tembo toured the Ndola Cement Factory alongside Governor Peter Phiri.",
            {"Grace Tembo visited Ndola Cement Factory", "Peter Phiri accompanied Grace Tembo"},
        ),
        (
            "President Grace Tembo, along with Governor Peter Phiri, toured the Ndola Cement Factory.",
            {"Grace Tembo visited Ndola Cement Factory", "Peter Phiri accompanied Grace Tembo"},
        ),
        (
            (
                "Flanked by Governor Peter Phiri and Kofi Ansah, President Grace Tembo toured "
                "the Ndola Cement Factory."
            ),
            {
                "Grace Tembo visited Ndola Cement Factory",
                "Peter Phiri accompanied Grace Tembo",
                "Kofi Ansah accompanied Grace Tembo",
            },
        ),
        (
            "Luo Jinghua visited Baishi Town. Meng Xiaolu was to accompany him but fell ill.",
            {"Luo Jinghua visited Baishi Town"},
        ),
        (
            "Luo Jinghua visited Baishi Town. Meng Xiaolu's deputy accompanied him.",
            {"Luo Jinghua visited Baishi Town"},
        ),
        (
            "Luo Jinghua visited Baishi Town. Meng Xiaolu attended the reception for the delegation.",
            {"Luo Jinghua visited Baishi Town"},
        ),
        (
            "Luo Jinghua, instead of visiting Baishi Town, went to Shitang Town.",
            {"Luo Jinghua visited Shitang Town"},
        ),
        ("Luo Jinghua started a three-day visit to Zambia on Monday.", {"Luo Jinghua visited Zambia"}),
        ("Luo Jinghua concluded his visit to Zambia.", {"Luo Jinghua visited Zambia"}),
        ("Luo Jinghua made an inspection tour of Baishi Town.", {"Luo Jinghua visited Baishi Town"}),
        (
            "Luo Jinghua conducted an inspection of Henglu Paper Co., Ltd.",
            {"Luo Jinghua visited Henglu Paper Co., Ltd."},
        ),
        ("Luo Jinghua carried out research in Baishi Town.", {"Luo Jinghua visited Baishi Town"}),
        ("Baishi Town was visited by Luo Jinghua.", {"Luo Jinghua visited Baishi Town"}),
        (
            "Henglu Paper Co., Ltd. was inspected by Luo Jinghua and Meng Xiaolu.",
            {"Luo Jinghua visited Henglu Paper Co., Ltd.", "Meng Xiaolu visited Henglu Paper Co., Ltd."},
        ),
        ("The delegation led by Luo Jinghua visited Baishi Town.", {"Luo Jinghua visited Baishi Town"}),
        (
            "Luo Jinghua and Meng Xiaolu visited Baishi Town. They then came to Shitang Town.",
            {
                "Luo Jinghua visited Baishi Town",
                "Luo Jinghua visited Shitang Town",
                "Meng Xiaolu visited Baishi Town",
                "Meng Xiaolu visited Shitang Town",
            },
        ),
        ("Luo Jinghua helped Meng Xiaolu visit Baishi Town.", {"Meng Xiaolu visited Baishi Town"}),
        (
            "The President of the Republic of Sierra Leone, His Excellency Edwin Mutua, arrived in Lima.",
            {"Edwin Mutua visited Lima"},
        ),
        (
            "Edwin Mutua visited the Amur Shipyard, Interfax reported, citing Ingrid Solberg.",
            {"Edwin Mutua visited Amur Shipyard"},
        ),
        (
            "During his visit to Tokyo, Edwin Mutua met Ingrid Solberg.",
            {"Edwin Mutua visited Tokyo", "Edwin Mutua met Ingrid Solberg"},
        ),
        ("On a visit to Tokyo, Edwin Mutua signed a deal.", {"Edwin Mutua visited Tokyo"}),
        ("Ursula von der Tann met Edwin Mutua.", {"Ursula von der Tann met Edwin Mutua"}),
        (
            "Hu Deshan conveyed the spirit of the meeting, and visited Baishi Town.",
            {"Hu Deshan visited Baishi Town"},
        ),
        (
            (
                "Under the strong leadership of the Municipal Party Committee headed by Luo "
                "Jinghua, Hu Deshan visited Baishi Town."
            ),
            {"Hu Deshan visited Baishi Town"},
        ),
        (
            (
                "In accordance with the decisions and arrangements of the Provincial Party "
                "Committee, Hu Deshan visited Baishi Town."
            ),
            {"Hu Deshan visited Baishi Town"},
        ),
        ("Edwin Mutua met his Swedish counterpart Ingrid Solberg.", {"Edwin Mutua met Ingrid Solberg"}),
        ("Edwin Mutua and Ingrid Solberg met in Nairobi on Friday.", {"Edwin Mutua met Ingrid Solberg"}),
        ("Edwin Mutua received the Ambassador of Mongolia, Kofi Ansah.", {"Edwin Mutua met Kofi Ansah"}),
        ("Edwin Mutua was received by Prime Minister Ingrid Solberg.", {"Ingrid Solberg met Edwin Mutua"}),
        (
            "Talks between Edwin Mutua and Ingrid Solberg were held in Sochi.",
            {"Edwin Mutua met Ingrid Solberg"},
        ),
        ("Edwin Mutua called on Prime Minister Ingrid Solberg.", {"Edwin Mutua met Ingrid Solberg"}),
        ("Edwin Mutua met a delegation led by Ingrid Solberg.", {"Edwin Mutua met Ingrid Solberg"}),
        (
            "Edwin Mutua visited Ingrid Solberg, chairman of Henglu Paper Co., Ltd.",
            {"Edwin Mutua met Ingrid Solberg", "Ingrid Solberg chairs Henglu Paper Co., Ltd."},
        ),
        (
            "Edwin Mutua met Ingrid Solberg at the Lusaka Trade Forum attended by Harold Pike.",
            {"Edwin Mutua met Ingrid Solberg", "Harold Pike attended Lusaka Trade Forum"},
        ),
        (
            "The Yunmo Trade Forum was chaired by Luo Jinghua and attended by Meng Xiaolu and Qiu Lianhua.",
            {
                "Luo Jinghua chairs Yunmo Trade Forum",
                "Meng Xiaolu attended Yunmo Trade Forum",
                "Qiu Lianhua attended Yunmo Trade Forum",
            },
        ),
        (
            "Meng Xiaolu presided over a meeting on flood control.",
            {"Meng Xiaolu chairs meeting on flood control"},
        ),
        (
            "Edwin Mutua and Kofi Ansah attended the African Union summit in Addis Ababa.",
            {"Edwin Mutua attended African Union summit", "Kofi Ansah attended African Union summit"},
        ),
        (
            "Mr. Pike, who had served under President Edwin Mutua, met Ingrid Solberg.",
            {"Pike met Ingrid Solberg"},
        ),
    ],
)
def test_all_that_is_stated(text: str, facts: set[str]) -> None:
    """Passives, nouns of visiting, company in every position, and clauses within clauses."""
    assert stated(text) == facts


@pytest.mark.parametrize(
    "text",
    [
        "Reports that Luo Jinghua visited Baishi Town are false.",
        "Luo Jinghua is to visit Baishi Town on Friday.",
        "Luo Jinghua was to have visited Baishi Town.",
        "Luo Jinghua no longer visits Baishi Town.",
        "Luo Jinghua rarely visits Baishi Town.",
        "If Luo Jinghua had visited Baishi Town, the road would be finished.",
        "When Luo Jinghua visits Baishi Town, he will open the bridge.",
        "Luo Jinghua came to power in Zambia in 2015.",
        "Luo Jinghua returned to Zambia's parliament after the vote.",
        "Luo Jinghua moved to Beijing in 2010.",
        "Luo Jinghua investigated the accident at Henglu Paper Co., Ltd.",
        "Luo Jinghua wished that he had visited Baishi Town.",
        "Luo Jinghua's wife visited Baishi Town.",
        "Luo Jinghua's spokesman visited Baishi Town.",
        "The son of Luo Jinghua visited Baishi Town.",
        "Neighbours of Luo Jinghua visited Baishi Town.",
        "Officials under Luo Jinghua inspected Baishi Town.",
        "Harold Pike met the requirements set by Edwin Mutua.",
        "Edwin Mutua's spokesman met Ingrid Solberg.",
        "President Edwin Mutua's envoy met Prime Minister Ingrid Solberg.",
        "A letter from Edwin Mutua met with silence from Ingrid Solberg.",
        "Edwin Mutua was supposed to meet Ingrid Solberg.",
        "Edwin Mutua looked forward to meeting Ingrid Solberg next month.",
        "Luo Jinghua's deputy chaired the Yunmo Trade Forum.",
        "The father of Luo Jinghua attended the Yunmo Trade Forum.",
        "Luo Jinghua inspected preparations for the Yunmo Trade Forum.",
        "Luo Jinghua chaired the preparatory group of the Yunmo Trade Forum.",
        "Luo Jinghua spoke of the Yunmo Trade Forum.",
        "Luo Jinghua addressed the problems raised at the Yunmo Trade Forum.",
    ],
)
def test_nothing_is_stated(text: str) -> None:
    """Plans, conditions, hearsay, the acts of others, and other senses of the words."""
    assert stated(text) == set()
