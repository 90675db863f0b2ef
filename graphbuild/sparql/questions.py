"""The questions that ship with the ontology: each a SPARQL file that says in its head what it asks.

The head of ``ontology/queries/NAME.rq`` is made of comments::

    # Who visited what?
    # topic: visits
    # param who (Official, optional): Rong Jiayi

After the question come its topic and its parameters: name, kind and an example. A parameter stands
in the query as ``VALUES ?who { UNDEF }``, or with a value of its own where one must be given, so that
every file also runs as it is in any SPARQL 1.1 engine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Final

from graphbuild.errors import OntologyError, QueryError
from graphbuild.ontology import ontology_folder

_PARAMETER: Final = re.compile(
    r"# param (?P<name>\w+) \((?P<kind>[\w ]+?)(?P<optional>, optional)?\): (?P<example>.+)"
)
_TOPIC: Final = "# topic: "


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question may be asked about.

    `kind` is "text", "date", "integer", "decimal", "relation" (the name of an edge), "any" (the name
    of any node), or one or more classes of the ontology joined by " or ": then the value is a name.
    """

    name: str
    kind: str = "text"
    optional: bool = True
    example: str = ""

    @property
    def classes(self) -> tuple[str, ...]:
        """The classes whose names the parameter takes; empty when it takes no name of a node."""
        return tuple(self.kind.split(" or ")) if self.kind[:1].isupper() else ()


@dataclass(frozen=True, slots=True)
class Question:
    """A query with what its head declares; `name` is empty for a query of the user's own."""

    text: str
    name: str = ""
    asks: str = ""
    topic: str = ""
    parameters: tuple[Parameter, ...] = ()

    def parameter(self, name: str) -> Parameter | None:
        """Return the parameter of a name, if the head declares it."""
        return next((each for each in self.parameters if each.name == name), None)


def shipped() -> tuple[Question, ...]:
    """Return the questions that ship with graphbuild, by topic and name.

    Raises `OntologyError` if the head of one cannot be read.
    """
    return tuple(sorted(_shipped().values(), key=lambda question: (question.topic, question.name)))


def question(name: str) -> Question:
    """Return a shipped question; raise `QueryError` with near names if there is none of this name."""
    found = _shipped().get(name.removesuffix(".rq"))
    if found is not None:
        return found
    near = get_close_matches(name, _shipped(), n=3)
    hint = f"did you mean {' or '.join(near)}?" if near else "list them with graphbuild query --list"
    raise QueryError(f"no shipped question is called {name!r}; {hint}")


def parse(text: str, name: str = "", source: str = "the query") -> Question:
    """Return a query with what its head declares; raise `OntologyError` for a parameter written otherwise."""
    head = list(_head(text))
    lines = [line for line in head if line.startswith("# param")]
    topics = [line.removeprefix(_TOPIC) for line in head if line.startswith(_TOPIC)]
    asks = head[0].removeprefix("# ") if head and head[0].endswith("?") else ""
    parameters = tuple(_parameter(line, source) for line in lines)
    return Question(text, name, asks, topics[0] if topics else "", parameters)


def _head(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if not line.startswith("#"):
            return
        yield line.rstrip()


def _parameter(line: str, source: str) -> Parameter:
    found = _PARAMETER.fullmatch(line)
    if found is None:
        problem = "write a parameter as '# param who (Official, optional): An Example'"
        raise OntologyError(f"{source}: {line!r}: {problem}")
    return Parameter(found["name"], found["kind"], bool(found["optional"]), found["example"])


@cache
def _shipped() -> dict[str, Question]:
    paths: list[Path] = sorted((ontology_folder() / "queries").glob("*.rq"))
    return {path.stem: parse(path.read_text("utf-8"), path.stem, path.name) for path in paths}
