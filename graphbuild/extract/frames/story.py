"""The story so far: whom "he" means, whose visit is under way, which meeting is "the meeting"."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from graphbuild.extract.frames.holders import Holders
from graphbuild.model import STATED, Claim, EventDate, Evidence, Happening, Span

if TYPE_CHECKING:
    from graphbuild.extract.frames.scene import Actor, Scene, Site
    from graphbuild.model import Document, Resolution


Part = tuple[str, Span | None]
"""A chain id, and the span that names it if the sentence of the act does."""

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
    name: str = ""
    date: EventDate | None = None
    venue: str | None = None
    factual: bool = False


@dataclass(frozen=True, slots=True)
class Act:
    """How a sentence tells of something: the rule that read it, the word that tells it, and how surely.

    `support` are further sentences that supply an argument, `event` the visit or meeting that the
    act belongs to, `mode` its modality.
    """

    scene: Scene
    rule: str
    trigger: int | None
    mode: str = STATED
    confidence: float = 0.9
    support: tuple[Span, ...] = ()
    event: str | None = None
    date: EventDate | None = None


class Story:
    """State carried from sentence to sentence of one document, and the claims made on the way."""

    def __init__(self, document: Document, resolution: Resolution) -> None:
        self.document = document
        self.refer = {(m.type, m.span): m.refers_to for m in resolution.mentions}
        self.holders = Holders(resolution)
        self.claims: list[Claim] = []
        self.visits: dict[tuple[str, ...], Visit] = {}
        self.all_visits: list[Visit] = []
        self.current: Visit | None = None
        self.meetings: dict[str, Meeting] = {}
        self.meeting: Meeting | None = None
        self.roll: Meeting | None = None
        self.talks: dict[tuple[Span, int | None], Happening] = {}
        self.subject: tuple[str, Span, Span] | None = None
        self.local: dict[int, str] = {}
        self.line_number = 0
        self.subject_line = 0
        self.date: EventDate | None = None
        self.line_date: EventDate | None = None
        self.project: str | None = None

    def who(self, actor: Actor) -> tuple[tuple[str, ...], tuple[Span, ...]]:
        """Return the chains an actor stands for, and the sentences that say so when it is an anaphor."""
        if actor.kind == "named":
            return actor.members, ()
        if actor.kind == "pronoun" and actor.start in self.local:
            return (self.local[actor.start],), ()
        if (
            actor.kind == "pronoun"
            and self.subject is not None
            and self.line_number - self.subject_line <= _NEAR
        ):
            return (self.subject[0],), (self.subject[2],)
        if actor.kind in {"group", "they"} and self.current is not None:
            return self.current.principals, (self.current.opening,)
        if actor.kind == "title":
            leading = self.current.principals if self.current is not None else ()
            return self.holders.of(actor.word, actor.level, actor.spans[0], leading), ()
        return (), ()

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
        self, act: Act, subject: Part, relation: str, object_: Part, *, position: int | None = None
    ) -> None:
        """Record a claim of an act; its evidence begins with the line of the act."""
        if subject[0] == object_[0]:
            return
        if relation == "met" and act.mode == STATED:
            act = replace(act, event=self._talks_at(act))
        here = act.scene.line.span
        sentences = (here, *(span for span in dict.fromkeys(act.support) if span != here))
        trigger = act.scene.span(act.trigger) if act.trigger is not None else None
        roles = (("subject", subject[1]), ("trigger", trigger), ("object", object_[1]))
        filled = tuple((role, span) for role, span in roles if span is not None)
        evidence = Evidence(self.document.id, sentences, filled, act.rule)
        confidence = round(act.confidence, 2)
        self.claims.append(
            Claim(
                subject[0],
                relation,
                object_[0],
                evidence,
                act.mode,
                confidence,
                act.event,
                position,
                act.date,
            )
        )

    def _talks_at(self, act: Act) -> str:
        """Return the id of the talks that an act of meeting tells of: one for each word that tells it."""
        told = (act.scene.line.span, act.trigger)
        if told not in self.talks:
            name = f"{self.document.id}-t{len(self.talks)}"
            self.talks[told] = Happening(name, "Talks", None, act.date)
        return self.talks[told].id

    def meeting_at(self, site: Site, scene: Scene) -> Meeting:
        """Return the meeting that a mention names, and make it the one under way."""
        if site.chain not in self.meetings:
            name = scene.line.text(site.start, site.end).casefold()
            self.meetings[site.chain] = Meeting(site.chain, site.span, scene.line.span, name, self._day())
        self.meeting = self.meetings[site.chain]
        self.meeting.date = self.meeting.date or self._day()
        return self.meeting

    def _day(self) -> EventDate | None:
        """Return the day of what the line tells: its own, that of the visit under way, the last one named."""
        visited = self.current.date if self.current is not None else None
        return self.line_date or visited or self.date

    def happenings(self) -> tuple[Happening, ...]:
        """Return the visits, meetings and talks told as events."""
        visits = [Happening(visit.id, "Visit", None, visit.date) for visit in self.all_visits]
        meetings = [
            Happening(meeting.chain, "Meeting", meeting.chain, meeting.date, (), meeting.venue)
            for meeting in self.meetings.values()
            if meeting.factual
        ]
        return tuple(sorted([*visits, *meetings, *self.talks.values()], key=lambda happening: happening.id))


def _another_day(known: EventDate | None, new: EventDate | None) -> bool:
    """Whether a date in the sentence lies outside the days of the visit so far."""
    if known is None or new is None:
        return False
    first, last = known.edtf.split("/")[0], known.edtf.split("/")[-1]
    day = new.edtf.split("/")[0]
    return len(first) == len(day) and not first <= day <= last
