"""Who does what a verb tells: the parse where it holds, the order of words where it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graphbuild.languages import words

if TYPE_CHECKING:
    from graphbuild.extract.frames.scene import Actor, Scene

BOTH: Final = 0.95
PARSE_ONLY: Final = 0.85
ORDER_ONLY: Final = 0.75


def subject_of(scene: Scene, trigger: int, *, passive: bool = False) -> tuple[Actor | None, float]:
    """Return the actor that is the subject of the verb, and how sure that is.

    A claim that parse and word order both read is surer than one that only one of them reads.
    """
    parsed, blocked = _by_parse(scene, trigger, "nsubjpass" if passive else "nsubj")
    ordered = None if blocked else _by_order(scene, trigger)
    if parsed is not None and parsed == ordered:
        return _leader_of(scene, parsed), BOTH
    if parsed is not None:
        return _leader_of(scene, parsed), PARSE_ONLY
    return (_leader_of(scene, ordered) if ordered is not None else None), ORDER_ONLY


def _leader_of(scene: Scene, actor: Actor) -> Actor:
    """Let "the delegation led by N" stand for N."""
    if actor.kind != "group" or scene.low(actor.end) not in {"led", "headed"} or scene.low(actor.end + 1) != "by":
        return actor
    return next((other for other in scene.actors if other.start == actor.end + 2 and other.kind == "named"), actor)


def _by_parse(scene: Scene, trigger: int, relation: str) -> tuple[Actor | None, bool]:
    """Climb through infinitives, coordinations and adverbial clauses to a verb that has a subject.

    The second value says that the parse found a subject that is no actor of the scene, so that
    the order of words must not put another in its place.
    """
    line, index = scene.line.words, trigger
    for _ in range(5):
        for number, word in enumerate(line):
            if word.head == index and word.dep == relation and number != index:
                actor = scene.actor_at(number) or _relative(scene, number)
                if actor is not None and scene.low(actor.end) in {"'s", "'"}:
                    return None, True
                return actor, actor is None and (word.low in {"who", "that", "which"} or _nearer_noun(scene, number, trigger))
        if line[index].head == index or line[index].dep in {"ccomp", "relcl"}:
            return None, False
        controlled = _object_controller(scene, line[index].head, index)
        if controlled is not None:
            return controlled, False
        index = line[index].head
    return None, False


def _nearer_noun(scene: Scene, subject: int, trigger: int) -> bool:
    """Whether a common noun is the subject and stands nearer to the verb than any actor it is not listed with."""
    actor = next((a for a in reversed(scene.actors) if a.end <= subject < trigger), None)
    if actor is None or scene.line.words[subject].pos != "NOUN" or scene.low(subject) in words("en", "frames", "visit.parties"):
        return False
    between = scene.line.words[actor.end : subject]
    listed = any(word.low == "and" for word in between) and not any(word.pos in {"VERB", "AUX"} for word in between)
    return not listed


def _object_controller(scene: Scene, governor: int, verb: int) -> Actor | None:
    """In "A asked B to visit X" it is B who is to visit."""
    if scene.line.words[governor].lemma not in words("en", "frames", "modality.directing") | {"invite", "want", "allow", "send"}:
        return None
    return next((actor for actor in scene.actors if governor < actor.start < verb and actor.end <= verb), None)


def _relative(scene: Scene, index: int) -> Actor | None:
    """Let "who" stand for the actor right before it."""
    if scene.low(index) != "who":
        return None
    after = index - 1 if scene.low(index - 1) == "," else index
    return next((actor for actor in scene.actors if actor.end == after), None)


def _by_order(scene: Scene, trigger: int) -> Actor | None:
    """Return the nearest actor to the left with no verb of another clause in between."""
    line = scene.line.words
    for actor in reversed(scene.actors):
        if actor.end > trigger:
            continue
        between = line[actor.end : trigger]
        finite = sum(word.tag in {"VBD", "VBZ", "VBP"} and word.pos == "VERB" for word in between)
        broken = any(word.text in {";", ":"} for word in between)
        coordinated = any(word.low == "and" for word in between)
        if broken or (finite and not coordinated) or finite > 2:
            return None
        if actor.kind == "pronoun" and actor.word in {"him", "her"}:
            continue
        return None if _oblique(scene, actor) else actor
    return None


def _oblique(scene: Scene, actor: Actor) -> bool:
    """Whether the actor is a possessor ("A's wife visited") or hangs on a noun ("officials under A visited")."""
    if scene.low(actor.end) in {"'s", "'"}:
        return True
    before = scene.low(actor.start - 1)
    led = before == "by" and scene.low(actor.start - 2) in {"led", "headed"}
    return before in {"of", "by", "under", "from", "with", "for", "about", "against", "between", "to", "on"} and not led


def actors_after(scene: Scene, start: int, *, until: int | None = None) -> list[Actor]:
    """Return the actors to the right of `start`, up to the next verb of a new clause."""
    line = scene.line.words
    end = until if until is not None else clause_end(scene, start)
    return [actor for actor in scene.actors if start <= actor.start < end and actor.start < len(line)]


def actors_by(scene: Scene, by: int) -> list[Actor]:
    """Return the agents of a passive: those after "by" up to the next participle with a "by" of its own."""
    line, end = scene.line.words, clause_end(scene, by + 1)
    for index in range(by + 1, end):
        if line[index].tag in {"VBN", "VBD"} and scene.actor_at(index) is None and scene.low(index + 1) == "by":
            end = index
            break
    return [actor for actor in scene.actors if by < actor.start < end and actor.kind == "named"]


def clause_end(scene: Scene, start: int) -> int:
    """Return where the clause that `start` is in ends: at a finite verb, an infinitive or a semicolon."""
    line, index = scene.line.words, start
    while index < len(line):
        actor = scene.actor_at(index)
        if actor is not None:
            index = actor.end
            continue
        word = line[index]
        if word.text == ";" or word.low in {"where", "who", "while", "when"}:
            return index
        if word.tag in {"VBD", "VBZ", "VBP", "MD"} or (word.low == "to" and index + 1 < len(line) and line[index + 1].tag == "VB"):
            return index
        index += 1
    return len(line)
