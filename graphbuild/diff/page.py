"""A difference as one HTML page: no script, no request, everything from the graphs escaped."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from graphbuild.diff.values import HOW, KINDS, Difference

if TYPE_CHECKING:
    from jinja2 import Template


def to_html(difference: Difference) -> str:
    """Return a difference as a page that stands alone; equal for equal differences. Write it as UTF-8."""
    style = files(__package__).joinpath("assets/page.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return _template().render(
        difference=difference,
        counts=difference.counts(),
        kinds=KINDS,
        hows=HOW,
        style=style,
        policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
    )


@cache
def _template() -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("graphbuild.diff", "assets"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["legible"] = legible
    return environment.get_template("page.html.j2")


def legible(text: str) -> str:
    """Return a text with controls, lone surrogates and marks of direction made visible."""
    return "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in text)
