"""Values of parameters become terms in the query's VALUES blocks, and queries reach nothing outside.

A value never becomes SPARQL text: it is made a term of RDF, and oxigraph writes the term, escaped,
into the data block of ``VALUES ?name { ... }``, the one place where the grammar takes nothing but
terms. https://www.w3.org/TR/sparql11-query/#inline-data
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from graphbuild.errors import QueryError
from graphbuild.ontology import ontology

if TYPE_CHECKING:
    from pyoxigraph import Literal

    from graphbuild.sparql.questions import Parameter, Question

Value = str | int | float | Decimal | date
"""What a parameter may be given; a name stands for every node that bears it."""

_DIGITS: Final = 40
_XSD: Final = "http://www.w3.org/2001/XMLSchema#"
_SPACE: Final = r"(?:\s|\#[^\n\r]*+)*+"
_BLOCK: Final = r"""\{(?:[^{}"'<#]|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|<[^<>\s]*>|\#[^\n]*)*\}"""
_SERVICE: Final = re.compile(
    rf"service{_SPACE}(?:silent{_SPACE})?(?:[?$]\w+|<[^>]*>|[\w.\-]*:[^\s{{]*){_SPACE}\{{", re.IGNORECASE
)
"""The one way to write a federated pattern: the grammar wants a variable or IRI and a brace.

It is looked for in strings and comments too: what could be one is refused.
"""


def bound(question: Question, values: Mapping[str, Value | Iterable[Value]]) -> str:
    """Return the text of a query with the values of its parameters in their VALUES blocks.

    Several values of one parameter ask for any of them. Raises `QueryError` if a parameter is
    unknown or missing, or a value is none of its kind.
    """
    for parameter in question.parameters:
        if not parameter.optional and parameter.name not in values:
            raise QueryError(f"{_called(question)} needs {parameter.name}: for example {_example(parameter)}")
    text = question.text
    for name, given in values.items():
        text = _filled(question, text, name, _terms(question, name, given))
    return text


def refuse_federation(text: str) -> None:
    """Raise `QueryError` if a query could ask another server; queries stay on this machine."""
    if _SERVICE.search(text):
        raise QueryError(
            "the query asks another server by SERVICE, and queries here stay offline: take it out"
        )


def _filled(question: Question, text: str, name: str, terms: list[Literal]) -> str:
    block = re.compile(rf"\bVALUES\s*[?$]{re.escape(name)}\s*{_BLOCK}", re.IGNORECASE)
    data = " ".join(map(str, terms))
    filled, count = block.subn(lambda _: f"VALUES ?{name} {{ {data} }}", text)
    if not count:
        raise QueryError(f"{_called(question)} has no parameter {name}; {_choices(question, name)}")
    return filled


def _choices(question: Question, name: str) -> str:
    names = ", ".join(each.name for each in question.parameters)
    if names:
        return f"choose from {names}"
    return "it has none" if question.name else f"write VALUES ?{name} {{ UNDEF }} where it belongs"


def _terms(question: Question, name: str, given: Value | Iterable[Value]) -> list[Literal]:
    values = [given] if isinstance(given, Value) else list(given)
    parameter = question.parameter(name)
    if not values:
        raise QueryError(f"{_called(question)}: {name} is given without a value")
    return [_term(parameter.kind if parameter else "text", name, value) for value in values]


def _term(kind: str, name: str, value: Value) -> Literal:
    from pyoxigraph import Literal, NamedNode

    text = _clean(str(value))
    if kind in {"date", "integer", "decimal"}:
        return Literal(_checked(kind, name, text), datatype=NamedNode(_XSD + kind))
    if kind == "relation":
        return Literal(_relation(text))
    if kind == "text" and isinstance(value, date):
        return Literal(text, datatype=NamedNode(_XSD + "date"))
    if kind == "text" and isinstance(value, int | float):
        return Literal(value)
    return Literal(text)


def _clean(text: str) -> str:
    """Return a text that UTF-8 can hold: half of a surrogate pair becomes U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _checked(kind: str, name: str, text: str) -> str:
    try:
        return _FORMS[kind](text)
    except (ValueError, ArithmeticError):
        raise QueryError(f"{name}: {text!r} is no {kind}; write it as {_EXAMPLES[kind]}") from None


def _decimal(text: str) -> str:
    """Return a decimal without an exponent; raise ValueError for what has no end or too many digits."""
    number = Decimal(text)
    if abs(number.adjusted()) > _DIGITS or not number.is_finite():
        raise ValueError(text)
    return f"{number:f}"


_FORMS: Final[dict[str, Callable[[str], str]]] = {
    "date": lambda text: date.fromisoformat(text).isoformat(),
    "integer": lambda text: str(int(text[:_DIGITS])),
    "decimal": _decimal,
}
_EXAMPLES: Final = {"date": "2024-05-16", "integer": "20", "decimal": "0.8"}


def _relation(text: str) -> str:
    name = text.removeprefix("gb:")
    relations = ontology().relations
    if name not in relations:
        raise QueryError(f"{text!r} is no relation; choose from {', '.join(relations)}")
    return name


def _called(question: Question) -> str:
    return question.name or "the query"


def _example(parameter: Parameter) -> str:
    return f'{parameter.name} "{parameter.example}"'
