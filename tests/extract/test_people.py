"""Names of people."""

from __future__ import annotations

import pytest

from tests.reading import read_people


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Shu Lanfang visited the school.", ["Shu Lanfang"]),
        ("On the bridge stood Tan Yi and Niu Changgeng.", ["Tan Yi", "Niu Changgeng"]),
        ("Ouyang Zhenhai and Shangguan Yue spoke.", ["Ouyang Zhenhai", "Shangguan Yue"]),
        ("Xi'an native Kang Yi'er spoke with Lv Shiwen.", ["Kang Yi'er", "Lv Shiwen"]),
        ("Aynur·Tohti and Batu·Mengke planted trees.", ["Aynur·Tohti", "Batu·Mengke"]),
        ("Edwin Mutua met Ingrid Solberg in Nairobi.", ["Edwin Mutua", "Ingrid Solberg"]),
        ("President Edwin K. Mutua spoke.", ["Edwin K. Mutua"]),
        ("Senator Harold Pike, Jr. spoke.", ["Harold Pike, Jr."]),
        ("Foreign Minister Khalid bin Rashid Al Suwaidi spoke.", ["Khalid bin Rashid Al Suwaidi"]),
        ("Governor Maria da Silva Campos met Pedro Guerrero.", ["Maria da Silva Campos", "Pedro Guerrero"]),
        ("Prime Minister Siddharth Rao called.", ["Siddharth Rao"]),
        ("Defence Minister Sergei Voloshin flew to Murmansk.", ["Sergei Voloshin"]),
        ("President Jean-Pierre Habimana arrived.", ["Jean-Pierre Habimana"]),
    ],
)
def test_full_names(text: str, names: list[str]) -> None:
    """Names of many cultures, with particles, initials, hyphens, dots and suffixes."""
    assert list(read_people(text)) == names


@pytest.mark.parametrize(
    "text",
    [
        "They drove along Zhongshan Road and Jiefang Road.",
        "She won the Lu Ban Prize and the Zhan Tianyou Award.",
        "The school teaches Deng Xiaoping Thought.",
        "They played for the Nelson Mutua Cup.",
        "Shanxi and Shaanxi are neighbours.",
        "The Henglu Paper Co., Ltd. is old.",
        "Reporter: Tan Yi",
        "(Photo by Tan Yi)",
        "By staff reporter Tan Yi",
        "Pingshun Daily correspondent Tan Yi and intern Niu Changgeng reported.",
        "Editor: Tan Yi; Proofreader: Niu Changgeng",
        "We will work hard.",
        "The Party Committee and the Government of the County thank all Comrades.",
    ],
)
def test_no_one_is_invented(text: str) -> None:
    """Streets, prizes, doctrines, feasts, companies and the makers of the page are no officials."""
    assert read_people(text) == {}


def test_reporter_beside_an_official() -> None:
    """A reporter is left out, the official told of in the same line stays."""
    assert list(read_people("Tan Yi told reporter Niu Changgeng about the dam.")) == ["Tan Yi"]


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Tan Yishan spoke. Later Tan left.", "Tan"),
        ("Tan Yishan spoke. Secretary Tan left.", "Tan"),
        ("Edwin Mutua spoke. Mutua left.", "Mutua"),
        ("Edwin Mutua spoke. Mr. Mutua left.", "Mutua"),
        ("Khalid bin Rashid Al Suwaidi spoke. Al Suwaidi left.", "Al Suwaidi"),
        ("Aynur·Tohti spoke. Aynur left.", "Aynur"),
        ("Ouyang Zhenhai spoke. Ouyang left.", "Ouyang"),
    ],
)
def test_short_forms_of_names_in_the_article(text: str, short: str) -> None:
    """A surname, a last name or the first part of a dotted name points back to a full name."""
    assert short in read_people(text)


@pytest.mark.parametrize(
    "text",
    ["People left early that day.", "Ma and Pa left.", "He left Bai to the East.", "Long live the harvest."],
)
def test_surname_alone_is_nobody(text: str) -> None:
    """Without a full name in the article a surname names no one."""
    assert read_people(text) == {}


def test_company_is_not_a_short_form() -> None:
    """The surname inside a longer name is not the person."""
    assert list(read_people("Tan Yishan spoke. Tan River Shipping Co., Ltd. listened.")) == ["Tan Yishan"]


def test_names_in_a_headline() -> None:
    """A headline in capitals gives the person, not the words around."""
    people = read_people(
        "Tan Yishan inspected the dam.", title="Mayor Tan Yishan Inspects Flood Control Work"
    )
    assert list(people) == ["Tan Yishan"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They met Minister of Justice and Law Nestor Osorio.", "Nestor Osorio"),
        ("They met Prime Minister Ulises Correa e Silva.", "Ulises Correa e Silva"),
        (
            "They met Sheikh Mahmoud bin Abdulaziz bin Qasim Al Thani.",
            "Mahmoud bin Abdulaziz bin Qasim Al Thani",
        ),
        ("They met Governor Bob Hill.", "Bob Hill"),
        ("Secretary of Commerce Gina Raimund and Harbour Council Director Adam Holt spoke.", "Gina Raimund"),
        (
            "Director of the National Harbour Council Lael Brainer, Mayor Holt and others spoke.",
            "Lael Brainer",
        ),
        ("They met Chairman of the National Assembly Vuong Dinh Hue of Vietnam.", "Vuong Dinh Hue"),
        ("They met Governor of Washington Jay Insley.", "Jay Insley"),
        (
            "They met Implementation Coordinator of the Harbour Rescue Plan Gene Sterling, and others.",
            "Gene Sterling",
        ),
        (
            "They met Council of Rivers Chair Cecilia Rowse and Office of Ports Director Adam Holt.",
            "Cecilia Rowse",
        ),
        ("They met Senior Advisor for States and Implementation Ryan Wheel.", "Ryan Wheel"),
        ("RADM Michael Dane spoke.", "Michael Dane"),
        ("President Osei Announces Presidential Delegation to Peru.", "Osei"),
        ("Jaime di Paula, Harbour Chamber of Commerce President, spoke.", "Jaime di Paula"),
        ("They met Chairman of the National Assembly Vuong Dinh Minh.", "Vuong Dinh Minh"),
    ],
)
def test_where_names_begin_and_end(text: str, name: str) -> None:
    """After a portfolio or a chamber, over particles, and up to a surname that is a kind of place too."""
    assert name in read_people(text)


@pytest.mark.parametrize(
    "text",
    [
        "They met his Chief Medical Advisor.",
        "In Tolliver, the President and First Lady were welcomed.",
        "The John D. and Catherine T. Ashby Foundation spoke.",
        "The delegates were Ph.D., MBA.",
        "They met the plaintiffs of Green v. Board.",
        "They spoke of the European Union Member States.",
        "The Academy of Physician Associates spoke.",
        "The Secretary of Housing and Urban Development (co-chair) spoke.",
        "The US CEO Council, a group of firms, met.",
        "The Reed family spoke.",
    ],
)
def test_words_that_name_nobody(text: str) -> None:
    """Portfolios, scenes, halves of a foundation's name and what is announced are no people."""
    assert read_people(text) == {}


def test_a_pair_of_surnames_before_a_plural_is_nobody() -> None:
    """The pair says whose officials are meant; a person of that name is one before a verb."""
    assert not read_people("On Monday senior Reed-Dunn officials hosted a dinner.")
    assert list(read_people("Minister Kofi Reed-Dunn hosted a dinner.")) == ["Kofi Reed-Dunn"]
