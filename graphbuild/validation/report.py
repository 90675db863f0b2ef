"""The violations of a graph, each with the node's name and the sentence that it came from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from graphbuild.graph import Graph
from graphbuild.sparql import open_store
from graphbuild.sparql.formats import PREFIXES, shown
from graphbuild.validation.checks import Check, checks
from graphbuild.validation.shapes import read_shapes

if TYPE_CHECKING:
    from pyoxigraph import QuerySolutions, Store

_SENTENCES: Final = (
    "?claim rdf:subject ?node ; rdf:object ?value ; gb:evidence/gb:text ?text",
    "?node gb:text ?text",
    "?node gb:evidence/gb:text ?text",
    "?node gb:ofEvent/gb:evidence/gb:text ?text",
    "?mention gb:refersTo ?node ; gb:inSentence/gb:text ?text",
    "?tenure gb:post ?node ; gb:evidence/gb:text ?text",
    "?sentence gb:inDocument ?node ; gb:text ?text",
)
"""Where the sentence of a node is found; the first that gives one counts."""

_NAME: Final = "SELECT (SAMPLE(?name) AS ?found) WHERE { ?node skos:prefLabel ?name }"


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """A node that breaks a rule.

    `node` is its IRI and `name` its preferred label, or "". `path` is the property that is wrong, as
    an IRI, "" if the node itself is. `value` is the offending value, "" if there is none. `sentence`
    is one that the node was read from, "" if none is known.
    """

    node: str
    path: str
    value: str
    message: str
    name: str = ""
    sentence: str = ""

    def __str__(self) -> str:
        path = f" {shown(self.path)}" if self.path else ""
        value = f" {shown(self.value)!r}" if self.value else ""
        name = f" ({self.name})" if self.name else ""
        sentence = f"; from: {self.sentence}" if self.sentence else ""
        return f"{shown(self.node)}{name}{path}{value}: {self.message}{sentence}"


def validate(
    graph: Graph | Store | str | Path,
    *,
    shapes: Path | None = None,
    on_progress: Callable[[int, int], None] | None = None,
) -> tuple[Violation, ...]:
    """Return what in a graph breaks the shapes, sorted; nothing for a graph that conforms.

    `graph` is a `Graph`, an RDF file or an output folder; `shapes` another file of shapes than the
    one that ships. `on_progress` is told how many checks of how many are done. Raises `QueryError`
    if the graph cannot be opened and `OntologyError` if the shapes cannot be understood.
    """
    store = open_store(graph)
    planned = [check for shape in read_shapes(shapes) for check in checks(shape)]
    found: set[Violation] = set()
    for number, check in enumerate(planned, 1):
        found.update(_violations(store, check))
        if on_progress is not None:
            on_progress(number, len(planned))
    return tuple(_told(store, violation) for violation in sorted(found))


def _violations(store: Store, check: Check) -> Iterator[Violation]:
    solutions = _asked(store, check.query)
    names = {variable.value for variable in solutions.variables}
    for row in solutions:
        terms = {name: row[name] for name in names if row[name] is not None}
        path = _text(terms.get("path")) or check.path.strip("<>")
        message = _filled(_short(check.message), {name: shown(_text(term)) for name, term in terms.items()})
        node, value = _text(terms["this"]), _text(terms.get("value"))
        yield Violation(node, path, "" if value == node else value, message)


def _filled(message: str, texts: Mapping[str, str]) -> str:
    """Put values into ``{?name}``, as sh:message has them."""
    return re.sub(r"\{\?(\w+)\}", lambda found: texts.get(found[1], ""), message)


def _short(message: str) -> str:
    """Write the IRIs in a message by their prefixes, and literals by their values."""
    plain = re.sub(r'"([^"]*)"(\^\^<[^>]*>)?', r"\1", message)
    return re.sub(r"<([^>]*)>", lambda found: shown(found[1]), plain)


def _told(store: Store, violation: Violation) -> Violation:
    """Return a violation with the name of its node and a sentence."""
    node, value = _iri(violation.node), _iri(violation.value)
    if node is None:
        return violation
    name = _first(store, _NAME.replace("?node", node))
    patterns = (text.replace("?node", node) for text in _SENTENCES if value or "?value" not in text)
    queries = (f"SELECT ?found WHERE {{ {text.replace('?value', value or '')} }}" for text in patterns)
    sentences = (_first(store, query.replace("?text", "?found")) for query in queries)
    sentence = next(filter(None, sentences), "")
    return Violation(violation.node, violation.path, violation.value, violation.message, name, sentence)


def _first(store: Store, query: str) -> str:
    texts = sorted(_text(row["found"]) for row in _asked(store, query) if row["found"] is not None)
    return texts[0] if texts else ""


def _asked(store: Store, query: str) -> QuerySolutions:
    return cast("QuerySolutions", store.query(query, prefixes=PREFIXES, use_default_graph_as_union=True))


def _iri(text: str) -> str | None:
    """Return an IRI as SPARQL writes it, None for what is none."""
    from pyoxigraph import NamedNode

    try:
        return str(NamedNode(text)) if ":" in text and not re.search(r'[\s<>"{}|\\^`]', text) else None
    except ValueError:
        return None


def _text(term: object) -> str:
    return "" if term is None else str(getattr(term, "value", term))
