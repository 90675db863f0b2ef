"""What a query gives, as values: rows with columns, or triples."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from importlib import import_module
from itertools import islice
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from graphbuild.errors import MissingExtraError, QueryError

if TYPE_CHECKING:
    from pyoxigraph import Store, Triple

Cell: TypeAlias = str | int | float | bool | Decimal | date | None
"""A value of a row: an IRI or a text as str, numbers, days and truth values as such, None where unbound."""

_XSD: Final = "http://www.w3.org/2001/XMLSchema#"
_INTEGERS: Final = ("integer", "positiveInteger", "nonNegativeInteger", "int", "long")
_PYTHON: Final[dict[str, Callable[[str], Cell]]] = {
    **{_XSD + name: int for name in _INTEGERS},
    _XSD + "decimal": Decimal,
    _XSD + "double": float,
    _XSD + "float": float,
    _XSD + "boolean": lambda text: text in {"true", "1"},
    _XSD + "date": date.fromisoformat,
}
_LONGEST: Final = 100
_TICK: Final = 0.1
"""Seconds between two looks at the keyboard while a query runs."""


@dataclass(frozen=True)
class Answer:
    """The rows of an answer. `terms` are oxigraph's, None where a row leaves a column open.

    SELECT gives its own columns, ASK one row under "answer", CONSTRUCT and DESCRIBE triples under
    "subject", "predicate" and "object". `more` tells that rows beyond a limit were left out.
    """

    columns: tuple[str, ...]
    terms: tuple[tuple[object, ...], ...]
    triples: bool = False
    more: bool = False

    @property
    def rows(self) -> list[tuple[Cell, ...]]:
        """The rows as Python values."""
        return [tuple(map(_cell, row)) for row in self.terms]

    def __iter__(self) -> Iterator[dict[str, Cell]]:
        """Yield each row as a dictionary by column."""
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.terms)

    def to_pandas(self) -> Any:  # noqa: ANN401 - pandas is not needed to use us
        """Return a `pandas.DataFrame`; raise `MissingExtraError` where it is not installed."""
        try:
            frame = import_module("pandas").DataFrame
        except ImportError:
            raise MissingExtraError("pandas is not installed: pip install 'graphbuild[pandas]'") from None
        return frame(self.rows, columns=list(self.columns))

    def to_csv(self) -> str:
        """Return the rows as CSV, in which no cell can be a formula."""
        from graphbuild.sparql.formats import to_csv

        return to_csv(self)

    def to_json(self) -> str:
        """Return the answer in the SPARQL 1.1 Query Results JSON Format; triples as JSON-LD."""
        from graphbuild.sparql.formats import to_json

        return to_json(self)

    def to_turtle(self) -> str:
        """Return the triples of a CONSTRUCT as Turtle; raise `QueryError` for an answer of rows."""
        from graphbuild.sparql.formats import to_turtle

        return to_turtle(self)

    def _repr_html_(self) -> str:
        from graphbuild.sparql.formats import to_html

        return to_html(self)


def run(store: Store, text: str, *, limit: int | None = None, seconds: float | None = None) -> Answer:
    """Ask a store, for at most so many rows and seconds.

    Oxigraph works in a thread of its own, so that Ctrl-C and the time limit are heeded while it is
    deep in a query. Raises `QueryError` if the query is none, is an update, or takes too long.
    """
    done: SimpleQueue[Answer | Exception] = SimpleQueue()
    Thread(target=lambda: done.put(_caught(store, text, limit)), daemon=True).start()
    outcome = _awaited(done, seconds)
    if isinstance(outcome, Exception):
        raise outcome
    return outcome


def _awaited(done: SimpleQueue[Answer | Exception], seconds: float | None) -> Answer | Exception:
    waited = 0.0
    while seconds is None or waited < seconds:
        try:
            return done.get(timeout=_TICK)
        except Empty:
            waited += _TICK
    return QueryError(f"no answer within {seconds:g} s; ask for less, or allow more time with --timeout")


def _caught(store: Store, text: str, limit: int | None) -> Answer | Exception:
    """Return an answer or the error: what a thread raises, nobody sees."""
    try:
        return _asked(store, text, limit)
    except SyntaxError as error:
        problem = " ".join(str(error).split())[:_LONGEST]  # the parser lists every letter that it would take
        return QueryError(f"not a query (SELECT, ASK, CONSTRUCT or DESCRIBE): {problem}")
    except (RuntimeError, OSError, ValueError) as error:
        return QueryError(f"the query failed: {error}")


def _asked(store: Store, text: str, limit: int | None) -> Answer:
    from pyoxigraph import QueryBoolean, QuerySolutions

    from graphbuild.sparql.formats import PREFIXES

    found = store.query(text, prefixes=PREFIXES, use_default_graph_as_union=True)
    if isinstance(found, QueryBoolean):
        return Answer(("answer",), ((bool(found),),))
    if isinstance(found, QuerySolutions):
        columns = tuple(variable.value for variable in found.variables)
        rows, more = _first(map(tuple, found), limit)
        return Answer(columns, rows, more=more)
    rows, more = _first((_parts(triple) for triple in found), limit)
    return Answer(("subject", "predicate", "object"), rows, triples=True, more=more)


def _first(
    rows: Iterator[tuple[object, ...]], limit: int | None
) -> tuple[tuple[tuple[object, ...], ...], bool]:
    found = tuple(islice(rows, limit))
    return found, limit is not None and next(rows, None) is not None


def _parts(triple: Triple) -> tuple[object, ...]:
    return (triple.subject, triple.predicate, triple.object)


def _cell(term: object) -> Cell:
    if term is None or isinstance(term, bool):
        return term
    value = str(getattr(term, "value", term))
    datatype = getattr(getattr(term, "datatype", None), "value", "")
    try:
        return _PYTHON[datatype](value) if datatype in _PYTHON else value
    except (ValueError, ArithmeticError):
        return value
