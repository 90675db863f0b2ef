"""Stops of visits: a claim `visited` for each site and each principal, in the order told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from graphbuild.extract.frames.modality import STATED
from graphbuild.extract.frames.story import Act

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graphbuild.extract.frames.scene import Actor, Scene, Site
    from graphbuild.extract.frames.story import Story, Visit
    from graphbuild.model import Span

LESS_SURE: Final = 0.05
"""What a pronoun or a group as subject takes from the confidence of a claim."""


def record_visit(story: Story, actor: Actor, sites: Sequence[Site], act: Act) -> None:
    """Claim that the actor visited the sites; a stated act opens the visit or lets it go on."""
    people, support = story.who(actor)
    if actor.kind == "pronoun" and story.current is not None and len(story.current.principals) == 1:
        # Who goes on to the next site is whose visit it is, whoever spoke last.
        people, support = story.current.principals, (story.current.opening,)
    if not people:
        return
    sure = act.confidence if actor.kind == "named" else act.confidence - LESS_SURE
    act = replace(act, confidence=sure, support=support)
    visit = None
    if act.mode == STATED:
        visit = story.visit_of(leaders(story, people), act.scene, _opening(act, actor))
        act = replace(act, event=visit.id, date=visit.date)
    for site in sites:
        position = _position(visit, site) if visit is not None else None
        for person in people:
            subject, stop = (person, actor.spans[0]), (site.chain, site.span)
            story.add(act, subject, "visited", stop, position=position)


def _opening(act: Act, actor: Actor) -> Span:
    """Return the span of the word that opens a visit."""
    return act.scene.span(act.trigger) if act.trigger is not None else actor.spans[0]


def add_stop(story: Story, scene: Scene, site: Site, trigger: int, *, rule: str) -> None:
    """Claim that the visit under way came to the site, whoever its principals are."""
    visit = story.current
    if visit is None:
        return
    position = _position(visit, site)
    act = Act(scene, rule, trigger, STATED, 0.85, (visit.opening,), visit.id, visit.date)
    for person in visit.principals:
        story.add(act, (person, None), "visited", (site.chain, site.span), position=position)


def _position(visit: Visit, site: Site) -> int:
    """Return the place of the site among the stops, from 1, adding it when it is new."""
    if site.chain not in visit.stops:
        visit.stops.append(site.chain)
    return visit.stops.index(site.chain) + 1


def leaders(story: Story, people: tuple[str, ...]) -> tuple[str, ...]:
    """Let a visit go on when its only principal is named again alone."""
    known = story.led_by(people[0]) if len(people) == 1 else None
    return known.principals if known is not None else people
