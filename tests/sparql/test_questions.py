"""ontology/queries: each question runs in rdflib and in oxigraph, with the rows that are expected.

After a change that is meant, ``python -m tests.sparql.engines`` writes the expected rows anew.
"""

from __future__ import annotations

import pytest
import rdflib
from pyoxigraph import Store

from graphbuild.errors import OntologyError, QueryError
from graphbuild.export.rdf import to_rdflib
from graphbuild.graph import Graph
from graphbuild.model import GraphData
from graphbuild.ontology import ontology
from graphbuild.pipeline import assembled
from graphbuild.sparql import Question, ask, open_store, question, read_question, shipped
from graphbuild.sparql.answer import run
from graphbuild.sparql.binding import bound
from graphbuild.sparql.questions import parse
from tests.reading import read_extraction
from tests.samples import sample
from tests.sparql.engines import (
    ASKED,
    EXAMPLES,
    KEPT,
    as_tsv,
    expected_path,
    name_of,
    oxigraph_rows,
    rdflib_graph,
    rdflib_rows,
)

Asked = tuple[Question, dict[str, str]]
KINDS = {"text", "date", "integer", "decimal", "relation", "any"}


@pytest.mark.parametrize("asked", ASKED, ids=name_of)
@pytest.mark.parametrize("name", EXAMPLES)
def test_both_libraries_give_what_is_expected(name: str, asked: Asked) -> None:
    """A question has equal rows in both, as multisets and numbers by value, and those expected of it."""
    rows = oxigraph_rows(name, *asked)
    assert rdflib_rows(rdflib_graph(name), *asked) == rows
    if name in KEPT:
        assert as_tsv(rows) == expected_path(name, asked).read_text("utf-8")


def test_every_question_finds_something() -> None:
    """Each question has rows on an example, on the hand-written sample, or where posts change hands."""
    stores = [open_store(graph) for graph in (Graph(sample()), _changes())]
    silent = {
        q.name
        for q in shipped()
        if not any(oxigraph_rows(name, q, values) for name in EXAMPLES for each, values in ASKED if each == q)
        and not any(ask(store, Question(q.text), {}) for store in stores)
    }
    assert silent == set()


def _changes() -> Graph:
    """Return a graph of a bureau that changes hands, and of a city with two mayors at once."""
    said = (
        ("Tan Yishan, director of the Yunmo Tax Bureau, spoke.", "2018-03-04"),
        ("Niu Changgeng, director of the Yunmo Tax Bureau, spoke.", "2019-03-04"),
        ("Tan Yishan, mayor of Yunmo City, spoke.", "2018-03-02"),
        ("Kang Wenhe, mayor of Yunmo City, spoke.", "2019-02-02"),
        ("Tan Yishan, mayor of Yunmo City, left.", "2019-05-02"),
        ("Kang Wenhe, mayor of Yunmo City, left.", "2019-06-02"),
    )
    return assembled([read_extraction(text, published=day) for text, day in said])


def test_posts_that_change_hands() -> None:
    """Who follows whom in a post, and who stands in one with another."""
    store = open_store(_changes())
    rows = ask(store, question("successors"), {}).rows
    assert [row[2::2] for row in rows] == [("Tan Yishan", "Niu Changgeng")]
    assert ask(store, question("contested-posts"), {}).rows == [
        ("Mayor", "Yunmo City", "Kang Wenhe", "Tan Yishan", "2019-02-02", "2019-05-02")
    ]


@pytest.mark.parametrize("asked", ASKED, ids=name_of)
def test_an_empty_graph_answers_nothing(asked: Asked) -> None:
    """A question to an empty graph gives no rows, not an error."""
    question, values = asked
    assert rdflib_rows(to_rdflib(GraphData()), question, values) == []
    assert not run(Store(), bound(question, dict(values)))


@pytest.mark.parametrize("shipped_one", shipped(), ids=lambda each: each.name)
def test_the_head_says_all(shipped_one: Question) -> None:
    """Each file begins with a question and a topic; its parameters exist, and stand in it."""
    assert shipped_one.asks.endswith("?")
    assert shipped_one.topic
    for parameter in shipped_one.parameters:
        assert parameter.kind in KINDS or set(parameter.classes) <= set(ontology().classes)
        assert f"VALUES ?{parameter.name} {{" in shipped_one.text
        assert (f"VALUES ?{parameter.name} {{ UNDEF }}" in shipped_one.text) == parameter.optional


@pytest.mark.parametrize("shipped_one", shipped(), ids=lambda each: each.name)
def test_files_run_as_they_are(shipped_one: Question) -> None:
    """A file needs nothing of ours: rdflib and oxigraph take it as it stands."""
    assert rdflib.Graph().query(shipped_one.text) is not None
    assert Store().query(shipped_one.text) is not None


def test_there_are_twenty_five_questions_or_more() -> None:
    """The questions cover the graph."""
    assert len(shipped()) >= 25
    assert {each.topic for each in shipped()} == {"evidence", "meetings", "people", "posts", "visits"}


def test_a_question_goes_by_its_name() -> None:
    """A name is enough, with the ending of its file too; a wrong one brings near ones."""
    assert question("visits.rq") is question("visits")
    with pytest.raises(QueryError, match="did you mean visits"):
        read_question("vists")
    with pytest.raises(QueryError, match="query --list"):
        read_question("qqqq")


def test_a_malformed_parameter_is_told() -> None:
    """A head that declares a parameter in another form is an error that shows the right one."""
    with pytest.raises(OntologyError, match=r"# param who \(Official, optional\)"):
        parse("# What?\n# param who\nASK {}")


def test_known_rows_of_the_sample() -> None:
    """On the hand-written sample, answers are those that its author would give."""
    store = open_store(Graph(sample()))
    rows = ask(store, question("companions"), {"who": "secretary lu"}).rows
    assert [row[2:4] for row in rows] == [(1, "Han Moyu"), (2, "Qiao Annan")]
    assert {row[1] for row in ask(store, question("visits"), {"since": "2021-04-28"}).rows} == set()
    assert ask(store, question("chairs"), {}).rows == [("Peng Shilin", "Jinsui Grain Co., Ltd.")]
    assert len(ask(store, question("planned-not-done"), {})) == 2
