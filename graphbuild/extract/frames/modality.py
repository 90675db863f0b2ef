"""Whether an act is told as done: planned, directed and denied acts are no facts.

The verb's auxiliaries and the verbs that govern it decide (Saurí and Pustejovsky, FactBank, 2009,
reduced to the four values that readers of official news need).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graphbuild.extract.phrases import phrase_at
from graphbuild.extract.tags import SUBJECTS, VERBS
from graphbuild.languages import phrases, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graphbuild.model import Line, Word

NEGATED: Final = "negated"
PLANNED: Final = "planned"
DIRECTED: Final = "directed"
STATED: Final = "stated"

_HIGHEST: Final = 5
"""How many governors above the verb are asked."""

_CLIMB: Final = frozenset(
    {"xcomp", "ccomp", "conj", "advcl", "acl", "pcomp", "relcl", "dobj", "prep", "pobj", "csubj"}
)
_COMPLEMENTS: Final = frozenset({"xcomp", "ccomp", "dobj", "acl"})
_DENIABLE: Final = frozenset({"xcomp", "ccomp", "prep", "pcomp"})
_NEGATABLE: Final = frozenset({"xcomp", "ccomp", "advcl"})
_NOUN_COMPLEMENTS: Final = frozenset({"acl", "relcl", "xcomp"})
_DEPENDENTS: Final = frozenset({"aux", "neg", "advmod", "auxpass"})
_IMPERATIVE: Final = frozenset({"ROOT", "conj"})
_GROUP_POS: Final = frozenset({"AUX", "PART", "ADV"})
_INFINITIVES: Final = frozenset({"VB", "VBG", "NN", "NNS", "IN"})
_PRESENT: Final = frozenset({"VBZ", "VBP"})


def modality(line: Line, trigger: int) -> str:
    """Return the modality of the act that the word at `trigger` tells."""
    if _denied_as_a_whole(line):
        return NEGATED
    own = _own(line, trigger)
    if own != STATED:
        return own
    return PLANNED if _announced(line, trigger) else _governed(line, trigger)


def _announced(line: Line, trigger: int) -> bool:
    """Whether an infinitive tells what an announcement is for: "announced a delegation to attend"."""
    if not _infinitive(line, trigger) or line.words[trigger].tag != "VB":
        return False
    index = trigger
    for _ in range(_HIGHEST):
        index = line.words[index].head
        if line.words[index].lemma in words("en", "frames", "modality.announcing"):
            return True
    return False


def _denied_as_a_whole(line: Line) -> bool:
    if line.words[0].low in words("en", "grammar", "neither_words"):
        return True
    return any(phrase_at(line, index, "frames", "modality.denials") for index in range(len(line.words)))


def _own(line: Line, trigger: int) -> str:
    """Read the words that hang on the verb, and those right before it when the parse has lost them."""
    nearby = _nearby(line, trigger)
    if nearby != STATED:
        return nearby
    children = [word for word in line.words if word.head == trigger and word.dep in _DEPENDENTS]
    lows = {word.low for word in [*children, *_verb_group(line.words[max(0, trigger - 3) : trigger])]}
    if any(word.dep == "neg" for word in children) or lows & words("en", "grammar", "never_words"):
        return NEGATED
    if lows & words("en", "frames", "modality.duty"):
        return DIRECTED
    if lows & words("en", "frames", "modality.future") or _is_futurate(line.words[trigger], lows):
        return PLANNED
    imperative = not lows & words("en", "grammar", "verb_markers") and _is_bare(line, trigger)
    return DIRECTED if imperative else STATED


def _is_futurate(verb: Word, lows: set[str]) -> bool:
    """Whether a verb of going stands in the present progressive: "is travelling to X on Monday"."""
    progressive = verb.tag == "VBG" and bool(lows & words("en", "frames", "modality.progressive"))
    return progressive and verb.lemma in words("en", "frames", "modality.futurate")


def _is_bare(line: Line, trigger: int) -> bool:
    """Whether a bare verb form without a subject heads its clause: "Strengthen inspections"."""
    word = line.words[trigger]
    if word.tag != "VB" or word.dep not in _IMPERATIVE:
        return False
    return not any(child.head == trigger and child.dep in SUBJECTS for child in line.words)


def _nearby(line: Line, trigger: int) -> str:
    """Read phrases right before the verb ("instead of visiting", "is to visit") and conditionals."""
    lows = [word.low for word in line.words]
    for mode in (NEGATED, PLANNED):
        before = phrases("en", "frames", f"modality.before_{mode}")
        if any(tuple(lows[max(0, trigger - len(phrase)) : trigger]) == phrase for phrase in before):
            return mode
    to_come = trigger >= 2 and lows[trigger - 1] == "to" and line.words[trigger - 2].lemma == "be"
    supposed = trigger >= 3 and lows[trigger - 2 : trigger] == ["to", "have"]
    conditional = lows[0] in words("en", "grammar", "conditionals")
    return PLANNED if to_come or supposed or conditional or _in_when_clause(line, trigger) else STATED


def _in_when_clause(line: Line, trigger: int) -> bool:
    """Whether "when" or "once" puts a verb in the present into the future."""
    openers = words("en", "grammar", "conditional_conjunctions")
    return line.words[trigger].tag in _PRESENT and any(
        w.head == trigger and w.low in openers for w in line.words
    )


def _verb_group(before: Sequence[Word]) -> list[Word]:
    """Return the auxiliaries and adverbs right before the verb."""
    group: list[Word] = []
    for word in reversed(before):
        if word.pos not in _GROUP_POS and word.low not in words("en", "grammar", "group_markers"):
            break
        group.append(word)
    return group


def _governed(line: Line, trigger: int) -> str:
    """Climb from the verb to what governs it: "asked departments to visit", "plans to visit"."""
    index, infinitive = trigger, _infinitive(line, trigger)
    for _ in range(_HIGHEST):
        word = line.words[index]
        if word.dep not in _CLIMB or word.head == index:
            return STATED
        relation, index = word.dep, word.head
        planned = line.words[index].lemma in words("en", "frames", "modality.planning_nouns")
        if infinitive and relation in _NOUN_COMPLEMENTS and planned:
            return PLANNED
        found = _class_of(line, index, relation, infinitive=infinitive)
        if found != STATED:
            return found
        infinitive = infinitive and _infinitive(line, index)
    return STATED


def _infinitive(line: Line, index: int) -> bool:
    if line.words[index].tag in _INFINITIVES:
        return True
    return any(word.head == index and word.low == "to" and word.tag == "TO" for word in line.words)


def _has_object(line: Line, verb: int) -> bool:
    """Whether the verb has an object, whom it may order: "directed the officer to visit"."""
    return any(word.head == verb and word.dep == "dobj" for word in line.words)


def _class_of(line: Line, index: int, relation: str, *, infinitive: bool) -> str:
    """Return what the governor makes of an act that hangs on it by `relation`."""
    word = line.words[index]
    if relation in _DENIABLE and word.lemma in words("en", "frames", "modality.denying"):
        return NEGATED
    if relation in _NEGATABLE and any(child.head == index and child.dep == "neg" for child in line.words):
        return NEGATED
    if not infinitive and relation != "ccomp":
        return STATED
    complement = relation in _COMPLEMENTS or (relation == "advcl" and _has_object(line, index))
    if infinitive and complement and word.lemma in words("en", "frames", "modality.directing"):
        return DIRECTED
    if relation in _COMPLEMENTS and word.lemma in words("en", "frames", "modality.planning"):
        return PLANNED
    return _own(line, index) if infinitive and word.pos in VERBS else STATED
