"""The page inside a notebook: a frame that may run its scripts and nothing else."""

from __future__ import annotations

from typing import Final

from markupsafe import Markup

_FRAME: Final = Markup(
    '<iframe title="{title}" srcdoc="{page}" width="100%" height="{height}" '
    'sandbox="allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox" '
    'style="border: 1px solid #8884; border-radius: 6px"></iframe>'
)


class Frame:
    """A page as a notebook displays it (Jupyter, VS Code): through `_repr_html_`."""

    def __init__(self, page: str, title: str, height: int) -> None:
        self._html = str(_FRAME.format(page=page, title=title, height=int(height)))

    def __repr__(self) -> str:
        return "<the graph as a page; a notebook shows it>"

    def _repr_html_(self) -> str:
        return self._html
