"""Writes the pages that say again, for readers, what the program and the ontology already say.

Run it after a change of either: ``python docs/generate.py``, or ``make docs``. Tests compare.
"""  # noqa: INP001 - a program beside the pages, not a package

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, Final, Protocol

from graphbuild.ontology import Class, Relation, ontology

DOCS: Final = Path(__file__).resolve().parent

COMMANDS: Final = """# Commands

*Written by `docs/generate.py` from the program itself; `graphbuild COMMAND --help` says the same.*

Problems and progress go to standard error, results to standard output. The exit status is 0 if all went
well, 1 if something could not be read or nothing was written, 2 for a wrong argument, and 130 after Ctrl-C.
"""

TERMS: Final = """# The ontology

*Written by `docs/generate.py` from `ontology/graphbuild.ttl`, version {version}.*

All names are in the namespace `{namespace}`, for which `gb:` stands below.
[The graph model](graph-model.md) tells how they work together. "Like" names terms of other
vocabularies: superclasses, superproperties and close matches.

![Classes and the properties that join them](ontology.svg)

## Versions

The ontology has a version of its own, `{version}`, and a version IRI, `owl:versionIRI`. A new term raises the
second number, a corrected label or definition the third. A name that has been published is never renamed,
never given another meaning, and never taken out within a first number. One that is not to be used any
more is marked `owl:deprecated true` with `dcterms:isReplacedBy`; it goes on being written for two further
versions, and the changelog names it in each.
"""


class Parameter(Protocol):
    """An argument or option, as far as typer and click in all their versions agree on it."""

    name: str
    param_type_name: str
    opts: list[str]
    secondary_opts: list[str]
    metavar: str | None
    help: str | None
    default: object


class Command(Protocol):
    """A command or a group of commands; what only a group has is looked for by name."""

    params: list[Parameter]
    help: str | None
    epilog: str | None
    hidden: bool


def main() -> None:
    """Write every generated page into the folder of this file."""
    for name, text in pages().items():
        (DOCS / name).write_text(text, encoding="utf-8", newline="\n")


def pages() -> dict[str, str]:
    """Return the generated pages by the name of their file."""
    return {"command-line.md": command_line(), "ontology.md": terms(), "ontology.svg": _diagram()}


def _diagram() -> str:
    """Return the picture of the ontology, drawn by the program beside this one."""
    from importlib.util import module_from_spec, spec_from_file_location

    spec = spec_from_file_location("diagram", DOCS / "diagram.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(DOCS / "diagram.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return str(module.diagram())


# ---------------------------------------------------------------- commands


def commands() -> Iterator[tuple[str, Command]]:
    """Yield each command by its full name, groups before what they hold.

    They are what ``typer.main.get_command`` makes of the program, read by their attributes alone.
    """
    from typer.main import get_command

    program: Any = get_command(import_module("graphbuild.cli").app)
    yield from _below("graphbuild", program)


def _below(name: str, command: Command) -> Iterator[tuple[str, Command]]:
    yield name, command
    for each, inner in getattr(command, "commands", {}).items():
        if not inner.hidden:
            yield from _below(f"{name} {each}", inner)


def command_line() -> str:
    """Return the command reference."""
    sections = ["\n".join(_command(name, command)) for name, command in commands()]
    return "\n".join([COMMANDS, *sections])


def _command(name: str, command: Command) -> Iterator[str]:
    parameters = [each for each in command.params if not getattr(each, "hidden", False)]
    arguments = [each for each in parameters if each.param_type_name == "argument"]
    options = [each for each in parameters if each.param_type_name == "option"]
    inner = getattr(command, "commands", None)
    tail = ["COMMAND", "..."] if inner else [_argument_name(each) for each in arguments]
    yield f"## {name}\n"
    yield f"{_plain(command.help or '')}\n"
    yield "```text\n" + " ".join([name, *(["[OPTIONS]"] if options else []), *tail]) + "\n```\n"
    yield from _table("argument", ((f"`{_argument_name(each)}`", each) for each in arguments))
    yield from _table("option", ((_option_name(each), each) for each in options))
    epilog = _plain(getattr(command, "epilog", None) or "")
    if epilog and not inner:
        heading, _, examples = epilog.partition("\n\n")
        yield f"{heading}:\n\n```text\n{examples.strip()}\n```\n"


def _argument_name(parameter: Parameter) -> str:
    return str(parameter.metavar or parameter.name.upper())


def _option_name(parameter: Parameter) -> str:
    names = [*parameter.opts, *parameter.secondary_opts]
    value = "" if getattr(parameter, "is_flag", False) else f" {_value_name(parameter)}"
    return ", ".join(f"`{name}`" for name in names) + (f" *{value.strip()}*" if value else "")


def _value_name(parameter: Parameter) -> str:
    kind = getattr(parameter, "type", None)
    choices = " or ".join(map(str, getattr(kind, "choices", ())))
    return parameter.metavar or choices or str(getattr(kind, "name", "value")).upper()


def _table(heading: str, rows: Iterator[tuple[str, Parameter]]) -> Iterator[str]:
    lines = [f"| {name} | {_cell(_plain(each.help or ''))} | {_default(each)} |" for name, each in rows]
    if lines:
        yield "\n".join([f"| {heading} | meaning | default |", "|---|---|---|", *lines]) + "\n"


def _default(parameter: Parameter) -> str:
    value = parameter.default
    shown = value is not None and value is not False and not callable(value) and str(value) not in {"", "()"}
    return f"`{_cell(str(value))}`" if shown else ""


def _plain(markup: str) -> str:
    """Return help text without rich's markup."""
    from rich.text import Text

    return Text.from_markup(markup).plain.replace("\b", "").strip()


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())


# ---------------------------------------------------------------- ontology


def terms() -> str:
    """Return the ontology reference: classes, edges and other properties, as the file orders them."""
    known = ontology()
    classes = {name: _class(known.classes[name].parents) for name in known.classes}
    parts = [
        TERMS.format(version=known.version, namespace=known.namespace),
        *_section("Classes", known.classes, lambda name: classes[name]),
        *_section("Edges", known.relations, lambda name: _joins(known.relations[name])),
        *_section("Other properties", known.properties, lambda name: _joins(known.properties[name])),
    ]
    return "\n".join(parts)


def _section(
    heading: str, found: Mapping[str, Class] | Mapping[str, Relation], joins: Callable[[str], str]
) -> Iterator[str]:
    yield f"## {heading}\n"
    for name, term in found.items():
        labels = " · ".join(term.labels[language] for language in sorted(term.labels))
        yield f"### gb:{name}\n\n*{labels}*\n\n{term.definition}\n"
        if "zh" in term.definitions:
            yield f"{term.definitions['zh']}\n"
        if term.example:
            yield f"Example: {term.example}\n"
        if term.aligned:
            yield f"Like {', '.join(f'`{_short(iri)}`' for iri in term.aligned)}.\n"
        if joins(name):
            yield f"{joins(name)}\n"


def _class(parents: tuple[str, ...]) -> str:
    return f"Also: {_names(parents)}." if parents else ""


def _joins(relation: Relation) -> str:
    return f"From {_names(relation.domain)} to {_names(relation.range)}."


def _names(names: tuple[str, ...]) -> str:
    return " or ".join(map(_link, names)) or "anything"


def _link(name: str) -> str:
    """Return a class of ours as a link to its heading, and one of others by its usual short name."""
    if name in ontology().classes:
        return f"[gb:{name}](#gb{name.lower()})"
    vocabulary, _, local = name.replace("#", "/").rpartition("/")
    return f"`{_PREFIXES.get(vocabulary.rpartition('/')[2], '')}{local}`"


def _short(iri: str) -> str:
    """Return an IRI of another vocabulary by its usual prefix."""
    found = next((prefix for prefix, start in _OTHERS.items() if iri.startswith(start)), "")
    return f"{found}:{iri.removeprefix(_OTHERS[found])}" if found else iri


_OTHERS: Final = {
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "ftm": "https://schema.followthemoney.tech/#",
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "org": "http://www.w3.org/ns/org#",
    "plover": "https://github.com/openeventdata/PLOVER#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
}
_PREFIXES: Final = {"XMLSchema": "xsd:", "core": "skos:", "22-rdf-syntax-ns": "rdf:"}


if __name__ == "__main__":
    main()
