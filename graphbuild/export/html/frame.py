"""The page inside a notebook: a frame that may run its scripts and nothing else."""

from __future__ import annotations

import sys
import webbrowser
from pathlib import Path
from tempfile import mkdtemp
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


HEIGHT: Final = 640
"""Pixels that the page takes below a cell."""


def displayed(page: str, title: str) -> bool:
    """Show a page below the cell that runs; False where there is no notebook."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    # A terminal's IPython has a shell too, but no kernel, and would print the frame as text.
    if ipython is None or not hasattr(shell, "kernel"):
        return False
    ipython.display.display(Frame(page, title, HEIGHT))
    return True


def opened(page: str) -> Path:
    """Open a page in the browser; return the temporary file that it is in."""
    path = Path(mkdtemp(prefix="graphbuild-")) / "graph.html"
    path.write_text(page, encoding="utf-8", newline="\n")
    webbrowser.open(path.as_uri())
    return path
