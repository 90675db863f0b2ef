"""graphbuild/sparql/binding.py: values are bound as terms, whatever they hold."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Store

from graphbuild.errors import QueryError
from graphbuild.sparql import ask, question
from graphbuild.sparql.binding import bound, refuse_federation
from graphbuild.sparql.questions import parse

ECHO = parse("# What?\n# param who (text, optional): x\nSELECT ?who WHERE { VALUES ?who { UNDEF } }")


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    """A value is data: quotes, braces, escapes and SPARQL in it do nothing."""
    assert ask(Store(), ECHO, {"who": text}).rows == [(text,)]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=4))
def test_several_values_ask_for_any(texts: list[str]) -> None:
    """Values given together stand in one block."""
    assert [row[0] for row in ask(Store(), ECHO, {"who": texts}).rows] == texts


def test_half_a_character_is_replaced() -> None:
    """A lone surrogate, which no encoding holds, becomes U+FFFD."""
    assert ask(Store(), ECHO, {"who": "a\ud800b"}).rows == [("a\ufffdb",)]


@pytest.mark.parametrize(
    ("kind", "value", "row"),
    [("date", "2024-05-16", date(2024, 5, 16)), ("integer", 20, 20), ("decimal", "1e2", 100)],
)
def test_values_get_the_type_of_their_parameter(kind: str, value: object, row: object) -> None:
    """A parameter that is declared as a day or a number becomes one."""
    typed = parse(ECHO.text.replace("(text", f"({kind}"))
    assert ask(Store(), typed, {"who": value}).rows == [(row,)]  # type: ignore[dict-item]


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("date", "16 May"),
        ("integer", "many"),
        ("decimal", "nan"),
        ("decimal", "1e99999"),
        ("relation", "likes"),
    ],
)
def test_a_value_of_another_kind_is_refused(kind: str, value: str) -> None:
    """What is no day, number or relation is told with what would be right."""
    typed = parse(ECHO.text.replace("(text", f"({kind}"))
    with pytest.raises(QueryError, match=f"{value}.* no {kind}"):
        bound(typed, {"who": value})


def test_a_missing_parameter_is_told_with_an_example() -> None:
    """A question that is about someone says so."""
    with pytest.raises(QueryError, match=r'paths needs who: for example who "'):
        bound(question("paths"), {})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (question("visits").text, "choose from who, what, since, until"),
        ("ASK { ?s ?p ?o }", "VALUES \\?whom { UNDEF }"),
    ],
)
def test_an_unknown_parameter_is_told(text: str, said: str) -> None:
    """A parameter that a query lacks is an error that says which it has."""
    with pytest.raises(QueryError, match=said):
        bound(parse(text), {"whom": "x"})


def test_no_values_are_no_question() -> None:
    """An empty list is not everything."""
    with pytest.raises(QueryError, match="without a value"):
        bound(ECHO, {"who": []})


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://x.example/> { ?s ?p ?o } }",
        "SELECT * { service silent ?x { ?s ?p ?o } }",
        "SELECT * { SERVICE#\n# <\n<http://x.example/>#{\n{ ?s ?p ?o } }",
        "SELECT * { ?s ?p trueSERVICE ex:here{ ?s ?p ?o } }",
        "SELECT * { FILTER(?a<'x>y') SERVICE <http://x.example/> { ?s ?p 'o' } }",
    ],
)
def test_federation_is_refused(text: str) -> None:
    """A pattern that would ask another server is refused, however it is written."""
    with pytest.raises(QueryError, match="SERVICE"):
        refuse_federation(text)


def test_the_word_service_is_no_federation() -> None:
    """Names and texts may speak of services."""
    refuse_federation(
        "SELECT * { ?service rdfs:label 'Civil Service' ; sd:Service ?x . { ?a ?b ?c } } # service {"
    )


@pytest.mark.parametrize(
    "text",
    ["DELETE WHERE { ?s ?p ?o }", "LOAD <http://x.example/>", "CLEAR ALL", "\\u0053ELECT * {}", "SELECT"],
)
def test_what_is_no_query_is_refused(text: str) -> None:
    """Updates and nonsense are one line that says what would be taken."""
    with pytest.raises(QueryError, match=r"not a query \(SELECT, ASK"):
        ask(Store(), parse(text), {})
