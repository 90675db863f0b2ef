"""What each part of a page is for: title, header field, paragraph, caption or furniture.

Precision comes first: prose must never be classed as a field or as furniture, so whatever is not
certain is a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graphbuild.model import Block, BlockRole, Span
from graphbuild.read.datelines import read_dateline
from graphbuild.read.fields import Field, FieldLine, fold_spaces, read_fields, read_value
from graphbuild.read.lines import Line, columns, ends_sentence, join_wrapped, split_lines
from graphbuild.read.lists import item_spans
from graphbuild.read.words import fold, words

PROSE_COLUMNS = 160
"""Columns from which a line is prose even if it does not end as a sentence does."""

LONGEST_TITLE = 250
"""Code points beyond which a first line is no title."""

LONGEST_CAPTION = 300
"""Code points beyond which a line is no caption by its wording; marks such as ▲ count anyway."""

_TRAIL = re.compile(r"\s*(?:>+|»|›|＞|→|\s/\s|::)\s*")
_GLUED_NUMBER = re.compile(r"(?:[a-z]{4}\.[\"”’)]?|[。！？][”’」』）]?)\s*(\d{1,3})\Z")


_PARTS = {1: ("any", "head", "edge"), 0: ("any",), -1: ("any", "edge", "tail")}


@dataclass(frozen=True, slots=True)
class Unit:
    """A line, or lines that make one paragraph, with what it seems to be when looked at alone.

    `guess` None means prose as far as can be seen. `where` says in which part of the page the
    guess holds: "any", "head" (before the prose), "tail" (after it) or "edge" (before or after).
    """

    span: Span
    text: str
    guess: BlockRole | None = None
    where: str = "any"
    weak: bool = False
    fields: tuple[Field, ...] = ()
    waiting: str | None = None

    @property
    def prose(self) -> bool:
        """Whether the unit is beyond doubt part of the text itself."""
        long = ends_sentence(self.text) or columns(self.text[:PROSE_COLUMNS]) >= PROSE_COLUMNS
        return self.guess is None and long


@dataclass(frozen=True, slots=True)
class Page:
    """The blocks of a page, its header fields (those of the head first), and its title."""

    blocks: tuple[Block, ...]
    fields: tuple[Field, ...]
    title: str


def read_page(text: str, title: str | None = None) -> Page:
    """Split `text` into blocks with roles; a `title` that is known is looked for first."""
    units = _split_values(_doubted(list(_units(text))))
    at = _title(units, title)
    roles = _roles(units, at)
    shown = _title_span(units[at]) if at is not None else None
    blocks = tuple(_blocks(units, roles, shown))
    settled = (unit for unit, role in zip(units, roles, strict=True) if role == BlockRole.FIELD)
    fields = tuple(field for unit in settled for field in unit.fields)
    return Page(blocks, fields, title or (fold_spaces(text[shown.start : shown.end]) if shown else ""))


def _units(text: str) -> Iterator[Unit]:
    """Yield the units of a page: guessed lines one by one, prose after joining wrapped lines."""
    run: list[Line] = []
    for line in split_lines(text):
        unit = _guess(line)
        if run and (unit.guess is not None or line.after_gap):
            yield from _joined(text, run)
            run = []
        if unit.guess is not None:
            yield unit
        else:
            run.append(line)
    yield from _joined(text, run)


def _joined(text: str, run: Sequence[Line]) -> Iterator[Unit]:
    for group in join_wrapped(run):
        whole = Span(group[0].span.start, group[-1].span.end)
        for span in item_spans(text, whole):
            yield Unit(span, text[span.start : span.end])


def _guess(line: Line) -> Unit:
    """Say what a line seems to be, looked at alone."""
    unit = Unit(line.span, line.text)
    if where := _furniture(line.text):
        return replace(unit, guess=BlockRole.FURNITURE, where=where)
    if _is_caption(line.text):
        return replace(unit, guess=BlockRole.CAPTION)
    if found := read_fields(line.text) or read_dateline(line.text):
        return _as_field(unit, found)
    if words().leads.match(line.text) and not ends_sentence(line.text):
        return replace(unit, guess=BlockRole.FURNITURE, where="tail")
    return unit


def _as_field(unit: Unit, found: FieldLine) -> Unit:
    return replace(
        unit,
        guess=BlockRole.FIELD,
        where=found.where,
        weak=found.weak,
        fields=found.fields,
        waiting=found.waiting,
    )


def _furniture(text: str) -> str:
    """Say where in a page this line, by its words alone, is furniture; empty for nowhere."""
    if len(text) > LONGEST_CAPTION:
        return ""
    folded = fold(text)
    if not any(char.isalpha() for char in text):
        return "any" if not any(char.isdecimal() for char in text) else ""
    scrap = folded in words().alone or (text.isalpha() and text.isascii() and text[0].islower())
    if (words().furniture.fullmatch(text) and not scrap) or _is_trail(folded):
        return "any"
    return "any" if any(pattern.fullmatch(folded) for pattern in words().patterns) else ""


def _is_trail(folded: str) -> bool:
    """Whether the line says where the reader is: "Home > News > County news"."""
    start, *rest = _TRAIL.split(folded)
    opening, _, place = start.replace("：", ":").partition(":")
    if opening.strip(" [【") not in words().trails or not (rest or place.strip() in words().trails):
        return False
    return not ends_sentence(folded) and all(len(part) <= 40 for part in rest[:-1])


def _is_caption(text: str) -> bool:
    if text[0] in words().marks:
        return len(text) > 1
    if len(text) > LONGEST_CAPTION:
        return False
    return bool(words().caption.match(text) or words().credit.search(text)) and len(text) > 2


def _doubted(units: list[Unit]) -> list[Unit]:
    """Take back guesses of fields where the lines around speak against them."""
    texts = (at for at, unit in enumerate(units) if unit.guess is None or unit.weak)
    title = next(texts, len(units))
    result = []
    for at, unit in enumerate(units):
        after = units[at + 1].text if at + 1 < len(units) else ""
        announced = unit.where == "head" and words().event.match(after) is not None
        doubtful = announced or (unit.weak and at == title)
        result.append(Unit(unit.span, unit.text) if doubtful else unit)
    return result


def _split_values(units: list[Unit]) -> list[Unit]:
    """Make the line after a label that stands alone ("release time:") a field, if it fits."""
    result: list[Unit] = []
    for unit in units:
        kind = result[-1].waiting if result else None
        values = read_value(kind, unit.text) if kind and _may_be_value(unit) else None
        result.append(_value_unit(unit, result[-1].where, values) if values else unit)
    return result


def _may_be_value(unit: Unit) -> bool:
    labelled = any(field.labelled for field in unit.fields)
    return unit.waiting is None and not labelled and unit.guess in (None, BlockRole.FIELD) and not unit.prose


def _value_unit(unit: Unit, where: str, values: list[Field]) -> Unit:
    """Make the unit the value of the field above it; a whole day there is certain anywhere."""
    return replace(unit, guess=BlockRole.FIELD, where=where, fields=tuple(values))


def _title(units: Sequence[Unit], known: str | None) -> int | None:
    """Find the title: the first unit that is neither field nor furniture, if it reads like one."""
    candidates = [at for at, unit in enumerate(units) if unit.guess is None]
    if not candidates:
        return None
    first = candidates[0]
    if known is not None:
        same = (at for at in candidates if fold(units[at].text) == fold(known))
        return next(same, None)
    return first if len(candidates) > 1 and _reads_like_title(units, first) else None


def _reads_like_title(units: Sequence[Unit], at: int) -> bool:
    text = units[at].text
    if len(text) > LONGEST_TITLE:
        return False
    if not ends_sentence(text):
        return True
    rest = units[at + 1 :]
    asks = text.rstrip('"”’').endswith(("?", "!", "？", "！"))
    return asks or rest[0].guess == BlockRole.FIELD or any(fold(text) == fold(unit.text) for unit in rest)


def _title_span(unit: Unit) -> Span:
    """Return the span of a title without a label such as "Title:"."""
    label = words().title.match(unit.text)
    skipped = label.end() if label and label.end() < len(unit.text) else 0
    return Span(unit.span.start + skipped, unit.span.end)


def _roles(units: Sequence[Unit], title: int | None) -> list[BlockRole]:
    """Settle the role of every unit by where it stands."""
    prose = [at for at, unit in enumerate(units) if unit.prose and at != title]
    first, last = (prose[0], prose[-1]) if prose else (len(units), -1)
    roles: list[BlockRole] = []
    listing = False
    for at, unit in enumerate(units):
        listing = listing or (at > last and prose != [] and _is_heading(unit.text))
        holds = unit.where in _PARTS[(at < first) - (at > last)]
        otherwise = BlockRole.FURNITURE if listing and at > last else BlockRole.PARAGRAPH
        roles.append(unit.guess if unit.guess and holds else otherwise)
    if title is not None:
        roles[title] = BlockRole.TITLE
        _mark_repeats(units, roles, title)
    _mark_page_number(units, roles)
    return roles


def _is_heading(text: str) -> bool:
    return fold(text).strip(":： [】【]") in words().headings


def _mark_repeats(units: Sequence[Unit], roles: list[BlockRole], title: int) -> None:
    """Make lines that repeat the title captions: so photographs are captioned on many pages."""
    folded = fold(units[title].text)
    for at, unit in enumerate(units):
        if at > title and roles[at] == BlockRole.PARAGRAPH and fold(unit.text) == folded:
            roles[at] = BlockRole.CAPTION


def _mark_page_number(units: Sequence[Unit], roles: list[BlockRole]) -> None:
    """Make a last line that is a page number furniture."""
    if len(units) > 1 and roles[-1] == BlockRole.PARAGRAPH:
        text = fold(units[-1].text)
        if any(pattern.fullmatch(text) for pattern in words().page_numbers):
            roles[-1] = BlockRole.FURNITURE


def _blocks(units: Sequence[Unit], roles: Sequence[BlockRole], title: Span | None) -> Iterator[Block]:
    """Yield the blocks; a page number glued to the end of the last paragraph is cut off it."""
    paragraphs = [at for at, role in enumerate(roles) if role == BlockRole.PARAGRAPH]
    for at, (unit, role) in enumerate(zip(units, roles, strict=True)):
        span = title if role == BlockRole.TITLE and title else unit.span
        number = _glued_number(unit) if paragraphs and at == paragraphs[-1] else None
        if number is None:
            yield Block(span, role)
        else:
            yield Block(Span(span.start, span.start + len(unit.text[: number.start].rstrip())), role)
            yield Block(Span(span.start + number.start, span.end), BlockRole.FURNITURE)


def _glued_number(unit: Unit) -> Span | None:
    """Find a page number that stands right after the last stop of the text ("of last year.1")."""
    found = _GLUED_NUMBER.search(unit.text, max(len(unit.text) - 16, 0))
    return Span(*found.span(1)) if found and columns(unit.text[:PROSE_COLUMNS]) >= 60 else None
