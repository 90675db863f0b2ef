"""The story so far: whom "he" means, whose visit is under way, which meeting is "the meeting"."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from graphbuild.model import STATED, Claim, EventDate, Evidence, Happening, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graphbuild.extract.frames.scene import Actor, Scene, Site
    from graphbuild.model import Document, Resolution


_NEAR: Final = 3
"""How many sentences back the antecedent of a pronoun may stand."""


@dataclass(slots=True)
class Visit:
    """A visit that grows: principals, stops and companions by chain id, in the order told."""

    id: str
    principals: tuple[str, ...]
    span: Span
    opening: Span
    date: EventDate | None = None
    stops: list[str] = field(default_factory=list)
    companions: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Meeting:
    """A meeting that the article tells of."""

    chain: str
    span: Span
    sentence: Span
    date: EventDate | None = None
    venue: str | None = None
    factual: bool = False


class Story:
    """State carried from sentence to sentence of one document, and the claims made on the way."""

    def __init__(self, document: Document, resolution: Resolution) -> None:
        self.document = document
        self.refer = {(m.type, m.span): m.refers_to for m in resolution.mentions}
        self.types = {chain.id: chain.type for chain in resolution.chains}
        self.holders = _holders(resolution)
        self.claims: list[Claim] = []
        self.visits: dict[tuple[str, ...], Visit] = {}
        self.all_visits: list[Visit] = []
        self.current: Visit | None = None
        self.meetings: dict[str, Meeting] = {}
        self.meeting: Meeting | None = None
        self.subject: tuple[str, Span, Span] | None = None
        self.line_number = 0
        self.subject_line = 0
        self.date: EventDate | None = None
        self.line_date: EventDate | None = None
        self.project: str | None = None
        self.waiting: list[tuple[Scene, Actor, float, str]] = []

    def who(self, actor: Actor) -> tuple[tuple[str, ...], tuple[Span, ...]]:
        """Return the chains an actor stands for, and the sentences that say so when it is an anaphor."""
        if actor.kind == "named":
            return actor.members, ()
        if actor.kind == "pronoun" and self.subject is not None and self.line_number - self.subject_line <= _NEAR:
            return (self.subject[0],), (self.subject[2],)
        if actor.kind in {"group", "they"} and self.current is not None:
            return self.current.principals, (self.current.opening,)
        if actor.kind == "title":
            found = self.holders.get(actor.word, ())
            if len(found) == 1:
                return found, ()
        return (), ()

    def principal(self, actor: Actor) -> tuple[tuple[str, ...], tuple[Span, ...]]:
        """Like `who`, but the group that travels stands for its leader."""
        return self.who(actor)

    def visit_of(self, principals: tuple[str, ...], scene: Scene, span: Span) -> Visit:
        """Return the visit of these principals, opening one when the story has none."""
        visit = self.visits.get(principals)
        if visit is None or _another_day(visit.date, self.line_date):
            number = len(self.all_visits)
            visit = Visit(f"{self.document.id}-v{number}", principals, span, scene.line.span, self.date)
            self.visits[principals] = visit
            self.all_visits.append(visit)
        visit.date = visit.date or self.date
        self.current = visit
        return visit

    def led_by(self, person: str) -> Visit | None:
        """Return the visit that the person leads, if the story has one."""
        return next((visit for visit in self.visits.values() if person in visit.principals), None)

    def add(
        self, subject: str, relation: str, object_: str, scene: Scene, *, rule: str, roles: Sequence[tuple[str, Span]],
        support: Sequence[Span] = (), modality: str = STATED, confidence: float = 0.9, event: str | None = None,
        position: int | None = None, date: EventDate | None = None,
    ) -> None:  # fmt: skip
        """Record a claim; its evidence begins with the line of the act."""
        if subject == object_:
            return
        here = scene.line.span
        sentences = (here, *(span for span in dict.fromkeys(support) if span != here))
        evidence = Evidence(self.document.id, sentences, tuple(roles), rule)
        self.claims.append(Claim(subject, relation, object_, evidence, modality, round(confidence, 2), event, position, date))

    def meeting_at(self, site: Site, scene: Scene) -> Meeting:
        """Return the meeting that a mention names, and make it the one under way."""
        if site.chain not in self.meetings:
            self.meetings[site.chain] = Meeting(site.chain, site.span, scene.line.span, self.date)
        self.meeting = self.meetings[site.chain]
        return self.meeting

    def happenings(self) -> tuple[Happening, ...]:
        """Return the visits and meetings told as events."""
        visits = [Happening(visit.id, "Visit", None, visit.date) for visit in self.all_visits]
        meetings = [
            Happening(meeting.chain, "Meeting", meeting.chain, meeting.date, (), meeting.venue)
            for meeting in self.meetings.values()
            if meeting.factual
        ]
        return tuple(sorted([*visits, *meetings], key=lambda happening: happening.id))


def _another_day(known: EventDate | None, new: EventDate | None) -> bool:
    """Whether a date in the sentence lies outside the days of the visit so far."""
    if known is None or new is None:
        return False
    first, last = known.edtf.split("/")[0], known.edtf.split("/")[-1]
    day = new.edtf.split("/")[0]
    return len(first) == len(day) and not first <= day <= last


def _holders(resolution: Resolution) -> dict[str, tuple[str, ...]]:
    """Map each title, in lower case and without its first words, to the chains that hold it."""
    titles = {post.id: post.title.casefold() for post in resolution.posts}
    found: dict[str, list[str]] = defaultdict(list)
    for claim in resolution.claims:
        if claim.relation == "holdsPost":
            title = titles[claim.object]
            words = title.split()
            heads = {" ".join(words[start:]) for start in range(len(words))}
            heads |= {part for mark in (" of ", " for ", " to ") if (part := title.split(mark)[0])}
            for short in sorted(heads):
                if claim.subject not in found[short]:
                    found[short].append(claim.subject)
    exact = {title: tuple(people) for title, people in found.items()}
    full: dict[str, list[str]] = defaultdict(list)
    for claim in resolution.claims:
        if claim.relation == "holdsPost" and claim.subject not in full[titles[claim.object]]:
            full[titles[claim.object]].append(claim.subject)
    return exact | {title: tuple(people) for title, people in full.items()}
