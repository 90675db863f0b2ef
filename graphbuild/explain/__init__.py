"""What one article gave, sentence by sentence: mentions, claims, and the sentences that gave nothing.

    >>> from graphbuild.explain import explain, to_html
    >>> from graphbuild.read import read_path
    >>> page = to_html(explain(read_path("article.txt")))  # doctest: +SKIP

Nothing here decides anything: it shows what the pipeline read, and where a word promised more.
"""

from __future__ import annotations

from graphbuild.explain.page import to_html
from graphbuild.explain.reading import explain
from graphbuild.explain.record import to_json
from graphbuild.explain.terminal import slogans_to_text, to_text
from graphbuild.explain.values import (
    Coverage,
    ExplainedClaim,
    ExplainedSentence,
    Explanation,
    Header,
    Mark,
    Seat,
)
from graphbuild.model import Trigger

__all__ = [
    "Coverage",
    "ExplainedClaim",
    "ExplainedSentence",
    "Explanation",
    "Header",
    "Mark",
    "Seat",
    "Trigger",
    "explain",
    "slogans_to_text",
    "to_html",
    "to_json",
    "to_text",
]
