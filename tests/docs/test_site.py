"""The documentation builds without a warning into pages that ask nothing of the network."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.pages import ROOT

LOADED = re.compile(r"<(?:script|link|img|iframe|source)\b[^>]*?\b(?:src|href)=[\"']?(?:https?:)?//[^>]*>")
CANONICAL = re.compile(r"<link[^>]*rel=[\"']?(?:canonical|prev|next)\b")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the site, built with warnings as errors."""
    for package in ("mkdocs", "material", "mkdocstrings", "mkdocstrings_handlers.python"):
        pytest.importorskip(package, reason=f"the documentation needs {package}", exc_type=ImportError)
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder


def test_every_page_is_built(site: Path) -> None:
    """Each Markdown file becomes a page; the program that generates some of them does not."""
    sources = {path.stem for path in (ROOT / "docs").glob("*.md")}
    pages = {path.stem for path in site.glob("*.html")}
    assert sources - {"README"} <= pages
    assert "index" in pages
    assert list(site.rglob("*.py")) == []


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    """No page loads a script, style, font or picture from another host."""
    pages = sorted(site.rglob("*.html"))
    loads = [tag for page in pages for tag in LOADED.findall(page.read_text(encoding="utf-8"))]
    assert pages
    assert [tag for tag in loads if not CANONICAL.match(tag)] == []
    styles = "".join(style.read_text(encoding="utf-8") for style in site.rglob("*.css"))
    assert re.findall(r"(?:url\(|@import )[\"']?(?:https?:)?//[^)]*", styles) == []


def test_the_reference_has_the_public_names(site: Path) -> None:
    """The Python reference documents what `graphbuild` exports."""
    page = (site / "python.html").read_text(encoding="utf-8")
    wanted = ("graphbuild.pipeline.build", "graphbuild.graph.Graph.evidence", "graphbuild.model.claims.Claim")
    errors = ("graphbuild.errors.ReadError",)
    assert [name for name in (*wanted, *errors) if f'id="{name}"' not in page] == []
