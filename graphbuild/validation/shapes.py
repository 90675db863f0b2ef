"""SHACL shapes read from Turtle: what they aim at, and their constraints.

https://www.w3.org/TR/shacl/
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from graphbuild.errors import OntologyError
from graphbuild.ontology import ontology_folder

if TYPE_CHECKING:
    from pyoxigraph import Store

SH: Final = "http://www.w3.org/ns/shacl#"
RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

TARGETS: Final = ("targetClass", "targetSubjectsOf", "targetObjectsOf")
SIMPLE: Final = (
    "nodeKind", "class", "datatype", "minCount", "maxCount", "pattern", "minInclusive", "maxInclusive",
    "lessThan", "lessThanOrEquals", "disjoint", "equals", "uniqueLang",
)  # fmt: skip
"""Constraints whose value is one term; those whose value is a shape or list are read one by one."""

_STRUCTURE: Final = {*TARGETS, "property", "path", "message", "sparql", "or", "xone", "in", "node"}


@dataclass(frozen=True, slots=True)
class Constraint:
    """One constraint: the name of its component, and its value as SPARQL writes it.

    `path` is an IRI, empty where the node itself is constrained. Members of "or", "xone" and "in"
    are in `members`; a "sparql" constraint has its query in `value`.
    """

    component: str
    value: str = ""
    path: str = ""
    members: tuple[str, ...] = ()
    message: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """What a shape aims at, as (kind, IRI), and all its constraints."""

    name: str
    targets: tuple[tuple[str, str], ...]
    constraints: tuple[Constraint, ...]


def read_shapes(path: Path | None = None) -> tuple[Shape, ...]:
    """Return the shapes of a file that aim at something, by name; by default those that ship.

    Raises `OntologyError` for a term of SHACL that is not understood: no rule is passed over.
    """
    return tuple(_Reader(path or ontology_folder() / "shapes.ttl").shapes())


class _Reader:
    """Looks things up in a file of shapes; nodes are written as SPARQL writes them."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @cached_property
    def triples(self) -> dict[str, dict[str, list[str]]]:
        """Objects by subject and predicate, sorted."""
        found: dict[str, dict[str, list[str]]] = {}
        for quad in self.store:
            found.setdefault(str(quad.subject), {}).setdefault(str(quad.predicate), []).append(
                str(quad.object)
            )
        return {node: {key: sorted(all_) for key, all_ in values.items()} for node, values in found.items()}

    @cached_property
    def store(self) -> Store:
        from pyoxigraph import RdfFormat, Store

        store = Store()
        try:
            store.load(path=str(self.path), format=RdfFormat.TURTLE)
        except (OSError, SyntaxError) as error:
            raise OntologyError(f"{self.path}: {error}") from error
        return store

    def shapes(self) -> Iterator[Shape]:
        for node in sorted(self.triples):
            targets = [(kind, iri) for kind in TARGETS for iri in self.values(node, kind)]
            if targets:
                yield Shape(node, tuple(targets), tuple(self.constraints(node)))

    def values(self, node: str, name: str) -> list[str]:
        return self.triples.get(node, {}).get(f"<{SH}{name}>", [])

    def constraints(self, node: str, path: str = "", said: str = "") -> Iterator[Constraint]:
        """Yield the constraints of a shape and of its property shapes."""
        self.refuse_unknown(node)
        message = self.text(node, "message") or said
        for name in SIMPLE:
            yield from (Constraint(name, value, path, (), message) for value in self.values(node, name))
        for each in self.values(node, "in"):
            yield Constraint("in", "", path, tuple(self.members(each)), message)
        for name in ("or", "xone"):
            for each in self.values(node, name):
                yield Constraint(name, "", path, tuple(self.classes(each)), message)
        for each in self.values(node, "node"):
            yield from self.constraints(each, path, message)
        for each in self.values(node, "property"):
            yield from self.constraints(each, self.values(each, "path")[0], message)
        for each in self.values(node, "sparql"):
            yield Constraint("sparql", self.text(each, "select"), path, (), self.text(each, "message"))

    def text(self, node: str, name: str) -> str:
        """Return a string, by its value."""
        from pyoxigraph import Literal, NamedNode

        found = self.triples.get(node, {}).get(f"<{SH}{name}>", [])
        if not found:
            return ""
        quads = self.store.quads_for_pattern(None, NamedNode(SH + name), None, None)
        texts = (quad.object for quad in quads if str(quad.subject) == node)
        return next(text.value for text in texts if isinstance(text, Literal))

    def classes(self, head: str) -> Iterator[str]:
        """Yield the classes of a list of shapes, of which each asks for one class."""
        for member in self.members(head):
            classes = self.values(member, "class")
            if len(classes) != 1 or len(self.triples[member]) != 1:
                raise OntologyError(f"{self.path}: in sh:or and sh:xone only [ sh:class ... ] is understood")
            yield classes[0]

    def members(self, head: str) -> Iterator[str]:
        while head != f"<{RDF}nil>":
            cell = self.triples[head]
            yield cell[f"<{RDF}first>"][0]
            head = cell[f"<{RDF}rest>"][0]

    def refuse_unknown(self, node: str) -> None:
        for predicate in self.triples.get(node, {}):
            name = predicate.removeprefix(f"<{SH}").removesuffix(">")
            if predicate.startswith(f"<{SH}") and name not in {*SIMPLE, *_STRUCTURE}:
                raise OntologyError(
                    f"{self.path}: sh:{name} of {node} is not understood; see graphbuild/validation"
                )
