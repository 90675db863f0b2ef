"""What is shipped is complete, and what the front page promises runs."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph
import pytest

import graphbuild
from tests.pages import data_of

LARGEST_WHEEL = 2_000_000
"""Bytes."""

ARTICLE = """\
Mayor visits Dunhua
Published: 2024-05-08

On May 6, Qian Duofu, mayor of Jilin City, visited Dunhua City and inspected Pingtan Tea Co., Ltd.
Sun Shaoqing, secretary-general of the Jilin Municipal Government, accompanied him.
"""

PREFIXES = """
PREFIX gb: <https://w3id.org/graphbuild/ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""

VISITED = '?who skos:prefLabel "Qian Duofu"@en ; gb:visited/skos:prefLabel "Pingtan Tea Co., Ltd."@en'
ACCOMPANIED = '?who skos:prefLabel "Sun Shaoqing"@en ; gb:accompanied/skos:prefLabel "Qian Duofu"@en'
LOCATED = '?what skos:prefLabel "Jilin City"@en ; skos:altLabel "吉林市"@zh'
"""The last is nowhere in the article: the gazetteer knows it."""


def _blocks(page: Path, language: str) -> list[str]:
    return re.findall(
        rf"^```{language}\n(.*?)^```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )


@pytest.fixture(scope="module")
def package(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel and return its path."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=checkout, check=True, capture_output=True, timeout=300)
    (path,) = folder.iterdir()
    return path


@pytest.fixture(scope="module")
def wheel(package: Path) -> set[str]:
    """Return the names of the files in the wheel."""
    with zipfile.ZipFile(package) as archive:
        return set(archive.namelist())


@dataclass(frozen=True)
class Installed:
    """An environment of its own that has graphbuild from the wheel, far from the checkout."""

    folder: Path

    @property
    def programs(self) -> Path:
        """The folder of its commands."""
        return Path(sysconfig.get_path("scripts", "venv", {"base": str(self.folder)}))

    def run(self, program: str, *arguments: str) -> str:
        """Run a program of the environment in its folder and return what it prints."""
        found = shutil.which(program, path=str(self.programs))
        assert found, f"{program} is not installed"
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        done = subprocess.run(
            [found, *arguments],
            cwd=self.folder,
            env=environment,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout


@pytest.fixture(scope="module")
def installed(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Install the wheel, and nothing else, in a new environment.

    The packages that graphbuild needs are lent by a path file, added last so that pip sees none of them;
    the checkout is not lent with them, since path files among what is lent are not followed.
    """
    environment = Installed(tmp_path_factory.mktemp("environment"))
    venv.create(environment.folder, with_pip=False)
    python = shutil.which("python", path=str(environment.programs))
    command = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-index"]
    command += ["--no-deps", "--disable-pip-version-check", str(package)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    own = Path(
        environment.run("python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip()
    )
    lent = dict.fromkeys([sysconfig.get_path("purelib"), sysconfig.get_path("platlib")])
    (own / "lent.pth").write_text("\n".join(lent) + "\n", encoding="utf-8")
    return environment


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


def test_the_wheel_is_small(package: Path) -> None:
    """The wheel stays small enough to be mailed: lexicons and gazetteer are text, and nothing is built in."""
    assert package.stat().st_size < LARGEST_WHEEL


def test_the_wheel_states_what_it_needs(package: Path) -> None:
    """The metadata name the command, the licence, and each dependency of the project; extras stay extras."""
    about = f"graphbuild-{graphbuild.__version__}.dist-info"
    with zipfile.ZipFile(package) as archive:
        entry_points = archive.read(f"{about}/entry_points.txt").decode()
        metadata = archive.read(f"{about}/METADATA").decode()
    assert "graphbuild = graphbuild.cli:main" in entry_points
    required = re.findall(r"^Requires-Dist: ([\w.-]+)[^;\n]*$", metadata, re.MULTILINE)
    assert {"spacy", "rdflib", "typer"} <= set(required)
    assert {"pandas", "matplotlib", "mkdocs", "pytest"} & set(required) == set()


def test_the_installed_package_is_the_one_of_the_wheel(checkout: Path, installed: Installed) -> None:
    """In the new environment graphbuild comes from there, and the checkout is not on the path."""
    code = "import graphbuild, sys; print(graphbuild.__file__); print(*sys.path, sep='\\n')"
    file, *path = installed.run("python", "-c", code).splitlines()
    assert Path(file).is_relative_to(installed.folder)
    assert str(checkout) not in path


def test_the_installed_command_builds_a_graph(installed: Installed) -> None:
    """`graphbuild build` works without the checkout: lexicons, gazetteer, ontology and viewer are inside."""
    (installed.folder / "visit.txt").write_text(ARTICLE, encoding="utf-8")
    installed.run("graphbuild", "build", "visit.txt", "--output", "output")
    turtle = (installed.folder / "output" / "graph.ttl").read_text(encoding="utf-8")
    page = (installed.folder / "output" / "graph.html").read_text(encoding="utf-8")
    store = pyoxigraph.Store()
    store.load(turtle.encode(), format=pyoxigraph.RdfFormat.TURTLE)
    for triple in (VISITED, ACCOMPANIED, LOCATED):
        assert bool(store.query(f"{PREFIXES} ASK {{ {triple} }}")), triple
    assert "Pingtan Tea Co., Ltd." in {node["label"] for node in data_of(page)["nodes"]}
    assert "vis-network" in page
    assert re.findall(r"""(?:src|href)=["']?https?://""", page) == []


def test_the_installed_ontology_is_the_one_of_the_checkout(checkout: Path, installed: Installed) -> None:
    """The ontology that the package reads is, letter for letter, the one that is maintained."""
    code = "import graphbuild; from pathlib import Path; print(Path(graphbuild.__file__).parent)"
    folder = Path(installed.run("python", "-c", code).strip()) / "ontology_data"
    for path in sorted((checkout / "ontology").glob("*.ttl")):
        assert (folder / path.name).read_bytes() == path.read_bytes()


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
    ontology = (checkout / "ontology" / "graphbuild.ttl").read_text(encoding="utf-8")
    queries = _blocks(checkout / "README.md", "sparql")
    assert queries
    for query in queries:
        assert list(pyoxigraph.Store().query(query)) == []
        terms = set(re.findall(r"\bgb:\w+", query))
        assert {term for term in terms if not re.search(rf"^{term}\b", ontology, re.MULTILINE)} == set()
