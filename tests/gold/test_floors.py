"""Quality on the articles of this project stays above the floors in `floors.toml`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from graphbuild.evaluate import Evaluation, evaluate, read_gold
from graphbuild.evaluate.floors import Floors, read_floors

HERE = Path(__file__).resolve().parent
SETS = tuple(sorted({path.parent.name for path in HERE.glob("*/*.json")}))


@cache
def _floors() -> Floors:
    return read_floors(HERE / "floors.toml")


@cache
def _evaluation(name: str) -> Evaluation:
    return evaluate(read_gold([HERE / name]))


@pytest.mark.parametrize("name", SETS)
def test_no_figure_is_under_its_floor(name: str) -> None:
    """Each figure reaches its floor; `make floors` raises floors, the file says how one is lowered."""
    found = _floors().breaches(_evaluation(name))
    assert [f"{one.key} is {one.measured}, its floor {one.floor}" for one in found] == []


@pytest.mark.parametrize("name", SETS)
def test_every_article_is_read(name: str) -> None:
    """No article of the sets is left out for being unreadable."""
    assert _evaluation(name).articles
    assert _evaluation(name).unread == ()


def test_every_set_has_floors() -> None:
    """A new set of articles gets its floors."""
    assert {key.set for key in _floors().floors} == set(SETS)


def test_floors_are_lowered_with_a_reason() -> None:
    """No floor is lower than it was without a reason in the file."""
    assert list(map(str, _floors().unexplained())) == []


def test_the_file_is_as_the_command_writes_it() -> None:
    """Raising floors changes nothing but floors."""
    assert (HERE / "floors.toml").read_text(encoding="utf-8") == _floors().to_toml()


def test_articles_without_activity() -> None:
    """A notice and a statistic give no event and no core edge."""
    quiet = [article for name in SETS for article in _evaluation(name).articles if not article.gold.relations]
    assert len(quiet) >= 2
    for article in quiet:
        if not article.gold.posts and article.gold.event_date is None:
            assert article.case.data.events == (), article.gold.name
            assert article.counts.get("relation") is None, article.gold.name
