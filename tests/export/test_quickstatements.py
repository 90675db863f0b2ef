"""graphbuild/export/quickstatements.py: commands in the grammar of version 1."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest

from graphbuild.export.quickstatements import write_quickstatements
from graphbuild.model import Entity, GraphData, Post
from tests.export.test_turtle import HOSTILE
from tests.samples import sample

COMMAND = re.compile(
    r"CREATE"
    r'|LAST\t[LD][a-z]{2}\t"[^"\t\n]{1,250}"'
    r'|LAST\tP[0-9]+\tQ[0-9]+(\tS854\t"https?://[^"\t\n]+")?'
)


def commands(data: GraphData) -> list[str]:
    """Return the lines for a graph."""
    stream = io.BytesIO()
    write_quickstatements(data, stream)
    return stream.getvalue().decode().split("\n")[:-1]


def test_a_post_is_created_with_label_class_and_reference() -> None:
    """Each post becomes an item that says what it is called, that it is a position, and who says so."""
    found = commands(sample())
    start = found.index('LAST\tLen\t"Director, Yunmo Grain Bureau"') - 1
    assert found[start] == "CREATE"
    assert found[start + 2] == 'LAST\tDen\t"position in Yunmo Grain Bureau"'
    source = "https://news.example.org/yunmo/1?id=7&lang=en"
    assert found[start + 3] == f'LAST\tP31\tQ4164871\tS854\t"{source}"'


def test_a_chinese_post_has_a_chinese_label() -> None:
    """A label is written in its own language."""
    assert 'LAST\tLzh\t"云漠市粮食局局长"' in commands(sample())


def test_a_post_without_a_home_is_left_out() -> None:
    """A title alone is no item."""
    assert commands(GraphData(posts=(Post("post-x", "Chairman"),))) == []


@pytest.mark.parametrize("text", [text for text in HOSTILE if text])
def test_every_line_is_a_command(text: str) -> None:
    """Whatever a title holds, it cannot begin another command."""
    data = replace(sample(), posts=tuple(replace(post, title=text) for post in sample().posts))
    assert [line for line in commands(data) if not COMMAND.fullmatch(line)] == []


@pytest.mark.parametrize(
    ("type_", "property_"), [("Place", "P1001"), ("Body", "P361"), ("Enterprise", "P361")]
)
def test_a_home_with_an_item_is_stated(type_: str, property_: str) -> None:
    """A post in an entity whose item is known is joined to it; what is no id of an item is not."""
    post = Post("post-x", "Head", "home-x")
    home = Entity("home-x", type_, "Yunmo", attributes=(("wikidata", "Q99999901"),))
    assert f"LAST\t{property_}\tQ99999901" in commands(GraphData(entities=(home,), posts=(post,)))
    hostile = replace(home, attributes=(("wikidata", "Q1\nCREATE"),))
    assert len(commands(GraphData(entities=(hostile,), posts=(post,)))) == 4
