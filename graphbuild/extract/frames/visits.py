"""The frame visit: a principal comes to a place, and stops at sites one after another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graphbuild.extract.frames.modality import PLANNED, STATED, modality
from graphbuild.extract.frames.subjects import ORDER_ONLY, actors_by, subject_of
from graphbuild.languages import words
from graphbuild.model import BlockRole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphbuild.extract.frames.scene import Actor, Scene, Site
    from graphbuild.extract.frames.story import Story
    from graphbuild.model import Span, Word

VISITABLE: Final = frozenset({"Place", "Enterprise", "Project", "Body"})
_SKIPPED_POS: Final = frozenset({"DET", "ADJ", "ADV", "NUM", "PUNCT", "CCONJ", "NOUN", "PROPN", "PART", "PRON", "SYM"})


def read_visits(story: Story, scene: Scene) -> None:
    """Read every visit frame of a line into the story."""
    for index, word in enumerate(scene.line.words):
        start = _sites_from(scene, index, word)
        if start is not None:
            _visit(story, scene, index, start)
    _read_noun(story, scene)
    _read_opening(story, scene)
    _read_stop_noun(story, scene)
    _read_was_stop(story, scene)
    _read_where(story, scene)


def _sites_from(scene: Scene, index: int, word: Word) -> int | None:
    """Return where the sites of a verb of visiting begin; None when the word is no such verb."""
    if not _is_verb(word) or scene.actor_at(index) is not None or scene.site_at(index) is not None:
        return None
    noun = _visit_noun(scene, index, word)
    if noun is not None:
        return _goal(scene, noun + 1, also=frozenset({"of"}))
    if word.lemma in words("en", "frames", "visit.direct"):
        return None if _is_case(scene, index) else index + 1
    if word.lemma in words("en", "frames", "visit.lead"):
        party = next((i for i in range(index + 1, min(index + 6, len(scene.line.words))) if scene.low(i) in words("en", "frames", "visit.parties")), None)
        return _goal(scene, party + 1) if party is not None else None
    if word.lemma in words("en", "frames", "visit.motion"):
        return _goal(scene, index + 1, only_at=word.lemma in words("en", "frames", "visit.only_at"))
    if word.lemma == "be" and word.pos in {"AUX", "VERB"}:
        return _presence(scene, index)
    return None


def _visit_noun(scene: Scene, index: int, word: Word) -> int | None:
    """Return the noun of a light verb: "paid a courtesy visit to", "made an inspection tour of"."""
    if word.lemma not in words("en", "frames", "visit.light"):
        return None
    found = None
    for i in range(index + 1, min(index + 7, len(scene.line.words))):
        if scene.site_at(i) is not None or scene.actor_at(i) is not None or scene.low(i) in {"to", ",", "in", "with"}:
            break
        if scene.low(i) in words("en", "frames", "visit.nouns"):
            found = i
    return found


def _is_case(scene: Scene, index: int) -> bool:
    """Whether what is investigated is a case rather than a place."""
    return any(scene.low(i) in words("en", "frames", "visit.cases") for i in range(index + 1, min(index + 5, len(scene.line.words))))


def _is_verb(word: Word) -> bool:
    return word.pos in {"VERB", "AUX"} or word.tag in {"VBD", "VBZ", "VBP"}


def _goal(scene: Scene, start: int, *, only_at: bool = False, also: frozenset[str] = frozenset()) -> int | None:
    """Return the first word after a preposition of goal, over a date, an adverb or "a visit" in between."""
    goals = frozenset({"at"}) if only_at else words("en", "frames", "visit.goals") | also
    for index in range(start, min(start + 6, len(scene.line.words))):
        low = scene.low(index)
        if low == "to" and index + 1 < len(scene.line.words) and scene.line.words[index + 1].tag == "VB":
            return None
        if low in goals and not (low == "on" and scene.line.words[min(index + 1, len(scene.line.words) - 1)].ent == "DATE"):
            return index + 1
        plain = scene.line.words[index]
        if plain.pos not in {"ADV", "PROPN", "NUM", "DET", "NOUN", "ADJ", "ADP", "PART"} and plain.text not in {",", "."} or scene.site_at(index) is not None:
            return None
    return None


def _presence(scene: Scene, index: int) -> int | None:
    """Read "was in X to see …": being somewhere for a purpose is a visit."""
    if scene.low(index + 1) != "in":
        return None
    site = next((site for site in scene.sites if index + 2 <= site.start <= index + 3 and site.type == "Place"), None)
    if site is None:
        return None
    purpose = scene.low(site.end) == "to" or scene.low(site.end) == "for" and scene.low(site.end + 1) in {"a", "an", "the"}
    return index + 2 if purpose else None


def _visit(story: Story, scene: Scene, trigger: int, start: int) -> None:
    passive = _passive_agent(scene, trigger)
    actor, confidence = passive if passive is not None else subject_of(scene, trigger)
    sites = _sites_before(scene, trigger) if passive is not None else list(sites_of(scene, start))
    direct = scene.line.words[trigger].lemma in words("en", "frames", "visit.direct")
    if actor is None or (not direct and sites and not _reaches(scene, start, sites[0])):
        return
    if not sites:
        _open(story, scene, actor, trigger)
        return
    _record(story, scene, actor, sites, trigger, rule="visit-verb", confidence=confidence, mode=modality(scene.line, trigger))


def _passive_agent(scene: Scene, trigger: int) -> tuple[Actor | None, float] | None:
    """Return who visited in "X was visited by N", or None when the verb is not passive."""
    if scene.line.words[trigger].tag not in {"VBN", "VBD"} or scene.low(trigger + 1) != "by":
        return None
    agents = actors_by(scene, trigger + 1)
    return (agents[0] if agents else None), 0.9


def _sites_before(scene: Scene, trigger: int) -> list[Site]:
    return [site for site in scene.sites if site.end <= trigger and site.type in VISITABLE and trigger - site.end <= 4]


def _reaches(scene: Scene, start: int, site: Site) -> bool:
    """Whether the goal of a verb of motion is the site itself: not "came to power in X" or "to X's parliament"."""
    line = scene.line.words
    if scene.low(site.end) in {"'s", "'"}:
        return False
    inner = words("en", "frames", "visit.within")
    return all(line[i].pos not in {"NOUN"} or line[i].low in inner or line[i].ent in {"DATE", "TIME"} for i in range(start, site.start))


def _open(story: Story, scene: Scene, actor: Actor, trigger: int) -> None:
    """A visit to places that are not named still has a leader whom others accompany."""
    people, _ = story.who(actor)
    leads = scene.line.words[trigger].lemma in words("en", "frames", "visit.lead") | words("en", "frames", "visit.direct")
    if leads and actor.kind == "named" and len(people) == 1 and modality(scene.line, trigger) == STATED:
        story.visit_of(_leaders(story, people), scene, scene.line.cover(trigger, trigger + 1))


def sites_of(scene: Scene, start: int) -> Iterator[Site]:
    """Yield the visitable things of a list that begins at or after `start`."""
    line, index = scene.line.words, start
    while index < len(line):
        site = scene.site_at(index)
        if site is not None:
            if site.type in VISITABLE and scene.low(site.end) not in {"'s", "'"} and not _modifies(scene, site):
                yield site
            index = site.end
        elif scene.low(index) == "which" and scene.low(index - 1) == ",":
            index = _after_clause(scene, index)
        elif scene.actor_at(index) is not None or not _passes(scene, index):
            return
        else:
            index += 1


def _modifies(scene: Scene, site: Site) -> bool:
    """Whether a place only modifies the noun after it: "a Zambian plant", "a U.S. bomber"."""
    if site.type != "Place" or site.end >= len(scene.line.words):
        return False
    following, last = scene.line.words[site.end], scene.line.words[site.end - 1]
    return following.pos in {"NOUN", "PROPN"} and following.ent not in {"DATE", "TIME"} and last.dep in {"compound", "amod", "nmod", "nummod"}


def _after_clause(scene: Scene, start: int) -> int:
    """Return where the list goes on after ", which …,": at the ", and" before another site."""
    for index in range(start, len(scene.line.words) - 2):
        if scene.low(index) == "," and scene.low(index + 1) == "and" and scene.site_at(index + 2) is not None:
            return index + 1
    return len(scene.line.words)


def _passes(scene: Scene, index: int) -> bool:
    """Whether a list of sites may go on over the word."""
    word = scene.line.words[index]
    if word.low in words("en", "frames", "visit.stops") or word.text in {".", ";", ":"}:
        return False
    if word.low == "to":
        return index + 1 < len(scene.line.words) and scene.line.words[index + 1].tag != "VB"
    if word.low in {"on"} and scene.low(index + 1) not in {"to", "the"} and scene.line.words[min(index + 1, len(scene.line.words) - 1)].ent != "DATE":
        return False
    if word.pos in {"VERB", "AUX"} and word.tag not in {"VBN", "VBG"}:
        return False
    return word.pos in _SKIPPED_POS or word.low in {"to", "in", "at", "of", "into", "on", "and", "as", "well", "inside"} or word.tag in {"VBN", "VBG"}


def _record(
    story: Story, scene: Scene, actor: Actor, sites: list[Site], trigger: int, *, rule: str, confidence: float, mode: str
) -> None:
    people, support = story.who(actor)
    if not people:
        return
    if actor.kind != "named":
        confidence -= 0.05
    if mode == STATED:
        visit = story.visit_of(_leaders(story, people), scene, scene.line.cover(trigger, trigger + 1))
        event, date = visit.id, visit.date
    else:
        visit, event, date = None, None, None
    for site in sites:
        position = None
        if visit is not None:
            if site.chain not in visit.stops:
                visit.stops.append(site.chain)
            position = visit.stops.index(site.chain) + 1
        roles = (("subject", _name_span(actor, scene)), ("trigger", scene.line.cover(trigger, trigger + 1)), ("object", site.span))
        for person in people:
            story.add(person, "visited", site.chain, scene, rule=rule, roles=roles, support=support, modality=mode, confidence=confidence, event=event, position=position, date=date)  # fmt: skip


def _leaders(story: Story, people: tuple[str, ...]) -> tuple[str, ...]:
    """Let a visit go on when its only principal is named again alone."""
    if len(people) == 1:
        known = story.led_by(people[0])
        if known is not None:
            return known.principals
    return people


def _name_span(actor: Actor, scene: Scene) -> Span:
    return actor.spans[0] if actor.spans else scene.line.cover(actor.start, actor.end)


def _read_opening(story: Story, scene: Scene) -> None:
    """Read "At the site of X, N learned": a sentence that opens with where its subject is."""
    start = _opening_preposition(scene)
    if start is None or scene.line.role == BlockRole.TITLE:
        return
    sites = [site for site in sites_of(scene, start + 1)]
    if not sites:
        return
    actor = next((actor for actor in scene.actors if actor.start >= sites[-1].end), None)
    verb = _first_verb(scene, actor.end) if actor is not None else None
    if actor is None or verb is None or not _adjoins(scene, sites[-1].end, actor.start):
        return
    people, _ = story.who(actor)
    led = bool(people) and any(story.led_by(person) is not None for person in people)
    observing = scene.line.words[verb].lemma in words("en", "frames", "visit.observe")
    if modality(scene.line, verb) == STATED and (led or observing) and len(people) == 1 and not _speaks(scene.line.words[verb], sites, led=led):
        if scene.line.words[verb].lemma in words("en", "frames", "visit.direct") and not led:
            return
        _record(story, scene, actor, sites, verb, rule="visit-opening", confidence=0.85 if led else ORDER_ONLY, mode=STATED)


def _speaks(verb: Word, sites: list[Site], *, led: bool) -> bool:
    """Words spoken in a mere place are no sign of a visit; words spoken on a site are."""
    speech = verb.lemma in {"say", "stress", "note", "emphasize", "emphasise", "point", "announce", "state", "add", "express"}
    return speech and (not led or all(site.type == "Place" for site in sites))


def _opening_preposition(scene: Scene) -> int | None:
    """Return the "in" or "at" that opens the line, over a date or an adverb ("On May 20, at …")."""
    line = scene.line.words
    for index in range(min(14, len(line))):
        if line[index].low in {"in", "at", "inside", "entering"} and line[index].ent not in {"DATE", "TIME"}:
            following = line[min(index + 1, len(line) - 1)]
            if following.ent not in {"DATE", "TIME"} and not (following.low == "the" and scene.low(index + 2) in {"morning", "afternoon", "evening", "speech", "meantime", "following"}):
                return index
        if scene.actor_at(index) is not None or scene.site_at(index) is not None:
            return None
        if line[index].pos in {"VERB", "AUX"} and line[index].tag != "VBG":
            return None
    return None


def _adjoins(scene: Scene, start: int, end: int) -> bool:
    """Whether only a comma, adverbs and a bridging clause without a finite verb lie between."""
    between = scene.line.words[start:end]
    return any(word.text == "," for word in between) and not any(word.tag in {"VBD", "VBZ", "VBP"} and word.pos == "VERB" for word in between) and not any(word.low in {"where", "which", "who"} for word in between)


def _first_verb(scene: Scene, start: int) -> int | None:
    line = scene.line.words
    for index in range(start, min(start + 6, len(line))):
        if line[index].pos == "VERB" or line[index].tag in {"VBD", "VBZ"}:
            return index
    return None


def _read_noun(story: Story, scene: Scene) -> None:
    """Read "During a visit to X, N met …", "On his trip to X" and a headline's "N's Visit to X"."""
    for index, word in enumerate(scene.line.words):
        if word.low not in words("en", "frames", "visit.nouns") or scene.low(index + 1) not in {"to", "of"}:
            continue
        actor = _visitor(scene, index)
        sites = list(sites_of(scene, index + 2))
        if actor is None or actor.kind != "named" or not sites or not _reaches(scene, index + 2, sites[0]):
            continue
        planned = any(scene.low(i) in {"next", "upcoming", "planned", "future", "proposed"} for i in range(max(0, index - 4), index))
        ahead = any(scene.low(i) in {"before", "ahead", "forward"} for i in range(max(0, index - 6), index))
        planned = planned or any(scene.low(i) in {"coming", "upcoming", "next", "forthcoming", "later"} for i in range(index, index + 9))
        mode = PLANNED if planned or ahead else STATED
        _record(story, scene, actor, sites, index, rule="visit-noun", confidence=0.8, mode=mode)


def _visitor(scene: Scene, noun: int) -> Actor | None:
    """Return whose visit a noun tells of: its possessor, or the subject after "During a visit to X,"."""
    owner = next((actor for actor in scene.actors if noun - 3 <= actor.end < noun and scene.low(actor.end) in {"'s", "'"}), None)
    if owner is not None:
        return owner
    opens = noun <= 6 and scene.low(0) in {"during", "on", "at"}
    return next((actor for actor in scene.actors if actor.start > noun and actor.kind == "named"), None) if opens else None


def _read_stop_noun(story: Story, scene: Scene) -> None:
    """Read "The first stop was X" of the visit under way."""
    line = scene.line.words
    for index, word in enumerate(line):
        copula = word.low == "stop" and scene.low(index + 1) in {"was", "is", "were"}
        if not copula or story.current is None or modality(scene.line, index + 1) != STATED:
            continue
        sites = list(sites_of(scene, index + 2))
        visit = story.current
        for site in sites:
            _add_stop(story, scene, site, index, rule="visit-stop", support=(visit.opening,))


def _read_was_stop(story: Story, scene: Scene) -> None:
    """Read "X was the first stop"."""
    lows = [word.low for word in scene.line.words]
    for index in range(len(lows) - 3):
        tail = lows[index + 1 : index + 4]
        if lows[index] in {"was", "were"} and tail[0] == "the" and tail[2] in {"stop", "stops"} and story.current is not None:
            sites = [site for site in scene.sites if site.end <= index and site.type in VISITABLE]
            if sites:
                _add_stop(story, scene, sites[0], index + 3, rule="visit-stop", support=(story.current.opening,))


def _add_stop(story: Story, scene: Scene, site: Site, trigger: int, *, rule: str, support: tuple[Span, ...]) -> None:
    visit = story.current
    if visit is None:
        return
    if site.chain not in visit.stops:
        visit.stops.append(site.chain)
    roles = (("trigger", scene.line.cover(trigger, trigger + 1)), ("object", site.span))
    for person in visit.principals:
        story.add(person, "visited", site.chain, scene, rule=rule, roles=roles, support=support, confidence=0.85, event=visit.id, position=visit.stops.index(site.chain) + 1, date=visit.date)  # fmt: skip


def _read_where(story: Story, scene: Scene) -> None:
    """Read "X, where N asked": the site before the clause is where its subject is."""
    for index, word in enumerate(scene.line.words):
        if word.low != "where" or story.current is None:
            continue
        site = next((site for site in scene.sites if index - 2 <= site.end <= index and site.type in VISITABLE), None)
        actor = next((actor for actor in scene.actors if actor.start == index + 1), None)
        if site is None or actor is None or actor.kind != "named" or not set(actor.members) & set(story.current.principals):
            continue
        verb = _first_verb(scene, actor.end)
        if verb is not None and modality(scene.line, verb) == STATED:
            _add_stop(story, scene, site, verb, rule="visit-where", support=(story.current.opening,))


Reader = "Callable[[Story, Scene], None]"
