"""What a post is called: its title with its home."""

from __future__ import annotations

import re
from typing import Final

from graphbuild.model import Post

_HAN: Final = re.compile("[\u3400-\u9fff]")


def post_label(post: Post, home: tuple[str, str] | None) -> tuple[str, str]:
    """Return label and language of a post: "Mayor, Linhe City", or in Chinese the home first.

    `home` is label and language of the body, enterprise or place that the post belongs to.
    """
    if home is None:
        return post.title, "zh" if _HAN.search(post.title) else "en"
    label, language = home
    return (label + post.title if language.startswith("zh") else f"{post.title}, {label}"), language
