"""Whether an act is told as done."""

from __future__ import annotations

import pytest

from graphbuild.extract.frames.modality import modality
from tests.reading import read_lines


def how(text: str) -> str:
    """Return the modality of the word in capitals of a sentence."""
    word = next(part for part in text.split() if part.isupper() and len(part) > 2).strip(".,")
    (line,) = read_lines(text.replace(word, word.lower()))
    trigger = next(number for number, found in enumerate(line.words) if found.text == word.lower())
    return modality(line, trigger)


@pytest.mark.parametrize(
    "text",
    [
        "Ingrid Solberg VISITED the town.",
        "Ingrid Solberg has VISITED the town.",
        "Ingrid Solberg did VISIT the town.",
        "Ingrid Solberg was VISITING the town when it rained.",
        "Ingrid Solberg is VISITING the town this week.",
        "Ingrid Solberg was TRAVELLING to the town when it rained.",
        "Ingrid Solberg began to VISIT the town.",
        "She managed to VISIT the town.",
        "Ingrid Solberg said that Edwin Mutua VISITED the town.",
        "Ingrid Solberg VISITED the town to ask what it needs.",
    ],
)
def test_stated(text: str) -> None:
    """Finite acts are facts, also when someone reports them."""
    assert how(text) == "stated"


@pytest.mark.parametrize(
    "text",
    [
        "Ingrid Solberg will VISIT the town.",
        "Ingrid Solberg would like to VISIT the town.",
        "Ingrid Solberg plans to VISIT the town.",
        "Ingrid Solberg is expected to VISIT the town.",
        "Ingrid Solberg is scheduled to VISIT the town.",
        "Ingrid Solberg promised to VISIT the town.",
        "Ingrid Solberg is preparing to VISIT the town.",
        "Ingrid Solberg might VISIT the town.",
        "She can VISIT the town.",
        "She is able to VISIT the town.",
        "She is no longer able to TRAVEL to the town.",
        "Ingrid Solberg is TRAVELLING to the town on Monday.",
        "They are FLYING to the town this week.",
    ],
)
def test_planned(text: str) -> None:
    """Futures, plans, hopes and possibilities."""
    assert how(text) == "planned"


@pytest.mark.parametrize(
    "text",
    [
        "Ingrid Solberg must VISIT the town.",
        "They should VISIT the town.",
        "Ingrid Solberg ordered them to VISIT the town.",
        "She asked the departments to VISIT the town.",
        "They were required to VISIT the town.",
        "She urged everyone to VISIT the town.",
    ],
)
def test_directed(text: str) -> None:
    """Duties and orders."""
    assert how(text) == "directed"


@pytest.mark.parametrize(
    "text",
    [
        "Ingrid Solberg did not VISIT the town.",
        "Ingrid Solberg never VISITED the town.",
        "Ingrid Solberg didn't VISIT the town.",
        "Ingrid Solberg refused to VISIT the town.",
        "Ingrid Solberg was unable to VISIT the town.",
        "Ingrid Solberg has not yet VISITED the town.",
        "It is not true that Ingrid Solberg VISITED the town.",
        "Neither of them VISITED the town.",
        "She left without VISITING the town.",
        "She avoided VISITING the town.",
    ],
)
def test_negated(text: str) -> None:
    """Denials in the verb group, the governing verb and the whole sentence."""
    assert how(text) == "negated"


@pytest.mark.parametrize(
    "text",
    [
        "Ingrid Solberg hopes to VISIT the town.",
        "Ingrid Solberg hoped to VISIT the town.",
        "Ingrid Solberg is hoping to VISIT the town.",
    ],
)
def test_hopes_are_plans(text: str) -> None:
    """To hope for an act is not to do it, whatever the lemmatizer takes the verb for."""
    assert how(text) == "planned"
