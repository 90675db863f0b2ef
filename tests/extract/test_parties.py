"""Which title belongs to which person, and who is listed with whom."""

from __future__ import annotations

import pytest

from tests.reading import read_parses, read_people


def titles(text: str) -> dict[str, list[tuple[str, str | None]]]:
    """Return the titles and homes of each person of a text."""
    return {name: [(held.title, held.home) for held in posts] for name, posts in read_people(text).items()}


MAYOR, SECRETARY = ("Mayor", "Yunmo City"), ("Secretary", "Pingshun County Party Committee")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mayor Tan Yishan and Deputy Director Niu Changgeng spoke.",
            {"Tan Yishan": [("Mayor", None)], "Niu Changgeng": [("Deputy Director", None)]},
        ),
        (
            (
                "Tan Yishan, mayor of Yunmo City, and Niu Changgeng, secretary of the Pingshun "
                "County Party Committee, spoke."
            ),
            {"Tan Yishan": [MAYOR], "Niu Changgeng": [SECRETARY]},
        ),
        (
            (
                "Tan Yishan (mayor of Yunmo City) and Niu Changgeng (secretary of the Pingshun "
                "County Party Committee) spoke."
            ),
            {"Tan Yishan": [MAYOR], "Niu Changgeng": [SECRETARY]},
        ),
        (
            (
                "Tan Yishan and Niu Changgeng, respectively mayor of Yunmo City and secretary of "
                "the Pingshun County Party Committee, spoke."
            ),
            {"Tan Yishan": [MAYOR], "Niu Changgeng": [SECRETARY]},
        ),
        ("The mayor of Yunmo City, Tan Yishan, spoke.", {"Tan Yishan": [MAYOR]}),
        (
            (
                "The mayor of Yunmo City, Tan Yishan, met the secretary of the Pingshun County "
                "Party Committee, Niu Changgeng."
            ),
            {"Tan Yishan": [MAYOR], "Niu Changgeng": [SECRETARY]},
        ),
        (
            (
                "Tan Yishan, mayor of Yunmo City, Niu Changgeng, secretary of the Pingshun "
                "County Party Committee, and Kang Wenhe were there."
            ),
            {"Tan Yishan": [MAYOR], "Niu Changgeng": [SECRETARY], "Kang Wenhe": []},
        ),
        ("Municipal leaders Tan Yishan and Niu Changgeng spoke.", {"Tan Yishan": [], "Niu Changgeng": []}),
        ("Tan Yishan spoke. The director of the Yunmo Grain Bureau was absent.", {"Tan Yishan": []}),
        (
            "Kenyan President Edwin Mutua met Swedish Foreign Minister Ingrid Solberg.",
            {"Edwin Mutua": [("President", "Kenya")], "Ingrid Solberg": [("Foreign Minister", "Sweden")]},
        ),
        (
            "Ghana's foreign minister Kofi Ansah met his Kenyan counterpart, Edwin Mutua.",
            {"Kofi Ansah": [("Foreign Minister", "Ghana")], "Edwin Mutua": [("Counterpart", "Kenya")]},
        ),
    ],
)
def test_each_title_goes_to_its_holder(text: str, expected: dict[str, list[tuple[str, str | None]]]) -> None:
    """Before the name, after it in lists, in brackets, fronted, and in a list of their own."""
    assert titles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tan Yishan is mayor of Yunmo City.", [MAYOR]),
        ("Tan Yishan was elected mayor of Yunmo City.", [MAYOR]),
        ("Tan Yishan, who is the mayor of Yunmo City, spoke.", [MAYOR]),
        ("Tan Yishan serves as mayor of Yunmo City.", [MAYOR]),
        ("Tan Yishan has been the mayor of Yunmo City since 2015.", [MAYOR]),
        ("Tan Yishan became mayor of Yunmo City.", [MAYOR]),
        ("Tan Yishan is not the mayor of Yunmo City.", []),
        ("Tan Yishan hopes to be mayor of Yunmo City.", []),
        ("Tan Yishan asked the mayor of Yunmo City.", []),
        ("Tan Yishan met the mayor of Yunmo City.", []),
    ],
)
def test_predicates(text: str, expected: list[tuple[str, str]]) -> None:
    """A title after a form of "be", "serve" or "elect" is held; a denied or wished one is not."""
    assert titles(text)["Tan Yishan"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Tan Yishan, deputy secretary of the Yunmo Municipal Party Committee and mayor "
                "of Yunmo City, spoke."
            ),
            [("Deputy Secretary", "Yunmo Municipal Party Committee"), MAYOR],
        ),
        (
            "Tan Yishan, Party secretary and chairman of Henglu Paper Co., Ltd., spoke.",
            [("Party Secretary", "Henglu Paper Co., Ltd."), ("Chairman", "Henglu Paper Co., Ltd.")],
        ),
        (
            "Tan Yishan, secretary-general and director of the Yunmo Municipal Government, spoke.",
            [("Secretary-General", "Yunmo Municipal Government"), ("Director", "Yunmo Municipal Government")],
        ),
        (
            "Deputy Prime Minister and Minister of Finance Tan Yishan spoke.",
            [("Deputy Prime Minister", None), ("Minister of Finance", None)],
        ),
        (
            (
                "Tan Yishan, vice chairman of the Yunmo Municipal CPPCC, director of the Yunmo "
                "Tax Bureau and chairman of Henglu Paper Co., Ltd., spoke."
            ),
            [
                ("Vice Chairman", "Yunmo Municipal CPPCC"),
                ("Director", "Yunmo Tax Bureau"),
                ("Chairman", "Henglu Paper Co., Ltd."),
            ],
        ),
    ],
)
def test_several_titles_of_one_person(text: str, expected: list[tuple[str, str | None]]) -> None:
    """Titles joined by commas and "and" are all held, and share the last one's home when they have none."""
    assert titles(text)["Tan Yishan"] == expected


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("Tan Yishan, Niu Changgeng and Kang Wenhe spoke.", [0, 0, 0]),
        (
            "Tan Yishan, mayor of Yunmo City, and Niu Changgeng, director of the Yunmo Tax Bureau, spoke.",
            [0, 0],
        ),
        ("Tan Yishan met Niu Changgeng and Kang Wenhe.", [0, 1, 1]),
        ("Tan Yishan spoke after Niu Changgeng.", [0, 1]),
        ("Tan Yishan, as well as Niu Changgeng, spoke.", [0, 0]),
    ],
)
def test_people_listed_together(text: str, groups: list[int]) -> None:
    """People whom only separators part are one group."""
    (parse,) = read_parses(text)
    assert [person.group for person in parse.people] == groups


@pytest.mark.parametrize(
    "text", ["The mayor spoke.", "Later the foreign minister left.", "The deputy director agreed."]
)
def test_definite_title_without_a_name_is_a_reference(text: str) -> None:
    """A title with "the" and no name points back to a holder."""
    (parse,) = read_parses(text)
    assert len(parse.references) == 1
    assert not parse.people


@pytest.mark.parametrize(
    "text", ["A mayor spoke.", "The director of the Yunmo Tax Bureau spoke.", "Mayors spoke."]
)
def test_other_titles_without_a_name_are_none(text: str) -> None:
    """An indefinite title, one with a home of its own, and a plural point back to no one."""
    (parse,) = read_parses(text)
    assert not parse.references


@pytest.mark.parametrize(
    ("text", "title", "names"),
    [
        ("Deputy district heads Yu Liping, Cao Ding and Ma Lan attended.", "Deputy District Head", 3),
        ("Vice ministers Tan Yishan and Wei Guo attended.", "Vice Minister", 2),
        ("Deputy directors Tan Yishan, Wei Guo and Li Qin attended.", "Deputy Director", 3),
    ],
)
def test_plural_title_gives_each_the_singular(text: str, title: str, names: int) -> None:
    """The likes of "Deputy district heads A, B and C" makes each a deputy district head."""
    held = read_people(text)
    assert [[post.title for post in posts] for posts in held.values()] == [[title]] * names


def test_plural_title_with_a_country_for_each() -> None:
    """The likes of "Foreign Ministers A of X and B of Y" gives each their own country."""
    held = read_people("Foreign Ministers Kofi Ansah of Ghana and Edwin Mutua of Kenya met.")
    assert [(name, post.title, post.home) for name, (post,) in held.items()] == [
        ("Kofi Ansah", "Foreign Minister", "Ghana"),
        ("Edwin Mutua", "Foreign Minister", "Kenya"),
    ]


@pytest.mark.parametrize(
    "text", ["County leaders Yu Liping and Cao Ding attended.", "Heads Yu Liping and Cao Ding attended."]
)
def test_mere_groups_give_no_post(text: str) -> None:
    """The likes of "Leaders" and a bare "heads" only group the names."""
    assert all(posts == [] for posts in read_people(text).values())


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        (
            "She saw Panjgur and Turbat districts. Deputy Commissioner Panjgur Nadia Karim spoke.",
            "Nadia Karim",
            "Panjgur",
        ),
        ("Commissioner Makran Division Omar Tareen spoke.", "Omar Tareen", "Makran Division"),
        ("Chief Secretary Sindh Omar Farooq Baloch spoke.", "Omar Farooq Baloch", "Sindh"),
    ],
)
def test_south_asian_place_between_title_and_name(text: str, name: str, place: str) -> None:
    """In South Asia the place stands between a commissioner's title and name."""
    assert [post.home for post in read_people(text)[name]] == [place]


def test_name_after_a_commissioner_may_be_all_name() -> None:
    """Without a known place the words after the title are the name."""
    assert "Nadia Batool Karim" in read_people("Deputy Commissioner Nadia Batool Karim spoke.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "They met Adviser Jon Fisher, Assistant to the President and Treasury Secretary Jenny Klausen.",
            {
                "Jon Fisher": [("Adviser", None)],
                "Jenny Klausen": [("Assistant to the President", None), ("Treasury Secretary", None)],
            },
        ),
        (
            "Senator Peter Wells, Mayor and Treasurer Adam Holt, and Governor Ellen Marsh spoke.",
            {
                "Peter Wells": [("Senator", None)],
                "Adam Holt": [("Mayor", None), ("Treasurer", None)],
                "Ellen Marsh": [("Governor", None)],
            },
        ),
        (
            "She met Professor Ellen Marsh, Assistant Secretary for Health Admiral Rachel Levy, and me.",
            {"Ellen Marsh": [("Professor", None)], "Rachel Levy": [("Assistant Secretary for Health", None)]},
        ),
        (
            "They met Peter Wells, Chief of Staff for Harbour Commission President Ellen Marsh.",
            {"Peter Wells": [("Chief of Staff", "Harbour Commission")], "Ellen Marsh": [("President", None)]},
        ),
        (
            "President Wells, Governor Holt, the First Lady, the Second Gentleman, and Adam Marsh spoke.",
            {"Wells": [("President", None)], "Holt": [("Governor", None)], "Adam Marsh": []},
        ),
        (
            "Peter Wells, Senior Advisor to President Marsh, spoke.",
            {"Peter Wells": [("Senior Advisor to President", None)], "Marsh": []},
        ),
        (
            "They met in Tolliver, D.C. Secretary Peter Wells, Governor Ellen Marsh and others spoke.",
            {"Peter Wells": [("Secretary", None)], "Ellen Marsh": [("Governor", None)]},
        ),
        (
            "Peter Wells, chairman and treasurer of Yunmo City, and Adam Holt spoke.",
            {"Peter Wells": [("Chairman", "Yunmo City"), ("Treasurer", "Yunmo City")], "Adam Holt": []},
        ),
    ],
)
def test_after_a_titled_name_titles_are_those_of_the_next(
    text: str, expected: dict[str, list[tuple[str, str | None]]]
) -> None:
    """Joined by "and" or not; a name without a title before it keeps those that follow."""
    assert titles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The President and Secretary Grantham spoke.", {"Grantham": [("Secretary", None)]}),
        ("She met the First Lady and Ambassador Ellen Marsh.", {"Ellen Marsh": [("Ambassador", None)]}),
        ("The Prime Minister, Speaker Adam Holt and others left.", {"Adam Holt": [("Speaker", None)]}),
        (
            "The chairman and CEO Adam Holt spoke.",
            {"Adam Holt": [("Chairman", None), ("CEO", None)]},
        ),
    ],
)
def test_the_definite_title_before_a_titled_name_is_another_persons(
    text: str, expected: dict[str, list[tuple[str, str | None]]]
) -> None:
    """Two people in "the President and Governor N", one in "the chairman and CEO N"."""
    assert titles(text) == expected


def test_the_definite_title_after_a_name_and_and_is_another_persons() -> None:
    """Two people: "N, and the Surgeon General"."""
    assert titles("She met Adam Holt, and the Surgeon General on Friday.") == {"Adam Holt": []}


@pytest.mark.parametrize(
    "announced",
    ["his co-chairs", "two guests", "her counterparts"],
)
def test_a_plural_noun_announces_titles_before_their_names(announced: str) -> None:
    """Each title stands before its name, between commas."""
    named = "Finance Minister of Ghana, Ama Boateng, and Speaker of Zambia, Adam Holt"
    text = f"He thanked {announced}, {named}, today."
    assert titles(text) == {
        "Ama Boateng": [("Finance Minister", "Ghana")],
        "Adam Holt": [("Speaker", "Zambia")],
    }


def test_former_holds_for_both_titles_that_and_joins() -> None:
    """Whoever is the former director and president of a body is neither now."""
    posts = read_people("Adam Holt is the former director and president of the Harbour Academy.")["Adam Holt"]
    assert [(post.title, post.status) for post in posts] == [
        ("Former Director", "former"),
        ("Former President", "former"),
    ]


def test_a_home_before_the_second_title_is_not_that_of_the_first() -> None:
    """Two homes, one of them unsaid: "Chief Adviser and X Director"."""
    assert titles("They met Chief Medical Advisor and Harbour Commission Director Adam Holt.") == {
        "Adam Holt": [("Chief Medical Advisor", None), ("Director", "Harbour Commission")]
    }
