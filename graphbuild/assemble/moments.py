"""The graph as of a day, month or year: what had happened by then, and what held then."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graphbuild.model import Claim, Document, Edge, Event, GraphData, Tenure

_MOMENT: Final = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?")
_STATES: Final = frozenset({"holdsPost", "chairs"})
"""Relations that begin and end; all others are acts, which stay true, or hold of old."""
_OUT_OF_OFFICE: Final = "former"


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch of days, the first and the last, as ISO days."""

    start: str
    end: str


def moment(text: str) -> Moment:
    """Read "2022", "2022-06" or "2022-06-15". Raises ValueError for anything else."""
    found = _MOMENT.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is no day, month or year; write 2022-06-15, 2022-06 or 2022")
    year, month, day = found.groups()
    first, last = month or "01", month or "12"
    length = calendar.monthrange(int(year), int(last))[1] if int(year) else 31
    return Moment(f"{year}-{first}-{day or '01'}", f"{year}-{last}-{day or f'{length:02}'}")


def as_of(data: GraphData, text: str) -> GraphData:
    """Return the part of a graph that was so at a moment, as far as its articles tell.

    Posts are those in which their holders were seen both up to and from that time on; acts, events
    and articles are those up to it, and undated ones. What rests on later articles alone is left out.
    """
    when = moment(text)
    documents = tuple(each for each in data.documents if (each.published or "") <= when.end)
    told = {each.id: each for each in documents}
    days = ((each, _day(each, told)) for each in data.claims)
    claims = tuple(each for each, day in days if day is not None and day <= when.end)
    held: dict[str, list[Tenure]] = {}
    for each in data.tenures:
        held.setdefault(each.post, []).append(each)
    kept = _Kept(when, {claim.id: claim for claim in claims}, told, held)
    tenures = tuple(kept.tenure(each) for each in data.tenures if kept.holds(each))
    edges = tuple(edge for each in data.edges if (edge := kept.edge(each)) is not None)
    events = tuple(event for each in data.events if (event := kept.event(each)) is not None)
    used = {end for claim in claims for end in (claim.subject, claim.object)} | {e.venue for e in events}
    posts = tuple(each for each in data.posts if each.id in used)
    used |= {each.post_in for each in posts}
    mentions = tuple(each for each in data.mentions if each.document in told)
    used |= {each.refers_to for each in mentions}
    return replace(
        data,
        documents=documents,
        sentences=tuple(each for each in data.sentences if each.document in told),
        mentions=mentions,
        entities=tuple(each for each in data.entities if each.id in used),
        posts=posts,
        claims=claims,
        edges=edges,
        events=events,
        tenures=tenures,
    )


def _day(claim: Claim, documents: dict[str, Document]) -> str | None:
    """Return the day of a claim, "" if undated; None if its document is not told yet."""
    document = documents.get(claim.evidence.document)
    if document is None:
        return None
    return (claim.date.not_before if claim.date is not None else None) or document.published or ""


@dataclass(frozen=True, slots=True)
class _Kept:
    when: Moment
    claims: dict[str, Claim]
    documents: dict[str, Document]
    held: dict[str, list[Tenure]]

    def holds(self, tenure: Tenure) -> bool:
        first, last = tenure.first_seen, tenure.last_seen
        if first is None or last is None or tenure.status == _OUT_OF_OFFICE:
            return False
        away = any(
            start < self.when.start and self.when.end < end and self._taken(tenure, start, end)
            for start, end in tenure.gaps
        )
        return (
            first <= self.when.end and last >= self.when.start and not away and bool(self._of(tenure.claims))
        )

    def _taken(self, tenure: Tenure, start: str, end: str) -> bool:
        """Whether another was seen in the post while its holder was not."""
        return any(
            other.holder != tenure.holder and start < (other.first_seen or "") < end
            for other in self.held.get(tenure.post, ())
        )

    def tenure(self, tenure: Tenure) -> Tenure:
        return replace(tenure, claims=self._of(tenure.claims))

    def edge(self, edge: Edge) -> Edge | None:
        claims = self._of(edge.claims)
        if not claims or (edge.relation in _STATES and not self._lasts(edge)):
            return None
        return replace(edge, claims=claims)

    def _lasts(self, edge: Edge) -> bool:
        """Whether the last article that shows a state is of that time or later, as far as it is dated."""
        return (edge.last or "9999") >= self.when.start

    def event(self, event: Event) -> Event | None:
        claims, documents = self._of(event.claims), tuple(d for d in event.documents if d in self.documents)
        begun = (event.date.not_before if event.date is not None else None) or ""
        if not documents or begun > self.when.end or (event.claims and not claims):
            return None
        return replace(event, claims=claims, documents=documents)

    def _of(self, claims: Iterable[str]) -> tuple[str, ...]:
        return tuple(each for each in claims if each in self.claims)
