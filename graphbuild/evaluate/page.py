"""An evaluation as one HTML page: no script, no request, everything from articles and gold escaped."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from graphbuild.evaluate.wording import (
    articles_sheet,
    bins_sheet,
    confusion_sheet,
    counted,
    mistakes,
    rules_sheet,
    scores_sheet,
)
from graphbuild.pages import content_policy, page_template, trusted

if TYPE_CHECKING:
    from graphbuild.evaluate.calibration import Calibration
    from graphbuild.evaluate.evaluation import Evaluation


def to_html(evaluation: Evaluation, calibration: Calibration | None = None) -> str:
    """Return an evaluation as a page that stands alone, with every mistake. Write it as UTF-8."""
    sheets = [scores_sheet(evaluation), confusion_sheet(evaluation), articles_sheet(evaluation)]
    if calibration is not None:
        sheets += [bins_sheet(calibration), rules_sheet(calibration)]
    named = ((f"{one.gold.set}/{one.gold.name}", list(mistakes(one))) for one in evaluation.articles)
    style = files(__package__).joinpath("assets/page.css").read_text(encoding="utf-8")
    return page_template("graphbuild.evaluate", legible=_legible).render(
        articles=[(name, found) for name, found in named if found],
        count=counted(len(evaluation.articles), "article"),
        policy=content_policy(style),
        sheets=sheets,
        style=trusted(style),
        unread=evaluation.unread,
    )


def _legible(text: str) -> str:
    """Replace what no page can hold, or what turns the direction of the text around it."""
    return "".join(char if char.isprintable() else "\ufffd" for char in text)
