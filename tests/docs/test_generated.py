"""The pages that are generated say what the program and the ontology say now."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from types import ModuleType

import pytest

from graphbuild.ontology import ontology
from tests.docs.pages import ROOT


@pytest.fixture(scope="module")
def generate() -> ModuleType:
    """Return ``docs/generate.py``, which is a program beside the pages and in no package."""
    spec = spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["command-line.md", "ontology.md", "ontology.svg"])
def test_current(generate: ModuleType, name: str) -> None:
    """A generated page is current; `make docs` brings it up to date."""
    assert (ROOT / "docs" / name).read_text(encoding="utf-8") == generate.pages()[name]


def test_every_option_is_there(generate: ModuleType) -> None:
    """The command reference holds each option of each command."""
    page = generate.pages()["command-line.md"]
    commands = dict(generate.commands())
    assert commands
    missing = [
        (name, option)
        for name, command in commands.items()
        for parameter in command.params
        for option in (parameter.opts if parameter.param_type_name == "option" else ())
        if f"`{option}" not in page
    ]
    assert missing == []


def test_every_term_is_there(generate: ModuleType) -> None:
    """The ontology reference has a heading for each class, edge and other property."""
    page = generate.pages()["ontology.md"]
    terms = ontology()
    names = [*terms.classes, *terms.relations, *terms.properties]
    assert [name for name in names if f"\n### gb:{name}\n" not in page] == []
