"""What the page costs: to write, on disk, and in a browser; stock pyvis beside it where it finishes.

Run with ``.venv/bin/python benchmarks/viewer.py [NODES ...]`` (by default 200, 1,000, 20,000 and 100,000).
Times are CPU times: of the process for writing, of the browser's main thread (`threadTicks`) for
the rest. Every page is written in a process of its own.
"""

from __future__ import annotations

import argparse
import json
import math
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING

from browsing import FLAGS, busy, cost, wait
from generated import generated_graph

if TYPE_CHECKING:
    from playwright.sync_api import Browser

STOCK_UP_TO = 200  # above, the physics of the stock page does not come to an end in two minutes
_READY = "typeof network !== 'undefined' && network.physics.stabilized === true"


def write(nodes: int, path: Path) -> dict[str, float]:
    """Write the page of a generated graph; return seconds of CPU, megabytes of the file and of memory."""
    from graphbuild.export.html import to_html

    graph = generated_graph(nodes)
    start = time.process_time()
    page = to_html(graph)
    spent = time.process_time() - start
    path.write_text(page, encoding="utf-8")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = path.stat().st_size / 1e6
    return {"edges": len(graph.edges), "write s": spent, "memory MB": peak, "file MB": size}


def write_stock(nodes: int, path: Path) -> None:
    """Write the same nodes and edges as pyvis does by itself."""
    from pyvis.network import Network

    graph, stock = generated_graph(nodes), Network(directed=True, cdn_resources="in_line")
    homes = {post.id: post.post_in for post in graph.posts}
    for entity in graph.entities:
        stock.add_node(entity.id, label=entity.label)
    for edge in graph.edges:
        stock.add_edge(edge.subject, homes.get(edge.object, edge.object), title=edge.relation)
    path.write_text(stock.generate_html(), encoding="utf-8")


def stock_seconds(browser: Browser, page: Path) -> float:
    """Return the CPU seconds until the stock page has settled; infinite if it has not in 150 seconds."""
    context = browser.new_context(viewport={"width": 1500, "height": 900})
    try:
        opened = context.new_page()
        session = context.new_cdp_session(opened)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})
        opened.goto(page.as_uri(), wait_until="commit")
        wait(opened, _READY, 150)
        return busy(session)
    except TimeoutError:
        return math.inf
    finally:
        context.close()


def _in_a_process(nodes: int, path: Path) -> dict[str, float]:
    command = [sys.executable, __file__, "--write", str(path), str(nodes)]
    found: dict[str, float] = json.loads(subprocess.check_output(command, text=True))
    return found


def report(browser: Browser, nodes: int, folder: Path) -> dict[str, float]:
    """Return all figures for one size."""
    path = folder / f"{nodes}.html"
    figures = _in_a_process(nodes, path)
    found = cost(browser, path)
    figures |= {
        "first frame s": found.first_frame, "ready s": found.ready, "pan frame ms": 1000 * found.pan_frame,
        "heap MB": found.heap, "drawn": found.nodes,
    }  # fmt: skip
    if nodes <= STOCK_UP_TO:
        stock = folder / f"stock-{nodes}.html"
        write_stock(nodes, stock)
        figures["stock pyvis s"] = stock_seconds(browser, stock)
    return figures


def main() -> None:
    """Print one line of figures for each size."""
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("nodes", nargs="*", type=int, default=[200, 1000, 20_000, 100_000])
    parser.add_argument("--write", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.write:
        print(json.dumps(write(options.nodes[0], options.write)))
        return
    program = which("chromium") or which("chromium-browser")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=program, args=list(FLAGS))
        for nodes in options.nodes:
            figures = report(browser, nodes, Path(folder))
            print(f"{nodes:>7} nodes", *(f"{name} {value:.2f}" for name, value in figures.items()), sep="  ")
        browser.close()


if __name__ == "__main__":
    main()
