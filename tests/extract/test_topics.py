"""Projects and meetings."""

from __future__ import annotations

import pytest

from tests.reading import read_things


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("She inspected the Baishi Reservoir Project.", ["Baishi Reservoir Project"]),
        ("She inspected the Baishi Reservoir expansion project.", ["Baishi Reservoir expansion project"]),
        ("She inspected the Phase II wind power project.", ["Phase II wind power project"]),
        (
            "She inspected the Kigali Water Supply Project and the Rural Electrification Programme.",
            ["Kigali Water Supply Project", "Rural Electrification Programme"],
        ),
        ("She inspected the sewage treatment project.", ["sewage treatment project"]),
    ],
)
def test_projects_that_a_phrase_names(text: str, names: list[str]) -> None:
    """A project is named by what stands before the word."""
    assert read_things(text, "Project") == names


@pytest.mark.parametrize(
    "text",
    [
        "She inspected the key project.",
        "She inspected several major projects under construction.",
        "This project is important, and the other projects are too.",
        "The first project was signed.",
        "They discussed project construction.",
        "She inspected key livelihood projects.",
    ],
)
def test_generic_projects_are_none(text: str) -> None:
    """A phrase like "the key project" names nothing."""
    assert read_things(text, "Project") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Yunmo Spring Work Conference was held.", ["Yunmo Spring Work Conference"]),
        ("She attended the Munich Security Conference.", ["Munich Security Conference"]),
        (
            "She attended the third session of the Yunmo Municipal People's Congress.",
            ["session of the Yunmo Municipal People's Congress"],
        ),
        ("A symposium on flood control was held.", ["symposium on flood control"]),
        ("A poverty relief symposium was held.", ["poverty relief symposium"]),
        ("She held a symposium for rural schools.", ["symposium for rural schools"]),
        ("She opened a forum for young beekeepers.", ["forum for young beekeepers"]),
        ("She spoke at the conference for small islands.", ["conference for small islands"]),
        (
            "She spoke at the opening ceremony of the Baishi Tea Fair.",
            ["opening ceremony of the Baishi Tea Fair"],
        ),
    ],
)
def test_meetings_with_a_name_or_description(text: str, names: list[str]) -> None:
    """A meeting is named by a proper name before it, or by its topic."""
    assert names[0] in read_things(text, "Meeting")


@pytest.mark.parametrize(
    "text",
    [
        "The meeting was long.",
        "She held a meeting.",
        "Their next meeting is in May.",
        "The conference room was full.",
        "She held a welcoming ceremony for Pedro Alvarado.",
        "It was a fair deal.",
    ],
)
def test_generic_meetings_are_left_to_coreference(text: str) -> None:
    """A mere "the meeting" names none."""
    assert read_things(text, "Meeting") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "She convened the third Investing in Harbours Cabinet Meeting.",
            "Investing in Harbours Cabinet Meeting",
        ),
        ("He hosted a Trading with Asia Summit.", "Trading with Asia Summit"),
        (
            "The Harbour Task Force to Address Floods Youth Roundtable was held.",
            "Harbour Task Force to Address Floods Youth Roundtable",
        ),
        ("She opened the Caring for Rivers Forum.", "Caring for Rivers Forum"),
        ("She hosted a roundtable with women's rights leaders.", "roundtable with women's rights leaders"),
        (
            "She hosted a seminar with farm workers and rural teachers on school buses.",
            "seminar with farm workers and rural teachers on school buses",
        ),
        (
            "She convened a meeting on Rural Transport Order (RTO) laws.",
            "meeting on Rural Transport Order (RTO) laws",
        ),
        (
            "He attended the Annual Meeting of the Forum on Flood Risks convened by the Academy.",
            "Annual Meeting of the Forum on Flood Risks",
        ),
    ],
)
def test_the_whole_name_of_a_meeting(text: str, name: str) -> None:
    """Prepositions between capitals, those whom it brings together, acronyms in brackets are parts of it."""
    assert name in read_things(text, "Meeting")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("She convened the first meeting of law firms, bar associations and schools.", "law firms"),
        ("The mayor spoke in the Harbour Cabinet Meeting.", "mayor"),
        ("She hosted a roundtable with Minister Ellen Marsh.", "Marsh"),
        ("She opened the Harbour Forum on Monday.", "Monday"),
    ],
)
def test_what_is_no_part_of_a_meetings_name(text: str, name: str) -> None:
    """A list of those who met, a verb's preposition, a guest and a day are none."""
    assert not any(name in found for found in read_things(text, "Meeting"))


@pytest.mark.parametrize(
    "name",
    [
        "Listening Session on Barriers to Competition in Fisheries",
        "Harbour House Meeting with State Legislative Leaders on Housing",
        "Harbour House Meeting with Rights Leaders and Insurance Providers on Fees",
        "Harbour House Roundtable on Mental Health with Young Women and Girl Leaders",
        'Harbour House Meeting with Legislative Leaders on "Red Flag" Laws',
        "Harbour House Meeting with Dairy, Grain, and Orchard Leaders",
        "Investing in Harbours Cabinet Meeting",
    ],
)
def test_the_whole_name_of_a_meeting_in_a_headline(name: str) -> None:
    """Where all is in capitals, commas and "in" belong to the name as well."""
    assert name in read_things("It rained.", "Meeting", title=f"Readout of {name}")


@pytest.mark.parametrize(
    "title",
    [
        "Peter Wells Meeting with Mining Leaders",
        "Readout of Peter Wells, Jr. Meeting with Governor Ellen Marsh",
    ],
)
def test_whom_somebody_met_is_no_meetings_name(title: str) -> None:
    """A person before the head only says whose meeting it was."""
    assert read_things("It rained.", "Meeting", title=title) == []
