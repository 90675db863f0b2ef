"""How a title is held: words such as "acting" and "former" beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graphbuild.languages import words

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

_STATUSES: Final = ("acting", "former", "designate")


def status_of(lows: AbstractSet[str]) -> str | None:
    """Return "acting", "former" or "designate" when one of these lower-case words says so, else None."""
    return next((status for status in _STATUSES if lows & words("en", "posts", status)), None)
