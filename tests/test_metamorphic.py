"""Changes to an article that change nothing it says change nothing in its graph."""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
from collections.abc import Callable
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import graphbuild
from graphbuild.languages import rows
from graphbuild.read import read_bytes
from tests.builds import (
    CORPORA,
    EXAMPLES,
    NAMES,
    PATHS,
    PLACES,
    ROOT,
    Said,
    build_page,
    corpus,
    example,
    page,
    said,
)

every_example = pytest.mark.parametrize("name", NAMES)

WORDS_TOO = frozenset(
    {"a", "an", "can", "die", "he", "lie", "long", "man", "me", "men", "pan", "ping", "she"}
)
"""Syllables that are English words as well: as a name they could be read in two ways."""


# --- other names ---------------------------------------------------------------------------------


@cache
def _surnames() -> tuple[str, ...]:
    """Return the hundred commonest surnames, without those that are English words."""
    common = (row[0] for row in rows("en", "surnames") if row[1] == "1" and row[2] == "1")
    return tuple(name for name in common if name.casefold() not in WORDS_TOO)


@cache
def _syllables() -> tuple[str, ...]:
    found = (row[0] for row in rows("en", "syllables"))
    return tuple(syllable for syllable in found if len(syllable) > 1 and syllable not in WORDS_TOO)


@cache
def _people(name: str) -> tuple[str, ...]:
    """Return the officials of an example whose names are romanised Chinese: surname, given name."""
    surnames = {row[0] for row in rows("en", "surnames")}
    found = (entity.label for entity in example(name).entities("Official"))
    return tuple(label for label in found if label.split()[0] in surnames and len(label.split()) == 2)


def _renaming(name: str, dice: random.Random) -> dict[str, str]:
    """Map each person's name to one from the national lists; same surname, same new surname."""
    text = page(name)
    people = _people(name)
    fresh = [surname for surname in _surnames() if not re.search(rf"\b{surname}\b", text)]
    old = sorted({person.split()[0] for person in people})
    surnames = dict(zip(old, dice.sample(fresh, len(old)), strict=True))
    given = [f"{dice.choice(_syllables())}{dice.choice(_syllables())}".capitalize() for _ in people]
    full = {person: f"{surnames[person.split()[0]]} {new}" for person, new in zip(people, given, strict=True)}
    return full | surnames


def _renamer(names: dict[str, str]) -> Callable[[str], str]:
    if not names:
        return str
    longest_first = sorted(names, key=len, reverse=True)
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")
    return lambda text: pattern.sub(lambda match: names[match[0]], text)


@every_example
@pytest.mark.parametrize("seed", range(3))
def test_other_names(name: str, seed: int) -> None:
    """People of other names do the same: no rule hangs on a name."""
    rename = _renamer(_renaming(name, random.Random(seed)))  # noqa: S311 - names, not secrets
    assert said(build_page(rename(page(name)), places=[PLACES])) == said(example(name), rename)


# --- page furniture ------------------------------------------------------------------------------


def _share_bar(text: str) -> str:
    head, rest = text.split("\n\n", 1)
    return f"{head}\n\nShare to: WeChat | Weibo | QQ    [Font size: large medium small]\n\n{rest}"


def _navigation(text: str) -> str:
    return f"Home > News > Local News\n\n{text}"


def _buttons(text: str) -> str:
    return f"{text}\n[Print] [Close] [Back to top]\n\nPrevious: None    Next: None\n"


def _hits(text: str) -> str:
    return f"{text}\nViews: 1024\n\nCopyright 2024 All rights reserved\n"


def _caption_again(text: str) -> str:
    """Repeat the headline between the paragraphs, as the caption of a photograph."""
    blocks = text.rstrip("\n").split("\n\n")
    title = next(block for block in blocks if " > " not in block)
    return "\n\n".join([*blocks[:-3], title, *blocks[-3:]]) + "\n"


@every_example
@pytest.mark.parametrize("change", [_share_bar, _navigation, _buttons, _hits, _caption_again])
def test_page_furniture(name: str, change: Callable[[str], str]) -> None:
    """Share bars, navigation, buttons and a headline that comes again say nothing."""
    if change is _navigation and " > " in page(name).splitlines()[0]:
        pytest.skip("the page has its navigation already")
    assert said(build_page(change(page(name)), places=[PLACES])) == said(example(name))


# --- typing --------------------------------------------------------------------------------------


def _crlf(text: str) -> bytes:
    return text.replace("\n", "\r\n").encode()


def _byte_order_mark(text: str) -> bytes:
    return b"\xef\xbb\xbf" + text.encode()


def _utf16(text: str) -> bytes:
    return text.encode("utf-16")


def _no_break_spaces(text: str) -> bytes:
    return re.sub(r"(?<=[,.;]) (?=\w)", "\N{NO-BREAK SPACE}", text).encode()


def _only_no_break_spaces(text: str) -> bytes:
    return text.replace(" ", "\N{NO-BREAK SPACE}").encode()


def _curly(text: str) -> bytes:
    curled = re.sub(r'"([^"]*)"', "“\\1”", text.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}"))
    return curled.encode()


def _indented(text: str) -> bytes:
    return re.sub(r"(?m)^(?=\w)", "\N{IDEOGRAPHIC SPACE}" * 2, text).encode()


def _tight_paragraphs(text: str) -> bytes:
    return text.replace("\n\n", "\n").encode()


TYPINGS = [
    _crlf,
    _byte_order_mark,
    _utf16,
    _no_break_spaces,
    _only_no_break_spaces,
    _curly,
    _indented,
    _tight_paragraphs,
]


@every_example
@pytest.mark.parametrize("change", TYPINGS)
def test_typing(name: str, change: Callable[[str], bytes]) -> None:
    """Line ends, spaces, quotation marks and encodings of other machines say the same."""
    document = read_bytes(change(page(name)), source="article.txt")
    graph = graphbuild.build([document], places=[PLACES])
    assert said(graph) == said(example(name))


# --- order and repetition ------------------------------------------------------------------------


FICTION = tuple(name for name in NAMES if PATHS[name].parent.name == "fiction")
FOLDER = EXAMPLES / "fiction"


@given(order=st.permutations(FICTION), again=st.lists(st.sampled_from(FICTION), max_size=2))
@settings(max_examples=5, deadline=None)
def test_order_and_repetition(order: list[str], again: list[str]) -> None:
    """The order of the sources leaves no trace, and a source that comes twice counts once."""
    paths = [PATHS[name] for name in (*again, *order)]
    assert graphbuild.build(paths, places=[PLACES]).to_turtle() == corpus("fiction").to_turtle()


def test_a_copy_counts_once(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The same page under another file name is the same document."""
    copy = tmp_path_factory.mktemp("copies") / "copy.txt"
    copy.write_bytes(PATHS[FICTION[0]].read_bytes())
    graph = graphbuild.build([copy, FOLDER], places=[PLACES])
    assert len(graph.data.documents) == len(FICTION)
    assert graph.to_turtle() == corpus("fiction").to_turtle()


def test_several_processes() -> None:
    """Two processes give the bytes of one, and know the user's places as well."""
    graph = graphbuild.build([FOLDER], places=[PLACES], jobs=2)
    assert graph.to_turtle() == corpus("fiction").to_turtle()
    assert graph.to_html() == corpus("fiction").to_html()


# --- another run ---------------------------------------------------------------------------------

PROGRAM = """
import sys, graphbuild
from tests.builds import EXAMPLES, PLACES
graph = graphbuild.build([EXAMPLES / sys.argv[1]], places=[PLACES])
sys.stdout.buffer.write(graph.to_turtle().encode() + b"\\0" + graph.to_html().encode())
"""

every_corpus = pytest.mark.parametrize("name", CORPORA)


@every_corpus
def test_another_build(name: str) -> None:
    """A second build in the same process gives the same bytes."""
    graph = graphbuild.build([EXAMPLES / name], places=[PLACES])
    assert graph.to_turtle() == corpus(name).to_turtle()
    assert graph.to_html() == corpus(name).to_html()


@every_corpus
def test_another_process(name: str) -> None:
    """A process that hashes strings in another way gives the same bytes."""
    seed = "1" if os.environ.get("PYTHONHASHSEED") != "1" else "2"
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, name],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
        check=True,
        capture_output=True,
    )
    turtle, html = run.stdout.split(b"\0")
    assert turtle.decode() == corpus(name).to_turtle()
    assert html.decode() == corpus(name).to_html()


def test_the_comparison_can_fail() -> None:
    """An article that says something else has another graph: the comparisons above are no formality."""
    text = page("haoling-flood-inspection")
    changed = text.replace(
        "Pang Lihong presided over the conference.", "Mei Xiaolan presided over the conference."
    )
    assert changed != text
    theirs: Said = said(build_page(changed, places=[PLACES]))
    assert theirs.edges != said(example("haoling-flood-inspection")).edges
