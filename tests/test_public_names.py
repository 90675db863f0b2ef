"""What `import graphbuild` gives, and what it costs."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from typing import TYPE_CHECKING

import pytest

import graphbuild

if TYPE_CHECKING:
    from pathlib import Path

HEAVY = (
    "spacy",
    "rdflib",
    "pyoxigraph",
    "pyvis",
    "networkx",
    "numpy",
    "trafilatura",
    "jinja2",
    "pyarrow",
    "duckdb",
)


def _loaded_by(code: str, checkout: Path) -> set[str]:
    """Return the heavy packages that a fresh interpreter has loaded after running some code."""
    script = f"import sys\n{code}\nprint(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=checkout, capture_output=True, text=True, check=True, timeout=120
    )
    return set(HEAVY) & set(done.stderr.split())


def test_names_are_sorted_and_there() -> None:
    """`__all__` is in order, and each of its names can be had."""
    assert graphbuild.__all__ == sorted(graphbuild.__all__)
    assert [name for name in graphbuild.__all__ if getattr(graphbuild, name, None) is None] == []


def test_names_are_listed() -> None:
    """`dir()` shows the names that have not been loaded yet."""
    assert set(graphbuild.__all__) <= set(dir(graphbuild))


def test_an_unknown_name_is_an_attribute_error() -> None:
    """A name that is not public behaves as in any module."""
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = graphbuild.nothing  # type: ignore[attr-defined]


def test_errors_are_one_family() -> None:
    """Catching the base catches every error that is public."""
    errors = [getattr(graphbuild, name) for name in graphbuild.__all__ if name.endswith("Error")]
    assert len(errors) == 9
    assert all(issubclass(error, graphbuild.GraphbuildError) for error in errors)


def test_versions_agree(checkout: Path) -> None:
    """The package, its metadata, the changelog and the citation name one version."""
    project = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == graphbuild.__version__
    assert f"\n## [{graphbuild.__version__}]" in (checkout / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"\nversion: {graphbuild.__version__}\n" in (checkout / "CITATION.cff").read_text(encoding="utf-8")


def test_import_is_light(checkout: Path) -> None:
    """`import graphbuild` loads none of the heavy packages."""
    assert _loaded_by("import graphbuild", checkout) == set()


def test_help_is_light(checkout: Path) -> None:
    """`graphbuild build --help` loads none of the heavy packages."""
    code = "from graphbuild.cli import app\napp(['build', '--help'], standalone_mode=False)"
    assert _loaded_by(code, checkout) == set()


def test_the_facade_is_light(checkout: Path) -> None:
    """Looking at the class `Graph` loads no exporter."""
    assert _loaded_by("import graphbuild; graphbuild.Graph, graphbuild.Document", checkout) == set()
