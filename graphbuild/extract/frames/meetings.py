"""The frames meet, chair and attend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.extract.frames.modality import STATED, modality
from graphbuild.extract.frames.subjects import actors_after, clause_end, subject_of
from graphbuild.languages import words

if TYPE_CHECKING:
    from graphbuild.extract.frames.scene import Actor, Scene, Site
    from graphbuild.extract.frames.story import Meeting, Story
    from graphbuild.model import Word


def read_meetings(story: Story, scene: Scene) -> None:
    """Read every meet, chair and attend frame of a line into the story."""
    _convene(story, scene)
    for index, word in enumerate(scene.line.words):
        if not (word.pos in {"VERB", "AUX"} or word.tag.startswith("VB")) or scene.actor_at(index) is not None:
            continue
        if word.lemma in words("en", "frames", "meet.verbs") or _light(scene, index, word):
            _read_met(story, scene, index)
        if word.lemma in words("en", "frames", "chair.verbs"):
            _read_part(story, scene, index, "chairs")
        elif word.lemma in words("en", "frames", "attend.verbs") or _present(scene, index):
            _read_part(story, scene, index, "attended")


def _light(scene: Scene, index: int, word: Word) -> bool:
    """Whether the verb is a light one with a noun of meeting: "held talks with"."""
    if word.lemma not in words("en", "frames", "meet.light"):
        return False
    nouns = [i for i in range(index + 1, min(index + 7, len(scene.line.words))) if scene.low(i) in words("en", "frames", "meet.nouns")]
    return bool(nouns) and scene.low(nouns[0] + 1) in {"with", "between"}


def _present(scene: Scene, index: int) -> bool:
    return scene.line.words[index].lemma == "be" and scene.low(index + 1) == "present" and scene.low(index + 2) == "at"


def _read_met(story: Story, scene: Scene, index: int) -> None:
    if scene.line.words[index].tag == "VBN" and any(scene.low(i) == "by" for i in range(index + 1, index + 3)):
        return
    actor, confidence = subject_of(scene, index)
    if actor is None:
        return
    people, support = story.who(actor)
    mode = modality(scene.line, index)
    others = [other for other in actors_after(scene, index + 1, until=_met_end(scene, index + 1)) if other.kind == "named" and other != actor]
    pairs = [(other, chain, span) for other in others for chain, span in zip(other.members, other.spans, strict=True)]
    for person in people:
        for _, chain, span in pairs:
            if chain not in people:
                roles = (("subject", _span_of(actor, person)), ("trigger", scene.line.cover(index, index + 1)), ("object", span))
                story.add(person, "met", chain, scene, rule="meet-verb", roles=roles, support=support, modality=mode, confidence=confidence, date=story.date)  # fmt: skip


def _span_of(actor: Actor, person: str):  # type: ignore[no-untyped-def]
    return dict(zip(actor.members, actor.spans, strict=False)).get(person, actor.spans[0])


def _met_end(scene: Scene, start: int) -> int:
    """Those met end where the clause does, or where its topic begins."""
    end = clause_end(scene, start)
    for index in range(start, end):
        if scene.actor_at(index) is None and scene.low(index) in {"about", "regarding", "before", "after", "during", "over"}:
            return index
    return end


def _convene(story: Story, scene: Scene) -> None:
    """Note the meeting that a line says was held, and where."""
    for index, word in enumerate(scene.line.words):
        if word.lemma == "take" and scene.low(index + 1) != "place":
            continue
        if word.lemma in words("en", "frames", "attend.convene") and word.tag.startswith("VB"):
            site = _meeting_near(scene, index)
            if site is not None and modality(scene.line, index) == STATED:
                meeting = story.meeting_at(site, scene)
                meeting.factual = True
                place = next((s for s in scene.sites if s.start > index and s.type == "Place" and scene.low(s.start - 1) in {"in", "at"}), None)
                meeting.venue = meeting.venue or (place.chain if place is not None else None)


def _meeting_near(scene: Scene, index: int) -> Site | None:
    """Return the meeting mention that is subject or object of the verb."""
    meetings = [site for site in scene.sites if site.type == "Meeting"]
    after = next((site for site in meetings if index < site.start <= index + 4), None)
    before = next((site for site in reversed(meetings) if site.end <= index and index - site.end <= 3), None)
    return after or before


def _read_part(story: Story, scene: Scene, index: int, relation: str) -> None:
    """Read who chaired or attended which meeting, in active and passive voice."""
    word = scene.line.words[index]
    if word.lemma == "take" and scene.low(index + 1) != "part" or word.lemma == "preside" and scene.low(index + 1) != "over" and scene.low(index + 1) != "at":
        return
    passive = word.tag in {"VBN", "VBD"} and any(scene.low(i) == "by" for i in range(index + 1, min(index + 9, len(scene.line.words))))
    meeting = _which(story, scene, index, passive=passive, needs_object=word.lemma not in {"attend", "speak", "preside"})
    if meeting is None:
        return
    mode = modality(scene.line, index)
    if passive:
        company = [actor for actor in actors_after(scene, index + 1) if actor.kind == "named"]
        pairs = [(chain, span) for actor in company for chain, span in zip(actor.members, actor.spans, strict=True)]
        confidence = 0.9
    else:
        actor, confidence = subject_of(scene, index)
        people = story.who(actor)[0] if actor is not None else ()
        pairs = [(person, _span_of(actor, person)) for person in people] if actor is not None else []
    if mode == STATED and pairs:
        meeting.factual = True
    for person, span in pairs:
        roles = (("subject", span), ("trigger", scene.line.cover(index, index + 1)), ("object", meeting.span))
        story.add(person, relation, meeting.chain, scene, rule=f"{relation}-meeting", roles=roles if _on_line(scene, meeting) else roles[:2], support=(meeting.sentence,), modality=mode, confidence=confidence, event=meeting.chain if mode == STATED else None, date=meeting.date)  # fmt: skip


def _on_line(scene: Scene, meeting: Meeting) -> bool:
    return scene.line.span.covers(meeting.span)


def _which(story: Story, scene: Scene, index: int, *, passive: bool, needs_object: bool) -> Meeting | None:
    """Return the meeting meant: the object named, "it", "the meeting", or the one under way."""
    site = _object_meeting(scene, index, passive=passive)
    if site is not None:
        return story.meeting_at(site, scene)
    end = len(scene.line.words) if passive else min(index + 9, clause_end(scene, index + 1))
    region = range(index) if passive else range(index + 1, end)
    generic = any(scene.low(i) in words("en", "events", "meetings.heads") and scene.site_at(i) is None for i in region)
    pronoun = any(scene.low(i) == "it" for i in region)
    if generic or pronoun:
        return story.meeting
    other_object = any(scene.site_at(i) is not None or scene.line.words[i].dep == "dobj" for i in region)
    return None if needs_object or other_object or passive else story.meeting


def _object_meeting(scene: Scene, index: int, *, passive: bool) -> Site | None:
    meetings = [site for site in scene.sites if site.type == "Meeting"]
    if passive:
        return next((site for site in reversed(meetings) if site.end <= index), None)
    end = clause_end(scene, index + 1)
    return next((site for site in meetings if index < site.start < end and site.start - index <= 8), None)
