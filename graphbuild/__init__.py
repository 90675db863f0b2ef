"""graphbuild reads news about what officials do and builds a knowledge graph.

    >>> import graphbuild
    >>> graph = graphbuild.build(["articles/"])  # doctest: +SKIP
    >>> graph.write("output")  # doctest: +SKIP

The public names load on first use, so that ``import graphbuild`` itself costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from graphbuild.errors import (
        DecisionError,
        ExportError,
        GraphbuildError,
        MissingExtraError,
        ModelError,
        OntologyError,
        QueryError,
        ReadError,
        StoreError,
    )
    from graphbuild.graph import Graph
    from graphbuild.model import Document
    from graphbuild.pipeline import build
    from graphbuild.sparql import query
    from graphbuild.validation import validate
    from graphbuild.workspace import Workspace, open

__version__: Final = "0.1.0"

__all__ = [
    "DecisionError",
    "Document",
    "ExportError",
    "Graph",
    "GraphbuildError",
    "MissingExtraError",
    "ModelError",
    "OntologyError",
    "QueryError",
    "ReadError",
    "StoreError",
    "Workspace",
    "__version__",
    "build",
    "open",
    "query",
    "validate",
]

_HOMES: Final = {
    "DecisionError": "graphbuild.errors",
    "Document": "graphbuild.model",
    "ExportError": "graphbuild.errors",
    "Graph": "graphbuild.graph",
    "GraphbuildError": "graphbuild.errors",
    "MissingExtraError": "graphbuild.errors",
    "ModelError": "graphbuild.errors",
    "OntologyError": "graphbuild.errors",
    "QueryError": "graphbuild.errors",
    "ReadError": "graphbuild.errors",
    "StoreError": "graphbuild.errors",
    "Workspace": "graphbuild.workspace",
    "build": "graphbuild.pipeline",
    "open": "graphbuild.workspace",
    "query": "graphbuild.sparql",
    "validate": "graphbuild.validation",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
