"""In a notebook the page stands in a frame that may do nothing but run its scripts."""

from __future__ import annotations

import sys
from html.parser import HTMLParser
from types import SimpleNamespace

from graphbuild.export.html.frame import HEIGHT, Frame, displayed, opened
from graphbuild.graph import Graph
from tests.browser.visit_sample import visit_graph


class Attributes(HTMLParser):
    """Collects the attributes of the first element."""

    def __init__(self, text: str) -> None:
        """Parse a fragment."""
        super().__init__()
        self.found: list[dict] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        """Collect a tag."""
        self.found.append({"tag": tag, **dict(attrs)})


def notebook(monkeypatch, shown: list) -> None:
    """Pretend that code runs in a notebook."""
    shell = SimpleNamespace(kernel=object())
    ipython = SimpleNamespace(get_ipython=lambda: shell, display=SimpleNamespace(display=shown.append))
    monkeypatch.setitem(sys.modules, "IPython", ipython)


def test_the_page_is_one_attribute():
    """Whatever a page holds, the fragment is one frame, without access to the notebook around it."""
    page = "<p title='a\"b'>&amp;</p></iframe><script>"
    frames = Attributes(Frame(page, '"><script>', 300)._repr_html_()).found
    assert len(frames) == 1
    assert frames[0]["srcdoc"] == page
    assert frames[0]["title"] == '"><script>'
    assert "allow-same-origin" not in frames[0]["sandbox"]


def test_a_notebook_shows_a_part_of_the_graph(monkeypatch):
    """`show` displays the page below the cell and returns nothing."""
    shown: list[Frame] = []
    notebook(monkeypatch, shown)
    assert Graph(visit_graph()).show(ego="Tao Jinghe", depth=1) is None
    frame = Attributes(shown[0]._repr_html_()).found[0]
    assert frame["height"] == str(HEIGHT)
    assert frame["srcdoc"] == Graph(visit_graph()).subgraph(ego="Tao Jinghe").to_html()
    assert "page" in repr(shown[0])


def test_a_terminal_is_no_notebook(monkeypatch):
    """IPython in a terminal has no kernel: the browser is opened there, and without IPython too."""
    shell = SimpleNamespace(get_ipython=SimpleNamespace)
    monkeypatch.setitem(sys.modules, "IPython", shell)
    assert not displayed("<p>", "t")
    monkeypatch.delitem(sys.modules, "IPython")
    assert not displayed("<p>", "t")


def test_the_browser_gets_a_file(monkeypatch):
    """Outside notebooks the page is written in UTF-8 and handed to the browser."""
    asked: list[str] = []
    monkeypatch.setattr("webbrowser.open", asked.append)
    path = opened("兰亭")
    assert path.read_text(encoding="utf-8") == "兰亭"
    assert asked == [path.as_uri()]
