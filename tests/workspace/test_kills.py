"""A build that is killed: no finished shard is lost, and no output is broken."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from pathlib import Path

import graphbuild
from graphbuild import workspace
from graphbuild.store import shards
from graphbuild.store.manifest import WORKSPACE
from tests.builds import PATHS

PAGES = sorted(PATHS.values())[:4]
_BUILD = """
import sys
from graphbuild import workspace
from graphbuild.store import corpus
corpus.FULL = 1  # each article is a shard
workspace.add(sys.argv[1], sys.argv[2:])
"""


def kill_after(seconds: float, folder: Path, checkout: Path) -> None:
    """Start to add the pages, and kill the process."""
    command = [sys.executable, "-c", _BUILD, str(folder), *map(str, PAGES)]
    process = subprocess.Popen(command, cwd=checkout, stdout=subprocess.DEVNULL)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
    process.wait()


def read_back(folder: Path) -> set[str]:
    """Return the documents of all finished shards, each of which must be whole."""
    home = folder / WORKSPACE
    return {each.document.id for name in shards.found(home) for each in shards.read(home, name)}


def test_kills_at_any_moment_break_nothing(tmp_path: Path, checkout: Path) -> None:
    """After each kill the last graph stands, what was finished stays, and in the end all is there."""
    workspace.build(tmp_path, PAGES[:1], formats=["ttl"])
    old = graphbuild.build(PAGES[:1]).to_turtle()
    new = graphbuild.build(PAGES).to_turtle()
    moments, finished = random.Random(11), read_back(tmp_path)  # noqa: S311 - a seed, not a secret
    for _ in range(5):
        kill_after(moments.uniform(0.5, 4.0), tmp_path, checkout)
        assert (tmp_path / "graph.ttl").read_text(encoding="utf-8") in {old, new}
        assert finished <= (finished := read_back(tmp_path))
        assert graphbuild.open(tmp_path).graph().to_turtle() in {old, new}
    workspace.add(tmp_path, PAGES)
    assert (tmp_path / "graph.ttl").read_text(encoding="utf-8") == new
    assert sorted(path.name for path in tmp_path.iterdir()) == [WORKSPACE, "graph.ttl"]
