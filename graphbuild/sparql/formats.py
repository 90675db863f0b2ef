"""Answers as text: CSV, JSON, Turtle and HTML."""

from __future__ import annotations

import csv
import json
from html import escape
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, Final, cast

from graphbuild.errors import QueryError
from graphbuild.ontology import NAMESPACE

if TYPE_CHECKING:
    from graphbuild.sparql.answer import Answer, Cell

PREFIXES: Final = {
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "gb": NAMESPACE,
    "id": "https://w3id.org/graphbuild/id/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""Prefixes that a query need not declare and an answer is written with."""

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_SHOWN: Final = 50


def to_csv(answer: Answer) -> str:
    """Return rows as CSV; a cell that a spreadsheet would compute gets an apostrophe in front.

    https://owasp.org/www-community/attacks/CSV_Injection
    """
    stream = StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(map(_harmless, answer.columns))
    writer.writerows([_harmless(cell) for cell in row] for row in answer.rows)
    return stream.getvalue()


def _harmless(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def to_json(answer: Answer) -> str:
    """Return rows as SPARQL 1.1 Query Results JSON, the answer to ASK too; triples as JSON-LD.

    https://www.w3.org/TR/sparql11-results-json/
    """
    from pyoxigraph import RdfFormat

    if answer.triples:
        return _serialised(answer, RdfFormat.JSON_LD)
    if answer.columns == ("answer",) and isinstance(answer.terms[0][0], bool):
        found: dict[str, object] = {"head": {}, "boolean": answer.terms[0][0]}
    else:
        bindings = [
            {
                name: _json_term(term)
                for name, term in zip(answer.columns, row, strict=True)
                if term is not None
            }
            for row in answer.terms
        ]
        found = {"head": {"vars": list(answer.columns)}, "results": {"bindings": bindings}}
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _json_term(term: object) -> dict[str, str]:
    from pyoxigraph import Literal, NamedNode

    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if not isinstance(term, Literal):
        return {"type": "bnode", "value": str(getattr(term, "value", term))}
    found = {"type": "literal", "value": term.value}
    if term.language:
        found["xml:lang"] = term.language
    elif term.datatype.value != PREFIXES["xsd"] + "string":
        found["datatype"] = term.datatype.value
    return found


def to_turtle(answer: Answer) -> str:
    """Return triples as Turtle, sorted; raise `QueryError` for rows, which Turtle cannot hold."""
    from pyoxigraph import RdfFormat

    if not answer.triples:
        raise QueryError("Turtle holds triples: ask with CONSTRUCT, or choose table, csv or json")
    return _serialised(answer, RdfFormat.TURTLE)


def _serialised(answer: Answer, form: object) -> str:
    from pyoxigraph import RdfFormat, Triple, serialize

    rows = sorted(answer.terms, key=lambda row: tuple(map(str, row)))
    triples = [Triple(*row) for row in rows]  # type: ignore[arg-type]
    used = {name: iri for name, iri in PREFIXES.items() if any(iri in str(row) for row in rows)}
    stream = BytesIO()
    serialize(triples, stream, cast("RdfFormat", form), prefixes=used)
    return stream.getvalue().decode("utf-8")


def to_html(answer: Answer) -> str:
    """Return the first rows as an HTML table for notebooks."""
    head = "".join(f"<th>{escape(name)}</th>" for name in answer.columns)
    rows = ("".join(f"<td>{escape(shown(cell))}</td>" for cell in row) for row in answer.rows[:_SHOWN])
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    rest = f"<p>{len(answer) - _SHOWN} more rows</p>" if len(answer) > _SHOWN else ""
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{rest}"


def shown(cell: Cell) -> str:
    """Return a cell as a person reads it: IRIs by their prefix, nothing where nothing is bound."""
    if cell is None:
        return ""
    text = str(cell).lower() if isinstance(cell, bool) else str(cell)
    for prefix, iri in PREFIXES.items():
        if text.startswith(iri) and " " not in text:
            return f"{prefix}:{text.removeprefix(iri)}"
    return text
