"""What the page and the terminal say alike: labels, colours, and text that is safe to show."""

from __future__ import annotations

import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import TYPE_CHECKING

from graphbuild.ontology import ontology

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graphbuild.explain.values import ExplainedClaim, ExplainedSentence, Explanation, Seat


@dataclass(frozen=True, slots=True)
class Colour:
    """How a type is drawn: `page` is a CSS colour, `terminal` a colour of rich."""

    page: str
    terminal: str


@cache
def colours() -> dict[str, Colour]:
    """Return the colour of each type, in the order of the legend; do not alter it."""
    table = tomllib.loads(files(__package__).joinpath("assets/types.toml").read_text(encoding="utf-8"))
    return {name: Colour(row["colour"], row["terminal"]) for name, row in table.items()}


def shown(explanation: Explanation) -> tuple[str, ...]:
    """Return the types that are marked in an article, in the order of the legend."""
    used = {mark.type for sentence in explanation.sentences for mark in sentence.marks}
    return tuple(name for name in colours() if name in used)


def legible(text: str) -> str:
    """Return text that moves no cursor and turns no line: white space as spaces, no control characters.

    Format characters (direction overrides, zero-width joiners) are dropped; what has no glyph
    becomes U+FFFD.
    """
    return "".join(map(_legible, text))


def _legible(char: str) -> str:
    if char.isspace():
        return " "
    if char.isprintable():
        return char
    return "" if unicodedata.category(char) == "Cf" else "\ufffd"


def relation(claim: ExplainedClaim) -> str:
    """Return the relation as the ontology labels it: "holds post"."""
    return ontology().label(claim.relation)


def reasons(claim: ExplainedClaim) -> str:
    """Return how a claim was read: its rule, its confidence, and the other sentences that it rests on."""
    parts = [f"rule {claim.rule}", f"confidence {claim.confidence:.2f}"]
    if claim.date:
        parts.append(f"on {claim.date}")
    if len(claim.sentences) > 1:
        parts.append(f"with {_numbers(claim.sentences[1:])}")
    return ", ".join(parts)


def grouped(claims: Iterable[ExplainedClaim]) -> tuple[tuple[str, tuple[ExplainedClaim, ...]], ...]:
    """Return claims that were read in one way together, with that way in words, in their order."""
    return tuple((how, tuple(same)) for how, same in groupby(claims, key=reasons))


def status(claim: ExplainedClaim) -> str:
    """Return what keeps a claim from being a plain fact: its modality, or its doubt; empty for a fact."""
    if claim.modality != "stated":
        return claim.modality if claim.edge else f"{claim.modality}: no edge"
    return "" if claim.edge else "too doubtful: no edge"


def readings(sentence: ExplainedSentence) -> tuple[tuple[str, str], ...]:
    """Return the mentions that stand for another name than is written, with that name, each once."""
    pairs = ((" ".join(mark.text.split()), mark.name) for mark in sentence.marks if mark.renamed)
    return tuple(dict.fromkeys(pairs))


def supports(sentence: ExplainedSentence) -> tuple[tuple[int, int], ...]:
    """Return to which sentences this one lends an argument, and for how many of their claims."""
    told = [claim.sentences[0] for claim in sentence.supported]
    return tuple((number, told.count(number)) for number in sorted(set(told)))


def levels(seat: Seat) -> str:
    """Return the places that names of other levels were read as: "provincial: Jilin Province"."""
    return "; ".join(f"{level}: {legible(name)}" for level, name in seat.above)


def place(seat: Seat) -> str:
    """Return the seat with its level and where it is known from: "Jinfeng (municipal; stated)"."""
    origin = "as you said" if seat.stated else "found in the article"
    return f"{seat.name} ({seat.level}; {origin})"


def summary(explanation: Explanation) -> str:
    """Return the counts of the coverage as one sentence."""
    coverage = explanation.coverage
    edges = sum(claim.edge for claim in explanation.claims)
    return (
        f"{counted(coverage.sentences, 'sentence')}: {coverage.with_mentions} with a name, "
        f"{coverage.with_claims} with a claim; {counted(len(explanation.claims), 'claim')}, "
        f"{edges} of them sure enough for the graph"
    )


def promises(sentence: ExplainedSentence) -> str:
    """Return the words of a sentence that promised more: "inspected (visit), Mayor (post)"."""
    kept = (trigger for trigger in sentence.triggers if trigger.kind in sentence.promised)
    return ", ".join(dict.fromkeys(f"{legible(trigger.text)} ({trigger.kind})" for trigger in kept))


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: "1 claim", "2 claims"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _numbers(numbers: tuple[int, ...]) -> str:
    listed = ", ".join(map(str, numbers))
    return f"sentence {listed}" if len(numbers) == 1 else f"sentences {listed}"
