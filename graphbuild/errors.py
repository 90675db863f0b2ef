"""Every error that graphbuild raises on purpose.

The family::

    GraphbuildError
    ├── ReadError          a source cannot be read as an article
    ├── ModelError         a spaCy pipeline that was named is not installed or lacks a component
    ├── OntologyError      the ontology is malformed, or a term is used that it does not define
    ├── MissingExtraError  an optional package is needed
    ├── StoreError         a workspace cannot be used as it is
    ├── ExportError        an output cannot be written
    ├── GoldError          a file of hand-made gold, or of floors under it, is malformed
    ├── DecisionError      a curator's decision cannot be read or applied
    └── QueryError         a graph cannot be opened, asked or served as it was wanted

A message names the file or document, says what is wrong and what would be right.
"""

from __future__ import annotations


class GraphbuildError(Exception):
    """Base of the family: catch it to catch all that graphbuild raises on purpose."""


class ReadError(GraphbuildError):
    """A source cannot be read as an article; the others can still be built."""

    def __init__(self, source: str, problem: str) -> None:
        super().__init__(f"{source}: {problem}")
        self.source = source
        self.problem = problem


class ModelError(GraphbuildError):
    """A spaCy pipeline that was named is not installed, or lacks a component that is needed."""


class OntologyError(GraphbuildError):
    """The ontology file is malformed, or a term is used that it does not define."""


class MissingExtraError(GraphbuildError):
    """An optional package is needed; the message holds the command that installs it."""


class StoreError(GraphbuildError):
    """A workspace is damaged, of another format, or in the hands of another process."""


class ExportError(GraphbuildError):
    """An output cannot be written; what was there before is left as it was."""


class GoldError(GraphbuildError):
    """A file of hand-made gold, or of the floors under its figures, is missing or malformed.

    `field` is the place in the file ("posts[3].title"), empty when the whole file is meant.
    """

    def __init__(self, source: str, field: str, problem: str) -> None:
        super().__init__(f"{source}: {field} {problem}" if field else f"{source}: {problem}")
        self.source = source
        self.field = field
        self.problem = problem


class QueryError(GraphbuildError):
    """A graph cannot be opened, asked or served; the message says what would be right."""


class DecisionError(GraphbuildError):
    """A file of decisions cannot be read, or one of them cannot be used; `line` is 0 when it is the file."""

    def __init__(self, source: str, line: int, problem: str) -> None:
        super().__init__(f"{source}, line {line}: {problem}" if line else f"{source}: {problem}")
        self.source = source
        self.line = line
        self.problem = problem
