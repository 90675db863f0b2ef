"""The frame accompany: who takes part in another's visit, in the order in which they are listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.extract.frames.modality import STATED, modality
from graphbuild.extract.frames.subjects import actors_after, clause_end, subject_of
from graphbuild.extract.phrases import phrase_at
from graphbuild.languages import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graphbuild.extract.frames.scene import Actor, Scene
    from graphbuild.extract.frames.story import Story, Visit
    from graphbuild.model import Span, Word


def read_companions(story: Story, scene: Scene) -> None:
    """Read every accompany frame of a line into the story."""
    if _read_inverted(story, scene):
        return
    _read_beside(story, scene)
    for index, word in enumerate(scene.line.words):
        if word.pos not in {"VERB", "AUX"} and not word.tag.startswith("VB"):
            continue
        if word.lemma in words("en", "frames", "companions.accompany") and _passive(scene, index):
            _read_by(story, scene, index)
        elif word.lemma in words("en", "frames", "companions.accompany") and word.lemma != "join":
            _read_accompany(story, scene, index)
        elif word.lemma in words("en", "frames", "companions.join"):
            if word.lemma in {"attend", "join"} and _passive(scene, index) and _activity_before(scene, index):
                _read_by(story, scene, index)
            else:
                _read_join(story, scene, index)
        elif word.lemma in words("en", "frames", "companions.move"):
            _read_with(story, scene, index)


def _passive(scene: Scene, index: int) -> bool:
    return scene.line.words[index].tag in {"VBN", "VBD"} and any(scene.low(i) == "by" for i in range(index + 1, index + 3))


def _activity_after(scene: Scene, start: int) -> int | None:
    """Return the word of an activity ("the investigation") within the object of a verb of joining."""
    for index in range(start, min(start + 9, len(scene.line.words))):
        word = scene.line.words[index]
        if word.low in words("en", "frames", "companions.activities") and scene.site_at(index) is None:
            return index
        if word.pos == "NOUN" and word.low not in {"part", "whole", "entire"} and scene.low(index + 1) not in words("en", "frames", "companions.activities"):
            return None
        if word.text in {",", ";"} or word.tag in {"VBD", "VBZ"} or scene.site_at(index) is not None and scene.site_at(index).type == "Meeting":  # type: ignore[union-attr]
            return None
    return None


def _activity_before(scene: Scene, index: int) -> bool:
    return any(scene.low(i) in words("en", "frames", "companions.activities") for i in range(index))


def _bare_join(scene: Scene, index: int) -> bool:
    """Whether nothing is said of what is joined: "A and B participated."."""
    word = scene.line.words[index]
    after = index + 1 + (word.lemma == "take")
    return word.lemma in {"participate", "take"} and (after >= len(scene.line.words) or scene.low(after) in {".", ";"})


def _read_join(story: Story, scene: Scene, index: int) -> None:
    """Read "A, B and C participated in the investigation"."""
    word = scene.line.words[index]
    if word.lemma == "take" and scene.low(index + 1) != "part":
        return
    if _activity_after(scene, index + 1) is None and not _bare_join(scene, index):
        return
    actor, confidence = subject_of(scene, index)
    if actor is not None and actor.kind == "named":
        _record(story, scene, actor, index, story.current, rule="join-activity", confidence=confidence)


def _read_accompany(story: Story, scene: Scene, index: int) -> None:
    """Read "A and B accompanied him", "A accompanied C on the tour"."""
    actor, confidence = subject_of(scene, index)
    if actor is None or actor.kind != "named":
        return
    objects = [other for other in actors_after(scene, index + 1) if other != actor]
    bare = index + 1 >= len(scene.line.words) or scene.low(index + 1) in {".", ";"} or _activity_after(scene, index + 1) is not None
    visit = _visit_of(story, scene, objects[0], index) if objects else (story.current if bare else None)
    _record(story, scene, actor, index, visit, rule="accompany-verb", confidence=confidence)


def _visit_of(story: Story, scene: Scene, actor: Actor, trigger: int, *, opens: bool = True) -> Visit | None:
    """Return the visit of the person accompanied; `opens` one when the story tells of none yet."""
    if actor.kind == "pronoun" and story.current is not None:
        if story.subject is not None:
            return story.led_by(story.subject[0]) or story.current
        return story.current
    people, _ = story.who(actor)
    if not people:
        return story.current
    known = story.led_by(people[0])
    if known is not None or modality(scene.line, trigger) != STATED or not opens:
        return known
    return story.visit_of(people, scene, scene.line.cover(trigger, trigger + 1))


def _read_by(story: Story, scene: Scene, index: int) -> None:
    """Read "The activities were accompanied by A and B", "He was joined by A", "Accompanied by A, N visited"."""
    by = next(i for i in range(index + 1, index + 3) if scene.low(i) == "by")
    company = next((actor for actor in scene.actors if by < actor.start <= by + 3), None)
    if company is None or company.kind != "named":
        return
    leader = _leader(scene, index, company)
    visit = _visit_of(story, scene, leader, index, opens=scene.line.words[index].lemma != "join") if leader is not None else story.current
    _record(story, scene, company, index, visit, rule="accompanied-by", confidence=0.9)


def _leader(scene: Scene, index: int, company: Actor) -> Actor | None:
    """Return who is accompanied: the subject of the passive, or of the main clause that follows."""
    before = [actor for actor in scene.actors if actor.end <= index]
    if before:
        return before[-1] if before[-1].kind != "named" or len(before[-1].members) == 1 else None
    activity = any(scene.low(i) in words("en", "frames", "companions.activities") for i in range(index))
    if activity:
        return None
    return next((actor for actor in scene.actors if actor.start >= company.end), None)


def _read_inverted(story: Story, scene: Scene) -> bool:
    """Read "Accompanying the investigation were A and B", "Those who took part included A"."""
    line = scene.line.words
    if scene.low(0) not in words("en", "frames", "companions.openers"):
        return False
    copula = next((i for i in range(1, min(16, len(line))) if line[i].lemma in words("en", "frames", "companions.copulas") and scene.actor_at(i) is None and i > 1), None)
    if copula is None:
        return False
    opening = line[:copula]
    joins = any(word.lemma in {"participate", "join", "accompany", "take", "part", "attend"} or word.low in {"accompanying", "participating", "taking", "joining", "attending"} for word in opening)
    if not joins or any(scene.site_at(i) is not None and scene.site_at(i).type == "Meeting" for i in range(copula)) or _meeting_noun(opening):  # type: ignore[union-attr]
        return False
    if not _only_activities(scene, copula):
        return False
    company = [actor for actor in scene.actors if actor.start > copula and actor.kind == "named"]
    leader = next((actor for actor in scene.actors if actor.end <= copula), None)
    visit = _visit_of(story, scene, leader, copula) if leader is not None else story.current
    for actor in company:
        _record(story, scene, actor, copula, visit, rule="join-inverted", confidence=0.9)
    return bool(company)


def _only_activities(scene: Scene, copula: int) -> bool:
    """Whether what is joined is an activity, or nothing is named: "Joining him on the call were" is no visit."""
    nouns = [i for i in range(copula) if scene.line.words[i].pos == "NOUN" and scene.actor_at(i) is None]
    known = words("en", "frames", "companions.activities") | words("en", "frames", "companions.openers") | {"part", "visits", "morning", "afternoon"}
    return all(scene.low(i) in known for i in nouns)


def _meeting_noun(opening: Sequence[Word]) -> bool:
    return any(word.low in words("en", "events", "meetings.heads") for word in opening)


def _read_beside(story: Story, scene: Scene) -> None:
    """Read "N, along with A, toured", "Flanked by A and B, N toured", "together with A"."""
    for index in range(len(scene.line.words)):
        end = index + len(phrase_at(scene.line, index, "frames", "companions.beside"))
        company = next((actor for actor in scene.actors if end <= actor.start <= end + 1 and actor.kind == "named"), None)
        if end == index or company is None or story.current is None:
            continue
        here = {member for actor in scene.actors if actor != company for member in actor.members}
        if set(story.current.principals) & here:
            _record(story, scene, company, index, story.current, rule="beside", confidence=0.85)


def _read_with(story: Story, scene: Scene, index: int) -> None:
    """Read "A went with her", "A investigated together with him", and "N went with A to X"."""
    end = clause_end(scene, index + 1)
    at = next((i for i in range(index + 1, end) if scene.low(i) == "with" and scene.actor_at(i) is None), None)
    if at is None:
        return
    other = next((actor for actor in scene.actors if at < actor.start <= at + 2), None)
    actor, confidence = subject_of(scene, index)
    if other is None or actor is None or other == actor or actor.kind != "named":
        return
    if other.kind == "pronoun":
        _record(story, scene, actor, index, _visit_of(story, scene, other, index), rule="move-with", confidence=confidence)
    elif other.kind == "named" and story.led_by(actor.members[0]) is not None:
        _record(story, scene, other, index, story.led_by(actor.members[0]), rule="move-with", confidence=confidence)


def _record(story: Story, scene: Scene, company: Actor, trigger: int, visit: Visit | None, *, rule: str, confidence: float) -> None:
    mode = modality(scene.line, trigger)
    word = scene.line.words[trigger]
    if mode == STATED and word.tag == "VBN" and word.head != trigger and word.dep in {"advcl", "acl", "conj", "prep"}:
        mode = modality(scene.line, word.head)  # "will travel to X, joined by A": the company is as planned as the trip
    if visit is None:
        return
    for person, span in zip(company.members, company.spans, strict=True):
        if person in visit.principals:
            continue
        position = _position(visit, person) if mode == STATED else None
        roles = (("subject", span), ("trigger", scene.line.cover(trigger, trigger + 1)))
        support: tuple[Span, ...] = (visit.opening,)
        for principal in visit.principals:
            story.add(person, "accompanied", principal, scene, rule=rule, roles=roles, support=support, modality=mode, confidence=confidence, event=visit.id if mode == STATED else None, position=position, date=visit.date)  # fmt: skip


def _position(visit: Visit, person: str) -> int:
    if person not in visit.companions:
        visit.companions.append(person)
    return visit.companions.index(person) + 1
