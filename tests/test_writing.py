"""Files are wholly there or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

import pytest

from graphbuild.errors import ExportError
from graphbuild.writing import replace_together

if TYPE_CHECKING:
    from pathlib import Path


def _new(stream: BinaryIO) -> None:
    stream.write(b"new")


def _half(stream: BinaryIO) -> None:
    stream.write(b"half")
    raise KeyboardInterrupt


def test_a_file_may_lie_deeper(tmp_path: Path) -> None:
    """A name leads into a folder below, which is made, and goes again if the writing fails."""
    (path,) = replace_together(tmp_path / "output", {"csv/a": _new})
    assert path.read_bytes() == b"new"
    with pytest.raises(KeyboardInterrupt):
        replace_together(tmp_path / "output", {"parquet/a": _half})
    assert [each.name for each in (tmp_path / "output").iterdir()] == ["csv"]


def test_all_files_are_written(tmp_path: Path) -> None:
    """Every file holds what its function wrote, and nothing else is left in the folder."""
    folder = tmp_path / "deep" / "output"
    paths = replace_together(folder, {"a": _new, "b": _new})
    assert paths == (folder / "a", folder / "b")
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {"a": b"new", "b": b"new"}


def test_an_interrupt_leaves_the_old_files(tmp_path: Path) -> None:
    """When the second file is interrupted the first keeps its old content too."""
    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(KeyboardInterrupt):
        replace_together(tmp_path, {"a": _new, "b": _half})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"old"}


def test_an_interrupt_leaves_no_new_folder(tmp_path: Path) -> None:
    """A folder that was made for files that never came is removed."""
    with pytest.raises(KeyboardInterrupt):
        replace_together(tmp_path / "output", {"a": _half})
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_place_of_the_folder_is_named(tmp_path: Path) -> None:
    """The error names the folder that cannot be written, and the file there stays."""
    (tmp_path / "output").write_bytes(b"old")
    with pytest.raises(ExportError, match="output: cannot be written"):
        replace_together(tmp_path / "output", {"a": _new})
    assert (tmp_path / "output").read_bytes() == b"old"


def test_a_folder_in_place_of_a_file_is_an_error(tmp_path: Path) -> None:
    """A folder called like the file is reported, not replaced."""
    (tmp_path / "a").mkdir()
    with pytest.raises(ExportError):
        replace_together(tmp_path, {"a": _new})
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
