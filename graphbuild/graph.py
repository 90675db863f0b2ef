"""The graph as its users meet it: one facade over the assembled values and the exporters."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from graphbuild.errors import DecisionError, ReadError
from graphbuild.export.formats import FORMATS as _FORMATS
from graphbuild.export.formats import Settings, files_of
from graphbuild.export.iris import DEFAULT_BASE
from graphbuild.export.redirects import NAME as REDIRECTS
from graphbuild.export.redirects import to_redirects
from graphbuild.model import (
    FACTUAL,
    Claim,
    Contradiction,
    Coverage,
    Edge,
    Entity,
    GraphData,
    SetPhrase,
    Span,
)
from graphbuild.writing import replace_together

if TYPE_CHECKING:
    import networkx
    import pyarrow
    import rdflib

    from graphbuild.export.coverage import HollowName

DEFAULT_TITLE: Final = "graphbuild"

FORMATS: Final = tuple(_FORMATS)
"""Formats that `Graph.write` knows, each also with ``.gz`` behind it."""

UNSURE: Final = "unsure"
"""What `Summary.held_back` calls stated or inferred claims of too little confidence."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a graph holds, counted.

    `entities` counts by class, `edges` by relation, `held_back` by modality the claims that no
    edge rests on; each begins with the most frequent, equals in alphabetical order. `unread` counts
    the sentences with a word that promised a claim, and no claim of its kind (`Graph.coverage`).
    """

    documents: int
    sentences: int
    entities: Mapping[str, int]
    edges: Mapping[str, int]
    held_back: Mapping[str, int]
    problems: int
    unread: int = 0


@dataclass(frozen=True)
class Graph:
    """A knowledge graph, and the problems met while its sources were read.

    `data` holds the plain values; the methods look things up in it and hand it on to other tools.
    """

    data: GraphData
    problems: tuple[ReadError, ...] = ()
    unused: tuple[DecisionError, ...] = ()
    """Decisions of a curator that no longer match anything."""
    redirects: tuple[tuple[str, str], ...] = ()
    """Ids of the earlier graph that are gone, each with the one that replaces it."""

    def entities(self, type: str | None = None) -> tuple[Entity, ...]:
        """Return the nodes, or those of one class of the ontology ("Official"), sorted by id."""
        return tuple(entity for entity in self.data.entities if type in (None, entity.type))

    def edges(self, relation: str | None = None) -> tuple[Edge, ...]:
        """Return the edges, or those of one relation of the ontology ("visited")."""
        return tuple(edge for edge in self.data.edges if relation in (None, edge.relation))

    def find(self, name: str) -> tuple[Entity, ...]:
        """Return the entities that bear a name, as their label or another of their names.

        Case, width of characters and runs of spaces do not matter. Namesakes all come.
        """
        return tuple(self._by_name.get(_folded(name), ()))

    def label(self, identifier: str) -> str:
        """Return what an entity, a post ("Mayor, Jinfeng City") or an event of the graph is called.

        Raises `KeyError` for an id of another graph.
        """
        return self._labels[identifier]

    def evidence(self, edge: Edge) -> list[tuple[Claim, tuple[str, ...]]]:
        """Return the claims that an edge rests on, each with the sentences that say so.

        The sentence of the act comes first; those that supply an argument follow. Raises `KeyError`
        for an edge of another graph.
        """
        claims = (self._claims[identifier] for identifier in edge.claims)
        return [(claim, self._quotes(claim)) for claim in claims]

    def sources(self, edge: Edge) -> tuple[str, ...]:
        """Return the ids of the documents that say an edge, reprints of one another counted once."""
        told = {self._claims[claim].evidence.document for claim in edge.claims}
        first = {each.id: each.near_duplicate_of or each.id for each in self.data.documents}
        return tuple(sorted({first[name] for name in told}))

    def as_of(self, moment: str) -> Graph:
        """Return the graph as it was on a day, in a month or in a year: "2022-06-15", "2022-06", "2022".

        It holds the posts in which people were then seen, and what had happened by the end of that
        time. Raises ValueError if `moment` is none.
        """
        from graphbuild.assemble.moments import as_of

        return replace(self, data=as_of(self.data, moment))

    def contradictions(self) -> tuple[Contradiction, ...]:
        """Return the pairs of tenures that cannot both be right, such as two mayors of one city at once."""
        from graphbuild.assemble import contradictions

        return tuple(contradictions(self.data.tenures, {post.id: post for post in self.data.posts}))

    def possibly_same(self) -> tuple[Edge, ...]:
        """Return the pairs that may be one; score and reasons are the confidence and rule of their claims."""
        return self.edges("possiblySameAs")

    def coverage(self) -> tuple[Coverage, ...]:
        """Return of each article how many sentences gave something, and which only promised to."""
        documents = {document.id for document in self.data.documents}
        return tuple(each for each in self.data.coverage if each.document in documents)

    def set_phrases(self) -> tuple[SetPhrase, ...]:
        """Return the set phrases of the articles, which make no nodes, with the names in them."""
        documents = {document.id for document in self.data.documents}
        return tuple(each for each in self.data.set_phrases if each.document in documents)

    def only_in_set_phrases(self) -> tuple[HollowName, ...]:
        """Return the leaders and bodies that set phrases name and no node bears the name of."""
        from graphbuild.export.coverage import hollow_names

        entities = self.data.entities
        aliases = (text for entity in entities for text, _ in entity.labels)
        return hollow_names(self.set_phrases(), [*(entity.label for entity in entities), *aliases])

    def summary(self) -> Summary:
        """Count documents, sentences, entities, edges, and the claims kept out of the edges."""
        held_back = filter(None, map(held_back_as, self.data.claims))
        return Summary(
            documents=len(self.data.documents),
            sentences=self.data.sentences_read,
            entities=counted(entity.type for entity in self.data.entities),
            edges=counted(edge.relation for edge in self.data.edges),
            held_back=counted(held_back),
            unread=sum(len(each.gaps) for each in self.coverage()),
            problems=len(self.problems),
        )

    def to_networkx(self) -> networkx.MultiDiGraph[str]:
        """Return a networkx graph: entity ids as nodes, relations as keys of parallel edges."""
        from graphbuild.export.networks import to_networkx

        return to_networkx(self.data)

    def to_rdflib(self, base: str = DEFAULT_BASE) -> rdflib.Graph:
        """Return an rdflib graph that holds the triples of `to_turtle`."""
        from graphbuild.export.rdf import to_rdflib

        return to_rdflib(self.data, base)

    def to_turtle(self, base: str = DEFAULT_BASE) -> str:
        """Return the graph as RDF 1.1 Turtle: sorted, without blank nodes, the same in every run."""
        from graphbuild.export.turtle import to_turtle

        return to_turtle(self.data, base)

    def to_html(self, title: str = DEFAULT_TITLE, language: str = "en") -> str:
        """Return the viewer: one HTML page that shows the graph and asks nothing of the network.

        `language` ("en" or "zh") is the one that the page opens in.
        """
        from graphbuild.export.html import to_html

        return to_html(self.data, title=title, language=language)

    def to_graphml(self) -> bytes:
        """Return the graph as GraphML in UTF-8, for Gephi, yEd, Cytoscape and igraph."""
        from graphbuild.export.networks import write_graphml

        return _written(self.data, write_graphml)

    def to_node_link(self) -> dict[str, object]:
        """Return the graph as a dictionary in networkx's node-link form, ready for JSON."""
        from graphbuild.export.networks import to_node_link

        return to_node_link(self.data)

    def to_gexf(self) -> bytes:
        """Return the graph as GEXF in UTF-8, for Gephi."""
        from graphbuild.export.networks import write_gexf

        return _written(self.data, write_gexf)

    def to_jsonld(self, base: str = DEFAULT_BASE) -> str:
        """Return the graph as JSON-LD with its context: plain JSON to read, RDF to load."""
        from graphbuild.export.jsonld import write_jsonld

        return _written(self.data, lambda data, stream: write_jsonld(data, stream, base)).decode()

    def to_table(self, name: str) -> pyarrow.Table:
        """Return a table, such as "edges" or "tenures"; its ``to_pandas()`` gives a data frame.

        Raises `ExportError` if there is no table of that name.
        """
        from graphbuild.export.parquet_tables import to_table

        return to_table(self.data, name)

    def show(
        self,
        ego: str | Iterable[str] | None = None,
        depth: int = 1,
        types: Iterable[str] = (),
        relations: Iterable[str] = (),
        since: str = "",
        until: str = "",
        min_confidence: float = 0.0,
    ) -> Path | None:
        """Show the viewer, of the whole graph or of a part: the arguments are those of `subgraph`.

        In a notebook (Jupyter, VS Code) the page appears below the cell, in a frame of its own, and
        nothing is returned. Elsewhere the browser opens it; the temporary file that it is in is returned.
        """
        from graphbuild.export.html.frame import displayed, opened

        part = self.subgraph(ego, depth, types, relations, since, until, min_confidence)
        page = part.to_html()
        return None if displayed(page, DEFAULT_TITLE) else opened(page)

    def subgraph(
        self,
        ego: str | Iterable[str] | None = None,
        depth: int = 1,
        types: Iterable[str] = (),
        relations: Iterable[str] = (),
        since: str = "",
        until: str = "",
        min_confidence: float = 0.0,
    ) -> Graph:
        """Return a part of the graph, with the evidence, events and tenures of what is in it.

        `ego` names entities, by any of their names or by id: the part is what lies within `depth`
        edges of them. `types` are classes of the ontology, `relations` its properties, `since` and
        `until` ISO days or their beginnings ("2021-06"); edges without a year are then left out, and
        claims of less than `min_confidence` (0 to 1) always are. Without arguments the graph itself.

        Raises `KeyError` if nothing bears the name of `ego`, `OntologyError` for an unknown type or relation.
        """
        from graphbuild.assemble.selection import Selection, subgraph
        from graphbuild.ontology import ontology

        names = [ego] if isinstance(ego, str) else list(ego or ())
        selection = Selection(frozenset(types), frozenset(relations), since, until, min_confidence)
        for name in sorted({*selection.types, *selection.relations}):
            ontology().label(name, "en")
        if not names and selection == Selection(frozenset(), frozenset()):
            return self
        found = frozenset(identifier for name in names for identifier in self._bearers(name))
        return Graph(subgraph(self.data, selection, found, depth), self.problems)

    def _bearers(self, name: str) -> list[str]:
        """Return the ids of the entities with a name or id; raise `KeyError` if there is none."""
        found = [entity.id for entity in self.find(name)] or [name] * (name in self._labels)
        if not found:
            raise KeyError(f"nothing in the graph is called {name!r}; see graph.find()")
        return found

    def write(
        self,
        folder: str | Path,
        formats: Iterable[str] = ("ttl", "html"),
        base: str = DEFAULT_BASE,
        title: str = DEFAULT_TITLE,
    ) -> tuple[Path, ...]:
        """Write ``graph.ttl``, ``graph.html`` and so on into a folder, and return their paths.

        `formats` are some of `FORMATS`; "ttl.gz" is Turtle compressed with gzip. Each file is
        written under a temporary name first, and all are put in place when every one is complete.
        Raises `ExportError` if a format is unknown or the folder cannot be written; what was there
        before is then left as it was.
        """
        settings = Settings(base, title)
        files = dict(
            found for name in dict.fromkeys(formats) for found in files_of(name, self.data, settings)
        )
        if self.redirects and "graph.ttl" in files:
            turtle = to_redirects(dict(self.redirects), base).encode()
            files[REDIRECTS] = lambda stream: stream.write(turtle)
        return replace_together(Path(folder), files)

    @cached_property
    def _by_name(self) -> dict[str, list[Entity]]:
        names: dict[str, list[Entity]] = {}
        for entity in self.data.entities:
            texts = (entity.label, *(text for text, _ in entity.labels))
            for name in dict.fromkeys(map(_folded, texts)):
                names.setdefault(name, []).append(entity)
        return names

    @cached_property
    def _labels(self) -> dict[str, str]:
        found = {event.id: event.label for event in self.data.events}
        found |= {entity.id: entity.label for entity in self.data.entities}
        for post in self.data.posts:
            found[post.id] = ", ".join([post.title, *([found[post.post_in]] if post.post_in else [])])
        return found

    @cached_property
    def _claims(self) -> dict[str, Claim]:
        return {claim.id: claim for claim in self.data.claims}

    @cached_property
    def _sentences(self) -> dict[tuple[str, Span], str]:
        return {(sentence.document, sentence.span): sentence.text for sentence in self.data.sentences}

    def _quotes(self, claim: Claim) -> tuple[str, ...]:
        evidence = claim.evidence
        return tuple(self._sentences[evidence.document, span] for span in evidence.sentences)

    def __repr__(self) -> str:
        data = self.data
        counts = (len(data.documents), len(data.entities), len(data.edges))
        return "<Graph: {} documents, {} entities, {} edges>".format(*counts)

    def _repr_html_(self) -> str:
        """Show counts by class and by relation, and the first visits, in a notebook."""
        from graphbuild.export.overview import overview

        summary = self.summary()
        read = {"documents": summary.documents, "sentences": summary.sentences, "problems": summary.problems}
        groups = {"nodes": summary.entities, "edges": summary.edges, "no edge, for": summary.held_back}
        return overview(self.data, repr(self), {"read": read, **groups})


def _written(data: GraphData, write: Callable[[GraphData, BinaryIO], None]) -> bytes:
    stream = BytesIO()
    write(data, stream)
    return stream.getvalue()


def held_back_as(claim: Claim) -> str:
    """Return how a claim is kept out of the edges, as `Summary.held_back` calls it; "" if it is not."""
    if claim.factual or claim.relation == "possiblySameAs":
        return ""
    return UNSURE if claim.modality in FACTUAL else claim.modality


def counted(names: Iterable[str]) -> dict[str, int]:
    """Count names, the most frequent first, equals in alphabetical order."""
    counts = Counter(names).items()
    return dict(sorted(counts, key=lambda item: (-item[1], item[0])))


def _folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())
