"""Items of lists of participants: whose the titles are that a name bears between commas."""

from __future__ import annotations

import pytest

from tests.reading import read_people


def homes(item: str) -> list[tuple[str, str | None]]:
    """Return the titles and homes of the first person of an item, in a list under a sentence."""
    people = read_people(f"Those who took part are listed here.\n\n- {item}\n- Sorrel Hay")
    posts = next(posts for name, posts in people.items() if item.find(name) >= 0)
    return [(post.title, post.home) for post in posts]


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (
            "Ida Brennan, President and CEO, Harbor Unity of Oregon",
            [("President", "Harbor Unity of Oregon"), ("CEO", "Harbor Unity of Oregon")],
        ),
        ("Nora Castell, President, Alliance for Riders (AFR)", [("President", "Alliance for Riders")]),
        ("Omar Faulk, CEO, Prairie Farmer", [("CEO", "Prairie Farmer")]),
        ("Gina Shafer, Founder, A Few Good Paint Stores", [("Founder", "A Few Good Paint Stores")]),
        ("Roger Alder, Founder, Everstone", [("Founder", "Everstone")]),
        ("Kalef Jonas, Youth Success Manager, PowerCorps", [("Youth Success Manager", "PowerCorps")]),
        ("Erica Iheman, Co-Executive Director, Jobs to Move", [("Co-Executive Director", "Jobs to Move")]),
        ("Dr. Kathy Spangl DNP, RN, Director, Fort Hospital", [("Director", "Fort Hospital")]),
        (
            "John Yong, President and Executive Director of Asian Neighbours Advancing Justice (ANAJ)",
            [
                ("President", "Asian Neighbours Advancing Justice"),
                ("Executive Director", "Asian Neighbours Advancing Justice"),
            ],
        ),
        ("Mark Carner, Chair, Brookside Asset Management", [("Chair", "Brookside Asset Management")]),
        ("Yara Allan, Director, Repairers of the Harbour 14.", [("Director", "Repairers of the Harbour")]),
        (
            "Tina Flourno, Member, President's Council on Sports, Fitness & Nutrition",
            [("Member", "President's Council on Sports, Fitness & Nutrition")],
        ),
        ("Olivia Antonel, Oregon MEP", []),
        ("Olivia Antonel, GREEN Harbour Justice Now", []),
        (
            "President and CEO of Harbour International Pedro Pizar",
            [("President", "Harbour International"), ("CEO", "Harbour International")],
        ),
        ("Roger Alder, Chair of the Poor People's Campaign", [("Chair", "Poor People's Campaign")]),
        (
            "Roger Alder, Adviser for Climate Policy, Finance & Innovation, Harbour Policy Office",
            [("Adviser for Climate Policy, Finance & Innovation", "Harbour Policy Office")],
        ),
        ("Rikki Riegel, Executive Director, Oregon MEP", [("Executive Director", "Oregon MEP")]),
        ("Rev. Edgar Boyle, Chair, First Church (Salem, OR)", [("Chair", "First Church")]),
        ("Malcolm Coale, CEO, Corporation for Public Service", [("CEO", "Corporation for Public Service")]),
        (
            "Joi Chane, Vice President, Policy and Advocacy, Harbour League",
            [("Vice President", "Harbour League")],
        ),
        (
            "Jaime Paula, Harbour Chamber of Commerce President and CEO",
            [("President", "Harbour Chamber of Commerce"), ("CEO", "Harbour Chamber of Commerce")],
        ),
        (
            "Roger Alder, Vice President at American Institutes for Research",
            [("Vice President", "American Institutes for Research")],
        ),
        (
            "Roger Alder, Executive Vice President, and General Counsel, Harbour Health",
            [("Executive Vice President", "Harbour Health"), ("General Counsel", "Harbour Health")],
        ),
        (
            "Liliana Roiz, Director of Special Projects, Office of the Mayor of Tolliver",
            [("Director of Special Projects", "Office of the Mayor of Tolliver")],
        ),
        (
            "Nora Castell, Senior Fellow, Green Justice Initiative",
            [("Senior Fellow", "Green Justice Initiative")],
        ),
        ("Betsy Bieman, CEO, Coastal Enterprises (CEI)", [("CEO", "Coastal Enterprises")]),
        ("Omar Faulk, President, Major Towns Association", [("President", "Major Towns Association")]),
        (
            "Washington County Sheriff's Office – Sheriff Jim Clay",
            [("Sheriff", "Washington County Sheriff's Office")],
        ),
        (
            "Nora Castell, Deputy Director, Initiative on Fair Pay, Safety, and Learning through Colleges",
            [("Deputy Director", "Initiative on Fair Pay, Safety, and Learning through Colleges")],
        ),
        (
            "Omar Faulk, Founder and CEO of PAK Corporation",
            [("Founder", "PAK Corporation"), ("CEO", "PAK Corporation")],
        ),
        (
            "Omar Faulk, Chairman and Managing Partner, Squared Capital",
            [("Chairman", "Squared Capital"), ("Managing Partner", "Squared Capital")],
        ),
        ("Omar Faulk, MD, MPH, Director, Harbour Clinic", [("Director", "Harbour Clinic")]),
        (
            "Curt Reed, Chief of Staff, & Secretary of the Harbour Council",
            [("Chief of Staff", "Harbour Council"), ("Secretary", "Harbour Council")],
        ),
        (
            "Amy Holloway, Vice President, Government Relations, When We Sing",
            [("Vice President", "When We Sing")],
        ),
        (
            "Marta Kumar, Co-Founder, President, and CEO, Voto Joven",
            [("Co-Founder", "Voto Joven"), ("President", "Voto Joven"), ("CEO", "Voto Joven")],
        ),
        (
            "Lena Hart, Artistic Director, Lantern Stage, Salem, Oregon",
            [("Artistic Director", "Lantern Stage")],
        ),
    ],
)
def test_the_last_part_of_an_item_says_whose_the_titles_are(
    item: str, expected: list[tuple[str, str | None]]
) -> None:
    """Position alone makes it a home: no list knows these names."""
    assert homes(item) == expected


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("Commissioner Ruth Ames, Clay County, Georgia", [("Commissioner", "Clay County")]),
        ("Mayor Peter Voss, Tolliver, GA", [("Mayor", "Tolliver")]),
        ("Mayor-elect Peter Voss, Tolliver, GA", [("Mayor-Elect", "Tolliver")]),
        ("Governor Alma Reyes, Puerto Rico", [("Governor", "Puerto Rico")]),
    ],
)
def test_a_place_after_the_comma_is_that_of_whoever_governs_it(
    item: str, expected: list[tuple[str, str | None]]
) -> None:
    """Mayors and commissioners are of places, and a mayor's need not be known."""
    assert homes(item) == expected


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("Lena Hart, Artistic Director, Salem, Oregon", [("Artistic Director", None)]),
        (
            "Bishop Amos Teal, Chair, Green Valley Relief",
            [("Bishop", None), ("Chair", "Green Valley Relief")],
        ),
        ("Ida Brennan, Vice President, Government Relations", [("Vice President", None)]),
        (
            "Ida Brennan, Assistant to the President and Director, Harbor Trust",
            [("Assistant to the President", None), ("Director", "Harbor Trust")],
        ),
    ],
)
def test_what_is_no_home_of_a_title(item: str, expected: list[tuple[str, str | None]]) -> None:
    """Where somebody lives, what a title deals with, and the home of another title are none."""
    assert homes(item) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Omar Faulk, president, Ida Brennan, and Peter Voss spoke.",
        "Omar Faulk, president, Prairie Farmer reported, is ill.",
    ],
)
def test_prose_is_no_item(text: str) -> None:
    """A line with a verb is read by grammar, not by position."""
    assert [post.home for post in read_people(text)["Omar Faulk"]] == [None]


@pytest.mark.parametrize(
    ("item", "name"),
    [
        ("Carmen Twillie Ambrose, President, Oberfield College", "Carmen Twillie Ambrose"),
        ("Dr. Lena Hart, Director, Lantern Stage", "Lena Hart"),
        ("Elizabeth de Leon Bhargav, Director, Lantern Stage", "Elizabeth de Leon Bhargav"),
        ("Mayor Peter Voss, Tolliver, GA", "Peter Voss"),
    ],
)
def test_the_name_begins_where_the_item_does(item: str, name: str) -> None:
    """But for honorifics and titles before it."""
    assert name in read_people(f"Those who took part are listed here.\n\n- {item}")


def test_an_abbreviation_that_is_a_small_word_elsewhere_ends_the_item() -> None:
    """The postal abbreviation of Louisiana, in capitals, is no article."""
    ((post,),) = read_people("Mayor Anna Kell, Baton Rouge, LA").values()
    assert post.home == "Baton Rouge"
