"""One invented article, and what it gives, for all tests of explanations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphbuild.explain import Explanation, explain
from graphbuild.read import read_bytes

if TYPE_CHECKING:
    from pathlib import Path

    from graphbuild.model import Document

ARTICLE = """Mayor Qian Duofu inspects tea factories

release time: 2024-05-07 10:00    source: Pingtan Daily

On May 6, Qian Duofu, Mayor of Pingtan City, inspected Pingtan Baiyun Tea Co., Ltd. He was accompanied by \
Sun Shaoqing, Director of the Municipal Bureau of Commerce. Next month Qian Duofu will visit \
Lushan Paper Co., Ltd.

Nobody has inspected the old bridge. The rain stopped at noon.
"""

HOSTILE = """Mayor <script>alert(1)</script> & "friends" inspect a mill

On May 6, Mayor Qian Duofu inspected <img src=x onerror=alert(2)> Tea Co., Ltd. with \
</p></main>\x1b[2J and \u202eeert.
He met Sun Shaoqing, director of "Tom's" <b>Bureau & Sons</b> Co., Ltd. and then he went home to rest.
"""


@pytest.fixture(scope="session")
def told_article() -> Document:
    """Return the invented article as read."""
    return read_bytes(ARTICLE.encode(), source="tea.txt")


@pytest.fixture(scope="session")
def explanation(told_article: Document) -> Explanation:
    """Return what the invented article gives."""
    return explain(told_article)


@pytest.fixture(scope="session")
def hostile() -> Explanation:
    """Return the explanation of an article that is full of markup and control characters."""
    return explain(read_bytes(HOSTILE.encode(), source='x"><script>.txt'))


@pytest.fixture
def article_file(tmp_path: Path) -> Path:
    """Return a file that holds the invented article."""
    path = tmp_path / "tea.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path
