"""The figures agree with those of a scorer that shares no code with us and knows only the Turtle."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphbuild.evaluate import build_article, judge_graph, read_gold, read_gold_file
from graphbuild.evaluate.gold import CORE, RELATIONS, TYPES
from graphbuild.evaluate.measures import MEASURES, Counts
from graphbuild.export.turtle import to_turtle
from graphbuild.model import Edge, Entity, Event, EventDate, GraphData, Post

SHARED = Path(__file__).resolve().parents[3] / "shared"
SCORER = SHARED / "eval" / "score.py"

pytestmark = pytest.mark.skipif(not SCORER.is_file(), reason="needs the scorer in ../shared/eval")

Tally = dict[str, tuple[int, int, int]]


@cache
def _scorer() -> ModuleType:
    spec = spec_from_file_location("independent_scorer", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _theirs(path: Path, turtle: Path) -> Tally:
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    _scorer().score(json.loads(path.read_text(encoding="utf-8")), turtle, counts, [])
    return _without_nothing({name: (one["tp"], one["fp"], one["fn"]) for name, one in counts.items()})


def _ours(counts: dict[str, Counts]) -> Tally:
    return _without_nothing({name: (one.right, one.false, one.missed) for name, one in counts.items()})


def _without_nothing(tally: Tally) -> Tally:
    shared = set(MEASURES) - {"companion order", "modality"}
    return {name: counts for name, counts in tally.items() if any(counts) and name in shared}


@pytest.mark.parametrize("name", ["en-seed", "en-seedform", "en-real"])
def test_articles_are_scored_alike(name: str, tmp_path: Path) -> None:
    """On every article of the shared gold each measure has the same counts."""
    folder = SHARED / "gold" / name
    if not folder.is_dir():
        pytest.skip(f"needs ../shared/gold/{name}")
    for gold in read_gold([folder]):
        graph = build_article(gold)
        turtle = tmp_path / f"{gold.name}.ttl"
        turtle.write_text(graph.to_turtle(), encoding="utf-8")
        path = folder / f"{gold.name}.json"
        assert _ours(judge_graph(gold, graph.data).counts) == _theirs(path, turtle), gold.name


_NAMES = ("Qian Duofu", "Mayor Qian", "Sun Shaoqing", "the Pingtan Tea", "Pingtan tea project", "Lushan")
_TITLES = (
    "Mayor",
    "Deputy Mayor",
    "Mayor of Trade",
    "Undersecretary for Trade",
    "Under Secretary",
    "Director",
)
_IDS = tuple("abcdef")
_NODES = tuple(f"n{number}" for number in range(6))
_FLAG = st.booleans()


def _entity(name: str) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {
            "id": st.just(name),
            "type": st.sampled_from(TYPES),
            "name": st.sampled_from(_NAMES),
            "aliases": st.lists(st.sampled_from(_NAMES), max_size=2),
        },
        optional={"type_alt": st.sampled_from(TYPES), "optional": _FLAG},
    )


_GOLD = st.fixed_dictionaries(
    {
        "entities": st.tuples(*map(_entity, _IDS)).map(list),
        "posts": st.lists(
            st.fixed_dictionaries(
                {
                    "holder": st.sampled_from(_IDS),
                    "title": st.sampled_from(_TITLES),
                    "of": st.none() | st.sampled_from(_IDS),
                },
                optional={
                    "title_alt": st.sampled_from(_TITLES),
                    "of_alt": st.sampled_from(_IDS),
                    "optional": _FLAG,
                },
            ),
            max_size=3,
        ),
        "relations": st.lists(
            st.fixed_dictionaries(
                {
                    "type": st.sampled_from(sorted(RELATIONS)),
                    "subject": st.sampled_from(_IDS),
                    "object": st.sampled_from(_IDS),
                },
                optional={"optional": _FLAG},
            ).filter(lambda one: one["subject"] != one["object"]),
            max_size=8,
        ),
        "event_date": st.sampled_from([None, "--05-06", "2024-05-06"]),
    }
)

_EDGES = st.builds(
    Edge,
    st.sampled_from(_NODES),
    st.sampled_from([*(RELATIONS[name] for name in (*CORE, "part_of", "located_in")), "jurisdiction"]),
    st.sampled_from(_NODES),
    st.just(()),
).filter(lambda edge: edge.subject != edge.object)


@st.composite
def _graphs(draw: Callable[..., Any]) -> GraphData:
    """Return a graph whose posts are so different that the order in which they are tried does not matter."""
    entities = tuple(
        Entity(
            name,
            draw(st.sampled_from(TYPES)),
            draw(st.sampled_from(_NAMES)),
            labels=tuple((text, "en") for text in draw(st.lists(st.sampled_from(_NAMES), max_size=1))),
        )
        for name in _NODES[: draw(st.integers(0, len(_NODES)))]
    )
    homes = st.none() | st.sampled_from(_NODES)
    holders = draw(st.lists(st.sampled_from(_NODES), unique=True, max_size=3))
    posts = tuple(Post(f"p-{holder}", draw(st.sampled_from(_TITLES)), draw(homes)) for holder in holders)
    held = tuple(Edge(holder, "holdsPost", f"p-{holder}", ()) for holder in holders)
    edges = tuple(
        {(e.subject, e.relation, e.object): e for e in draw(st.lists(_EDGES, max_size=10))}.values()
    )
    dates = draw(st.lists(st.sampled_from(["XXXX-05-06", "2024-05-06/2024-05-08", "2024-06"]), max_size=2))
    events = tuple(
        Event(f"v{number}", "Visit", "A visit", (), date=EventDate(date, "a day"))
        for number, date in enumerate(dates)
    )
    return GraphData(entities=entities, posts=posts, edges=(*edges, *held), events=events)


@settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(gold=_GOLD, data=_graphs())
def test_anything_is_scored_alike(gold: dict[str, Any], data: GraphData, tmp_path: Path) -> None:
    """Namesakes, wrong types, optional items, loose titles: each measure has the same counts."""
    (tmp_path / "a.txt").write_text("An article.", encoding="utf-8")
    path, turtle = tmp_path / "a.json", tmp_path / "a.ttl"
    path.write_text(json.dumps(gold), encoding="utf-8")
    turtle.write_text(to_turtle(data), encoding="utf-8")
    assert _ours(judge_graph(read_gold_file(path), data).counts) == _theirs(path, turtle)
