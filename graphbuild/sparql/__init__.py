"""Questions to a graph in SPARQL, answered by oxigraph on this machine: those that ship, and one's own.

    >>> from graphbuild.sparql import query
    >>> query("output", "posts", who="Fan Zhengyu").to_pandas()  # doctest: +SKIP

Queries only read: updates and federation (SERVICE) are refused, and nothing is fetched.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from graphbuild.errors import QueryError
from graphbuild.graph import Graph
from graphbuild.sparql.answer import Answer, run
from graphbuild.sparql.binding import Value, bound, refuse_federation
from graphbuild.sparql.dataset import find_source, location, open_store
from graphbuild.sparql.names import unknown_names
from graphbuild.sparql.questions import Parameter, Question, parse, question, shipped

if TYPE_CHECKING:
    from pyoxigraph import Store

__all__ = [
    "Answer",
    "Parameter",
    "Question",
    "ask",
    "find_source",
    "location",
    "open_store",
    "query",
    "question",
    "read_question",
    "shipped",
]


def query(
    graph: Graph | Store | str | Path,
    question: str | Question,
    /,
    *,
    limit: int | None = None,
    timeout: float | None = None,
    **parameters: Value | Iterable[Value],
) -> Answer:
    """Ask a graph a question and return its answer: rows, with `Answer.to_pandas` and others.

    `graph` is a `Graph`, an RDF file or an output folder; `open_store` turns any of them into a
    store that can be asked again and again. `question` is the name of a shipped question ("posts"),
    a file of SPARQL or SPARQL itself; the prefixes that graphbuild writes need not be declared.
    `parameters` fill its VALUES blocks: a name, a day, a number, or several of them. `timeout` is in
    seconds. Raises `QueryError` if the graph cannot be opened, the question cannot be read, a
    parameter is unknown, missing or wrong, or no node bears a name that was asked for.
    """
    asked = question if isinstance(question, Question) else read_question(question)
    return ask(open_store(graph), asked, parameters, limit=limit, seconds=timeout)


def ask(
    store: Store,
    question: Question,
    parameters: dict[str, Value | Iterable[Value]],
    *,
    limit: int | None = None,
    seconds: float | None = None,
) -> Answer:
    """Ask an open store; raises `QueryError` as `query` does."""
    refuse_federation(question.text)
    text = bound(question, parameters)
    answer = run(store, text, limit=limit, seconds=seconds)
    if not answer:
        unknown_names(store, question, parameters)
    return answer


def read_question(text: str | Path) -> Question:
    """Return a question by the name of a shipped one, by the path of a file, or from SPARQL itself.

    Raises `QueryError` if it is none of the three.
    """
    given = str(text)
    if any(char in given for char in "{\n"):
        return parse(given)
    path = Path(given)
    if path.suffix in {".rq", ".sparql"} or path.is_file():
        try:
            return parse(path.read_text("utf-8-sig"), path.stem, str(path))
        except FileNotFoundError:
            return question(path.name)
        except (OSError, UnicodeDecodeError) as error:
            raise QueryError(f"{path}: cannot be read as a query: {error}") from error
    return question(given)
