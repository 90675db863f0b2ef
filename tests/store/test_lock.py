"""graphbuild/store/lock.py: one writer at a time."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from graphbuild.errors import StoreError
from graphbuild.store.lock import writing_to
from graphbuild.store.manifest import WORKSPACE

_HOLD = """
import sys
from pathlib import Path
from graphbuild.store.lock import writing_to

with writing_to(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def holder(tmp_path: Path, checkout: Path) -> subprocess.Popen[str]:
    """Start a process that holds the lock of a folder."""
    command = [sys.executable, "-c", _HOLD, str(tmp_path / "output")]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    process = subprocess.Popen(command, cwd=checkout, text=True, **pipes)  # type: ignore[call-overload]
    assert process.stdout.readline() == "held\n"
    return process  # type: ignore[no-any-return]


def end(process: subprocess.Popen[str], how: int) -> None:
    """End a process that we started, and close its pipes."""
    os.kill(process.pid, how)
    process.communicate()


def test_a_second_writer_is_told_who_writes(holder: subprocess.Popen[str], tmp_path: Path) -> None:
    """The message names the folder and the process, and comes at once."""
    told = pytest.raises(StoreError, match=f"output: process {holder.pid} is writing to it")
    with told, writing_to(tmp_path / "output"):
        pytest.fail("two writers")
    end(holder, signal.SIGTERM)


def test_a_writer_that_was_killed_holds_nothing(holder: subprocess.Popen[str], tmp_path: Path) -> None:
    """The lock of a process that is gone blocks no one, though its file is still there."""
    end(holder, signal.SIGKILL)
    assert (tmp_path / "output" / WORKSPACE / "writer").exists()
    with writing_to(tmp_path / "output") as home:
        assert (home / "writer").read_text(encoding="ascii") == f"{os.getpid()}\n"


def test_a_run_that_came_to_nothing_leaves_nothing(tmp_path: Path) -> None:
    """Where nothing was written there is no folder afterwards, and one that was there stays."""
    with writing_to(tmp_path / "new"):
        pass
    (tmp_path / "old").mkdir()
    with pytest.raises(ValueError, match="stop"), writing_to(tmp_path / "old"):
        raise ValueError("stop")
    assert [path.name for path in tmp_path.rglob("*")] == ["old"]


def test_a_file_in_the_way_is_told(tmp_path: Path) -> None:
    """An output folder that is a file is named, and stays."""
    (tmp_path / "output").write_text("mine")
    with pytest.raises(StoreError, match="output: cannot be written"), writing_to(tmp_path / "output"):
        pytest.fail("written")
    assert (tmp_path / "output").read_text() == "mine"
