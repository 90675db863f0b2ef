"""The frame accompany: who takes part in another's visit, in the order in which they are listed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from graphbuild.extract.frames.inverted import inverted_company
from graphbuild.extract.frames.modality import STATED, modality
from graphbuild.extract.frames.story import Act
from graphbuild.extract.frames.subjects import actors_after, actors_by, clause_end, subject_of
from graphbuild.extract.phrases import phrase_at
from graphbuild.extract.tags import PASSIVE, TOLD, VERBS
from graphbuild.languages import words

if TYPE_CHECKING:
    from graphbuild.extract.frames.scene import Actor, Scene
    from graphbuild.extract.frames.story import Story, Visit
    from graphbuild.model import Word

_ENDS: Final = frozenset({".", ";"})
_HIGHEST: Final = 5
_PAUSES: Final = frozenset({",", ";"})
_DEPENDENT: Final = frozenset({"advcl", "acl", "conj", "prep"})


def read_companions(story: Story, scene: Scene) -> None:
    """Read every accompany frame of a line into the story."""
    if _read_inverted(story, scene):
        return
    _read_beside(story, scene)
    for index, word in enumerate(scene.line.words):
        if word.pos in VERBS or word.tag.startswith("VB"):
            _read_verb(story, scene, index, word)


def _read_verb(story: Story, scene: Scene, index: int, word: Word) -> None:
    """Read the verb as one of accompanying, joining or moving; "join" is of both of the first."""
    passive = _passive(scene, index)
    if word.lemma in words("en", "frames", "companions.accompany") and (passive or word.lemma != "join"):
        _read_by(story, scene, index) if passive else _read_accompany(story, scene, index)
    elif word.lemma in words("en", "frames", "companions.join"):
        joined = passive and word.lemma in words("en", "frames", "companions.joined_by")
        by = joined and (_activity_before(scene, index) or _leads(story, scene, index))
        _read_by(story, scene, index) if by else _read_join(story, scene, index)
    elif word.lemma in words("en", "frames", "companions.move"):
        _read_with(story, scene, index)


def _passive(scene: Scene, index: int) -> bool:
    return scene.line.words[index].tag in PASSIVE and scene.find("by", index + 1, index + 3) is not None


def _activity_after(scene: Scene, start: int) -> bool:
    """Whether the object of a verb of joining is an activity ("the investigation")."""
    activities = words("en", "frames", "companions.activities")
    light = words("en", "frames", "companions.light_nouns")
    for index in range(start, min(start + 9, len(scene.line.words))):
        word, site = scene.line.words[index], scene.site_at(index)
        if word.low in activities and site is None:
            return True
        if word.pos == "NOUN" and word.low not in light and scene.low(index + 1) not in activities:
            return False
        if word.text in _PAUSES or word.tag in TOLD or (site is not None and site.type == "Meeting"):
            return False
    return False


def _activity_before(scene: Scene, index: int) -> bool:
    return scene.any_of(words("en", "frames", "companions.activities"), 0, index)


def _leads(story: Story, scene: Scene, index: int) -> bool:
    """Whether whoever is joined leads the visit under way: "She was joined by"."""
    before = [actor for actor in scene.actors if actor.end <= index]
    people = story.who(before[-1])[0] if before else ()
    return bool(people) and story.current is not None and set(people) <= set(story.current.principals)


def _ends(scene: Scene, index: int) -> bool:
    return index >= len(scene.line.words) or scene.low(index) in _ENDS


def _bare_join(scene: Scene, index: int) -> bool:
    """Whether nothing is said of what is joined: "A and B participated."."""
    word = scene.line.words[index]
    bare = word.lemma in words("en", "frames", "companions.bare")
    return bare and _ends(scene, index + 1 + (word.lemma == "take"))


def _read_join(story: Story, scene: Scene, index: int) -> None:
    """Read "A, B and C participated in the investigation"."""
    if scene.line.words[index].lemma == "take" and scene.low(index + 1) != "part":
        return
    if not _activity_after(scene, index + 1) and not _bare_join(scene, index):
        return
    actor, confidence = subject_of(scene, index)
    if actor is not None and actor.kind == "named":
        _record(story, actor, story.current, Act(scene, "join-activity", index, confidence=confidence))


def _read_accompany(story: Story, scene: Scene, index: int) -> None:
    """Read "A and B accompanied him", "A accompanied C on the tour"."""
    actor, confidence = subject_of(scene, index)
    if actor is None or actor.kind != "named":
        return
    objects = [other for other in actors_after(scene, index + 1) if other != actor]
    if objects:
        opens = objects[0].kind != "pronoun"
        visit = _visit_of(story, scene, objects[0], index, opens=opens)
    else:
        them = scene.low(index + 1) == "them"
        bare = them or _ends(scene, index + 1) or _activity_after(scene, index + 1)
        visit = story.current if bare else None
    _record(story, actor, visit, Act(scene, "accompany-verb", index, confidence=confidence))


def _visit_of(story: Story, scene: Scene, actor: Actor, trigger: int, *, opens: bool = True) -> Visit | None:
    """Return the visit of the person accompanied; `opens` one when the story tells of none yet."""
    if actor.kind == "pronoun":
        people, _ = story.who(actor)
        led = story.led_by(people[0]) if people else None
        if led or story.current is not None or not people or not opens:
            return led or story.current
        stated = modality(scene.line, trigger) == STATED
        return story.visit_of(people, scene, scene.span(trigger)) if stated else None
    people, _ = story.who(actor)
    if not people:
        return story.current
    known = story.led_by(people[0])
    if known is not None or modality(scene.line, trigger) != STATED or not opens:
        return known
    return story.visit_of(people, scene, scene.span(trigger))


def _read_by(story: Story, scene: Scene, index: int) -> None:
    """Read "The tour was accompanied by A", "He was joined by A", "Accompanied by A, N visited"."""
    by = scene.find("by", index + 1, index + 3)
    companies = _listed_after(scene, by) if by is not None else []
    if not companies:
        return
    leader, visit = _leader(scene, index, companies[-1]), story.current
    if leader is not None:
        opens = scene.line.words[index].lemma != "join"
        visit = _visit_of(story, scene, leader, index, opens=opens)
    for actor in companies:
        _record(story, actor, visit, Act(scene, "accompanied-by", index))


def _listed_after(scene: Scene, by: int) -> list[Actor]:
    """Return the named actors after "by" up to the subject of the main clause, if one follows."""
    agents = actors_by(scene, by) if scene.actor_starting(by + 1, by + 3) is not None else []
    last = agents[-1] if len(agents) > 1 else None
    if last is not None and last.end < len(scene.line.words) and scene.line.words[last.end].tag in TOLD:
        agents = agents[:-1]
    return agents


def _leader(scene: Scene, index: int, company: Actor) -> Actor | None:
    """Return who is accompanied: the subject of the passive, or of the main clause that follows."""
    before = [actor for actor in scene.actors if actor.end <= index]
    if before:
        return before[-1] if before[-1].kind != "named" or len(before[-1].members) == 1 else None
    return None if _activity_before(scene, index) else scene.actor_after(company.end)


def _read_inverted(story: Story, scene: Scene) -> bool:
    """Read "Accompanying the investigation were A and B", "Those who took part included A"."""
    found = inverted_company(scene)
    if found is None:
        return False
    copula, company = found
    leader = next((actor for actor in scene.actors if actor.end <= copula), None)
    visit = _visit_of(story, scene, leader, copula) if leader is not None else story.current
    for actor in company:
        _record(story, actor, visit, Act(scene, "join-inverted", copula))
    return bool(company)


def _read_beside(story: Story, scene: Scene) -> None:
    """Read "N, along with A, toured", "Flanked by A and B, N toured", "together with A"."""
    for index in range(len(scene.line.words)):
        size = len(phrase_at(scene.line, index, "frames", "companions.beside"))
        if not size or story.current is None:
            continue
        near = (a for a in scene.actors if index + size <= a.start <= index + size + 1 and a.kind == "named")
        company = next(near, None)
        here = {member for actor in scene.actors if actor != company for member in actor.members}
        if company is not None and set(story.current.principals) & here:
            _record(story, company, story.current, Act(scene, "beside", index, confidence=0.85))


def _read_with(story: Story, scene: Scene, index: int) -> None:
    """Read "A went with her", "A investigated together with him", and "N went with A to X"."""
    if scene.low(index + 1) in words("en", "frames", "companions.together") and _ends(scene, index + 2):
        actor, confidence = subject_of(scene, index)
        if actor is not None and actor.kind == "named":
            _record(story, actor, story.current, Act(scene, "move-together", index, confidence=confidence))
        return
    end = clause_end(scene, index + 1)
    at = next((i for i in range(index + 1, end) if scene.low(i) == "with" and not scene.actor_at(i)), None)
    other = scene.actor_starting(at + 1, at + 2) if at is not None else None
    actor, confidence = subject_of(scene, index)
    if other is None or actor is None or other == actor or actor.kind != "named":
        return
    act = Act(scene, "move-with", index, confidence=confidence)
    if other.kind == "pronoun":
        _record(story, actor, _visit_of(story, scene, other, index), act)
    elif other.kind == "named":
        _record(story, other, story.led_by(actor.members[0]), act)


def _mode(scene: Scene, trigger: int) -> str:
    """Return the modality; "will travel, joined by A" and "N, alongside A, will travel" plan the company."""
    mode, word = modality(scene.line, trigger), scene.line.words[trigger]
    if mode == STATED and word.pos == "ADP":
        return modality(scene.line, _verb_above(scene, trigger))
    hangs = word.tag == "VBN" and word.head != trigger and word.dep in _DEPENDENT
    return modality(scene.line, word.head) if mode == STATED and hangs else mode


def _verb_above(scene: Scene, index: int) -> int:
    """Return the verb that a word hangs on, over the nouns in between; the word itself for none."""
    line, above = scene.line.words, index
    for _ in range(_HIGHEST):
        if line[above].pos in VERBS:
            return above
        above = line[above].head
    return index


def _record(story: Story, company: Actor, visit: Visit | None, act: Act) -> None:
    """Claim that the company accompanied every principal of the visit, in the order of the list."""
    if visit is None or act.trigger is None:
        return
    mode = _mode(act.scene, act.trigger)
    event = visit.id if mode == STATED else None
    act = replace(act, mode=mode, support=(visit.opening,), event=event, date=visit.date)
    for person, span in company.pairs:
        if person not in visit.principals:
            position = _position(visit, person) if mode == STATED else None
            for principal in visit.principals:
                story.add(act, (person, span), "accompanied", (principal, None), position=position)


def _position(visit: Visit, person: str) -> int:
    if person not in visit.companions:
        visit.companions.append(person)
    return visit.companions.index(person) + 1
