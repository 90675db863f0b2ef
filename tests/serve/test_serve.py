"""graphbuild/serve.py: a read-only endpoint on this machine that stops when it is told to."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from graphbuild import serve
from graphbuild.cli.serving import EXAMPLES
from graphbuild.errors import MissingExtraError, QueryError
from graphbuild.graph import Graph
from graphbuild.serve import Server, program, serving
from graphbuild.sparql import find_source, location, open_store
from tests.samples import sample

pytest.importorskip("pyoxigraph")
try:
    program()
except MissingExtraError as missing:
    pytest.skip(str(missing), allow_module_level=True)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an output folder with the sample."""
    place = tmp_path_factory.mktemp("output")
    (place / "graph.ttl").write_text(Graph(sample()).to_turtle(), encoding="utf-8")
    return place


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[Server]:
    """Return a server over the folder."""
    with location(find_source(folder)) as store, serving(store, port=0) as running:
        yield running


def ask(server: Server, path: str, body: dict[str, str] | None = None) -> tuple[int, str]:
    """Return the status and text of an answer; `body` makes it a POST."""
    data = urllib.parse.urlencode(body).encode() if body else None
    request = urllib.request.Request(server.address + path, data, {"Accept": "text/csv, text/html"})  # noqa: S310
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310 - our own server
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, ""


def test_queries_are_answered(server: Server, folder: Path) -> None:
    """The endpoint holds the graph."""
    status, text = ask(server, "query", {"query": "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"})
    assert (status, text.split()) == (200, ["n", str(len(open_store(folder)))])


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("update", {"update": "DELETE WHERE { ?s ?p ?o }"}),
        ("query", {"query": "DELETE WHERE { ?s ?p ?o }"}),
        ("store?default", {"x": "y"}),
    ],
)
def test_nothing_can_be_changed(server: Server, path: str, body: dict[str, str]) -> None:
    """An update is refused at every door, and the graph stays as it was."""
    before = ask(server, "query", {"query": "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"})
    assert ask(server, path, body)[0] in {400, 403, 404, 405, 415}
    assert ask(server, "query", {"query": "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"}) == before


def test_the_page_is_offline(server: Server) -> None:
    """The query page loads nothing from elsewhere."""
    status, page = ask(server, "")
    assert status == 200
    assert 'src="http' not in page
    assert 'href="http' not in page


def test_only_this_machine_is_served(server: Server) -> None:
    """The address is that of the loopback."""
    assert server.address == f"http://127.0.0.1:{server.port}/"


def test_a_port_in_use_is_told(server: Server, tmp_path: Path) -> None:
    """Someone else's port is an error that says how to take another."""
    with (
        pytest.raises(QueryError, match=f"port {server.port} is in use; choose another"),
        serving(tmp_path, server.port),
    ):
        pass


def test_a_server_that_is_not_installed_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without the program the message holds the command that installs it."""
    monkeypatch.setattr(serve.sysconfig, "get_path", lambda _: str(tmp_path))
    monkeypatch.setattr(serve.sys, "executable", str(tmp_path / "python"))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MissingExtraError, match=r"pip install 'graphbuild\[serve\]'"):
        program()


def test_a_broken_store_is_told(tmp_path: Path) -> None:
    """A server that cannot start is an error, not a hang."""
    (tmp_path / "CURRENT").write_text("nonsense")
    with pytest.raises(QueryError, match="ended at once"), serving(tmp_path, 0):
        pass


@pytest.fixture
def heard() -> Iterator[None]:
    """Let commands hear SIGINT, which those that a shell starts in the background inherit as ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.skipif(os.name == "nt", reason="signals are those of POSIX")
@pytest.mark.usefixtures("heard")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_command_stops_cleanly(folder: Path, number: signal.Signals) -> None:
    """Ctrl-C and SIGTERM end the command with status 0 and the server with it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "graphbuild", "serve", str(folder), "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == f"query page  http://127.0.0.1:{port}/\n"
        process.send_signal(number)
        out, err = process.stdout.read(), process.stderr.read()
    assert process.returncode == 0
    assert out.count("SELECT ") == len(EXAMPLES)
    assert err.splitlines()[-1] == "stopped"
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0
