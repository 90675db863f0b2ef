"""What a page costs a browser, by the CPU time of its main thread: hardly touched by other load."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, CDPSession, Page

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--enable-precise-memory-info",
)  # fmt: skip
# Events are made inside the page: those that a driver sends cost more than the frames themselves.
_PRESS = """() => {
    window.frames_drawn = 0;
    window.graphbuild.network.on("afterDrawing", () => { window.frames_drawn += 1; });
    const canvas = document.querySelector("#picture canvas"), box = canvas.getBoundingClientRect();
    window.pointer = (type, x, y) => canvas.dispatchEvent(new PointerEvent(type, {
        pointerId: 1, pointerType: "mouse", isPrimary: true, bubbles: true, buttons: 1,
        button: type === "pointermove" ? -1 : 0,
        clientX: box.left + 12 + x, clientY: box.top + 12 + y }));
    window.pointer("pointerdown", 0, 0);
    window.pointer("pointermove", 20, 10);
}"""
_DRAG = """async (moves) => {
    for (let step = 0; step < moves; step += 1) {
        window.pointer("pointermove", 20 + 5 * step, 10 + 3 * step);
        await new Promise((done) => requestAnimationFrame(() => done()));
    }
    return window.frames_drawn;
}"""
MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Cost:
    """Seconds of main-thread CPU to the first frame, until all is ready, and for a frame; MB of heap."""

    first_frame: float
    ready: float
    pan_frame: float
    heap: float
    nodes: int


def cost(browser: Browser, page: Path, patience: float = 120) -> Cost:
    """Open a page of ours in a running Chromium, drag its picture about, and return what that cost."""
    context = browser.new_context(viewport={"width": 1500, "height": 900}, reduced_motion="reduce")
    try:
        return _cost(context, page, patience)
    finally:
        context.close()


def _cost(context: BrowserContext, path: Path, patience: float) -> Cost:
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    before = busy(session)
    page.goto(path.as_uri(), wait_until="commit")
    wait(page, "performance.getEntriesByName('drawn').length > 0", patience)
    first = busy(session) - before
    wait(page, "document.getElementById('status').textContent", patience)
    ready = busy(session) - before
    pan = pan_frame(page, session)
    session.send("HeapProfiler.collectGarbage")
    heap = page.evaluate("performance.memory.usedJSHeapSize") / MEGABYTE
    return Cost(first, ready, pan, heap, page.evaluate("window.graphbuild.network.body.nodeIndices.length"))


def busy(session: CDPSession) -> float:
    """Return the seconds for which the main thread has been at work."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return float(next(item["value"] for item in metrics if item["name"] == "TaskDuration"))


def wait(page: Page, condition: str, patience: float) -> None:
    """Ask again and again: the page's policy refuses Playwright's own way of waiting."""
    end = time.monotonic() + patience
    while not page.evaluate(condition):
        if time.monotonic() > end:
            raise TimeoutError(condition)
        time.sleep(0.02)


def pan_frame(page: Page, session: CDPSession, moves: int = 40) -> float:
    """Drag the picture along and return the CPU seconds of one frame drawn meanwhile."""
    page.evaluate(_PRESS)
    warm = page.evaluate(_DRAG, 5)
    start = busy(session)
    frames = page.evaluate(_DRAG, moves) - warm
    spent = busy(session) - start
    page.evaluate("() => window.pointer('pointerup', 0, 0)")
    return spent / max(1, int(frames))
