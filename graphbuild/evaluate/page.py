"""An evaluation as one HTML page: no script, no request, everything from articles and gold escaped."""

from __future__ import annotations

import base64
import hashlib
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

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup

    from graphbuild.evaluate.calibration import Calibration
    from graphbuild.evaluate.evaluation import Evaluation


def to_html(evaluation: Evaluation, calibration: Calibration | None = None) -> str:
    """Return an evaluation as a page that stands alone, with every mistake. Write it as UTF-8."""
    sheets = [scores_sheet(evaluation), confusion_sheet(evaluation), articles_sheet(evaluation)]
    if calibration is not None:
        sheets += [bins_sheet(calibration), rules_sheet(calibration)]
    named = ((f"{one.gold.set}/{one.gold.name}", list(mistakes(one))) for one in evaluation.articles)
    style = files(__package__).joinpath("assets/page.css").read_text(encoding="utf-8")
    return _template().render(
        articles=[(name, found) for name, found in named if found],
        count=counted(len(evaluation.articles), "article"),
        policy=_policy(style),
        sheets=sheets,
        style=_ours(style),
        unread=evaluation.unread,
    )


def _template() -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    loader = PackageLoader("graphbuild.evaluate", "assets")
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["legible"] = _legible
    return environment.get_template("page.html.j2")


def _legible(text: str) -> str:
    """Replace what no page can hold, or what turns the direction of the text around it."""
    return "".join(char if char.isprintable() else "\ufffd" for char in text)


def _policy(style: str) -> str:
    """Return the content security policy (CSP level 3): this style sheet, and nothing else."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    parts = ("default-src 'none'", f"style-src 'sha256-{digest}'", "img-src data:")
    return "; ".join((*parts, "base-uri 'none'", "form-action 'none'"))


def _ours(text: str) -> Markup:
    """Exempt our own file from escaping."""
    from markupsafe import Markup

    return Markup(text)  # noqa: S704
