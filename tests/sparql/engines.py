"""The two libraries that the shipped questions are asked in, and rows that can be compared between them."""

from __future__ import annotations

import datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import rdflib

from graphbuild.sparql import Answer, Question, open_store, shipped
from graphbuild.sparql.answer import run
from graphbuild.sparql.binding import bound

Row: TypeAlias = tuple[str, ...]

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = {"fiction": ROOT / "output" / "fiction" / "graph.ttl", "jilin": ROOT / "output" / "graph.ttl"}
EXPECTED = Path(__file__).parent / "expected"
KEPT = ("fiction",)
"""The examples whose rows are kept: the other one names real people, who belong in no test."""

ASKED = [
    *((question, {}) for question in shipped() if all(each.optional for each in question.parameters)),
    *(
        (question, {each.name: each.example for each in question.parameters})
        for question in shipped()
        if question.parameters
    ),
]
"""Every question as it stands, where it can be asked so, and with its examples."""


def name_of(asked: object) -> str:
    """Return a name for a question with or without parameters."""
    question, values = asked  # type: ignore[misc]
    return f"{question.name}{'-with' if values else ''}"


def plain(value: object) -> str:
    """Return a value as text: numbers by their value, nothing for what is unbound."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float | Decimal):
        return f"{Decimal(str(value)).normalize():f}"
    return value.isoformat() if isinstance(value, datetime.date) else str(value)


@cache
def store(name: str) -> Any:
    """Return an example in oxigraph."""
    return open_store(EXAMPLES[name])


@cache
def rdflib_graph(name: str) -> rdflib.Graph:
    """Return an example in rdflib."""
    return rdflib.Graph().parse(EXAMPLES[name])


def oxigraph_rows(name: str, question: Question, values: dict[str, str]) -> list[Row]:
    """Return the rows of a question in oxigraph, sorted."""
    answer: Answer = run(store(name), bound(question, dict(values)))
    if answer.triples:
        return sorted(tuple(map(plain, row)) for row in answer.rows)
    order = sorted(range(len(answer.columns)), key=lambda index: answer.columns[index])
    return sorted(tuple(plain(row[index]) for index in order) for row in answer.rows)


def rdflib_rows(graph: rdflib.Graph, question: Question, values: dict[str, str]) -> list[Row]:
    """Return the rows of a question in rdflib, sorted."""
    result = graph.query(bound(question, dict(values)))
    if result.type == "CONSTRUCT":
        return sorted(tuple(map(str, triple)) for triple in result)
    variables = sorted(map(str, result.vars or ()))
    rows = ([row[name] for name in variables] for row in result)
    return sorted(tuple(plain(_python(cell)) for cell in row) for row in rows)


def _python(cell: Any) -> object:
    value = cell.toPython() if cell is not None and isinstance(cell, rdflib.Literal) else cell
    return str(cell) if isinstance(value, rdflib.term.Identifier) else value


def expected_path(name: str, asked: tuple[Question, dict[str, str]]) -> Path:
    """Return the file of the rows that a question should give on an example."""
    return EXPECTED / name / f"{name_of(asked)}.tsv"


def as_tsv(rows: list[Row]) -> str:
    """Return rows as a file of expected ones holds them."""
    return "".join(
        "\t".join(cell.replace("\t", " ").replace("\n", " ") for cell in row) + "\n" for row in rows
    )


def write_expected() -> None:
    """Write the rows that oxigraph gives now; read the difference before it is committed."""
    for name in KEPT:
        (EXPECTED / name).mkdir(parents=True, exist_ok=True)
        for asked in ASKED:
            text = as_tsv(oxigraph_rows(name, *asked))
            expected_path(name, asked).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_expected()
