"""graphbuild/store/manifest.py: what a workspace says of itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graphbuild.errors import StoreError
from graphbuild.store import manifest
from graphbuild.store.manifest import FORMAT, MANIFEST, WORKSPACE, Manifest


def test_a_manifest_comes_back(tmp_path: Path) -> None:
    """What is saved is loaded, paths that no encoding can write included."""
    saved = Manifest(("a.parquet", "b.parquet"), "graph-1", {"model": "m"}, {"title": "T\udcff"})
    manifest.save(tmp_path, saved)
    assert manifest.load(tmp_path) == saved


def test_a_folder_without_one_is_no_workspace(tmp_path: Path) -> None:
    """A folder where nothing was built has no manifest."""
    assert manifest.load(tmp_path) is None


def write(folder: Path, text: str) -> None:
    """Put a text in the place of the manifest."""
    (folder / WORKSPACE).mkdir()
    (folder / WORKSPACE / MANIFEST).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (json.dumps({"format": FORMAT + 1}), "of a newer graphbuild.*upgrade graphbuild"),
        (json.dumps({"format": 0}), "older than this graphbuild reads.*build again from the articles"),
        (json.dumps({"format": "x"}), "older than this graphbuild reads"),
        ("{", "damaged.*delete the folder .graphbuild"),
        ("[]", "damaged"),
        ("{}", "damaged"),
        (json.dumps({"format": FORMAT, "shards": 3}), "damaged"),
        (json.dumps({"format": FORMAT, "shards": [], "other": 1}), "damaged"),
    ],
)
def test_what_cannot_be_used_is_refused(tmp_path: Path, text: str, said: str) -> None:
    """Another format, or a file that is damaged, is one line that says what to do."""
    write(tmp_path, text)
    with pytest.raises(StoreError, match=said) as caught:
        manifest.load(tmp_path)
    assert "\n" not in str(caught.value)
