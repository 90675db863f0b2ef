"""Homes that only the context of a title tells."""

from __future__ import annotations

import pytest

from tests.reading import posts


@pytest.mark.parametrize(
    ("text", "name", "held"),
    [
        (
            "On May 3, Tan Yishan came to Heron Copper Mine. Mine manager Wei Guo explained the lamps.",
            "Wei Guo",
            "Mine Manager @ Heron Copper Mine",
        ),
        (
            "Tan Yishan visited Qinghe No. 4 Middle School. Principal Li Qin reported on the heating.",
            "Li Qin",
            "Principal @ Qinghe No. 4 Middle School",
        ),
        (
            "Tan Yishan visited Lanting Bearing Factory. Trade union chairman Fu Sheng spoke.",
            "Fu Sheng",
            "Trade Union Chairman @ Lanting Bearing Factory",
        ),
        (
            "In the Qinghe Alfalfa Planting Cooperative, Tan Yishan asked director Liao Yong about prices.",
            "Liao Yong",
            "Director @ Qinghe Alfalfa Planting Cooperative",
        ),
    ],
)
def test_manager_is_of_the_site_named_last(text: str, name: str, held: str) -> None:
    """A manager or principal without a home is of the site of this sentence or the two before."""
    assert posts(text)[name] == {held}


def test_director_of_an_unknown_firm_is_of_no_site() -> None:
    """A founder whose firm stands behind a comma is not of the firm named before."""
    text = "She thanked Orbis Steel Co., Ltd. and Hugo Maran, Founder, Tollgate, for their work."
    assert posts(text).get("Hugo Maran", set()) <= {"Founder"}


@pytest.mark.parametrize(
    ("text", "name", "held"),
    [
        (
            "Ghanaian President Kofi Ansah came, accompanied by Defence Minister Ama Boateng.",
            "Ama Boateng",
            "Defence Minister @ Ghana",
        ),
        (
            "Kenyan President Edwin Mutua came together with Foreign Minister Grace Otieno.",
            "Grace Otieno",
            "Foreign Minister @ Kenya",
        ),
        (
            "Kenyan President Edwin Mutua, flanked by Prime Minister Grace Otieno, spoke.",
            "Grace Otieno",
            "Prime Minister @ Kenya",
        ),
    ],
)
def test_minister_beside_a_head_of_state_is_of_the_same_country(text: str, name: str, held: str) -> None:
    """Whom a president takes along is of that country."""
    assert posts(text)[name] == {held}


def test_minister_whom_a_president_meets_is_of_no_stated_country() -> None:
    """Who meets a president may be of any country."""
    text = "Kenyan President Edwin Mutua met Foreign Minister Ingrid Solberg."
    assert posts(text)["Ingrid Solberg"] == {"Foreign Minister"}


@pytest.mark.parametrize(
    ("text", "name", "held"),
    [
        (
            "Nadia Karim, governor of Ardon, spoke. The previous governor, Igor Belov, left in 2018.",
            "Igor Belov",
            "Previous Governor @ Ardon",
        ),
        (
            "The Governor of Huancayo, Ana Reyes, spoke. Former governor Luis Prado had promised a bridge.",
            "Luis Prado",
            "Former Governor @ Huancayo",
        ),
    ],
)
def test_former_holder_shares_the_office(text: str, name: str, held: str) -> None:
    """The likes of "The previous governor" is of what the governor of the article is of."""
    assert posts(text)[name] == {held}


def test_former_holder_of_two_possible_offices_has_no_home() -> None:
    """With governors of two regions nobody knows whose predecessor is meant."""
    text = (
        "Nadia Karim, governor of Ardon, and Ana Reyes, governor of Huila, met. "
        "Former governor Igor Belov was absent."
    )
    assert posts(text)["Igor Belov"] == {"Former Governor"}


def test_headline_names_the_only_country() -> None:
    """A foreign minister without a country is of the one that the headline's prime minister is of."""
    held = posts(
        "President Ellen Marsh spoke with Prime Minister Edwin Mutua of Kenya. "
        "Mr. Hall will call Foreign Minister Grace Otieno.",
        title="Readout of the Call with Prime Minister Edwin Mutua of Kenya",
    )
    assert held["Grace Otieno"] == {"Foreign Minister @ Kenya"}


@pytest.mark.parametrize(
    ("text", "name", "held"),
    [
        (
            "She came to Baishi Town. Tan Yishan, Party branch secretary of the town, spoke.",
            "Tan Yishan",
            "Party Branch Secretary @ Baishi Town",
        ),
        (
            "In Shitang Village she met Yang Fen, Party branch secretary of the village.",
            "Yang Fen",
            "Party Branch Secretary @ Shitang Village",
        ),
    ],
)
def test_secretary_of_the_village_is_of_the_one_named_last(text: str, name: str, held: str) -> None:
    """The likes of "Of the village" means the village that the article has just named."""
    assert posts(text)[name] == {held}
