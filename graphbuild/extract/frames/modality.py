"""Whether an act is told as done: planned, directed and denied acts are no facts.

The verb's auxiliaries and the verbs that govern it decide (Saurí and Pustejovsky, FactBank, 2009,
reduced to the four values that readers of official news need).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graphbuild.extract.phrases import phrase_at
from graphbuild.languages import phrases, words

if TYPE_CHECKING:
    from graphbuild.model import Line

NEGATED: Final = "negated"
PLANNED: Final = "planned"
DIRECTED: Final = "directed"
STATED: Final = "stated"
_CLIMB: Final = frozenset({"xcomp", "ccomp", "conj", "advcl", "acl", "pcomp", "relcl", "dobj", "prep", "pobj", "csubj"})


def modality(line: Line, trigger: int) -> str:
    """Return the modality of the act that the word at `trigger` tells."""
    if _denied_as_a_whole(line):
        return NEGATED
    own = _own(line, trigger)
    if own != STATED:
        return own
    return _governed(line, trigger)


def _denied_as_a_whole(line: Line) -> bool:
    lows = [word.low for word in line.words]
    if lows[0] in {"neither", "nor"}:
        return True
    return any(phrase_at(line, index, "frames", "modality.denials") for index in range(len(lows)))


def _own(line: Line, trigger: int) -> str:
    """Read the words that hang on the verb, and those right before it when the parse has lost them."""
    before = [line.words[i] for i in range(max(0, trigger - 3), trigger)]
    nearby = _nearby(line, trigger)
    if nearby != STATED:
        return nearby
    children = [word for word in line.words if word.head == trigger and word.dep in {"aux", "neg", "advmod", "auxpass"}]
    near = _verb_group(before)
    lows = {word.low for word in [*children, *near]}
    if any(word.dep == "neg" for word in children) or lows & {"not", "n't", "never"}:
        return NEGATED
    if lows & words("en", "frames", "modality.duty"):
        return DIRECTED
    if lows & words("en", "frames", "modality.future"):
        return PLANNED
    bare = line.words[trigger].tag == "VB" and not any(word.low in {"to", "did", "do", "does"} for word in [*children, *near])
    subject = any(word.head == trigger and word.dep in {"nsubj", "nsubjpass"} for word in line.words)
    return DIRECTED if bare and not subject and line.words[trigger].dep in {"ROOT", "conj"} else STATED


def _nearby(line: Line, trigger: int) -> str:
    """Read phrases right before the verb ("instead of visiting", "is to visit") and conditionals."""
    lows = [word.low for word in line.words]
    for modality_, size in ((NEGATED, 3), (PLANNED, 3)):
        phrases_ = phrases("en", "frames", f"modality.before_{modality_}")
        if any(tuple(lows[max(0, trigger - len(p)) : trigger]) == p for p in phrases_ if len(p) <= size):
            return modality_
    to_come = trigger >= 2 and lows[trigger - 1] == "to" and line.words[trigger - 2].lemma == "be"
    supposed = trigger >= 3 and lows[trigger - 2 : trigger] == ["to", "have"]
    conditional = lows[0] in {"if", "unless", "had", "were", "should"}
    when = line.words[trigger].tag in {"VBZ", "VBP"} and any(w.head == trigger and w.low in {"when", "once", "if"} for w in line.words)
    return PLANNED if to_come or supposed or conditional or when else STATED


def _verb_group(before: list) -> list:  # type: ignore[type-arg]
    """Return the auxiliaries and adverbs right before the verb."""
    group = []
    for word in reversed(before):
        if word.pos not in {"AUX", "PART", "ADV"} and word.low not in {"not", "n't", "to"}:
            break
        group.append(word)
    return group


def _governed(line: Line, trigger: int) -> str:
    """Climb from the verb to what governs it: "asked departments to visit", "plans to visit"."""
    index, infinitive = trigger, _infinitive(line, trigger)
    for _ in range(5):
        word = line.words[index]
        if word.dep not in _CLIMB or word.head == index:
            return STATED
        relation, index = word.dep, word.head
        if infinitive and relation in {"acl", "relcl", "xcomp"} and line.words[index].lemma in words("en", "frames", "modality.planning_nouns"):
            return PLANNED
        found = _class_of(line, index, relation, infinitive=infinitive)
        if found != STATED:
            return found
        infinitive = infinitive and _infinitive(line, index)
    return STATED


def _infinitive(line: Line, index: int) -> bool:
    return line.words[index].tag in {"VB", "VBG", "NN", "NNS", "IN"} or any(
        word.head == index and word.low == "to" and word.tag == "TO" for word in line.words
    )


def _class_of(line: Line, index: int, relation: str, *, infinitive: bool) -> str:
    word = line.words[index]
    if word.lemma in words("en", "frames", "modality.denying") and relation in {"xcomp", "ccomp", "prep", "pcomp"}:
        return NEGATED
    if any(child.head == index and child.dep == "neg" for child in line.words) and relation in {"xcomp", "ccomp", "advcl"}:
        return NEGATED
    if not infinitive and relation not in {"ccomp"}:
        return STATED
    complement = relation in {"xcomp", "ccomp", "dobj", "acl"}
    if word.lemma in words("en", "frames", "modality.directing") and complement and infinitive:
        return DIRECTED
    if word.lemma in words("en", "frames", "modality.planning") and complement:
        return PLANNED
    return _own(line, index) if infinitive and word.pos in {"VERB", "AUX"} else STATED
