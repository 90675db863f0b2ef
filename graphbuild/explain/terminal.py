"""An explanation on a terminal: colours by type where there are colours, words where there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graphbuild.explain.wording import (
    colours,
    counted,
    grouped,
    legible,
    levels,
    place,
    promises,
    readings,
    relation,
    shown,
    status,
    summary,
    supports,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console, RenderableType
    from rich.table import Table
    from rich.text import Text

    from graphbuild.explain.values import ExplainedClaim, ExplainedSentence, Explanation

_WIDEST: Final = 110
"""Columns beyond which lines are hard to follow."""


def to_text(explanation: Explanation, console: Console) -> None:
    """Print an explanation, wrapped to the console; without colours the types are written out."""
    width, coloured = min(console.width, _WIDEST), console.color_system is not None
    with console.capture() as captured:
        for part in _parts(explanation, coloured=coloured):
            console.print(part, width=width)
    for line in captured.get().splitlines():
        console.file.write(line.rstrip() + "\n")


def slogans_to_text(explanation: Explanation, console: Console) -> None:
    """Print the set phrases of an article with the leaders and bodies in them."""
    with console.capture() as captured:
        for part in _slogans(explanation):
            console.print(part, width=min(console.width, _WIDEST))
    for line in captured.get().splitlines():
        console.file.write(line.rstrip() + "\n")


def _slogans(explanation: Explanation) -> Iterator[RenderableType]:
    from rich.text import Text

    phrases = explanation.set_phrases
    if not phrases:
        yield Text("No set phrase.")
        return
    yield Text(f"{counted(len(phrases), 'set phrase')}; what they name makes no node:")
    numbers = {sentence.span: sentence.number for sentence in explanation.sentences}
    grid = _grid(3)
    for phrase in phrases:
        grid.add_row(_dim(str(numbers[phrase.sentence])), legible(phrase.text))
        named = (f"{type_} {legible(name)}" for type_, name in phrase.names)
        grid.add_row("", _dim(f"names: {'; '.join(named) or 'nobody'}"))
    yield grid


def _parts(explanation: Explanation, *, coloured: bool) -> Iterator[RenderableType]:
    from rich.text import Text

    yield _header(explanation)
    if coloured:
        yield _legend(explanation)
    for sentence in explanation.sentences:
        yield Text("")
        yield _read(sentence, coloured=coloured)
        yield from _given(sentence)
    yield Text("")
    yield from _coverage(explanation)


def _grid(first: int) -> Table:
    """Return two columns without lines: the second wraps under itself."""
    from rich.table import Table

    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=first, justify="right" if first < 5 else "left")
    grid.add_column(ratio=1, overflow="fold")
    return grid


def _header(explanation: Explanation) -> Table:
    from rich.text import Text

    header, seat = explanation.header, explanation.seat
    grid = _grid(10)
    rows = {"title": header.title, "released": header.published, "publisher": header.publisher}
    for name, value in {**rows, "address": header.url}.items():
        if value or name in rows:
            grid.add_row(_dim(name), Text(legible(value)) if value else _dim("not found"))
    missing = _dim('not found; say it with --locus "City, Province"')
    grid.add_row(_dim("seat"), Text(legible(place(seat))) if seat else missing)
    if seat and seat.above:
        grid.add_row("", _dim(levels(seat)))
    for written, name in seat.resolved if seat else ():
        grid.add_row("", _arrow(written, name))
    return grid


def _legend(explanation: Explanation) -> Text:
    from rich.text import Text

    legend = Text("\n")
    for name in shown(explanation):
        legend.append(name, style=colours()[name].terminal).append("  ")
    return legend.append("trigger", style="underline")


def _read(sentence: ExplainedSentence, *, coloured: bool) -> Table:
    """Return the sentence with its number, and what its names stand for."""
    grid = _grid(3)
    grid.add_row(_dim(str(sentence.number)), _marked(sentence))
    if not coloured and sentence.marks:
        grid.add_row("", _typed(sentence))
    for written, name in readings(sentence):
        grid.add_row("", _arrow(written, name))
    return grid


def _given(sentence: ExplainedSentence) -> Iterator[RenderableType]:
    """Yield what the sentence gave, and what it promised."""
    from rich.padding import Padding

    grid = _grid(2)
    for how, claims in grouped(sentence.told):
        for claim in claims:
            grid.add_row(f"{claim.position}." if claim.position else "•", _claim(claim))
        grid.add_row("", _dim(f"by {how}"))
    helped = (f"{counted(count, 'claim')} of {number}" for number, count in supports(sentence))
    if listed := ", ".join(helped):
        grid.add_row("+", _dim(f"helps to read {listed}"))
    if sentence.promised:
        grid.add_row(_warned("?"), _warned(f"nothing read from: {promises(sentence)}"))
    if grid.row_count:
        yield Padding(grid, (0, 0, 0, 4))


def _marked(sentence: ExplainedSentence) -> Text:
    """Return the sentence with its mentions in the colours of their types, inner ones last."""
    from rich.text import Text

    start = sentence.span.start
    styles = {}
    for mark in sentence.marks:
        style = colours()[mark.type].terminal if mark.type in colours() else "bold"
        for at in range(mark.span.start - start, mark.span.end - start):
            styles[at] = style
    for trigger in sentence.triggers:
        for at in range(trigger.span.start - start, trigger.span.end - start):
            styles[at] = f"{styles.get(at, '')} underline".strip()
    text = Text()
    for at, char in enumerate(sentence.text):
        text.append(legible(char), style=styles.get(at, ""))
    if sentence.role != "paragraph":
        text.append(f"  [{sentence.role}]", style="dim")
    return text


def _typed(sentence: ExplainedSentence) -> Text:
    named = (f"{mark.type} {legible(mark.text)}" for mark in sentence.marks)
    return _dim(f"names: {'; '.join(dict.fromkeys(named))}")


def _claim(claim: ExplainedClaim) -> Text:
    from rich.text import Text

    text = Text()
    text.append(legible(claim.subject), style=_style(claim.subject_type))
    text.append(f" {relation(claim)} ", style="bold")
    text.append(legible(claim.object), style=_style(claim.object_type))
    if status(claim):
        text.append(f" [{status(claim)}]", style="dim" if claim.edge else "bold yellow")
    return text


def _style(type_: str) -> str:
    return colours()[type_].terminal if type_ in colours() else "bold"


def _arrow(written: str, name: str) -> Text:
    return _dim(f"= {legible(written)} → {legible(name)}")


def _dim(words: str) -> Text:
    from rich.text import Text

    return Text(words, style="dim")


def _warned(words: str) -> Text:
    from rich.text import Text

    return Text(words, style="bold yellow")


def _coverage(explanation: Explanation) -> Iterator[RenderableType]:
    from rich.text import Text

    yield Text(summary(explanation), style="bold")
    unread = [sentence for sentence in explanation.sentences if sentence.promised]
    if not unread:
        yield Text("No sentence promises more than it gave.")
        return
    yield Text(f"{counted(len(unread), 'sentence')} with a word that promised a claim, and none of its kind:")
    grid = _grid(3)
    for sentence in unread:
        grid.add_row(_dim(str(sentence.number)), promises(sentence))
    yield grid
