"""Who does what a verb tells: the parse where it holds, the order of words where it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graphbuild.extract.lexicon import POSSESSIVE
from graphbuild.extract.tags import FINITE, PASSIVE, TOLD, VERBS
from graphbuild.languages import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graphbuild.extract.frames.scene import Actor, Scene
    from graphbuild.model import Word

BOTH: Final = 0.95
PARSE_ONLY: Final = 0.85
ORDER_ONLY: Final = 0.75
"""How sure a subject is that both the parse and the order of words give, or only one of them."""

_CLIMB: Final = 5
"""How many verbs a subject may stand above the verb asked about."""
_CLOSED: Final = frozenset({"ccomp", "relcl"})
_ASIDES: Final = frozenset({",", "-", "--", "–", "—", "("})
_STOPS: Final = frozenset({";", ":"})


def subject_of(scene: Scene, trigger: int, *, passive: bool = False) -> tuple[Actor | None, float]:
    """Return the actor that is the subject of the verb, and how sure that is.

    A claim that parse and word order both read is surer than one that only one of them reads.
    """
    thanked, named = _thanked_for(scene, trigger)
    if thanked:
        return named, PARSE_ONLY
    parsed, blocked = _by_parse(scene, trigger, "nsubjpass" if passive else "nsubj")
    ordered = None if blocked else _by_order(scene, trigger)
    if parsed is not None and parsed == ordered:
        return _leader_of(scene, parsed), BOTH
    if parsed is not None:
        return _leader_of(scene, parsed), PARSE_ONLY
    return (_leader_of(scene, ordered) if ordered is not None else None), ORDER_ONLY


def _thanked_for(scene: Scene, trigger: int) -> tuple[bool, Actor | None]:
    """Return whether somebody is thanked for the act, and who: B in "A thanked B for hosting it"."""
    line, index = scene.line.words, trigger
    if line[trigger].tag != "VBG":
        return False, None
    if scene.low(trigger - 1) in {"for", "on"}:
        beside = next((actor for actor in scene.actors if actor.end == trigger - 1), None)
        if beside is not None:
            return True, beside
    for _ in range(_CLIMB):
        index = line[index].head
        if line[index].lemma in words("en", "frames", "subjects.thanking"):
            return True, next(
                (a for a in scene.actors if index < a.start <= index + 2 and a.end < trigger), None
            )
        if line[index].pos == "VERB" and line[index].tag != "VBG":
            return False, None
    return False, None


def led_by_name(scene: Scene, noun_end: int) -> int:
    """Return where the name after "led by" or ", headed by" begins that follows a group; 0 for none."""
    index = noun_end + (scene.low(noun_end) in _ASIDES)
    led = scene.low(index) in words("en", "frames", "visit.led") and scene.low(index + 1) == "by"
    return index + 2 if led else 0


def _leader_of(scene: Scene, actor: Actor) -> Actor:
    """Let "the delegation led by N" stand for N."""
    first = led_by_name(scene, actor.end) if actor.kind == "group" else 0
    named = (a for a in scene.actors if first and first <= a.start <= first + 1 and a.kind == "named")
    return next(named, actor)


def _by_parse(scene: Scene, trigger: int, relation: str) -> tuple[Actor | None, bool]:
    """Climb through infinitives, coordinations and adverbial clauses to a verb that has a subject.

    The second value says that the parse found a subject that is no actor of the scene, so that
    the order of words must not put another in its place.
    """
    line, index = scene.line.words, trigger
    for _ in range(_CLIMB):
        subject = _child(scene, index, relation)
        if subject is not None:
            return _subject_actor(scene, subject, trigger)
        leading = _leading_verb(scene, index)
        if leading is not None:
            index = leading
            continue
        if line[index].head == index or line[index].dep in _CLOSED:
            return None, False
        controlled = _object_controller(scene, line[index].head, index)
        if controlled is not None:
            return controlled, False
        index = line[index].head
    return None, False


def _leading_verb(scene: Scene, verb: int) -> int | None:
    """In "led a delegation to visit" the infinitive hangs on the party; return the verb that leads it."""
    line = scene.line.words
    party = line[verb].head
    infinitive = line[verb].tag == "VB" and scene.low(verb - 1) == "to"
    if not infinitive or line[party].low not in words("en", "frames", "visit.parties"):
        return None
    leads = line[line[party].head].lemma in words("en", "frames", "visit.lead")
    return line[party].head if leads else None


def _child(scene: Scene, verb: int, relation: str) -> int | None:
    words_ = enumerate(scene.line.words)
    return next((i for i, word in words_ if word.head == verb and word.dep == relation and i != verb), None)


def _subject_actor(scene: Scene, subject: int, trigger: int) -> tuple[Actor | None, bool]:
    """Return the actor that the subject is, or whether the subject keeps others from its place."""
    actor = scene.actor_at(subject) or _relative(scene, subject) or _head_of(scene, subject, trigger)
    if actor is None:
        relative = scene.low(subject) in words("en", "grammar", "relatives")
        return None, relative or _nearer_noun(scene, subject, trigger)
    possessor = scene.low(actor.end) in POSSESSIVE
    return (None, True) if possessor else (actor, False)


def _head_of(scene: Scene, subject: int, trigger: int) -> Actor | None:
    """Let "a delegation from X, led by N," stand for N."""
    if scene.low(subject) not in words("en", "frames", "visit.parties"):
        return None
    first = next((i for i in range(subject + 1, trigger - 2) if led_by_name(scene, i)), None)
    begin = led_by_name(scene, first) if first is not None else 0
    return next(
        (a for a in scene.actors if begin and begin <= a.start <= begin + 1 and a.kind == "named"), None
    )


def _nearer_noun(scene: Scene, subject: int, trigger: int) -> bool:
    """Whether a common noun is the subject and nearer to the verb than any actor it is not listed with."""
    actor = next((a for a in reversed(scene.actors) if a.end <= subject < trigger), None)
    if actor is None or scene.line.words[subject].pos != "NOUN":
        return False
    if scene.low(subject) in words("en", "frames", "visit.parties"):
        return False
    between = scene.line.words[actor.end : subject]
    return not any(word.low == "and" for word in between) or any(word.pos in VERBS for word in between)


def _object_controller(scene: Scene, governor: int, verb: int) -> Actor | None:
    """In "A asked B to visit X" it is B who is to visit."""
    lemma = scene.line.words[governor].lemma
    directs = lemma in words("en", "frames", "modality.directing")
    if not directs and lemma not in words("en", "frames", "subjects.object_control"):
        return None
    return next(
        (actor for actor in scene.actors if governor < actor.start < verb and actor.end <= verb), None
    )


def _relative(scene: Scene, index: int) -> Actor | None:
    """Let "who" stand for the actor right before it."""
    if scene.low(index) != "who":
        return None
    after = index - 1 if scene.low(index - 1) == "," else index
    return next((actor for actor in scene.actors if actor.end == after), None)


def _by_order(scene: Scene, trigger: int) -> Actor | None:
    """Return the nearest actor to the left with no verb of another clause in between."""
    for actor in reversed(scene.actors):
        if actor.end > trigger:
            continue
        if _clause_between(scene.line.words[actor.end : trigger]):
            return None
        if actor.kind != "pronoun" or actor.word not in words("en", "grammar", "object_pronouns"):
            return None if _oblique(scene, actor) else actor
    return None


def _clause_between(between: Sequence[Word]) -> bool:
    """Whether a stop, or finite verbs that "and" does not join, part an actor from the verb."""
    finite = sum(word.tag in FINITE and word.pos == "VERB" for word in between)
    broken = any(word.text in _STOPS for word in between)
    coordinated = any(word.low == "and" for word in between)
    return broken or (finite > 0 and not coordinated) or finite > 2


def _oblique(scene: Scene, actor: Actor) -> bool:
    """Whether the actor is a possessor ("A's wife") or hangs on a noun ("officials under A")."""
    if scene.low(actor.end) in POSSESSIVE:
        return True
    led = led_by_name(scene, actor.start - 2)
    return scene.low(actor.start - 1) in words("en", "frames", "subjects.oblique") and led != actor.start


def actors_after(scene: Scene, start: int, *, until: int | None = None) -> list[Actor]:
    """Return the actors to the right of `start`, up to the next verb of a new clause."""
    end = until if until is not None else clause_end(scene, start)
    return [actor for actor in scene.actors if start <= actor.start < end and not _opens_clause(scene, actor)]


def _opens_clause(scene: Scene, actor: Actor) -> bool:
    """Whether the actor is the subject of a clause that "and" opens: "met A, and B toured"."""
    joined = "and" in {scene.low(actor.start - 1), scene.low(actor.start - 2)} and actor.end < len(
        scene.line.words
    )
    return joined and scene.line.words[actor.end].tag in TOLD and len(actor.members) <= 1


def actors_by(scene: Scene, by: int) -> list[Actor]:
    """Return the agents of a passive: those after "by" up to the next participle with a "by" of its own."""
    end = clause_end(scene, by + 1)
    another = (
        index
        for index in range(by + 1, end)
        if scene.low(index + 1) == "by"
        and scene.line.words[index].tag in PASSIVE
        and not scene.actor_at(index)
    )
    end = next(another, end)
    return [actor for actor in scene.actors if by < actor.start < end and actor.kind == "named"]


def clause_end(scene: Scene, start: int) -> int:
    """Return where the clause that `start` is in ends: at a finite verb, an infinitive or a semicolon."""
    index = start
    while index < len(scene.line.words):
        actor = scene.actor_at(index)
        if actor is None and _ends_clause(scene, index):
            return index
        index = index + 1 if actor is None else actor.end
    return len(scene.line.words)


def _ends_clause(scene: Scene, index: int) -> bool:
    word = scene.line.words[index]
    if word.text == ";" or word.low in words("en", "grammar", "clause_openers"):
        return True
    return word.tag in FINITE or word.tag == "MD" or (word.low == "to" and is_infinitive(scene, index + 1))


def is_infinitive(scene: Scene, index: int) -> bool:
    """Whether a bare verb form stands there: "to" before it opens no goal but another act."""
    return index < len(scene.line.words) and scene.line.words[index].tag == "VB"
