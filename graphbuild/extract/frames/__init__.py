"""Frames: what sentences say was done, by whom, where and with whom, read in the order of the text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from graphbuild.extract.dates import DateMention, find_dates
from graphbuild.extract.frames.companions import read_companions
from graphbuild.extract.frames.meetings import read_meetings
from graphbuild.extract.frames.modality import PLANNED, STATED
from graphbuild.extract.frames.projects import read_projects
from graphbuild.extract.frames.rolls import read_roll
from graphbuild.extract.frames.scene import build_scene
from graphbuild.extract.frames.story import Story
from graphbuild.extract.frames.title_goals import read_title_goals
from graphbuild.extract.frames.visits import read_visits
from graphbuild.extract.tags import SUBJECTS, VERBS
from graphbuild.languages import words as listed
from graphbuild.model import BlockRole, Claim, Happening

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graphbuild.extract.frames.scene import Scene
    from graphbuild.model import Document, Line, Resolution, SentenceParse


_HIGHEST: Final = 6
_COMING: Final = frozenset({"visited", "attended", "met"})
_ASIDES: Final = frozenset({"relcl", "pcomp", "csubj", "ccomp"})


@dataclass(frozen=True, slots=True)
class Frames:
    """What the frames of a document gave: claims, events, and attributes by chain id."""

    claims: tuple[Claim, ...]
    happenings: tuple[Happening, ...]
    attributes: dict[str, dict[str, str]]


def read_frames(
    document: Document, lines: Sequence[Line], parses: Sequence[SentenceParse], resolution: Resolution
) -> Frames:
    """Read every frame of a document; `lines` and `parses` go together, index by index."""
    story = Story(document, resolution)
    attributes: dict[str, dict[str, str]] = {}
    scenes = [build_scene(line, parse, story.refer) for line, parse in zip(lines, parses, strict=True)]
    for scene in scenes:
        story.line_number += 1
        _note_date(story, scene)
        story.local = _local_antecedents(scene)
        read_visits(story, scene)
        read_companions(story, scene)
        read_meetings(story, scene)
        read_roll(story, scene)
        read_projects(story, scene, attributes)
        _note_subject(story, scene)
    read_title_goals(story, scenes, resolution)
    return Frames(tuple(_without_announced(story.claims, scenes)), story.happenings(), attributes)


def _without_announced(claims: Sequence[Claim], scenes: Sequence[Scene]) -> Iterator[Claim]:
    """Yield the claims, a headline's trip as planned when the text says that it is still to come."""
    titles = {scene.line.span for scene in scenes if scene.line.role == BlockRole.TITLE}
    visits = [claim for claim in claims if claim.relation == "visited"]
    done = {
        claim.subject
        for claim in visits
        if claim.modality == STATED and claim.evidence.sentences[0] not in titles
    }
    coming = (claim for claim in claims if claim.modality == PLANNED and claim.relation in _COMING)
    planned = {claim.subject for claim in coming} - done
    for claim in claims:
        announced = (
            claim.evidence.rule == "visit-noun"
            and claim.evidence.sentences[0] in titles
            and claim.subject in planned
        )
        yield replace(claim, modality=PLANNED, event=None, position=None) if announced else claim


def _note_date(story: Story, scene: Scene) -> None:
    found = find_dates(story.document.quote(scene.line.span), scene.line.span.start, story.document.published)
    dates = [mention for mention in found if not _is_aside(scene, mention)]
    story.line_date = dates[0].date if dates else None
    story.date = story.line_date or story.date


def _is_aside(scene: Scene, mention: DateMention) -> bool:
    """Whether a day that only the release settles stands in a clause apart: "what he said on Monday"."""
    if mention.date.rule != "relative":
        return False
    words = scene.line.words
    index = next((i for i, word in enumerate(words) if word.start >= mention.span.start), 0)
    for _ in range(_HIGHEST):
        word = words[index]
        if word.pos in VERBS:
            return word.dep in _ASIDES
        if word.head == index:
            return False
        index = word.head
    return False


def _note_subject(story: Story, scene: Scene) -> None:
    """Remember the person whom "he" or "she" in the next sentence means: the last single subject."""
    if scene.line.role != BlockRole.PARAGRAPH:
        return
    for actor in scene.actors:
        if actor.kind == "named" and len(actor.members) == 1 and _is_subject(scene, actor.start, actor.end):
            story.subject = (actor.members[0], actor.spans[0], scene.line.span)
            story.subject_line = story.line_number
            return
        if actor.kind == "pronoun" and _is_subject(scene, actor.start, actor.end) and story.who(actor)[0]:
            story.subject_line = story.line_number
            return


def _local_antecedents(scene: Scene) -> dict[int, str]:
    """Map each pronoun of the line to the only person who is a subject before it, by word and chain id."""
    found: dict[int, str] = {}
    subjects: dict[str, None] = {}
    for actor in scene.actors:
        if actor.kind == "pronoun" and len(subjects) == 1 and not _is_object(scene, actor.start):
            found[actor.start] = next(iter(subjects))
        single = actor.kind == "named" and len(actor.members) == 1
        if single and _is_subject(scene, actor.start, actor.end):
            subjects[actor.members[0]] = None
    return found


def _is_object(scene: Scene, index: int) -> bool:
    """Whether the pronoun is an object: "A met B and thanked him" leaves open who he is."""
    return scene.low(index) in listed("en", "grammar", "object_pronouns")


def _is_subject(scene: Scene, start: int, end: int) -> bool:
    words = scene.line.words
    return any(words[i].dep in SUBJECTS for i in range(start, end)) or start == 0
