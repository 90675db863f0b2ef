"""What is shipped is complete, and what the front page promises runs."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

import graphbuild

if TYPE_CHECKING:
    from pathlib import Path


def _blocks(page: Path, language: str) -> list[str]:
    return re.findall(
        rf"^```{language}\n(.*?)^```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )


@pytest.fixture(scope="module")
def wheel(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Build the wheel and return the names of its files."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=checkout, check=True, capture_output=True, timeout=300)
    (path,) = folder.iterdir()
    with zipfile.ZipFile(path) as archive:
        return set(archive.namelist())


def test_the_wheel_holds_the_package_and_its_data(checkout: Path, wheel: set[str]) -> None:
    """Every file of the package is in the wheel: code, lexicons, gazetteer, templates."""
    files = {
        path.relative_to(checkout).as_posix()
        for path in (checkout / "graphbuild").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert "graphbuild/py.typed" in files
    assert files - wheel == set()


def test_the_wheel_holds_the_ontology(checkout: Path, wheel: set[str]) -> None:
    """The ontology, which lives outside the package, travels inside it."""
    files = [path for path in (checkout / "ontology").rglob("*") if path.is_file()]
    shipped = {
        f"graphbuild/ontology_data/{path.relative_to(checkout / 'ontology').as_posix()}" for path in files
    }
    assert "graphbuild/ontology_data/graphbuild.ttl" in shipped
    assert shipped - wheel == set()


def test_the_wheel_holds_nothing_else(wheel: set[str]) -> None:
    """No test, example or output is installed."""
    assert {name.partition("/")[0] for name in wheel} == {
        "graphbuild",
        f"graphbuild-{graphbuild.__version__}.dist-info",
    }


def test_the_python_of_the_readme_compiles(checkout: Path) -> None:
    """Each Python example of the front page is Python, and uses names that exist."""
    examples = _blocks(checkout / "README.md", "python")
    assert examples
    from graphbuild.graph import Graph

    for example in examples:
        compile(example, "README.md", "exec")
        assert [name for name in re.findall(r"\bgraph\.(\w+)\(", example) if not hasattr(Graph, name)] == []


def test_the_sparql_of_the_readme_asks_for_known_terms(checkout: Path) -> None:
    """Each query of the front page is SPARQL, and its terms are in the ontology."""
    pyoxigraph = pytest.importorskip("pyoxigraph")
    ontology = (checkout / "ontology" / "graphbuild.ttl").read_text(encoding="utf-8")
    queries = _blocks(checkout / "README.md", "sparql")
    assert queries
    for query in queries:
        assert list(pyoxigraph.Store().query(query)) == []
        terms = set(re.findall(r"\bgb:\w+", query))
        assert {term for term in terms if not re.search(rf"^{term}\b", ontology, re.MULTILINE)} == set()
