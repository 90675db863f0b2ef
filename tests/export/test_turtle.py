"""graphbuild/export/turtle.py: the same bytes in every order, and nothing lost on the way."""

from __future__ import annotations

from dataclasses import fields, replace
from io import BytesIO
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, RdfFormat, parse
from rdflib import Graph, URIRef

from graphbuild.errors import ExportError
from graphbuild.export.iris import Iris
from graphbuild.export.terms import PREFIXES, clean
from graphbuild.export.triples import triples
from graphbuild.export.turtle import to_turtle, write_turtle
from graphbuild.model import Document, Entity, GraphData, Sentence, Span
from tests.samples import sample

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=40)
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
HOSTILE = [
    '" . <https://evil.example/> <https://evil.example/> "',
    '\\"\'\'\'"""\\u0041\\',
    "<script>alert(1)</script>",
    "line\r\nline\u2028line\x85line\ttab",
    "NUL \x00, escape \x1b, lone \ud800 and \udfff, noncharacter \uffff",
    "𠮷 🇨🇳 e\u0301 \u202e right to left",
    "@prefix gb: <https://evil.example/> .",
    "",
]


def shuffled(data: GraphData, random: Random) -> GraphData:
    """Return the same graph with each of its tuples in another order."""
    tuples = {each.name: getattr(data, each.name) for each in fields(data)}
    mixed = {
        key: tuple(random.sample(value, len(value)))
        for key, value in tuples.items()
        if value and key != "sentences_read"
    }
    return replace(data, **mixed)


@settings(max_examples=20, deadline=None)
@given(st.randoms(use_true_random=False))
def test_same_bytes_in_any_order(random: Random) -> None:
    """However the parts of a graph are ordered, its Turtle is the same to the byte."""
    assert to_turtle(shuffled(sample(), random)) == to_turtle(sample())


def test_parses_to_the_triples_written() -> None:
    """Both oxigraph and rdflib read back every triple."""
    text = to_turtle(sample())
    back = {quad.triple for quad in parse(text, format=RdfFormat.TURTLE)}
    assert back == set(triples(sample()))
    assert len(Graph().parse(data=text, format="turtle")) == len(back)


def test_written_and_returned_are_the_same() -> None:
    """The stream gets the UTF-8 of the string."""
    stream = BytesIO()
    write_turtle(sample(), stream)
    assert stream.getvalue().decode("utf-8") == to_turtle(sample())


def test_prefixes_are_declared() -> None:
    """The vocabularies and the base have prefixes, and data is written with them."""
    text = to_turtle(sample(), "https://example.org/kg#")
    assert "@prefix id: <https://example.org/kg#> ." in text
    for prefix, namespace in PREFIXES.items():
        assert f"@prefix {prefix}: <{namespace}> ." in text
    assert "id:official-lu-qinghe-1d20 a gb:Official ;" in text
    assert "w3id.org/graphbuild/id/" not in text


def test_no_blank_nodes() -> None:
    """Nothing is anonymous."""
    assert "_:" not in to_turtle(sample())
    assert "[" not in to_turtle(sample())


def test_an_empty_graph_is_valid() -> None:
    """A graph without documents is prefixes and nothing else."""
    assert list(parse(to_turtle(GraphData()), format=RdfFormat.TURTLE)) == []


def test_a_bad_base_is_refused_before_anything_is_written() -> None:
    """A base that breaks out of its IRI leaves the stream untouched."""
    stream = BytesIO()
    with pytest.raises(ExportError, match="base"):
        write_turtle(sample(), stream, "https://example.org/> . <x/")
    assert stream.getvalue() == b""


def hostile_graph(text: str) -> GraphData:
    """Return a graph that bears a text wherever a string can stand."""
    document = Document(text, (), text, url=text, publisher=text, published=text, language=text)
    sentence = Sentence(document.id, Span(0, len(text)), text)
    entity = Entity(f"official-{text}", "Official", text, text, labels=((text, text),))
    project = Entity(f"project-{text}", "Project", text, attributes=(("phase", text), ("currency", text)))
    events = tuple(
        replace(event, label=text, topics=(text,), id=f"{event.id}{text}") for event in sample().events
    )
    return replace(
        sample(),
        documents=(*sample().documents, document),
        sentences=(*sample().sentences, sentence),
        entities=(*sample().entities, entity, project),
        posts=tuple(replace(post, title=text) for post in sample().posts),
        events=events,
    )


def label_of(text: str, found: str) -> tuple[str, str]:
    """Return the label of the official in the Turtle as oxigraph and as rdflib read it."""
    node = Iris("https://w3id.org/graphbuild/id/").node(f"official-{text}")
    (oxigraph,) = {
        quad.object.value
        for quad in parse(found, format=RdfFormat.TURTLE)
        if quad.subject == NamedNode(node) and quad.predicate == NamedNode(LABEL)
    }
    (rdflib,) = Graph().parse(data=found, format="turtle").objects(URIRef(node), URIRef(LABEL))
    return oxigraph, str(rdflib)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_strings_everywhere_come_back_whole(text: str) -> None:
    """Whatever stands in names, titles, addresses and ids is read back as data by both libraries."""
    turtle = to_turtle(hostile_graph(text))
    assert label_of(text, turtle) == (clean(text), clean(text))
    assert "<https://evil.example/>" not in {
        str(quad.subject) for quad in parse(turtle, format=RdfFormat.TURTLE)
    }


@settings(max_examples=40, deadline=None)
@given(ANY_TEXT)
def test_any_string_comes_back_whole(text: str) -> None:
    """No string breaks the Turtle or is changed more than by the replacement of forbidden characters."""
    data = GraphData(entities=(Entity(f"official-{text}", "Official", text, text),))
    assert label_of(text, to_turtle(data)) == (clean(text), clean(text))


@given(ANY_TEXT)
def test_cleaning_moves_no_offset(text: str) -> None:
    """Forbidden characters are replaced one for one, and what is left can be encoded."""
    assert len(clean(text)) == len(text)
    assert clean(text).encode("utf-8").decode("utf-8") == clean(text)
    assert clean(clean(text)) == clean(text)
