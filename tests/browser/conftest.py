"""A browser without a network, and pages opened in it from a file."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from shutil import which
from typing import Any

import pytest

from graphbuild.export.html import to_html
from graphbuild.export.html.payload import Payload, payload
from graphbuild.model import GraphData
from graphbuild.ontology import ontology

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

_FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
_BROWSER = which("chromium") or which("chromium-browser")


@dataclass
class Opened:
    """A page with what it asked for and complained of, and the content that was put into it."""

    page: Any
    content: Payload
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def until(self, script: str, *arguments: Any) -> Any:
        """Wait until a script gives something true, and return it.

        `page.wait_for_function` would be refused by the page's policy, since it evaluates text.
        """
        for _ in range(100):
            if value := self.page.evaluate(script, *arguments):
                return value
            time.sleep(0.05)
        return pytest.fail(f"never true: {script}")

    def text(self, selector: str) -> str:
        """Return the text of the first element that matches."""
        return self.page.locator(selector).first.inner_text()

    @property
    def data(self) -> dict[str, Any]:
        """Return nodes, edges, claims, sentences and documents as they were before they were packed."""
        return {"nodes": self.content.nodes, "edges": self.content.edges, **self.content.rest}

    def outside(self) -> list[str]:
        """Return the requests that left the file."""
        return [url for url in self.requests if not url.startswith(("file:", "data:", "blob:"))]


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Return a running Chromium."""
    if _BROWSER is None:
        pytest.skip("no chromium on this machine")
    with sync_api.sync_playwright() as play:
        running = play.chromium.launch(executable_path=_BROWSER, args=list(_FLAGS))
        yield running
        running.close()


@pytest.fixture
def open_page(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Return a function that writes a graph as a page and opens it."""
    contexts = []

    def opened(
        data: GraphData, *, width: int = 1500, height: int = 900, hash_: str = "", **more: str
    ) -> Opened:
        path = tmp_path / "graph.html"
        path.write_text(to_html(data, **more), encoding="utf-8")
        contexts.append(
            browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce")
        )
        content = payload(data, ontology().label, more.get("language", "en"))
        result = Opened(contexts[-1].new_page(), content)
        result.page.set_default_timeout(8000)
        result.page.on("request", lambda request: result.requests.append(request.url))
        result.page.on("console", lambda message: result.complaints.append(message.text))
        result.page.on("pageerror", lambda error: result.complaints.append(str(error)))
        result.page.goto(path.as_uri() + hash_)
        result.until("document.getElementById('status').textContent")
        return result

    yield opened
    for context in contexts:
        context.close()
