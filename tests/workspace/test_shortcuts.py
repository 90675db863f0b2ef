"""What one run spares the next: used where it fits, ignored where it is damaged."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphbuild.assemble import Fingerprints
from graphbuild.model import Block, BlockRole, Document, Span
from graphbuild.pipeline import Shortcuts
from graphbuild.resolve.corpus import BlockMemory
from graphbuild.workspace.shortcuts import last_shortcuts, save

TEXT = " ".join(f"word{n}" for n in range(60))
DOCUMENT = Document(TEXT, (Block(Span(0, len(TEXT)), BlockRole.PARAGRAPH),))


def saved(path: Path, known: dict[str, list[int]]) -> None:
    """Write the fingerprints of a run."""
    used = Shortcuts(BlockMemory({}), Fingerprints({}, {}))
    assert used.fingerprints is not None
    used.fingerprints.kept.update(known)
    save(path, used)


def test_what_is_saved_is_known_again(tmp_path: Path) -> None:
    """A fingerprint of the last run is taken, not worked out."""
    saved(tmp_path / "s.json", {"stamp": [1, 2, 3]})
    found = last_shortcuts(tmp_path / "s.json", tmp_path, ()).fingerprints
    assert found is not None
    found._stamps = {DOCUMENT.id: "stamp"}
    assert found.of(DOCUMENT) == (1, 2, 3)


@pytest.mark.parametrize("content", [None, b"", b"[]", b"{}", b"0\n{}", b"[" * 100_000, b"\xff\x00"])
def test_a_damaged_file_is_as_good_as_none(tmp_path: Path, content: bytes | None) -> None:
    """Whatever lies there, fingerprints are then worked out."""
    path = tmp_path / "s.json"
    if content is not None:
        path.write_bytes(content)
    found = last_shortcuts(path, tmp_path, ()).fingerprints
    assert found is not None
    assert found.of(DOCUMENT) == Fingerprints().of(DOCUMENT)


def test_one_changed_byte_makes_it_none(tmp_path: Path) -> None:
    """The file is taken whole or not at all."""
    path = tmp_path / "s.json"
    saved(path, {"stamp": [1, 2, 3]})
    path.write_bytes(path.read_bytes().replace(b"[1,2,3]", b"[1,2,4]"))
    found = last_shortcuts(path, tmp_path, ()).fingerprints
    assert found is not None
    found._stamps = {DOCUMENT.id: "stamp"}
    assert found.of(DOCUMENT) != (1, 2, 4)
