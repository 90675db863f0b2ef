"""What all pages share that stand alone: a strict policy, a template that escapes, our own text trusted."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from jinja2 import Template
    from markupsafe import Markup


def content_policy(style: str, scripts: Iterable[str] = ()) -> str:
    """Return a content security policy (CSP level 3): this style sheet, these scripts, and nothing else."""
    allowed = " ".join(_source(script) for script in scripts)
    parts = ("default-src 'none'", f"script-src {allowed}" if allowed else "", f"style-src {_source(style)}")
    return "; ".join((*filter(None, parts), "img-src data:", "base-uri 'none'", "form-action 'none'"))


def _source(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def page_template(package: str, **filters: Callable[..., object]) -> Template:
    """Return ``assets/page.html.j2`` of a package, with filters of its own; it escapes what it is given."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader(package, "assets"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(filters)
    return environment.get_template("page.html.j2")


def trusted(text: str) -> Markup:
    """Exempt from escaping what is our own file, or is escaped already."""
    from markupsafe import Markup

    return Markup(text)  # noqa: S704
