"""Inverted sentences: "Accompanying the investigation were A and B", "Those who took part included A"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graphbuild.languages import words

if TYPE_CHECKING:
    from graphbuild.extract.frames.scene import Actor, Scene
    from graphbuild.model import Word

_LATEST_COPULA: Final = 16


def inverted_company(scene: Scene) -> tuple[int, list[Actor]] | None:
    """Return the verb and the company after it, or None when the line is no such sentence."""
    if scene.low(0) not in words("en", "frames", "companions.openers"):
        return None
    copula = _copula(scene)
    if copula is None or not any(_joins(word) for word in scene.line.words[:copula]):
        return None
    meeting = scene.any_of(words("en", "events", "meetings.heads"), 0, copula)
    if meeting or scene.meeting_within(0, copula) or not _only_activities(scene, copula):
        return None
    return copula, [actor for actor in scene.actors if actor.start > copula and actor.kind == "named"]


def _copula(scene: Scene) -> int | None:
    """Return the "were" or "included" before the company: not right after the first word."""
    copulas, line = words("en", "frames", "companions.copulas"), scene.line.words
    near = range(2, min(_LATEST_COPULA, len(line)))
    return next((i for i in near if line[i].lemma in copulas and scene.actor_at(i) is None), None)


def _joins(word: Word) -> bool:
    lemma = word.lemma in words("en", "frames", "companions.inverted_lemmas")
    return lemma or word.low in words("en", "frames", "companions.inverted_forms")


def _only_activities(scene: Scene, copula: int) -> bool:
    """Whether an activity is joined, or nothing is named: "Joining him on the call were" is no visit."""
    nouns = (i for i in range(copula) if scene.line.words[i].pos == "NOUN" and scene.actor_at(i) is None)
    known = ("activities", "openers", "opening_nouns")
    return all(
        any(scene.low(i) in words("en", "frames", f"companions.{path}") for path in known) for i in nouns
    )
