"""Visits under way: sentences that say where somebody is, not that they came.

"At the site of X, N learned", "The first stop was X", "X was the second stop", "X, where N asked".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graphbuild.extract.frames.modality import STATED, modality
from graphbuild.extract.frames.site_lists import VISITABLE, sites_before, sites_of
from graphbuild.extract.frames.stops import add_stop, record_visit
from graphbuild.extract.frames.story import Act
from graphbuild.extract.frames.subjects import ORDER_ONLY
from graphbuild.extract.tags import FINITE, TIMES, TOLD, VERBS
from graphbuild.languages import words
from graphbuild.model import BlockRole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graphbuild.extract.frames.scene import Scene, Site
    from graphbuild.extract.frames.story import Story
    from graphbuild.model import Word

_ON_VISIT: Final = 0.85
_LATEST_OPENING: Final = 14


def read_opening(story: Story, scene: Scene) -> None:
    """Read "At the site of X, N learned": a sentence that opens with where its subject is."""
    start = _opening_preposition(scene)
    if start is None or scene.line.role == BlockRole.TITLE:
        return
    sites = list(sites_of(scene, start + 1))
    actor = scene.actor_after(sites[-1].end) if sites else None
    verb = _first_verb(scene, actor.end) if actor is not None else None
    if actor is None or verb is None or not _adjoins(scene, sites[-1].end, actor.start):
        return
    people, _ = story.who(actor)
    led = any(story.led_by(person) is not None for person in people)
    if (
        len(people) == 1
        and modality(scene.line, verb) == STATED
        and _is_on_site(scene.line.words[verb], sites, led=led)
    ):
        act = Act(scene, "visit-opening", verb, STATED, _ON_VISIT if led else ORDER_ONLY)
        record_visit(story, actor, sites, act)


def _is_on_site(verb: Word, sites: Sequence[Site], *, led: bool) -> bool:
    """Whether what the subject does says that they are there; on a visit under way nearly all does."""
    if _speaks(verb, sites, led=led):
        return False
    direct = verb.lemma in words("en", "frames", "visit.direct")
    return led or (verb.lemma in words("en", "frames", "visit.observe") and not direct)


def _speaks(verb: Word, sites: Sequence[Site], *, led: bool) -> bool:
    """Words spoken in a mere place are no sign of a visit; words spoken on a site are."""
    speech = verb.lemma in words("en", "frames", "visit.speech")
    return speech and (not led or all(site.type == "Place" for site in sites))


def _opening_preposition(scene: Scene) -> int | None:
    """Return the "in" or "at" that opens the line, over a date or an adverb ("On May 20, at …")."""
    line = scene.line.words
    for index in range(min(_LATEST_OPENING, len(line))):
        if _opens_with_place(scene, index):
            return index
        if scene.actor_at(index) is not None or scene.site_at(index) is not None:
            return None
        if line[index].pos in VERBS and line[index].tag != "VBG":
            return None
    return None


def _opens_with_place(scene: Scene, index: int) -> bool:
    """Whether a preposition of place stands there, and no time follows ("in the morning")."""
    word = scene.line.words[index]
    if word.low not in words("en", "frames", "visit.opening") or word.ent in TIMES:
        return False
    following = scene.line.words[min(index + 1, len(scene.line.words) - 1)]
    timed = following.low == "the" and scene.low(index + 2) in words("en", "frames", "visit.opening_times")
    return following.ent not in TIMES and not timed


def _adjoins(scene: Scene, start: int, end: int) -> bool:
    """Whether only a comma, adverbs and a bridging clause without a finite verb lie between."""
    between = scene.line.words[start:end]
    if not any(word.text == "," for word in between):
        return False
    clause = words("en", "grammar", "relative_adverbs")
    return not any((word.tag in FINITE and word.pos == "VERB") or word.low in clause for word in between)


def _first_verb(scene: Scene, start: int) -> int | None:
    line = scene.line.words
    near = range(start, min(start + 6, len(line)))
    return next((i for i in near if line[i].pos == "VERB" or line[i].tag in TOLD), None)


def read_stop_noun(story: Story, scene: Scene) -> None:
    """Read "The first stop was X" of the visit under way."""
    for index, word in enumerate(scene.line.words):
        copula = word.low == "stop" and scene.low(index + 1) in words("en", "grammar", "finite_be")
        if copula and story.current is not None and modality(scene.line, index + 1) == STATED:
            for site in list(sites_of(scene, index + 2)):
                add_stop(story, scene, site, index, rule="visit-stop")


def read_stops_in(story: Story, scene: Scene) -> None:
    """Read "It followed stops in X, where …; Y; and Z" of the visit under way."""
    nouns, goals = words("en", "frames", "visit.stop_nouns"), words("en", "frames", "visit.goals")
    for index, word in enumerate(scene.line.words):
        if word.low not in nouns or scene.low(index + 1) not in goals or story.current is None:
            continue
        if scene.line.role != BlockRole.TITLE and modality(scene.line, word.head) == STATED:
            for site in _parted_sites(scene, index + 2):
                add_stop(story, scene, site, index, rule="visit-stops")


def _parted_sites(scene: Scene, start: int) -> Iterator[Site]:
    """Yield the sites of a list that begins at `start` and goes on after each semicolon."""
    yield from sites_of(scene, start)
    for index in range(start, len(scene.line.words)):
        if scene.line.words[index].text == ";":
            first = index + 1 + (scene.low(index + 1) == "and")
            first += scene.low(first) in words("en", "frames", "visit.goals")
            if (site := scene.site_at(first)) is not None and site.type in VISITABLE:
                yield from sites_of(scene, first)


def read_was_stop(story: Story, scene: Scene) -> None:
    """Read "X was the first stop"."""
    for index in range(len(scene.line.words) - 3):
        copula = scene.low(index) in words("en", "grammar", "past_be") and scene.low(index + 1) == "the"
        if copula and scene.low(index + 3) in words("en", "frames", "visit.stop_nouns"):
            sites = sites_before(scene, index)
            if sites:
                add_stop(story, scene, sites[0], index + 3, rule="visit-stop")


def read_where(story: Story, scene: Scene) -> None:
    """Read "X, where N asked": the site before the clause is where its subject is."""
    for index, word in enumerate(scene.line.words):
        if word.low != "where" or story.current is None:
            continue
        near = (site for site in scene.sites if index - 2 <= site.end <= index and site.type in VISITABLE)
        site, actor = next(near, None), scene.actor_starting(index + 1, index + 1)
        if site is None or actor is None or not set(actor.members) & set(story.current.principals):
            continue
        verb = _first_verb(scene, actor.end)
        if verb is not None and modality(scene.line, verb) == STATED:
            add_stop(story, scene, site, verb, rule="visit-where")
