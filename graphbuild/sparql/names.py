"""Why a question has no answer: a name that no node bears, and those that look like it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from graphbuild.errors import QueryError
from graphbuild.ontology import NAMESPACE
from graphbuild.sparql.binding import Value

if TYPE_CHECKING:
    from pyoxigraph import Store

    from graphbuild.sparql.questions import Parameter, Question

_NAMES: Final = """PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT DISTINCT ?name WHERE {{
  VALUES ?class {{ {classes} }}
  ?node a ?class ; ?bears ?name .
  VALUES ?bears {{ skos:prefLabel skos:altLabel }}
}}"""


def unknown_names(store: Store, question: Question, values: Mapping[str, Value | Iterable[Value]]) -> None:
    """Raise `QueryError` if a parameter names what no node of its classes is called.

    For a question that found nothing: a name that is misspelt and a person who did nothing must not
    look alike.
    """
    for name, given in values.items():
        parameter = question.parameter(name)
        if parameter is None or not parameter.classes:
            continue
        known = _names(store, parameter)
        for value in (
            [given] if isinstance(given, str) else list(given) if isinstance(given, Iterable) else []
        ):
            if str(value).casefold() not in known and not _is_node(store, str(value)):
                raise QueryError(_said(parameter, str(value), known))


def _names(store: Store, parameter: Parameter) -> dict[str, str]:
    """Return the names of all nodes of the parameter's classes, by themselves without case."""
    classes = " ".join(f"<{NAMESPACE}{name}>" for name in parameter.classes)
    rows = store.query(_NAMES.format(classes=classes), use_default_graph_as_union=True)
    names = sorted(row[0].value for row in rows)  # type: ignore[union-attr]
    return {name.casefold(): name for name in names}


def _is_node(store: Store, value: str) -> bool:
    from pyoxigraph import NamedNode

    try:
        return next(store.quads_for_pattern(NamedNode(value), None, None, None), None) is not None
    except ValueError:
        return False


def _said(parameter: Parameter, value: str, known: Mapping[str, str]) -> str:
    near = [known[each] for each in get_close_matches(value.casefold(), known, n=3, cutoff=0.7)]
    near += [name for key, name in known.items() if value.casefold() in key and name not in near][
        : 3 - len(near)
    ]
    kind = parameter.kind[0].lower() + parameter.kind[1:]
    hint = (
        f"did you mean {' or '.join(near)}?"
        if near
        else "names are those of skos:prefLabel and skos:altLabel"
    )
    return f"no {kind} of this graph is called {value!r}; {hint}"
