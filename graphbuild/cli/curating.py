"""Where the decisions and the links of a curator lie."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphbuild.workspace import Workspace


def workspace_of(sources: list[str]) -> Workspace | None:
    """Return the output folder of a build if that is what the sources are: its articles are read already."""
    from graphbuild import workspace
    from graphbuild.store.manifest import WORKSPACE

    one = len(sources) == 1 and (Path(sources[0]) / WORKSPACE).is_dir()
    return workspace.open(sources[0]) if one else None


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

    if given is not None:
        return given
    built = workspace_of(sources)
    if built is not None and built.decisions is not None:
        return built.decisions
    return _beside(sources, NAME, "--decisions")


def links_file(sources: list[str], given: Path | None) -> Path | None:
    """Return the table of links: the one given, or the one that lies beside the articles, if any.

    Raises `DecisionError` when there are several.
    """
    from graphbuild.decisions import LINKS

    return given if given is not None else _beside(sources, LINKS, "--links")


def _beside(sources: list[str], name: str, option: str) -> Path | None:
    from graphbuild.errors import DecisionError

    places = [Path(source) for source in sources if source != "-"]
    beside = dict.fromkeys((place if place.is_dir() else place.parent) / name for place in places)
    found = [path for path in beside if path.is_file()]
    if len(found) > 1:
        raise DecisionError(str(found[1]), 0, f"there is also {found[0]}; say which with {option} FILE")
    return found[0] if found else None
