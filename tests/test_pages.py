"""Pages that stand alone: what their policy allows, what their templates escape."""

from __future__ import annotations

import base64
import hashlib

import pytest

from graphbuild.pages import content_policy, page_template, trusted


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def test_a_policy_allows_the_style_and_the_scripts_by_their_digests_and_nothing_else() -> None:
    """Nothing is loaded, sent or framed."""
    policy = dict(part.split(" ", 1) for part in content_policy("p {}", ["a()", "b()"]).split("; "))
    assert policy == {
        "default-src": "'none'",
        "script-src": f"'sha256-{_digest('a()')}' 'sha256-{_digest('b()')}'",
        "style-src": f"'sha256-{_digest('p {}')}'",
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }


def test_without_scripts_none_may_run() -> None:
    """The default forbids them."""
    assert "script-src" not in content_policy("p {}")
    assert content_policy("p {}").startswith("default-src 'none'; ")


@pytest.mark.parametrize("package", ["graphbuild.diff", "graphbuild.evaluate", "graphbuild.explain"])
def test_templates_escape_what_is_not_trusted(package: str) -> None:
    """The environment of each page, not only its template."""
    environment = page_template(package, legible=str, marked=str, class_of=str, counted=str).environment
    shown = environment.from_string("{{ theirs }} {{ ours }}").render(theirs="<b>", ours=trusted("<i>"))
    assert shown == "&lt;b&gt; <i>"
