"""graphbuild/ontology.py: the ontology as values."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import graphbuild.ontology as module
from graphbuild.errors import OntologyError
from graphbuild.ontology import load, ontology, ontology_folder

TERM = """
@prefix gb: <https://w3id.org/graphbuild/ns#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
EDGES = {
    "visited", "accompanied", "chairs", "met", "attended", "holdsPost", "partOf", "locatedIn", "investedIn",
    "operates", "jurisdiction", "possiblySameAs",
}  # fmt: skip


def written(tmp_path: Path, text: str) -> Path:
    """Write an ontology file of these terms."""
    path = tmp_path / "graphbuild.ttl"
    path.write_text(TERM + text, encoding="utf-8")
    return path


def test_edges_come_from_the_file() -> None:
    """The relations are the edge properties of the published contract, and no other property is one."""
    assert set(ontology().relations) == EDGES
    assert not EDGES & set(ontology().properties)


def test_domain_and_range_list_the_classes_of_a_union() -> None:
    """A union of classes is given class by class; a datatype by its IRI."""
    visited = ontology().relations["visited"]
    assert visited.domain == ("Official",)
    assert visited.range == ("Place", "Enterprise", "Project", "Body")
    assert ontology().properties["start"].range == ("http://www.w3.org/2001/XMLSchema#nonNegativeInteger",)


def test_labels_by_language_fall_back_to_english() -> None:
    """A label comes in the language asked for, and in English where there is none."""
    assert ontology().label("Official", "zh") == "官员"
    assert ontology().label("Official", "fr") == "official"


def test_types_climb_to_the_superclass() -> None:
    """A visit is also an event; an official has no class above it."""
    assert ontology().types("Visit") == ("Visit", "Event")
    assert ontology().types("Official") == ("Official",)


def test_types_of_a_property_are_refused() -> None:
    """A property is no class."""
    with pytest.raises(OntologyError, match="not a class"):
        ontology().types("visited")


def test_require_gives_the_iri() -> None:
    """A defined term gives its IRI."""
    assert ontology().require("holdsPost") == "https://w3id.org/graphbuild/ns#holdsPost"


def test_unknown_term_suggests_near_ones() -> None:
    """A misspelt term is refused with the names it may have meant."""
    with pytest.raises(OntologyError, match=r"'visitd'.*visited"):
        ontology().require("visitd")


def test_far_off_term_points_to_the_readme() -> None:
    """A term like none that is defined is refused with the way to add one."""
    with pytest.raises(OntologyError, match="README"):
        ontology().label("xylophone")


def test_loaded_once() -> None:
    """The file is read once in a process."""
    assert ontology() is ontology()


def test_values_cannot_be_changed() -> None:
    """The loaded ontology is read-only."""
    with pytest.raises(TypeError):
        ontology().classes["Dragon"] = ontology().classes["Place"]  # type: ignore[index]


def test_installed_copy_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy inside the package wins over one beside it."""
    package = tmp_path / "graphbuild"
    for folder in (package / "ontology_data", tmp_path / "ontology"):
        folder.mkdir(parents=True)
        (folder / "graphbuild.ttl").touch()
    monkeypatch.setattr(module, "__file__", str(package / "ontology.py"))
    assert ontology_folder() == (package / "ontology_data").resolve()


def test_missing_file_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the file the error says where it was sought."""
    monkeypatch.setattr(module, "__file__", str(tmp_path / "graphbuild" / "ontology.py"))
    with pytest.raises(OntologyError, match=r"graphbuild\.ttl is neither in"):
        ontology_folder()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("gb:Dragon a owl:Class", "graphbuild.ttl"),
        ('gb:Dragon a owl:Class ; rdfs:label "龙"@zh .', "English rdfs:label"),
        (
            'gb:tames a owl:ObjectProperty ; rdfs:label "tames"@en ; skos:definition "Tames."@en ;'
            " rdfs:range [ owl:unionOf [ rdf:first gb:Dragon ] ] .",
            "list that does not end",
        ),
    ],
)
def test_malformed_file_is_reported(tmp_path: Path, text: str, problem: str) -> None:
    """Broken syntax, a missing label and a broken list are errors that name the file."""
    with pytest.raises(OntologyError, match=problem):
        load(written(tmp_path, text))


def test_import_alone_loads_no_rdf_library() -> None:
    """Importing the module costs no RDF library; loading the ontology does."""
    code = "import sys, graphbuild.ontology; sys.exit(bool({'pyoxigraph', 'rdflib'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
