"""A sentence as a scene."""

from __future__ import annotations

import pytest

from graphbuild.extract.frames.scene import Scene, build_scene
from graphbuild.resolve import resolve_document
from tests.reading import article, read_lines, read_parses


def scene_of(text: str) -> Scene:
    """Return the scene of a one-sentence text."""
    (line,), parses = read_lines(text), read_parses(text)
    resolution = resolve_document(article(text), parses)
    refer = {(mention.type, mention.span): mention.refers_to for mention in resolution.mentions}
    return build_scene(line, parses[0], refer)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Tan Yishan spoke.", ["named"]),
        ("He spoke.", ["pronoun"]),
        ("The delegation left.", ["group"]),
        ("The mayor left.", ["title"]),
        ("Tan Yishan and Kang Wenhe met her.", ["named", "pronoun"]),
        ("A delegation left.", []),
        ("The party school opened.", []),
        ("It rained on her hat.", []),
    ],
)
def test_actors(text: str, kinds: list[str]) -> None:
    """Names, pronouns, groups and titles can act; "a delegation" and "her hat" are no one yet."""
    assert [actor.kind for actor in scene_of(text).actors] == kinds


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        ("Tan Yishan, Kang Wenhe and Niu Changgeng spoke.", [3]),
        ("Tan Yishan met Kang Wenhe and Niu Changgeng.", [1, 2]),
        ("Accompanied by Tan Yishan and Kang Wenhe, Niu Changgeng spoke.", [2, 1]),
        ("Tan Yishan, mayor of Yunmo City, and Kang Wenhe, director of the Yunmo Tax Bureau, spoke.", [2]),
    ],
)
def test_people_who_act_together(text: str, sizes: list[int]) -> None:
    """A list is one actor; a comma after its "and" opens something new."""
    assert [len(actor.members) for actor in scene_of(text).actors] == sizes


def test_body_in_a_title_is_no_site() -> None:
    """What is named in someone's title cannot be visited; what is named beside him can."""
    scene = scene_of("Tan Yishan, director of the Yunmo Tax Bureau, visited the Yunmo Grain Bureau.")
    assert [scene.line.text(site.start, site.end) for site in scene.sites] == ["Yunmo Grain Bureau"]


def test_outermost_site_counts() -> None:
    """A name inside a name is no site of its own."""
    scene = scene_of("She visited the Office of the Yunmo Municipal Government.")
    assert [scene.line.text(site.start, site.end) for site in scene.sites] == [
        "Office of the Yunmo Municipal Government"
    ]


def test_words_outside_the_line_are_empty() -> None:
    """Looking past either end of a line finds the empty word."""
    scene = scene_of("Tan Yishan spoke.")
    assert (scene.low(-1), scene.low(99), scene.low(0)) == ("", "", "tan")
