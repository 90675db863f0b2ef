"""The frames chair and attend: who takes which part in which meeting, and where it was held.

Who met whom is read in `encounters`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from graphbuild.extract.frames.encounters import read_encounter, read_talks
from graphbuild.extract.frames.modality import NEGATED, PLANNED, STATED, modality
from graphbuild.extract.frames.story import Act
from graphbuild.extract.frames.subjects import actors_by, clause_end, subject_of
from graphbuild.extract.tags import PASSIVE, TOLD, VERBS
from graphbuild.languages import words

if TYPE_CHECKING:
    from graphbuild.extract.frames.scene import Actor, Scene, Site
    from graphbuild.extract.frames.story import Meeting, Story
    from graphbuild.model import Span, Word

_BY_PASSIVE: Final = 0.9
_BY_VOICE: Final = 0.1
"""What it takes from the confidence that somebody is only said to speak."""
_OPENING: Final = 3
_ENDS: Final = frozenset({".", ";", ",", ""})
_FARTHEST_BY: Final = 8
_FARTHEST_OBJECT: Final = 10
_NEAR: Final = 3


def read_meetings(story: Story, scene: Scene) -> None:
    """Read every meet, chair and attend frame of a line into the story."""
    _convene(story, scene)
    read_talks(story, scene)
    for index, word in enumerate(scene.line.words):
        verb = word.pos in VERBS or word.tag.startswith("VB")
        if verb and scene.actor_at(index) is None:
            read_encounter(story, scene, index)
            _read_voice(story, scene, index)
            relation = _relation(scene, index, word)
            if relation and _has_particle(scene, index, word):
                _read_part(story, scene, index, relation)


def _relation(scene: Scene, index: int, word: Word) -> str:
    if word.lemma in words("en", "frames", "chair.verbs"):
        return "chairs"
    bare = scene.low(index + 2) in _ENDS
    present = (
        word.lemma == "be" and scene.low(index + 1) == "present" and (bare or scene.low(index + 2) == "at")
    )
    return "attended" if present or word.lemma in words("en", "frames", "attend.verbs") else ""


def _read_voice(story: Story, scene: Scene, index: int) -> None:
    """Read who spoke at the meeting under way: "B delivered a speech", "C reported at the meeting"."""
    if scene.line.words[index].tag not in TOLD or modality(scene.line, index) != STATED:
        return
    meeting = _meeting_of_voice(story, scene, index)
    if meeting is None:
        return
    people, confidence = _subjects(story, scene, index)
    act = Act(scene, "speak-at-meeting", index, STATED, confidence - _BY_VOICE, (meeting.sentence,))
    act = replace(act, event=meeting.chain, date=meeting.date)
    for person in people:
        story.add(act, person, "attended", (meeting.chain, None))


def _meeting_of_voice(story: Story, scene: Scene, index: int) -> Meeting | None:
    """Return the meeting that opens the line ("At the X Forum, …"), or the one under way if it is meant."""
    sites = scene.of_type("Meeting")
    if sites:
        opening = sites[0].start <= _OPENING and scene.low(0) == "at" and sites[0].end < index
        meeting = story.meeting_at(sites[0], scene) if opening and _gives_speech(scene, index) else None
        if meeting is not None:
            meeting.factual = True
        return meeting
    meant = _gives_speech(scene, index) or _at_the_meeting(scene, index)
    return story.meeting if meant and story.meeting is not None and story.meeting.factual else None


def _gives_speech(scene: Scene, index: int) -> bool:
    if scene.line.words[index].lemma not in words("en", "frames", "attend.giving"):
        return False
    adverbial = next((i for i in range(index + 1, index + 5) if scene.low(i) == "in"), index + 5)
    return scene.any_of(words("en", "frames", "attend.speeches"), index + 1, adverbial)


def _at_the_meeting(scene: Scene, index: int) -> bool:
    """Whether "at the meeting" stands in the clause of the verb."""
    heads = words("en", "events", "meetings.heads")
    end = clause_end(scene, index + 1)
    near = (i for i in (*range(min(index, 4)), *range(index + 1, end)) if scene.low(i) == "at")
    return any(scene.low(i + 1) == "the" and scene.low(i + 2) in heads for i in near)


def _has_particle(scene: Scene, index: int, word: Word) -> bool:
    """Whether "take" has its "part", and "preside" its "over" or "at"."""
    following = scene.low(index + 1)
    if word.lemma == "take":
        return following == "part"
    return word.lemma != "preside" or following in words("en", "frames", "chair.over") or following in _ENDS


def _convene(story: Story, scene: Scene) -> None:
    """Note the meeting that a line says was held, and where."""
    for index, word in enumerate(scene.line.words):
        if word.lemma not in words("en", "frames", "attend.convene") or not word.tag.startswith("VB"):
            continue
        if word.lemma == "take" and scene.low(index + 1) != "place":
            continue
        site = _meeting_near(scene, index)
        if site is not None and modality(scene.line, index) == STATED:
            meeting = story.meeting_at(site, scene)
            meeting.factual = True
            meeting.venue = meeting.venue or _venue(scene, index)
            _read_holders(story, scene, index, meeting)


def _read_holders(story: Story, scene: Scene, index: int, meeting: Meeting) -> None:
    """Let those who "held a roundtable" themselves take part in it."""
    word = scene.line.words[index]
    passive = any(w.head == index and w.dep in {"auxpass", "nsubjpass"} for w in scene.line.words)
    if word.lemma not in words("en", "frames", "attend.holding") or passive:
        return
    if not scene.line.span.covers(meeting.span) or not any(
        index < site.start for site in scene.of_type("Meeting")
    ):
        return
    people, confidence = _subjects(story, scene, index)
    if not people and (group := _group_before(scene, index)) is not None:
        people = [(person, group.span_of(person)) for person in story.who(group)[0]]
    act = Act(scene, "hold-meeting", index, STATED, confidence - _BY_VOICE, (), meeting.chain, meeting.date)
    for person in people:
        story.add(act, person, "attended", (meeting.chain, meeting.span))


def _group_before(scene: Scene, index: int) -> Actor | None:
    """Return the "they" or "the delegation" of the same part of the sentence."""
    start = max((i for i in range(index) if scene.low(i) == ";"), default=0)
    groups = (a for a in scene.actors if start <= a.start < index and a.kind in {"they", "group"})
    return next(groups, None)


def _venue(scene: Scene, index: int) -> str | None:
    places = (site for site in scene.of_type("Place") if site.start > index)
    before = words("en", "frames", "attend.prepositions")
    return next((site.chain for site in places if scene.low(site.start - 1) in before), None)


def _meeting_near(scene: Scene, index: int) -> Site | None:
    """Return the meeting mention that is subject or object of the verb."""
    meetings = scene.of_type("Meeting")
    after = next((site for site in meetings if index < site.start <= index + 4), None)
    before = next((site for site in reversed(meetings) if site.end <= index <= site.end + 3), None)
    return after or before


def _read_part(story: Story, scene: Scene, index: int, relation: str) -> None:
    """Read who chaired or attended which meeting, in active and passive voice."""
    by = scene.find("by", index + 1, min(index + 1 + _FARTHEST_BY, len(scene.line.words)))
    by = by if scene.line.words[index].tag in PASSIVE else None
    meeting = _which(story, scene, index, passive=by is not None)
    if meeting is None:
        return
    people, confidence = _chairs_by(scene, by) if by is not None else _subjects(story, scene, index)
    mode = _mode(scene, index, meeting)
    stated = mode == STATED
    meeting.factual = meeting.factual or bool(stated and people)
    event = meeting.chain if stated else None
    act = Act(scene, f"{relation}-meeting", index, mode, confidence, (meeting.sentence,), event, meeting.date)
    here = meeting.span if scene.line.span.covers(meeting.span) else None
    for person in people:
        story.add(act, person, relation, (meeting.chain, here))


def _mode(scene: Scene, index: int, meeting: Meeting) -> str:
    """Return the modality of the verb; "hosting the next summit" tells of one to come."""
    mode = modality(scene.line, index)
    site = next((site for site in scene.of_type("Meeting") if site.chain == meeting.chain), None)
    if mode != STATED or site is None:
        return mode
    ahead = words("en", "frames", "visit.planned_before")
    return PLANNED if scene.any_of(ahead, site.start - _NEAR, site.start + 1) else mode


def _chairs_by(scene: Scene, by: int) -> tuple[list[tuple[str, Span]], float]:
    return [pair for actor in actors_by(scene, by) for pair in actor.pairs], _BY_PASSIVE


def _subjects(story: Story, scene: Scene, index: int) -> tuple[list[tuple[str, Span]], float]:
    actor, confidence = subject_of(scene, index)
    if actor is None:
        return [], confidence
    return [(person, actor.span_of(person)) for person in story.who(actor)[0]], confidence


def _which(story: Story, scene: Scene, index: int, *, passive: bool) -> Meeting | None:
    """Return the meeting meant: the object named, "it", "the meeting", or the one under way."""
    site = _object_meeting(scene, index, passive=passive)
    if site is not None:
        return story.meeting_at(site, scene)
    region = range(index) if passive else range(index + 1, min(index + 9, clause_end(scene, index + 1)))
    generic = any(scene.site_at(i) is None and _means(story.meeting, scene.low(i)) for i in region)
    if generic or any(scene.low(i) == "it" for i in region):
        return story.meeting
    lemma = scene.line.words[index].lemma
    told = scene.line.words[index].tag in TOLD or modality(scene.line, index) == NEGATED
    alone = (lemma in words("en", "frames", "attend.without_object") and told) or lemma == "be"
    other_object = any(scene.site_at(i) is not None or scene.line.words[i].dep == "dobj" for i in region)
    return story.meeting if alone and not passive and not other_object else None


def _means(meeting: Meeting | None, noun: str) -> bool:
    """Whether the noun may stand for the meeting: "the meeting" for any, "the talks" only for talks."""
    if noun in words("en", "frames", "attend.any_meeting"):
        return True
    return noun in words("en", "events", "meetings.heads") and meeting is not None and noun in meeting.name


def _object_meeting(scene: Scene, index: int, *, passive: bool) -> Site | None:
    meetings = scene.of_type("Meeting")
    if passive:
        return next((site for site in reversed(meetings) if site.end <= index), None)
    end = min(clause_end(scene, index + 1), index + _FARTHEST_OBJECT + 1)
    site = next((site for site in meetings if index < site.start < end), None)
    return site if site is not None and _is_object(scene, index, site) else None


def _is_object(scene: Scene, index: int, site: Site) -> bool:
    """Whether the meeting itself is attended: not "preparations for" or "problems raised at" it."""
    word = scene.line.words[index]
    if word.lemma == "speak" and scene.low(index + 1) not in words("en", "frames", "attend.prepositions"):
        return False
    if word.lemma == "inspect" and "parade" not in scene.line.text(site.start, site.end).casefold():
        return False
    light = words("en", "frames", "attend.light_nouns")
    between = scene.line.words[index + 1 : site.start]
    return not any(word.pos == "NOUN" and word.low not in light for word in between)
