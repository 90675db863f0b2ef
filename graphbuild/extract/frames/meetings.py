"""The frames meet, chair and attend."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from graphbuild.extract.frames.modality import STATED, modality
from graphbuild.extract.frames.subjects import actors_after, actors_by, clause_end, subject_of
from graphbuild.languages import words

if TYPE_CHECKING:
    from graphbuild.extract.frames.scene import Actor, Scene, Site
    from graphbuild.extract.frames.story import Meeting, Story
    from graphbuild.model import Span, Word


def read_meetings(story: Story, scene: Scene) -> None:
    """Read every meet, chair and attend frame of a line into the story."""
    _convene(story, scene)
    _read_between(story, scene)
    for index, word in enumerate(scene.line.words):
        if not (word.pos in {"VERB", "AUX"} or word.tag.startswith("VB")) or scene.actor_at(index) is not None:
            continue
        called = word.lemma == "call" and scene.low(index + 1) == "on" and any(a.start in {index + 2, index + 3} for a in scene.actors)
        person = word.lemma == "visit" and any(a.start == index + 1 and a.kind == "named" for a in scene.actors)
        if called or person or word.lemma in words("en", "frames", "meet.verbs") or _light(scene, index, word):
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
    by = next((i for i in range(index + 1, min(index + 3, len(scene.line.words))) if scene.low(i) == "by"), None)
    if by is not None and scene.line.words[index].tag in {"VBN", "VBD"}:
        _received_by(story, scene, index, by)
        return
    actor, confidence = subject_of(scene, index)
    if actor is None:
        return
    if _meets_a_thing(scene, index):
        return
    people, support = story.who(actor)
    mode = modality(scene.line, index)
    if _reciprocal(story, scene, index, actor, people, mode, confidence):
        return
    others = [other for other in actors_after(scene, index + 1, until=_met_end(scene, index + 1)) if other.kind == "named" and other != actor]
    pairs = [(other, chain, span) for other in others for chain, span in zip(other.members, other.spans, strict=True)]
    for person in people:
        for _, chain, span in pairs:
            if chain not in people:
                roles = (("subject", _span_of(actor, person)), ("trigger", scene.line.cover(index, index + 1)), ("object", span))
                story.add(person, "met", chain, scene, rule="meet-verb", roles=roles, support=support, modality=mode, confidence=confidence, date=story.date)  # fmt: skip


def _reciprocal(story: Story, scene: Scene, index: int, actor: Actor, people: tuple[str, ...], mode: str, confidence: float) -> bool:
    """Read "A and B met in X": a plural subject that meets nobody else meets itself."""
    others = [other for other in actors_after(scene, index + 1) if other != actor]
    hosts = scene.line.words[index].lemma in {"host", "receive"}
    if others or hosts or len(people) != 2 or actor.kind != "named" or scene.low(index + 1) == "with":
        return False
    _pair(story, scene, index, people, actor.spans, rule="met-each-other", mode=mode, confidence=confidence - 0.05)
    return True


def _pair(story: Story, scene: Scene, index: int, people: tuple[str, ...], spans: tuple[Span, ...], *, rule: str, mode: str, confidence: float) -> None:
    for left, right in combinations(range(len(people)), 2):
        roles = (("subject", spans[left]), ("trigger", scene.line.cover(index, index + 1)), ("object", spans[right]))
        story.add(people[left], "met", people[right], scene, rule=rule, roles=roles, modality=mode, confidence=confidence, date=story.date)


def _received_by(story: Story, scene: Scene, index: int, by: int) -> None:
    """Read "A was received by B"."""
    guest, confidence = subject_of(scene, index, passive=True)
    host = next((actor for actor in scene.actors if by < actor.start <= by + 3 and actor.kind == "named"), None)
    if guest is None or host is None or guest == host or guest.kind != "named":
        return
    for person, span in zip(host.members, host.spans, strict=True):
        for other, there in zip(guest.members, guest.spans, strict=True):
            roles = (("subject", span), ("trigger", scene.line.cover(index, index + 1)), ("object", there))
            story.add(person, "met", other, scene, rule="received-by", roles=roles, modality=modality(scene.line, index), confidence=confidence, date=story.date)  # fmt: skip


def _read_between(story: Story, scene: Scene) -> None:
    """Read "talks between A and B were held" and "A's meeting with B" of a headline."""
    for index, word in enumerate(scene.line.words):
        if word.low not in words("en", "frames", "meet.nouns") or word.low in {"conversation", "discussions"} or scene.site_at(index) is not None:
            continue
        after = next((actor for actor in scene.actors if index + 2 <= actor.start <= index + 3), None)
        if after is None or after.kind != "named":
            continue
        mode = modality(scene.line, word.head) if word.head != index else STATED
        if scene.low(index + 1) == "between" and len(after.members) == 2:
            _pair(story, scene, index, after.members, after.spans, rule="talks-between", mode=mode, confidence=0.85)
        elif scene.low(index + 1) == "with":
            _owner_met(story, scene, index, after, mode)


def _owner_met(story: Story, scene: Scene, index: int, guest: Actor, mode: str) -> None:
    owner = next((actor for actor in scene.actors if actor.end <= index <= actor.end + 2 and scene.low(actor.end) in {"'s", "'"}), None)
    if owner is None or owner.kind != "named" or len(owner.members) != 1:
        return
    people = (owner.members[0], *guest.members)
    for other, span in zip(guest.members, guest.spans, strict=True):
        roles = (("subject", owner.spans[0]), ("trigger", scene.line.cover(index, index + 1)), ("object", span))
        if other != people[0]:
            story.add(people[0], "met", other, scene, rule="meeting-with", roles=roles, modality=mode, confidence=0.85, date=story.date)


def _meets_a_thing(scene: Scene, index: int) -> bool:
    """Whether the verb's object is no person: "met the requirements", "received the report"."""
    if scene.low(index + 1) == "with" or _light(scene, index, scene.line.words[index]):
        return False
    objects = [i for i, word in enumerate(scene.line.words) if word.head == index and word.dep == "dobj" and i > index]
    if not objects or scene.actor_at(objects[0]) is not None or scene.line.words[objects[0]].pos != "NOUN":
        return False
    led = scene.low(objects[0] + 1) in {"led", "headed"}
    return not led and not any(actor.start == objects[0] + 1 for actor in scene.actors)


def _span_of(actor: Actor, person: str) -> Span:
    return dict(zip(actor.members, actor.spans, strict=False)).get(person, actor.spans[0])


def _met_end(scene: Scene, start: int) -> int:
    """Those met end where the clause does, or where its topic begins."""
    end = clause_end(scene, start)
    for index in range(start, end):
        participle = scene.line.words[index].tag == "VBN" and scene.low(index) not in {"led", "headed"}
        if scene.actor_at(index) is None and participle:
            return index
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
        by = next(i for i in range(index + 1, len(scene.line.words)) if scene.low(i) == "by")
        company = actors_by(scene, by)
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
    site = next((site for site in meetings if index < site.start < end and site.start - index <= 10), None)
    return site if site is not None and _is_object(scene, index, site) else None


def _is_object(scene: Scene, index: int, site: Site) -> bool:
    """Whether the meeting itself is attended: not "preparations for", "the group of" or "problems raised at" it."""
    between = range(index + 1, site.start)
    loose = [i for i in between if scene.line.words[i].pos == "NOUN" and scene.low(i) not in {"part", "speech", "address", "remarks"}]
    word = scene.line.words[index]
    if word.lemma == "speak" and scene.low(index + 1) not in {"at", "in"}:
        return False
    if word.lemma == "inspect" and "parade" not in scene.line.text(site.start, site.end).casefold():
        return False
    return not loose
