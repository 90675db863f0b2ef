"""Rolls: lists of participants, one to a line, under "Participants included:"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from graphbuild.extract.frames.modality import STATED
from graphbuild.extract.frames.story import Act
from graphbuild.extract.tags import FINITE
from graphbuild.languages import words

if TYPE_CHECKING:
    from graphbuild.extract.frames.scene import Scene
    from graphbuild.extract.frames.story import Meeting, Story

_CONFIDENCE: Final = 0.85
_BULLETS: Final = frozenset({"-", "–", "—", "•", "*", "·", "o"})
_LATEST_NAME: Final = 6
_YEAR: Final = 4


def read_roll(story: Story, scene: Scene) -> None:
    """Let everybody whom a line of an open roll names take part in the meeting under way."""
    if _opens_roll(scene):
        story.roll = story.meeting if story.meeting is not None and _is_told(story.meeting) else None
        return
    meeting = story.roll
    if meeting is None or not _is_entry(scene):
        story.roll = None
        return
    act = Act(scene, "roll", None, STATED, _CONFIDENCE, (meeting.sentence,), meeting.chain, meeting.date)
    first = next((actor for actor in scene.actors if actor.kind == "named"), None)
    if first is not None:
        story.add(replace(act), first.pairs[0], "attended", (meeting.chain, None))


def _is_told(meeting: Meeting) -> bool:
    """Whether the meeting took place and is what the page tells of: a year before it makes it a past one."""
    return meeting.factual and not meeting.name[:_YEAR].isdigit()


def _opens_roll(scene: Scene) -> bool:
    """Whether the line announces a list of those who took part, and nothing still to come."""
    line = scene.line.words
    if not line or line[-1].text != ":":
        return False
    coming = scene.any_of(words("en", "frames", "modality.future"), 0, len(line))
    return not coming and scene.any_of(words("en", "frames", "attend.rolls"), 0, len(line))


def _is_entry(scene: Scene) -> bool:
    """Whether the line is an entry of a list: a bullet or nothing, a name early on, no verb of its own."""
    named = any(actor.kind == "named" and actor.start <= _LATEST_NAME for actor in scene.actors)
    line = scene.line.words
    verbs = any(word.tag in FINITE and word.pos == "VERB" for word in line)
    return (named and not verbs) or (bool(line) and line[0].text in _BULLETS and not verbs)
