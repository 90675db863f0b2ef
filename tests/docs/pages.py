"""The code blocks of the pages, and how each kind is run.

A comment on the line above a block says what is special about it:

- ``<!-- save as article.txt -->``: the block is put into that file.
- ``<!-- output -->``: the block is what the block before it printed.
- ``<!-- over output/fiction/graph.ttl -->``: the graph that a query is asked of, instead of the usual one.
- ``<!-- no rows -->``: a query that finds nothing.
- ``<!-- exits 1 -->``: the status with which the last command of a shell block ends.
- ``<!-- not run -->``: something that a test cannot do; say why nearby.
"""

from __future__ import annotations

import io
import re
import shlex
import sys
import textwrap
import tomllib
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any
from unittest import mock

from pyoxigraph import QueryBoolean, RdfFormat, Store

ROOT = Path(__file__).resolve().parents[2]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))
SETTING_UP = frozenset({"cd", "git", "open", "pip", "python", "python3", "source", "start", "xdg-open"})
"""Programs that a reader runs and a test does not."""

USUAL_GRAPH = "output/graph.ttl"
SHELL = frozenset({"bash", "console", "sh", "shell"})

FENCE = re.compile(
    r"(?:^ *<!-- (?P<mark>[^\n]*?) -->\n)?"
    r"^(?P<indent> *)```(?P<info>[^\n`]*)\n(?P<code>.*?)^(?P=indent)```[ ]*$",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, the comment above it, and where it stands."""

    language: str
    mark: str
    code: str
    place: str
    line: int


def blocks(page: Path) -> list[Block]:
    """Return the fenced blocks of a page in order."""
    text = page.read_text(encoding="utf-8")
    return [_block(page, text, found) for found in FENCE.finditer(text)]


def _block(page: Path, text: str, found: re.Match[str]) -> Block:
    line = text.count("\n", 0, found.start("code")) + 1
    code = textwrap.dedent(found["code"])
    language = (found["info"].split() or [""])[0]
    if not language and all(first in {"graphbuild", "make"} for first in map(_first_word, _commands(code))):
        language = "sh"
    return Block(language, found["mark"] or "", code, f"{page.relative_to(ROOT)}:{line}", line)


def _commands(code: str) -> Iterator[str]:
    for line in code.replace("\\\n", " ").splitlines():
        command = line.strip().removeprefix("$ ")
        if command and not command.startswith("#"):
            yield command


def _first_word(command: str) -> str:
    return command.split(maxsplit=1)[0]


@cache
def make_targets() -> frozenset[str]:
    """Return the targets of the Makefile that are meant to be called."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    return frozenset(re.findall(r"^([a-z]+):.*##", makefile, re.MULTILINE))


@dataclass
class Reader:
    """Someone who runs the blocks of one page, one after the other, in one folder."""

    folder: Path
    namespace: dict[str, Any] = field(default_factory=lambda: {"__name__": "__page__"})
    printed: str = ""

    def run(self, block: Block) -> None:
        """Do what a block is for; raise `AssertionError`, or what its code raises, where that fails."""
        if block.mark == "not run":
            return
        if block.mark.startswith("save as "):
            (self.folder / block.mark.removeprefix("save as ")).write_text(block.code, encoding="utf-8")
        elif block.mark == "output":
            assert _tidy(self.printed) == _tidy(block.code), f"{block.place}: the output is another"
        elif block.language == "python":
            self._python(block)
        elif block.language in SHELL:
            self._shell(block)
        elif block.language == "sparql":
            self._sparql(block)

    def _python(self, block: Block) -> None:
        code = compile("\n" * (block.line - 1) + block.code, block.place.rpartition(":")[0], "exec")
        with redirect_stdout(io.StringIO()) as out:
            exec(code, self.namespace)  # noqa: S102 - our own pages
        self.printed = out.getvalue()

    def _shell(self, block: Block) -> None:
        self.printed = ""
        status = 0
        for command in _commands(block.code):
            first, bar, second = command.partition(" | ")
            words = shlex.split(second or first, comments=True)
            if words[0] == "graphbuild":
                status = self._graphbuild(words[1:], shlex.split(first)[-1] if bar else None)
            elif words[0] == "make":
                assert set(words[1:]) <= make_targets(), f"{block.place}: no such target in {command!r}"
            else:
                assert words[0] in SETTING_UP, f"{block.place}: the test does not know {words[0]!r}"
        wanted = int(block.mark.removeprefix("exits ")) if block.mark.startswith("exits ") else 0
        assert status == wanted, f"{block.place}: status {status}\n{self.printed}"

    def _graphbuild(self, arguments: list[str], stdin: str | None) -> int:
        given = io.TextIOWrapper(io.BytesIO((self.folder / stdin).read_bytes() if stdin else b""))
        typed = mock.patch.object(sys, "argv", ["graphbuild", *arguments])
        piped = mock.patch.object(sys, "stdin", given)
        status = 0
        with typed, piped, redirect_stdout(io.StringIO()) as out, redirect_stderr(out):
            try:
                entry_point()()
            except SystemExit as stop:
                status = int(stop.code or 0)
        self.printed += out.getvalue()
        return status

    def _sparql(self, block: Block) -> None:
        store = Store()
        graph = block.mark.removeprefix("over ") if block.mark.startswith("over ") else USUAL_GRAPH
        store.load(path=str(self.folder / graph), format=RdfFormat.TURTLE)
        answer = store.query(block.code)
        found = bool(answer) if isinstance(answer, QueryBoolean) else next(iter(answer), None) is not None
        wanted = block.mark != "no rows"
        assert found is wanted, f"{block.place}: the query should find {'some' if wanted else 'nothing'}"


def entry_point() -> Any:
    """Return the function that the command `graphbuild` is declared to call."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    module, _, name = project["scripts"]["graphbuild"].partition(":")
    return getattr(import_module(module), name)


def _tidy(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.strip("\n").splitlines())
