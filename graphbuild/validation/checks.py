"""Constraints of SHACL as SPARQL: each becomes a query for the nodes that break it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from graphbuild.validation.shapes import Constraint, Shape

_XSD: Final = "http://www.w3.org/2001/XMLSchema#"
_FORMS: Final = {
    f"<{_XSD}date>": f'STR(<{_XSD}date>(STR(?value))) != ""',
    f"<{_XSD}decimal>": r'REGEX(STR(?value), "^[+-]?([0-9]+([.][0-9]*)?|[.][0-9]+)$")',
    f"<{_XSD}positiveInteger>": r'REGEX(STR(?value), "^[+]?0*[1-9][0-9]*$")',
    f"<{_XSD}nonNegativeInteger>": r'REGEX(STR(?value), "^([+]?[0-9]+|-0+)$")',
    f"<{_XSD}boolean>": 'STR(?value) IN ("true", "false", "1", "0")',
}
"""When a literal of a datatype is well-formed; those of other datatypes always are."""

_KINDS: Final = {"IRI": "isIRI(?value)", "Literal": "isLiteral(?value)", "BlankNode": "isBlank(?value)"}
_TARGETS: Final = {
    "targetClass": "{{ ?this a {iri} }}",
    "targetSubjectsOf": "{{ ?this {iri} ?anyObject }}",
    "targetObjectsOf": "{{ ?anySubject {iri} ?this }}",
}
_MESSAGES: Final = {
    "nodeKind": "must be an IRI, not a text",
    "class": "must be a {value}",
    "datatype": "must be a well-formed {value}",
    "minCount": "is missing",
    "maxCount": "more than {value}",
    "pattern": "is not written as it should be",
    "minInclusive": "must be {value} at least",
    "maxInclusive": "must be {value} at most",
    "lessThan": "must be less than {value}",
    "lessThanOrEquals": "must not be greater than {value}",
    "disjoint": "is a {value} as well",
    "equals": "differs from {value}",
    "uniqueLang": "two in one language",
    "in": "must be one of {members}",
    "or": "must be one of {members}",
    "xone": "must be exactly one of {members}",
}


@dataclass(frozen=True, slots=True)
class Check:
    """A query whose rows, `?this` and where they have them `?path` and `?value`, break a constraint."""

    shape: str
    path: str
    message: str
    query: str


def checks(shape: Shape) -> Iterator[Check]:
    """Yield the checks of a shape, one for each constraint."""
    aims = " UNION ".join(_TARGETS[kind].format(iri=iri) for kind, iri in shape.targets)
    target = f"{{ SELECT DISTINCT ?this WHERE {{ {aims} }} }}"
    for constraint in shape.constraints:
        query = f"SELECT DISTINCT * WHERE {{ {target} {_broken(constraint)} }}"
        yield Check(shape.name, constraint.path, _message(constraint), query)


def _message(constraint: Constraint) -> str:
    if constraint.message:
        return constraint.message
    members = ", ".join(constraint.members)
    return _MESSAGES[constraint.component].format(value=constraint.value, members=members)


def _broken(constraint: Constraint) -> str:
    """Return the pattern that holds for `?this`, with its `?value`, where the constraint is broken."""
    if constraint.component == "sparql":
        return f"{{ {constraint.value} }}"
    if constraint.component in _COUNTED:
        return _COUNTED[constraint.component](constraint.path, constraint.value)
    values = f"?this {constraint.path} ?value ." if constraint.path else "BIND (?this AS ?value)"
    if constraint.component in _COMPARED:
        return f"{values} {_COMPARED[constraint.component](constraint.path, constraint.value)}"
    return f"{values} {_judged(constraint)}"


def _judged(constraint: Constraint) -> str:
    """Return the filter on `?value` alone; what cannot be computed is broken."""
    name, value = constraint.component, constraint.value
    if name == "class":
        return f"FILTER NOT EXISTS {{ ?value a {value} }}"
    if name == "or":
        return " ".join(f"FILTER NOT EXISTS {{ ?value a {each} }}" for each in constraint.members)
    if name == "xone":
        ones = " + ".join(f"IF(EXISTS {{ ?value a {each} }}, 1, 0)" for each in constraint.members)
        return f"FILTER ({ones} != 1)"
    return f"FILTER (!COALESCE({_kept(name, value, constraint.members)}, false))"


def _kept(name: str, value: str, members: tuple[str, ...]) -> str:
    if name == "in":
        return " || ".join(f"sameTerm(?value, {each})" for each in members)
    if name == "nodeKind":
        return _KINDS[value.rpartition("#")[2].rstrip(">")]
    if name == "datatype":
        return f"isLiteral(?value) && DATATYPE(?value) IN ({_types(value)}) && {_FORMS.get(value, 'true')}"
    if name == "pattern":
        return f"REGEX(STR(?value), {value})"
    return f"?value {'>=' if name == 'minInclusive' else '<='} {value}"


def _types(datatype: str) -> str:
    """Return the datatypes to accept: oxigraph keeps every whole number as an xsd:integer."""
    return f"{datatype}, <{_XSD}integer>" if datatype.endswith("Integer>") else datatype


def _too_few(path: str, least: str) -> str:
    if _number(least) == 1:
        return f"FILTER NOT EXISTS {{ ?this {path} ?any }}"
    counted = f"SELECT ?this (COUNT(DISTINCT ?any) AS ?count) WHERE {{ ?this {path} ?any }} GROUP BY ?this"
    return f"OPTIONAL {{ {counted} }} FILTER (COALESCE(?count, 0) < {_number(least)})"


def _too_many(path: str, most: str) -> str:
    having = f"HAVING (COUNT(DISTINCT ?any) > {_number(most)})"
    return f"{{ SELECT ?this WHERE {{ ?this {path} ?any }} GROUP BY ?this {having} }}"


def _number(literal: str) -> int:
    return int(literal.split('"')[1])


def _differing(path: str, other: str) -> str:
    return (
        f"{{ ?this {path} ?value . FILTER NOT EXISTS {{ ?this {other} ?value }} }}"
        f" UNION {{ ?this {other} ?value . FILTER NOT EXISTS {{ ?this {path} ?value }} }}"
    )


_COUNTED: Final[dict[str, Callable[[str, str], str]]] = {
    "minCount": _too_few,
    "maxCount": _too_many,
    "equals": _differing,
}
_COMPARED: Final[dict[str, Callable[[str, str], str]]] = {
    "lessThan": lambda _, other: f"?this {other} ?other . FILTER (!COALESCE(?value < ?other, false))",
    "lessThanOrEquals": lambda _, other: (
        f"?this {other} ?other . FILTER (!COALESCE(?value <= ?other, false))"
    ),
    "disjoint": lambda _, other: f"?this {other} ?value .",
    "uniqueLang": lambda path, _: (
        f"?this {path} ?other . FILTER (LANG(?value) != '' && LANG(?value) = LANG(?other)"
        " && !sameTerm(?value, ?other))"
    ),
}
