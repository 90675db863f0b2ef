"""A graph as a SPARQL endpoint on this machine: oxigraph's read-only server, with its query page.

The server is a program of its own (PyPI ``oxigraph``). It reads the store on disk that
`graphbuild.sparql` keeps beside the graph, so that a graph larger than memory can be served, and
answers at ``/query``; it has no way to change anything.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import sysconfig
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import Final

from graphbuild.errors import MissingExtraError, QueryError

HOST: Final = "127.0.0.1"
PORT: Final = 7878

_START_SECONDS: Final = 30.0
_STOP_SECONDS: Final = 5.0
_TICK: Final = 0.05


class Server:
    """A server that runs; `address` is that of its query page."""

    def __init__(self, process: subprocess.Popen[bytes], port: int) -> None:
        self.process = process
        self.port = port
        self.address = f"http://{HOST}:{port}/"

    def wait(self) -> None:
        """Wait until the server ends; raise `QueryError` if it does so by itself."""
        status = self.process.wait()
        raise QueryError(f"the server at {self.address} ended by itself with status {status}")


@contextmanager
def serving(store: Path, port: int = PORT, seconds: int = 60) -> Iterator[Server]:
    """Serve a store on disk until the block ends. Port 0 takes any that is free.

    `seconds` bound every query. Raises `MissingExtraError` if the server is not installed, and
    `QueryError` if the port is taken or the server does not come up.
    """
    chosen = _free(port)
    command = [program(), "serve-read-only", "--location", str(store), "--bind", f"{HOST}:{chosen}"]
    process = subprocess.Popen(  # noqa: S603 - a program of ours, arguments of ours
        [*command, "--union-default-graph", "--timeout-s", str(seconds)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # Ctrl-C reaches us, and we stop the server
    )
    try:
        _await(process, chosen)
        yield Server(process, chosen)
    finally:
        _stop(process)


@contextmanager
def ending_on_sigterm() -> Iterator[None]:
    """Let SIGTERM end the block as Ctrl-C does."""

    def interrupt(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def program() -> str:
    """Return the path of the server; raise `MissingExtraError` with the command that installs it."""
    name = "oxigraph.exe" if os.name == "nt" else "oxigraph"
    for folder in (sysconfig.get_path("scripts"), str(Path(sys.executable).parent)):
        if (Path(folder) / name).is_file():
            return str(Path(folder) / name)
    found = shutil.which(name)
    if found is None:
        raise MissingExtraError("the server is not installed: pip install 'graphbuild[serve]'")
    return found


def _free(port: int) -> int:
    """Return the port if nobody listens there; raise `QueryError` that says how to take another."""
    with socket.socket() as probe:
        if os.name != "nt":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except PermissionError:
            raise QueryError(
                f"port {port} is not for ordinary users; choose one above 1023: --port {PORT}"
            ) from None
        except OSError:
            raise QueryError(
                f"port {port} is in use; choose another with --port, or --port 0 for any"
            ) from None
        return int(probe.getsockname()[1])


def _await(process: subprocess.Popen[bytes], port: int) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise QueryError(f"the server ended at once with status {process.returncode}")
        with suppress(OSError), socket.create_connection((HOST, port), timeout=1):
            return
        time.sleep(_TICK)
    raise QueryError(f"the server did not answer on port {port} within {_START_SECONDS:g} s")


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(_STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
