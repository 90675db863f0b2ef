"""Every error that graphbuild raises on purpose.

The family::

    GraphbuildError
    ├── ReadError          a source cannot be read as an article
    ├── ModelError         a spaCy pipeline that was named is not installed or lacks a component
    ├── OntologyError      the ontology is malformed, or a term is used that it does not define
    ├── MissingExtraError  an optional package is needed
    ├── StoreError         a workspace cannot be used as it is
    └── ExportError        an output cannot be written

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
