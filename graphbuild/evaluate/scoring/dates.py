"""The date of the event that an article is about."""

from __future__ import annotations

from collections.abc import Iterator

from graphbuild.evaluate.judgement import Judgement, Verdict
from graphbuild.evaluate.scoring.case import Case

EVENT_DATE = "event date"


def judge_dates(case: Case) -> Iterator[Judgement]:
    """Judge whether a visit or meeting has the gold date, or an interval that begins or ends with it."""
    wanted = case.gold.event_date
    if wanted is None:
        return
    dates = sorted(case.found.dates)
    right = any(wanted == date or wanted in date.split("/") for date in dates)
    verdict = Verdict.RIGHT if right else Verdict.MISSED
    note = f"the graph has {', '.join(dates)}" if dates else "the graph has none"
    yield Judgement(verdict, (EVENT_DATE,), "date", wanted, "" if right else note)
