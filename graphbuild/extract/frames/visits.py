"""The frame visit: a principal comes to a place, and stops at sites one after another.

Here are the verbs: "visited X", "came to X", "paid a visit to X", "led a team to X", "was in X to see".
Nouns and sentences that only say where somebody is are in `visit_nouns` and `itineraries`, lists of
sites in `site_lists`, the claims in `stops`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graphbuild.extract.frames.itineraries import (
    read_opening,
    read_stop_noun,
    read_stops_in,
    read_was_stop,
    read_where,
)
from graphbuild.extract.frames.modality import STATED, modality
from graphbuild.extract.frames.site_lists import before_date, reaches, sites_before, sites_of
from graphbuild.extract.frames.stops import leaders, record_visit
from graphbuild.extract.frames.story import Act
from graphbuild.extract.frames.subjects import actors_by, is_infinitive, subject_of
from graphbuild.extract.frames.visit_nouns import read_visit_noun
from graphbuild.extract.tags import FINITE, PASSIVE, VERBS
from graphbuild.languages import words

if TYPE_CHECKING:
    from graphbuild.extract.frames.scene import Actor, Scene
    from graphbuild.extract.frames.story import Story
    from graphbuild.model import Word

_BY_PASSIVE: Final = 0.9
_FARTHEST_PARTY: Final = 4
_FARTHEST_LED: Final = 25
_CROSSED_POS: Final = frozenset({"ADV", "PROPN", "NUM", "DET", "NOUN", "ADJ", "ADP", "PART"})
_CROSSED_MARKS: Final = frozenset({",", "."})


def read_visits(story: Story, scene: Scene) -> None:
    """Read every visit frame of a line into the story."""
    _read_party(story, scene)
    for index, word in enumerate(scene.line.words):
        start = _sites_from(scene, index, word)
        if start is not None:
            _visit(story, scene, index, start)
    read_visit_noun(story, scene)
    read_opening(story, scene)
    read_stop_noun(story, scene)
    read_was_stop(story, scene)
    read_stops_in(story, scene)
    read_where(story, scene)


def _read_party(story: Story, scene: Scene) -> None:
    """Note who leads "the delegation, headed by A and B": whom "the delegation" means from here on."""
    for index, word in enumerate(scene.line.words):
        if word.low not in words("en", "frames", "visit.led") or scene.low(index + 1) != "by":
            continue
        party = scene.any_of(words("en", "frames", "visit.parties"), max(0, index - _FARTHEST_PARTY), index)
        heads = next((a for a in scene.actors if index + 2 <= a.start <= index + 3), None)
        if party and heads is not None and heads.kind == "named" and modality(scene.line, index) == STATED:
            story.visit_of(leaders(story, heads.members), scene, scene.span(index))


def _sites_from(scene: Scene, index: int, word: Word) -> int | None:
    """Return where the sites of a verb of visiting begin; None when the word is no such verb."""
    verb = word.pos in VERBS or word.tag in FINITE
    if not verb or scene.actor_at(index) is not None or scene.site_at(index) is not None:
        return None
    noun = _visit_noun(scene, index, word)
    if noun is not None:
        return _goal(scene, noun + 1, words("en", "frames", "visit.goals") | {"of"})
    if word.lemma in words("en", "frames", "visit.direct"):
        return None if _is_case(scene, index) else index + 1
    if word.lemma in words("en", "frames", "visit.near"):
        return None if _is_case(scene, index) else index + 1
    if word.lemma in words("en", "frames", "visit.lead"):
        return _party_goal(scene, index)
    if word.lemma in words("en", "frames", "visit.motion"):
        only_at = word.lemma in words("en", "frames", "visit.only_at")
        return _goal(scene, index + 1, frozenset({"at"}) if only_at else words("en", "frames", "visit.goals"))
    return _presence(scene, index) if word.lemma == "be" and word.pos in VERBS else None


def _visit_noun(scene: Scene, index: int, word: Word) -> int | None:
    """Return the noun of a light verb: "paid a courtesy visit to", "made an inspection tour of"."""
    if word.lemma not in words("en", "frames", "visit.light"):
        return None
    found = None
    for i in range(index + 1, min(index + 7, len(scene.line.words))):
        named = scene.site_at(i) is not None or scene.actor_at(i) is not None
        if named or scene.low(i) in words("en", "frames", "visit.before_noun"):
            break
        if scene.low(i) in words("en", "frames", "visit.nouns"):
            found = i
    return found


def _is_case(scene: Scene, index: int) -> bool:
    """Whether what is investigated is a case rather than a place."""
    return scene.any_of(words("en", "frames", "visit.cases"), index + 1, index + 5)


def _party_goal(scene: Scene, index: int) -> int | None:
    """Return where the sites of "led a team to" begin."""
    parties = words("en", "frames", "visit.parties")
    party = next((i for i in range(index + 1, index + 6) if scene.low(i) in parties), None)
    if party is not None:
        return _goal(scene, party + 1, words("en", "frames", "visit.goals"))
    return _led_to(scene, index)


def _led_to(scene: Scene, index: int) -> int | None:
    """Return where the sites of "led some members of the Committee and deputies to X" begin."""
    led = words("en", "frames", "visit.led_people")
    people = next((i for i in range(index + 1, index + 4) if scene.low(i) in led), None)
    if people is None:
        return None
    end = min(people + _FARTHEST_LED, len(scene.line.words) - 2)
    goals = (i for i in range(people + 1, end) if scene.low(i) == "to" and scene.actor_at(i) is None)
    return next((i + 1 for i in goals if _is_goal(scene, i + 1)), None)


def _is_goal(scene: Scene, index: int) -> bool:
    site = scene.site_at(index + (scene.low(index) == "the"))
    return site is not None and site.type not in {"Meeting", "Body"}


def _goal(scene: Scene, start: int, goals: frozenset[str]) -> int | None:
    """Return the first word after a preposition of goal, over a date, an adverb or "a visit" in between."""
    for index in range(start, min(start + 6, len(scene.line.words))):
        low, word = scene.low(index), scene.line.words[index]
        if low == "to" and is_infinitive(scene, index + 1):
            return None
        if low in goals and not (low == "on" and before_date(scene, index)):
            return index + 1
        crossed = word.pos in _CROSSED_POS or word.text in _CROSSED_MARKS
        if not crossed or scene.site_at(index) is not None:
            return None
    return None


def _presence(scene: Scene, index: int) -> int | None:
    """Read "was in X to see …": being somewhere for a purpose is a visit."""
    near = (site for site in scene.of_type("Place") if index + 2 <= site.start <= index + 3)
    site = next(near, None)
    if scene.low(index + 1) != "in" or site is None:
        return None
    errand = scene.low(site.end) == "for" and scene.low(site.end + 1) in words("en", "grammar", "articles")
    return index + 2 if errand or scene.low(site.end) == "to" else None


def _visit(story: Story, scene: Scene, trigger: int, start: int) -> None:
    """Claim the visit that the verb tells of, in active or passive voice."""
    if _is_passive(scene, trigger):
        agents = actors_by(scene, trigger + 1)
        actor, confidence = (agents[0] if agents else None), _BY_PASSIVE
        sites = [site for site in sites_before(scene, trigger) if trigger - site.end <= 4]
    else:
        actor, confidence = subject_of(scene, trigger)
        sites = list(sites_of(scene, start))
    direct = scene.line.words[trigger].lemma in words("en", "frames", "visit.direct")
    if actor is None or (not direct and sites and not reaches(scene, start, sites[0])):
        return
    if sites:
        act = Act(scene, "visit-verb", trigger, modality(scene.line, trigger), confidence)
        record_visit(story, actor, sites, act)
    else:
        _open(story, scene, actor, trigger)


def _is_passive(scene: Scene, trigger: int) -> bool:
    return scene.line.words[trigger].tag in PASSIVE and scene.low(trigger + 1) == "by"


def _open(story: Story, scene: Scene, actor: Actor, trigger: int) -> None:
    """Open a visit to places that are not named: it still has a leader whom others accompany."""
    people, _ = story.who(actor)
    lemma = scene.line.words[trigger].lemma
    leads = lemma in words("en", "frames", "visit.lead") or lemma in words("en", "frames", "visit.direct")
    if leads and actor.kind == "named" and len(people) == 1 and modality(scene.line, trigger) == STATED:
        story.visit_of(leaders(story, people), scene, scene.span(trigger))
