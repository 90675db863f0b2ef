"""The notebooks run, and what they have stored is what they give."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from notebooks.run import execute, load, notebooks

if TYPE_CHECKING:
    from pathlib import Path

NAMES = ("01_read_the_graph", "02_ask_with_sparql", "03_network_measures")

every_notebook = pytest.mark.parametrize("path", notebooks(), ids=lambda path: path.stem)


@cache
def _stored(path: Path) -> Any:
    return load(path)


def _code(notebook: Any) -> list[Any]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def _shown(notebook: Any) -> list[tuple[int, list[dict[str, str]]]]:
    """Return the number and the outputs of each code cell; of a picture, only that it is one."""
    return [(cell.execution_count, [_text(output) for output in cell.outputs]) for cell in _code(notebook)]


def _text(output: Any) -> dict[str, str]:
    if output.output_type == "stream":
        return {output.name: output.text}
    return {kind: "" if kind.startswith("image/") else text for kind, text in sorted(output.data.items())}


def test_all_are_there() -> None:
    """Each of the three notebooks is tested, and no other lies about."""
    assert tuple(path.stem for path in notebooks()) == NAMES


@every_notebook
def test_stored_outputs_are_current(path: Path) -> None:
    """A notebook runs from top to bottom without an error, and shows what is stored (`make notebooks`)."""
    assert _shown(execute(path)) == _shown(_stored(path))


@every_notebook
def test_stored_as_run(path: Path) -> None:
    """Cells are numbered from one, without errors, and nothing of the machine is kept with them."""
    cells = _code(_stored(path))
    assert [cell.execution_count for cell in cells] == list(range(1, len(cells) + 1))
    kinds = {output.output_type for cell in cells for output in cell.outputs}
    assert kinds <= {"stream", "display_data", "execute_result"}
    assert [cell.id for cell in _stored(path).cells if cell.metadata] == []
    assert str(path.parent.parent) not in path.read_text(encoding="utf-8")


@every_notebook
def test_readable_on_its_own(path: Path) -> None:
    """A notebook opens with a title, says which articles are fiction, and has prose between its cells."""
    cells = _stored(path).cells
    prose = [cell for cell in cells if cell.cell_type == "markdown"]
    assert cells[0].source.startswith("# ")
    assert "fiction" in cells[0].source
    assert len(prose) * 2 >= len(cells)


def test_pictures_are_stored() -> None:
    """The first and the third notebook show a picture without being run."""
    drawn = {
        path.stem
        for path in notebooks()
        for cell in _code(_stored(path))
        for output in cell.outputs
        if "image/png" in output.get("data", {})
    }
    assert drawn == {NAMES[0], NAMES[2]}
