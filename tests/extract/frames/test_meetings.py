"""The frames meet, chair and attend."""

from __future__ import annotations

import pytest

from tests.reading import acts, read_extraction

FORUM = "Yunmo Trade Forum"
HELD = f"The {FORUM} was held in Baishi Town on May 3."


def met(text: str) -> list[tuple[str, str]]:
    """Return who met whom, as stated."""
    return [(told.subject, told.object) for told in acts(text, "met") if told.how == "stated"]


def part(text: str) -> list[tuple[str, str]]:
    """Return who chaired or attended the forum, as stated."""
    found = acts(text, "chairs", "attended")
    return [(told.subject, told.relation) for told in found if told.object == FORUM and told.how == "stated"]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Edwin Mutua met Ingrid Solberg in Nairobi.", [("Edwin Mutua", "Ingrid Solberg")]),
        ("Edwin Mutua met with Ingrid Solberg on Monday.", [("Edwin Mutua", "Ingrid Solberg")]),
        (
            "Kenyan President Edwin Mutua met with Sweden's foreign minister, Ingrid Solberg, in Nairobi.",
            [("Edwin Mutua", "Ingrid Solberg")],
        ),
        ("Edwin Mutua held talks with Ingrid Solberg.", [("Edwin Mutua", "Ingrid Solberg")]),
        (
            "Edwin Mutua held a meeting with Ingrid Solberg, Kofi Ansah and Tan Yishan.",
            [("Edwin Mutua", "Ingrid Solberg"), ("Edwin Mutua", "Kofi Ansah"), ("Edwin Mutua", "Tan Yishan")],
        ),
        (
            "Edwin Mutua and Kofi Ansah met with Ingrid Solberg.",
            [("Edwin Mutua", "Ingrid Solberg"), ("Kofi Ansah", "Ingrid Solberg")],
        ),
        ("Edwin Mutua received Ingrid Solberg at the palace.", [("Edwin Mutua", "Ingrid Solberg")]),
        ("Edwin Mutua hosted Ingrid Solberg at the palace.", [("Edwin Mutua", "Ingrid Solberg")]),
        ("During his visit to Tokyo, Edwin Mutua met Ingrid Solberg.", [("Edwin Mutua", "Ingrid Solberg")]),
        (
            "Edwin Mutua met with Ingrid Solberg to discuss the visit of Kofi Ansah.",
            [("Edwin Mutua", "Ingrid Solberg")],
        ),
        (
            "Edwin Mutua met with Ingrid Solberg about the case of Kofi Ansah.",
            [("Edwin Mutua", "Ingrid Solberg")],
        ),
        (
            "Edwin Mutua met with Ingrid Solberg before Kofi Ansah arrived.",
            [("Edwin Mutua", "Ingrid Solberg")],
        ),
        (
            "Tan Yishan met with Kang Wenhe, chairman of Henglu Paper Co., Ltd., and his delegation.",
            [("Tan Yishan", "Kang Wenhe")],
        ),
        ("Edwin Mutua spoke. He then met Ingrid Solberg.", [("Edwin Mutua", "Ingrid Solberg")]),
    ],
)
def test_met(text: str, pairs: list[tuple[str, str]]) -> None:
    """Meeting, receiving and holding talks, with one and with many."""
    assert met(text) == pairs


@pytest.mark.parametrize(
    "text",
    [
        "Edwin Mutua met with reporters in Kazan.",
        "Edwin Mutua refused to meet Ingrid Solberg.",
        "Edwin Mutua is expected to meet Ingrid Solberg on Monday.",
        "Edwin Mutua will meet Ingrid Solberg on Monday.",
        "Edwin Mutua did not meet Ingrid Solberg.",
        "Edwin Mutua left without meeting Ingrid Solberg.",
        "Edwin Mutua and Ingrid Solberg could not meet.",
        "Edwin Mutua met Ingrid Solberg's demands.",
        "Edwin Mutua met Ingrid Solberg's wife.",
        "Edwin Mutua spoke by telephone with Ingrid Solberg.",
        "Edwin Mutua praised Ingrid Solberg.",
        "Edwin Mutua denied that he had met Ingrid Solberg.",
        "The envoy of President Edwin Mutua met Prime Minister Ingrid Solberg.",
    ],
)
def test_no_meeting_of_people_is_invented(text: str) -> None:
    """Letters, calls, demands, plans and refusals are no meetings."""
    assert met(text) == []


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (f"Tan Yishan chaired the {FORUM}.", [("Tan Yishan", "chairs")]),
        (f"Tan Yishan presided over the {FORUM}.", [("Tan Yishan", "chairs")]),
        (f"Tan Yishan hosted the {FORUM}.", [("Tan Yishan", "chairs")]),
        (f"The {FORUM} was chaired by Tan Yishan.", [("Tan Yishan", "chairs")]),
        (f"{HELD} Tan Yishan presided over the meeting.", [("Tan Yishan", "chairs")]),
        (f"{HELD} Tan Yishan presided over it.", [("Tan Yishan", "chairs")]),
        (f"{HELD} It was chaired by Tan Yishan.", [("Tan Yishan", "chairs")]),
        (f"Tan Yishan attended the {FORUM}.", [("Tan Yishan", "attended")]),
        (f"Tan Yishan took part in the {FORUM}.", [("Tan Yishan", "attended")]),
        (f"Tan Yishan addressed the {FORUM}.", [("Tan Yishan", "attended")]),
        (f"Tan Yishan spoke at the {FORUM}.", [("Tan Yishan", "attended")]),
        (f"Tan Yishan attended and addressed the {FORUM}.", [("Tan Yishan", "attended")]),
        (
            f"Tan Yishan and Kang Wenhe attended the {FORUM}.",
            [("Tan Yishan", "attended"), ("Kang Wenhe", "attended")],
        ),
        (
            f"{HELD} The meeting was attended by Tan Yishan and Kang Wenhe.",
            [("Tan Yishan", "attended"), ("Kang Wenhe", "attended")],
        ),
        (f"{HELD} Tan Yishan spoke at the meeting.", [("Tan Yishan", "attended")]),
        (
            f"{HELD} Tan Yishan and Kang Wenhe were present at the forum.",
            [("Tan Yishan", "attended"), ("Kang Wenhe", "attended")],
        ),
        (f"{HELD} Tan Yishan, who attended, was pleased.", [("Tan Yishan", "attended")]),
        (
            f"The {FORUM}, chaired by Tan Yishan, was attended by Kang Wenhe.",
            [("Tan Yishan", "chairs"), ("Kang Wenhe", "attended")],
        ),
        (
            f"{HELD} Attending the forum were Tan Yishan, mayor of Yunmo City, and Kang Wenhe.",
            [("Tan Yishan", "attended"), ("Kang Wenhe", "attended")],
        ),
    ],
)
def test_chaired_and_attended(text: str, parts: list[tuple[str, str]]) -> None:
    """Active and passive, the meeting named or pointed to."""
    assert part(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        f"Tan Yishan did not attend the {FORUM}.",
        f"Neither Tan Yishan nor Kang Wenhe attended the {FORUM}.",
        f"{HELD} The meeting was not attended by Tan Yishan.",
        f"{HELD} Tan Yishan did not attend.",
        f"Tan Yishan will chair the {FORUM}.",
        f"Tan Yishan urged officials to attend the {FORUM}.",
        f"Tan Yishan skipped the {FORUM}.",
        f"The {FORUM} was postponed; Tan Yishan was to chair it.",
        f"{HELD} Tan Yishan joined the army in 1990.",
        f"{HELD} Tan Yishan took the bus home.",
        f"{HELD} Tan Yishan inspected the dam.",
        f"{HELD} Tan Yishan spoke with Kang Wenhe by phone.",
        f"{HELD} Tan Yishan later chaired a separate meeting on taxes.",
        f"Tan Yishan took measures after the {FORUM}.",
        f"The {FORUM} was hosted by the Yunmo Municipal Government.",
        "Tan Yishan attended Peking University in 1985.",
    ],
)
def test_no_part_is_invented(text: str) -> None:
    """Denied, planned and directed parts, and other senses of the verbs, give no fact."""
    assert part(text) == []


def test_meeting_has_date_and_venue() -> None:
    """A meeting that was held is an event with its day and place."""
    found = read_extraction(f"{HELD} Tan Yishan presided.", published="2019-05-05")
    (happening,) = found.happenings
    names = {chain.id: chain.name for chain in found.chains}
    assert happening.date is not None
    assert (happening.type, happening.date.edtf, names[happening.venue or ""]) == (
        "Meeting",
        "2019-05-03",
        "Baishi Town",
    )


def test_chairman_by_title_chairs_the_body() -> None:
    """A title of chairman says who chairs a body or firm; a vice chairman does not."""
    assert [
        (t.subject, t.object)
        for t in acts("Tan Yishan, chairman of Henglu Paper Co., Ltd., spoke.", "chairs")
    ] == [("Tan Yishan", "Henglu Paper Co., Ltd.")]
    assert acts("Tan Yishan, vice chairman of Henglu Paper Co., Ltd., spoke.", "chairs") == []
    assert acts("Tan Yishan, former chairman of Henglu Paper Co., Ltd., spoke.", "chairs") == []


@pytest.mark.parametrize("ahead", ["next", "upcoming", "planned"])
def test_a_meeting_to_come_is_planned(ahead: str) -> None:
    """Whoever is thanked for hosting it has not yet."""
    text = f"Edwin Mutua thanked Ingrid Solberg for hosting the {ahead} Harbour Summit in Lae."
    assert {told.how for told in acts(text, "chairs", "attended")} <= {"planned"}


def test_what_somebody_made_clear_in_a_statement_is_no_speech_at_the_meeting() -> None:
    """The statement was made elsewhere."""
    text = "Jane Foss chaired the Harbour Forum. Edwin Mutua made clear in his statement that rain helps."
    assert not any(told.subject == "Edwin Mutua" for told in acts(text, "attended"))


def test_whom_the_person_met_serves_is_not_met() -> None:
    """A chief of staff for a president is not the president."""
    text = "Jane Foss met with Peter Wells, Chief of Staff for Harbour Commission President Ellen Marsh."
    assert {told.object for told in acts(text, "met")} == {"Peter Wells"}
