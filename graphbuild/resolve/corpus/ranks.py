"""Titles for comparison: the rank, and what its holder is in charge of."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from graphbuild.languages import mapping, words
from graphbuild.languages.statuses import status_of

_ELECT: Final = "-elect"
_LINKS: Final = frozenset({"of", "for", "on", "to", "in"})


@lru_cache(maxsize=65536)
def read_rank(title: str) -> tuple[str, str, str]:
    """Return rank, topic and status of a title.

    "Acting Deputy Secretary of Defense" and "acting deputy defense secretary" are both a deputy
    secretary for defense, acting. An acting mayor who becomes mayor keeps the rank.
    """
    text = title.casefold().replace(_ELECT, " elect")
    status = status_of(frozenset(text.split())) or "held"
    parts = [part for part in text.replace(",", " ").split() if part not in _statuses()]
    at = next((n for n, part in enumerate(parts) if part in _LINKS and not _whole(parts, n)), len(parts))
    head, topic = parts[:at], [part for part in parts[at + 1 :] if part not in {"the", "and", "affairs"}]
    before = [part for part in head[:-1] if not _of_rank(part)]
    rank = [part for part in head if part not in before]
    if not rank:
        return text, "", status
    rank[-1] = mapping("en", "identity", "rank_forms").get(rank[-1], rank[-1])
    return " ".join(rank), " ".join(topic or before), status


def _whole(parts: list[str], at: int) -> bool:
    """Whether the link belongs to the rank, as in "chief of staff" and "speaker of the house"."""
    return " ".join(parts[at - 1 : at + 2]) in words("en", "identity", "whole_ranks") if at else False


def _of_rank(part: str) -> bool:
    whole = words("en", "identity", "whole_ranks")
    return part in words("en", "identity", "rank_words") or any(part in each.split() for each in whole)


@cache
def _statuses() -> frozenset[str]:
    lists = (words("en", "posts", status) for status in ("acting", "former", "designate"))
    return frozenset[str]().union(*lists)


def topic_of_body(name: str) -> str:
    """Return what a department or ministry is for: "department of the treasury" is for the treasury."""
    parts = name.split()
    if len(parts) < 3 or parts[0] not in words("en", "identity", "portfolio_bodies") or parts[1] != "of":
        return ""
    return " ".join(part for part in parts[2:] if part not in {"the", "and", "affairs"})
