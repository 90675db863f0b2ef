"""Who does what a verb tells."""

from __future__ import annotations

import pytest

from graphbuild.extract.frames.scene import Scene, build_scene
from graphbuild.extract.frames.subjects import (
    BOTH,
    ORDER_ONLY,
    PARSE_ONLY,
    actors_after,
    clause_end,
    subject_of,
)
from graphbuild.resolve import resolve_document
from tests.reading import article, read_lines, read_parses


def scene_of(text: str) -> Scene:
    """Return the scene of a one-sentence text."""
    (line,), parses = read_lines(text), read_parses(text)
    resolution = resolve_document(article(text), parses)
    refer = {(mention.type, mention.span): mention.refers_to for mention in resolution.mentions}
    return build_scene(line, parses[0], refer)


def at(scene: Scene, word: str) -> int:
    """Return where a word stands."""
    return next(number for number, found in enumerate(scene.line.words) if found.low == word)


def names(scene: Scene, word: str) -> tuple[str, ...]:
    """Return the names of the subject of a verb."""
    actor, _ = subject_of(scene, at(scene, word))
    return tuple(scene.line.text(actor.start, actor.end).split(" and ")) if actor is not None else ()


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Edwin Mutua met Ingrid Solberg.", "met", ("Edwin Mutua",)),
        ("Edwin Mutua and Kofi Ansah met Ingrid Solberg.", "met", ("Edwin Mutua", "Kofi Ansah")),
        ("On Monday, after a long flight, Edwin Mutua met Ingrid Solberg.", "met", ("Edwin Mutua",)),
        ("Edwin Mutua, who met Ingrid Solberg, left.", "met", ("Edwin Mutua",)),
        ("Edwin Mutua wanted to meet Ingrid Solberg.", "meet", ("Edwin Mutua",)),
        ("Edwin Mutua landed in Lusaka and met Ingrid Solberg.", "met", ("Edwin Mutua",)),
        ("Kofi Ansah said Edwin Mutua met Ingrid Solberg.", "met", ("Edwin Mutua",)),
        ("The crowd met Ingrid Solberg.", "met", ()),
        ("Edwin Mutua thanked Ingrid Solberg for hosting the forum.", "hosting", ("Ingrid Solberg",)),
        ("Edwin Mutua thanked Ingrid Solberg for her part in hosting it.", "hosting", ("Ingrid Solberg",)),
        ("Edwin Mutua praised Ingrid Solberg for coming and visiting Lae.", "visiting", ("Ingrid Solberg",)),
        ("Edwin Mutua thanked each of the guests for coming to Lae.", "coming", ()),
    ],
)
def test_subject(text: str, verb: str, subject: tuple[str, ...]) -> None:
    """The subject by parse or order, through infinitives, coordinations and relative clauses."""
    assert names(scene_of(text), verb) == subject


def test_two_witnesses_are_surer_than_one() -> None:
    """What parse and word order both read has the highest confidence."""
    assert BOTH > PARSE_ONLY > ORDER_ONLY > 0
    scene = scene_of("Edwin Mutua met Ingrid Solberg.")
    assert subject_of(scene, at(scene, "met"))[1] == BOTH


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Edwin Mutua met Ingrid Solberg while Kofi Ansah slept.", "met", "while"),
        ("Edwin Mutua met Ingrid Solberg to discuss trade.", "met", "to"),
    ],
)
def test_clause_ends(text: str, start: str, end: str) -> None:
    """A clause ends at a conjunction or an infinitive."""
    scene = scene_of(text)
    assert clause_end(scene, at(scene, start) + 1) == at(scene, end)


def test_actors_after_a_verb() -> None:
    """The people of the clause to the right of a verb, and none of the next clause."""
    scene = scene_of("Edwin Mutua met Ingrid Solberg while Kofi Ansah slept.")
    assert [len(actor.members) for actor in actors_after(scene, at(scene, "met") + 1)] == [1]
