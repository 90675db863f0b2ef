"""The ontology as values: types, relations and labels, read from ``ontology/graphbuild.ttl``.

That file is the single source. Which properties are edges is said there too: they are the
instances of ``gb:EdgeProperty``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from graphbuild.errors import OntologyError

NAMESPACE: Final = "https://w3id.org/graphbuild/ns#"

_RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
_OWL: Final = "http://www.w3.org/2002/07/owl#"
_SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
_DEFINITION: Final = _SKOS + "definition"
_CLASS: Final = _OWL + "Class"
_PROPERTIES: Final = (_OWL + "ObjectProperty", _OWL + "DatatypeProperty")
_EDGE: Final = NAMESPACE + "EdgeProperty"


@dataclass(frozen=True, slots=True)
class Class:
    """A type of node. `parents` are the classes of this ontology above it, nearest first.

    `definitions` are by language, `definition` is the English one. `aligned` are IRIs of other
    vocabularies: superclasses and close matches.
    """

    name: str
    labels: Mapping[str, str]
    definition: str
    parents: tuple[str, ...] = ()
    definitions: Mapping[str, str] = field(default_factory=dict)
    example: str = ""
    aligned: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """A property. `domain` and `range` list the classes that it may join, any of them.

    A class of this ontology is given by its local name, a datatype or a class of others by its IRI.
    The rest is as in `Class`.
    """

    name: str
    labels: Mapping[str, str]
    definition: str
    domain: tuple[str, ...]
    range: tuple[str, ...]
    definitions: Mapping[str, str] = field(default_factory=dict)
    example: str = ""
    aligned: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ontology:
    """All terms by local name: `relations` are the edge properties, `properties` the others."""

    namespace: str
    version: str
    classes: Mapping[str, Class]
    relations: Mapping[str, Relation]
    properties: Mapping[str, Relation]

    def label(self, name: str, language: str = "en") -> str:
        """Return the label of a term in a language, else in English.

        Raises `OntologyError` if there is no such term.
        """
        labels = self._term(name).labels
        return labels.get(language) or labels["en"]

    def require(self, name: str) -> str:
        """Return the IRI of a term; raise `OntologyError` with near names if it is not defined."""
        return self.namespace + self._term(name).name

    def types(self, name: str) -> tuple[str, ...]:
        """Return a class and the classes above it, nearest first; raise `OntologyError` if unknown."""
        self.require(name)
        found = self.classes.get(name)
        if found is None:
            message = f"{name!r} is a property of the ontology, not a class"
            raise OntologyError(message)
        return (name, *found.parents)

    def _term(self, name: str) -> Class | Relation:
        for terms in (self.classes, self.relations, self.properties):
            if name in terms:
                return terms[name]
        known = [*self.classes, *self.relations, *self.properties]
        near = get_close_matches(name, known, n=3)
        hint = f"did you mean {' or '.join(near)}?" if near else "see ontology/README.md for how to add it"
        message = f"the ontology defines no term {name!r}; {hint}"
        raise OntologyError(message)


def ontology_folder() -> Path:
    """Return the folder of ``graphbuild.ttl``, ``shapes.ttl`` and ``queries/``.

    A wheel carries it inside the package; in a checkout it stands beside the package. Raises
    `OntologyError` if it is in neither place.
    """
    package = Path(__file__).resolve().parent
    for folder in (package / "ontology_data", package.parent / "ontology"):
        if (folder / "graphbuild.ttl").is_file():
            return folder
    message = f"ontology/graphbuild.ttl is neither in {package} nor beside it; reinstall graphbuild"
    raise OntologyError(message)


@cache
def ontology() -> Ontology:
    """Load the ontology, once in a process. Raises `OntologyError` if the file is malformed."""
    return load(ontology_folder() / "graphbuild.ttl")


def load(path: Path) -> Ontology:
    """Read an ontology from a Turtle file; raise `OntologyError` if it is malformed."""
    source = _Source(path)
    classes = {name: source.read_class(name) for name in source.names(_CLASS) if name != _local(_EDGE)}
    edges = frozenset(source.names(_EDGE))
    terms = {name: source.read_property(name) for kind in _PROPERTIES for name in source.names(kind)}
    return Ontology(
        namespace=NAMESPACE,
        version=source.version(),
        classes=MappingProxyType(classes),
        relations=MappingProxyType({name: term for name, term in terms.items() if name in edges}),
        properties=MappingProxyType({name: term for name, term in terms.items() if name not in edges}),
    )


class _Source:
    """The triples of the file, by subject and predicate, in the order of the file."""

    def __init__(self, path: Path) -> None:
        from pyoxigraph import RdfFormat, parse

        self.path = path
        self.triples: dict[str, dict[str, list[tuple[str, str]]]] = {}
        try:
            for quad in parse(path=path, format=RdfFormat.TURTLE):
                found = self.triples.setdefault(_key(quad.subject), {})
                language = getattr(quad.object, "language", None) or ""
                found.setdefault(_key(quad.predicate), []).append((_key(quad.object), language))
        except (SyntaxError, OSError) as error:
            message = f"{path}: {error}"
            raise OntologyError(message) from error

    def names(self, kind: str) -> list[str]:
        """Return the local names of our terms of a kind, as the file orders them."""
        ours = (subject for subject in self.triples if subject.startswith(NAMESPACE))
        return [_local(subject) for subject in ours if kind in self.values(subject, _RDF + "type")]

    def values(self, subject: str, predicate: str) -> list[str]:
        return [value for value, _ in self.triples.get(subject, {}).get(predicate, [])]

    def version(self) -> str:
        return next(iter(self.values(NAMESPACE.rstrip("#"), _OWL + "versionInfo")), "")

    def read_class(self, name: str) -> Class:
        labels, definition = self._words(name)
        above = tuple(self._above(NAMESPACE + name))
        return Class(name, labels, definition, above, *self._told(name))

    def read_property(self, name: str) -> Relation:
        labels, definition = self._words(name)
        domain, range_ = (self._union(NAMESPACE + name, _RDFS + end) for end in ("domain", "range"))
        return Relation(name, labels, definition, domain, range_, *self._told(name))

    def _told(self, name: str) -> tuple[Mapping[str, str], str, tuple[str, ...]]:
        """Return definitions by language, the example and what other vocabularies have alike."""
        subject = NAMESPACE + name
        definitions = {language: text for text, language in self.triples[subject].get(_DEFINITION, [])}
        examples = self.values(subject, _SKOS + "example")
        likes = (_RDFS + "subClassOf", _RDFS + "subPropertyOf", _SKOS + "closeMatch")
        aligned = [
            iri for like in likes for iri in self.values(subject, like) if not iri.startswith(NAMESPACE)
        ]
        return MappingProxyType(definitions), "".join(examples[:1]), tuple(aligned)

    def _words(self, name: str) -> tuple[Mapping[str, str], str]:
        found = self.triples[NAMESPACE + name]
        labels = {language: text for text, language in found.get(_RDFS + "label", [])}
        definitions = [text for text, language in found.get(_DEFINITION, []) if language == "en"]
        if "en" not in labels or not definitions:
            message = f"{self.path}: gb:{name} needs an English rdfs:label and an English skos:definition"
            raise OntologyError(message)
        return MappingProxyType(labels), definitions[0]

    def _above(self, subject: str) -> Iterator[str]:
        for parent in self.values(subject, _RDFS + "subClassOf"):
            if parent.startswith(NAMESPACE):
                yield _local(parent)
                yield from self._above(parent)

    def _union(self, subject: str, predicate: str) -> tuple[str, ...]:
        """Return the classes at one end of a property, those of an owl:unionOf one by one."""
        classes: list[str] = []
        for node in self.values(subject, predicate):
            lists = self.values(node, _OWL + "unionOf")
            classes += self._members(lists[0]) if lists else [node]
        return tuple(map(_local, classes))

    def _members(self, node: str) -> list[str]:
        members: list[str] = []
        while node != _RDF + "nil":
            try:
                members.append(self.values(node, _RDF + "first")[0])
                node = self.values(node, _RDF + "rest")[0]
            except IndexError as error:
                message = f"{self.path}: an owl:unionOf holds a list that does not end"
                raise OntologyError(message) from error
        return members


def _key(node: object) -> str:
    return str(getattr(node, "value", node))


def _local(iri: str) -> str:
    return iri.removeprefix(NAMESPACE)
