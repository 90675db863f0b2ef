"""Run the notebooks of this folder and store what they show: ``make notebooks``.

A stored notebook differs from the one before only where its code, its prose or its results do:
cells are numbered, and clocks, versions and the chatter of the kernel are left out.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbformat import NotebookNode

FOLDER = Path(__file__).resolve().parent
LONGEST_CELL = 120
"""Seconds; a cell that takes longer fails."""


def notebooks() -> list[Path]:
    """Return the notebooks in the order of their numbers."""
    return sorted(FOLDER.glob("*.ipynb"))


def load(path: Path) -> NotebookNode:
    """Return a stored notebook."""
    return nbformat.read(path, as_version=4)


def execute(path: Path) -> NotebookNode:
    """Run a notebook in a new kernel, in its own folder, and return it with its new outputs.

    Nothing is written. Raises `nbclient.exceptions.CellExecutionError` when a cell fails.
    """
    notebook = load(path)
    with tempfile.TemporaryDirectory() as scratch:
        client = NotebookClient(
            notebook,
            timeout=LONGEST_CELL,
            kernel_name="python3",
            record_timing=False,
            resources={"metadata": {"path": str(path.parent)}},
            extra_arguments=["--log-level=ERROR"],
        )
        client.execute(env=_environment(scratch))
    return _tidy(notebook)


def _environment(scratch: str) -> dict[str, str]:
    """Return the environment of the kernel: this checkout first, and no startup files of the user."""
    search = [str(FOLDER.parent), os.environ.get("PYTHONPATH", "")]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, search)), "IPYTHONDIR": scratch}


def _tidy(notebook: NotebookNode) -> NotebookNode:
    notebook.metadata = NotebookNode(
        kernelspec=NotebookNode(display_name="Python 3", language="python", name="python3"),
        language_info=NotebookNode(name="python"),
    )
    for number, cell in enumerate(notebook.cells, 1):
        cell.id = f"cell-{number:02}"
        cell.metadata = NotebookNode()
        if cell.cell_type == "code":
            cell.outputs = [output for output in cell.outputs if not _chatter(output)]
    return notebook


def _chatter(output: NotebookNode) -> bool:
    """Tell whether an output is a note of some library on the standard error, and pass it on."""
    if output.get("name") != "stderr":
        return False
    sys.stderr.write(output.text)
    return True


def main() -> None:
    """Run and store every notebook."""
    for path in notebooks():
        print(f"{path.name} ...", flush=True)
        path.write_text(nbformat.writes(execute(path)) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
