"""A difference as one HTML page: no script, no request, everything from the graphs escaped."""

from __future__ import annotations

from importlib.resources import files

from graphbuild.diff.values import HOW, KINDS, Difference
from graphbuild.pages import content_policy, page_template, trusted


def to_html(difference: Difference) -> str:
    """Return a difference as a page that stands alone; equal for equal differences. Write it as UTF-8."""
    style = files(__package__).joinpath("assets/page.css").read_text(encoding="utf-8")
    return page_template("graphbuild.diff", legible=legible).render(
        difference=difference,
        counts=difference.counts(),
        kinds=KINDS,
        hows=HOW,
        style=trusted(style),
        policy=content_policy(style),
    )


def legible(text: str) -> str:
    """Return a text with controls, lone surrogates and marks of direction made visible."""
    return "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in text)
