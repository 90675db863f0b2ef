"""Where the decisions of a curator lie."""

from __future__ import annotations

from pathlib import Path


def default_file(sources: list[str]) -> Path:
    """Return where decisions go when there are none yet: beside the first articles."""
    from graphbuild.decisions import NAME

    first = Path(sources[0]) if sources[0] != "-" else Path()
    return (first if first.is_dir() else first.parent) / NAME


def decisions_file(sources: list[str], given: Path | None) -> Path | None:
    """Return the file of decisions: the one given, or the one that lies beside the articles, if any.

    Raises `DecisionError` when there are several.
    """
    from graphbuild.decisions import NAME
    from graphbuild.errors import DecisionError

    if given is not None:
        return given
    places = [Path(source) for source in sources if source != "-"]
    beside = dict.fromkeys((place if place.is_dir() else place.parent) / NAME for place in places)
    found = [path for path in beside if path.is_file()]
    if len(found) > 1:
        raise DecisionError(str(found[1]), 0, f"there is also {found[0]}; say which with --decisions FILE")
    return found[0] if found else None
