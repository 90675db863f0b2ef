"""An evaluation on a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graphbuild.evaluate.wording import (
    Mistake,
    Sheet,
    articles_sheet,
    bins_sheet,
    confusion_sheet,
    mistakes,
    rules_sheet,
    scores_sheet,
)

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.table import Table
    from rich.text import Text

    from graphbuild.evaluate.calibration import Calibration
    from graphbuild.evaluate.evaluation import Evaluation


def print_evaluation(
    evaluation: Evaluation,
    console: Console,
    *,
    articles: bool = False,
    errors: bool = False,
    calibration: Calibration | None = None,
) -> None:
    """Print the figures and the confusions, and what else is asked for."""
    if errors:
        for part in _errors(evaluation):
            console.print(part, soft_wrap=True)
    sheets = [scores_sheet(evaluation)]
    if any(gold != graph for gold, graph in evaluation.confusion):
        sheets.append(confusion_sheet(evaluation))
    if articles:
        sheets.append(articles_sheet(evaluation))
    if calibration is not None:
        sheets += [bins_sheet(calibration), rules_sheet(calibration)]
    for sheet in sheets:
        console.print(sheet.caption, style="italic", markup=False, highlight=False)
        console.print(_table(sheet))


def _table(sheet: Sheet) -> Table:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    for place, name in enumerate(sheet.head):
        table.add_column(Text(name), justify="right" if place else "left", no_wrap=place > 0, overflow="fold")
    for row in sheet.rows:
        table.add_row(*(Text(_legible(cell)) for cell in row))
    return table


def _errors(evaluation: Evaluation) -> Iterator[RenderableType]:
    from rich.text import Text

    for article in evaluation.articles:
        found = list(mistakes(article))
        if found:
            yield Text(_legible(f"{article.gold.set}/{article.gold.name}"), style="bold")
            for mistake in found:
                yield from _mistake(mistake)
            yield Text("")


def _mistake(mistake: Mistake) -> Iterator[Text]:
    from rich.text import Text

    line = Text("  ").append(mistake.verdict, style="red" if mistake.verdict == "false" else "yellow")
    note = f" ({mistake.note})" if mistake.note else ""
    yield line.append(_legible(f" {mistake.what}: {mistake.item}{note}"))
    for sentence in mistake.sentences:
        yield Text(_legible(f"      {sentence}"), style="dim")


def _legible(text: str) -> str:
    """Keep what stands in articles and gold from moving the cursor."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)
