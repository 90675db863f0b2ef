"""An explanation as one HTML page: no script, no request, everything from the article escaped."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from graphbuild.explain import wording
from graphbuild.explain.wording import colours, legible
from graphbuild.pages import content_policy, page_template, trusted

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup

    from graphbuild.explain.values import ExplainedSentence, Explanation
    from graphbuild.model import Span


def to_html(explanation: Explanation) -> str:
    """Return an explanation as a page that stands alone; equal for equal explanations. Write it as UTF-8."""
    style = _style()
    return _template().render(
        explanation=explanation,
        heading=legible(explanation.header.title or explanation.document.source or "article"),
        style=trusted(style),
        policy=content_policy(style),
        types=wording.shown(explanation),
    )


@dataclass(frozen=True, slots=True)
class _Element:
    """A range of a sentence that becomes an element."""

    span: Span
    opening: str
    closing: str


def _marked(sentence: ExplainedSentence) -> Markup:
    """Return the sentence with elements around its mentions and triggers, inner ones inside outer ones."""
    from markupsafe import escape

    parts: list[str] = []
    waiting: list[_Element] = []
    at = sentence.span.start

    def write(end: int) -> None:
        nonlocal at
        quote = sentence.text[at - sentence.span.start : end - sentence.span.start]
        parts.append(str(escape(legible(quote))))
        at = end

    def close(before: int) -> None:
        while waiting and waiting[-1].span.end <= before:
            write(waiting[-1].span.end)
            parts.append(waiting.pop().closing)

    for element in _elements(sentence):
        close(element.span.start)
        if waiting and not waiting[-1].span.covers(element.span):
            continue  # elements nest or stand apart; what crosses is still listed among the claims
        write(element.span.start)
        parts.append(element.opening)
        waiting.append(element)
    close(sentence.span.end)
    write(sentence.span.end)
    return trusted("".join(parts))


def _elements(sentence: ExplainedSentence) -> list[_Element]:
    from markupsafe import escape

    marks = [
        _Element(
            mark.span,
            f'<mark class="{_class(mark.type)}" title="{escape(legible(f"{mark.type}: {mark.name}"))}">',
            "</mark>",
        )
        for mark in sentence.marks
    ]
    triggers = [
        _Element(trigger.span, f'<u title="{escape(f"trigger: {trigger.kind}")}">', "</u>")
        for trigger in sentence.triggers
    ]
    return sorted(marks + triggers, key=lambda element: (element.span.start, -element.span.end))


def _class(type_: str) -> str:
    return type_ if type_ in colours() else "Unknown"


@cache
def _template() -> Template:
    found = page_template(
        "graphbuild.explain", legible=legible, marked=_marked, class_of=_class, counted=wording.counted
    )
    found.globals.update(wording=wording)
    return found


def _style() -> str:
    sheet = files(__package__).joinpath("assets/page.css").read_text(encoding="utf-8")
    rules = (f".{name} {{ --type: {colour.page}; }}\n" for name, colour in colours().items())
    return sheet + "".join(rules)
