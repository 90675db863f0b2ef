"""The formats that a graph can be written in: their names, their files, and who writes each file."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import partial
from importlib import import_module
from typing import BinaryIO, Final, TypeAlias

from graphbuild.errors import ExportError
from graphbuild.export.iris import DEFAULT_BASE
from graphbuild.model import GraphData

PACKED: Final = ".gz"
"""Behind the name of a format: its files are to be compressed with gzip."""

Write: TypeAlias = Callable[[BinaryIO], object]


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user may say about the files: where IRIs begin, and the title of the page."""

    base: str = DEFAULT_BASE
    title: str = "graphbuild"


_Files: TypeAlias = Callable[[GraphData, Settings], Mapping[str, Write]]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: `about` is one line for people, `files` gives its files with their writers."""

    about: str
    files: _Files


def _rdf(file: str, writer: str) -> _Files:
    """One file of RDF, its IRIs under the base."""
    return lambda data, settings: {file: lambda stream: _call(writer, data, stream, settings.base)}


def _plain(*writers: tuple[str, str]) -> _Files:
    """Files of which each has a writer that needs the graph alone."""
    return lambda data, _: {file: partial(_call, writer, data) for file, writer in writers}


def _call(writer: str, *arguments: object) -> None:
    """Call a writer by its module and name: a format loads its libraries when it is written."""
    module, _, function = writer.rpartition(".")
    getattr(import_module(f"graphbuild.export.{module}"), function)(*arguments)


def _page(data: GraphData, settings: Settings) -> Mapping[str, Write]:
    def write(stream: BinaryIO) -> None:
        from graphbuild.export.html import to_html

        stream.write(to_html(data, title=settings.title).encode())

    return {"graph.html": write}


def _tables(ending: str, writer: str) -> _Files:
    """One file for each table, in a folder."""

    def files(data: GraphData, _: Settings) -> Mapping[str, Write]:
        from graphbuild.export.tables import TABLES

        def writes(position: int) -> Write:
            return lambda stream: _call(writer, data, stream, TABLES[position])

        return {f"{ending}/{table.name}.{ending}": writes(n) for n, table in enumerate(TABLES)}

    return files


FORMATS: Final[Mapping[str, Format]] = {
    "ttl": Format("RDF as Turtle", _rdf("graph.ttl", "turtle.write_turtle")),
    "html": Format("the viewer, a page that works offline", _page),
    "nt": Format("RDF as N-Triples", _rdf("graph.nt", "serializations.write_ntriples")),
    "nq": Format(
        "RDF as N-Quads, a graph for each document", _rdf("graph.nq", "serializations.write_nquads")
    ),
    "trig": Format("RDF as TriG, a graph for each document", _rdf("graph.trig", "serializations.write_trig")),
    "jsonld": Format("RDF as JSON-LD", _rdf("graph.jsonld", "jsonld.write_jsonld")),
    "rdf": Format("RDF/XML", _rdf("graph.rdf", "serializations.write_rdfxml")),
    "ttl12": Format(
        "Turtle of RDF 1.2, claims as reifiers", _rdf("graph.rdf12.ttl", "serializations.write_turtle_12")
    ),
    "graphml": Format("GraphML, for yEd and Cytoscape", _plain(("graph.graphml", "networks.write_graphml"))),
    "gexf": Format("GEXF, for Gephi", _plain(("graph.gexf", "networks.write_gexf"))),
    "json": Format("node-link JSON, for d3 and networkx", _plain(("graph.json", "networks.write_node_link"))),
    "csv": Format("tables as CSV", _tables("csv", "csv_tables.write_csv")),
    "parquet": Format("tables as Parquet", _tables("parquet", "parquet_tables.write_parquet")),
    "neo4j": Format(
        "CSV for Neo4j's bulk import",
        _plain(
            ("neo4j/nodes.csv", "neo4j.write_nodes"),
            ("neo4j/relationships.csv", "neo4j.write_relationships"),
        ),
    ),
    "ftm": Format(
        "FollowTheMoney entities", _plain(("graph.ftm.json", "followthemoney.write_followthemoney"))
    ),
    "quickstatements": Format(
        "posts for Wikidata", _plain(("posts.quickstatements", "quickstatements.write_quickstatements"))
    ),
}
"""Formats by the names that the command and `Graph.write` know; ``.gz`` behind a name compresses."""


def check_format(name: str) -> None:
    """Raise `ExportError` that says what would be right if there is no format of a name."""
    if name.removesuffix(PACKED) in FORMATS:
        return
    near = get_close_matches(name, FORMATS, n=1)
    hint = f"did you mean {near[0]}? " if near else ""
    raise ExportError(f"{name}: no such format; {hint}choose from {', '.join(FORMATS)}")


def files_of(name: str, data: GraphData, settings: Settings) -> Iterator[tuple[str, Write]]:
    """Yield the files of a format, by their paths in the output folder, with the function that writes each.

    Raises `ExportError` if there is no such format.
    """
    check_format(name)
    for file, write in FORMATS[name.removesuffix(PACKED)].files(data, settings).items():
        yield (file + PACKED, partial(_packed, write)) if name.endswith(PACKED) else (file, write)


def _packed(write: Write, stream: BinaryIO) -> None:
    # Neither name nor time in the header: the same bytes for the same graph.
    with gzip.GzipFile(filename="", mode="wb", fileobj=stream, mtime=0) as packed:
        write(packed)  # type: ignore[arg-type] # a GzipFile is a binary stream in all but its type
