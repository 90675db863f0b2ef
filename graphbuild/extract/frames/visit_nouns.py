"""Nominal visits: "During a visit to X, N met …", "On his trip to X", a headline's "N's Visit to X"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.extract.frames.modality import PLANNED, STATED
from graphbuild.extract.frames.site_lists import reaches, sites_of
from graphbuild.extract.frames.stops import record_visit
from graphbuild.extract.frames.story import Act
from graphbuild.languages import words

if TYPE_CHECKING:
    from graphbuild.extract.frames.scene import Actor, Scene
    from graphbuild.extract.frames.story import Story


def read_visit_noun(story: Story, scene: Scene) -> None:
    """Read every noun of visiting with "to" or "of" and a visitor."""
    nouns, links = words("en", "frames", "visit.nouns"), words("en", "frames", "visit.noun_links")
    for index, word in enumerate(scene.line.words):
        if word.low not in nouns or scene.low(index + 1) not in links:
            continue
        actor = _visitor(scene, index)
        sites = list(sites_of(scene, index + 2))
        if actor is None or actor.kind != "named" or not sites or not reaches(scene, index + 2, sites[0]):
            continue
        mode = PLANNED if _is_to_come(scene, index) else STATED
        record_visit(story, actor, sites, Act(scene, "visit-noun", index, mode, 0.8))


def _visitor(scene: Scene, noun: int) -> Actor | None:
    """Return whose visit a noun tells of: its possessor, or the subject after "During a visit to X,"."""
    owner = scene.owner_of(noun, reach=3)
    if owner is not None:
        return owner
    opens = noun <= 6 and scene.low(0) in words("en", "frames", "visit.noun_openers")
    return scene.actor_after(noun + 1, named=True) if opens else None


def _is_to_come(scene: Scene, noun: int) -> bool:
    """Whether words around the noun put the visit in the future: "his upcoming visit", "ahead of"."""
    return (
        scene.any_of(words("en", "frames", "visit.planned_before"), noun - 4, noun)
        or scene.any_of(words("en", "frames", "visit.ahead_before"), noun - 6, noun)
        or scene.any_of(words("en", "frames", "visit.planned_after"), noun, noun + 9)
    )
