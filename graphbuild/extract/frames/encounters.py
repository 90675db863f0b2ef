"""The frame meet: "A met with B", "A and B met", "A was received by B", "talks between A and B"."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final

from graphbuild.extract.frames.modality import PLANNED, STATED, modality
from graphbuild.extract.frames.story import Act
from graphbuild.extract.frames.subjects import actors_after, clause_end, subject_of
from graphbuild.extract.lexicon import POSSESSIVE
from graphbuild.extract.tags import PASSIVE
from graphbuild.languages import words

if TYPE_CHECKING:
    from graphbuild.extract.frames.scene import Actor, Scene
    from graphbuild.extract.frames.story import Part, Story

_BY_NOUN: Final = 0.85
_FARTHEST_GUEST: Final = 6
_FARTHEST_TITLE: Final = 3
_FARTHEST_LINK: Final = 6
_SERVING: Final = frozenset({"for", "to"})
_EACH_OTHER: Final = 0.05
"""What a plural subject without an object takes from the confidence of a claim."""


def read_encounter(story: Story, scene: Scene, index: int) -> None:
    """Read the verb at `index` as one of meeting, if it is one."""
    if not _is_encounter(scene, index):
        return
    by = scene.find("by", index + 1, index + 3)
    if by is not None and scene.line.words[index].tag in PASSIVE:
        _received_by(story, scene, index, by)
    elif not _meets_a_thing(scene, index):
        _met(story, scene, index)


def _is_encounter(scene: Scene, index: int) -> bool:
    """Whether the verb tells of a meeting: "met", "called on N", "visited N", "held talks with"."""
    lemma = scene.line.words[index].lemma
    if lemma in words("en", "frames", "meet.verbs") or _light(scene, index):
        return True
    if lemma in words("en", "frames", "visit.light") and _visit_to_person(scene, index):
        return True
    if lemma == "call":
        return scene.low(index + 1) == "on" and scene.actor_starting(index + 2, index + 4) is not None
    guest = scene.actor_starting(index + 1, index + 1) if lemma == "visit" else None
    return guest is not None and guest.kind == "named"


def _visit_to_person(scene: Scene, index: int) -> bool:
    """Whether a visit is paid to somebody: "paid a courtesy visit to the Emir, N"."""
    nouns = words("en", "frames", "visit.nouns")
    noun = next((i for i in range(index + 1, index + 5) if scene.low(i) in nouns), None)
    if noun is None or scene.low(noun + 1) not in {"to", "on"}:
        return False
    guest = scene.actor_starting(noun + 2, noun + _FARTHEST_GUEST)
    return guest is not None and guest.kind == "named" and scene.site_at(noun + 2) is None


def _light(scene: Scene, index: int) -> bool:
    """Whether the verb is a light one with a noun of meeting: "held talks with"."""
    if scene.line.words[index].lemma not in words("en", "frames", "meet.light"):
        return False
    nouns = words("en", "frames", "meet.nouns")
    noun = next((i for i in range(index + 1, index + 7) if scene.low(i) in nouns), None)
    return noun is not None and scene.low(noun + 1) in words("en", "frames", "meet.noun_links")


def _met(story: Story, scene: Scene, index: int) -> None:
    """Claim that the subject met each person of the object, or its members each other."""
    actor, confidence = subject_of(scene, index)
    if actor is None:
        return
    people, support = story.who(actor)
    mode = modality(scene.line, index)
    if _reciprocal(scene, index, actor, people):
        act = Act(scene, "met-each-other", index, mode, confidence - _EACH_OTHER, date=story.date)
        _each_other(story, actor, act)
        return
    act = Act(scene, "meet-verb", index, mode, confidence, support, date=story.date)
    after = actors_after(scene, index + 1, until=_met_end(scene, index + 1))
    named = (a for a in after if a.kind == "named" and a != actor and not _is_owner(scene, a))
    others: list[Part] = [pair for other in named for pair in other.pairs]
    others = others or _guests(story, scene, index)
    for person in people:
        for other in others:
            if other[0] not in people:
                story.add(act, (person, actor.span_of(person)), "met", other)


def _is_owner(scene: Scene, actor: Actor) -> bool:
    """Whether only people of the actor's are met: "members of N's administration", "the parents of N"."""
    belonging = words("en", "posts", "groups.heads") | words("en", "frames", "meet.kin")
    group = scene.low(actor.start - 2) in belonging
    links = range(actor.start - 1, max(0, actor.start - _FARTHEST_LINK), -1)
    link = next((index for index in links if scene.low(index) in _SERVING), None)
    if link is not None and _is_served(scene, link, actor.start):
        return True
    return scene.low(actor.end) in POSSESSIVE or (group and scene.low(actor.start - 1) == "of")


def _is_served(scene: Scene, link: int, end: int) -> bool:
    """Whether the link leads from a title to whom its holder serves: "Chief of Cabinet for X President N"."""
    heads, line = words("en", "posts", "heads"), scene.line.words
    before = [scene.low(index) for index in range(max(0, link - _FARTHEST_TITLE), link)]
    unbroken = all(word.capital or word.low == "the" for word in line[link + 1 : end])
    return unbroken and not {",", "with"} & set(before) and any(low in heads for low in before)


def _guests(story: Story, scene: Scene, index: int) -> list[Part]:
    """Return whom "received them" means: the principals of the visit under way."""
    hosts = scene.line.words[index].lemma in words("en", "frames", "meet.hosting")
    pointing = scene.low(index + 1) in words("en", "grammar", "object_plurals")
    if not hosts or not pointing or story.current is None:
        return []
    return [(person, None) for person in story.current.principals]


def _reciprocal(scene: Scene, index: int, actor: Actor, people: tuple[str, ...]) -> bool:
    """Whether "A and B met in X": a plural subject that meets nobody else meets itself."""
    if len(people) != 2 or actor.kind != "named" or scene.low(index + 1) == "with":
        return False
    if _light(scene, index) and scene.find("with", index + 1, index + 8) is not None:
        return False
    if scene.line.words[index].lemma in words("en", "frames", "meet.hosting"):
        return False
    return all(other == actor for other in actors_after(scene, index + 1))


def _each_other(story: Story, actor: Actor, act: Act) -> None:
    for left, right in combinations(actor.pairs, 2):
        story.add(act, left, "met", right)


def _received_by(story: Story, scene: Scene, index: int, by: int) -> None:
    """Read "A was received by B"."""
    guest, confidence = subject_of(scene, index, passive=True)
    near = (actor for actor in scene.actors if by < actor.start <= by + 3 and actor.kind == "named")
    host = next(near, None)
    if guest is None or host is None or guest == host or guest.kind != "named":
        return
    act = Act(scene, "received-by", index, modality(scene.line, index), confidence, date=story.date)
    for receiver in host.pairs:
        for other in guest.pairs:
            story.add(act, receiver, "met", other)


def read_talks(story: Story, scene: Scene) -> None:
    """Read "talks between A and B were held" and "A's meeting with B" of a headline."""
    nouns = words("en", "frames", "meet.nouns") - words("en", "frames", "meet.not_headings")
    for index, word in enumerate(scene.line.words):
        if word.low not in nouns or scene.site_at(index) is not None:
            continue
        after = scene.actor_starting(index + 2, index + 3)
        if after is None or after.kind != "named":
            continue
        mode = _mode_of_talks(scene, index)
        between = scene.low(index + 1) == "between" and len(after.members) == 2
        if between:
            _each_other(story, after, Act(scene, "talks-between", index, mode, _BY_NOUN, date=story.date))
        elif scene.low(index + 1) == "with":
            act = Act(scene, "meeting-with", index, mode, _BY_NOUN, date=story.date)
            _owner_met(story, scene.owner_of(index, reach=2), after, act)


def _mode_of_talks(scene: Scene, noun: int) -> str:
    """Return the modality of talks by the verb that tells of them: "A's meeting with B was postponed"."""
    head = scene.line.words[noun].head
    if head == noun:
        return STATED
    ahead = scene.find("ahead", max(0, noun - 8), noun) is not None
    planned = ahead or scene.line.words[head].lemma in words("en", "frames", "modality.planning")
    return PLANNED if planned else modality(scene.line, head)


def _owner_met(story: Story, owner: Actor | None, guest: Actor, act: Act) -> None:
    if owner is None or owner.kind != "named" or len(owner.members) != 1:
        return
    host: Part = owner.pairs[0]
    for other in guest.pairs:
        story.add(act, host, "met", other)


def _meets_a_thing(scene: Scene, index: int) -> bool:
    """Whether the verb's object is no person: "met the requirements", "received the report"."""
    light = scene.line.words[index].lemma in words("en", "frames", "visit.light")
    if light and _visit_to_person(scene, index):
        return False
    person = scene.actor_starting(index + 1, index + 2)
    owner = person is not None and scene.low(person.end) in POSSESSIVE
    named = person is not None and person.kind == "named" and not owner
    if scene.low(index + 1) == "with" or _light(scene, index) or named:
        return False
    line = scene.line.words
    objects = (i for i in range(index + 1, len(line)) if line[i].head == index and line[i].dep == "dobj")
    thing = next(objects, None)
    if thing is None or scene.actor_at(thing) is not None or line[thing].pos != "NOUN":
        return False
    led = scene.low(thing + 1) in words("en", "frames", "visit.led") or _party_led(scene, thing)
    return not led and scene.actor_starting(thing + 1, thing + 1) is None


def _party_led(scene: Scene, thing: int) -> bool:
    """Whether the object is a delegation whose leader is named: "received a delegation of X led by N"."""
    if scene.low(thing) not in words("en", "frames", "visit.parties"):
        return False
    led = words("en", "frames", "visit.led")
    return any(
        scene.low(i) in led and scene.low(i + 1) == "by"
        for i in range(thing + 1, clause_end(scene, thing + 1))
    )


def _met_end(scene: Scene, start: int) -> int:
    """Return where those met end: with the clause, or where its topic begins."""
    end = clause_end(scene, start)
    return next((i for i in range(start, end) if scene.actor_at(i) is None and _ends_object(scene, i)), end)


def _ends_object(scene: Scene, index: int) -> bool:
    if scene.low(index) in words("en", "frames", "meet.topic_openers"):
        return True
    return scene.line.words[index].tag == "VBN" and scene.low(index) not in words("en", "frames", "visit.led")
