"""Whether a graph keeps the rules of ``ontology/shapes.ttl``, and where it does not.

The SHACL shapes are turned into SPARQL, one query for each constraint, so that a graph of a million
triples is checked by oxigraph in seconds. A test holds the outcome against pySHACL's.
"""

from __future__ import annotations

from graphbuild.validation.report import Violation, validate

__all__ = ["Violation", "validate"]
